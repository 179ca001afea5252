"""Every relation that one page writes down shows on both pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.alle_soorten import alle_soorten
from tests.boom import Project, basisnorm, dilemma, koppen, pagina, rol
from tests.gemeente import content, frozen
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.corpus.relations import Edge
from wijzer.editor.template import all_models
from wijzer.model.kinds import BASISNORM, SOORTEN
from wijzer.model.markers import Relatie, marked
from wijzer.pages.compose import compose

Boom = Callable[..., Project]


def lost(corpus: Corpus) -> list[str]:
    """Return every relation that is missing on one of its pages, as ``page: field → page``."""
    documents = corpus.graph.documents
    texts = {page.bronpad: page.inhoud for page in compose(corpus) if page.meta}

    def links(van: str, naar: str) -> bool:
        folder = posixpath.dirname(documents[van].site_path) or "."
        path = posixpath.relpath(documents[naar].site_path, folder)
        text = texts[documents[van].path]
        return f"]({path})" in text or f"]({path}#" in text

    return [
        f"{van}: {edge.veld} → {naar} ({edge.van} schrijft het)"
        for edge in edges(corpus)
        for van, naar in ((edge.van, edge.naar), (edge.naar, edge.van))
        if edge.verwant and not links(van, naar)
    ]


def edges(corpus: Corpus) -> list[Edge]:
    return [edge for found in corpus.graph.uit.values() for edge in found]


@pytest.fixture
def alles(boom: Boom) -> Corpus:
    project = boom(alle_soorten())
    assert project.check().errors == []
    return load_corpus(project.root, REGISTRY)[0]


def test_every_relation_shows_on_both_its_pages(alles: Corpus) -> None:
    assert lost(alles) == []


@pytest.mark.inhoud
def test_every_relation_of_the_real_pages_shows_on_both_its_pages() -> None:
    assert lost(content()) == []


def test_every_relation_of_the_frozen_pages_shows_on_both_its_pages() -> None:
    assert lost(frozen()) == []


def test_the_tree_has_every_kind_and_every_relation(alles: Corpus) -> None:
    kinds = {document.soort.naam for document in alles.all_documents}
    assert kinds == {soort.naam for soort in SOORTEN}, (
        "zet de nieuwe soort in tests/alle_soorten.py"
    )
    written = {
        (edge.veld, edge.location[-1] if isinstance(edge.location[-1], str) else edge.location[-2])
        for edge in edges(alles)
    }
    fields = {name for _, model in all_models() for name in marked(model, Relatie)}
    missing = fields - {name for place in written for name in place}
    assert missing == set(), "vul het nieuwe veld in tests/alle_soorten.py"


def test_a_role_does_not_list_every_page_that_it_keeps(alles: Corpus) -> None:
    texts = {page.bronpad: page.inhoud for page in compose(alles)}
    assert "Bijgehouden door\n:   [Afdeling HRM](rollen/hrm.md)" in texts["docs/melden.md"]
    assert "(../melden.md): " not in texts["docs/rollen/hrm.md"]


def test_kinds_with_one_heading_stand_in_one_group(boom: Boom) -> None:
    project = boom(
        {
            "docs/apart.md": pagina(titel="Apart", basisnormen=["relatiegeschenken"]),
            "docs/begrippen.md": pagina(
                "{{ begrippenlijst() }}\n",
                titel="Begrippen",
                basisnormen=["relatiegeschenken"],
                begrippen=["term: gift\nuitleg: Iets wat je krijgt."],
            ),
        }
    )
    corpus, _ = load_corpus(project.root, REGISTRY)
    page = next(p for p in compose(corpus) if p.pad.endswith("relatiegeschenken.md"))
    group = page.inhoud.partition("### Lees ook\n\n")[2].partition("\n\n")[0]
    assert group == (
        "- [Begrippen](../../begrippen.md): Wat hier staat in een zin.\n"
        "- [Apart](../../apart.md): Wat hier staat in een zin."
    )
    assert page.inhoud.count("### Lees ook") == 1


def test_a_box_of_the_editor_hides_no_role_of_the_page(boom: Boom) -> None:
    text = koppen(BASISNORM.koppen, **{BASISNORM.koppen[0]: '{{ bij_wie("hrm") }}'})
    norm = basisnorm(text, titel="Norm", rollen=["adviseur"])
    project = boom(
        {
            "regelgeving/basisnormen/relatiegeschenken.md": norm,
            "docs/rollen/adviseur.md": rol(titel="Adviseur"),
            "dilemmas/fles-wijn.md": dilemma(titel="Een fles wijn"),
        }
    )
    assert project.meldingen() == ""
    assert lost(load_corpus(project.root, REGISTRY)[0]) == []
