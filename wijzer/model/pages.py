"""One frozen model per kind of page.

The docstring under each field is the explanation that the editor's guide prints, so it is
written in Dutch.  ``examples`` feed the templates for new pages and the messages.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from wijzer.model.fields import (
    Adres,
    BasisnormId,
    Datum,
    EigenaarId,
    KernwaardeId,
    Nummer,
    OpvolgerId,
    PijlerId,
    Regel,
    RegelingId,
    RolId,
    Samenvatting,
    Tekst,
    Vlag,
    refuse,
)
from wijzer.model.identifiers import ArtikelNummer, CheckedIdentifier, DeelNummer
from wijzer.model.markers import Feit, Intern, Later
from wijzer.model.vocabulary import Doelgroep, RegelingSoort, Status, Thema, Zekerheid


class Frozen(BaseModel):
    """Base of all models: frozen, unknown keys refused, docstrings as descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Pagina(Frozen):
    """Wat elke pagina heeft; een vrije pagina onder `docs/` heeft alleen dit."""

    titel: Annotated[Regel, Field(examples=["Relatiegeschenken"])]
    """De titel van de pagina, zonder punt erachter."""
    samenvatting: Annotated[Samenvatting, Field(examples=["Wat je doet als iemand je iets geeft."])]
    """Eén zin van ten hoogste 160 tekens: te zien in zoekresultaten en lijsten."""
    zoekwoorden: Annotated[tuple[Regel, ...], Field(examples=[["cadeau", "fles wijn"]])]
    """Alledaagse woorden die een medewerker zou typen. Liefst vijf of meer."""
    eigenaar: Annotated[EigenaarId, Field(examples=["hrm"])]
    """De rol die de pagina bijhoudt."""
    beoordeeld_op: Annotated[Datum | None, Later(), Field(examples=["2026-11-01"])] = None
    """De dag waarop de eigenaar de pagina voor het laatst heeft nagelopen."""
    beoordelen_voor: Annotated[Datum | None, Field(examples=["2027-05-01"])] = None
    """De dag waarvoor de eigenaar de pagina weer moet nalopen."""
    oude_paden: Annotated[tuple[Adres, ...], Later(), Field(examples=[["regels/geschenken"]])] = ()
    """Oude adressen die naar deze pagina doorsturen."""
    concept: Annotated[Vlag, Later(), Field(examples=["true"])] = False
    """`true`: alleen te zien in het voorbeeld (`serve`), niet op de site."""

    @model_validator(mode="after")
    def _review_follows_review(self) -> Self:
        if self.beoordeeld_op and self.beoordelen_voor:
            _in_order(self, "beoordeeld_op", "beoordelen_voor")
        return self


def _in_order(model: Pagina, first: str, last: str) -> None:
    """Refuse two dates that stand in the wrong order; the message names both fields."""
    begin, end = getattr(model, first), getattr(model, last)
    if end <= begin:
        tip = f"Zet bij `{last}` een datum na {begin.isoformat()}."
        raise refuse(f"`{last}` ({end}) ligt niet na `{first}` ({begin})", tip, last)


class VrijePagina(Pagina):
    """Een vrije pagina onder `docs/`."""

    kernwaarden: Annotated[tuple[KernwaardeId, ...], Field(examples=[["zorgvuldigheid"]])] = ()
    """De kernwaarden waar de pagina bij hoort."""
    basisnormen: Annotated[tuple[BasisnormId, ...], Field(examples=[["relatiegeschenken"]])] = ()
    """De Basisnormen waar de pagina bij hoort."""
    regelingen: Annotated[tuple[RegelingId, ...], Field(examples=[["ambtenarenwet-2017"]])] = ()
    """De regels waar de pagina over gaat."""
    rollen: Annotated[tuple[RolId, ...], Field(examples=[["vertrouwenspersonen"]])] = ()
    """De rollen bij wie een lezer terechtkan."""


class Begrip(Frozen):
    """Eén begrip of afkorting uit de begrippenlijst."""

    term: Annotated[Regel, Field(examples=["belangenverstrengeling"])]
    """Het begrip of de afkorting."""
    uitleg: Annotated[Tekst, Field(examples=["Je eigen belang en je werk lopen door elkaar."])]
    """De uitleg, in een of twee korte zinnen."""
    afkorting: Annotated[Vlag, Field(examples=["true"])] = False
    """`true` als de term een afkorting is; elke pagina legt hem dan uit."""
    voluit: Annotated[
        Regel | None, Field(examples=["Algemene verordening gegevensbescherming"])
    ] = None
    """De afkorting voluit."""
    bron: Annotated[Regel | None, Field(examples=["Beleidsplan 3.2"])] = None
    """Waar het begrip vandaan komt."""

    @model_validator(mode="after")
    def _abbreviation_is_spelled_out(self) -> Self:
        if self.afkorting != bool(self.voluit):
            tip = "Schrijf bij een afkorting `afkorting: true` en `voluit: …`."
            raise refuse("`afkorting` en `voluit` horen bij elkaar", tip)
        return self


class Begrippenlijst(VrijePagina):
    """De begrippenlijst (`docs/begrippen.md`)."""

    begrippen: Annotated[tuple[Begrip, ...], Field(examples=[[]])]
    """Alle begrippen en afkortingen."""


class Kernwaarde(Pagina):
    """Een van de kernwaarden van integriteit; hun volgorde staat in `gemeente.yml`."""


class Verwijzing(Frozen):
    """Een plaats in een wet of regel."""

    regeling: Annotated[RegelingId, Field(examples=["ambtenarenwet-2017"])]
    """De id van de wet of regel."""
    artikel: Annotated[ArtikelNummer | None, Field(examples=['"8"'])] = None
    """Het artikelnummer, als tekst."""
    lid: Annotated[DeelNummer | None, Field(examples=['"1"'])] = None
    """Het lid van het artikel."""
    onderdeel: Annotated[DeelNummer | None, Field(examples=["e"])] = None
    """Het onderdeel van het lid."""


class Basisnorm(Pagina):
    """Een van de dertien landelijke Basisnormen."""

    nummer: Annotated[
        Nummer, Feit("Soort", "Landelijke Basisnorm {} van 13"), Field(le=13, examples=["9"])
    ]
    """De plaats in de landelijke lijst: 1 tot en met 13."""
    kernwaarden: Annotated[tuple[KernwaardeId, ...], Field(examples=[["onafhankelijkheid"]])]
    """De kernwaarden waar deze Basisnorm bij hoort."""
    pijler: Annotated[PijlerId, Feit("Pijler"), Field(examples=["beschermen"])]
    """De pijler van het beleid: beschermen, leren of handhaven."""
    wettelijke_basis: Annotated[
        tuple[Verwijzing, ...], Field(examples=[[{"regeling": "ambtenarenwet-2017"}]])
    ] = ()
    """Waar de norm in de wet of in een regel staat."""
    rollen: Annotated[tuple[RolId, ...], Field(examples=[["leidinggevende"]])] = ()
    """Bij wie je met een vraag terechtkunt; de beste eerst."""


class Artikel(Frozen):
    """Een artikel (of lid, of onderdeel) dat wij aanhalen."""

    nummer: Annotated[ArtikelNummer, Field(examples=['"8"'])]
    """Het artikelnummer, als tekst."""
    lid: Annotated[DeelNummer | None, Field(examples=['"1"'])] = None
    """Het lid van het artikel."""
    onderdeel: Annotated[DeelNummer | None, Field(examples=["e"])] = None
    """Het onderdeel van het lid."""
    onderwerp: Annotated[Regel, Field(examples=["geen geschenken zonder toestemming"])]
    """Waar het artikel over gaat, in een paar woorden."""
    basisnormen: Annotated[tuple[BasisnormId, ...], Field(examples=[["relatiegeschenken"]])] = ()
    """De Basisnormen waar het artikel bij hoort."""


class BronSoort(StrEnum):
    """The keys of which `bron` holds exactly one."""

    BWB = "bwb"
    CVDR = "cvdr"
    CELEX = "celex"
    ECLI = "ecli"
    PUBLICATIE = "publicatie"
    DOCUMENT = "document"
    INTRANET = "intranet"
    ONBEKEND = "onbekend"


class Bron(Frozen):
    """Waar de tekst van een regel staat: precies één van deze sleutels."""

    bwb: Annotated[CheckedIdentifier | None, Field(examples=["BWBR0001947"])] = None
    """Een landelijke wet op wetten.overheid.nl."""
    cvdr: Annotated[CheckedIdentifier | None, Field(examples=["CVDR696775"])] = None
    """Een lokale regel op lokaleregelgeving.overheid.nl."""
    celex: Annotated[CheckedIdentifier | None, Field(examples=["32016R0679"])] = None
    """Europees recht op eur-lex.europa.eu."""
    ecli: Annotated[CheckedIdentifier | None, Field(examples=["ECLI:NL:HR:1977:AC1784"])] = None
    """Een uitspraak van een rechter."""
    publicatie: Annotated[CheckedIdentifier | None, Field(examples=["gmb-2023-237726"])] = None
    """Een officiële bekendmaking."""
    document: Annotated[Regel | None, Field(examples=["Beleidsplan Integriteit, april 2016"])] = (
        None
    )
    """Een document dat niet als regel is bekendgemaakt."""
    intranet: Annotated[Regel | None, Field(examples=["Gebruik van internet en e-mail"])] = None
    """De naam waaronder de tekst op het intranet staat."""
    onbekend: Annotated[Regel | None, Field(examples=["De tekst is niet openbaar."])] = None
    """Waarom de bron niet bekend is."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = sorted(self.model_fields_set)
        if len(given) != 1:
            found = " en ".join(f"`{name}`" for name in given) or "niets"
            names = ", ".join(soort.value for soort in BronSoort)
            raise refuse(
                f"moet precies één sleutel hebben; er staat {found}", f"Kies uit: {names}."
            )
        return self

    @property
    def soort(self) -> BronSoort:
        """Which of the keys is given."""
        return BronSoort(next(iter(self.model_fields_set)))

    @property
    def waarde(self) -> str:
        """The value of the key that is given."""
        return str(getattr(self, self.soort.value))


FROM_DATES = ("geldend", "vervangen")
"""What somebody may type as ``status`` though the dates tell it."""


class Regeling(Pagina):
    """Een wet, lokale regel, gedragscode of ander kader."""

    soort: Annotated[RegelingSoort, Feit("Soort", boven=True), Field(examples=["wet"])]
    """Wat voor regel het is."""
    status: Annotated[
        Status | None, Feit("Status", boven=True), Later(), Field(examples=["ingetrokken"])
    ] = None
    """Alleen wat datums niet zeggen: `ingetrokken` (zonder dag of opvolger) of `onbekend`."""
    geldig_vanaf: Annotated[Datum | None, Feit("Geldig vanaf"), Field(examples=["2020-01-01"])] = (
        None
    )
    """De dag waarop de regel ingaat."""
    geldig_tot: Annotated[
        Datum | None, Feit("Geldig tot"), Later(), Field(examples=["2023-06-02"])
    ] = None
    """De eerste dag waarop de regel niet meer geldt; mag weg als de opvolger die dag ingaat."""
    vastgesteld_door: Annotated[
        Regel | None, Feit("Vastgesteld door"), Field(examples=["het college"])
    ] = None
    """Wie de regel heeft vastgesteld."""
    doelgroep: Annotated[
        tuple[Doelgroep, ...], Feit("Geldt voor"), Field(min_length=1, examples=[["medewerker"]])
    ]
    """Voor wie de regel geldt."""
    vervangen_door: Annotated[
        tuple[OpvolgerId, ...], Later(), Field(examples=[["meldprocedure-2023"]])
    ] = ()
    """De regel die hiervoor in de plaats komt; bij `status: onbekend` is dat waarschijnlijk."""
    aliassen: Annotated[
        tuple[Regel, ...], Feit("Ook bekend als"), Field(examples=[["Ambtenarenwet"]])
    ] = ()
    """Andere namen waaronder mensen de regel kennen."""
    bron: Annotated[Bron, Feit("Bron"), Field(examples=[{"bwb": "BWBR0001947"}])]
    """Waar de tekst staat: precies één sleutel."""
    officiele_titel: Annotated[Regel | None, Field(examples=["Ambtenarenwet 2017"])] = None
    """De officiële titel; alleen als de tekst zelf niet in `regelgeving/teksten/` staat."""
    tekst_ontbreekt: Annotated[
        Regel | None,
        Later(),
        Intern("for the check of citations"),
        Field(examples=["De tekst staat niet in een openbare bron."]),
    ] = None
    """Waarom de officiële tekst van een wet nog niet in `regelgeving/teksten/` staat."""
    zekerheid: Annotated[Zekerheid, Field(examples=["V"])]
    """V gelezen in een openbare bron, P deels, M algemene kennis, R beredeneerd."""
    kernwaarden: Annotated[tuple[KernwaardeId, ...], Field(examples=[["onafhankelijkheid"]])] = ()
    """De kernwaarden waar de regel bij hoort."""
    basisnormen: Annotated[tuple[BasisnormId, ...], Field(examples=[["relatiegeschenken"]])] = ()
    """De Basisnormen waar de regel bij hoort."""
    artikelen: Annotated[
        tuple[Artikel, ...],
        Field(examples=[[{"nummer": '"8"', "onderwerp": "geen geschenken zonder toestemming"}]]),
    ] = ()
    """De artikelen die wij aanhalen."""
    rollen: Annotated[tuple[RolId, ...], Field(examples=[["hrm"]])] = ()
    """Bij wie je met een vraag over de regel terechtkunt."""

    @field_validator("status", mode="before")
    @classmethod
    def _no_status_that_dates_tell(cls, value: object) -> object:
        """Let the dates tell it; whether they say the same is a rule of the check."""
        return None if value in FROM_DATES else value

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.geldig_vanaf and self.geldig_tot:
            _in_order(self, "geldig_vanaf", "geldig_tot")
        return self


class Dilemma(Pagina):
    """Een dilemma om over te praten; ook een kaart."""

    nummer: Annotated[Nummer, Feit("Soort", "Dilemma {}", boven=True), Field(examples=["12"])]
    """Het vaste nummer, dat ook op de kaart staat."""
    thema: Annotated[Thema, Feit("Thema"), Field(examples=["geschenken"])]
    """Waar het dilemma over gaat."""
    doelgroep: Annotated[
        tuple[Doelgroep, ...], Feit("Voor"), Field(min_length=1, examples=[["medewerker"]])
    ]
    """Voor wie het dilemma is."""
    kernwaarden: Annotated[
        tuple[KernwaardeId, ...], Field(min_length=1, examples=[["zorgvuldigheid"]])
    ]
    """De kernwaarden die botsen."""
    basisnormen: Annotated[
        tuple[BasisnormId, ...], Field(min_length=1, examples=[["relatiegeschenken"]])
    ]
    """De Basisnormen die erbij horen."""
    regelingen: Annotated[tuple[RegelingId, ...], Field(examples=[["ambtenarenwet-2017"]])] = ()
    """De wetten en regels die erbij horen."""
    rollen: Annotated[tuple[RolId, ...], Field(examples=[["vertrouwenspersonen"]])] = ()
    """Bij wie je terechtkunt als je dit zelf meemaakt."""


class Rol(Pagina):
    """Een rol in de organisatie (beleidsplan 5)."""

    paragraaf: Annotated[
        Regel | None,
        Feit("Bron"),
        Field(examples=['"5.3"']),
    ] = None
    """De paragraaf van het beleidsplan waarin de rol staat."""
    eigen_contact: Annotated[Vlag, Later(), Field(examples=["true"])] = True
    """`false` als iedereen een eigen heeft (een leidinggevende): dan hoort er geen nummer bij."""


class Deelfacet(Frozen):
    """Een van de drie deelfacetten van een pijler (beleidsplan 4)."""

    titel: Annotated[Regel, Field(examples=["Voorbeeldgedrag"])]
    """De naam van het deelfacet; op de pagina staat een kop met dezelfde tekst."""
    samenvatting: Annotated[Samenvatting, Field(examples=["Je doet wat je van anderen vraagt."])]
    """Eén zin; hij staat boven de tekst van de pijler."""


class Pijler(Pagina):
    """Een van de drie pijlers van het beleid (beleidsplan 4)."""

    nummer: Annotated[Nummer, Feit("Soort", "Pijler {} van 3"), Field(le=3, examples=["1"])]
    """De plaats in het beleidsplan: 1, 2 of 3."""
    deelfacetten: Annotated[tuple[Deelfacet, ...], Field(min_length=3, max_length=3, examples=[[]])]
    """De drie deelfacetten van de pijler."""

    @model_validator(mode="after")
    def _each_facet_has_its_own_name(self) -> Self:
        names = [facet.titel for facet in self.deelfacetten]
        if double := next((name for name in names if names.count(name) > 1), None):
            tip = "Geef elk deelfacet een eigen `titel`."
            text = f"twee van de `deelfacetten` heten hetzelfde: `{double}`"
            raise refuse(text, tip, "deelfacetten")
        return self
