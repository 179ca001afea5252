"""Dates do not contradict each other: not on one page, not in a chain of rules, not with today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.geldigheid import fase, geldigheid
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document
from wijzer.model.pages import FROM_DATES, Regeling
from wijzer.model.vocabulary import Fase, Status
from wijzer.model.wegwijzer import Instellingen

_SOON = datetime.timedelta(days=60)
_WHAT_NEXT = (
    "Noem de nieuwe regel bij `vervangen_door`. "
    "Komt er niets voor in de plaats? Zet dan `status: ingetrokken`."
)
_NO_DAY = (
    "Vul `geldig_tot` in, of `geldig_vanaf` bij de nieuwe regel. Weet niemand de dag? Zet dan "
    "`status: ingetrokken`. Is niet zeker dat de regel vervangen is? Zet dan `status: onbekend`."
)


def check(corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield findings about dates, as seen on a day."""
    for document in corpus.all_documents:
        yield from _future(document, today)
        if isinstance(document.model, Regeling):
            yield from _typed(document, document.model, corpus, today)
            yield from _status(document, document.model, today)
            yield from _end(document, document.model, corpus, today)
            yield from _chain(document, document.model, corpus, today)


def _future(document: Document, today: datetime.date) -> Iterator[Melding]:
    """Nobody has reviewed or decided anything on a day that is still to come."""
    model = document.model
    done: list[tuple[Location, datetime.date | None]] = [(("beoordeeld_op",), model.beoordeeld_op)]
    if isinstance(model, Instellingen):
        done += (
            (("instellingen", index, "vastgesteld_op"), item.vastgesteld_op)
            for index, item in enumerate(model.instellingen)
        )
    for where, day in done:
        if day and day > today:
            text = f"`{where[-1]}` ({day}) ligt in de toekomst"
            tip = f"Schrijf de dag waarop het is gebeurd, op zijn laatst {today}."
            yield document.fout(where, text, tip)


def _typed(
    document: Document, model: Regeling, corpus: Corpus, today: datetime.date
) -> Iterator[Melding]:
    """A status that the dates tell is harmless, unless they tell another one."""
    typed, told = document.raw.values.get("status"), fase(model, corpus.graph, today)
    if typed not in FROM_DATES:
        return
    if typed == told:
        text = f"`status: {typed}` hoeft niet meer: dat volgt uit de datums"
        yield document.tip(("status",), text, "Haal de regel weg.")
    else:
        text = f"de status is `{typed}`, maar volgens de datums is de regel nu `{told}`"
        tip = (
            "Kijk `geldig_vanaf`, `geldig_tot` en `vervangen_door` na. "
            "Kloppen die? Haal `status` dan weg."
        )
        yield document.fout(("status",), text, tip)


def _status(document: Document, model: Regeling, today: datetime.date) -> Iterator[Melding]:
    end = model.geldig_tot
    if model.status is Status.ONBEKEND and end and end <= today:
        text = f"de status is `onbekend`, maar volgens `geldig_tot` geldt de regel sinds {end} niet"
        yield document.fout(("status",), text, "Haal `status` of `geldig_tot` weg.")
    if model.status is Status.INGETROKKEN and model.vervangen_door and end:
        text = "de status is `ingetrokken`, maar de datums zeggen al dat de regel is vervangen"
        yield document.fout(("status",), text, "Haal `status` weg.")


def _end(
    document: Document, model: Regeling, corpus: Corpus, today: datetime.date
) -> Iterator[Melding]:
    when = geldigheid(model, corpus.graph)
    if when.altijd:
        return
    if model.vervangen_door and not when.tot and _all_known(model, corpus):
        text = "`vervangen_door` is gevuld, maar er staat niet vanaf welke dag"
        yield document.fout(("vervangen_door",), text, _NO_DAY)
    if when.tot and when.daarna is Fase.AFGELOPEN:
        if when.tot <= today:
            text = f"`geldig_tot` ({when.tot}) is voorbij, maar er staat niet wat er nu geldt"
            yield document.fout(("geldig_tot",), text, _WHAT_NEXT)
        elif when.tot <= today + _SOON:
            text = f"de regel geldt tot {when.tot}, maar er staat niet wat er dan geldt"
            yield document.tip(("geldig_tot",), text, _WHAT_NEXT)


def _all_known(model: Regeling, corpus: Corpus) -> bool:
    return all(name in corpus.graph.documents for name in model.vervangen_door)


def _chain(
    document: Document, model: Regeling, corpus: Corpus, today: datetime.date
) -> Iterator[Melding]:
    """Each rule begins on the day that the one before it ends."""
    if model.status is Status.ONBEKEND:
        return
    for index, name in enumerate(model.vervangen_door):
        after = corpus.graph.documents.get(name)
        if after is document or after is None or not isinstance(after.model, Regeling):
            continue  # the relations check reports it
        if after.model.geldig_vanaf:
            where = ("vervangen_door", index)
            begin = after.model.geldig_vanaf
            yield from _link(document, model, name, begin, where)
            if after.model.concept and not model.concept and begin <= today:
                text = f"de opvolger `{name}` geldt sinds {begin}, maar is nog concept"
                tip = "Haal daar `concept: true` weg, of zet een latere dag bij `geldig_vanaf`."
                yield document.fout(where, text, tip)


def _link(
    document: Document, model: Regeling, name: str, begin: datetime.date, where: Location
) -> Iterator[Melding]:
    start, end = model.geldig_vanaf, model.geldig_tot
    if start and begin <= start:
        text = f"de opvolger `{name}` geldt vanaf {begin}, niet later dan deze regel ({start})"
        tip = "Kijk `geldig_vanaf` van beide regels na, of noem een andere regel."
        yield document.fout(where, text, tip)
    elif end and begin > end:
        text = f"tussen {end} en {begin} geldt deze regel niet meer en `{name}` nog niet"
        yield document.fout(where, text, _same_day(end, begin, name))
    elif end and begin < end:
        text = f"tussen {begin} en {end} gelden deze regel en `{name}` allebei"
        yield document.fout(where, text, _same_day(end, begin, name))


def _same_day(end: datetime.date, begin: datetime.date, name: str) -> str:
    return f"Zet hier `geldig_tot: {begin}`, of bij `{name}` `geldig_vanaf: {end}`."
