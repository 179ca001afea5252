"""Relations point at pages that exist, and replacement chains end somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.geldigheid import vervangen_door
from wijzer.corpus.relations import Edge, edges_of
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.model.validate import choice, field_label


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about relations."""
    for document in corpus.all_documents:
        for edge in edges_of(document):
            yield from _target(document, edge, corpus)
        yield from _replacement(document, corpus)


def _target(document: Document, edge: Edge, corpus: Corpus) -> Iterator[Melding]:
    name = field_label(tuple(part for part in edge.location if isinstance(part, str)))
    target = corpus.graph.documents.get(edge.naar)
    if edge.naar == document.id and edge.veld != "eigenaar":
        text = f"`{name}` verwijst naar de pagina zelf: `{edge.naar}`"
        yield document.fout(edge.location, text, "Haal de verwijzing weg.")
    elif target is None and edge.naar not in corpus.unreadable:
        known = [d.id for d in corpus.all_documents if d.soort.naam in edge.soorten]
        text = f"`{name}` verwijst naar `{edge.naar}`, maar die pagina bestaat niet"
        yield document.fout(edge.location, text, choice(edge.naar, sorted(known)))
    elif target and target.soort.naam not in edge.soorten:
        wanted = " of ".join(edge.soorten)
        text = f"`{name}` verwijst naar `{edge.naar}`, maar dat is een {target.soort.naam}"
        yield document.fout(edge.location, text, f"Hier hoort de id van een {wanted}.")


def _replacement(document: Document, corpus: Corpus) -> Iterator[Melding]:
    if not isinstance(document.model, Regeling):
        return
    if loop := _loop(document, corpus):
        text = f"de opvolgers lopen in een kring: {' → '.join(loop)}"
        yield document.fout(("vervangen_door",), text, "De laatste in de rij moet nu gelden.")


def _loop(document: Document, corpus: Corpus) -> list[str]:
    """Return the chain of ids that leads back to this page, or an empty list."""
    trails = [[document.id]]
    seen: set[str] = set()
    while trails:
        trail = trails.pop()
        here = corpus.graph.documents.get(trail[-1])
        for after in vervangen_door(here.model) if here else ():
            if after == document.id and len(trail) > 1:
                return [*trail, after]
            if after not in seen and after != document.id:
                seen.add(after)
                trails.append([*trail, after])
    return []
