"""Marks in a text that come back in the tree of the renderer, to tell where something stood.

Python-Markdown keeps no positions.  So a few characters for private use go in front of every
place that may be the address of a link, and behind the hashes of what may be a heading.  Where
the renderer makes a link or heading of it, the mark is in its address or text; anywhere else
it means nothing.  Which text *is* a link or heading is thus the renderer's own decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OPEN, _CLOSE, _ZERO = 0xF0000, 0xF0001, 0xF0010
HIDDEN = "\U000f0002"
"""Stands for each character of a macro, which is opaque to the renderer here."""
_PRIVATE = re.compile("[\U000f0000-\U000fffff]")
MARK = re.compile("\U000f0000([\U000f0010-\U000f0019]+)\U000f0001")
MACRO = re.compile(r"\{\{[^{}]{0,400}\}\}")

_LINK = re.compile(
    r"(?P<note>\[\^[^\[\]\n]*+\]:)"  # a footnote is no definition of a link
    r"|\]\(\s*+(?:(?<=\n)>[ >]*+)?<?"  # the address of an inline link or image
    r"|\]:[ ]*+(?:\n[ >]*+)?<?"  # of a definition
    r"|<[a-zA-Z][a-zA-Z0-9+.-]*+://[^<>]*+(?=>)"  # a bare address between < and >: its end
)
HASHES = re.compile(r"^[ \t>]*+(?:(?:[-*+:]|\d++\.)[ \t]++)*+#{1,6}", re.MULTILINE)
# The first sign of an underlined heading; these may open something else, which a mark would spoil.
_UNDERLINED = re.compile(
    r"^([ \t>]*+)(?=[^\s!#<|\[:>+-])(?!\*[\[ ]|\d++\.[ ])(?=[^\n]*+\n\1(?:=++|-++)[ ]*+$)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Marked:
    """A text with marks: mark number ``n`` stands for ``offsets[n]`` in the text without."""

    text: str
    offsets: tuple[int, ...]


def opaque(text: str) -> str:
    """Hide macros, and what could be taken for a mark, keeping every character in its place."""
    text = _PRIVATE.sub("\ufffd", text)
    return MACRO.sub(lambda m: re.sub(r"[^\n]", HIDDEN, m[0]), text) if "{{" in text else text


def insert(text: str, offsets: Iterable[int]) -> Marked:
    """Put marks in a text, numbered in the order in which they stand there."""
    places = tuple(sorted(set(offsets)))
    pieces: list[str] = []
    before = 0
    for number, offset in enumerate(places):
        pieces += (text[before:offset], mark(number))
        before = offset
    return Marked("".join([*pieces, text[before:]]), places)


def candidates(text: str) -> Iterator[int]:
    """Yield every place where the address of a link or the text of a heading may begin."""
    if "](" in text or "]:" in text or "://" in text:
        yield from (m.end() for m in _LINK.finditer(text) if not m["note"])
    if "#" in text:
        yield from (m.end() for m in HASHES.finditer(text))
    if "\n-" in text or "\n=" in text or ">" in text:
        yield from (m.end() for m in _UNDERLINED.finditer(text))


def mark(number: int) -> str:
    """Return a mark."""
    digits = "".join(chr(_ZERO + int(digit)) for digit in str(number))
    return f"{chr(_OPEN)}{digits}{chr(_CLOSE)}"


def number_in(text: str) -> int | None:
    """Return the number of the first mark in a text."""
    found = MARK.search(text)
    return int("".join(str(ord(c) - _ZERO) for c in found[1])) if found else None


def clean(text: str) -> str:
    """Return a text without marks."""
    return MARK.sub("", text)
