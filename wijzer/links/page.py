"""Reading one built HTML page: every address in it and every id, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_ADDRESS_ATTRIBUTES = frozenset(
    {"href", "src", "poster", "action", "formaction", "cite", "xlink:href", "background"}
)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*$", re.IGNORECASE)
CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+?)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']")
_NAMESPACE_RELS = ("schema.", "profile")


@dataclass(frozen=True)
class Ref:
    """An address as written in a page."""

    regel: int
    """Line in the HTML, counting from 1."""
    tag: str
    attribuut: str
    adres: str
    rel: str = ""
    """The ``rel`` of a ``link`` element."""

    @property
    def element(self) -> str:
        """The element as a person would look for it: ``<a href="../melden/">``."""
        if not self.tag:
            return f"`{self.adres}`"
        return f'<{self.tag} {self.attribuut}="{self.adres}">'


@dataclass(frozen=True)
class Scan:
    """All that the check needs to know of one page."""

    refs: tuple[Ref, ...] = ()
    ids: dict[str, list[int]] = field(default_factory=dict)
    """Lines on which each id (or old-style anchor name) stands."""
    base: str = ""
    """The ``href`` of a ``base`` element."""

    @property
    def refresh(self) -> Ref | None:
        """Where the page sends the reader on, when it is a redirect."""
        return next((ref for ref in self.refs if ref.attribuut == "http-equiv=refresh"), None)

    @property
    def canonical(self) -> str:
        """The address that the page calls its own."""
        return next((ref.adres for ref in self.refs if ref.rel == "canonical"), "")


def scan(html: str) -> Scan:
    """Read a page; never raises on bad HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Scan(tuple(reader.refs), reader.ids, reader.base)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refs: list[Ref] = []
        self.ids: dict[str, list[int]] = {}
        self.base = ""
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if not attrs:
            return
        line = self.getpos()[0]
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (name == "name" and tag == "a"):
                self._id(name, value, line, attrs)
            elif name in _ADDRESS_ATTRIBUTES:
                self._address(tag, name, value, line, attrs)
            elif name in ("srcset", "imagesrcset"):
                urls = (part.split()[0] for part in value.split(",") if part.split())
                self.refs.extend(Ref(line, tag, name, url) for url in urls)
            elif name == "style":
                self._css(value, line)
            elif name == "data" and tag == "object":
                self.refs.append(Ref(line, tag, name, value))
        if tag == "meta":
            self._refresh(dict(attrs), line)

    def _id(self, name: str, value: str, line: int, attrs: list[tuple[str, str | None]]) -> None:
        if name == "id" or dict(attrs).get("id") != value:
            self.ids.setdefault(value, []).append(line)

    def _address(
        self, tag: str, name: str, value: str, line: int, attrs: list[tuple[str, str | None]]
    ) -> None:
        rel = (dict(attrs).get("rel") or "").lower() if tag == "link" else ""
        if tag == "base":
            self.base = value
        elif not rel.startswith(_NAMESPACE_RELS):
            self.refs.append(Ref(line, tag, name, value.strip(), rel))

    def _refresh(self, attrs: dict[str, str | None], line: int) -> None:
        if (attrs.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(attrs.get("content") or "")
            if found and found[1]:
                self.refs.append(Ref(line, "meta", "http-equiv=refresh", found[1]))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._css(data, self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._in_style = False

    def _css(self, css: str, line: int) -> None:
        self.refs.extend(css_refs(css, line))


def css_refs(css: str, first_line: int = 1) -> Iterator[Ref]:
    """Yield the addresses in a style sheet."""
    for found in CSS_URL.finditer(css):
        line = first_line + css.count("\n", 0, found.start())
        yield Ref(line, "", "url", (found[1] or found[2]).strip())
