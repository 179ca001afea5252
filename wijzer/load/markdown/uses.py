"""Where a text uses its definitions of links: ``[x][m]``, ``[m][]`` and ``[m]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from wijzer.load.markdown.found import Use
from wijzer.load.markdown.marks import clean, insert, mark, number_in, opaque
from wijzer.load.markdown.renderer import Definitions, render

_LABEL = re.compile(r"\[([^\[\]]*)\](?!:)")


def uses_of(definitions: Definitions, text: str) -> Iterator[Use]:
    """Yield the places where definitions are used.

    Every label that may be one gets a mark, and a definition of its own with that mark in its
    address; the marks that come back in addresses are those of links.
    """
    hidden = opaque(text)
    places = {
        match.end() - 1: match
        for match in _LABEL.finditer(hidden)
        if _label(match[1]) in definitions
    }
    marked = insert(hidden, places)
    own: Definitions = {}
    for number, offset in enumerate(marked.offsets):
        label = _label(places[offset][1])
        href, title = definitions[label]
        own[label + mark(number)] = (mark(number) + clean(href), title)
    used: dict[int, bool] = {}
    render(marked.text.strip(), lambda root: used.update(_numbers(root)), own)
    for number, after_text in used.items():
        match = places[marked.offsets[number]]
        href, title = definitions[_label(match[1])]
        yield Use(match.span(), clean(href), title or "", after_text)


def _label(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


def _numbers(root: Element) -> Iterator[tuple[int, bool]]:
    """Yield the mark of every link by way of a label, and whether the label is not its text."""
    for element in root.iter():
        image = element.tag == "img"
        if image or element.tag == "a":
            number = number_in(element.get("src" if image else "href") or "")
            shown = (element.get("alt") or "") if image else "".join(element.itertext())
            if number is not None:
                yield number, mark(number) not in shown
