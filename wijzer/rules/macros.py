"""Macros in Markdown: only calls of known macros with literal arguments, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.calls import Call, read_calls
from wijzer.corpus.corpus import Corpus
from wijzer.gate.allowed import MADE
from wijzer.gate.page import judge_piece
from wijzer.load.markdown.renderer import render
from wijzer.model.document import Document

_NAME = re.compile(r"[a-z0-9-]*")
_PLAIN = re.compile(r"[^\W_]?(?:[^\W_]|[ .,;:()?/€%’‘“”–…'-])*")
"""A text that is the same in Markdown, in HTML and on the page."""
_HEADING = re.compile(r"^\s*(?:>\s*)*#|\n\s*(?:>\s*)*(?:=+|-+)[ \t]*$", re.MULTILINE)
"""A line that is a heading, or the line under one."""
_ATTRIBUTES = re.compile(r"\}\}[ ]*\{")


def check(document: Document, corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the macro calls of one page, by expanding them."""
    expansion = corpus.expand(document)
    for problem in expansion.problems:
        if problem.unknown_id not in corpus.unreadable:
            yield document.fout(
                document.raw.body_line + problem.line - 1, problem.text, problem.tip
            )
    if not expansion.problems:
        yield from _outcome(document, expansion.text)


def _outcome(document: Document, text: str) -> Iterator[Melding]:
    """Look at what the renderer makes of macros with a text of the editor in them.

    Elsewhere a macro is opaque; a text in one can still decide about an anchor, and attributes
    behind one are those of what it makes.  Rendering costs the most of the whole check, so a page
    of which every such text is plain is left alone, unless the text can stand in a heading.
    """
    body = document.raw.body
    free = [part for part in read_calls(body) if isinstance(part, Call) and any(_texts(part))]
    risky = [call for call in free if not all(map(_PLAIN.fullmatch, _texts(call)))]
    if not risky and not _ATTRIBUTES.search(body) and not _in_heading(free, body):
        return
    known = {wrong.text for wrong in judge_piece(document.body.reading.html)}
    html, _ = render(text, lambda root: None)
    for wrong in dict.fromkeys(judge_piece(html, MADE)):
        if wrong.text not in known:
            line = next((call.line for call in free if _wrote(call, wrong.element)), 0)
            line = line or _line_of(body, wrong.written) or (free[0].line if free else 1)
            yield document.fout(document.raw.body_line + line - 1, wrong.text, wrong.tip)


def _in_heading(calls: list[Call], body: str) -> bool:
    """Tell whether a text with a space or a capital in it may be (part of) a heading."""
    lines = [*body.split("\n"), ""]
    return any(
        _HEADING.search("\n".join(lines[call.line - 1 : call.line + 1]))
        for call in calls
        if not all(map(_NAME.fullmatch, _texts(call)))
    )


def _texts(call: Call) -> Iterator[str]:
    yield from (*call.arguments, *(value for _, value in call.options))


def _wrote(call: Call, element: str) -> bool:
    return any(value and value in element for value in _texts(call))


def _line_of(body: str, written: str) -> int:
    lines = enumerate(body.split("\n"), start=1)
    return next((number for number, line in lines if written and written in line), 0)
