"""Ten stories, written before the guides, each arrive at a sensible outcome."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros import REGISTRY
from tests.boom import REPO
from tests.gemeente import frozen
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.guide_paths import nodes, paths
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.wegwijzer import Uitkomst, Wegwijzer
from wijzer.pages.compose import compose

STORIES: list[dict[str, Any]] = yaml.safe_load(
    (REPO / "tests/data/verhalen.yml").read_text(encoding="utf-8")
)
SUBJECTS = {
    "wegwijzer-geschenk",
    "wegwijzer-nevenwerk",
    "wegwijzer-financieel-belang",
    "wegwijzer-misstand",
    "wegwijzer-ongewenst-gedrag",
    "wegwijzer-gegevens",
    "wegwijzer-sociale-media-en-pers",
    "wegwijzer-inkoop",
    "wegwijzer-spullen",
    "wegwijzer-overstap",
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return frozen()


def model(corpus: Corpus, name: str) -> Wegwijzer:
    found = corpus.graph.documents[name].model
    assert isinstance(found, Wegwijzer)
    return found


def test_there_are_ten_guides_and_a_story_for_each(corpus: Corpus) -> None:
    assert {d.id for d in corpus.graph.of_kind(WEGWIJZER)} == SUBJECTS
    assert sorted(story["wegwijzer"] for story in STORIES) == sorted(SUBJECTS)


@pytest.mark.parametrize("story", STORIES, ids=[story["wegwijzer"] for story in STORIES])
def test_a_story_arrives_at_a_sensible_outcome(corpus: Corpus, story: dict[str, Any]) -> None:
    guide = model(corpus, story["wegwijzer"])
    known = nodes(guide)
    here = known[guide.vragen[0].id]
    for text in story["antwoorden"]:
        assert not isinstance(here, Uitkomst), f"klaar voor het antwoord {text}"
        (chosen,) = [a for a in here.antwoorden if a.tekst == text]
        here = known[chosen.naar]
    assert isinstance(here, Uitkomst)
    assert here.id == story["uitkomst"]
    assert story["rol"] in here.rollen
    assert story.get("niet") not in here.rollen


def test_the_sensitive_guides_have_a_way_out_and_the_others_do_not(corpus: Corpus) -> None:
    sensitive = {d.id for d in corpus.graph.of_kind(WEGWIJZER) if model(corpus, d.id).gevoelig}
    assert sensitive == {"wegwijzer-misstand", "wegwijzer-ongewenst-gedrag"}
    pages = {page.pad: page.inhoud for page in compose(corpus, REGISTRY)}
    for name in SUBJECTS:
        text = pages[f"wegwijzers/{name}.md"]
        assert ("Verlaat deze pagina" in text) == (name in sensitive)


def test_about_a_leader_never_leads_to_that_leader(corpus: Corpus) -> None:
    """Whoever says that it is about the manager is not sent to the manager."""
    for name, said in (
        ("wegwijzer-misstand", ("over-leidinggevende", "Ja")),
        ("wegwijzer-ongewenst-gedrag", ("wie-doet-het", "Mijn leidinggevende")),
    ):
        ways = [
            way
            for way in paths(model(corpus, name))
            if said in [(vraag.id, answer.tekst) for vraag, answer in way.stappen]
        ]
        assert ways
        assert all("leidinggevende" not in way.uitkomst.rollen for way in ways)


def test_a_setting_that_is_not_set_says_so_with_what_the_law_says(corpus: Corpus) -> None:
    pages = {page.pad: page.inhoud for page in compose(corpus, REGISTRY)}
    text = pages["wegwijzers/wegwijzer-geschenk.md"]
    assert (
        "**De waarde tot waar je een geschenk mag houden**: "
        '<em class="invullen">Nog vast te stellen door de gemeente.</em>' in text
    )
    assert "De wet noemt geen bedrag. Zonder toestemming neem je niets aan" in text
    assert (
        "Nog vast te stellen door de gemeente."
        in pages["regelgeving/basisnormen/relatiegeschenken.md"]
    )


@pytest.mark.parametrize(
    ("page", "guide"),
    [
        ("regelgeving/basisnormen/relatiegeschenken.md", "wegwijzer-geschenk"),
        ("rollen/vertrouwenspersonen.md", "wegwijzer-ongewenst-gedrag"),
        ("regelgeving/wetten/wet-bescherming-klokkenluiders.md", "wegwijzer-misstand"),
        ("dilemmas/de-bus-op-zaterdag.md", "wegwijzer-spullen"),
        ("kernwaarden/onafhankelijkheid.md", "wegwijzer-inkoop"),
    ],
)
def test_what_a_guide_names_links_back_to_it(corpus: Corpus, page: str, guide: str) -> None:
    pages = {found.pad: found.inhoud for found in compose(corpus, REGISTRY)}
    related = pages[page].partition("## Hangt samen met")[2]
    assert "### Loop de vragen door" in related
    assert f"/{guide}.md)" in related
