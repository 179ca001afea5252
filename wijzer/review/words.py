"""The words of a page as a reader gets them, and which of them changed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import TypeAlias

from wijzer.base.word_diff import Stukje, word_diff
from wijzer.load.markdown.renderer import render
from wijzer.pages.page import Sitepagina

Blokken: TypeAlias = tuple[str, ...]
"""The text of a page: a heading, a paragraph, an item or a cell each."""
Alinea: TypeAlias = tuple[Stukje, ...]
"""One block with its difference marked."""

_ELSEWHERE = frozenset(
    "kruimelpad verwant vragen-knoppen lijst a-z van-de-dag overzicht artikelen wetteksten "
    "vouwkop".split()
)
"""Blocks made of other pages or of the law: relations and ``recht verschil`` tell about those.

And words that stand on every page: they would make two pages look alike.
"""
_INLINE = frozenset("a abbr b code del em i img ins kbd mark q s small span strong sub sup".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_AROUND = 8
"""Words that stay in sight beside a change."""


def blocks(page: Sitepagina) -> Blokken:
    """Return what stands on a page, block by block."""
    html, _ = render(page.inhoud, lambda root: None)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._text: list[str] = []
        self._skipping = 0
        """How many elements are open since one that is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _INLINE:
            self.flush()
        if self._skipping or _ELSEWHERE.intersection((given.get("class") or "").split()):
            self._skipping += tag not in _VOID
        elif tag == "img":
            self._text.append(f" {given.get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        if self._skipping and tag not in _VOID:
            self._skipping -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text.append(data)

    def flush(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self.found.append(text)


def changed_words(before: Blokken, after: Blokken) -> tuple[Alinea, ...]:
    """Return every block that changed, in the order of the page, word by word."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        alinea
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for alinea in _beside(before[a:b], after[c:d])
    )


def _beside(before: Sequence[str], after: Sequence[str]) -> Iterator[Alinea]:
    """Lay blocks beside each other in pairs; what has no partner came or went as a whole."""
    for old, new in zip(before, after, strict=False):
        yield tuple(_shortened(tuple(word_diff(old, new))))
    rest = min(len(before), len(after))
    yield from ((Stukje("-", old),) for old in before[rest:])
    yield from ((Stukje("+", new),) for new in after[rest:])


def _shortened(stukjes: Alinea) -> Iterator[Stukje]:
    """Leave out words that stayed, but for those beside a change."""
    last = len(stukjes) - 1
    for number, piece in enumerate(stukjes):
        words = piece.tekst.split()
        first_part = _AROUND if number else 0
        last_part = _AROUND if number < last else 0
        if piece.teken != "=" or len(words) <= first_part + last_part + 1:
            yield piece
            continue
        kept = [*words[:first_part], "…", *words[len(words) - last_part :]]
        yield Stukje("=", " ".join(kept))


def alike(before: Blokken, after: Blokken) -> float:
    """Return how much two pages have the same words: 1 is equal, 0 has nothing in common."""
    old, new = (" ".join(text).split() for text in (before, after))
    return difflib.SequenceMatcher(None, old, new, autojunk=False).ratio()
