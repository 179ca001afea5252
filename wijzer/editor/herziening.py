"""What must be reviewed and when: a list per owner, a calendar, and a proposal to spread it."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from wijzer.base.content_lines import content_lines
from wijzer.base.escape import vcard_text
from wijzer.corpus.citations import citations
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.geldigheid import vroeger
from wijzer.corpus.nagelezen import Stand
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, INSTELLINGEN, KERNWAARDE, PIJLER, ROL, WEGWIJZER
from wijzer.model.pages import Regeling
from wijzer.model.vocabulary import Status, Zekerheid
from wijzer.pages.markdown import day

_NAMESPACE = uuid.UUID("3a0e3c1e-8d4d-5c5f-9c25-2b1f6f2d7c11")
"""Fixed, so that a calendar that is read in again replaces what it held."""
_MONTHS = 12
_CALM = (DILEMMA, KERNWAARDE, PIJLER)
_ACTED_UPON = (BASISNORM, INSTELLINGEN, ROL)


@dataclass(frozen=True)
class Taak:
    """One page that its owner must review."""

    document: Document
    voor: datetime.date | None
    """The day before which; None when the page names none."""
    waarom: str = ""
    """Why it cannot wait for that day; empty when it can."""


def tasks(
    corpus: Corpus, law: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, list[Taak]]:
    """Return every page by owner: what cannot wait first, then by date; without a date last.

    ``law`` tells of the id of a page which law changes that it leans on.
    """
    changed = _changed_law(corpus)
    found: dict[str, list[Taak]] = defaultdict(list)
    for document in corpus.all_documents:
        read = "de wet is veranderd sinds de pagina is nagelezen" if document.id in changed else ""
        why = law.get(document.id) or read
        task = Taak(document, document.model.beoordelen_voor, why)
        found[document.model.eigenaar].append(task)
    return {owner: sorted(found[owner], key=_order) for owner in sorted(found)}


def _changed_law(corpus: Corpus) -> set[str]:
    if not corpus.leestabel.aanwezig:
        return set()
    return {
        one.document.id
        for mentions in citations(corpus.graph).values()
        for one in mentions
        if corpus.leestabel.stand(one, corpus.graph) is Stand.VERANDERD
    }


def _order(task: Taak) -> tuple[bool, datetime.date, str]:
    return not task.waarom, task.voor or datetime.date.max, task.document.path


def herziening(corpus: Corpus, today: datetime.date) -> str:
    """Return the list per owner as text."""
    parts = [f"Na te lopen pagina's, {day(today)}"]
    for owner, found in tasks(corpus).items():
        rows = [f"  {when(task, today)}: {task.document.path}" for task in found]
        parts.append("\n".join([f"{owner_name(corpus, owner)} ({len(rows)})", *rows]))
    return "\n\n".join(parts)


def owner_name(corpus: Corpus, owner: str) -> str:
    """Return how an owner is called in a list."""
    role = corpus.graph.documents.get(owner)
    return f"{role.titel}, {owner}" if role else owner


def when(task: Taak, today: datetime.date) -> str:
    """Return when a page must be reviewed, and why at once."""
    if task.waarom:
        return f"nu, want {task.waarom}"
    if task.voor is None:
        return "zonder datum"
    late = ", over tijd" if task.voor < today else ""
    return f"voor {day(task.voor)}{late}"


def calendar(corpus: Corpus, stamp: datetime.date) -> str:
    """Return a calendar (RFC 5545): one day-long event for every owner and date.

    ``stamp`` is the date of the sources, so that the same sources give the same bytes.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Integriteitswijzer//herziening//NL"]
    for owner, found in tasks(corpus).items():
        dated = sorted((t for t in found if t.voor), key=lambda t: (t.voor, t.document.path))
        for voor, group in groupby(dated, key=lambda task: task.voor):
            if voor:
                titles = [task.document.titel for task in group]
                lines += _event(owner, owner_name(corpus, owner), voor, titles, stamp)
    return content_lines([*lines, "END:VCALENDAR"])


def _event(
    owner: str, name: str, voor: datetime.date, titles: list[str], stamp: datetime.date
) -> Iterator[str]:
    count = f"{len(titles)} {'pagina' if len(titles) == 1 else 'pagina’s'}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_NAMESPACE, f'{owner}/{voor}')}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{voor:%Y%m%d}"
    yield f"SUMMARY:{vcard_text(f'Integriteitswijzer: {count} nalopen ({name})')}"
    yield f"DESCRIPTION:{vcard_text(chr(10).join(titles))}"
    yield "END:VEVENT"


def proposal(corpus: Corpus, today: datetime.date) -> str:
    """Return a date for every page, spread over a year; what does most harm when wrong is first."""
    pages = sorted(corpus.all_documents, key=lambda d: (-risk(d, corpus), d.path))
    parts = ["Voorstel: verdeel het nalopen over een jaar, met het grootste risico eerst."]
    for month in range(_MONTHS):
        share = pages[len(pages) * month // _MONTHS : len(pages) * (month + 1) // _MONTHS]
        before = _first_of_month(today, month + 2)
        rows = [f"  {document.path}" for document in share]
        if rows:
            parts.append("\n".join([f"beoordelen_voor: {before} ({len(rows)})", *rows]))
    return "\n\n".join(parts)


def risk(document: Document, corpus: Corpus) -> int:
    """Return how much harm a mistake does: 3 for what is unsure or guides somebody in trouble."""
    model = document.model
    unsure = isinstance(model, Regeling) and model.zekerheid is not Zekerheid.GELEZEN
    unknown = isinstance(model, Regeling) and model.status is Status.ONBEKEND
    if unsure or unknown or document.soort == WEGWIJZER or "melden" in document.path:
        return 3
    if document.soort in _CALM or vroeger(document, corpus.graph):
        return 0
    return 2 if isinstance(model, Regeling) or document.soort in _ACTED_UPON else 1


def _first_of_month(today: datetime.date, later: int) -> datetime.date:
    years, month = divmod(today.month - 1 + later, 12)
    return datetime.date(today.year + years, month + 1, 1)
