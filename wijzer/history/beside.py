"""Files beside the pages that a page shows: who can be reached, and the words of the law."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from wijzer.corpus.contact import PATH as CONTACT
from wijzer.corpus.wetuitleg import PATH as UITLEG
from wijzer.load.tree import TEKSTEN
from wijzer.load.yaml_text import Value, read_yaml

_REVIEWED = "geldig_tot"
"""When the data will be looked at again: no reader waits for that."""


def is_beside(path: str) -> bool:
    """Tell whether a file is one of these."""
    file = PurePosixPath(path)
    return path in (CONTACT, UITLEG) or (str(file.parent) == TEKSTEN and file.suffix == ".json")


def changed_beside(path: str, oud: bytes, nieuw: bytes) -> Iterator[tuple[str, str]]:
    """Yield the id of every page that shows something else now, and what a reader calls it.

    Nothing of what stands in the file comes along: it holds names of people.
    """
    if path == CONTACT:
        yield from _differing(_people(oud), _people(nieuw), "de contactgegevens")
    elif path == UITLEG:
        yield from _differing(_sentences(oud), _sentences(nieuw), "de uitleg bij de wet")
    elif oud and nieuw and _passages(oud) != _passages(nieuw):
        yield PurePosixPath(path).stem, "de woorden van de wet"


def _differing(
    before: dict[str, object], after: dict[str, object], what: str
) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield name, what


def _values(data: bytes) -> dict[str, Value]:
    return read_yaml(data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")).values


def _people(data: bytes) -> dict[str, object]:
    """Return what readers see of the people of each role; empty values are none."""
    found: dict[str, object] = {}
    for role, people in _values(data).items():
        rows = [_shown(person) for person in people] if isinstance(people, list) else []
        if any(rows):
            found[role] = rows
    return found


def _shown(person: Value) -> dict[str, str]:
    given = person if isinstance(person, dict) else {}
    shown = {key: " ".join(str(value).split()) for key, value in given.items()}
    return {key: value for key, value in shown.items() if value and key != _REVIEWED}


def _sentences(data: bytes) -> dict[str, object]:
    found: dict[str, object] = {}
    places = _values(data).get("plaatsen", [])
    for place in places if isinstance(places, list) else []:
        if isinstance(place, dict):
            name = str(place.get("regeling", ""))
            found[name] = (*_tuple(found.get(name)), tuple(str(part) for part in place.values()))
    return found


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _passages(data: bytes) -> list[object]:
    """Return the words of a text by place; when they were fetched is no news."""
    try:
        rows = json.loads(data)["passages"]
        return [
            (row["artikel"], row.get("lid"), row.get("onderdeel"), row["tekst"]) for row in rows
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
