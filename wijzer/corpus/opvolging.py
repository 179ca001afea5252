"""Which rules took each other's place: chains, from the oldest rule to the newest."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from wijzer.corpus.geldigheid import geldigheid, predecessors, vervangen_door
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling

Keten = tuple[Document, ...]
"""Rules that replaced each other, also by way of one that replaced both; the oldest first."""


def keten(document: Document, graph: Graph) -> Keten:
    """Return the chain that a rule is part of; empty when it replaced nothing and still stands."""
    found = {document.id: document}
    todo = [document]
    while todo:
        here = todo.pop()
        for other in (*opvolgers(here, graph), *predecessors(here, graph)):
            if other.id not in found:
                found[other.id] = other
                todo.append(other)
    return _ordered(found.values(), graph) if len(found) > 1 else ()


def ketens(graph: Graph) -> Iterator[Keten]:
    """Yield every chain once, in the order of the names of what came last."""
    chains = (keten(rule, graph) for rule in graph.of_kind(REGELING))
    found = {chain[-1].id: chain for chain in chains if chain}
    yield from sorted(found.values(), key=lambda chain: chain[-1].titel.casefold())


def opvolgers(document: Document, graph: Graph) -> list[Document]:
    """Return the rules that a rule names as what replaces it."""
    named = (graph.documents.get(name) for name in vervangen_door(document.model))
    return [rule for rule in named if rule and isinstance(rule.model, Regeling)]


def _ordered(rules: Iterable[Document], graph: Graph) -> Keten:
    """Put rules in order: what replaces comes after what it replaces, and then the days count."""
    level = dict.fromkeys((rule.id for rule in rules), 0)
    for _ in level:  # at most as many rounds as there are rules, also if they go round in a circle
        for name in level:
            for after in opvolgers(graph.documents[name], graph):
                level[after.id] = max(level[after.id], level[name] + 1)

    def place(name: str) -> tuple[int, datetime.date, str]:
        rule = graph.documents[name]
        assert isinstance(rule.model, Regeling)
        when = geldigheid(rule.model, graph)
        return level[name], when.vanaf or when.tot or datetime.date.max, rule.titel.casefold()

    return tuple(graph.documents[name] for name in sorted(level, key=place))
