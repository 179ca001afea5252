"""What stands on a page: facts, notices, relations from both ends, redirects, abbreviations."""

from __future__ import annotations

from collections.abc import Callable

from macros import REGISTRY
from tests.boom import Project, basisnorm, bron, dilemma, pagina, regeling
from wijzer.corpus.corpus import load_corpus
from wijzer.pages.compose import compose

Boom = Callable[..., Project]


def pages(project: Project) -> dict[str, str]:
    """Return the composed pages by path; the sources must be clean."""
    assert project.meldingen() == ""
    corpus, _ = load_corpus(project.root, REGISTRY)
    return {page.pad: page.inhoud for page in compose(corpus)}


def block(text: str, css_class: str) -> str:
    """Return the block of a page with this class."""
    start = text.index(f'class="{css_class}"')
    return text[start : text.index("</section>", start)]


def test_a_relation_written_on_one_page_shows_on_both(boom: Boom) -> None:
    found = pages(boom())
    related = block(found["dilemmas/fles-wijn.md"], "verwant")
    assert "[Relatiegeschenken](../regelgeving/basisnormen/relatiegeschenken.md)" in related
    back = block(found["regelgeving/basisnormen/relatiegeschenken.md"], "verwant")
    assert "[1. Een fles wijn](../../dilemmas/fles-wijn.md): Wat hier staat in een zin." in back


def test_a_rule_shows_with_its_article_on_the_norm(boom: Boom) -> None:
    law = ['regeling: ambtenarenwet-2017\nartikel: "8"\nlid: "1"\nonderdeel: e']
    norm = basisnorm(titel="Relatiegeschenken", wettelijke_basis=law)
    found = pages(boom({"regelgeving/basisnormen/relatiegeschenken.md": norm}))
    related = block(found["regelgeving/basisnormen/relatiegeschenken.md"], "verwant")
    url = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8"
    assert f"[artikel 8, eerste lid, aanhef en onder e]({url}&lid=1&o=e)" in related


def test_the_page_of_a_law_lists_the_articles_that_we_cite(boom: Boom) -> None:
    text = pages(boom())["regelgeving/wetten/ambtenarenwet-2017.md"]
    assert "## Artikelen waar wij naar verwijzen" in text
    url = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8"
    assert f"- [artikel 8]({url}): geen geschenken" in text


def test_a_replaced_rule_says_so_and_leads_to_the_last_of_the_chain(boom: Boom) -> None:
    old = {"soort": "regeling", "bron": {"onbekend": "Niet gevonden."}, "artikelen": None}
    found = pages(
        boom(
            {
                "regelgeving/haarlem/oud.md": regeling(
                    titel="Oud", geldig_vanaf="2018-01-01", vervangen_door=["midden"], **old
                ),
                "regelgeving/haarlem/midden.md": regeling(
                    titel="Midden", geldig_vanaf="2019-01-01", vervangen_door=["nieuw"], **old
                ),
                "regelgeving/haarlem/nieuw.md": regeling(titel="Nieuw", **old),
            }
        )
    )
    assert '!!! danger "Deze regel geldt niet meer"' in found["regelgeving/haarlem/oud.md"]
    assert "    - **[Nieuw](nieuw.md)**" in found["regelgeving/haarlem/oud.md"]
    assert "### Vervangt\n\n- [Midden](midden.md)" in found["regelgeving/haarlem/nieuw.md"]
    norm = block(found["regelgeving/basisnormen/relatiegeschenken.md"], "verwant")
    past = norm.index("### Regels van vroeger")
    assert norm.index("[Nieuw]") < past < norm.index("[Oud]")


def test_an_unknown_status_and_an_unknown_source_are_said_plainly(boom: Boom) -> None:
    rule = regeling(titel="Eed", status="onbekend", bron={"onbekend": "De tekst is niet openbaar."})
    text = pages(boom({"regelgeving/haarlem/eed.md": rule}))["regelgeving/haarlem/eed.md"]
    assert '!!! warning "Nog te bevestigen door de gemeente"' in text
    assert "nog in te vullen door de gemeente: de vindplaats</em>" in text
    assert "De tekst is niet openbaar." in text


def test_the_facts_hold_one_link_to_the_source(boom: Boom) -> None:
    text = pages(boom())["regelgeving/wetten/ambtenarenwet-2017.md"]
    facts = text[text.index('<details class="feiten"') :]
    assert facts.count("https://wetten.overheid.nl/BWBR0001947") == 1
    assert "Nagelopen op\n:   nog niet door de gemeente" in facts
    assert "Bijgehouden door\n:   [Afdeling HRM](../../rollen/hrm.md)" in facts


def test_an_old_address_leads_to_the_page_wherever_the_site_stands(boom: Boom) -> None:
    card = dilemma(titel="Een fles wijn", oude_paden=["kaarten/wijn"])
    text = pages(boom({"dilemmas/fles-wijn.md": card}))["kaarten/wijn/index.html"]
    assert '<html lang="nl">' in text
    assert 'content="0; url=../../dilemmas/fles-wijn/"' in text
    assert '<a href="../../dilemmas/fles-wijn/">Een fles wijn</a>' in text


def test_an_abbreviation_is_explained_where_it_is_used(boom: Boom) -> None:
    terms = bron(
        "{{ begrippenlijst() }}\n",
        {
            "titel": "Begrippen",
            "samenvatting": "Wat woorden betekenen.",
            "zoekwoorden": "eigen",
            "eigenaar": "hrm",
            "begrippen": [
                "term: AVG\nuitleg: Regels over gegevens.\nafkorting: true\n"
                "voluit: Algemene verordening gegevensbescherming"
            ],
        },
    )
    found = pages(boom({"docs/begrippen.md": terms, "docs/privacy.md": pagina("De AVG geldt.\n")}))
    line = "*[AVG]: Algemene verordening gegevensbescherming"
    assert line in found["privacy.md"]
    assert line not in found["index.md"]
    assert "AVG\n:   *Algemene verordening gegevensbescherming*." in found["begrippen.md"]


def test_text_of_an_editor_never_becomes_markup(boom: Boom) -> None:
    title = '"Geschenken & <b>wijn</b> [x](y) *nu*"'
    found = pages(boom({"dilemmas/fles-wijn.md": dilemma(titel=title)}))
    shown = "Geschenken &#38; &#60;b&#62;wijn&#60;/b&#62; &#91;x&#93;(y) &#42;nu&#42;"
    assert f"# {shown}" in found["dilemmas/fles-wijn.md"]
    assert f"[1. {shown}]" in found["regelgeving/basisnormen/relatiegeschenken.md"]


def test_links_as_the_checkout_lies_fit_the_docs_tree(boom: Boom) -> None:
    body = "Lees [dit](../docs/rollen/hrm.md) en [dat](fles-bier.md#situatie).\n"
    headings = dilemma(titel="Wijn").partition("## Situatie\n\n")[2]
    text = dilemma(f"## Situatie\n\n{body}\n{headings}", titel="Wijn")
    beer = dilemma(titel="Bier", nummer="2")
    found = pages(boom({"dilemmas/fles-wijn.md": text, "dilemmas/fles-bier.md": beer}))
    assert "[dit](../rollen/hrm.md)" in found["dilemmas/fles-wijn.md"]
    assert "[dat](fles-bier.md#situatie)" in found["dilemmas/fles-wijn.md"]


def test_blocks_of_cross_references_stay_out_of_the_search_index(boom: Boom) -> None:
    card = dilemma(titel="Een fles wijn", rollen=["hrm"])
    text = pages(boom({"dilemmas/fles-wijn.md": card}))["dilemmas/fles-wijn.md"]
    for css_class in ("feiten", "verwant", "terecht", "kruimelpad"):
        assert f'class="{css_class}"' in text
        opening = text[text.index(f'class="{css_class}"') :].split(">", 1)[0]
        assert "data-search-exclude" in opening
