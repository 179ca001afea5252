"""Raw HTML in Markdown, read strictly.

A renderer, a browser and a checker that each read HTML in their own way disagree about the odd
cases, and a script hides in what they disagree about.  So every ``<`` with a letter after it
counts as a tag, inside a comment or inline code as well, and a tag that is not plainly written
is reported as such.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"</?(?=[a-zA-Z])|<!--")
_TAG = re.compile(
    r"""</?([a-zA-Z][a-zA-Z0-9-]*)
    ((?:\s+[^\s"'<>/=`]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*)
    \s*/?>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=`]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?""")
_ADDRESS = re.compile(r"<(?:(?:https?|mailto|tel):[^<>\s]+|[^<>\s@/\"=]+@[^<>\s@/\"'=]+)>")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)


@dataclass(frozen=True)
class Tag:
    """The start or end of a raw HTML element."""

    line: int
    name: str
    """In lower case; the text as found when ``broken``."""
    attributes: tuple[tuple[str, str], ...] = ()
    broken: bool = False
    """True when it looks like a tag (or a comment) but does not end as one."""


def tags(text: str, first_line: int) -> Iterator[Tag]:
    """Yield everything in ``text`` that a browser might take for an element."""
    line, counted = first_line, 0
    for opening in _OPENING.finditer(text):
        at = opening.start()
        line += text.count("\n", counted, at)
        counted = at
        if opening[0] == "<!--":
            if text.find("-->", at) < 0:
                yield Tag(line, "<!--", broken=True)
        elif not _ADDRESS.match(text, at):
            yield _tag(text, at, line)


def _tag(text: str, at: int, line: int) -> Tag:
    found = _TAG.match(text, at)
    if found is None:
        return Tag(line, text[at : at + 20].split("\n")[0], broken=True)
    pairs = tuple((m[1].lower(), m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(found[2]))
    return Tag(line, found[1].lower(), pairs)


def plain_address(written: str) -> str:
    """Return the address that a reader gets for one in Markdown or HTML.

    Only a reference that ends in ``;`` is one: in ``?a=1&section=2`` there is none, though HTML
    knows ``&sect``.
    """
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), written)
