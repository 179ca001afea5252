"""References in Dutch legal style, after the Aanwijzingen voor de regelgeving.

``artikel 8, eerste lid, aanhef en onder e, van de Ambtenarenwet 2017``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.legal.place import Sleutel, Vindplaats

_LEDEN = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
_WORDS = {Sleutel.TITEL: "titel", Sleutel.SUBPARAGRAAF: "subparagraaf"}
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


def long_parts(plaats: Vindplaats) -> Iterator[str]:
    """Yield the parts of a place: ``artikel 8``, ``eerste lid``, ``aanhef en onder e``."""
    nested = False
    for sleutel, nummer in plaats.delen:
        if sleutel is Sleutel.LID:
            yield _ordinal(nummer)
        elif sleutel is Sleutel.ONDERDEEL:
            yield f"sub {nummer}" if nested else f"aanhef en onder {nummer}"
            nested = True
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
