"""Relations between pages: written on one page, shown on both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from wijzer.base.clock import Peildag
from wijzer.corpus.gemeente import ONBEKEND
from wijzer.corpus.linkstand import LEEG, LinkStand
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import SOORTEN
from wijzer.model.markers import Relatie, marked
from wijzer.model.pages import Artikel, Kernwaarde, Verwijzing
from wijzer.model.soort import Soort, Soorten


@dataclass(frozen=True)
class Edge:
    """One id in the front matter of one page, pointing at another page."""

    van: str
    veld: str
    """Top-level field that holds the id, such as ``wettelijke_basis``."""
    naar: str
    soorten: tuple[str, ...]
    """Kinds of page that the field may point at."""
    location: Location
    """Where the id stands in the front matter."""
    verwant: bool = True
    """Both pages show each other under "Hangt samen met"."""
    plaats: Aanhaling | None = None
    """The place in the law that goes with it, when there is one."""


@dataclass(frozen=True, order=True)
class Aanhaling:
    """A place in a rule: article, paragraph (lid) and part (onderdeel), all of them text."""

    regeling: str
    artikel: str
    lid: str = ""
    onderdeel: str = ""

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """The place without its rule."""
        return self.artikel, self.lid, self.onderdeel


@dataclass(frozen=True)
class Verwant:
    """A related page, with the places in the law that connect the two."""

    document: Document
    plaatsen: tuple[Aanhaling, ...] = ()


def edges_of(document: Document) -> Iterator[Edge]:
    """Yield every relation that a page writes down, by walking the fields of its model."""
    yield from _walk(document, document.model, (), None)


def _walk(
    document: Document, model: BaseModel, at: Location, plaats: Aanhaling | None
) -> Iterator[Edge]:
    plaats = _plaats_of(document, model) or plaats
    relations = marked(type(model), Relatie)
    for name in type(model).model_fields:
        for here, item in _items(getattr(model, name), (*at, name)):
            if relatie := relations.get(name):
                yield Edge(
                    document.id, str(here[0]), item, relatie.naar, here, relatie.verwant, plaats
                )
            elif isinstance(item, BaseModel):
                yield from _walk(document, item, here, plaats)


def _items(value: Any, at: Location) -> Iterator[tuple[Location, Any]]:
    if isinstance(value, tuple):
        yield from (((*at, index), item) for index, item in enumerate(value))
    elif value is not None:
        yield at, value


def _plaats_of(document: Document, model: BaseModel) -> Aanhaling | None:
    match model:
        case Artikel():
            return Aanhaling(document.id, model.nummer, model.lid or "", model.onderdeel or "")
        case Verwijzing() if model.artikel:
            return Aanhaling(model.regeling, model.artikel, model.lid or "", model.onderdeel or "")
        case _:
            return None


@dataclass(frozen=True)
class Graph:
    """All pages by id, and the relations between them in both directions."""

    documents: Mapping[str, Document]
    uit: Mapping[str, tuple[Edge, ...]] = field(default_factory=dict)
    """Relations that a page writes down."""
    terug: Mapping[str, tuple[Edge, ...]] = field(default_factory=dict)
    """Relations that other pages write down to a page."""
    stand: LinkStand = LEEG
    """What the last visits to addresses outside the site found."""
    soorten: Soorten = SOORTEN
    """All kinds of pages of this site."""
    gemeente: Gemeente = ONBEKEND
    """Whose site this is, from ``gemeente.yml``."""
    peildag: Peildag = field(default_factory=Peildag)
    """The day of which the site tells what holds."""

    def of_kind(self, soort: Soort) -> list[Document]:
        """Return all pages of a kind, in the order in which readers see them."""
        return list(self._by_kind.get(soort.naam, ()))

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Document]]:
        found: dict[str, list[Document]] = defaultdict(list)
        for document in sorted(self.documents.values(), key=self._order):
            found[document.soort.naam].append(document)
        return found

    def nummer(self, document: Document) -> int:
        """Return a page's number; that of a kernwaarde is its place in ``gemeente.yml``.

        0 for a page without a number.
        """
        values = self.gemeente.kernwaarden
        if isinstance(document.model, Kernwaarde) and document.id in values:
            return values.index(document.id) + 1
        return int(getattr(document.model, "nummer", 0))

    def _order(self, document: Document) -> tuple[int, str]:
        return self.nummer(document), document.titel.casefold()

    def related(self, document: Document, soort: Soort) -> list[Verwant]:
        """Return the pages of one kind that are related to a page, whichever end wrote it."""
        places: dict[str, set[Aanhaling]] = defaultdict(set)
        for edge in self.uit.get(document.id, ()):
            self._collect(edge.naar, edge, soort, places)
        for edge in self.terug.get(document.id, ()):
            self._collect(edge.van, edge, soort, places)
        places.pop(document.id, None)
        found = sorted((self.documents[i] for i in places), key=self._order)
        return [Verwant(d, tuple(sorted(places[d.id]))) for d in found]

    def _collect(
        self, other: str, edge: Edge, soort: Soort, places: dict[str, set[Aanhaling]]
    ) -> None:
        if not edge.verwant:
            return
        if (document := self.documents.get(other)) and document.soort == soort:
            places[other].update({edge.plaats} if edge.plaats else ())


def build_graph(
    documents: Iterable[Document],
    stand: LinkStand = LEEG,
    soorten: Soorten = SOORTEN,
    gemeente: Gemeente = ONBEKEND,
    peildag: Peildag | None = None,
) -> Graph:
    """Relate the pages; ids that no page has are left out (the check reports them)."""
    by_id = {document.id: document for document in documents}
    uit: dict[str, list[Edge]] = defaultdict(list)
    terug: dict[str, list[Edge]] = defaultdict(list)
    for document in by_id.values():
        for edge in edges_of(document):
            if edge.naar in by_id:
                uit[edge.van].append(edge)
                terug[edge.naar].append(edge)
    return Graph(
        by_id,
        {key: tuple(edges) for key, edges in uit.items()},
        {key: tuple(edges) for key, edges in terug.items()},
        stand,
        soorten,
        gemeente,
        peildag or Peildag(),
    )
