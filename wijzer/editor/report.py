"""The report for HRM: what is due for review, uncertain, or not yet filled in."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from wijzer.corpus.citations import citations
from wijzer.corpus.contact import PATH
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.gemeente import PATH as GEMEENTE
from wijzer.corpus.nagelezen import Stand
from wijzer.corpus.register import vindplaats
from wijzer.legal.prose import Citaat
from wijzer.model.kinds import INSTELLINGEN, REGELING
from wijzer.model.pages import BronSoort, Regeling
from wijzer.model.validate import field_label
from wijzer.model.vocabulary import Status, Zekerheid
from wijzer.model.wegwijzer import Instellingen
from wijzer.pages.markdown import day
from wijzer.rules.contact import gaps

_GAP = re.compile(r"\{\{\s*nog_in_te_vullen\(\s*[\"'](.+?)[\"']\s*\)")


def report(corpus: Corpus, today: datetime.date) -> str:
    """Return the report as text: a heading and a list per subject, with a count."""
    parts = [f"Rapport voor HRM, {day(today)}"]
    for title, rows in (
        ("Gegevens van de gemeente die nog een voorbeeld zijn", [*_examples(corpus)]),
        ("Contactgegevens die nog leeg zijn", [*_contact(corpus)]),
        ("Contactgegevens die over tijd zijn", [*_old_contact(corpus, today)]),
        ("Nog in te vullen door de gemeente", [*_security(corpus), *_gaps(corpus)]),
        ("Nog vast te stellen door de gemeente", [*_settings(corpus)]),
        ("Bronnen die nog niet bekend zijn", [*_sources(corpus)]),
        ("Te bevestigen: de status is onbekend", [*_statuses(corpus)]),
        ("Te controleren: nog niet in een openbare bron gelezen", [*_uncertain(corpus)]),
        ("De wet is veranderd sinds de pagina is nagelezen", [*_read(corpus, Stand.VERANDERD)]),
        ("Nog niet naast de wet gelegd", [*_read(corpus, Stand.NIET)]),
        ("Over tijd: de pagina moet worden nagelopen", [*_overdue(corpus, today)]),
        ("Nooit nagelopen door de eigenaar", [*_never(corpus)]),
    ):
        parts.append("\n".join([f"{title} ({len(rows)})", *(f"  {row}" for row in rows)]))
    return "\n\n".join(parts)


def _examples(corpus: Corpus) -> Iterator[str]:
    """Yield what ``begin`` has put in ``gemeente.yml`` and nobody has changed since."""
    data = corpus.gemeente_bron
    for at, line in data.lines.items():
        value: Any = data.values
        for part in at:
            value = value[part]
        if isinstance(value, str) and "voorbeeld" in value.casefold():
            yield f"{data.path}:{line}: {field_label(at)}: {value}"


def _contact(corpus: Corpus) -> Iterator[str]:
    for gap in gaps(corpus):
        who = f" ({gap.naam})" if gap.naam else ""
        yield f"{PATH}:{gap.regel}: {gap.rol}{who}: {gap.veld}"


def _old_contact(corpus: Corpus, today: datetime.date) -> Iterator[str]:
    for rol, people in corpus.contact.personen.items():
        for index, person in enumerate(people):
            if person.voorbij(today) and person.geldig_tot:
                line = corpus.contact.line(rol, index, "geldig_tot")
                yield f"{PATH}:{line}: {rol}, geldig tot {day(person.geldig_tot)}"


def _security(corpus: Corpus) -> Iterator[str]:
    """Whoever takes `beveiliging` out of the file has decided to have no such address."""
    asked = "beveiliging" in corpus.gemeente_bron.values
    if asked and corpus.gemeente.beveiliging.contact is None:
        line = corpus.gemeente_bron.line_of(("beveiliging", "contact"))
        yield f"{GEMEENTE}:{line}: waar iemand een lek in de site meldt (security.txt)"


def _gaps(corpus: Corpus) -> Iterator[str]:
    for document in corpus.all_documents:
        for number, line in enumerate(document.raw.body.split("\n"), document.raw.body_line):
            yield from (f"{document.path}:{number}: {found[1]}" for found in _GAP.finditer(line))


def _settings(corpus: Corpus) -> Iterator[str]:
    for document in corpus.graph.of_kind(INSTELLINGEN):
        assert isinstance(document.model, Instellingen)
        for index, item in enumerate(document.model.instellingen):
            if item.waarde is None:
                line = document.raw.line_of(("instellingen", index))
                yield f"{document.path}:{line}: {item.naam}"


def _rules(corpus: Corpus) -> Iterator[tuple[str, Regeling]]:
    for document in corpus.graph.of_kind(REGELING):
        assert isinstance(document.model, Regeling)
        yield document.path, document.model


def _sources(corpus: Corpus) -> Iterator[str]:
    for path, model in _rules(corpus):
        if model.bron.soort is BronSoort.ONBEKEND:
            yield f"{path}: {model.bron.waarde}"


def _statuses(corpus: Corpus) -> Iterator[str]:
    yield from (path for path, model in _rules(corpus) if model.status is Status.ONBEKEND)


def _uncertain(corpus: Corpus) -> Iterator[str]:
    for path, model in _rules(corpus):
        if model.zekerheid is not Zekerheid.GELEZEN:
            yield f"{path}: {model.zekerheid.label}"


def _read(corpus: Corpus, stand: Stand) -> Iterator[str]:
    """Yield the citations that stand so in the reader's table; none without that table."""
    for regeling, mentions in citations(corpus.graph).items() if corpus.leestabel.aanwezig else ():
        rule = corpus.graph.documents.get(regeling)
        for one in mentions:
            if rule and corpus.leestabel.stand(one, corpus.graph) is stand:
                name = Citaat(vindplaats(one.plaats), rule.titel).lang
                yield f"{one.document.path}:{one.regel}: {name}"


def _overdue(corpus: Corpus, today: datetime.date) -> Iterator[str]:
    for document in corpus.all_documents:
        before = document.model.beoordelen_voor
        if before and before < today:
            yield f"{document.path}: voor {day(before)}, door {document.model.eigenaar}"


def _never(corpus: Corpus) -> Iterator[str]:
    paths = [d.path for d in corpus.all_documents if d.model.beoordeeld_op is None]
    yield from paths
