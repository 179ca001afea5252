"""The articles that we cite, on the page of the rule: their words, and what leans on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wijzer.corpus.citations import Vermelding
from wijzer.corpus.register import plaats_text
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.legal.place import sort_key
from wijzer.model.document import Document
from wijzer.model.pages import Artikel, Regeling
from wijzer.pages.markdown import attribute, bullets, escape, link, section
from wijzer.pages.wettekst import anchor, place_link, quotation, source


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
    """Return one article, folded: every place with what leans on it, then all the words."""
    assert document.tekst
    number = rows[0].nummer
    subjects = {_place(document, row): row.onderwerp for row in rows}
    leaning: dict[Aanhaling, list[Document]] = {place: [] for place in subjects}
    for one in mentions:
        if one.plaats.artikel == number and one.document is not document:
            leaning.setdefault(one.plaats, []).append(one.document)
    for own in (m.plaats for m in mentions if m.plaats.artikel == number):
        leaning.setdefault(own, [])
    lines = [
        _line(document, place, subjects.get(place, ""), leaning[place])
        for place in sorted(leaning, key=lambda p: (sort_key(p.lid), p.lid, p.onderdeel))
    ]
    title = f"Artikel {number}: {'; '.join(dict.fromkeys(subjects.values()))}"
    words = quotation(document.tekst, number, document.tekst.at(number))
    return "\n\n".join(
        [
            f'<details class="wettekst" markdown="1">\n<summary>{attribute(title)}</summary>',
            f"<div>{words}{source(document, Aanhaling(document.id, number))}</div>",
            bullets(lines),
            "</details>",
        ]
    )


def _line(document: Document, place: Aanhaling, subject: str, pages: list[Document]) -> str:
    """Return one place: what it is about, our sentence, and the pages that lean on it."""
    said = [*_said(subject, document.uitleg.get(place.sleutel, ""))]
    if pages:
        names = ", ".join(link(document, page) for page in pages)
        said.append(f"Hierop leunen: {names}.")
    name = plaats_text(place).capitalize()
    return f'<span id="{anchor(place)}">**{name}**</span>: {" ".join(said)}'.rstrip(": ")


def _said(subject: str, meaning: str) -> Iterator[str]:
    if meaning:
        yield escape(meaning)
    elif subject:
        yield escape(f"{subject[:1].upper()}{subject[1:]}.")
