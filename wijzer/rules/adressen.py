"""An address that was ever published still leads somewhere, and a card keeps its dilemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.addresses import short_address
from wijzer.corpus.adressen import PATH, leading
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.model.document import Document
from wijzer.rules.identity import free_number


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about addresses that are gone and numbers that went to another dilemma.

    Silent while a page cannot be read: what it holds is not known then.
    """
    if corpus.unreadable or not corpus.adressen.regels:
        return
    live = leading(without_drafts(corpus).all_documents)
    drafts = leading(d for d in corpus.all_documents if d.model.concept)
    yield from _reused(corpus, live)
    for page, lost in _lost(corpus, live).items():
        if page in drafts:
            yield _hidden(drafts[page])
        else:
            yield _gone(corpus, page, lost)


def _lost(corpus: Corpus, live: dict[str, Document]) -> dict[str, list[str]]:
    """Return the addresses that lead nowhere, those of a card with those of its dilemma."""
    owner = {short_address(n).strip("/"): page for n, page in corpus.adressen.kaarten.items()}
    lost: dict[str, list[str]] = defaultdict(list)
    for address in corpus.adressen.regels:
        if address not in live:
            page = owner.get(address, address)
            lost[address if page in live else page].append(address)
    return lost


def _gone(corpus: Corpus, page: str, lost: list[str]) -> Melding:
    text = f"het adres `{page}` stond op de site, maar leidt nergens meer heen"
    lines = "\n".join(f"  - {address}" for address in sorted(lost, key=lambda a: a != page))
    tip = f"Zet dit bij de pagina die ervoor in de plaats komt{_guess(corpus, page)}:"
    return Melding(PATH, corpus.adressen.regels[lost[0]], text, f"{tip}\noude_paden:\n{lines}")


def _guess(corpus: Corpus, page: str) -> str:
    """Name the one new page in the same folder: it was probably renamed."""
    folder = page.rpartition("/")[0]
    new = [
        d.path
        for d in corpus.all_documents
        if (address := d.address.strip("/"))
        and address not in corpus.adressen.regels
        and address.rpartition("/")[0] == folder
    ]
    return f" (misschien {new[0]})" if len(new) == 1 else ""


def _hidden(document: Document) -> Melding:
    text = "deze pagina stond al op de site; met `concept: true` verdwijnt zij"
    return document.fout(("concept",), text, "Haal `concept` weg.")


def _reused(corpus: Corpus, live: dict[str, Document]) -> Iterator[Melding]:
    for nummer, page in corpus.adressen.kaarten.items():
        now, owner = live.get(short_address(nummer).strip("/")), live.get(page)
        if now and now is not owner and getattr(now.model, "nummer", None) == nummer:
            text = f"`nummer` {nummer} staat op de kaart van een ander dilemma (`{page}`)"
            free = free_number(corpus, now.soort)
            tip = f"Een nummer krijgt nooit een ander dilemma. Het eerste vrije nummer is {free}."
            yield now.fout(("nummer",), text, tip)
