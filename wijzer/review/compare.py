"""Laying two versions beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from wijzer.base.findings import Ernst, Melding
from wijzer.corpus.adressen import leading
from wijzer.corpus.citations import cited_on
from wijzer.corpus.register import plaats_text
from wijzer.model.document import Document
from wijzer.review.cards import card_changes
from wijzer.review.change import (
    Adreswijziging,
    Paginawijziging,
    Sitewijziging,
    Verbandwijziging,
    Wat,
)
from wijzer.review.moves import Paren, pair
from wijzer.review.side import Kant
from wijzer.review.words import Alinea, changed_words

_Verbanden: TypeAlias = Mapping[tuple[str, ...], tuple[str, str, str]]
"""By what makes it the same relation in both versions: page, field or place, and other page."""


def compare(before: Kant, after: Kant) -> Sitewijziging:
    """Return everything that differs between two versions."""
    pairs = pair(before, after)
    return Sitewijziging(
        tuple(_pages(pairs, before, after)),
        tuple(_addresses(pairs, before, after)),
        tuple(_changed(dict(_relations(before, pairs)), dict(_relations(after)))),
        tuple(_changed(dict(_citations(before, pairs)), dict(_citations(after)))),
        tuple(card_changes(before.corpus, after.corpus)),
        tuple(_findings(pairs, before, after)),
        tuple(_drafts(before, after)),
        fout_voor=before.woorden is None,
        fout_na=after.woorden is None,
    )


def _pages(pairs: Paren, before: Kant, after: Kant) -> Iterator[Paginawijziging]:
    yield from (Paginawijziging(Wat.NIEUW, document) for document in pairs.nieuw)
    found = [_page(old, new, before, after) for old, new in pairs.samen]
    for wat in (Wat.VERHUISD, Wat.GEWIJZIGD):
        yield from (one for one in found if one and one.wat is wat)
    yield from (Paginawijziging(Wat.VERVALLEN, document) for document in pairs.weg)
    yield from (one for one in found if one and one.wat is Wat.MEE)


def _page(old: Document, new: Document, before: Kant, after: Kant) -> Paginawijziging | None:
    words: tuple[Alinea, ...] = ()
    if before.woorden is not None and after.woorden is not None:
        words = changed_words(before.woorden[old.path], after.woorden[new.path])
    if old.path != new.path:
        return Paginawijziging(Wat.VERHUISD, new, old.path, words)
    if (old.raw.values, old.raw.body) != (new.raw.values, new.raw.body):
        return Paginawijziging(Wat.GEWIJZIGD, new, "", words)
    return Paginawijziging(Wat.MEE, new, "", words) if words else None


def _drafts(before: Kant, after: Kant) -> Iterator[Document]:
    """Yield the drafts that were not there, or not like this."""
    known = {draft.path: (draft.raw.values, draft.raw.body) for draft in before.concepten}
    for draft in after.concepten:
        if known.get(draft.path) != (draft.raw.values, draft.raw.body):
            yield draft


def _addresses(pairs: Paren, before: Kant, after: Kant) -> Iterator[Adreswijziging]:
    """Yield the addresses that lead nowhere now, or to another page than they did."""
    same = {old.path: new.path for old, new in pairs.samen}
    now = leading(after.corpus.all_documents)
    for address, was in sorted(leading(before.corpus.all_documents).items()):
        there = now.get(address)
        if there is None:
            yield Adreswijziging(address, was.titel)
        elif there.path != same.get(was.path, there.path) or _another_card(address, was, same):
            yield Adreswijziging(address, was.titel, there.titel)


def _another_card(address: str, was: Document, same: Mapping[str, str]) -> bool:
    """Tell whether a dilemma is gone whose number another dilemma has taken."""
    return was.path not in same and address == f"d/{getattr(was.model, 'nummer', '')}"


def _relations(
    kant: Kant, pairs: Paren | None = None
) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str]]]:
    pages = kant.corpus.graph.documents
    for edges in kant.corpus.graph.uit.values():
        for edge in edges:
            ids = (edge.van, edge.naar) if pairs is None else map(pairs.now, (edge.van, edge.naar))
            yield (*ids, edge.veld), (pages[edge.van].titel, edge.veld, pages[edge.naar].titel)


def _citations(
    kant: Kant, pairs: Paren | None = None
) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str]]]:
    pages = kant.corpus.graph.documents
    for document in pages.values():
        for found in cited_on(document):
            place = found.plaats
            rule = pages[place.regeling].titel if place.regeling in pages else place.regeling
            ids = (document.id, place.regeling)
            same = ids if pairs is None else (pairs.now(ids[0]), pairs.now(ids[1]))
            yield (*same, *place.sleutel), (document.titel, plaats_text(place), rule)


def _changed(before: _Verbanden, after: _Verbanden) -> Iterator[Verbandwijziging]:
    gained = sorted(Verbandwijziging(True, *after[key]) for key in after.keys() - before.keys())
    lost = sorted(Verbandwijziging(False, *before[key]) for key in before.keys() - after.keys())
    return iter((*gained, *lost))


def _findings(pairs: Paren, before: Kant, after: Kant) -> Iterator[Melding]:
    """Yield every mistake, and the tips that the version before did not have."""
    paths = pairs.paden
    known = {replace(m, pad=paths.get(m.pad, m.pad), regel=0) for m in before.meldingen}
    for melding in after.meldingen:
        if melding.ernst is Ernst.FOUT or replace(melding, regel=0) not in known:
            yield melding
