"""When a rule applies, from its dates and from those of the rule that replaces it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.model.vocabulary import Fase, Status


@dataclass(frozen=True)
class Geldigheid:
    """The days between which a rule applies; ``None`` where no day is known."""

    vanaf: datetime.date | None = None
    tot: datetime.date | None = None
    """The first day on which it no longer applies."""
    daarna: Fase = Fase.AFGELOPEN
    """What the rule is from :attr:`tot`."""
    altijd: Fase | None = None
    """What the rule is whatever the day: unknown, or over since a day that nobody knows."""

    def op(self, dag: datetime.date) -> Fase:
        """Return what the rule is on a day."""
        if self.altijd:
            return self.altijd
        if self.vanaf and dag < self.vanaf:
            return Fase.TOEKOMSTIG
        return self.daarna if self.tot and dag >= self.tot else Fase.GELDEND

    @property
    def keerdagen(self) -> frozenset[datetime.date]:
        """The days on which it turns into something else."""
        days = () if self.altijd else (self.vanaf, self.tot)
        return frozenset(day for day in days if day)


def geldigheid(model: Regeling, graph: Graph) -> Geldigheid:
    """Return when a rule applies.

    A rule without an end of its own ends on the day that its successor begins, unless its status
    says that the day is not known.
    """
    after = _daarna(model)
    if model.status is Status.ONBEKEND:
        return Geldigheid(model.geldig_vanaf, model.geldig_tot, after, Fase.ONBEKEND)
    if model.status is Status.INGETROKKEN:
        over = None if model.geldig_tot else after
        return Geldigheid(model.geldig_vanaf, model.geldig_tot, after, over)
    tot = model.geldig_tot or min(_begins(model, graph), default=None)
    return Geldigheid(model.geldig_vanaf, tot, after)


def _begins(model: Regeling, graph: Graph) -> Iterator[datetime.date]:
    for after in _named(model, graph):
        if isinstance(after.model, Regeling) and after.model.geldig_vanaf:
            yield after.model.geldig_vanaf


def _daarna(model: Regeling) -> Fase:
    if model.vervangen_door:
        return Fase.VERVANGEN
    return Fase.INGETROKKEN if model.status is Status.INGETROKKEN else Fase.AFGELOPEN


def fase(model: Regeling, graph: Graph, dag: datetime.date | None = None) -> Fase:
    """Return what a rule is on a day; without one on the day of which the site tells."""
    return geldigheid(model, graph).op(dag or graph.peildag.dag)


def vroeger(document: Document, graph: Graph, dag: datetime.date | None = None) -> bool:
    """Tell whether a page is a rule that no longer applies, or that probably is replaced."""
    if not isinstance(document.model, Regeling):
        return False
    over = fase(document.model, graph, dag).voorbij
    return over or bool(probable_successors(document, graph, dag))


def probable_successors(
    document: Document, graph: Graph, dag: datetime.date | None = None
) -> list[Document]:
    """Return the rules that probably apply now in the place of one of which nobody is sure."""
    model = document.model
    if not isinstance(model, Regeling) or fase(model, graph, dag) is not Fase.ONBEKEND:
        return []
    found = successors(document, graph, dag)
    models = ((after, after.model) for after in found)
    return [
        after
        for after, model in models
        if isinstance(model, Regeling) and fase(model, graph, dag) is not Fase.TOEKOMSTIG
    ]


def successors(
    document: Document, graph: Graph, dag: datetime.date | None = None
) -> list[Document]:
    """Return the rules in the place of this one on a day: the first in the chain not yet over."""
    found = _walk(document, graph, dag or graph.peildag.dag, {document.id})
    return [*{after.id: after for after in found}.values()]


def _walk(
    document: Document, graph: Graph, dag: datetime.date, seen: set[str]
) -> Iterator[Document]:
    for after in _named(document.model, graph):
        if after.id in seen or not isinstance(after.model, Regeling):
            continue
        over = fase(after.model, graph, dag).voorbij
        beyond = [*_walk(after, graph, dag, seen | {after.id})] if over else []
        yield from beyond or [after]


def _named(model: object, graph: Graph) -> Iterator[Document]:
    for name in vervangen_door(model):
        if name in graph.documents:
            yield graph.documents[name]


def vervangen_door(model: object) -> tuple[str, ...]:
    """Return the ids of the rules that directly replace a page; empty for other kinds."""
    return model.vervangen_door if isinstance(model, Regeling) else ()


def predecessors(document: Document, graph: Graph) -> list[Document]:
    """Return the rules that name this one as what replaces them."""
    found = [e.van for e in graph.terug.get(document.id, ()) if e.veld == "vervangen_door"]
    known = (graph.documents[name] for name in dict.fromkeys(found))
    return sorted(known, key=lambda before: before.titel.casefold())


def momenten(document: Document, graph: Graph) -> tuple[datetime.date, ...]:
    """Return the day of which the site tells, and the days after it that change a page.

    Those are the days on which the rule turns, or one that comes before or after it.
    """
    begin = graph.peildag.dag
    if graph.peildag.vast or not isinstance(document.model, Regeling):
        return (begin,)
    rules = [document, *predecessors(document, graph), *_later(document, graph, {document.id})]
    models = [rule.model for rule in rules if isinstance(rule.model, Regeling)]
    days = {day for model in models for day in geldigheid(model, graph).keerdagen}
    return (begin, *sorted(day for day in days if day > begin))


def _later(document: Document, graph: Graph, seen: set[str]) -> Iterator[Document]:
    for after in _named(document.model, graph):
        if after.id not in seen:
            seen.add(after.id)
            yield after
            yield from _later(after, graph, seen)
