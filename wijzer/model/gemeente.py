"""What belongs to one municipality: ``gemeente.yml``, so that another needs no other code."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from wijzer.base.policy import is_website
from wijzer.model.contact import is_mail
from wijzer.model.fields import Datum, Id, Regel, refuse
from wijzer.model.pages import Frozen

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FONTS = re.compile(r"""[\w\s,'"-]+""")
_EDIT_PATH = re.compile(r"(?!/)(?:[A-Za-z0-9.?&=%~_-]+/?)+", re.ASCII)
_THEME = re.compile(
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.css", re.ASCII
)
_LANGUAGE = "nl"
"""The language of the texts and of the words that the theme adds."""


def _empty_is_unknown(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _empty_is_none(value: Any) -> Any:
    return value or ()


def _web_address(value: str) -> str:
    parts = urlsplit(value) if " " not in value else urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise refuse(f"is geen webadres: `{value}`", "Zo ziet het eruit: https://www.voorbeeld.nl/")
    return value


def _origin(value: str) -> str:
    if not is_website(_web_address(value).rstrip("/")):
        tip = "Schrijf alleen de website, zonder pad, zoals: https://intranet.voorbeeld.nl"
        raise refuse(f"is meer dan een website: `{value}`", tip)
    return value.rstrip("/")


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value.lower()):
        raise refuse(f"is geen kleur: `{value}`", 'Schrijf zes tekens na een #, zoals: "#154273"')
    return value.lower()


def _fonts(value: str) -> str:
    if not _FONTS.fullmatch(value) or any(value.count(quote) % 2 for quote in "\"'"):
        tip = "Schrijf namen van lettertypen met komma's ertussen, zoals: Arial, sans-serif"
        raise refuse(f"is geen rij lettertypen: `{value}`", tip)
    return value


def _theme(value: str) -> str:
    if not _THEME.fullmatch(value):
        raise refuse(
            f"is geen CSS-bestand in dit project: `{value}`",
            "Zet het bestand in een map en schrijf: huisstijl/thema.css",
        )
    return value


def _edit_path(value: str) -> str:
    if not _EDIT_PATH.fullmatch(value):
        raise refuse(f"is geen pad: `{value}`", "Zo ziet het eruit: edit/main/")
    return value


def _dutch_first(value: tuple[str, ...]) -> tuple[str, ...]:
    if value[0] != _LANGUAGE:
        tip = f"Zet `{_LANGUAGE}` vooraan: de pagina's zijn in het Nederlands."
        raise refuse(f"begint met `{value[0]}`", tip)
    return value


Webadres = Annotated[Regel, AfterValidator(_web_address)]
Kleur = Annotated[Regel, AfterValidator(_colour)]


class Adresgegevens(Frozen):
    """De site zelf: haar naam, waar zij staat en waar haar bron staat."""

    naam: Annotated[Regel, Field(examples=["Integriteitswijzer"])]
    """De naam van de site, bovenaan elke pagina."""
    omschrijving: Annotated[Regel, Field(examples=["De gedragscode van de gemeente Voorbeeld"])]
    """Eén zin over de site, voor zoekmachines."""
    adres: Annotated[
        Webadres | None,
        BeforeValidator(_empty_is_unknown),
        Field(examples=["https://wijzer.voorbeeld.nl/"]),
    ] = None
    """Het adres van de site; het staat ook op de kaarten. `WIJZER_ADRES` gaat voor."""
    repo: Annotated[
        Webadres | None,
        BeforeValidator(_empty_is_unknown),
        Field(examples=["https://git.voorbeeld.nl/integriteitswijzer"]),
    ] = None
    """Het adres van de Git-server: dan krijgt elke pagina "bewerken". `WIJZER_REPO` gaat voor."""
    bewerken: Annotated[Regel, AfterValidator(_edit_path), Field(examples=["edit/main/"])] = (
        "edit/main/"
    )
    """Het pad waarmee die server een pagina opent. `WIJZER_BEWERKEN` gaat voor."""
    talen: Annotated[
        tuple[Id, ...], Field(min_length=1, examples=[["nl"]]), AfterValidator(_dutch_first)
    ] = (_LANGUAGE,)
    """De talen van de site; de eerste is de taal van de pagina's."""
    snel_weg: Annotated[Webadres, Field(examples=["https://www.knmi.nl/"])]
    """Een neutrale website voor wie de site snel wil verlaten."""
    frame_ancestors: Annotated[
        tuple[Annotated[Regel, AfterValidator(_origin)], ...],
        BeforeValidator(_empty_is_none),
        Field(examples=[["https://intranet.voorbeeld.nl"]]),
    ] = ()
    """Websites die de site in een kader mogen tonen, zoals het intranet."""


def _report_address(value: str) -> str:
    if is_mail(value) or urlsplit(_web_address(value)).scheme == "https":
        return value
    tip = "Geef een e-mailadres, of een webadres met https: beveiliging@voorbeeld.nl"
    raise refuse(f"is geen plek om veilig te melden: `{value}`", tip)


class Beveiliging(Frozen):
    """Waar iemand een lek in de site meldt; staat in `/.well-known/security.txt` (RFC 9116)."""

    contact: Annotated[
        Annotated[Regel, AfterValidator(_report_address)] | None,
        BeforeValidator(_empty_is_unknown),
        Field(examples=["beveiliging@voorbeeld.nl"]),
    ] = None
    """Een e-mailadres of een webadres. Zonder adres komt er geen security.txt."""
    geldig_tot: Annotated[
        Datum | None, BeforeValidator(_empty_is_unknown), Field(examples=["2027-05-01"])
    ] = None
    """De dag waarvoor je het adres weer nakijkt, hooguit een jaar later."""

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if self.contact and not self.geldig_tot:
            tip = "Schrijf de dag waarvoor je het adres weer nakijkt, zoals: geldig_tot: 2027-05-01"
            raise refuse("heeft een `contact`, maar geen `geldig_tot`", tip)
        return self


class LokaleRegels(Frozen):
    """Waar de regels van de gemeente zelf staan."""

    map: Annotated[Id, Field(examples=["voorbeeld"])]
    """De map in `regelgeving/` met de regels van de gemeente zelf."""
    gezag: Annotated[Regel, Field(examples=["Voorbeeld"])]
    """De naam van de gemeente op lokaleregelgeving.overheid.nl."""


class Woorden(Frozen):
    """Hoe de gemeente iets noemt dat elke gemeente heeft."""

    intranet: Annotated[Regel, Field(examples=["Intranet"])]
    """Het intranet."""
    meldpunt: Annotated[Regel, Field(examples=["Meldpunt Integriteit"])]
    """De plek in de organisatie om een vermoeden te melden."""
    beleidsplan: Annotated[
        Regel | None,
        BeforeValidator(_empty_is_unknown),
        Field(examples=["Beleidsplan Integriteit (2026)"]),
    ] = None
    """Het plan waarin de rollen beschreven zijn."""


class Kleuren(Frozen):
    """De kleuren van de site op een lichte of donkere achtergrond."""

    hoofdkleur: Annotated[Kleur, Field(examples=['"#154273"'])]
    """De streep bovenaan, de belangrijkste knoppen, de voet en de titels op papier."""
    hoofdkleur_tekst: Annotated[Kleur, Field(examples=['"#ffffff"'])]
    """Tekst op de hoofdkleur."""
    link: Annotated[Kleur, Field(examples=['"#154273"'])]
    """Links, knoppen en de naam van de site."""
    link_actief: Annotated[Kleur, Field(examples=['"#0b2a4d"'])]
    """Een link die je aanwijst."""
    focus: Annotated[Kleur, Field(examples=['"#9a4d00"'])]
    """De lijn om wat je met het toetsenbord kiest."""
    vlak: Annotated[Kleur, Field(examples=['"#f2f5f9"'])]
    """De achtergrond van kaders."""
    rand: Annotated[Kleur, Field(examples=['"#8a94a0"'])]
    """De randen van kaders en velden."""
    waarschuwing: Annotated[Kleur, Field(examples=['"#8a2c0d"'])]
    """Wat niet meer geldt of nog ontbreekt."""
    goed: Annotated[Kleur, Field(examples=['"#1a5c2e"'])]
    """Wat geldt."""


class Huisstijl(Frozen):
    """Het lettertype en de kleuren, licht en donker."""

    letter: Annotated[Regel, AfterValidator(_fonts), Field(examples=["Arial, sans-serif"])]
    """De lettertypen, de liefste eerst. Alleen "Wijzer Sans" levert de site zelf."""
    thema: Annotated[
        Annotated[Regel, AfterValidator(_theme)] | None,
        BeforeValidator(_empty_is_unknown),
        Field(examples=["huisstijl/thema.css"]),
    ] = None
    """Een thema van NL Design System. Het gaat voor `letter` en `licht`, en kent geen donker."""
    licht: Annotated[Kleuren, Field(examples=[{"hoofdkleur": '"#154273"'}])]
    """De kleuren op wit."""
    donker: Annotated[Kleuren, Field(examples=[{"hoofdkleur": '"#0f2f54"'}])]
    """De kleuren voor wie een donker scherm wil."""


class Gemeente(Frozen):
    """De gemeente van wie de site is (`gemeente.yml`)."""

    naam: Annotated[Regel, Field(examples=["Voorbeeld"])]
    """De naam, zoals in: je werkt in Voorbeeld."""
    voluit: Annotated[Regel, Field(examples=["gemeente Voorbeeld"])]
    """De naam voluit, zoals in: je werkt voor de gemeente Voorbeeld."""
    bijvoeglijk: Annotated[Regel, Field(examples=["Voorbeeldse"])]
    """De naam als eigenschap, zoals in: de Voorbeeldse regels."""
    site: Annotated[Adresgegevens, Field(examples=[{"naam": "Integriteitswijzer"}])]
    """De site zelf."""
    beveiliging: Annotated[
        Beveiliging, Field(examples=[{"contact": "beveiliging@voorbeeld.nl"}])
    ] = Beveiliging()
    """Waar iemand een lek in de site meldt."""
    lokale_regels: Annotated[LokaleRegels, Field(examples=[{"map": "voorbeeld"}])]
    """Waar de eigen regels staan."""
    kernwaarden: Annotated[tuple[Id, ...], Field(min_length=1, examples=[["zorgvuldigheid"]])]
    """De kernwaarden in hun vaste volgorde; elke id is een bestand in `kernwaarden/`."""
    woorden: Annotated[Woorden, Field(examples=[{"intranet": "Intranet"}])]
    """De woorden van de gemeente."""
    huisstijl: Annotated[Huisstijl, Field(examples=[{"letter": "Arial, sans-serif"}])]
    """Lettertype en kleuren."""

    @property
    def uitgever(self) -> str:
        """The publisher that stands in PDF files, on contact cards and under every page."""
        return self.voluit[:1].upper() + self.voluit[1:]

    @property
    def map(self) -> str:
        """The folder with the local rules, relative to the project root."""
        return f"regelgeving/{self.lokale_regels.map}"
