"""The real content: what must hold whatever HRM writes.

These tests read :data:`tests.gemeente.INHOUD`.  They count no pages and fix no sentence: only
official words, numbers, names by which people look, and the pages that the code asks for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.boom import REPO
from tests.gemeente import INHOUD, content
from wijzer.app.check import check
from wijzer.base.output import Formaat, render
from wijzer.corpus.guide_paths import nodes, paths
from wijzer.corpus.register import official_title
from wijzer.corpus.relations import edges_of
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING, SOORTEN, Soort
from wijzer.model.pages import Regeling
from wijzer.model.wegwijzer import Uitkomst, Wegwijzer
from wijzer.pages.compose import compose

pytestmark = pytest.mark.inhoud

DATA = REPO / "tests" / "data"
OFFICIEEL = json.loads((DATA / "officiele_teksten.json").read_text(encoding="utf-8"))
"""Word for word from the Beleidsplan Integriteit (april 2016), 3.1, 3.2 and 3.3."""
STORIES: list[dict[str, Any]] = yaml.safe_load((DATA / "verhalen.yml").read_text(encoding="utf-8"))
ASKED_FOR = {"a-z", "hrm", "melden", "meldpunt-integriteit", "vertrouwenspersonen", "workshop"}
"""Ids that macros, search, poster and contact boxes name."""
NAMED_IN_THE_PLAN = (
    "Ambtenarenwet",
    "Gemeentewet",
    "Wetboek van Strafrecht",
    "Landelijke Basisnormen Integriteit Openbaar Bestuur en Politie",
    "Ambtenarenreglement 1995 van de gemeente Haarlem",
    "Regeling Integriteitsmeldingen Gemeente Haarlem",
    "Toelichting Regeling Integriteitsmeldingen Gemeente Haarlem",
    "Onderzoeksprotocol Integriteitsschendingen Gemeente Haarlem",
    "Klachtenregeling Ongewenste Omgangsvormen",
    "Ambtseed/Belofte Gemeente Haarlem",
    "Gebruik Bedrijfshulpmiddelen",
    "Gebruik van internet en e-mail",
    "Gebruik van communicatiemiddelen",
    "Toestemming Nevenwerkzaamheden",
    "Gedragscode collegeleden",
    "Regeling Melding Integriteitsschendingen",
    "Regeling Melding Vermoeden Integriteitsschendingen",
    "Onderzoeksprotocol Integriteitsmeldingen",
)
"""The rules of BP 3.3 and elsewhere, under the names that the plan gives them."""


def quotations(document: Document) -> list[str]:
    """Return the quoted paragraphs of a page, white space made even."""
    lines = document.raw.body.split("\n")
    quoted = [line.removeprefix(">").strip() for line in lines if line.startswith(">")]
    return [" ".join(part.split()) for part in "\n".join(quoted).split("\n\n")]


def quoting(text: str) -> list[Document]:
    """Return the pages that quote a text; the plan ends some as items of a list, with ``;``."""
    return [
        d
        for d in content().all_documents
        if text.rstrip(";.") in [quoted.rstrip(";.") for quoted in quotations(d)]
    ]


def test_the_check_finds_no_mistakes() -> None:
    assert render(check(INHOUD).errors, Formaat.TEKST, 0).rpartition("\n")[0] == ""


@pytest.mark.parametrize(
    ("soort", "official"),
    [(KERNWAARDE, OFFICIEEL["kernwaarden"]), (BASISNORM, OFFICIEEL["basisnormen"])],
    ids=["kernwaarden", "basisnormen"],
)
def test_official_texts_stand_word_for_word_and_in_order(
    soort: Soort, official: dict[str, str]
) -> None:
    found = [[d for d in quoting(text) if d.soort == soort] for text in official.values()]
    assert [len(pages) for pages in found] == [1] * len(official)
    numbers = [content().graph.nummer(pages[0]) for pages in found]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("text", OFFICIEEL["definitie"])
def test_definition_is_quoted_word_for_word(text: str) -> None:
    assert quoting(text)


@pytest.mark.parametrize("soort", [KERNWAARDE, BASISNORM, DILEMMA], ids=lambda s: s.naam)
def test_numbers_are_unique(soort: Soort) -> None:
    numbers = [content().graph.nummer(d) for d in content().graph.of_kind(soort)]
    assert numbers
    assert len(set(numbers)) == len(numbers)


def test_the_pages_that_the_code_asks_for_exist() -> None:
    wanted = ASKED_FOR | {soort.hub for soort in SOORTEN if soort.hub}
    missing = wanted - set(content().graph.documents)
    assert missing == set(), "maak deze pagina's in docs/"


def test_relations_lead_to_pages() -> None:
    documents = content().graph.documents
    edges = [edge for d in content().all_documents for edge in edges_of(d)]
    assert edges
    assert [(edge.van, edge.naar) for edge in edges if edge.naar not in documents] == []


@pytest.mark.parametrize("name", NAMED_IN_THE_PLAN)
def test_a_rule_is_found_by_the_name_in_the_plan(name: str) -> None:
    assert name.casefold() in set(rule_names())


def rule_names() -> Iterator[str]:
    for document in content().graph.of_kind(REGELING):
        if isinstance(model := document.model, Regeling):
            titles = (model.titel, official_title(document), *model.aliassen)
            yield from (title.casefold() for title in titles)


def test_the_page_about_reporting_tells_what_the_law_asks_for() -> None:
    """Wet bescherming klokkenluiders, article 2, fifth paragraph: how to report inside, how

    outside, and how the law protects; article 2, second paragraph: within which periods.
    """
    (text,) = [p.text for p in compose(content()) if p.bronpad == "docs/melden.md"]
    local = [d.site_path for d in content().graph.of_kind(REGELING) if "/wetten/" not in d.path]
    assert any(f"({path})" in text for path in local)
    for said in (r"\b(7|zeven) dagen", r"\b(3|drie) maanden", "Huis voor Klokkenluiders"):
        assert re.search(said, text), said
    assert "(#wet-bescherming-klokkenluiders-artikel-17e)" in text


def guide(name: str) -> Wegwijzer:
    document = content().graph.documents.get(name)
    if document is None or not isinstance(document.model, Wegwijzer):
        pytest.skip("deze wegwijzer is er niet meer")
    return document.model


@pytest.mark.parametrize("story", STORIES, ids=[story["wegwijzer"] for story in STORIES])
def test_a_story_arrives_at_a_sensible_outcome(story: dict[str, Any]) -> None:
    """Written before the guides, by somebody else; told as long as its answers stand there."""
    model = guide(story["wegwijzer"])
    known = nodes(model)
    here = known[model.vragen[0].id]
    for text in story["antwoorden"]:
        chosen = (
            [] if isinstance(here, Uitkomst) else [a for a in here.antwoorden if a.tekst == text]
        )
        if not chosen:
            pytest.skip(f"het antwoord {text!r} staat er niet meer")
        here = known[chosen[0].naar]
    assert isinstance(here, Uitkomst)
    assert story["rol"] in here.rollen
    assert story.get("niet") not in here.rollen


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wegwijzer-misstand", ("over-leidinggevende", "Ja")),
        ("wegwijzer-ongewenst-gedrag", ("wie-doet-het", "Mijn leidinggevende")),
        (
            "wegwijzer-ik-zag-iets",
            ("met-wie", "Met het Meldpunt, want het gaat over mijn leidinggevende"),
        ),
        (
            "wegwijzer-ik-zag-iets",
            ("naar-wie", "Naar het Meldpunt, want het gaat over mijn leidinggevende"),
        ),
    ],
)
def test_about_a_leader_never_leads_to_that_leader(name: str, said: tuple[str, str]) -> None:
    """Whoever says that it is about the manager is not sent to the manager."""
    ways = [
        way
        for way in paths(guide(name))
        if said in [(vraag.id, answer.tekst) for vraag, answer in way.stappen]
    ]
    if not ways:
        pytest.skip("deze vraag is er niet meer")
    assert all("leidinggevende" not in way.uitkomst.rollen for way in ways)
