"""Where every value and key of a YAML text stands, to change it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from wijzer.load.document import FENCE
from wijzer.load.yaml_text import Location


@dataclass(frozen=True)
class Plek:
    """Where a value stands, and the key in front of it; offsets in the whole text."""

    begin: int
    eind: int
    sleutel: int
    """Where its key begins; for an item of a list, where the item itself begins."""
    sleutel_eind: int
    binnen_haken: bool = False
    """True for a list between ``[`` and ``]``."""


def yaml_places(text: str, start: int = 0) -> dict[Location, Plek]:
    """Return the place of every value in a YAML text that has been read without problems."""
    node = yaml.compose(text, yaml.BaseLoader)  # the fast loader counts bytes
    return dict(_walk(node, (), start)) if node else {}


def header_places(text: str) -> tuple[dict[Location, Plek], int]:
    """Return the places in the front matter of a page, and the offset of its closing fence."""
    first, end = header_span(text)
    return yaml_places(text[first:end], first), end


def header_span(text: str) -> tuple[int, int]:
    """Return where the front matter of a page begins, and the offset of its closing fence."""
    first = text.index("\n") + 1
    end = first
    while text[end : text.find("\n", end) if "\n" in text[end:] else None].rstrip() != FENCE:
        end = text.index("\n", end) + 1
    return first, end


def _walk(node: yaml.Node, at: Location, start: int) -> Iterator[tuple[Location, Plek]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*at, str(key.value))
            yield here, _plek(value, key, start)
            yield from _walk(value, here, start)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*at, number), _plek(item, item, start)
            yield from _walk(item, (*at, number), start)


def _plek(value: yaml.Node, key: yaml.Node, start: int) -> Plek:
    return Plek(
        start + value.start_mark.index,
        start + value.end_mark.index,
        start + key.start_mark.index,
        start + key.end_mark.index,
        isinstance(value, yaml.SequenceNode) and bool(value.flow_style),
    )


def items_of(places: Mapping[Location, Plek], key: str) -> list[Plek]:
    """Return the places of the items of a list at the top."""
    return [place for at, place in places.items() if at[:1] == (key,) and len(at) == 2]
