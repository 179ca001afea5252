"""A reference to a rule as a reader sees it: the page here and the text at its source."""

from __future__ import annotations

from wijzer.corpus.register import article_url, plaats_text
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.model.document import Document
from wijzer.model.pages import Regeling, Verwijzing
from wijzer.model.vocabulary import Status
from wijzer.pages.markdown import link, outside


def reference(document: Document, rule: Verwijzing, graph: Graph) -> str:
    """Return a link to a rule's page and, for an article, one to the official text."""
    target = graph.documents.get(rule.regeling)
    if target is None or not isinstance(target.model, Regeling):
        return ""
    page = link(document, target)
    if rule.artikel:
        place = Aanhaling(rule.regeling, rule.artikel, rule.lid or "", rule.onderdeel or "")
        text = plaats_text(place)
        url = article_url(target.model.bron, place)
        return f"{page}, {outside(f'{text} (officiële tekst)', url) if url else text}"
    if target.model.status is Status.ONBEKEND:
        return f"{page} (of dit nu geldt, moet de gemeente nog bevestigen)"
    return page
