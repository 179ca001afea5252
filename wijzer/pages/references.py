"""A reference to a rule as a reader sees it: the page here and the words of the law."""

from __future__ import annotations

from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling, Verwijzing
from wijzer.model.vocabulary import Status
from wijzer.pages.markdown import link
from wijzer.pages.wettekst import place_link


def reference(document: Document, rule: Verwijzing, graph: Graph, *, here: bool = False) -> str:
    """Return a link to a rule's page and, for an article, one to its words.

    ``here`` tells that the reference stands in the page's own front matter.
    """
    target = graph.documents.get(rule.regeling)
    if target is None or not isinstance(target.model, Regeling):
        return ""
    page = link(document, target)
    if rule.artikel:
        place = Aanhaling(rule.regeling, rule.artikel, rule.lid or "", rule.onderdeel or "")
        return f"{page}, {place_link(document, place, graph, here=here)}"
    if target.model.status is Status.ONBEKEND:
        return f"{page} (of dit nu geldt, moet de gemeente nog bevestigen)"
    return page
