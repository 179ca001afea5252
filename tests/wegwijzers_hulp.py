"""Guides for tests: made from plain data, read and typed as the real ones are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.boom import DAG
from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.relations import build_graph
from wijzer.load.document import read_document
from wijzer.model.document import Document
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.validate import to_document
from wijzer.model.wegwijzer import Wegwijzer
from wijzer.rules import wegwijzer

Data = dict[str, Any]
Graph = tuple[list[Data], list[Data]]
PATH = "docs/wegwijzers/wegwijzer-proef.md"
_HEAD = {
    "titel": "Proef",
    "samenvatting": "Een wegwijzer voor de test.",
    "zoekwoorden": ["proef"],
    "eigenaar": "hrm",
    "nummer": "99",
    "thema": "geschenken",
}


def answer(text: str, target: str) -> dict[str, Any]:
    return {"tekst": text, "naar": target}


def question(name: str, *answers: dict[str, Any], text: str = "Is dit zo?") -> dict[str, Any]:
    return {"id": name, "tekst": text, "antwoorden": list(answers)}


def outcome(name: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": name,
        "titel": f"Uitkomst {name}",
        "stappen": ["Vertel het."],
        "geen_regel": "true",
        "rollen": ["leidinggevende"],
    } | changes


def source(questions: list[dict[str, Any]], outcomes: list[dict[str, Any]]) -> str:
    """Write a guide as an editor would see it: one key a line, so that lines tell places."""
    values = _HEAD | {"vragen": questions, "uitkomsten": outcomes}
    rows = [f"{key}: {_flow(value, 0)}" for key, value in values.items()]
    return "\n".join(["---", *rows, "---", ""])


def _flow(value: Any, depth: int) -> str:
    """Print a value as YAML; lists of groups in block form, the rest as JSON (which is YAML)."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return json.dumps(value, ensure_ascii=False)
    pad = "  " * (depth + 1)
    rows = []
    for item in value:
        keys = [f"{key}: {_flow(part, depth + 1)}" for key, part in item.items()]
        rows.append(f"\n{pad}- " + f"\n{pad}  ".join(keys))
    return "".join(rows)


def typed(text: str) -> Document:
    reading = read_document(PATH, text.encode())
    assert reading.document is not None, reading.meldingen
    document, problems = to_document(reading.document, WEGWIJZER)
    assert document is not None, problems
    return document


def model_of(questions: list[dict[str, Any]], outcomes: list[dict[str, Any]]) -> Wegwijzer:
    found = typed(source(questions, outcomes)).model
    assert isinstance(found, Wegwijzer)
    return found


def findings(text: str) -> list[Melding]:
    """Return what the check of guides finds in one source."""
    document = typed(text)
    corpus = Corpus(Path(), build_graph([document]), frozenset(), (document,))
    return [*wegwijzer.check(corpus, DAG)]


@st.composite
def guides(draw: st.DrawFn) -> Graph:
    """Draw a guide without faults: every node has a way in, answers only lead forwards."""
    names = [f"v{n}" for n in range(draw(st.integers(1, 7)))]
    ends = [f"u{n}" for n in range(draw(st.integers(1, 6)))]
    targets: dict[str, list[str]] = {name: [] for name in names}
    for index, name in enumerate(names[1:], 1):
        targets[names[draw(st.integers(0, index - 1))]].append(name)
    for end in ends:
        targets[draw(st.sampled_from(names))].append(end)
    for index, name in enumerate(names):
        while len(targets[name]) < 2:
            targets[name].append(draw(st.sampled_from(names[index + 1 :] + ends)))
        targets[name] = draw(st.permutations(targets[name]))
    questions = [
        question(name, *(answer(f"Keuze {n}", target) for n, target in enumerate(targets[name])))
        for name in names
    ]
    return questions, [outcome(end) for end in ends]
