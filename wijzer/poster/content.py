"""What stands on the poster and the wallet card, as data for the Typst templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from wijzer.cards.characters import printable
from wijzer.cards.qr import qr_svg
from wijzer.corpus.corpus import Corpus
from wijzer.model.contact import LEEG, Contactpersoon
from wijzer.model.document import Document
from wijzer.model.hulp import Drukrol
from wijzer.model.pages import Rol
from wijzer.pages.markdown import enumerate_words
from wijzer.pages.vcard import tel_uri

_GAP = "nog in te vullen door de gemeente"
_ON_PAPER = {"naam": "naam", "telefoon": "telefoon", "mail": "e-mail"}


@dataclass(frozen=True)
class Druk:
    """One printed thing."""

    bestand: str
    """Path in the docs tree."""
    sjabloon: str
    titel: str
    formaat: str
    """What a reader should know before printing."""


POSTER = Druk("downloads/poster-melden.pdf", "poster.typ", "Poster: bij wie kan ik terecht?", "A4")
ZAKKAARTJE = Druk(
    "downloads/zakkaartje-melden.pdf",
    "wallet.typ",
    "Zakkaartje: bij wie kan ik terecht?",
    "tien kaartjes op een A4",
)
DRUKWERK = (POSTER, ZAKKAARTJE)


def print_data(druk: Druk, corpus: Corpus, site: str | None, versie: str) -> dict[str, Any]:
    """Return all data of a template; equal sources give equal data.

    ``site`` is the public address of the site with a slash at the end, if there is one.
    """
    hulp = corpus.hulpteksten.hulp
    assert hulp is not None, "without texts there is nothing to print"
    documents = corpus.graph.documents
    page = documents.get(hulp.drukwerk.pagina)
    url = f"{site}{page.address}" if site and page else None
    return {
        "titel": druk.titel,
        "uitgever": corpus.gemeente.uitgever,
        "voet": f"{corpus.gemeente.site.naam}, {corpus.gemeente.voluit}",
        "inkt": corpus.gemeente.huisstijl.licht.hoofdkleur,
        "omschrijving": "Bij wie je terechtkunt als je iets wilt melden of bespreken.",
        "versie": versie,
        "zinnen": hulp.drukwerk.model_dump(exclude={"rollen"}),
        "gevaar": hulp.gevaar.model_dump(),
        "pagina": page.titel if page else "",
        "rollen": [_role(documents[r.rol], r) for r in hulp.drukwerk.rollen if r.rol in documents],
        "url": url,
        "url_kort": _short(url) if url else None,
        "qr": qr_svg(url) if url else None,
    }


def _short(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _role(rol: Document, druk: Drukrol) -> dict[str, Any]:
    """Return a role; one whose bearer everybody knows (a manager) has no people on paper."""
    own = isinstance(rol.model, Rol) and rol.model.eigen_contact
    people = (rol.contact or (LEEG,)) if own else ()
    return {
        "titel": druk.kop or rol.titel,
        "waarom": druk.waarom,
        "mensen": [_person(rol, person) for person in people],
    }


def _person(rol: Document, person: Contactpersoon) -> dict[str, Any]:
    """Return a name and lines; a line is a text with an address, or none.

    The name is empty when it is unknown, or when it says no more than the role above it.
    """
    naam = _clean(person.value("naam"))
    return {
        "naam": "" if naam == rol.titel else naam,
        "regels": [{"tekst": text, "url": url} for text, url in _lines(person)],
    }


def _lines(person: Contactpersoon) -> Iterator[tuple[str, str | None]]:
    if telefoon := person.value("telefoon"):
        yield telefoon, tel_uri(telefoon)
    if mail := person.value("mail"):
        yield mail, f"mailto:{mail}"
    where = ", ".join(filter(None, [person.value("kamer"), person.value("uren")]))
    if where:
        yield _clean(where), None
    if missing := [word for veld, word in _ON_PAPER.items() if veld in person.leeg]:
        yield f"{enumerate_words(missing).capitalize()}: {_GAP}", None


def _clean(text: str) -> str:
    """Leave out what the typeface does not have, such as an emoji."""
    return printable(text).strip()
