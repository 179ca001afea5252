"""Tips: what could be better, without failing the check."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.relations import Graph
from wijzer.load.sentences import sentences
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, REGELING
from wijzer.model.pages import Dilemma

MAX_WORDS = 25


def check(document: Document, corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield tips about one page."""
    if not corpus.unreadable:  # the page that fills a gap may be the one that cannot be read
        yield from _gaps(document, corpus.graph)
    yield from _review(document, today)
    yield from _long_sentences(document)


def _gaps(document: Document, graph: Graph) -> Iterator[Melding]:
    if document.soort == BASISNORM:
        for soort, name in ((REGELING, "wet of regel"), (DILEMMA, "dilemma")):
            if not graph.related(document, soort):
                tip = f"Zet `{document.id}` bij `basisnormen` van een {name}."
                yield document.tip(1, f"bij deze Basisnorm hoort nog geen {name}", tip)
    if isinstance(document.model, Dilemma) and len(document.model.kernwaarden) == 1:
        tip = "Een dilemma wringt als twee kernwaarden botsen. Noem ook de andere."
        yield document.tip(("kernwaarden",), "dit dilemma noemt maar één kernwaarde", tip)


def _review(document: Document, today: datetime.date) -> Iterator[Melding]:
    before = document.model.beoordelen_voor
    if before and before < today:
        text = f"de pagina moest voor {before.isoformat()} beoordeeld zijn"
        tip = "Lees de pagina na en zet nieuwe datums bij `beoordeeld_op` en `beoordelen_voor`."
        yield document.tip(("beoordelen_voor",), text, tip)


def _long_sentences(document: Document) -> Iterator[Melding]:
    for line, sentence in sentences(document.body):
        words = len(sentence.split())
        if words > MAX_WORDS:
            start = " ".join(sentence.split()[:6])
            text = f"een zin van {words} woorden: “{start} …”"
            yield document.tip(line, text, f"Maak er twee zinnen van, elk tot {MAX_WORDS} woorden.")
