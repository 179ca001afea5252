"""The articles that we cite: a list on the page of the rule, links to the text everywhere."""

from __future__ import annotations

from wijzer.corpus.register import article_url, plaats_text
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.pages.markdown import bullets, escape, outside, section


def place_link(graph: Graph, plaats: Aanhaling) -> str:
    """Return ``artikel 8, eerste lid`` as a link to the official text, when there is one."""
    text = plaats_text(plaats)
    rule = graph.documents.get(plaats.regeling)
    if rule is None or not isinstance(rule.model, Regeling):
        return text
    url = article_url(rule.model.bron, plaats)
    return outside(text, url) if url else text


def articles(document: Document, graph: Graph) -> str:
    """Return the list of articles on the page of a rule; empty for other pages."""
    model = document.model
    if not isinstance(model, Regeling) or not model.artikelen:
        return ""
    items = [
        f"{place_link(graph, Aanhaling(document.id, a.nummer, a.lid or '', a.onderdeel or ''))}: "
        f"{escape(a.onderwerp)}"
        for a in model.artikelen
    ]
    return section("artikelen", f"## Artikelen waar wij naar verwijzen\n\n{bullets(items)}")
