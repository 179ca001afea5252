"""Closed lists of words that front matter may use, each with the label that readers see."""

from __future__ import annotations

from enum import StrEnum


class Woord(StrEnum):
    """A word from a closed list; ``label`` is how a reader sees it."""

    @property
    def label(self) -> str:
        """The word as shown on the site."""
        return _LABELS.get((type(self).__name__, self.value), self.value.capitalize())


class RegelingSoort(Woord):
    """What kind of rule it is."""

    WET = "wet"
    AMVB = "amvb"
    VERDRAG_EU = "verdrag-eu"
    LANDELIJK_KADER = "landelijk-kader"
    CAO = "cao"
    REGELING = "regeling"
    PROTOCOL = "protocol"
    GEDRAGSCODE = "gedragscode"
    BELEID = "beleid"
    EED = "eed"
    FORMULIER = "formulier"
    RECHTSPRAAK = "rechtspraak"


class Status(Woord):
    """What the dates of a rule cannot say."""

    INGETROKKEN = "ingetrokken"
    ONBEKEND = "onbekend"


class Fase(Woord):
    """What a rule is on a day; it follows from its dates and its ``Status``."""

    TOEKOMSTIG = "toekomstig"
    GELDEND = "geldend"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"
    AFGELOPEN = "afgelopen"
    ONBEKEND = "onbekend"

    @property
    def voorbij(self) -> bool:
        """Whether the rule no longer applies."""
        return self in (Fase.VERVANGEN, Fase.INGETROKKEN, Fase.AFGELOPEN)


class Zekerheid(Woord):
    """How sure we are of an identifier and its facts."""

    GELEZEN = "V"
    TEN_DELE = "P"
    ALGEMEEN = "M"
    BEREDENEERD = "R"


class Doelgroep(Woord):
    """For whom a rule or dilemma is meant."""

    MEDEWERKER = "medewerker"
    LEIDINGGEVENDE = "leidinggevende"
    INHUUR = "inhuur"
    BESTUURDER = "bestuurder"


class Lezer(Woord):
    """Who reads about reporting; every subject tells each of them what to do."""

    MEDEWERKER = "medewerker"
    INHUUR = "inhuur"
    LEIDINGGEVENDE = "leidinggevende"
    BESTUURDER = "bestuurder"
    INWONER = "inwoner"


class Thema(Woord):
    """What a dilemma is about."""

    GESCHENKEN = "geschenken"
    NEVENWERKZAAMHEDEN = "nevenwerkzaamheden"
    BELANGEN = "belangen"
    INFORMATIE = "informatie"
    OMGANGSVORMEN = "omgangsvormen"
    BEDRIJFSMIDDELEN = "bedrijfsmiddelen"
    COMMUNICATIE = "communicatie"
    INKOOP = "inkoop"
    DRUK = "druk"
    COLLEGA = "collega"
    RELATIE = "relatie"
    OVERSTAP = "overstap"
    KWETSBAAR = "kwetsbaar"
    BESTUUR = "bestuur"


_LABELS: dict[tuple[str, str], str] = {
    ("RegelingSoort", "amvb"): "Algemene maatregel van bestuur",
    ("RegelingSoort", "verdrag-eu"): "Europees recht",
    ("RegelingSoort", "landelijk-kader"): "Landelijk kader",
    ("RegelingSoort", "cao"): "Cao",
    ("RegelingSoort", "eed"): "Eed of belofte",
    ("Fase", "toekomstig"): "Geldt nog niet",
    ("Fase", "geldend"): "Geldt nu",
    ("Fase", "vervangen"): "Vervangen, geldt niet meer",
    ("Fase", "ingetrokken"): "Ingetrokken, geldt niet meer",
    ("Fase", "afgelopen"): "Geldt niet meer",
    ("Fase", "onbekend"): "Onbekend, de gemeente moet dit bevestigen",
    ("Zekerheid", "V"): "gelezen in een openbare bron",
    ("Zekerheid", "P"): "deels of uit de tweede hand gelezen",
    ("Zekerheid", "M"): "algemene kennis, niet nagezocht",
    ("Zekerheid", "R"): "afgeleid uit andere feiten",
    ("Doelgroep", "medewerker"): "Medewerkers",
    ("Doelgroep", "leidinggevende"): "Leidinggevenden",
    ("Doelgroep", "inhuur"): "Inhuur en uitzendkrachten",
    ("Doelgroep", "bestuurder"): "Bestuurders",
    ("Lezer", "inhuur"): "Inhuur, uitzendkracht of stagiair",
    ("Lezer", "leidinggevende"): "Leidinggevende die het hoort",
    ("Thema", "belangen"): "Eigen belangen",
    ("Thema", "omgangsvormen"): "Omgangsvormen",
    ("Thema", "druk"): "Onder druk",
    ("Thema", "collega"): "Collega's onder elkaar",
    ("Thema", "relatie"): "Liefde en familie op het werk",
    ("Thema", "overstap"): "Weggaan of overstappen",
    ("Thema", "kwetsbaar"): "Kwetsbaar werk",
    ("Thema", "bestuur"): "Bestuur en politiek",
    ("Thema", "inkoop"): "Inkoop",
}
