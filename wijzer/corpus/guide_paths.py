"""A guide (wegwijzer) as a graph: what leads where, which paths there are, how long they are.

The functions bear a guide that is still wrong (unknown ids, cycles), since the check uses them;
:func:`paths` and :func:`questions_left` need one that passed the check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from wijzer.model.wegwijzer import Antwoord, Uitkomst, Vraag, Wegwijzer

Knoop: TypeAlias = Vraag | Uitkomst


@dataclass(frozen=True)
class Weg:
    """One way through a guide: the questions with the answer given, and where it ends."""

    stappen: tuple[tuple[Vraag, Antwoord], ...]
    uitkomst: Uitkomst


def nodes(model: Wegwijzer) -> dict[str, Knoop]:
    """Return questions and outcomes by id, in the order written; the first of two equals wins."""
    both: tuple[Knoop, ...] = (*model.vragen, *model.uitkomsten)
    found: dict[str, Knoop] = {}
    for node in both:
        found.setdefault(node.id, node)
    return found


def anchor(node: Knoop) -> str:
    """Return the anchor of a question or outcome on its page."""
    return f"{'vraag' if isinstance(node, Vraag) else 'uitkomst'}-{node.id}"


def leads_to(model: Wegwijzer) -> dict[str, tuple[str, ...]]:
    """Return for every node the nodes that its answers lead to; unknown ids are left out."""
    known = nodes(model)
    return {
        node_id: tuple(dict.fromkeys(a.naar for a in _answers(node) if a.naar in known))
        for node_id, node in known.items()
    }


def _answers(node: Knoop) -> tuple[Antwoord, ...]:
    return node.antwoorden if isinstance(node, Vraag) else ()


def reachable(model: Wegwijzer) -> set[str]:
    """Return the ids that a reader can come to from the first question."""
    after = leads_to(model)
    found: set[str] = set()
    todo = [model.vragen[0].id] if model.vragen else []
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo.extend(after[here])
    return found


def cycles(model: Wegwijzer) -> list[list[str]]:
    """Return circles of ids (first and last the same): at least one in every knot of circles."""
    after = leads_to(model)
    done: set[str] = set()
    found: list[list[str]] = []

    def visit(here: str, trail: list[str]) -> None:
        if here in trail:
            found.append([*trail[trail.index(here) :], here])
        elif here not in done:
            for next_id in after[here]:
                visit(next_id, [*trail, here])
            done.add(here)

    for start in after:
        visit(start, [])
    return found


def paths(model: Wegwijzer) -> Iterator[Weg]:
    """Yield every way from the first question to an outcome."""
    known = nodes(model)

    def walk(node: Knoop, trail: tuple[tuple[Vraag, Antwoord], ...]) -> Iterator[Weg]:
        if isinstance(node, Uitkomst):
            yield Weg(trail, node)
            return
        for answer in node.antwoorden:
            yield from walk(known[answer.naar], (*trail, (node, answer)))

    yield from walk(model.vragen[0], ())


def questions_left(model: Wegwijzer) -> dict[str, int]:
    """Return for every node the most questions that are still to come, itself included."""
    known, after = nodes(model), leads_to(model)

    @cache
    def left(node_id: str) -> int:
        own = 1 if isinstance(known[node_id], Vraag) else 0
        return own + max((left(next_id) for next_id in after[node_id]), default=0)

    return {node_id: left(node_id) for node_id in known}
