"""References in Dutch legal style, printed and read back.

Long form after the Aanwijzingen voor de regelgeving: ``artikel 8, eerste lid, aanhef en onder e,
van de Ambtenarenwet 2017``; short form: ``art. 8 lid 1 onder e Ambtenarenwet 2017``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.legal.errors import MalformedReferenceError
from wijzer.legal.place import NUMMER_VORM, Sleutel, Vindplaats

_LEDEN = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
_WORDS = {Sleutel.TITEL: "titel", Sleutel.SUBPARAGRAAF: "subparagraaf"}
_LEVELS = {_WORDS.get(s, s.value): s for s in Sleutel if s not in (Sleutel.LID, Sleutel.ONDERDEEL)}
_EXAMPLE = "artikel 8, eerste lid, aanhef en onder e, van de Ambtenarenwet 2017"
_HET = ("wetboek", "besluit", "reglement", "protocol", "plan", "beleid", "verdrag", "statuut")
_NO_ARTICLE = re.compile(r"(?:Verordening|Richtlijn|Besluit) \(E[UG]\)")


@dataclass(frozen=True)
class Citaat:
    """A place in a text that is named by its title."""

    plaats: Vindplaats
    titel: str

    @property
    def lang(self) -> str:
        """``artikel 8, eerste lid, van de Ambtenarenwet 2017``."""
        parts = [*long_parts(self.plaats)]
        comma = "," if len(parts) > 1 else ""
        lidwoord = f"{article_of(self.titel)} ".lstrip()
        return f"{', '.join(parts)}{comma} van {lidwoord}{self.titel}" if parts else self.titel

    @property
    def kort(self) -> str:
        """``art. 8 lid 1 Ambtenarenwet 2017``."""
        return " ".join([*short_parts(self.plaats), self.titel])


def long_parts(plaats: Vindplaats) -> Iterator[str]:
    """Yield the parts of the long form: ``artikel 8``, ``eerste lid``, ``aanhef en onder e``."""
    nested = False
    for sleutel, nummer in plaats.delen:
        if sleutel is Sleutel.LID:
            yield _ordinal(nummer)
        elif sleutel is Sleutel.ONDERDEEL:
            yield f"sub {nummer}" if nested else f"aanhef en onder {nummer}"
            nested = True
        else:
            yield f"{_WORDS.get(sleutel, sleutel.value)} {nummer}"


def short_parts(plaats: Vindplaats) -> Iterator[str]:
    """Yield the parts of the short form: ``art. 8``, ``lid 1``, ``onder e``."""
    nested = False
    for sleutel, nummer in plaats.delen:
        if sleutel is Sleutel.ONDERDEEL:
            yield f"sub {nummer}" if nested else f"onder {nummer}"
            nested = True
        elif sleutel is Sleutel.ARTIKEL:
            yield f"art. {nummer}"
        else:
            yield f"{_WORDS.get(sleutel, sleutel.value)} {nummer}"


def _ordinal(lid: str) -> str:
    index = int(lid) if lid.isdigit() and not lid.startswith("0") else 0
    return f"{_LEDEN[index - 1]} lid" if 0 < index <= len(_LEDEN) else f"lid {lid}"


def article_of(titel: str) -> str:
    """Return ``de`` or ``het`` for a title, or nothing: ``van Verordening (EU) 2016/679``.

    The noun stands first or second ("Burgerlijk Wetboek"); its ending tells.
    """
    if _NO_ARTICLE.match(titel):
        return ""
    first_words = titel.lower().split()[:2]
    return "het" if any(word.endswith(_HET) for word in first_words) else "de"


_ORDINALS = {word: str(number) for number, word in enumerate(_LEDEN, 1)}
_PART = re.compile(
    rf"(?:(?P<level>{'|'.join(_LEVELS)}|art\.)\s+(?P<number>(?!van\b){NUMMER_VORM})"
    rf"|(?P<ordinal>{'|'.join(_LEDEN)})\s+lid|lid\s+(?P<lid>{NUMMER_VORM})"
    rf"|(?:aanhef\s+en\s+)?(?:onder|onderdeel|sub)\s+(?P<part>{NUMMER_VORM}))(?=[\s,]|$),?\s*",
    re.IGNORECASE | re.ASCII,
)
_REST = re.compile(r"(?:van\s+(?:(?:de|het)\s+)?)?(?P<titel>.*)", re.DOTALL)


def parse_citation(text: str) -> Citaat:
    """Read a long or short citation; raise :class:`MalformedReferenceError`."""
    bare = " ".join(text.split())
    delen: list[tuple[Sleutel, str]] = []
    at = 0
    while found := _PART.match(bare, at):
        delen.append(_part(found))
        at = found.end()
    rest = _REST.fullmatch(bare, at)
    titel = rest["titel"] if rest else ""
    if not titel:
        raise MalformedReferenceError(f"`{text}` noemt geen wet of regel", _EXAMPLE)
    if not delen and re.match(r"art(ikel|\.)?\b", bare, re.IGNORECASE):
        raise MalformedReferenceError(f"`{text}` heeft geen goed artikelnummer", _EXAMPLE)
    try:
        return Citaat(Vindplaats(tuple(delen)), titel)
    except MalformedReferenceError as error:
        raise MalformedReferenceError(error.text, _EXAMPLE) from None


def _part(found: re.Match[str]) -> tuple[Sleutel, str]:
    if found["level"]:
        return _LEVELS.get(found["level"].lower(), Sleutel.ARTIKEL), found["number"]
    if found["ordinal"]:
        return Sleutel.LID, _ORDINALS[found["ordinal"].lower()]
    return (Sleutel.LID, found["lid"]) if found["lid"] else (Sleutel.ONDERDEEL, found["part"])
