"""Whom a searcher can turn to, and the words that tell that something bad is happening."""

from __future__ import annotations

from wijzer.corpus.corpus import Corpus


def help_data(corpus: Corpus) -> dict[str, object]:
    """Return what the worker needs to show help: words, sentences, and pages to point at."""
    hulp = corpus.hulpteksten.hulp
    if hulp is None:
        return {}
    zoeken = hulp.zoeken
    return {
        "alarmwoorden": zoeken.alarmwoorden,
        "alarmzinnen": zoeken.alarmzinnen,
        "eerst": _links(corpus, zoeken.eerst),
        "vraag": _links(corpus, zoeken.vraag),
        "zinnen": {
            "kop": zoeken.kop,
            "tekst": zoeken.tekst,
            "gevaar": hulp.gevaar.tekst,
            "telefoon": hulp.gevaar.telefoon,
            "niets": zoeken.niets,
            "anders": zoeken.anders,
            "mens": zoeken.mens,
        },
    }


def _links(corpus: Corpus, ids: tuple[str, ...]) -> list[dict[str, str]]:
    found = (corpus.graph.documents.get(page) for page in ids)
    return [{"location": d.address, "title": d.titel} for d in found if d is not None]
