"""From a checkout to typed, checked and related pages: the one way in for every command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from wijzer.base.clock import Peildag
from wijzer.base.files import Bestand
from wijzer.base.findings import Melding
from wijzer.corpus.adressen import Adressen, load_addresses
from wijzer.corpus.contact import Contactlijst, load_contact
from wijzer.corpus.gemeente import PATH as GEMEENTE
from wijzer.corpus.gemeente import load_gemeente, load_theme, local_folders
from wijzer.corpus.hulp import Hulpteksten, load_hulp
from wijzer.corpus.linkstand import load_state
from wijzer.corpus.macro import Context, Expansion, Macros
from wijzer.corpus.nagelezen import Leestabel, load_table
from wijzer.corpus.relations import Graph, build_graph
from wijzer.corpus.schrijfhulp import Woordenlijst, load_schrijfhulp
from wijzer.corpus.veranderingen import ONBEKEND, Veranderingen
from wijzer.corpus.wetuitleg import Wetuitleglijst, load_wetuitleg
from wijzer.load.data_file import DataFile
from wijzer.load.document import read_document
from wijzer.load.tree import SourceFile, find_sources
from wijzer.model.document import Document, page_id
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import REGELING, ROL, SOORTEN
from wijzer.model.soort import Soorten
from wijzer.model.validate import to_document
from wijzer.recht.store import Teksten, load_texts


@dataclass(frozen=True)
class Corpus:
    """All sources of one checkout, typed and related, and the macros that they may call."""

    root: Path
    graph: Graph
    unreadable: frozenset[str]
    """Ids of files that exist but could not be typed; relations to them are not reported."""
    all_documents: tuple[Document, ...]
    """Every typed page, those with a duplicate id included."""
    contact: Contactlijst = field(default_factory=Contactlijst)
    """How roles are reached, from ``docs/contact.yml``."""
    hulpteksten: Hulpteksten = field(default_factory=Hulpteksten)
    """What is said to somebody who is worried, from ``docs/hulp.yml``."""
    teksten: Teksten = field(default_factory=Teksten)
    """The official texts of rules, from ``regelgeving/teksten/``."""
    wetuitleg: Wetuitleglijst = field(default_factory=Wetuitleglijst)
    """A plain sentence for each place in the law, from ``docs/wet-uitleg.yml``."""
    leestabel: Leestabel = field(default_factory=Leestabel)
    """Which citations were read beside the official words."""
    adressen: Adressen = field(default_factory=Adressen)
    """Every address that was ever published, from ``adressen.txt``."""
    woordenlijst: Woordenlijst = field(default_factory=Woordenlijst)
    """The words of the writing help, from ``docs/schrijfhulp.yml``."""
    thema: Mapping[str, str] = field(default_factory=dict)
    """The design tokens of the theme that ``gemeente.yml`` names: name and final value."""
    macros: Macros = field(default_factory=dict)
    bestanden: tuple[Bestand, ...] = ()
    """Finished files that pages can link to: none until the check has passed."""
    veranderingen: Veranderingen = ONBEKEND
    """What changed and when: unknown until the check has passed, for that needs no Git."""
    gemeente_bron: DataFile = field(default_factory=lambda: DataFile(GEMEENTE))
    """``gemeente.yml`` as it was read: the line of every value."""
    _contexts: dict[str, Context] = field(default_factory=dict, init=False, repr=False)

    @property
    def gemeente(self) -> Gemeente:
        """Whose site this is."""
        return self.graph.gemeente

    @property
    def soorten(self) -> Soorten:
        """All kinds of pages of this site."""
        return self.graph.soorten

    @cached_property
    def by_site_path(self) -> dict[str, Document]:
        """All pages by their place in the docs tree."""
        return {document.site_path: document for document in self.all_documents}

    def context(self, document: Document) -> Context:
        """Return what macros on a page know; always the same one, for it keeps what it made."""
        if document.path not in self._contexts:
            after = (self.bestanden, self.veranderingen)
            made = Context(self.graph, document, self.macros, *after)
            self._contexts[document.path] = made
        return self._contexts[document.path]

    def expand(self, document: Document) -> Expansion:
        """Return the text of a page, expanded for that page itself."""
        return self.context(document).expand(document)

    def with_files(
        self, bestanden: Iterable[Bestand], veranderingen: Veranderingen = ONBEKEND
    ) -> Corpus:
        """Return the corpus with what is made or read after the check.

        Only what looked at that is expanded again.
        """
        after = replace(self, bestanden=tuple(bestanden), veranderingen=veranderingen)
        kept = {path: made for path, made in self._contexts.items() if not made.looked_ahead}
        after._contexts.update(kept)
        return after


_Read = TypeVar("_Read")
"""What one file or folder holds."""


def load_corpus(
    root: Path,
    macros: Macros | None = None,
    soorten: Soorten = SOORTEN,
    peildag: Peildag | None = None,
) -> tuple[Corpus, list[Melding]]:
    """Read and type everything below ``root``; return it with all findings so far.

    Who only reads pages needs no macros; who checks or composes them does.  Without ``peildag``
    the corpus tells what holds today.
    """
    gemeente, gemeente_bron, meldingen = load_gemeente(root)

    def keep(found: tuple[_Read, list[Melding]]) -> _Read:
        meldingen.extend(found[1])
        return found[0]

    soorten = soorten.with_folders(REGELING.naam, local_folders(root, gemeente))
    stand = keep(load_state(root))
    documents, unreadable, problems = _read_pages(root, soorten)
    meldingen.extend(problems)
    rollen = [d.id for d in documents if d.soort == ROL] + sorted(unreadable)
    contact, teksten = keep(load_contact(root, rollen)), keep(load_texts(root))
    wetuitleg = keep(load_wetuitleg(root))
    documents = [_complete(document, contact, teksten, wetuitleg) for document in documents]
    corpus = Corpus(
        root,
        build_graph(documents, stand, soorten, gemeente, peildag),
        frozenset(unreadable),
        tuple(documents),
        contact=contact,
        hulpteksten=keep(load_hulp(root)),
        teksten=teksten,
        wetuitleg=wetuitleg,
        leestabel=keep(load_table(root)),
        adressen=keep(load_addresses(root)),
        woordenlijst=keep(load_schrijfhulp(root)),
        thema=keep(load_theme(root, gemeente, gemeente_bron)),
        macros=macros or {},
        gemeente_bron=gemeente_bron,
    )
    return corpus, meldingen


def _read_pages(root: Path, soorten: Soorten) -> tuple[list[Document], set[str], list[Melding]]:
    """Return the typed pages, the ids of those that could not be typed, and what is wrong."""
    documents: list[Document] = []
    unreadable: set[str] = set()
    meldingen: list[Melding] = []
    for found in find_sources(root, soorten.bronmappen):
        if isinstance(found, Melding):
            meldingen.append(found)
            continue
        document, problems = _load(found, soorten)
        meldingen.extend(problems)
        if document:
            documents.append(document)
        else:
            unreadable.add(page_id(found.path))
    return documents, unreadable - {document.id for document in documents}, meldingen


def _complete(
    document: Document, contact: Contactlijst, teksten: Teksten, wetuitleg: Wetuitleglijst
) -> Document:
    """Add to a page what stands in another file: the people of a role, the words of a rule."""
    if document.soort == ROL and (people := contact.personen.get(document.id)):
        return replace(document, contact=people)
    if document.soort == REGELING:
        name = document.id
        found = (teksten.gelezen.get(name), teksten.volgende.get(name), wetuitleg.of(name))
        if any(found):
            now, coming, plain = found
            return replace(document, tekst=now, komt=coming, uitleg=plain)
    return document


def _load(source: SourceFile, soorten: Soorten) -> tuple[Document | None, list[Melding]]:
    soort = soorten.of_path(source.path)
    if soort is None:
        tip = "Zet het bestand rechtstreeks in een van de mappen die in BIJDRAGEN.md staan."
        return None, [Melding(source.path, 1, "in deze map horen geen pagina's", tip)]
    try:
        data = source.file.read_bytes()
    except OSError:
        tip = "Kijk of het bestand bestaat en of je het mag openen."
        return None, [Melding(source.path, 1, "het bestand is niet te lezen", tip)]
    reading = read_document(source.path, data)
    if reading.document is None:
        return None, reading.meldingen
    document, problems = to_document(reading.document, soort)
    return document, reading.meldingen + problems


def without_drafts(corpus: Corpus) -> Corpus:
    """Return the corpus as it is published: pages with ``concept: true`` left out."""
    published = tuple(d for d in corpus.all_documents if not d.model.concept)
    if len(published) == len(corpus.all_documents):
        return corpus
    old = corpus.graph
    graph = build_graph(published, old.stand, old.soorten, old.gemeente, old.peildag)
    return replace(corpus, graph=graph, all_documents=published)
