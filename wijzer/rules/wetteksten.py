"""Official texts: every law that we cite has one, and it belongs to the page of its name.

So do our own sentences about them, and the table of who read our citations beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen
from wijzer.corpus.citations import citations
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.nagelezen import Stand
from wijzer.corpus.register import identifier_of, problem_with, vindplaats
from wijzer.corpus.relations import Aanhaling
from wijzer.corpus.wetuitleg import PATH as UITLEG
from wijzer.legal.prose import Citaat
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import BronSoort, Regeling
from wijzer.model.validate import suggestion
from wijzer.recht.passages import Wettekst
from wijzer.recht.store import path_of

_WITH_TEXT = (BronSoort.BWB, BronSoort.CELEX)
"""Sources of which a citation needs the words; of local rules there are no texts yet."""


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about texts without a page, and pages without a text."""
    rules = {d.id: d for d in corpus.all_documents if d.soort == REGELING}
    known = rules.keys() | corpus.unreadable
    for volgende, texts in ((False, corpus.teksten.gelezen), (True, corpus.teksten.volgende)):
        for regeling, tekst in texts.items():
            yield from _unseen(tekst, path_of(regeling, volgende=volgende))
            if regeling not in known:
                text = f"er is geen wet of regel `{regeling}`"
                tip = "Haal dit bestand weg, of zet de pagina terug in regelgeving/."
                yield Melding(path_of(regeling, volgende=volgende), 1, text, tip)
            elif regeling in rules:
                yield from _same_source(rules[regeling], tekst.nummer)
    for document in rules.values():
        yield from _one_page(document, corpus)
    yield from _meanings(corpus)
    yield from _citations(corpus)


def _unseen(tekst: Wettekst, path: str) -> Iterator[Melding]:
    words = "\n".join([tekst.titel, tekst.opschrift, *(p.tekst for p in tekst.passages)])
    for found in dict.fromkeys(one.text for one in unseen(words)):
        tip = "Haal de tekst opnieuw op. Blijft dit staan? Vraag het de beheerder."
        yield Melding(path, 1, found, tip)


def _meanings(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about sentences of a place that is not there, or that has one already."""
    lijst, pages = corpus.wetuitleg, corpus.graph.documents
    for index, one in enumerate(lijst.plaatsen):
        rule = pages.get(one.regeling)
        if rule is None and one.regeling not in corpus.unreadable:
            tip = suggestion(one.regeling, pages)
            yield lijst.fout(index, "regeling", f"er is geen wet of regel `{one.regeling}`", tip)
        elif rule and not isinstance(rule.model, Regeling):
            text = f"`{one.regeling}` is geen wet of regel"
            yield lijst.fout(index, "regeling", text, "Neem de id van een wet of regel.")
        elif rule and (wrong := problem_with(rule, Aanhaling(one.regeling, *one.sleutel))):
            yield lijst.fout(index, "artikel", *wrong)
    for index in lijst.twice():
        text = "bij deze plaats staat al een zin"
        yield lijst.fout(index, "artikel", text, "Houd er één over.")


def _citations(corpus: Corpus) -> Iterator[Melding]:
    """Yield tips about citations without our sentence, or read beside words that have changed."""
    for regeling, mentions in citations(corpus.graph).items():
        rule = corpus.graph.documents.get(regeling)
        if rule is None:
            continue
        told: set[Aanhaling] = set()
        for one in mentions:
            name = Citaat(vindplaats(one.plaats), rule.titel).lang
            if one.plaats not in told and _without_meaning(rule, one.plaats, corpus):
                told.add(one.plaats)
                text = f"bij {name} hoort nog geen zin in gewone taal"
                yield one.document.tip(one.regel, text, f"Schrijf die zin in {UITLEG}.")
            if corpus.leestabel.stand(one, corpus.graph) is Stand.VERANDERD:
                text = f"de tekst van {name} is veranderd sinds deze pagina is nagelezen"
                tip = (
                    "Leg de pagina naast de nieuwe woorden. Zet je oordeel in de nieuwe rij van:\n"
                    "python3 scripts/wijzer.py recht nagelezen --aanvullen"
                )
                yield one.document.tip(one.regel, text, tip)


def _without_meaning(rule: Document, plaats: Aanhaling, corpus: Corpus) -> bool:
    return bool(corpus.wetuitleg.plaatsen) and plaats.sleutel not in rule.uitleg


def _same_source(document: Document, nummer: str) -> Iterator[Melding]:
    model = document.model
    if isinstance(model, Regeling) and model.bron.waarde.partition("/")[0] != nummer:
        text = f"de tekst in {path_of(document.id)} is van {nummer}, niet van {model.bron.waarde}"
        tip = f"Verbeter `bron`, of draai: python3 scripts/wijzer.py recht ophalen {document.id}"
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
            f"Haal de tekst op met: python3 scripts/wijzer.py recht ophalen {document.id}\n"
            "Kan dat niet? Schrijf dan bij `tekst_ontbreekt` waarom."
        )
        yield document.fout(("artikelen",), text, tip)
