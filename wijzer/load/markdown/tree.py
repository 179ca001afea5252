"""From the tree of the renderer to links, headings and ids with their places in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE

from wijzer.load.markdown.found import Found, Heading, Link, Place
from wijzer.load.markdown.marks import (
    HASHES,
    HIDDEN,
    candidates,
    clean,
    insert,
    number_in,
    opaque,
)
from wijzer.load.markdown.page_html import look_at
from wijzer.load.markdown.renderer import Definitions, render
from wijzer.load.markdown.uses import uses_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ATTRIBUTES = re.compile(r"(?<=\s)\{:?[^{}]*\}\s*$")
_TO_NOTE, _FROM_NOTE = "#fn:", "#fnref:"
_unescape = UnescapeTreeprocessor().unescape


def find(text: str, title: str) -> Found:
    """Render a text and tell what is in it; ``title`` is the heading above it."""
    hidden = opaque(text)
    # Pages are put together without the blank space around a text (see pages/compose).
    reader = _Reader(hidden.strip(), title, len(hidden) - len(hidden.lstrip()), text)
    html, definitions = render(reader.marked.text, reader.listen)
    links = dict.fromkeys((*reader.definitions(definitions), *reader.links))
    headings = tuple(reader.heading(*found) for found in reader.elements)
    page = look_at(html)
    for (element, _, _), heading in zip(reader.elements, headings, strict=True):
        if not heading.anchor:  # a macro decides: nothing can be said about it
            page.ids.remove(_unescape(element.get("id") or ""))
    return Found(
        tuple(sorted(links, key=lambda link: link.line)),
        headings,
        tuple(page.ids),
        tuple(uses_of(definitions, text)) if definitions else (),
        tuple(reader.unused_notes(page.ids)),
        _as_built(hidden.strip(), title) if "<" in text or "{" in text else clean(html),
        tuple(page.unbalanced),
    )


def _as_built(hidden: str, title: str) -> str:
    """Render a text without marks: inside HTML or attributes a mark can change what they mean."""

    def name(root: Element) -> None:
        if title:
            root[0].text = title
        else:
            root.remove(root[0])

    return render(hidden, name)[0]


class _Reader:
    def __init__(self, shown: str, title: str, start: int, source: str) -> None:
        self.source = source
        self._shown, self._start, self._title = shown, start, title
        self._lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self.marked = insert(shown, candidates(shown))
        self.links: list[Link] = []
        self.notes: list[str] = []
        self.elements: list[tuple[Element, int | None, Place]] = []

    def listen(self, root: Element) -> None:
        """Take what the renderer made of the text, and take the marks out again."""
        title, *rest = root
        top = set(rest)
        listed = {inner for item in root.iter("li") for inner in item.iter()}
        for element in (e for block in rest for e in block.iter()):
            if element.tag in ("a", "img"):
                self._link(element)
            elif element.tag in _HEADINGS:
                place = Place.TOP if element in top else Place.INSIDE
                place = Place.LIST if element in listed else place
                self.elements.append((element, _first_mark(element), place))
        for element in root.iter():
            _clean(element)
        if self._title:
            title.text = self._title
        else:
            root.remove(title)

    def _offset(self, number: int) -> int:
        return self.marked.offsets[number] + self._start

    def _line(self, offset: int) -> int:
        return bisect_right(self._lines, offset)

    def _link(self, element: Element) -> None:
        image = element.tag == "img"
        written = element.get("src" if image else "href") or ""
        if written.startswith(_FROM_NOTE):  # these two are the renderer's own
            self.notes.append(_unescape(written.removeprefix(_FROM_NOTE)))
        if written.startswith((AMP_SUBSTITUTE, _FROM_NOTE, _TO_NOTE)):
            return
        text = clean(element.get("alt") or "" if image else "".join(element.itertext()))
        self.links.append(self._made(written, text, image=image))

    def _made(self, written: str, text: str, *, image: bool = False) -> Link:
        href = clean(_unescape(written)).strip()
        number = number_in(written)
        if number is None:
            return Link(self._line_with(href), href, text, image, by_attribute=True)
        start = self._offset(number)
        line = self._line(start)
        start += len(self.source[start:]) - len(self.source[start:].lstrip())
        end = start + len(href)
        return Link(
            line, href, text, image, (start, end) if self.source[start:end] == href else None
        )

    def _line_with(self, text: str) -> int:
        return self._line(max(self.source.find(text), self._start)) if text else 1

    def unused_notes(self, ids: list[str]) -> Iterator[tuple[int, str]]:
        """Yield the footnotes whose way back leads nowhere."""
        for name in self.notes:
            if f"fnref:{name}" not in ids:
                yield self._line_with(f"[^{name}]:"), name

    def definitions(self, found: Definitions) -> Iterator[Link]:
        """Yield what labels stand for as links."""
        for label, (href, _) in found.items():
            link = self._made(href, label)
            uses = [use for use in self.links if use.span and use.span == link.span]
            self.links = [other for other in self.links if other not in uses]
            yield replace(link, image=bool(uses) and all(use.image for use in uses))

    def heading(self, element: Element, number: int | None, place: Place) -> Heading:
        """Return a heading once the renderer has given it its id."""
        shown = "".join(element.itertext())
        line = self._line(self._offset(number)) if number is not None else self._line_with(shown)
        written = self.source[self._lines[line - 1] :].partition("\n")[0]
        hashes = HASHES.match(written)
        text = (
            written[hashes.end() :].strip().rstrip("#") if hashes else written.lstrip(" \t>")
        ).strip()
        unsure = HIDDEN in shown and not _ATTRIBUTES.search(text)
        return Heading(
            line,
            _HEADINGS[element.tag],
            _ATTRIBUTES.sub("", text).strip(),
            "" if unsure else _unescape(element.get("id") or ""),
            place,
            hashes is None,
        )


def _first_mark(element: Element) -> int | None:
    for inner in element.iter():
        for text in (inner.text, inner.get("href"), inner.get("src"), inner.tail):
            if text and (number := number_in(text)) is not None:
                return number
    return None


def _clean(element: Element) -> None:
    if element.text:
        element.text = type(element.text)(clean(element.text))
    if element.tail:
        element.tail = type(element.tail)(clean(element.tail))
    for name, value in element.items():
        if value:
            element.set(name, clean(value))
