"""The ways to report: nobody is left without a way, and every way leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding, quoted
from wijzer.corpus.corpus import Corpus
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document
from wijzer.model.melden import Meldwegen
from wijzer.model.validate import suggestion
from wijzer.model.vocabulary import Lezer

_ORDER = ", ".join(lezer.value for lezer in Lezer)


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the ways to report."""
    for document in corpus.all_documents:
        if isinstance(document.model, Meldwegen):
            yield from _places(document, document.model)
            yield from _subjects(document, document.model)


def _places(document: Document, model: Meldwegen) -> Iterator[Melding]:
    yield from _twice(document, "plekken", [place.id for place in model.plekken])
    used = {p for topic in model.onderwerpen for weg in topic.wegen for p in weg.plekken}
    for index, place in enumerate(model.plekken):
        at: Location = ("plekken", index)
        if place.rol and place.website:
            text = f"plek `{place.id}` heeft een `rol` én een `website`"
            tip = "Binnen de gemeente: `rol`. Buiten de gemeente: `website`."
            yield document.fout(at, text, tip)
        if place.telefoon and not place.website:
            text = f"plek `{place.id}` is binnen de gemeente en heeft een `telefoon`"
            yield document.fout(at, text, "Zet het nummer in docs/contact.yml, bij de rol.")
        if place.id not in used:
            text = f"plek `{place.id}` staat bij geen enkele weg"
            yield document.fout(at, text, "Noem de plek bij een weg, of haal haar weg.")


def _subjects(document: Document, model: Meldwegen) -> Iterator[Melding]:
    yield from _twice(document, "onderwerpen", [topic.id for topic in model.onderwerpen])
    known = [place.id for place in model.plekken]
    for index, topic in enumerate(model.onderwerpen):
        readers = [weg.voor for weg in topic.wegen]
        if readers != list(Lezer):
            missing = [lezer.value for lezer in Lezer if lezer not in readers]
            text = f"bij `{topic.id}` ontbreekt een weg voor {quoted(missing)}"
            if not missing:
                text = f"bij `{topic.id}` staan de wegen niet in de vaste volgorde"
            tip = f"Elk onderwerp heeft vijf wegen, in deze volgorde: {_ORDER}."
            yield document.fout(("onderwerpen", index, "wegen"), text, tip)
        for number, weg in enumerate(topic.wegen):
            for position, place in enumerate(weg.plekken):
                if place not in known:
                    at = ("onderwerpen", index, "wegen", number, "plekken", position)
                    tip = suggestion(place, known) or f"Kies uit: {quoted(known)}."
                    yield document.fout(at, f"de plek `{place}` bestaat niet", tip)


def _twice(document: Document, veld: str, ids: list[str]) -> Iterator[Melding]:
    for index, item in enumerate(ids):
        if item in ids[:index]:
            text = f"de id `{item}` komt twee keer voor bij `{veld}`"
            yield document.fout((veld, index, "id"), text, "Geef een van de twee een andere id.")
