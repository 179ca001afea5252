"""How it all hangs together, drawn: kernwaarden, Basisnormen and the rules that hold.

Three lists of links, with lines between them.  The names are ordinary links in the page, so they
wrap, grow and work with the keyboard like all others; only the lines are SVG.  A table on the
same page says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wijzer.base.escape import html_text
from wijzer.corpus.geldigheid import fase
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING
from wijzer.model.pages import Basisnorm, Regeling
from wijzer.model.vocabulary import Fase
from wijzer.pages.curves import HEIGHT, WIDTH, Line, curves
from wijzer.pages.geldigheid import marked
from wijzer.pages.markdown import attribute, link
from wijzer.pages.tekens import sign_class

_NAME = "Tekening van de samenhang"


@dataclass(frozen=True)
class Web:
    """What is drawn: three columns, and the lines from each to the next."""

    kernwaarden: tuple[Document, ...]
    basisnormen: tuple[Document, ...]
    regels: tuple[Document, ...]
    """The rules of the Basisnormen that hold, each near the middle of its Basisnormen."""
    links: tuple[Line, ...]
    """From a kernwaarde to a Basisnorm."""
    rechts: tuple[Line, ...]
    """From a Basisnorm to a rule."""


def web(graph: Graph) -> Web:
    """Return what is drawn on the day of which the site tells."""
    values, norms = graph.of_kind(KERNWAARDE), graph.of_kind(BASISNORM)
    places = _places(norms, graph)
    order = sorted(places, key=lambda name: sum(places[name]) / len(places[name]))
    return Web(
        tuple(values),
        tuple(norms),
        tuple(graph.documents[name] for name in order),
        tuple(
            Line(i, n)
            for i, value in enumerate(values)
            for n, norm in enumerate(norms)
            if value.id in _values_of(norm)
        ),
        tuple(Line(n, r) for r, name in enumerate(order) for n in places[name]),
    )


def _places(norms: Sequence[Document], graph: Graph) -> dict[str, list[int]]:
    """Return the rules that hold, each with the places of its Basisnormen."""
    found: dict[str, list[int]] = {}
    for n, norm in enumerate(norms):
        for rule in graph.related(norm, REGELING):
            model = rule.document.model
            if isinstance(model, Regeling) and fase(model, graph) is Fase.GELDEND:
                found.setdefault(rule.document.id, []).append(n)
    return found


def _values_of(norm: Document) -> tuple[str, ...]:
    assert isinstance(norm.model, Basisnorm)
    return norm.model.kernwaarden


def drawing(document: Document, graph: Graph) -> str:
    """Return the drawing for a page; empty when nothing hangs together yet."""
    drawn = web(graph)
    if not drawn.links:
        return ""
    values = (_value(document, value, graph) for value in drawn.kernwaarden)
    norms = (_norm(document, norm, graph) for norm in drawn.basisnormen)
    rules = (_rule(document, rule, graph) for rule in drawn.regels)
    parts = [
        _column("kernwaarden", "Kernwaarden", values),
        _lines("links", "kernwaarden naar Basisnormen", _left(drawn)),
        _column("basisnormen", "Basisnormen", norms),
    ]
    if drawn.regels:
        parts.append(_lines("rechts", "Basisnormen naar wetten en regels", _right(drawn)))
        parts.append(_column("regels", "Wetten en regels die nu gelden", rules))
    body = "\n".join(parts)
    return (
        f'<div class="samenhang" role="group" aria-label="{_NAME}" data-search-exclude '
        f'markdown="1">\n<div class="samenhang__vlak" markdown="1">\n{body}\n</div>\n</div>'
    )


def _column(name: str, title: str, items: Iterable[str]) -> str:
    listed = "\n".join(items)
    return (
        f'<div class="samenhang__kolom samenhang__kolom--{name}" markdown="1">\n'
        f'<p class="samenhang__kop" id="samenhang-{name}" markdown="span">{title}</p>\n'
        f'<ul aria-labelledby="samenhang-{name}" markdown="1">\n{listed}\n</ul>\n</div>'
    )


def _item(document: Document, content: str) -> str:
    return f'<li data-knoop="{attribute(document.id)}" markdown="span">{content}</li>'


def _value(van: Document, value: Document, graph: Graph) -> str:
    return _item(value, f"{link(van, value)} {_foot(value, graph)}")


def _norm(van: Document, norm: Document, graph: Graph) -> str:
    assert isinstance(norm.model, Basisnorm)
    name = link(van, norm, f"{norm.model.nummer}. {norm.titel}")
    known = (value for value in graph.of_kind(KERNWAARDE) if value.id in _values_of(norm))
    signs = "".join(f'<span class="{sign_class(value.id)}"></span>' for value in known)
    return _item(norm, f"{name} {_foot(norm, graph, f'<span>{signs}</span>')}")


def _rule(van: Document, rule: Document, graph: Graph) -> str:
    return _item(rule, marked(link(van, rule), rule, graph))


def _foot(document: Document, graph: Graph, signs: str = "") -> str:
    found = len(graph.related(document, DILEMMA))
    text = {0: "nog geen dilemma", 1: "1 dilemma"}.get(found, f"{found} dilemma's")
    return f'<span class="samenhang__voet"><span>{text}</span>{signs}</span>'


def _left(drawn: Web) -> Iterator[str]:
    """Yield the lines of each kernwaarde, in its colour."""
    paths = curves(drawn.links, len(drawn.kernwaarden), len(drawn.basisnormen))
    for i, value in enumerate(drawn.kernwaarden):
        own = (
            _path(value, drawn.basisnormen[line.right], path)
            for line, path in paths.items()
            if line.left == i
        )
        yield f'<g class="{sign_class(value.id)}">{"".join(own)}</g>'


def _right(drawn: Web) -> Iterator[str]:
    paths = curves(drawn.rechts, len(drawn.basisnormen), len(drawn.regels))
    for line, path in paths.items():
        yield _path(drawn.basisnormen[line.left], drawn.regels[line.right], path)


def _path(left: Document, right: Document, path: str) -> str:
    return f'<path data-lijn="{html_text(left.id)} {html_text(right.id)}" d="{path}"/>'


def _lines(side: str, between: str, paths: Iterable[str]) -> str:
    """Return the lines between two columns; around them a block that Markdown leaves as it is."""
    return (
        f'<div class="samenhang__lijnen samenhang__lijnen--{side}">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="Lijnen van {between}" xmlns="http://www.w3.org/2000/svg">'
        f"{''.join(paths)}</svg></div>"
    )
