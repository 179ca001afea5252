"""What a browser sees in the rendered text: ids, and elements that do not fit in each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class PageHtml:
    """The outcome of :func:`look_at`."""

    ids: list[str] = field(default_factory=list)
    """Every id, as often as it stands there."""
    unbalanced: list[str] = field(default_factory=list)
    """Names of elements that begin without an end, or end without a beginning."""


def look_at(html: str) -> PageHtml:
    """Read the rendered text of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.found.unbalanced += reader.open
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = PageHtml()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in self.open:
            self.found.unbalanced.append(tag)
        else:
            while (inner := self.open.pop()) != tag:
                self.found.unbalanced.append(inner)
