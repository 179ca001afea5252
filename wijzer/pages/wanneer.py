"""What held when: the rules that took each other's place, as a list along a line of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijzer.corpus.geldigheid import Geldigheid, geldigheid
from wijzer.corpus.opvolging import Keten, keten, opvolgers
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.model.vocabulary import Fase
from wijzer.pages.geldigheid import label
from wijzer.pages.markdown import day, enumerate_words, escape, link, section

TITLE = "Wat gold wanneer"


def history(document: Document, graph: Graph) -> str:
    """Return the block on the page of a rule that replaced another or was replaced; else empty."""
    chain = keten(document, graph) if isinstance(document.model, Regeling) else ()
    if not chain:
        return ""
    return section("wanneer", f"## {TITLE}\n\n{timeline(document, chain, graph)}")


def overview(van: Document, chains: Iterable[Keten], graph: Graph) -> str:
    """Return all chains, each under the name of what came last; one sentence for none."""
    found = [_named(van, chain, graph) for chain in chains]
    return "\n\n".join(found) or "Er is nog geen regel door een andere vervangen."


def _named(van: Document, chain: Keten, graph: Graph) -> str:
    title = escape(chain[-1].titel)
    return section("wanneer", f"### {title}\n\n{timeline(van, chain, graph)}")


def timeline(van: Document, chain: Keten, graph: Graph) -> str:
    """Return the rules of a chain as a list for a page; the page itself is marked in it."""
    items = "\n".join(_item(van, rule, graph) for rule in chain)
    return f'<ol class="wanneer__lijn" markdown="1">\n{items}\n</ol>'


def _item(van: Document, rule: Document, graph: Graph) -> str:
    assert isinstance(rule.model, Regeling)
    here = rule is van
    current = ' aria-current="page"' if here else ""
    name = f"<strong>{escape(rule.titel)}</strong> (deze pagina)" if here else link(van, rule)
    days = f'<span class="wanneer__dagen">{period(geldigheid(rule.model, graph))}</span>'
    lines = [name, f"{days} {label(rule, rule.model, graph)}", *_after(rule, rule.model, graph)]
    return f'<li{current} markdown="span">{"<br>".join(lines)}</li>'


def period(when: Geldigheid) -> str:
    """Return the days between which a rule applies; a day that nobody knows is called so."""
    begin = f"vanaf {day(when.vanaf)}" if when.vanaf else ""
    if when.tot:
        return f"{begin or 'begindatum onbekend,'} tot {day(when.tot)}"
    if when.altijd:  # nobody is sure that it holds, or it is over since a day that nobody knows
        return f"{begin}, einddatum onbekend" if begin else "datum onbekend"
    return begin or "begindatum onbekend"


def _after(rule: Document, model: Regeling, graph: Graph) -> Iterator[str]:
    names = enumerate_words(escape(after.titel) for after in opvolgers(rule, graph))
    if names:
        unsure = geldigheid(model, graph).altijd is Fase.ONBEKEND
        yield f"{'Waarschijnlijk vervangen' if unsure else 'Vervangen'} door: {names}"
