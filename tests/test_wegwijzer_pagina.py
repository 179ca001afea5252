"""The pages of the guides: the way out, settings that are not set, links back."""

from __future__ import annotations

import pytest

from tests.gemeente import frozen
from wijzer.corpus.corpus import Corpus
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.wegwijzer import Wegwijzer
from wijzer.pages.compose import compose


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return frozen()


def model(corpus: Corpus, name: str) -> Wegwijzer:
    found = corpus.graph.documents[name].model
    assert isinstance(found, Wegwijzer)
    return found


def test_the_sensitive_guides_say_what_is_kept_and_the_others_do_not(corpus: Corpus) -> None:
    sensitive = {d.id for d in corpus.graph.of_kind(WEGWIJZER) if model(corpus, d.id).gevoelig}
    assert sensitive == {"wegwijzer-misstand", "wegwijzer-ongewenst-gedrag"}
    pages = {page.pad: page.inhoud for page in compose(corpus)}
    for document in corpus.graph.of_kind(WEGWIJZER):
        name, text = document.id, pages[document.site_path]
        assert ("Je antwoorden worden niet bewaard" in text) == (name in sensitive)


def test_a_setting_that_is_not_set_says_so_with_what_the_law_says(corpus: Corpus) -> None:
    pages = {page.pad: page.inhoud for page in compose(corpus)}
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
        ("regelgeving/wetten/ambtenarenwet-2017.md", "wegwijzer-geschenk"),
        ("rollen/vertrouwenspersonen.md", "wegwijzer-ongewenst-gedrag"),
        ("dilemmas/de-bus-op-zaterdag.md", "wegwijzer-spullen"),
        ("kernwaarden/onafhankelijkheid.md", "wegwijzer-inkoop"),
    ],
)
def test_what_a_guide_names_links_back_to_it(corpus: Corpus, page: str, guide: str) -> None:
    pages = {found.pad: found.inhoud for found in compose(corpus)}
    assert f"/{guide}.md)" in pages[page].partition("## Hangt samen met")[2]


def test_a_page_that_tells_what_you_do_has_a_button_to_its_guide(corpus: Corpus) -> None:
    pages = {found.pad: found.inhoud for found in compose(corpus)}
    norm = pages["regelgeving/basisnormen/relatiegeschenken.md"]
    button = (
        "[Loop de vragen door: Wegwijzer geschenk of uitnodiging]"
        "(../../wegwijzers/wegwijzer-geschenk.md){: .knop .knop--hoofd }"
    )
    assert norm.count("wegwijzer-geschenk.md") == norm.count(button) == 1
    assert norm.index("## Wat doe je") < norm.index(button) < norm.index("## Waar gaat het om")


def test_of_many_guides_none_is_a_button(corpus: Corpus) -> None:
    pages = {found.pad: found.inhoud for found in compose(corpus)}
    law = pages["regelgeving/wetten/ambtenarenwet-2017.md"]
    assert law.count("/wegwijzer-") > 3
    assert ".knop" not in law
