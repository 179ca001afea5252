"""What a searcher should be able to find a page by, beyond its text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijzer.corpus.citations import cited_on, words_at
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.geldigheid import momenten, successors, vroeger
from wijzer.corpus.register import official_title
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, PAGINA, REGELING
from wijzer.model.markers import Feit, marked
from wijzer.model.pages import Dilemma, Kernwaarde, Regeling
from wijzer.model.vocabulary import RegelingSoort
from wijzer.pages.geldigheid import mark
from wijzer.recht.passages import Passage

_LAWS = (
    RegelingSoort.WET,
    RegelingSoort.AMVB,
    RegelingSoort.VERDRAG_EU,
    RegelingSoort.LANDELIJK_KADER,
    RegelingSoort.RECHTSPRAAK,
)
_LAW_WEIGHT = 0.85
_PAST_WEIGHT = 0.9


@dataclass(frozen=True)
class PageFacts:
    """What the search index adds to one page."""

    soort: str
    """The kind of page as a reader sees it: ``Basisnorm 9``, ``Wet``, ``Regeling (vervangen)``."""
    samenvatting: str
    zoekwoorden: tuple[str, ...]
    namen: tuple[str, ...] = ()
    """Other names of a rule: aliases and the official title."""
    codes: tuple[str, ...] = ()
    """Numbers that mean this page: ``basisnorm 9``, ``kaart 12``, ``artikel 8``, ``bwbr001``."""
    wet: str = ""
    """The official words that a Basisnorm cites or a rule's page shows; they weigh little."""
    vervangen_door: tuple[str, ...] = ()
    """Addresses of the rules that apply in its place."""
    gewicht: float = 1
    """How much the page counts when others answer a question as well.

    A Basisnorm tells what to do, a dilemma is an example, a wegwijzer asks questions before it
    answers, a national law is the background, and a rule that no longer applies is history.
    """
    concept: bool = False
    """True for a draft: it never shows in search, not even in the preview."""
    later: tuple[tuple[datetime.date, Rang], ...] = ()
    """What a rule becomes on the days that lie ahead; the worker looks what day it is."""


@dataclass(frozen=True)
class Rang:
    """What depends on the day: how a page is called and how it ranks."""

    soort: str
    gewicht: float
    vervangen_door: tuple[str, ...] = ()


def page_facts(corpus: Corpus) -> dict[str, PageFacts]:
    """Return the facts of every page, keyed by its address (``melden/``; the home page is ````)."""
    return {document.address: _facts(document, corpus.graph) for document in corpus.all_documents}


def _facts(document: Document, graph: Graph) -> PageFacts:
    model = document.model
    names: tuple[str, ...] = ()
    if isinstance(model, Regeling):
        names = tuple(dict.fromkeys((*model.aliassen, official_title(document))))
    (_, now), *later = ((dag, _rang(document, graph, dag)) for dag in momenten(document, graph))
    return PageFacts(
        soort=now.soort,
        samenvatting=model.samenvatting,
        zoekwoorden=model.zoekwoorden,
        namen=tuple(name for name in names if name != model.titel),
        codes=tuple(_codes(document, graph)),
        wet=_official_words(document, graph),
        vervangen_door=now.vervangen_door,
        gewicht=now.gewicht,
        concept=model.concept,
        later=tuple(later),
    )


def _rang(document: Document, graph: Graph, dag: datetime.date) -> Rang:
    model = document.model
    name = _label(document, graph)
    if not isinstance(model, Regeling):
        return Rang(name, document.soort.gewicht)
    past = vroeger(document, graph, dag)
    own = _LAW_WEIGHT if model.soort in _LAWS else 1
    after = successors(document, graph, dag) if past else ()
    return Rang(
        name + mark(document, graph, dag),
        _PAST_WEIGHT if past else own,
        tuple(rule.address for rule in after),
    )


def _official_words(document: Document, graph: Graph) -> str:
    if document.soort == REGELING and document.tekst:
        numbers = {one.plaats.artikel for one in cited_on(document)}
        return " ".join(p.tekst for p in document.tekst.passages if p.artikel in numbers)
    if document.soort != BASISNORM:  # the words would be there for every page that cites them
        return ""
    found: dict[Passage, None] = {}
    for one in cited_on(document):
        rule = graph.documents.get(one.plaats.regeling)
        found.update(dict.fromkeys(words_at(rule.tekst if rule else None, one.plaats)))
    return " ".join(passage.tekst for passage in found)


def _label(document: Document, graph: Graph) -> str:
    model = document.model
    if isinstance(model, Regeling):
        return model.soort.label
    name = "" if document.soort == PAGINA else document.soort.naam.capitalize()
    return f"{name} {_number(document, graph)}".strip()


def _number(document: Document, graph: Graph) -> str:
    """Return the number by which readers know a page; empty when they never see one."""
    model = type(document.model)
    shown = issubclass(model, Kernwaarde) or "nummer" in marked(model, Feit)
    return str(graph.nummer(document)) if shown else ""


def _codes(document: Document, graph: Graph) -> Iterator[str]:
    """Yield numbers as readers write them, most telling first.

    An article that a rule quotes more than once is yielded as often: it weighs more there.
    """
    model = document.model
    if isinstance(model, Regeling):
        yield model.bron.waarde.lower() if " " not in model.bron.waarde else document.id
        yield from (f"artikel {artikel.nummer.lower()}" for artikel in model.artikelen)
    if isinstance(model, Dilemma):
        yield f"kaart {model.nummer}"
    if number := _number(document, graph):
        yield f"{document.soort.naam} {number}"


def as_record(facts: PageFacts) -> Mapping[str, object]:
    """Return the fields for the index, empty ones left out."""
    record = {
        "soort": facts.soort,
        "samenvatting": facts.samenvatting,
        "zoekwoorden": list(facts.zoekwoorden),
        "namen": list(facts.namen),
        "codes": list(facts.codes),
        "wet": facts.wet,
        "vervangen_door": list(facts.vervangen_door),
        "gewicht": facts.gewicht,
        "later": [_turn(dag, rang) for dag, rang in facts.later],
    }
    return {key: value for key, value in record.items() if value}


def _turn(dag: datetime.date, rang: Rang) -> Mapping[str, object]:
    return {
        "vanaf": dag.isoformat(),
        "soort": rang.soort,
        "gewicht": rang.gewicht,
        "vervangen_door": list(rang.vervangen_door),
    }
