"""The articles that we cite, on the page of the rule: their words, and what leans on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wijzer.corpus.citations import Vermelding
from wijzer.corpus.register import plaats_text
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.legal.place import sort_key
from wijzer.model.document import Document
from wijzer.model.pages import Artikel, Regeling
from wijzer.pages.markdown import attribute, bullets, escape, link, section
from wijzer.pages.wettekst import anchor, place_link, quotation, source
from wijzer.recht.passages import Passage


def articles(document: Document, graph: Graph, mentions: Sequence[Vermelding]) -> str:
    """Return the list of articles on the page of a rule; empty for other pages.

    ``mentions`` are all citations of the rule, its own list of articles included.
    """
    model = document.model
    if not isinstance(model, Regeling) or not model.artikelen:
        return ""
    parts = ["## Artikelen waar wij naar verwijzen"]
    bare: list[str] = []
    for artikel, rows in _by_number(model).items():
        if document.tekst and document.tekst.at(artikel):
            parts.append(_article(document, rows, mentions))
        else:
            bare += (f"{_link(document, row, graph)}: {escape(row.onderwerp)}" for row in rows)
    return section("artikelen", "\n\n".join([*parts, bullets(bare)]).rstrip())


def _by_number(model: Regeling) -> Mapping[str, list[Artikel]]:
    found: dict[str, list[Artikel]] = {}
    for row in model.artikelen:
        found.setdefault(row.nummer, []).append(row)
    return found


def _place(document: Document, row: Artikel) -> Aanhaling:
    return Aanhaling(document.id, row.nummer, row.lid or "", row.onderdeel or "")


def _link(document: Document, row: Artikel, graph: Graph) -> str:
    return place_link(document, _place(document, row), graph, here=True)


def _article(document: Document, rows: list[Artikel], mentions: Sequence[Vermelding]) -> str:
    """Return one article, folded: all its words, then every place with what leans on it."""
    assert document.tekst
    number = rows[0].nummer
    subjects = {_place(document, row): row.onderwerp for row in rows}
    leaning: dict[Aanhaling, list[Document]] = {}
    for one in mentions:
        if one.plaats.artikel == number:
            leaning.setdefault(one.plaats, []).append(one.document)
    places = sorted(leaning, key=lambda p: (sort_key(p.lid), p.lid, p.onderdeel))
    lines = [_line(document, p, subjects.get(p, ""), leaning[p]) for p in places]
    anchors: dict[Passage, list[str]] = {}
    for place in places:
        for first in document.tekst.at(*place.sleutel)[:1]:
            anchors.setdefault(first, []).append(anchor(place))
    words = quotation(document.tekst, number, document.tekst.at(number), anchors)
    return "\n\n".join(
        [
            '<details class="wettekst" markdown="1">\n'
            f"<summary>{attribute(_title(number, subjects.values()))}</summary>",
            f"<div>{words}{source(document, Aanhaling(document.id, number))}</div>",
            bullets(lines),
            "</details>",
        ]
    )


def _title(number: str, subjects: Iterable[str]) -> str:
    first, *rest = dict.fromkeys(subjects)
    more = f"; {rest[0]}" if len(rest) == 1 else f"; en nog {len(rest)}" if rest else ""
    return f"Artikel {number}: {first}{more}"


def _line(document: Document, place: Aanhaling, subject: str, pages: list[Document]) -> str:
    """Return one place: our sentence, or else what it is about, and the pages that lean on it."""
    said = document.uitleg.get(place.sleutel) or f"{subject[:1].upper()}{subject[1:]}."
    parts = [f"**{plaats_text(place).capitalize()}**: {escape(said)}"]
    if others := [page for page in pages if page is not document]:
        names = ", ".join(link(document, page) for page in others)
        parts.append(f"Hierop leunen: {names}.")
    return " ".join(parts)
