"""Another address for links, in the text itself: all forms of a link, and nothing but links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from wijzer.load.markdown.body import Body

Resolve: TypeAlias = Callable[[str], str | None]
"""From an address as written to the one that must stand there; None leaves it as it is."""


def rewrite_links(body: Body, resolve: Resolve) -> str:
    """Return the text of a page with other addresses in its links and images.

    A link by way of a label (``[x][m]``) gets its address on the spot, so that every part of the
    text can stand elsewhere without the definition.  The text keeps its lines.
    """
    text, before = body.text, 0
    pieces: list[str] = []
    for start, end, new in sorted(_changes(body, resolve)):
        if start >= before:  # a label inside an address that is replaced itself
            pieces += (text[before:start], new)
            before = end
    return "".join([*pieces, text[before:]])


def _changes(body: Body, resolve: Resolve) -> Iterator[tuple[int, int, str]]:
    """Yield what must change as ``(start, end, new text)``."""
    for link in body.reading.links:
        new = resolve(link.href)
        if new is not None and link.span:
            yield *link.span, new
    for use in body.reading.uses:
        start, end = use.span
        new = resolve(use.href)
        target = _target(use.href if new is None else new, use.title)
        if use.after_text:
            start = len(body.text[:start].rstrip())  # a space or line between text and label
            yield start, end, target + "\n" * body.text.count("\n", start, end)
        elif body.text.startswith("[]", end):
            yield end, end + 2, target
        else:
            yield end, end, target


def _target(href: str, title: str) -> str:
    if not title:
        return f"(<{href}>)"
    quote = "'" if '"' in title else '"'
    return f"(<{href}> {quote}{title}{quote})"
