"""A reference to a rule as a reader sees it: the page here and the words of the law."""

from __future__ import annotations

import datetime

from wijzer.corpus.geldigheid import fase, momenten, successors
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling, Verwijzing
from wijzer.model.vocabulary import Fase
from wijzer.pages.geldigheid import mark
from wijzer.pages.keren import turning
from wijzer.pages.markdown import link
from wijzer.pages.wettekst import place_link


def reference(document: Document, rule: Verwijzing, graph: Graph, *, here: bool = False) -> str:
    """Return a link to a rule's page and, for an article, one to its words.

    ``here`` tells that the reference stands in the page's own front matter.
    """
    target = graph.documents.get(rule.regeling)
    if target is None or not isinstance(target.model, Regeling):
        return ""
    text = link(document, target)
    if rule.artikel:
        place = Aanhaling(rule.regeling, rule.artikel, rule.lid or "", rule.onderdeel or "")
        text = f"{text}, {place_link(document, place, graph, here=here)}"
    elif fase(target.model, graph) is Fase.ONBEKEND:
        return f"{text} (of dit nu geldt, moet de gemeente nog bevestigen)"
    return turning(momenten(target, graph), lambda dag: text + _state(document, target, graph, dag))


def _state(document: Document, target: Document, graph: Graph, dag: datetime.date) -> str:
    """Return the words behind a rule on a day; one that is over names the next."""
    words = mark(target, graph, dag)
    assert isinstance(target.model, Regeling)
    if not fase(target.model, graph, dag).voorbij:
        return words
    now = ", ".join(link(document, after) for after in successors(target, graph, dag))
    return f"{words}. Nu geldt: {now}" if now else words
