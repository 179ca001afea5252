"""Changing a few characters of a source: all other bytes stay what an editor made them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Aanpassing:
    """Other text for a piece of a source; offsets are those of :func:`plain_text`."""

    begin: int
    eind: int
    tekst: str


def plain_text(data: bytes) -> str:
    """Return a source as the readers see it: no byte order mark, and lines that end in ``\\n``."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def apply(data: bytes, aanpassingen: Iterable[Aanpassing]) -> bytes:
    """Return a source with some pieces replaced; new lines end as the others do."""
    raw = data.decode("utf-8")
    places = _places(raw)
    end_of_line = "\r\n" if "\r\n" in raw else "\n"
    pieces: list[str] = []
    before = 0
    for one in sorted(set(aanpassingen)):
        begin, end = places[one.begin], places[one.eind]
        pieces += (raw[before:begin], one.tekst.replace("\n", end_of_line))
        before = end
    return "".join([*pieces, raw[before:]]).encode("utf-8")


def _places(raw: str) -> list[int]:
    """Return for every character of the plain text, and for its end, where it stands."""
    start = 1 if raw.startswith("\ufeff") else 0
    second_half = (i > start and raw[i - 1 : i + 1] == "\r\n" for i in range(start, len(raw)))
    found = [i for i, skip in enumerate(second_half, start) if not skip]
    return [*found, len(raw)]
