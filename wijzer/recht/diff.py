"""What changed between two texts of one rule, place by place and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wijzer.base.word_diff import Stukje, word_diff
from wijzer.recht.passages import Passage, Wettekst

Sleutel = tuple[str, str, str]
_MARKS = re.compile(r"(?:^|(?<=\s))(?:[a-z]{1,3}|\d{1,2}°?)\.\s", re.IGNORECASE)


class Wijziging(StrEnum):
    """What happened to a passage."""

    VERANDERD = "veranderd"
    VERPLAATST = "verplaatst"
    VERVALLEN = "vervallen"
    NIEUW = "nieuw"


@dataclass(frozen=True)
class Verschil:
    """One passage before and after; one of the two is missing when it is new or gone."""

    soort: Wijziging
    van: Sleutel | None
    naar: Sleutel | None
    oud: str
    nieuw: str

    @property
    def plaats(self) -> Sleutel:
        """Where it stood, or where it stands when it is new."""
        found = self.van or self.naar
        assert found is not None
        return found

    @property
    def woorden(self) -> tuple[Stukje, ...]:
        """The words with the difference marked."""
        return tuple(word_diff(self.oud, self.nieuw))


def compare(oud: Wettekst, nieuw: Wettekst) -> list[Verschil]:
    """Return what changed, in the order of the old text and then what is new.

    Of an old text that is not complete, only the passages that it has are compared: what it lacked
    was not new in the law.  It may hold a list inside one sentence that now has parts; that is no
    change.
    """
    seen: set[Sleutel] = set()
    gone: list[Passage] = []
    found: list[Verschil] = []
    for passage in oud.passages:
        now = _same_place(passage, nieuw)
        seen.update(p.sleutel for p in now)
        text = " ".join(p.tekst for p in now)
        if not now:
            gone.append(passage)
        elif _plain(text) != _plain(passage.tekst):
            here = passage.sleutel
            found.append(Verschil(Wijziging.VERANDERD, here, here, passage.tekst, text))
    fresh = [p for p in nieuw.passages if p.sleutel not in seen]
    found += _moved(gone, fresh)
    if oud.volledig:
        found += [Verschil(Wijziging.NIEUW, None, p.sleutel, "", p.tekst) for p in fresh]
    return found


def _same_place(passage: Passage, nieuw: Wettekst) -> tuple[Passage, ...]:
    """Return what stands there now: the same passage, or the list that it has become."""
    exact = tuple(p for p in nieuw.at(passage.artikel) if p.sleutel == passage.sleutel)
    inside = tuple(
        p
        for p in nieuw.at(passage.artikel, passage.lid)
        if p.lid == passage.lid and (not passage.onderdeel or p.within("", passage.onderdeel))
    )
    if exact and (_plain(exact[0].tekst) == _plain(passage.tekst) or len(inside) == 1):
        return exact
    joined = _plain(" ".join(p.tekst for p in inside))
    return inside if not exact or joined == _plain(passage.tekst) else exact


def _moved(gone: list[Passage], fresh: list[Passage]) -> Iterator[Verschil]:
    """Yield what is gone; what stands elsewhere with the same words has moved there.

    The official ``stam-id`` of an article stays when its number changes, so that a passage which
    got a new number and new words at once is still recognised.  What moved leaves ``fresh``.
    """
    for passage in gone:
        same = (p for p in fresh if p.hash == passage.hash)
        renumbered = (p for p in fresh if _renumbered(passage, p))
        there = next(same, None) or next(renumbered, None)
        if there is None:
            yield Verschil(Wijziging.VERVALLEN, passage.sleutel, None, passage.tekst, "")
            continue
        fresh.remove(there)
        van, naar = passage.sleutel, there.sleutel
        yield Verschil(Wijziging.VERPLAATST, van, naar, passage.tekst, there.tekst)


def _renumbered(before: Passage, after: Passage) -> bool:
    same_place = (before.lid, before.onderdeel) == (after.lid, after.onderdeel)
    return bool(before.stam) and before.stam == after.stam and same_place


def _plain(text: str) -> str:
    """Return the words without white space and the marks of a list inside a sentence."""
    return "".join(_MARKS.sub("", text).split())
