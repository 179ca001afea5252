"""Markdown as a small typed tree: only what a card can show, all else as plain text.

The renderer of the site makes HTML, ``html.parser`` reads it, and only the elements listed here
become nodes.  No text from an author ever reaches Typst as code, so ``#import`` or ``$x$`` is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html.parser import HTMLParser
from typing import TypeAlias
from xml.etree.ElementTree import Element

from wijzer.cards.typography import no_break
from wijzer.gate.allowed import CONTENT_TAGS
from wijzer.load.markdown.renderer import render


class Kind(StrEnum):
    """The kinds of node that the Typst templates know."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    ITEM = "item"
    QUOTE = "quote"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    BREAK = "break"


@dataclass(frozen=True)
class Node:
    """A piece of text with a meaning; ``href`` only for a link."""

    kind: Kind
    children: tuple[Content, ...] = ()
    href: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the node as plain values for JSON."""
        children = [c if isinstance(c, str) else c.as_json() for c in self.children]
        return {"kind": self.kind.value, "children": children, "href": self.href}


Content: TypeAlias = "str | Node"
Tree: TypeAlias = tuple[Node, ...]
ResolveLink: TypeAlias = Callable[[str], str]
"""From an address in Markdown to one that works on paper; empty: print the text only."""

_TAGS = {
    "p": Kind.PARAGRAPH,
    "ul": Kind.BULLETS,
    "ol": Kind.NUMBERS,
    "li": Kind.ITEM,
    "blockquote": Kind.QUOTE,
    "strong": Kind.STRONG,
    "b": Kind.STRONG,
    "em": Kind.EMPHASIS,
    "i": Kind.EMPHASIS,
    "a": Kind.LINK,
    **{f"h{level}": Kind.PARAGRAPH for level in range(1, 7)},
}
_BLOCKS = frozenset({Kind.PARAGRAPH, Kind.BULLETS, Kind.NUMBERS, Kind.ITEM, Kind.QUOTE})
_LISTS = frozenset({Kind.BULLETS, Kind.NUMBERS})


def parse(text: str, resolve_link: ResolveLink) -> Tree:
    """Return Markdown as a tree of blocks; whatever the text is, this never raises."""
    html, _ = render(text, _without_title)
    reader = _Reader(resolve_link)
    reader.feed(html)
    reader.close()
    return tuple(_blocks(reader.finish()))


def _without_title(root: Element) -> None:
    root.remove(root[0])


@dataclass
class _Open:
    """An element that has begun and not yet ended."""

    tag: str
    kind: Kind | None
    href: str = ""
    children: list[Content] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, resolve_link: ResolveLink) -> None:
        super().__init__(convert_charrefs=True)
        self._resolve_link = resolve_link
        self._open = [_Open("", None)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "br":
            self._add(Node(Kind.BREAK))
        elif tag == "img":
            self._add(values.get("alt") or "")
        elif tag in _TAGS:
            href = self._resolve_link(values.get("href") or "") if tag == "a" else ""
            kind = _TAGS[tag] if tag != "a" or href else None
            self._open.append(_Open(tag, kind, href))
        elif tag not in CONTENT_TAGS:
            self._add(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _TAGS:
            if tag not in CONTENT_TAGS:
                self._add(f"</{tag}>")
        elif any(element.tag == tag for element in self._open):
            while self._open[-1].tag != tag:
                self._end()
            self._end()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_pi(self, data: str) -> None:
        self._add(f"<?{data}>")

    def finish(self) -> list[Content]:
        """Return all content, closing what an author left open."""
        while len(self._open) > 1:
            self._end()
        return self._open[0].children

    def _add(self, content: Content) -> None:
        self._open[-1].children.append(content)

    def _end(self) -> None:
        done = self._open.pop()
        if done.kind is None:
            self._open[-1].children.extend(done.children)
        elif done.kind in _BLOCKS:
            self._open[-1].children.append(_block(done.kind, done.children))
        else:
            inline = tuple(_inline(done.children))
            self._open[-1].children.append(Node(done.kind, inline, done.href))


def _block(kind: Kind, children: list[Content]) -> Node:
    if kind is Kind.PARAGRAPH:
        return Node(kind, tuple(_trim(_inline(children))))
    if kind in _LISTS:
        items = [c for c in children if isinstance(c, Node) and c.kind is Kind.ITEM]
        return Node(kind, tuple(items))
    return Node(kind, tuple(_blocks(children)))


def _blocks(children: Iterable[Content]) -> Iterator[Node]:
    """Yield blocks only: text that stands loose between them becomes a paragraph."""
    loose: list[Content] = []
    for child in children:
        if isinstance(child, Node) and child.kind in _BLOCKS:
            yield from _loose_paragraph(loose)
            loose = []
            yield child
        else:
            loose.append(child)
    yield from _loose_paragraph(loose)


def _loose_paragraph(loose: list[Content]) -> Iterator[Node]:
    if content := _trim(_inline(loose)):
        yield Node(Kind.PARAGRAPH, tuple(content))


def _inline(children: Iterable[Content]) -> Iterator[Content]:
    """Join neighbouring texts, fold white space and keep together what may not break."""
    text = ""
    for child in children:
        if isinstance(child, str):
            text += child
            continue
        if text:
            yield _fold(text)
        text = ""
        yield child
    if text:
        yield _fold(text)


def _fold(text: str) -> str:
    return no_break(re.sub(r"[ \t\r\n]+", " ", text))


def _trim(content: Iterable[Content]) -> list[Content]:
    """Drop white space at both ends of a paragraph."""
    result = list(content)
    if result and isinstance(result[0], str):
        result[0] = result[0].lstrip(" ")
    if result and isinstance(result[-1], str):
        result[-1] = result[-1].rstrip(" ")
    return [part for part in result if part != ""]
