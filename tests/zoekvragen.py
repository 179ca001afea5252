"""The questions of `data/zoekvragen.tsv` and the pages that answer them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijzer.corpus.corpus import Corpus
from wijzer.model.pages import Dilemma

FILE = Path(__file__).parent / "data" / "zoekvragen.tsv"


@dataclass(frozen=True)
class Zoekvraag:
    """A question as an employee types it, with the addresses of the pages that answer it."""

    vraag: str
    goed: frozenset[str]


def read_questions(corpus: Corpus) -> list[Zoekvraag]:
    """Read the questions; the header of the file tells how right pages are written down."""
    lines = FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Zoekvraag(vraag, _addresses(goed.split(), corpus)) for vraag, goed in rows]


def _addresses(names: list[str], corpus: Corpus) -> frozenset[str]:
    documents = corpus.graph.documents
    dilemmas = [(d, d.model) for d in documents.values() if isinstance(d.model, Dilemma)]
    found: set[str] = set()
    for name in names:
        if name.startswith("dilemmas@"):
            norm = name.partition("@")[2]
            found.update(d.address for d, model in dilemmas if norm in model.basisnormen)
        elif name.startswith("dilemmas~"):
            thema = name.partition("~")[2]
            found.update(d.address for d, model in dilemmas if model.thema.value == thema)
        elif name in documents:
            found.add(documents[name].address)
    return frozenset(found)


def rank_of(vraag: Zoekvraag, addresses: list[str]) -> int:
    """Return the place of the first right page, counted from 1; 0 when there is none."""
    places = (place for place, found in enumerate(addresses, 1) if found in vraag.goed)
    return next(places, 0)


def addresses_of(answer: dict[str, Any]) -> list[str]:
    """Return the addresses of the pages in an answer of the worker, best first."""
    return [item[0]["location"] for item in answer["items"]]
