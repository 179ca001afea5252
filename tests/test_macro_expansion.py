"""A text is expanded once for each page that shows it, and again only when the files matter."""

from __future__ import annotations

import pytest

from macros import REGISTRY
from tests.boom import DAG, dilemma, koppen, pagina
from wijzer.base.files import Bestand
from wijzer.base.findings import errors
from wijzer.cards.card import cards
from wijzer.cards.check import check_cards
from wijzer.corpus.corpus import load_corpus, without_drafts
from wijzer.corpus.macro import Macro
from wijzer.model.kinds import DILEMMA
from wijzer.pages.compose import compose
from wijzer.rules import check_corpus

CARD = dilemma(koppen(DILEMMA.koppen, Situatie="Een {{ telt() }} situatie."), titel="Een fles")
TREE = {
    "dilemmas/fles-wijn.md": CARD,
    "docs/alles.md": pagina("{{ toont() }}\n", titel="Alles"),
    "docs/lijst.md": pagina("{{ bestandslijst() }}\n\n{{ telt() }}\n", titel="Lijst"),
    "docs/nog-een.md": pagina("En {{ telt() }}.\n", titel="Nog een"),
}


class Register:
    """Three macros; one writes down on which page it was called."""

    def __init__(self):
        self.called = []

        def telt(context):
            self.called.append(context.document.id)
            return "geteld"

        def toont(context):
            """Show every dilemma on this page, twice."""
            found = [context.sections(one) for one in context.graph.of_kind(DILEMMA) * 2]
            return "".join(sections["Situatie"] for sections in found)

        def bestandslijst(context):
            return " ".join(file.pad for file in context.bestanden) or "geen"

        functions = (telt, toont, bestandslijst)
        own = {f.__name__: Macro(f, f"{{{{ {f.__name__}() }}}}") for f in functions}
        self.macros = {**REGISTRY, **own}


@pytest.fixture
def register():
    return Register()


def everything(corpus):
    """Do all that a build does with the texts; return the pages by source."""
    assert errors([*check_corpus(corpus, DAG), *check_cards(corpus)]) == []
    assert len(cards(corpus, None)) == 1
    published = without_drafts(corpus).with_files([Bestand("kaarten/a.pdf", b"a")])
    return {page.bronpad: page.inhoud for page in compose(published)}


def test_once_for_each_page_and_place(boom, register):
    corpus, _ = load_corpus(boom(TREE).root, register.macros)
    pages = everything(corpus)
    assert "Een geteld situatie.Een geteld situatie." in pages["docs/alles.md"]
    assert "En geteld." in pages["docs/nog-een.md"]
    # `lijst` looked at the files, which were not there yet when it was checked
    assert sorted(register.called) == ["alles", "fles-wijn", "lijst", "lijst", "nog-een"]


def test_what_looked_at_the_files_sees_them(boom, register):
    corpus, _ = load_corpus(boom(TREE).root, register.macros)
    assert corpus.expand(corpus.by_site_path["lijst.md"]).text == "geen\n\ngeteld\n"
    assert "kaarten/a.pdf\n\ngeteld" in everything(corpus)["docs/lijst.md"]


def test_a_site_without_its_drafts_is_expanded_anew(boom, register):
    draft = {"docs/plan.md": pagina(titel="Plan", concept="true")}
    corpus, _ = load_corpus(boom(TREE | draft).root, register.macros)
    everything(corpus)
    pages = ["alles", "fles-wijn", "lijst", "nog-een"]
    assert sorted(register.called) == sorted(pages * 2)


def test_what_is_wrong_is_told_for_every_place(boom):
    body = "{{ weg() }}\n\n{{ weg() }}\n"
    corpus, _ = load_corpus(boom({"docs/x.md": pagina(body)}).root, {})
    found = [(p.line, p.text) for p in corpus.expand(corpus.by_site_path["x.md"]).problems]
    assert found == [(1, "de macro `weg` bestaat niet"), (3, "de macro `weg` bestaat niet")]
