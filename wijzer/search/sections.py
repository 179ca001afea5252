"""A page as a searcher sees it: the text below each heading, read from what the renderer made.

The theme's search plugin reads every page again with Python's own parser, which took a fifth of a
build; this reads with the parser of the gate, and only the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITH_HEADING = ", ".join(f"{name}[id]" for name in sorted(_HEADINGS))
_SILENT = "script, style, object, [data-search-exclude]"
"""What is no text for a searcher."""
_INLINE = frozenset("a abbr b code em i mark span strong sub sup".split())


@dataclass
class Section:
    """A heading and the text below it; without an anchor it is the beginning of a page."""

    anchor: str = ""
    title: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text on one line."""
        return one_line("".join(self.parts))


def sections(html: str) -> list[Section]:
    """Return the sections of a page in order, the beginning first."""
    body = LexborHTMLParser(html).body
    if body is None:
        return []
    for node in body.css(_SILENT):
        node.decompose()
    found = [Section()]
    _read(body, found, found[0])
    return found


def _read(node: Any, found: list[Section], here: Section) -> Section:
    """Add what stands in a node to the section it falls in; return the section at its end.

    A section that begins inside an element, such as a card, ends with that element.
    """
    inside = here
    for child in node.iter(include_text=True):
        if child.tag in _HEADINGS and (anchor := child.attributes.get("id")):
            inside = Section(anchor, one_line("".join(_text(child))))
            found.append(inside)
        elif child.is_element_node and child.css_first(_WITH_HEADING) is not None:
            inside = _read(child, found, inside)
        else:
            inside.parts += _text(child)
    return inside if node.tag == "body" else here


def _text(node: Any) -> Iterator[str]:
    """Yield the text of a node, with a space where a block begins or ends."""
    if not node.is_element_node:
        yield node.text_content or ""
        return
    gap = "" if node.tag in _INLINE else " "
    yield gap
    for child in node.iter(include_text=True):
        yield from _text(child)
    yield gap


def one_line(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()
