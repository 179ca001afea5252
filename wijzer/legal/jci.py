"""JCI references to national law: ``jci1.3:c:BWBR0001947&artikel=8``.

Source: Juriconnect, standaard BWB (versions 1.0 to 1.3.1, on the list of mandatory open
standards).  Version 1.3.1 is written ``jci1.31``; before 1.3 the prefix ``jci`` was often left out.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from wijzer.legal.errors import MalformedReferenceError
from wijzer.legal.identifiers import Bwb
from wijzer.legal.place import GEHEEL, Sleutel, Vindplaats

VERSIES = ("1.0", "1.1", "1.2", "1.3", "1.31")
EXAMPLE = "jci1.3:c:BWBR0001947&artikel=8"
_FORM = re.compile(
    r"(?:jci)?(?P<versie>\d\.\d+(?:\.\d)?):(?P<soort>\w):(?P<bwb>\w+)(?P<rest>.*)", re.ASCII
)
_DATES = {"c": ("z", "g"), "v": ("s", "e", "z")}


@dataclass(frozen=True)
class Jci:
    """A reference to (a place in) one consolidation (``c``) or a collection of them (``v``).

    ``datums`` holds pairs of key and date: ``z`` zichtdatum, ``g`` geldigheidsdatum for ``c``;
    ``s`` start, ``e`` eind, ``z`` zichtdatum for ``v``; in that order.
    """

    regeling: Bwb
    plaats: Vindplaats = GEHEEL
    versie: str = "1.3"
    soort: str = "c"
    datums: tuple[tuple[str, datetime.date], ...] = ()

    def __post_init__(self) -> None:
        if self.versie not in VERSIES:
            text = f"versie {self.versie} van JCI bestaat niet; kies uit {', '.join(VERSIES)}"
            raise MalformedReferenceError(text, EXAMPLE)
        if self.soort not in _DATES:
            text = f"`{self.soort}` is geen soort verwijzing; kies c (één tekst) of v (verzameling)"
            raise MalformedReferenceError(text, EXAMPLE)
        allowed = _DATES[self.soort]
        keys = [key for key, _ in self.datums]
        if keys != [key for key in allowed if key in keys]:
            text = (
                f"bij soort {self.soort} horen alleen de datums {', '.join(allowed)}, elk één keer"
            )
            raise MalformedReferenceError(text, EXAMPLE)

    def __str__(self) -> str:
        place = "".join(f"&{sleutel}={nummer}" for sleutel, nummer in self.plaats.delen)
        dates = "".join(f"&{key}={date.isoformat()}" for key, date in self.datums)
        return f"jci{self.versie}:{self.soort}:{self.regeling}{place}{dates}"

    @classmethod
    def at(cls, regeling: Bwb, plaats: Vindplaats, op: datetime.date | None = None) -> Jci:
        """Refer to the current text, or to the text of a day.

        With ``g`` alone wetten.overheid.nl opens the page at its top, so both dates are given.
        """
        return cls(regeling, plaats, datums=(("z", op), ("g", op)) if op else ())

    @classmethod
    def parse(cls, text: str) -> Jci:
        """Read a JCI reference; raise :class:`MalformedReferenceError` with what is wrong."""
        bare = text.strip()
        if "&amp;" in bare:
            raise MalformedReferenceError("schrijf `&` en niet `&amp;` in een verwijzing", EXAMPLE)
        found = _FORM.fullmatch(bare)
        if not found:
            raise MalformedReferenceError(f"`{text}` is geen JCI-verwijzing", EXAMPLE)
        soort = found["soort"].lower()
        places, dates = _pairs(found["rest"])
        in_order = tuple((k, dates[k]) for k in _DATES.get(soort, ()) if k in dates)
        if len(in_order) < len(dates):
            in_order = tuple(dates.items())  # refused with the right message
        versie = found["versie"].replace("1.3.1", "1.31")
        return cls(Bwb.parse(found["bwb"]), Vindplaats(places), versie, soort, in_order)


def _pairs(rest: str) -> tuple[tuple[tuple[Sleutel, str], ...], dict[str, datetime.date]]:
    places: list[tuple[Sleutel, str]] = []
    dates: dict[str, datetime.date] = {}
    if rest and not rest.startswith("&"):
        raise MalformedReferenceError(f"voor `{rest}` ontbreekt het teken `&`", EXAMPLE)
    for pair in filter(None, rest.split("&")):
        key, equals, value = pair.partition("=")
        if not equals or not value:
            raise MalformedReferenceError(f"`{pair}` heeft geen waarde", EXAMPLE)
        if key in {"g", "z", "s", "e"} and key in dates:
            raise MalformedReferenceError(f"`{key}` staat er twee keer", EXAMPLE)
        if key in {"g", "z", "s", "e"}:
            dates[key] = _date(value)
        elif key in set(Sleutel):
            places.append((Sleutel(key), value.rstrip(".") or value))
        else:
            keys = ", ".join(Sleutel)
            raise MalformedReferenceError(
                f"de sleutel `{key}` bestaat niet; kies uit {keys}", EXAMPLE
            )
    return tuple(places), dates


def _date(value: str) -> datetime.date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise MalformedReferenceError(
        f"`{value}` is geen datum", f"{EXAMPLE}&z=2025-07-01&g=2025-07-01"
    )
