"""Every place in the sources that names a page: what leans on it, and what follows its name."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

from wijzer.base.config import CONFIG
from wijzer.corpus.addresses import place
from wijzer.corpus.calls import literal_places
from wijzer.corpus.contact import PATH as CONTACT
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.gemeente import PATH as GEMEENTE
from wijzer.corpus.hulp import PATH as HULP
from wijzer.corpus.relations import edges_of
from wijzer.corpus.wetuitleg import PATH as WETUITLEG
from wijzer.load.edit import plain_text
from wijzer.load.tree import NAGELEZEN
from wijzer.load.yaml_places import Plek, header_places, yaml_places
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document


class Vorm(Enum):
    """What is written at a place."""

    ID = auto()
    ADRES = auto()
    """The address of a link, relative to the page it stands on."""
    SITEPAD = auto()
    """The place in the docs tree."""
    PAD = auto()
    """The source."""


@dataclass(frozen=True)
class Vindplaats:
    """One place that names a page."""

    pad: str
    """The source with the place in it."""
    begin: int
    eind: int
    vorm: Vorm
    wat: str
    """How an editor knows it: ``basisnormen`` or ``een link``."""
    regel: int


def mentions(corpus: Corpus, document: Document) -> Iterator[Vindplaats]:
    """Yield every place that names a page, also on the page itself."""
    for other in corpus.all_documents:
        text = plain_text((corpus.root / other.path).read_bytes())
        yield from _in_header(other, text, document)
        yield from _in_links(other, text, document, corpus)
        yield from _in_calls(other, text, document, corpus)
    yield from _in_data(corpus, document)
    yield from _in_table(corpus, document)


def body_start(document: Document, text: str) -> int:
    """Return the offset in a source where the text under its front matter begins."""
    return len(text) - len(document.raw.body)


def _in_header(other: Document, text: str, document: Document) -> Iterator[Vindplaats]:
    named = [edge for edge in edges_of(other) if edge.naar == document.id]
    places = header_places(text)[0] if named else {}
    for edge in named:
        found = places[edge.location if edge.location in places else edge.location[:-1]]
        wat = f"`{edge.veld}` in de kop"
        yield _made(other.path, text, found.begin, found.eind, Vorm.ID, wat)


def _in_links(
    other: Document, text: str, document: Document, corpus: Corpus
) -> Iterator[Vindplaats]:
    if document.id not in unquote(html.unescape(other.raw.body)):
        return  # reading Markdown takes most of the time
    start = body_start(other, text)
    seen: set[tuple[int, int]] = set()
    for link in other.body.reading.links:
        if link.span and link.span not in seen and leads_to(other, link.href, corpus) == document:
            seen.add(link.span)
            begin, end = link.span
            yield _made(other.path, text, start + begin, start + end, Vorm.ADRES, "een link")


def leads_to(document: Document, href: str, corpus: Corpus) -> Document | None:
    """Return the page to which a link on a page leads, if it is one of the site."""
    parts = urlsplit(html.unescape(href))
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return corpus.by_site_path.get(place(document, unquote(parts.path)))


def _in_calls(
    other: Document, text: str, document: Document, corpus: Corpus
) -> Iterator[Vindplaats]:
    if document.id not in other.raw.body:
        return
    start = body_start(other, text)
    for call, places in literal_places(other.raw.body):
        macro = corpus.macros.get(call.name)
        for number in macro.page_ids(call) if macro and places else ():
            begin, end = places[number]
            values = [*call.arguments, *(value for _, value in call.options)]
            if values[number] == document.id:
                wat = f"de macro `{call.name}`"
                yield _made(other.path, text, start + begin, start + end, Vorm.ID, wat)


def _in_data(corpus: Corpus, document: Document) -> Iterator[Vindplaats]:
    """Yield the places in files of data; each has one way to name a page."""
    for path in (CONFIG, GEMEENTE, CONTACT, HULP, WETUITLEG):
        file = corpus.root / path
        if not file.is_file():
            continue
        text = plain_text(file.read_bytes())
        for at, found in yaml_places(text).items() if _worth_it(path, text, document) else ():
            value = text[found.begin : found.eind].strip("\"'")
            yield from _in_data_at(path, text, at, found, value, document)


def _worth_it(path: str, text: str, document: Document) -> bool:
    return (document.site_path if path == CONFIG else document.id) in text


_HULP = frozenset({"eerst", "vraag", "rol", "pagina"})
"""Keys in ``docs/hulp.yml`` that hold the id of a page."""


def _in_data_at(
    path: str, text: str, at: Location, found: Plek, value: str, document: Document
) -> Iterator[Vindplaats]:
    if path == CONFIG and at[0] == "nav" and value == document.site_path:
        yield _made(path, text, found.begin, found.eind, Vorm.SITEPAD, "het menu (`nav`)")
    elif path == GEMEENTE and at[0] == "kernwaarden" and value == document.id:
        yield _made(path, text, found.begin, found.eind, Vorm.ID, "`kernwaarden`")
    elif path == CONTACT and at == (document.id,):
        yield _made(path, text, found.sleutel, found.sleutel_eind, Vorm.ID, "contactgegevens")
    elif path == HULP and _HULP.intersection(at[-2:]) and value == document.id:
        yield _made(path, text, found.begin, found.eind, Vorm.ID, "de hulp bij zorgen")
    elif path == WETUITLEG and at[-1] == "regeling" and value == document.id:
        yield _made(path, text, found.begin, found.eind, Vorm.ID, "de uitleg bij een wet")


def _in_table(corpus: Corpus, document: Document) -> Iterator[Vindplaats]:
    """Yield the places in the table of citations: a rule, or the page that cites it."""
    file = corpus.root / NAGELEZEN
    text = plain_text(file.read_bytes()) if file.is_file() else ""
    at, wat = 0, "de tabel van aanhalingen"
    for line in text.splitlines(keepends=True):
        cells = line.split("\t")
        if cells[0] == document.id:
            yield _made(NAGELEZEN, text, at, at + len(cells[0]), Vorm.ID, wat)
        if len(cells) > _PAGE and cells[_PAGE].startswith(f"{document.path}:"):
            begin = at + len("\t".join(cells[:_PAGE])) + 1
            yield _made(NAGELEZEN, text, begin, begin + len(document.path), Vorm.PAD, wat)
        at += len(line)


_PAGE = 4
"""The column with the page."""


def _made(pad: str, text: str, begin: int, end: int, vorm: Vorm, wat: str) -> Vindplaats:
    return Vindplaats(pad, begin, end, vorm, wat, text.count("\n", 0, begin) + 1)
