"""What stands on one card, made from the dilemma's own page."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import urlsplit

from wijzer.cards.markdown_tree import Tree, parse
from wijzer.cards.typography import no_break
from wijzer.corpus.addresses import short_address
from wijzer.corpus.corpus import Corpus
from wijzer.gate.allowed import SAFE_SCHEMES
from wijzer.model.document import Document, address
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma
from wijzer.model.vocabulary import Thema
from wijzer.pages.geldigheid import on_paper

SITUATIE, VRAAG, BESPREEK, EN_ALS, REGELS, BEGELEIDER = DILEMMA.koppen
FRONT, BACK = (SITUATIE, VRAAG), (BESPREEK, EN_ALS, REGELS)


@dataclass(frozen=True)
class Card:
    """The texts of one dilemma, ready for paper."""

    nummer: int
    titel: str
    thema: Thema
    kernwaarden: tuple[str, ...]
    """Titles of the values at stake, in the order of the page."""
    kernwaarde_ids: tuple[str, ...]
    delen: dict[str, Tree]
    """Text under each heading of the dilemma: ``{"Situatie": ...}``."""
    adres: str
    """Short address below the site's own, such as ``d/12/``."""
    document: Document


def cards(corpus: Corpus, site: str | None) -> list[Card]:
    """Return a card for every dilemma, by number; ``site`` is the public address, if any."""
    found = corpus.graph.of_kind(DILEMMA)
    return [make_card(document, corpus, site) for document in found]


def make_card(document: Document, corpus: Corpus, site: str | None) -> Card:
    """Return the card of one dilemma; a heading that is missing gives an empty text."""
    model = document.model
    assert isinstance(model, Dilemma)
    pages = corpus.graph.documents
    titles = tuple(pages[i].titel if i in pages else i for i in model.kernwaarden)

    def resolve_link(href: str) -> str:
        return paper_link(document, href, site)

    sections = corpus.context(document).sections(document)

    def part(heading: str) -> Tree:
        note = on_paper(document, corpus.graph) if heading == REGELS else ""
        return parse(f"{sections.get(heading, '')}\n\n{note}", resolve_link)

    return Card(
        model.nummer,
        no_break(model.titel),
        model.thema,
        titles,
        model.kernwaarden,
        {heading: part(heading) for heading in DILEMMA.koppen},
        short_address(model.nummer),
        document,
    )


def paper_link(document: Document, href: str, site: str | None) -> str:
    """Return a full web address for a link, or an empty text when paper has no use for it."""
    parts = urlsplit(href)
    if parts.scheme:
        return href if parts.scheme.lower() in SAFE_SCHEMES else ""
    if site is None or not (parts.path or parts.fragment) or parts.netloc:
        return ""
    folder = posixpath.dirname(document.site_path)
    page = document.site_path  # a place on the page itself: the words of the law
    if parts.path:
        page = posixpath.normpath(posixpath.join(folder, parts.path))
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{site}{address(page)}{anchor}" if page.endswith(".md") else ""
