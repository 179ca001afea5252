"""Types of single fields: text as typed by an editor in, checked values out.

Every type refuses with a Dutch sentence.  A ``PydanticCustomError`` carries that sentence;
its context may hold a ``tip`` with an example.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from wijzer.base.dates import WrongDateError, read_date
from wijzer.base.files import storable
from wijzer.model.markers import Relatie

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SUMMARY = 160
UNFILLED = "…"
"""What a new page holds where the editor still has to write something."""
_OURS = frozenset("404 assets contact downloads index robots search sitemap".split())
"""Addresses at the top of the site that are no pages of editors."""
_TRUTH = {"true": True, "ja": True, "false": False, "nee": False}


def refuse(text: str, tip: str = "", veld: str = "") -> PydanticCustomError:
    """Make the error that a validator raises; ``text`` reads on after the field's name.

    A validator of a whole model names the field (``veld``) on whose line the finding belongs.
    """
    return PydanticCustomError("wijzer", "{text}", {"text": text, "tip": tip, "veld": veld})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        found = "een lijst" if isinstance(value, list | tuple) else "een groep sleutels"
        tip = 'Schrijf de tekst achter de dubbele punt, tussen " " als er `: ` in staat.'
        raise refuse(f"moet één tekst zijn; er staat {found}", tip)
    if not value.strip():
        raise refuse("is leeg", "Vul een waarde in of haal de regel weg.")
    if value.strip() == UNFILLED:
        raise refuse("is nog niet ingevuld", "Vul een waarde in of haal de regel weg.")
    return value.strip()


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        tip = "Een id bestaat uit kleine letters, cijfers en streepjes, zoals: eed-of-belofte"
        raise refuse(f"is geen goede id: `{value}`", tip)
    return value


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        return read_date(_text(value))
    except WrongDateError as error:
        raise refuse(error.tekst, error.tip) from None


def _number(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = _text(value)
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise refuse(f"is geen nummer: `{text}`", "Schrijf een heel getal vanaf 1, zoals: 12")
    return int(text)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in _TRUTH:
        raise refuse(f"is geen ja of nee: `{text}`", "Schrijf `true` (ja) of `false` (nee).")
    return _TRUTH[text]


def is_true(value: object) -> bool:
    """Tell whether a raw value means yes, also in a page that was never checked."""
    return isinstance(value, str) and _TRUTH.get(value.strip(), False)


def _summary(value: str) -> str:
    if len(value) > MAX_SUMMARY:
        tip = f"Houd één zin over van ten hoogste {MAX_SUMMARY} tekens."
        raise refuse(f"is te lang: {len(value)} tekens", tip)
    if re.search(r"[.!?]\s+[A-Z]", value):
        raise refuse("bestaat uit meer dan één zin", "Houd één zin over.")
    return value


def at_most(maximum: int) -> AfterValidator:
    """Return a validator that refuses a text of more than ``maximum`` characters."""

    def check(value: str) -> str:
        if len(value) > maximum:
            tip = f"Houd het bij ten hoogste {maximum} tekens; maak er desnoods twee van."
            raise refuse(f"is te lang: {len(value)} tekens", tip)
        return value

    return AfterValidator(check)


def _path(value: str) -> str:
    cleaned = value.strip("/")
    if not re.fullmatch(r"[a-z0-9-]+(?:/[a-z0-9-]+)*", cleaned):
        tip = "Schrijf het adres zonder domein, met kleine letters, zoals: regels/geschenken"
        raise refuse(f"is geen adres op deze site: `{value}`", tip)
    if not storable(cleaned):
        tip = "Windows kan dit adres niet bewaren. Kies een ander, kort adres."
        raise refuse(f"kan geen adres zijn: `{value}`", tip)
    if cleaned.split("/")[0] in _OURS:
        tip = "Schrijf het adres dat de pagina vroeger had, zoals: regels/geschenken"
        raise refuse(f"is een adres dat de site zelf gebruikt: `{value}`", tip)
    return cleaned


Tekst = Annotated[str, BeforeValidator(_text)]
Regel = Annotated[Tekst, AfterValidator(_one_line)]
Samenvatting = Annotated[Regel, AfterValidator(_summary)]
Id = Annotated[Tekst, AfterValidator(_id)]
Datum = Annotated[datetime.date, BeforeValidator(_date)]
Nummer = Annotated[int, BeforeValidator(_number)]
Vlag = Annotated[bool, BeforeValidator(_flag)]
Adres = Annotated[Tekst, AfterValidator(_path)]

KernwaardeId = Annotated[Id, Relatie("kernwaarde")]
BasisnormId = Annotated[Id, Relatie("basisnorm")]
RegelingId = Annotated[Id, Relatie("regeling")]
RolId = Annotated[Id, Relatie("rol")]
PijlerId = Annotated[Id, Relatie("pijler")]
DilemmaId = Annotated[Id, Relatie("dilemma")]
EigenaarId = Annotated[Id, Relatie("rol", verwant=False)]
"""Stands among the facts; the page of a role does not list everything it keeps."""
OpvolgerId = Annotated[Id, Relatie("regeling", verwant=False)]
"""Has blocks of its own: the notice above the old rule, "Vervangt" under the new one."""
