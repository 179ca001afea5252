"""How a role is reached: one entry of ``docs/contact.yml``, filled in by HRM.

An empty value means "not known yet" and shows on the site as a gap.  ``n.v.t.`` means that there
is nothing to fill in (a role without a room, say): then the site shows nothing.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from wijzer.model.fields import Datum, Regel, refuse
from wijzer.model.pages import Frozen

NIET_VAN_TOEPASSING = "n.v.t."

_ABROAD = re.compile(r"\+[1-9]\d{7,14}", re.ASCII)
_DUTCH = re.compile(
    r"0[1-9]\d{8}|0[89]00\d{4,7}|14\d{2,4}|140\d{2,3}"
    r"|11[234]|116\d{3}|144",  # help at once: 112, 113, 116 000
    re.ASCII,
)
_LOCAL = r"[a-z0-9!$&'*+/=^_`{|}~-]"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_MAIL = re.compile(
    rf"(?=[^@]{{1,64}}@){_LOCAL}+(?:\.{_LOCAL}+)*@(?:{_LABEL}\.)+[a-z]{{2,24}}",
    re.IGNORECASE | re.ASCII,
)
"""What every program writes in a ``mailto:`` link in the same way (RFC 6068, 2)."""
_FROM_ABROAD = re.compile(r"^(?:\+|00)(?=[1-9])")
_NOT_FROM_ABROAD = re.compile(r"^(\+\d{1,3}) ?\(0\)")
"""``+31 (0)23``: the zero is for who calls from the Netherlands."""
_PHOTO = re.compile(r"assets/[\w./-]+\.(?:jpg|jpeg|png|webp)")


def _empty_is_unknown(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _absent(value: str) -> str:
    return NIET_VAN_TOEPASSING if value.lower().replace(" ", "") in {"n.v.t.", "nvt"} else value


def _phone(value: Any) -> Any:
    text = _plain(value)
    if text is None or text == NIET_VAN_TOEPASSING:
        return text
    if not is_phone(text):
        tip = "Schrijf het hele nummer, met netnummer, zoals: 023 000 00 00"
        raise refuse(f"is geen telefoonnummer: `{text}`", tip)
    return text


def _mail(value: Any) -> Any:
    text = _plain(value)
    if text is None or text == NIET_VAN_TOEPASSING:
        return text
    if not is_mail(text):
        raise refuse(f"is geen e-mailadres: `{text}`", "Zo ziet het eruit: naam@voorbeeld.nl")
    return text


def is_mail(text: str) -> bool:
    """Tell whether a text looks like a mail address."""
    return _MAIL.fullmatch(text) is not None


def _photo(value: Any) -> Any:
    text = _plain(value)
    if text is not None and (not _PHOTO.fullmatch(text) or ".." in text):
        tip = "Zet de foto in docs/assets/fotos/ en schrijf: foto: assets/fotos/naam.jpg"
        raise refuse(f"is geen foto van deze site: `{text}`", tip)
    return text


def _plain(value: Any) -> str | None:
    """Return the text of a value; other shapes are left to the type itself to refuse."""
    if not isinstance(value, str):
        found = "een lijst" if isinstance(value, list | tuple) else "een groep sleutels"
        tip = 'Schrijf de tekst achter de dubbele punt, tussen " " als er `: ` in staat.'
        raise refuse(f"moet één tekst zijn; er staat {found}", tip)
    text = " ".join(value.split())
    return _absent(text) if text else None


def phone_digits(value: str) -> str:
    """Return a telephone number without its spaces, hyphens, dots and brackets."""
    bare = _NOT_FROM_ABROAD.sub(r"\1", _FROM_ABROAD.sub("+", value.strip()))
    return re.sub(r"[\s().\-/]", "", bare)


def is_phone(value: str) -> bool:
    """Tell whether this is a whole telephone number, as a person in the Netherlands dials it."""
    digits = phone_digits(value)
    if digits.startswith("+31"):
        digits = f"0{digits.removeprefix('+31')}"
    return bool(_ABROAD.fullmatch(digits) or _DUTCH.fullmatch(digits))


def _number(value: str) -> str:
    if not (is_phone(value) or re.fullmatch(r"1\d\d", phone_digits(value))):
        tip = "Schrijf het nummer zoals je het belt: 0800-0113"
        raise refuse(f"is geen telefoonnummer: `{value}`", tip)
    return value


Belnummer = Annotated[Regel, AfterValidator(_number)]
"""A number outside the municipality, such as 112 or that of the Huis voor Klokkenluiders."""
Naam = Annotated[Regel | None, BeforeValidator(_empty_is_unknown)]
Telefoon = Annotated[str | None, BeforeValidator(_phone)]
Mail = Annotated[str | None, BeforeValidator(_mail)]
Vrij = Annotated[str | None, BeforeValidator(_plain)]
Foto = Annotated[str | None, BeforeValidator(_photo)]
Eind = Annotated[Datum | None, BeforeValidator(_empty_is_unknown)]


class Contactpersoon(Frozen):
    """Een persoon of team bij een rol (`docs/contact.yml`)."""

    naam: Annotated[Naam, Field(examples=["Team Integriteit"])] = None
    """De naam van de persoon of het team."""
    telefoon: Annotated[Telefoon, Field(examples=["023 000 00 00"])] = None
    """Het hele nummer, met netnummer. Of `n.v.t.`"""
    mail: Annotated[Mail, Field(examples=["naam@voorbeeld.nl"])] = None
    """Het e-mailadres. Of `n.v.t.`"""
    kamer: Annotated[Vrij, Field(examples=["kamer 2.14"])] = None
    """Waar je langs kunt komen. Of `n.v.t.`"""
    uren: Annotated[Vrij, Field(examples=["maandag tot en met donderdag"])] = None
    """Wanneer iemand bereikbaar is. Of `n.v.t.`"""
    foto: Annotated[Foto, Field(examples=["assets/fotos/naam.jpg"])] = None
    """Mag leeg blijven. Een foto in docs/assets/."""
    geldig_tot: Annotated[Eind, Field(examples=["2027-05-01"])] = None
    """De dag waarvoor HRM de gegevens weer nakijkt."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.telefoon == self.mail == NIET_VAN_TOEPASSING:
            tip = "Vul een telefoonnummer of een e-mailadres in."
            raise refuse("`telefoon` en `mail` zijn allebei `n.v.t.`", tip)
        return self

    def value(self, veld: str) -> str:
        """Return a text field as readers see it: empty when unknown or not applicable."""
        found = getattr(self, veld)
        return "" if found in (None, NIET_VAN_TOEPASSING) else str(found)

    @property
    def leeg(self) -> tuple[str, ...]:
        """The fields that the municipality still has to fill in."""
        return tuple(veld for veld in VERPLICHT if getattr(self, veld) is None)

    @property
    def bereikbaar(self) -> bool:
        """Tell whether a reader can do something with it: a name and a way to get in touch."""
        return bool(self.value("naam") and (self.value("telefoon") or self.value("mail")))

    def voorbij(self, today: datetime.date) -> bool:
        """Tell whether the data should have been looked at again."""
        return self.geldig_tot is not None and self.geldig_tot < today


VERPLICHT = ("naam", "telefoon", "mail", "kamer", "uren", "geldig_tot")
"""Every field but the photo."""
LEEG = Contactpersoon()
"""What stands for a role of which nothing is known yet."""
