"""The changes of the last year, page by page and day by day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wijzer.base.git import NoHistoryError
from wijzer.base.git_log import read_blobs, read_log
from wijzer.corpus.adressen import leading
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.veranderingen import ONBEKEND, Verandering, Veranderingen
from wijzer.history.beside import changed_beside, is_beside
from wijzer.history.days import Dagwijziging, read_days
from wijzer.history.version import Versie, read_version
from wijzer.history.words import changed, edits, fate, public
from wijzer.load.tree import is_published
from wijzer.model.document import Document, address
from wijzer.model.soort import Soort

_DAYS = 365
"""How far a reader can look back."""
_NAMELESS = "Een pagina"


def read_changes(corpus: Corpus) -> Veranderingen:
    """Return what changed in the last year before the newest commit; only commits count.

    ``corpus`` is the site as readers get it: it tells which page an old source is now.  Without
    Git, or in a folder that Git does not follow, nothing is known.
    """
    try:
        log = read_log(corpus.root, corpus.soorten.bronmappen, _DAYS + 1)
        days = read_days(log, _DAYS)
        changes = [one for one in days.wijzigingen if _is_content(one, corpus)]
        blobs = read_blobs(corpus.root, (b for one in changes for b in (one.oud, one.nieuw) if b))
    except NoHistoryError:
        return ONBEKEND
    reader = _Lezer(corpus, blobs)
    found = sorted(
        reader.read(changes), key=lambda one: (-one.dag.toordinal(), one.titel, one.bron)
    )
    return Veranderingen(days.sinds, log.ondiep and days.begin, tuple(found))


def _is_content(one: Dagwijziging, corpus: Corpus) -> bool:
    return any(is_beside(path) or _kind(path, corpus) for path in (one.van, one.naar) if path)


def _kind(path: str, corpus: Corpus) -> Soort | None:
    """Return the kind of page that a source is; None for what is no page."""
    if not path.endswith(".md") or not is_published(path):
        return None
    return corpus.soorten.of_path(path)


@dataclass(frozen=True)
class _Pagina:
    """What one day did to one page, as two versions of it."""

    wijziging: Dagwijziging
    soort: Soort
    oud: Versie | None
    nieuw: Versie | None

    def delen(self, erbij: _Erbij) -> tuple[str, ...]:
        """Return what happened; a sentence for readers replaces our own words for an edit."""
        said = self.wijziging
        moved = said.van != said.naar
        whole = [*fate(self.oud, self.nieuw, self.soort, verhuisd=moved)]
        if said.klein:
            return (*whole, *erbij.delen)
        own = [*edits(self.oud, self.nieuw, erbij.namen)]
        sentences = dict.fromkeys((*said.zinnen, *erbij.zinnen)) if whole or own else ()
        return (*whole, *(sentences or own))


@dataclass
class _Erbij:
    """What changed outside a page that shows it: what readers call it, and what was said of it."""

    namen: list[str] = field(default_factory=list)
    zinnen: list[str] = field(default_factory=list)

    @property
    def delen(self) -> tuple[str, ...]:
        """What happened, when nothing else did."""
        own = (changed(self.namen),) if self.namen else ()
        return tuple(dict.fromkeys(self.zinnen)) or own


class _Lezer:
    """Reads versions and says what became of them."""

    def __init__(self, corpus: Corpus, blobs: dict[str, bytes]) -> None:
        self._corpus = corpus
        self._blobs = blobs
        self._pages = {document.path: document for document in corpus.all_documents}
        self._leading = leading(corpus.all_documents)
        self._now: dict[str, str] = {}
        """The source of today of a page that bore another path then."""
        self._good: dict[str, Versie] = {}
        """The last version that could be read, of a source that cannot be read any more."""

    def read(self, changes: Sequence[Dagwijziging]) -> Iterator[Verandering]:
        """Yield what happened, the newest day first: so every later move is known already."""
        by_day: defaultdict[datetime.date, list[Dagwijziging]] = defaultdict(list)
        for one in changes:
            by_day[one.dag].append(one)
        pages = {dag: [*self._versions(self._moved(rows))] for dag, rows in by_day.items()}
        for dag in sorted(by_day, reverse=True):
            yield from self._day(pages[dag], self._beside(by_day[dag]), dag)

    def _moved(self, rows: list[Dagwijziging]) -> list[Dagwijziging]:
        """Join a page that went and one that came, when the new one claims the old address."""
        came = {one.naar: one for one in rows if not one.van}
        joined = []
        for one in rows:
            there = self._successor(one.van) if not one.naar else None
            if there and (other := came.pop(there.path, None)):
                joined.append(replace(other, van=one.van, oud=one.oud))
            elif one.van:
                joined.append(one)
        return [*joined, *came.values()]

    def _successor(self, path: str) -> Document | None:
        return self._leading.get(address(path).strip("/"))

    def _versions(self, rows: list[Dagwijziging]) -> Iterator[_Pagina]:
        """Yield the versions beside each other; one that cannot be read was never published."""
        for one in rows:
            if (kind := _kind(one.naar or one.van, self._corpus)) is None:
                continue
            old = self._version(one.van, one.oud) or self._good.pop(one.van, None)
            new = self._version(one.naar, one.nieuw)
            if one.nieuw and new is None:
                if old:
                    self._good[one.naar] = old
            else:
                yield _Pagina(one, kind, old, new)

    def _version(self, path: str, blob: str) -> Versie | None:
        return read_version(path, self._blobs.get(blob))

    def _day(
        self, pages: list[_Pagina], beside: dict[str, _Erbij], dag: datetime.date
    ) -> Iterator[Verandering]:
        moves: dict[str, str] = {}
        for page in pages:
            said = page.wijziging
            now = self._now.get(said.naar, said.naar)
            if said.van and said.naar and said.van != said.naar:
                moves[said.van] = now
            if parts := page.delen(beside.pop(now, _Erbij())):
                yield self._told(page, now, parts)
        for path, erbij in beside.items():
            yield Verandering(dag, path, self._pages[path].titel, erbij.delen, path)
        self._now |= moves

    def _told(self, page: _Pagina, now: str, parts: tuple[str, ...]) -> Verandering:
        said = page.wijziging
        source = said.naar or said.van
        if document := self._pages.get(now):
            return Verandering(said.dag, source, document.titel, parts, document.path)
        last = public(page.nieuw) or public(page.oud)  # a draft keeps its new title to itself
        heir = self._successor(source)
        title = (last and last.veld("titel")) or _NAMELESS
        return Verandering(said.dag, source, title, parts, "", heir.path if heir else "")

    def _beside(self, rows: list[Dagwijziging]) -> dict[str, _Erbij]:
        """Return what changed outside the pages, by the source of the page that shows it."""
        found: defaultdict[str, _Erbij] = defaultdict(_Erbij)
        documents = self._corpus.graph.documents
        for one in rows:
            if one.naar and is_beside(one.naar) and not one.klein:
                old, new = (self._blobs.get(blob, b"") for blob in (one.oud, one.nieuw))
                for page_id, name in changed_beside(one.naar, old, new):
                    if document := documents.get(page_id):
                        found[document.path].namen.append(name)
                        found[document.path].zinnen.extend(one.zinnen)
        return dict(found)
