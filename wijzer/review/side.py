"""One of the two versions that are laid beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wijzer.base.findings import Melding, errors
from wijzer.cards.check import check_cards
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.model.document import Document
from wijzer.pages.compose import compose
from wijzer.review.words import Blokken, blocks


@dataclass(frozen=True)
class Kant:
    """All that has to be known of one version: its sources, its findings and its words."""

    corpus: Corpus
    """Pages that readers see; drafts left out."""
    meldingen: tuple[Melding, ...]
    woorden: Mapping[str, Blokken] | None
    """What a reader sees, by source; None when mistakes stand in the way of making the pages."""
    concepten: tuple[Document, ...] = ()
    """Drafts: nobody but the editor sees them."""


def look(corpus: Corpus, meldingen: Iterable[Melding]) -> Kant:
    """Return a version that has been checked, with the words of its pages."""
    meldingen = tuple(meldingen)
    published = without_drafts(corpus)
    drafts = tuple(document for document in corpus.all_documents if document.model.concept)
    on_paper = set(check_cards(corpus))  # a card that is too long spoils no page
    if any(melding not in on_paper for melding in errors(meldingen)):
        return Kant(published, meldingen, None, drafts)
    pages = (page for page in compose(published) if page.meta)  # the others are redirects
    return Kant(published, meldingen, {page.bronpad: blocks(page) for page in pages}, drafts)
