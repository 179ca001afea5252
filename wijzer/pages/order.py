"""The order in which a page is read: what you do comes first, wherever the editor wrote it.

The kind of the page names the headings (:attr:`~wijzer.model.soort.Soort.eerst`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wijzer.corpus.macro import sealed_calls
from wijzer.corpus.own_text import site_links
from wijzer.load.markdown.body import Body, Part
from wijzer.model.document import Document
from wijzer.pages.markdown import fold_title

_COUNTED = re.compile(r"_\d+$")
"""The end of an anchor that the renderer counted, since another heading has the same words."""


def ordered(document: Document) -> tuple[str, str]:
    """Return the text of a page in two pieces: what comes first, and the rest.

    Without headings that come first, all of it comes first.  Macro calls stand in it as in a
    template; anchors are those of the page as it was written.
    """
    soort = document.soort
    text = site_links(document)
    if soort.eerst:
        text = _with_anchors(document.body, text)
    lead, *sections = document.body.parts_of(text)
    first = [part for part in sections if part.heading in soort.eerst]
    if not first:
        return _text([lead, *sections], soort.gevouwen), ""
    rest = [part for part in sections if part not in first]
    return _text([lead, *first], soort.gevouwen), _text(rest, soort.gevouwen)


def _text(parts: Iterable[Part], gevouwen: tuple[str, ...]) -> str:
    pieces = (_folded(part) if part.heading in gevouwen else _plain(part) for part in parts)
    return sealed_calls("\n\n".join(filter(None, pieces)))


def _plain(part: Part) -> str:
    return f"{part.head}\n{part.text}".strip("\n").rstrip()


def _folded(part: Part) -> str:
    """Return a section whose text unfolds; its heading stays in sight, with its anchor."""
    opening = '<details class="vouw" markdown="1">'
    title = fold_title("Klap dit open")
    return f"{part.head}\n\n{opening}\n{title}\n\n{part.text.strip()}\n\n</details>"


def _with_anchors(body: Body, text: str) -> str:
    """Write out every anchor that would be another one in another order."""
    lines = text.split("\n")
    for heading in body.headings:
        line = heading.line - body.first_line
        if _COUNTED.search(heading.anchor) and not lines[line].rstrip().endswith("}"):
            lines[line] = f"{lines[line].rstrip().rstrip('#').rstrip()} {{: #{heading.anchor} }}"
    return "\n".join(lines)
