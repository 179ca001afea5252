"""What changed, for readers: folded under a page, and all of it on a page of its own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import groupby

from wijzer.corpus.relations import Graph
from wijzer.corpus.veranderingen import Verandering, Veranderingen
from wijzer.model.document import Document
from wijzer.pages.markdown import bullets, day, escape, link, month, section

MOST = 200
"""Changes on the page with all of them."""
_UNKNOWN = (
    "Wat er is veranderd, kunnen we hier niet zien. Deze site is gemaakt zonder de geschiedenis "
    "van de teksten."
)
_ORDER = "Het nieuwste staat bovenaan. Kleine dingen, zoals een tikfout, staan er meestal niet bij."


def changes_of(document: Document, found: Veranderingen) -> str:
    """Return what happened to one page, folded; empty when nothing did or nothing is known."""
    rows = found.van(document.path)
    if not rows or found.sinds is None:
        return ""
    items = bullets(f"**{day(one.dag)}**  \n  {escape(one.tekst)}" for one in rows)
    summary = "<summary>Wat is er op deze pagina veranderd?</summary>"
    text = "\n\n".join((summary, items, _since(found, found.sinds)))
    fold = f'<details markdown="1">\n{text}\n\n</details>'
    return section("veranderd", fold, label="Wat is er op deze pagina veranderd")


def all_changes(document: Document, graph: Graph, found: Veranderingen) -> str:
    """Return everything that changed, by month, as seen from the page that shows it."""
    if found.sinds is None:
        return _UNKNOWN
    shown = found.alle[:MOST]
    parts = [_intro(found, found.sinds)]
    pages = {page.path: page for page in graph.documents.values()}
    for _, rows in groupby(shown, key=lambda one: (one.dag.year, one.dag.month)):
        first, *more = rows
        parts.append(f"## {month(first.dag).capitalize()}")
        parts.append(bullets(_line(document, one, pages) for one in (first, *more)))
    return section("veranderd", "\n\n".join(parts), tag="div")


def _intro(found: Veranderingen, since: datetime.date) -> str:
    if not found.alle:
        return f"{_since(found, since)} Tot nu toe is dat niets."
    cut = f" Dit zijn de {MOST} nieuwste veranderingen." if len(found.alle) > MOST else ""
    return f"{_since(found, since)} {_ORDER}{cut}"


def _since(found: Veranderingen, since: datetime.date) -> str:
    if found.ondiep:
        return f"We kunnen alleen zien wat er sinds {day(since)} is veranderd."
    return f"Hier staat wat er sinds {day(since)} is veranderd."


def _line(document: Document, one: Verandering, pages: Mapping[str, Document]) -> str:
    page, heir = pages.get(one.pagina), pages.get(one.opvolger)
    title = link(document, page) if page else escape(one.titel)
    further = f" Lees nu {link(document, heir)}." if heir else ""
    return f"**{day(one.dag)}**: {title}  \n  {escape(one.tekst)}{further}"
