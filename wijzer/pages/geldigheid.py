"""What a page says about when a rule applies: a label, a mark behind its name, a notice.

Whatever says that something is about to change names the day.  It stays true when the page was
built before that day and is read after it, also without the script that turns it.
"""

from __future__ import annotations

import datetime
from functools import partial

from wijzer.corpus.geldigheid import (
    Geldigheid,
    geldigheid,
    momenten,
    predecessors,
    probable_successors,
    successors,
)
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling
from wijzer.model.vocabulary import Fase
from wijzer.pages.keren import turning
from wijzer.pages.markdown import bullets, day, enumerate_words, escape, link


def label(document: Document, model: Regeling, graph: Graph) -> str:
    """Return the coloured label of a rule: what it is, with the day on which that ends."""
    return turning(momenten(document, graph), partial(_label, geldigheid(model, graph)))


def _label(when: Geldigheid, dag: datetime.date) -> str:
    found = when.op(dag)
    text = (_change(when, found) or found.label).capitalize()
    return f'<span class="status status--{found.value}">{text}</span>'


def _change(when: Geldigheid, fase: Fase) -> str:
    """Return the change that lies ahead, with its day; empty when there is none."""
    if fase is Fase.TOEKOMSTIG and when.vanaf:
        return f"geldt vanaf {day(when.vanaf)}"
    return f"geldt tot {day(when.tot)}" if fase is Fase.GELDEND and when.tot else ""


def marked(naar: str, document: Document, graph: Graph) -> str:
    """Return a link to a page, with a mark behind it when it is no rule that simply applies."""
    return turning(momenten(document, graph), lambda dag: naar + mark(document, graph, dag))


def mark(document: Document, graph: Graph, dag: datetime.date) -> str:
    """Return the words behind the name of a rule; empty for one that simply applies."""
    model = document.model
    if not isinstance(model, Regeling):
        return ""
    when = geldigheid(model, graph)
    found = when.op(dag)
    if found is Fase.ONBEKEND:
        probable = probable_successors(document, graph, dag)
        return " (waarschijnlijk vervangen)" if probable else ""
    text = found.label.lower() if found.voorbij else _change(when, found)
    return f" ({text})" if text else ""


def on_paper(document: Document, graph: Graph) -> str:
    """Return a sentence on the rules of a page that change on a known day; paper does not turn.

    A card that was printed before that day stays true, for the sentence names the day.
    """
    rules = (found.document for found in graph.related(document, REGELING))
    titles = [f"{escape(r.titel)} ({change})" for r in rules if (change := _lies_ahead(r, graph))]
    return f"Let op: {enumerate_words(titles)}." if titles else ""


def _lies_ahead(rule: Document, graph: Graph) -> str:
    assert isinstance(rule.model, Regeling)
    when = geldigheid(rule.model, graph)
    return _change(when, when.op(graph.peildag.dag))


def notices(document: Document, graph: Graph) -> str:
    """Return the notice on a rule that does not, or not for ever, or not certainly apply."""
    model = document.model
    if not isinstance(model, Regeling):
        return ""
    show = partial(_notice_on, document, model, graph)
    return turning(momenten(document, graph), show, block=True)


def _notice_on(document: Document, model: Regeling, graph: Graph, dag: datetime.date) -> str:
    when = geldigheid(model, graph)
    found = when.op(dag)
    if found is Fase.TOEKOMSTIG and when.vanaf:
        return _notice("info", f"Geldt vanaf {day(when.vanaf)}", _before(document, graph, dag))
    if found is Fase.GELDEND and when.tot:
        text = _after(document, graph, when.tot, when.daarna)
        return _notice("info", f"Deze regel geldt tot {day(when.tot)}", text)
    if found is Fase.ONBEKEND:
        text = _unsure(document, graph, dag)
        return _notice("warning", "Nog te bevestigen door de gemeente", text)
    if found.voorbij:
        text = _past(document, graph, dag, found)
        return _notice("danger", "Deze regel geldt niet meer", text)
    return ""


def _before(document: Document, graph: Graph, dag: datetime.date) -> str:
    if old := predecessors(document, graph):
        return f"Tot die dag geldt nog:\n\n{_names(document, old, graph, dag)}"
    return "Tot die dag geldt deze regel nog niet."


def _after(document: Document, graph: Graph, tot: datetime.date, daarna: Fase) -> str:
    if after := successors(document, graph, tot):
        return f"Vanaf {day(tot)} geldt:\n\n{_names(document, after, graph, tot)}"
    if daarna is Fase.INGETROKKEN:
        return "Daarna komt er geen regel voor in de plaats."
    return f"Welke regel daarna geldt, staat hier nog niet. {_ask(document, graph)}"


def _unsure(document: Document, graph: Graph, dag: datetime.date) -> str:
    if not (after := probable_successors(document, graph, dag)):
        return "Wij weten niet zeker of deze regel nu nog geldt. De gemeente moet dit bevestigen."
    return (
        "Wij weten niet zeker of deze regel nu nog geldt. Waarschijnlijk geldt nu:\n\n"
        f"{_names(document, after, graph, dag)}\n\n{_ask(document, graph)}"
    )


def _past(document: Document, graph: Graph, dag: datetime.date, fase: Fase) -> str:
    if after := successors(document, graph, dag):
        names = _names(document, after, graph, dag)
        return f"Deze pagina blijft staan voor wie de oude naam kent. Nu geldt:\n\n{names}"
    if fase is Fase.INGETROKKEN:
        return "Deze regel is ingetrokken. Er is geen regel voor in de plaats gekomen."
    return f"Welke regel nu geldt, staat hier nog niet. {_ask(document, graph)}"


def _names(document: Document, rules: list[Document], graph: Graph, dag: datetime.date) -> str:
    return bullets(f"**{link(document, rule)}**{mark(rule, graph, dag)}" for rule in rules)


def _ask(document: Document, graph: Graph) -> str:
    owner = graph.documents.get(document.model.eigenaar)
    return f"Vraag het na bij {link(document, owner)}." if owner else ""


def _notice(kind: str, title: str, text: str) -> str:
    body = "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
    return f'!!! {kind} "{title}"\n\n{body}'
