"""The register: what the pages in ``regelgeving/`` declare about a text and its articles.

There is no second list: title, identifier, articles, known gaps, date and confidence stand in
the front matter of the rule's own page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from wijzer.corpus.relations import Aanhaling
from wijzer.legal.identifiers import KINDS, Identifier
from wijzer.legal.place import (
    ARTIKEL_TIP,
    Sleutel,
    Vindplaats,
    is_article_number,
    is_part_number,
    sort_key,
)
from wijzer.legal.prose import Citaat, long_parts
from wijzer.legal.urls import url_of
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Artikel, Bron, Regeling

NEAREST = 3


def identifier_of(bron: Bron) -> Identifier | None:
    """Return the typed identifier of a source, or None when it has none."""
    kind = KINDS.get(bron.soort.value)
    return kind.parse(bron.waarde) if kind else None


def source_url(bron: Bron, op: datetime.date | None = None) -> str:
    """Return the address of the text (on a day), or an empty text when it has none."""
    identifier = identifier_of(bron)
    return url_of(identifier, op=op) if identifier else ""


def article_url(bron: Bron, plaats: Aanhaling) -> str:
    """Return the address of an article: a JCI reference for a national law (BWB)."""
    identifier = identifier_of(bron)
    return url_of(identifier, vindplaats(plaats)) if identifier else ""


def vindplaats(plaats: Aanhaling) -> Vindplaats:
    """Return the place without the rule that it is in."""
    return Vindplaats.of(plaats.artikel, plaats.lid, plaats.onderdeel)


def plaats_text(plaats: Aanhaling) -> str:
    """Print a place: ``artikel 8, eerste lid, aanhef en onder e``."""
    return ", ".join(long_parts(vindplaats(plaats)))


def citation(regeling: Regeling, plaats: Aanhaling) -> Citaat:
    """Return a citation under the title that readers know the rule by."""
    return Citaat(vindplaats(plaats), regeling.titel)


def find_article(regeling: Regeling, plaats: Aanhaling) -> bool:
    """Tell whether the rule's list of articles holds this place, or the article around it."""
    return any(_covers(artikel, plaats) for artikel in regeling.artikelen)


def _covers(artikel: Artikel, plaats: Aanhaling) -> bool:
    if artikel.nummer != plaats.artikel:
        return False
    lid_fits = not plaats.lid or artikel.lid in (None, plaats.lid)
    part_fits = not plaats.onderdeel or artikel.onderdeel in (None, plaats.onderdeel)
    return lid_fits and part_fits


def problem_with(rule: Document, plaats: Aanhaling) -> tuple[str, str] | None:
    """Return what is wrong with citing this place (text and tip), or None when it is right."""
    regeling = rule.model
    assert isinstance(regeling, Regeling)
    if not is_article_number(plaats.artikel):
        return f"`{plaats.artikel}` is geen artikelnummer", ARTIKEL_TIP
    for part in filter(None, (plaats.lid, plaats.onderdeel)):
        if not is_part_number(part):
            text = f"`{part}` is geen nummer van een lid of onderdeel"
            return text, 'Schrijf alleen het nummer of de letter, zoals: lid="1", onderdeel="e"'
    if not (absent := absence(regeling, plaats.artikel)) and find_article(regeling, plaats):
        return None
    near = list(nearest(regeling, plaats))
    known = (
        f"Dichtbij staan: {'; '.join(near)}." if near else f"{rule.path} noemt nog geen artikelen."
    )
    if absent:
        return absent, known
    text = f"{citation(regeling, plaats).lang} staat niet bij `artikelen` van {rule.path}"
    return text, f"{known} Klopt jouw verwijzing? Voeg het artikel daar dan eerst toe."


def absence(regeling: Regeling, artikel: str) -> str:
    """Return why an article is known not to exist, or an empty text."""
    name = Citaat(Vindplaats.of(artikel), regeling.titel).lang
    if artikel in regeling.bestaat_niet:
        return f"{name} bestaat niet"
    last = regeling.laatste_artikel
    if last and sort_key(artikel) > sort_key(last):
        return f"{name} bestaat niet: het laatste artikel is {last}"
    return ""


def nearest(regeling: Regeling, plaats: Aanhaling) -> Iterator[str]:
    """Yield the nearest places in the register, each with its subject."""
    ordered = sorted(regeling.artikelen, key=lambda artikel: _distance(artikel, plaats))
    for artikel in ordered[:NEAREST]:
        where = Aanhaling("", artikel.nummer, artikel.lid or "", artikel.onderdeel or "")
        yield f"{plaats_text(where)} ({artikel.onderwerp})"


def _distance(artikel: Artikel, plaats: Aanhaling) -> tuple[bool, bool, bool, int, str]:
    here, there = sort_key(artikel.nummer), sort_key(plaats.artikel)
    gap = sum(
        abs(a - b) * 1000 ** (2 - i)
        for i, ((a, _), (b, _)) in enumerate(zip(here, there, strict=False))
    )
    other_lid = (artikel.lid or "") != plaats.lid
    other_part = (artikel.onderdeel or "") != plaats.onderdeel
    return artikel.nummer != plaats.artikel, other_lid, other_part, gap, artikel.nummer


def rules_with(identifier: Identifier, documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the pages in the register that have this identifier, whatever its version."""
    bare = str(identifier).partition("/")[0]
    for document in documents:
        if document.soort != REGELING or not isinstance(document.model, Regeling):
            continue
        own = identifier_of(document.model.bron)
        if own and type(own) is type(identifier) and str(own).partition("/")[0] == bare:
            yield document


def plaats_in(rule: Document, place: Vindplaats) -> Aanhaling | None:
    """Return a place as a relation to a rule's page; None when it is not (in) an article."""
    if not (artikel := place.get(Sleutel.ARTIKEL)):
        return None
    return Aanhaling(rule.id, artikel, place.get(Sleutel.LID), place.get(Sleutel.ONDERDEEL))
