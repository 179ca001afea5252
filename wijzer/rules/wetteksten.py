"""Official texts: every law that we cite has one, and it belongs to the page of its name."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.register import identifier_of
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import BronSoort, Regeling
from wijzer.recht.store import path_of

_WITH_TEXT = (BronSoort.BWB, BronSoort.CELEX)
"""Sources of which a citation needs the words; of local rules there are no texts yet."""


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about texts without a page, and pages without a text."""
    rules = {d.id: d for d in corpus.all_documents if d.soort == REGELING}
    known = rules.keys() | corpus.unreadable
    for volgende, texts in ((False, corpus.teksten.gelezen), (True, corpus.teksten.volgende)):
        for regeling, tekst in texts.items():
            if regeling not in known:
                text = f"er is geen wet of regel `{regeling}`"
                tip = "Haal dit bestand weg, of zet de pagina terug in regelgeving/."
                yield Melding(path_of(regeling, volgende=volgende), 1, text, tip)
            elif regeling in rules:
                yield from _same_source(rules[regeling], tekst.nummer)
    for document in rules.values():
        yield from _one_page(document, corpus)


def _same_source(document: Document, nummer: str) -> Iterator[Melding]:
    model = document.model
    if isinstance(model, Regeling) and model.bron.waarde.partition("/")[0] != nummer:
        text = f"de tekst in {path_of(document.id)} is van {nummer}, niet van {model.bron.waarde}"
        tip = f"Verbeter `bron`, of draai: python -m wijzer recht ophalen {document.id}"
        yield document.fout(("bron",), text, tip)


def _one_page(document: Document, corpus: Corpus) -> Iterator[Melding]:
    model = document.model
    if not isinstance(model, Regeling) or document.id in corpus.teksten.onleesbaar:
        return
    path = path_of(document.id)
    if not document.tekst:
        yield from _without_text(document, model, corpus)
        return
    if model.officiele_titel:
        text = f"de officiële titel staat al in {path}"
        yield document.fout(("officiele_titel",), text, "Haal deze regel weg.")
    if model.tekst_ontbreekt:
        text = f"de officiële tekst ontbreekt niet: die staat in {path}"
        yield document.fout(("tekst_ontbreekt",), text, "Haal deze regel weg.")


def _without_text(document: Document, model: Regeling, corpus: Corpus) -> Iterator[Melding]:
    if not model.officiele_titel:
        tip = f"Voeg toe:\nofficiele_titel: {document.titel}"
        yield document.fout(1, "de sleutel `officiele_titel` ontbreekt", tip)
    needs = model.artikelen and identifier_of(model.bron) and model.bron.soort in _WITH_TEXT
    if needs and corpus.teksten.aanwezig and not model.tekst_ontbreekt:
        text = f"wij halen artikelen aan, maar de tekst ({path_of(document.id)}) is er niet"
        tip = (
            f"Haal de tekst op met: python -m wijzer recht ophalen {document.id}\n"
            "Kan dat niet? Schrijf dan bij `tekst_ontbreekt` waarom."
        )
        yield document.fout(("artikelen",), text, tip)
