"""Sentences of running text, to tell an editor which ones are too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijzer.load.markdown.body import Body
from wijzer.load.markdown.marks import MACRO
from wijzer.load.markdown.words import plain

_ITEM = re.compile(r"(?:[-*+]|\d+[.)]|:)\s+")
_NO_PROSE = ("#", ">", "|", "<", "!!!", "???", "[^", "*[")
_ABBREVIATIONS = "".join(rf"(?<!\b{word}\.)" for word in ("art", "nr", "blz", "bijv", "dr", "mr"))
_SENTENCE_END = re.compile(rf"(?<=[.!?…]){_ABBREVIATIONS}[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Ý0-9])")


def sentences(body: Body) -> Iterator[tuple[int, str]]:
    """Yield every sentence of running text with the line on which it begins.

    Quotations are left out: an official text is quoted as it is.  A macro counts as one word.
    """
    paragraph: list[str] = []
    start = body.first_line
    quoted = False
    for number, line in (*body.prose, (body.first_line, "")):
        bare = line.strip()
        quoted = bool(bare) and (quoted or bare.startswith(">"))  # a quote runs to a blank line
        skipped = not bare or quoted or bare.startswith(_NO_PROSE)
        item = None if skipped else _ITEM.match(bare)
        if paragraph and (skipped or item):
            yield from _split_sentences("\n".join(paragraph), start)
            paragraph = []
        if not skipped:
            start = start if paragraph else number
            paragraph.append(bare[item.end() :] if item else bare)


def _split_sentences(text: str, line: int) -> Iterator[tuple[int, str]]:
    words = plain(MACRO.sub(lambda macro: "\n" * macro[0].count("\n") + "Macro", text))
    ends = [match.span() for match in _SENTENCE_END.finditer(words)]
    begin = 0
    for end, after in (*ends, (len(words), len(words))):
        if sentence := " ".join(words[begin:end].split()):
            yield line, sentence
        line += words.count("\n", begin, after)
        begin = after
