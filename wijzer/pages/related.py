"""The block under a page: everything that hangs together with it, grouped by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from wijzer.corpus.geldigheid import predecessors, vroeger
from wijzer.corpus.relations import Graph, Verwant
from wijzer.model.document import Document
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.pages import Dilemma, Regeling
from wijzer.model.soort import Soort
from wijzer.model.vocabulary import Status
from wijzer.pages.geldigheid import marked
from wijzer.pages.markdown import bullets, escape, fold_title, link, section
from wijzer.pages.wettekst import place_link

_SHOWN = 3
"""Related pages of a group that are in sight; the others unfold."""
_MOST_REASONS = 2
"""With more places in the law than this, what the other page is tells more than why."""
_MOST_BUTTONS = 3


def guide_buttons(document: Document, graph: Graph) -> str:
    """Return a button to each guide that belongs to a page which tells what you do.

    With more than a few nobody knows which one to take: then they stand under "Hangt samen met".
    """
    found = graph.related(document, WEGWIJZER) if document.soort.eerst else []
    if not 0 < len(found) <= _MOST_BUTTONS:
        return ""
    buttons = "\n\n".join(_button(document, v.document) for v in found)
    return section("vragen-knoppen", buttons, tag="div")


def _button(document: Document, guide: Document) -> str:
    text = f"Loop de vragen door: {guide.titel}"
    return f"{link(document, guide, text)}{{: .knop .knop--hoofd }}"


def related(document: Document, graph: Graph, shown: Collection[Soort] = ()) -> str:
    """Return the block of related pages; empty when there are none.

    ``shown`` are the kinds that another block of the same page names already.
    """
    groups = [*_groups(document, graph, shown)]
    if not groups:
        return ""
    return section("verwant", "\n\n".join(["## Hangt samen met", *groups]))


def _groups(document: Document, graph: Graph, shown: Collection[Soort]) -> Iterator[str]:
    replaced = predecessors(document, graph)
    unsure = [before for before in replaced if _unsure(before)]
    sure = [before for before in replaced if before not in unsure]
    for title, rules in (("Vervangt", sure), ("Komt waarschijnlijk in de plaats van", unsure)):
        yield from (_group(document, graph, title, [*map(Verwant, rules)]) for _ in rules[:1])
    for title, found in _by_heading(document, graph, shown).items():
        current = [verwant for verwant in found if not vroeger(verwant.document, graph)]
        past = [verwant for verwant in found if vroeger(verwant.document, graph)]
        yield from (_group(document, graph, title, current) for _ in current[:1])
        yield from (_group(document, graph, "Regels van vroeger", past) for _ in past[:1])


def _by_heading(
    document: Document, graph: Graph, shown: Collection[Soort]
) -> Mapping[str, list[Verwant]]:
    """Return the related pages by the heading of their kind; kinds may share one."""
    found: dict[str, list[Verwant]] = defaultdict(list)
    for soort in sorted(graph.soorten, key=lambda soort: not soort.vooraan):
        if soort not in shown:
            found[soort.verwante_kop] += graph.related(document, soort)
    return found


def _group(document: Document, graph: Graph, title: str, found: list[Verwant]) -> str:
    """Return one group; what is long unfolds, so that a phone shows all groups at once."""
    lines = [_line(document, verwant, graph) for verwant in found]
    parts = [f"### {escape(title)}", bullets(lines[:_SHOWN])]
    if rest := lines[_SHOWN:]:
        summary = fold_title(f"Toon nog {len(rest)}: {title.lower()}")
        parts.append(f'<details markdown="1">\n{summary}\n\n{bullets(rest)}\n\n</details>')
    return "\n\n".join(parts)


def _line(document: Document, verwant: Verwant, graph: Graph) -> str:
    other = verwant.document
    places = "; ".join(place_link(document, plaats, graph) for plaats in verwant.plaatsen)
    places = f", {places}" if places else ""
    number = f"{other.model.nummer}. " if isinstance(other.model, Dilemma) else ""
    name = marked(f"{link(document, other, number + other.titel)}{places}", other, graph)
    return f"{name}: {_reason(verwant, graph)}"


def _unsure(document: Document) -> bool:
    return isinstance(document.model, Regeling) and document.model.status is Status.ONBEKEND


def _reason(verwant: Verwant, graph: Graph) -> str:
    """Return why two pages belong together: what the law says in that place, if we tell it."""
    rules = ((graph.documents.get(plaats.regeling), plaats) for plaats in verwant.plaatsen)
    told = [rule.uitleg.get(plaats.sleutel) for rule, plaats in rules if rule]
    reasons = dict.fromkeys(sentence for sentence in told if sentence)
    if 0 < len(reasons) <= _MOST_REASONS:
        return escape(" ".join(reasons))
    return escape(verwant.document.model.samenvatting)
