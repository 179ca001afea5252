"""The register: what the pages in ``regelgeving/`` declare about a text and its articles.

There is no second list: title, identifier, articles and confidence stand in the front matter of
the rule's own page.  What the law says for itself (its words, official title, last article and
the day of the text) comes from the official text in ``regelgeving/teksten/``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.corpus.relations import Aanhaling, Graph
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
from wijzer.recht.missing import missing_article, what_is_there

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
    """Return what is wrong with citing this place (text and tip), or None when it is right.

    A citation is right when the official text has words there and the rule's page lists it.
    """
    regeling = rule.model
    assert isinstance(regeling, Regeling)
    if not is_article_number(plaats.artikel):
        return f"`{plaats.artikel}` is geen artikelnummer", ARTIKEL_TIP
    for part in filter(None, (plaats.lid, plaats.onderdeel)):
        if not is_part_number(part):
            text = f"`{part}` is geen nummer van een lid of onderdeel"
            return text, 'Schrijf alleen het nummer of de letter, zoals: lid="1", onderdeel="e"'
    if wordless := without_words(rule, plaats):
        return wordless
    if find_article(regeling, plaats):
        return None
    text = f"{citation(regeling, plaats).lang} staat niet bij `artikelen` van {rule.path}"
    return (
        text,
        f"{_nearby(rule, plaats)} Klopt jouw verwijzing? Voeg het artikel daar dan eerst toe.",
    )


def without_words(rule: Document, plaats: Aanhaling) -> tuple[str, str] | None:
    """Return that the official text has no words at this place (text and tip), or None.

    A rule of which the project has no text is not judged here.
    """
    tekst, artikel = rule.tekst, plaats.artikel
    if tekst is None or tekst.at(artikel, plaats.lid, plaats.onderdeel):
        return None
    near = _nearby(rule, plaats)
    if absent := missing_article(tekst, artikel, rule.titel):
        return absent, near
    name = Citaat(vindplaats(plaats), rule.titel).lang
    there = what_is_there(tekst, artikel, plaats.lid, plaats.onderdeel)
    tips = (f"{there[0].upper()}{there[1:]}." if there else "", near)
    text = f"{name} staat niet in de officiële tekst van {tekst.versie.isoformat()}"
    return text, " ".join(filter(None, tips))


def _nearby(rule: Document, plaats: Aanhaling) -> str:
    regeling = rule.model
    assert isinstance(regeling, Regeling)
    near = [text for artikel, text in nearest(regeling, plaats) if has_words(rule, artikel)]
    if not near:
        return "" if regeling.artikelen else f"{rule.path} noemt nog geen artikelen."
    return f"Dichtbij staan: {'; '.join(near[:NEAREST])}."


def has_words(rule: Document, artikel: Artikel) -> bool:
    """Tell whether an article in the register has words; always so without an official text."""
    plaats = Aanhaling(rule.id, artikel.nummer, artikel.lid or "", artikel.onderdeel or "")
    return not rule.tekst or bool(rule.tekst.at(plaats.artikel, plaats.lid, plaats.onderdeel))


def official_title(rule: Document) -> str:
    """Return the official title: from the official text, or else as the page gives it."""
    if rule.tekst:
        return rule.tekst.titel
    return getattr(rule.model, "officiele_titel", None) or rule.titel


def nearest(regeling: Regeling, plaats: Aanhaling) -> Iterator[tuple[Artikel, str]]:
    """Yield the places in the register, nearest first, each with its subject."""
    for artikel in sorted(regeling.artikelen, key=lambda artikel: _distance(artikel, plaats)):
        where = Aanhaling("", artikel.nummer, artikel.lid or "", artikel.onderdeel or "")
        yield artikel, f"{plaats_text(where)} ({artikel.onderwerp})"


def _distance(artikel: Artikel, plaats: Aanhaling) -> tuple[bool, bool, bool, int, str]:
    here, there = sort_key(artikel.nummer), sort_key(plaats.artikel)
    gap = sum(
        abs(a - b) * 1000 ** (2 - i)
        for i, ((a, _), (b, _)) in enumerate(zip(here, there, strict=False))
    )
    other_lid = (artikel.lid or "") != plaats.lid
    other_part = (artikel.onderdeel or "") != plaats.onderdeel
    return artikel.nummer != plaats.artikel, other_lid, other_part, gap, artikel.nummer


def rules_with(identifier: Identifier, graph: Graph) -> Iterator[Document]:
    """Yield the pages in the register that have this identifier, whatever its version."""
    bare = str(identifier).partition("/")[0]
    for document in graph.of_kind(REGELING):
        assert isinstance(document.model, Regeling)
        own = identifier_of(document.model.bron)
        if own and type(own) is type(identifier) and str(own).partition("/")[0] == bare:
            yield document


def plaats_in(rule: Document, place: Vindplaats) -> Aanhaling | None:
    """Return a place as a relation to a rule's page; None when it is not (in) an article."""
    if not (artikel := place.get(Sleutel.ARTIKEL)):
        return None
    return Aanhaling(rule.id, artikel, place.get(Sleutel.LID), place.get(Sleutel.ONDERDEEL))
