"""Taking a page away, when nothing leans on it and its address is provided for."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.trouble import PlainError
from wijzer.corpus.addresses import short_address
from wijzer.corpus.corpus import Corpus
from wijzer.editor.mentions import mentions
from wijzer.editor.move import Bewerking, EditError, keeps_its_place
from wijzer.editor.old_addresses import change_old_addresses
from wijzer.load.edit import apply, plain_text
from wijzer.load.tree import NAGELEZEN
from wijzer.model.document import Document
from wijzer.model.pages import Dilemma
from wijzer.recht.store import path_of


class InUseError(PlainError):
    """Something leans on the page; the message says what and where."""


def remove(
    corpus: Corpus, document: Document, naar: Document | None, *, vervalt: bool
) -> Bewerking:
    """Return what has to change for a page to be gone.

    Its addresses go to the page ``naar``, or lapse.  Raises :class:`InUseError` when something
    leans on the page, and :class:`EditError` when nobody said what becomes of its addresses.
    """
    keeps_its_place(corpus, document)
    if leaning := [*_leaning(corpus, document)]:
        rows = "\n".join(f"  {row}" for row in leaning)
        raise InUseError(
            f"{document.path} kan nog niet weg, want de pagina wordt hier genoemd:\n{rows}\n"
            "Haal dat eerst weg. Er is niets veranderd."
        )
    texts = [path_of(document.id, volgende=coming) for coming in (False, True)]
    gone = [path for path in texts if (corpus.root / path).is_file()]
    return Bewerking(_redirected(corpus, document, naar, vervalt=vervalt), (document.path, *gone))


def _leaning(corpus: Corpus, document: Document) -> Iterator[str]:
    """Yield where the page is named; the table of citations only tells what was read once."""
    found = {(m.pad, m.regel, m.wat) for m in mentions(corpus, document)}
    for path, line, what in sorted(found):
        if path not in (document.path, NAGELEZEN):
            yield f"{path}:{line}: {what}"


def _redirected(
    corpus: Corpus, document: Document, naar: Document | None, *, vervalt: bool
) -> dict[str, bytes]:
    addresses = _addresses(document)
    if vervalt and (kept := [a for a in addresses if a in corpus.adressen.regels]):
        raise EditError(
            f"Het adres /{kept[0]}/ stond al op de site, dus mensen kunnen het hebben bewaard. "
            "Kies met --naar ID welke pagina zij voortaan lezen. Er is niets veranderd."
        )
    if document.model.concept or vervalt:
        return {}
    if naar is None or naar is document:
        raise EditError(
            f"Wat moet er met het adres /{document.address} gebeuren? Kies een van deze twee:\n"
            "  --naar ID          wie daar komt, leest voortaan die pagina\n"
            "  --adres-vervalt    wie daar komt, vindt niets meer\n"
            "Er is niets veranderd."
        )
    data = (corpus.root / naar.path).read_bytes()
    return {naar.path: apply(data, change_old_addresses(plain_text(data), new=addresses))}


def _addresses(document: Document) -> list[str]:
    """Return every address under which readers know a page, the one on its card included."""
    card = (
        [short_address(document.model.nummer).strip("/")]
        if isinstance(document.model, Dilemma)
        else []
    )
    return [document.address.strip("/"), *card, *document.model.oude_paden]
