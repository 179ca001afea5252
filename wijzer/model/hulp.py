"""What the site and its prints say to somebody who is worried: ``docs/hulp.yml``, kept by HRM."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from wijzer.model.contact import Belnummer
from wijzer.model.fields import Id, Regel, RolId, at_most, refuse
from wijzer.model.pages import Frozen


def _one_word(value: str) -> str:
    if " " in value:
        raise refuse(f"is meer dan één woord: `{value}`", "Zet een zin bij `alarmzinnen`.")
    return value


def _all_different(words: tuple[str, ...]) -> tuple[str, ...]:
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice:
        raise refuse(f"noemt `{twice}` twee keer", "Haal een van de twee weg.")
    return words


Woord = Annotated[Regel, AfterValidator(_one_word)]
Zin = Annotated[Regel, at_most(160)]
Kop = Annotated[Regel, at_most(60)]


class Gevaar(Frozen):
    """Wat je doet bij direct gevaar."""

    telefoon: Annotated[Regel, Field(examples=['"112"'])]
    """Het nummer dat je dan belt; het staat ook in `tekst` en `kort`."""
    tekst: Annotated[Zin, Field(examples=["Is er nu gevaar? Bel 112."])]
    """De zin op de poster en boven de zoekresultaten."""
    kort: Annotated[Kop, Field(examples=["Nu gevaar? Bel 112."])]
    """De zin op het zakkaartje."""

    @model_validator(mode="after")
    def _number_in_both(self) -> Self:
        for name in ("tekst", "kort"):
            if self.telefoon not in getattr(self, name):
                tip = f"Noem in `{name}` het nummer {self.telefoon}."
                raise refuse(f"`{name}` noemt het nummer `{self.telefoon}` niet", tip, name)
        return self


class Nummer(Frozen):
    """Een nummer buiten de gemeente om te bellen."""

    naam: Annotated[Kop, Field(examples=["Huis voor Klokkenluiders"])]
    """Wie je belt."""
    telefoon: Annotated[Belnummer, Field(examples=['"088 133 10 00"'])]
    """Het nummer; zet er aanhalingstekens om."""
    waarvoor: Annotated[Zin, Field(examples=["Advies als je een misstand vermoedt."])]
    """Waarvoor je belt."""


class Zoekhulp(Frozen):
    """Wat de zoekfunctie toont bij een alarmwoord, en als er niets is gevonden."""

    alarmwoorden: Annotated[
        tuple[Woord, ...], AfterValidator(_all_different), Field(examples=[["gepest", "bedreigd"]])
    ]
    """Losse woorden; vervoegingen en één tikfout telt de site zelf mee."""
    alarmzinnen: Annotated[tuple[Regel, ...], Field(examples=[["ik ben bang"]])] = ()
    """Woorden die alleen samen alarm geven."""
    kop: Annotated[Zin, Field(examples=["Is er iets ergs gebeurd?"])]
    """De eerste zin bij een alarmwoord."""
    tekst: Annotated[Zin, Field(examples=["Praat eerst met een vertrouwenspersoon."])]
    """De zin eronder."""
    eerst: Annotated[tuple[Id, ...], Field(examples=[["vertrouwenspersonen"]])]
    """De pagina's die er dan staan, in deze volgorde."""
    niets: Annotated[Zin, Field(examples=["Hier is niets over gevonden."])]
    """De zin als er niets is gevonden."""
    anders: Annotated[Zin, Field(examples=["Staat het er niet bij?"])]
    """De zin als er wel iets is gevonden, maar het past slecht."""
    mens: Annotated[Zin, Field(examples=['"Vraag het aan een mens:"'])]
    """De zin boven `vraag`."""
    vraag: Annotated[tuple[Id, ...], Field(examples=[["hrm"]])]
    """De pagina's die er dan staan."""


class Drukrol(Frozen):
    """Een rol op de poster en het zakkaartje."""

    rol: Annotated[RolId, Field(examples=["vertrouwenspersonen"])]
    """De id van de rol; namen en nummers komen uit `docs/contact.yml`."""
    kop: Annotated[Kop | None, Field(examples=["Je leidinggevende"])] = None
    """De kop, als die anders is dan de titel van de rol."""
    waarom: Annotated[Zin, Field(examples=["Om te praten, ook als je nog twijfelt."])]
    """Waarvoor je er terechtkunt."""


class Drukwerk(Frozen):
    """De zinnen op de poster en het zakkaartje."""

    kop: Annotated[Kop, Field(examples=["Zit je ergens mee?"])]
    """De kop."""
    inleiding: Annotated[Regel, at_most(300), Field(examples=["Je hoeft niets te bewijzen."])]
    """De tekst onder de kop van de poster."""
    rollen: Annotated[tuple[Drukrol, ...], Field(min_length=1, examples=[[]])]
    """Bij wie je terechtkunt; de zachtste weg eerst."""
    pagina: Annotated[Id, Field(examples=["melden"])]
    """De pagina waar de QR-code naartoe leidt."""
    site: Annotated[Zin, Field(examples=["Hoe gaat melden, en hoe ben je beschermd?"])]
    """De zin bij de QR-code op de poster."""
    site_kort: Annotated[Kop, Field(examples=["Lees over melden"])]
    """De zin bij de QR-code op het zakkaartje."""
    meer_namen: Annotated[Kop, Field(examples=['"Meer namen: zie de site."'])]
    """Wat er staat als er meer mensen zijn dan op het zakkaartje passen."""


class Hulp(Frozen):
    """Alles wat de site zegt tegen iemand die ergens mee zit (`docs/hulp.yml`)."""

    gevaar: Annotated[Gevaar, Field(examples=[{"telefoon": '"112"'}])]
    """Bij direct gevaar."""
    nummers: Annotated[tuple[Nummer, ...], Field(examples=[[]])] = ()
    """Onderaan elke pagina, onder het nummer bij gevaar."""
    zoeken: Annotated[Zoekhulp, Field(examples=[{"kop": "…"}])]
    """In de zoekfunctie."""
    drukwerk: Annotated[Drukwerk, Field(examples=[{"kop": "…"}])]
    """Op de poster en het zakkaartje."""
