"""Putting a page together: the answer, what you do, whom you call, and then all the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from wijzer.corpus.citations import Vermelding, citations
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import KERNWAARDE, ROL, WEGWIJZER
from wijzer.model.pages import Begrippenlijst
from wijzer.model.soort import Soort
from wijzer.pages.articles import articles
from wijzer.pages.contact import CONTACT_CLASS, contact_block, contact_box, first_call
from wijzer.pages.dilemma_foot import into_workshop, neighbours
from wijzer.pages.facets import facets
from wijzer.pages.facts import facts, standing
from wijzer.pages.geldigheid import notices
from wijzer.pages.markdown import attribute, escape, link, section
from wijzer.pages.order import ordered
from wijzer.pages.page import Sitepagina
from wijzer.pages.redirects import redirects
from wijzer.pages.related import guide_buttons, related
from wijzer.pages.tekens import sign_class
from wijzer.pages.veranderd import changes_of
from wijzer.pages.wanneer import history
from wijzer.pages.wegwijzer import with_guide
from wijzer.pages.wettekst import official_words

HOME = "index"


def compose(corpus: Corpus) -> list[Sitepagina]:
    """Return every page and redirect of the site; the sources must have passed the check."""
    mentions = citations(corpus.graph)
    pages = [_page(d, corpus, mentions.get(d.id, ())) for d in corpus.all_documents]
    return sorted([*pages, *redirects(corpus)], key=lambda page: page.pad)


def _page(document: Document, corpus: Corpus, mentions: Sequence[Vermelding]) -> Sitepagina:
    """Return a page whose calls still stand in it; what it needs follows from their outcomes."""
    graph, expansion = corpus.graph, corpus.expand(document)
    first, rest = ordered(document)
    if document.soort == WEGWIJZER:
        first = with_guide(document, first, graph)
    seen = expansion.fill(f"{first}\n\n{rest}")
    box, buttons = _contact(document, graph, seen), guide_buttons(document, graph)
    shown = [ROL] if box or document.soort == WEGWIJZER else []
    shown += [WEGWIJZER] if buttons else []
    below = _below(document, corpus, mentions, shown)
    parts = [*_above(document, graph), first, box, buttons, rest, *below]
    text = "\n\n".join(part for part in parts if part) + "\n" + _abbreviations(seen, graph)
    return Sitepagina(
        document.site_path,
        text,
        document.path,
        _meta(document),
        document.model.concept,
        expansion.outcomes,
    )


def _meta(document: Document) -> dict[str, object]:
    meta: dict[str, object] = {"title": document.titel, "description": document.model.samenvatting}
    if document.id == HOME or document.soort.vrij or document.soort == WEGWIJZER:
        meta["hide"] = ["toc"]
    return meta


def _above(document: Document, graph: Graph) -> Iterator[str]:
    if document.id != HOME:
        yield _trail(document, graph)
    yield f"# {escape(document.titel)}{_sign(document)}"
    yield standing(document, graph)
    yield notices(document, graph)
    if not document.soort.vrij:
        yield f'<p class="samenvatting">{escape(document.model.samenvatting)}</p>'
        yield contact_block(document, graph)
        yield facets(document)
    elif _hub(document) in graph.documents:
        yield first_call(document, graph)


def _sign(document: Document) -> str:
    return f" {{: .{sign_class(document.id)} }}" if document.soort == KERNWAARDE else ""


def _contact(document: Document, graph: Graph, text: str) -> str:
    """Return the box with whom to turn to, unless the editor put one in the text."""
    if not document.soort.terecht or CONTACT_CLASS in text:
        return ""
    return contact_box(document, _contact_roles(document, graph), graph)


def _below(
    document: Document, corpus: Corpus, mentions: Sequence[Vermelding], shown: Collection[Soort]
) -> Iterator[str]:
    graph = corpus.graph
    yield into_workshop(document, graph)
    yield history(document, graph)
    yield articles(document, graph, mentions)
    yield official_words(document, graph)
    yield related(document, graph, shown)
    yield neighbours(document, graph)
    if document.id != HOME:
        yield facts(document, graph)
        yield changes_of(document, corpus.veranderingen)


def _contact_roles(document: Document, graph: Graph) -> tuple[str, ...]:
    """Return whom to turn to: the page's own roles, else those of its Basisnormen."""
    if own := tuple(getattr(document.model, "rollen", ())):
        return own
    norms = getattr(document.model, "basisnormen", ())
    inherited = (graph.documents[norm].model for norm in norms if norm in graph.documents)
    roles = dict.fromkeys(role for model in inherited for role in getattr(model, "rollen", ()))
    return tuple(roles)[:3] or ("leidinggevende", "vertrouwenspersonen")


def _trail(document: Document, graph: Graph) -> str:
    """Return the breadcrumb: home, then the hub of the page's kind."""
    steps = [graph.documents[HOME]] if HOME in graph.documents else []
    if (hub := graph.documents.get(_hub(document))) and hub is not document:
        steps.append(hub)
    elif document.id in graph.soorten.hubs:
        steps = steps[:1]
    links = [link(document, step) for step in steps]
    content = " › ".join([*links, escape(document.titel)])
    return section("kruimelpad", content, label="Kruimelpad", tag="nav") if links else ""


def _hub(document: Document) -> str:
    """Return the id of the page above this one; a page in ``docs/melden/`` has ``melden``."""
    return document.soort.hub or document.path.rpartition("/")[0].rpartition("/")[2]


def _abbreviations(text: str, graph: Graph) -> str:
    """Return definitions of the abbreviations in a text, for the ``abbr`` extension."""
    lists = [d.model for d in graph.documents.values() if isinstance(d.model, Begrippenlijst)]
    found = [
        f"*[{begrip.term}]: {attribute(begrip.voluit)}"
        for model in lists
        for begrip in model.begrippen
        if begrip.afkorting and begrip.voluit
        if begrip.term in text and begrip.term == escape(begrip.term)
    ]
    return "\n" + "\n".join(found) + "\n" if found else ""
