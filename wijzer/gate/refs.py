"""The addresses in an element and in a style sheet, and on which line they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_ADDRESS_ATTRIBUTES = frozenset(
    {"href", "src", "poster", "action", "formaction", "cite", "xlink:href", "background"}
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*$", re.IGNORECASE)
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+?)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']")
_NAMESPACE_RELS = ("schema.", "profile")

Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Ref:
    """An address as written in a page."""

    tag: str
    attribuut: str
    adres: str
    rel: str = ""
    """The ``rel`` of a ``link`` element."""
    nth: int = 0
    """How many of the same address, attribute and element stand before it in the page."""
    regel: int = 0
    """Line where it is known beforehand; 0 in HTML, of which :func:`line_of` tells it."""

    @property
    def element(self) -> str:
        """The element as a person would look for it: ``<a href="../melden/">``."""
        if not self.tag:
            return f"`{self.adres}`"
        return f'<{self.tag} {self.attribuut}="{self.adres}">'


def refs_of(tag: str, values: Values) -> Iterator[Ref]:
    """Yield the addresses in one element, but not that of a ``base``."""
    rel = (values.get("rel") or "").lower() if tag == "link" else ""
    for name, value in values.items():
        if value is None:
            continue
        if name in _ADDRESS_ATTRIBUTES:
            if tag != "base" and not rel.startswith(_NAMESPACE_RELS):
                yield Ref(tag, name, value.strip(), rel)
        elif name in ("srcset", "imagesrcset"):
            yield from (
                Ref(tag, name, part.split()[0]) for part in value.split(",") if part.split()
            )
        elif name == "style":
            yield from (Ref("", "url", ref.adres) for ref in css_refs(value))
        elif name == "data" and tag == "object":
            yield Ref(tag, name, value)
    if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
        found = _REFRESH.match(values.get("content") or "")
        if found and found[1]:
            yield Ref("meta", "http-equiv=refresh", found[1])


def css_refs(css: str, first_line: int = 1) -> Iterator[Ref]:
    """Yield the addresses in a style sheet."""
    for found in CSS_URL.finditer(css):
        line = first_line + css.count("\n", 0, found.start())
        yield Ref("", "url", (found[1] or found[2]).strip(), regel=line)


def line_of(html: str, ref: Ref) -> int:
    """Return the line of an address in a page, for a message; 1 when it cannot be found."""
    lines = [line for line, found in _Lines.read(html) if _same(found, ref)]
    return lines[min(ref.nth, len(lines) - 1)] if lines else 1


def lines_of_id(html: str, name: str) -> list[int]:
    """Return the lines on which an id or old-style anchor name stands."""
    found = _Lines.ids(html)
    return [line for line, value in found if value == name]


def _same(found: Ref, ref: Ref) -> bool:
    return (found.tag, found.attribuut, found.adres) == (ref.tag, ref.attribuut, ref.adres)


class _Lines(HTMLParser):
    """Python's own parser knows lines, and lexbor does not; only a page with a mistake needs it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refs: list[tuple[int, Ref]] = []
        self.names: list[tuple[int, str]] = []

    @classmethod
    def _of(cls, html: str) -> _Lines:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    @classmethod
    def read(cls, html: str) -> list[tuple[int, Ref]]:
        return cls._of(html).refs

    @classmethod
    def ids(cls, html: str) -> list[tuple[int, str]]:
        return cls._of(html).names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, values = self.getpos()[0], dict(attrs)
        self.refs += ((line, ref) for ref in refs_of(tag, values))
        if name := anchor_of(tag, values):
            self.names.append((line, name))


def anchor_of(tag: str, values: Values) -> str:
    """Return the id of an element, or the old-style anchor name of a link."""
    return values.get("id") or (values.get("name") or "" if tag == "a" else "")
