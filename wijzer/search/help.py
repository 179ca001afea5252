"""Whom a searcher can turn to, and the words that tell that something bad is happening."""

from __future__ import annotations

from wijzer.corpus.corpus import Corpus

ALARM_WORDS = tuple(
    """
    aangerand aanranding verkracht verkrachting misbruik misbruikt seksueel handtastelijk betast
    aangeraakt gepest pesten pestgedrag wegpesten getreiterd treiteren buitengesloten vernederd
    gekleineerd uitgescholden geschreeuwd geïntimideerd intimidatie lastiggevallen gestalkt stalken
    stalker gediscrimineerd discriminatie racisme racistisch bedreigd bedreiging dreigen
    gechanteerd chantage afgeperst afpersing mishandeld geslagen geweld agressie onveilig
    omkoping omgekocht omkopen smeergeld steekpenningen corruptie corrupt fraude frauderen
    gestolen diefstal stelen verduistering zelfmoord suïcide metoo
    """.split()
)
"""Single words.  Material for HRM to add to; the search compares word stems."""
ALARM_PHRASES = ("grensoverschrijdend gedrag", "ongewenst gedrag", "ik ben bang", "hand op mijn")
"""Words that only alarm together."""

_FIRST = ("vertrouwenspersonen", "meldpunt-integriteit", "melden")
_ASK = ("vertrouwenspersonen", "hrm")


def help_data(corpus: Corpus) -> dict[str, object]:
    """Return what the worker needs to show help: words, and the pages that exist to point at."""
    return {
        "alarmwoorden": ALARM_WORDS,
        "alarmzinnen": ALARM_PHRASES,
        "eerst": _links(corpus, _FIRST),
        "vraag": _links(corpus, _ASK),
    }


def _links(corpus: Corpus, ids: tuple[str, ...]) -> list[dict[str, str]]:
    found = (corpus.graph.documents.get(page) for page in ids)
    return [{"location": d.address, "title": d.titel} for d in found if d is not None]
