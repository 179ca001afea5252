"""The models of a guide (wegwijzer): short questions that lead to an outcome.

A guide is a graph: an answer leads to a question or an outcome by its id.  The shape of that
graph is checked by ``wijzer/rules/wegwijzer.py``; this module knows single fields only.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wijzer.model.fields import (
    UNFILLED,
    BasisnormId,
    Datum,
    DilemmaId,
    Id,
    KernwaardeId,
    Nummer,
    Regel,
    RegelingId,
    RolId,
    Tekst,
    Vlag,
    at_most,
)
from wijzer.model.markers import Intern, Later
from wijzer.model.pages import Frozen, Pagina, Verwijzing
from wijzer.model.vocabulary import Thema

Vraagtekst = Annotated[Regel, at_most(110)]
Uitleg = Annotated[Regel, at_most(260)]
Antwoordtekst = Annotated[Regel, at_most(70)]
Uitkomsttitel = Annotated[Regel, at_most(70)]
Staptekst = Annotated[Regel, at_most(220)]


class Antwoord(Frozen):
    """Een antwoord op een vraag, en waar het naartoe leidt."""

    tekst: Annotated[Antwoordtekst, Field(examples=["Ja"])]
    """Het antwoord, ten hoogste 70 tekens. Eerst Ja, dan Nee, Weet ik niet als laatste."""
    naar: Annotated[Id, Field(examples=["bespreek-het"])]
    """De id van de volgende vraag of van de uitkomst."""


class Vraag(Frozen):
    """Een korte vraag met antwoorden."""

    id: Annotated[Id, Field(examples=["loopt-er-iets"])]
    """Korte naam met streepjes, die in deze wegwijzer maar één keer voorkomt."""
    tekst: Annotated[Vraagtekst, Field(examples=["Loopt er iets tussen de gever en de gemeente?"])]
    """De vraag, ten hoogste 110 tekens, met een vraagteken."""
    uitleg: Annotated[Uitleg | None, Field(examples=["Denk aan een vergunning of opdracht."])] = (
        None
    )
    """Wat helpt om te antwoorden, ten hoogste 260 tekens."""
    antwoorden: Annotated[
        tuple[Antwoord, ...], Field(examples=[[{"tekst": "Ja", "naar": "bespreek-het"}]])
    ]
    """Twee of meer antwoorden."""


class Uitkomst(Frozen):
    """Waar een weg eindigt: wat je doet, waarom, en bij wie je terechtkunt."""

    id: Annotated[Id, Field(examples=["bespreek-het"])]
    """Korte naam met streepjes, die in deze wegwijzer maar één keer voorkomt."""
    titel: Annotated[Uitkomsttitel, Field(examples=["Neem het nog niet aan"])]
    """Het antwoord in één regel, ten hoogste 70 tekens."""
    stappen: Annotated[tuple[Staptekst, ...], Field(examples=[["Bedank vriendelijk."]])]
    """Wat je doet, in volgorde; elke stap ten hoogste 220 tekens."""
    regels: Annotated[
        tuple[Verwijzing, ...], Field(examples=[[{"regeling": "ambtenarenwet-2017"}]])
    ] = ()
    """De regels die hierachter zitten."""
    geen_regel: Annotated[
        Vlag,
        Intern("without `regels` readers see that sentence; this tells that nobody forgot them"),
        Field(examples=["true"]),
    ] = False
    """`true` in plaats van `regels`: "Dit staat niet in een regel. Bespreek het."."""
    instellingen: Annotated[tuple[Id, ...], Field(examples=[["drempelbedrag-geschenk"]])] = ()
    """Bedragen, termijnen en afspraken uit `docs/instellingen.md` die hier tellen."""
    rollen: Annotated[tuple[RolId, ...], Field(examples=[["leidinggevende"]])]
    """Bij wie je terechtkunt; de beste eerst."""
    dilemmas: Annotated[tuple[DilemmaId, ...], Field(examples=[["de-bus-op-zaterdag"]])] = ()
    """Dilemma's die erop lijken. Leeg: die van het thema, of geen als de wegwijzer gevoelig is."""


# How a new guide begins: the ids fit together, the texts are still to come.
_VRAGEN = [
    {
        "id": "loopt-er-iets",
        "tekst": f"{UNFILLED}?",
        "antwoorden": [
            {"tekst": "Ja", "naar": "bespreek-het"},
            {"tekst": "Nee", "naar": "vertel-het"},
        ],
    }
]
_UITKOMSTEN = [
    {
        "id": name,
        "titel": UNFILLED,
        "stappen": [UNFILLED],
        "geen_regel": "true",
        "rollen": ["leidinggevende"],
    }
    for name in ("bespreek-het", "vertel-het")
]


class Wegwijzer(Pagina):
    """Een wegwijzer: korte vragen die je naar de goede stap en de goede persoon brengen."""

    nummer: Annotated[Nummer, Field(examples=["11"])]
    """De plaats in de lijst met wegwijzers."""
    thema: Annotated[Thema, Field(examples=["geschenken"])]
    """Waar de wegwijzer over gaat."""
    gevoelig: Annotated[Vlag, Later(), Field(examples=["false"])] = False
    """`true`: de lezer krijgt een knop om alles te wissen en de pagina te verlaten."""
    kernwaarden: Annotated[tuple[KernwaardeId, ...], Field(examples=[["onafhankelijkheid"]])] = ()
    """De kernwaarden waar de wegwijzer bij hoort."""
    basisnormen: Annotated[tuple[BasisnormId, ...], Field(examples=[["relatiegeschenken"]])] = ()
    """De Basisnormen waar de wegwijzer bij hoort."""
    regelingen: Annotated[tuple[RegelingId, ...], Field(examples=[["ambtenarenwet-2017"]])] = ()
    """Andere regels die erbij horen; die van de uitkomsten tellen al mee."""
    vragen: Annotated[tuple[Vraag, ...], Field(examples=[_VRAGEN])]
    """De vragen; de wegwijzer begint bij de eerste."""
    uitkomsten: Annotated[tuple[Uitkomst, ...], Field(examples=[_UITKOMSTEN])]
    """De uitkomsten."""


class Instelling(Frozen):
    """Een bedrag, termijn of afspraak die de gemeente vaststelt."""

    id: Annotated[Id, Field(examples=["drempelbedrag-geschenk"])]
    """Korte naam met streepjes."""
    naam: Annotated[Regel, at_most(110), Field(examples=["de grens voor een klein geschenk"])]
    """Wat er wordt vastgesteld, in een paar woorden, zonder hoofdletter."""
    waarde: Annotated[Regel | None, Field(examples=["…"])] = None
    """Wat de gemeente heeft vastgesteld. Zonder deze sleutel: nog vast te stellen."""
    vastgesteld_op: Annotated[Datum | None, Field(examples=["2027-01-15"])] = None
    """De dag waarop de gemeente dit heeft vastgesteld."""
    zolang: Annotated[Tekst, at_most(300), Field(examples=["De wet noemt geen bedrag."])]
    """Wat de wet wel zegt, en wat de lezer doet zolang de gemeente niets heeft vastgesteld."""
    regels: Annotated[
        tuple[Verwijzing, ...], Field(examples=[[{"regeling": "ambtenarenwet-2017"}]])
    ] = ()
    """Waar dat in de wet of in een regel staat."""


class Instellingen(Pagina):
    """De bedragen, termijnen en afspraken van de gemeente (`docs/instellingen.md`)."""

    instellingen: Annotated[tuple[Instelling, ...], Field(examples=[[]])]
    """Alle instellingen."""
