"""The pages about reporting: every place, and a way for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.boom import Project, bron, pagina, tekst
from tests.gemeente import frozen
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.model.melden import Meldwegen
from wijzer.model.vocabulary import Lezer
from wijzer.pages.compose import compose

Boom = Callable[..., Project]
WEGEN = "docs/melden/welke-weg.md"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return frozen()


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> dict[str, str]:
    return {page.bronpad: page.text for page in compose(corpus)}


# -- the pages of the frozen municipality ----------------------------------------------------------


def test_every_authority_and_every_period_is_named(texts: dict[str, str]) -> None:
    table = texts["docs/melden/buiten-de-gemeente.md"]
    for place in (
        "Je leidinggevende",
        "Vertrouwenspersoon",
        "Meldpunt Integriteit",
        "Huis voor Klokkenluiders",
        "Autoriteit Persoonsgegevens",
        "Nationale ombudsman",
        "Politie",
    ):
        assert re.search(rf'scope="row" markdown="span">\[{place}\]\([^)]+\)</th>', table), place
    after = texts["docs/melden/na-je-melding.md"]
    assert "3. **Binnen 7 dagen.**" in after
    assert "6. **Uiterlijk 3 maanden na die bevestiging.**" in after


# -- a way for everybody -----------------------------------------------------------------------------


def test_five_subjects_for_five_readers_all_shown(corpus: Corpus, texts: dict[str, str]) -> None:
    model = corpus.graph.documents["welke-weg"].model
    assert isinstance(model, Meldwegen)
    assert [topic.titel for topic in model.onderwerpen] == [
        "Vermoeden van een misstand",
        "Integriteitsschending",
        "Ongewenst gedrag",
        "Datalek",
        "Klacht van een inwoner",
    ]
    text = texts[WEGEN]
    for topic in model.onderwerpen:
        assert [weg.voor for weg in topic.wegen] == list(Lezer)
        table = text.partition(f'id="weg-{topic.id}-titel" markdown="span">{topic.titel}:')[
            2
        ].partition("</table>")[0]
        assert table.count('scope="row"') == len(Lezer)


def weg(voor: str, plek: str = "hrm") -> str:
    return f"- voor: {voor}\n  doe: Doe dit.\n  plekken: [{plek}]"


def wegen(ways: list[str], places: str = "") -> dict[str, str]:
    place = (
        "id: hrm\ntitel: HRM\nrol: hrm\nwaarvoor: Dit.\nwat: Dat.\nwie: Wij.\nwanneer: Nu." + places
    )
    rows = "\n".join("  " + line for way in ways for line in way.split("\n"))
    topic = f"id: misstand\ntitel: Misstand\nwegen:\n{rows}"
    fields = {
        "titel": "Routes",
        "samenvatting": "Een zin.",
        "zoekwoorden": [f"woord{letter}" for letter in "abcde"],
        "eigenaar": "hrm",
        "plekken": [place],
        "onderwerpen": [topic],
    }
    return {WEGEN: bron("Tekst.\n", fields)}


ALL = [weg(lezer.value) for lezer in Lezer]
ORDER = "Elk onderwerp heeft vijf wegen, in deze volgorde: " + ", ".join(Lezer) + "."

FINDINGS = {
    "somebody is left out": (
        wegen(ALL[:3]),
        f"""
        docs/melden/welke-weg.md:22: bij `misstand` ontbreekt een weg voor `bestuurder` of `inwoner`
            {ORDER}
        """,
    ),
    "another order": (
        wegen(ALL[::-1]),
        f"""
        docs/melden/welke-weg.md:22: bij `misstand` staan de wegen niet in de vaste volgorde
            {ORDER}
        """,
    ),
    "a place that does not exist": (
        wegen([*ALL[:4], weg("inwoner", "hmr")]),
        """
        docs/melden/welke-weg.md:37: de plek `hmr` bestaat niet
            Bedoelde je `hrm`?
        """,
    ),
    "a place with two addresses": (
        wegen(ALL, "\nwebsite: https://www.voorbeeld.nl/"),
        """
        docs/melden/welke-weg.md:12: plek `hrm` heeft een `rol` én een `website`
            Binnen de gemeente: `rol`. Buiten de gemeente: `website`.
        """,
    ),
    "a place inside with a number": (
        wegen(ALL, '\ntelefoon: "112"'),
        """
        docs/melden/welke-weg.md:12: plek `hrm` is binnen de gemeente en heeft een `telefoon`
            Zet het nummer in docs/contact.yml, bij de rol.
        """,
    ),
    "half a number": (
        wegen(ALL, "\ntelefoon: 133 10"),
        """
        docs/melden/welke-weg.md:19: `plekken (1e) telefoon` is geen telefoonnummer: `133 10`
            Schrijf het nummer zoals je het belt: 0800-0113
        """,
    ),
    "a website without https": (
        wegen(ALL, "\nwebsite: www.voorbeeld.nl"),
        """
        docs/melden/welke-weg.md:19: `plekken (1e) website` is geen adres van een website: `www.voorbeeld.nl`
            Zo ziet het eruit: https://www.huisvoorklokkenluiders.nl/
        """,
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_finding(boom: Boom, name: str) -> None:
    tree, expected = FINDINGS[name]
    hosts = "hosts:\n  - host: www.voorbeeld.nl\n    waarom: voor deze test\n"
    assert boom({**tree, "docs/toegestane-hosts.yml": hosts}).meldingen() == tekst(expected)


def test_ways_that_are_right(boom: Boom) -> None:
    assert boom(wegen(ALL)).meldingen() == ""


@pytest.mark.parametrize("macro", ['meldweg("misstand")', "meldplekken()"])
def test_a_place_outside_has_its_number_in_the_row(boom: Boom, macro: str) -> None:
    tree = wegen(ALL, '\nwebsite: https://www.voorbeeld.nl/\ntelefoon: "088 133 10 00"')
    tree[WEGEN] = tree[WEGEN].replace("    rol: hrm\n", "") + f"\n{{{{ {macro} }}}}\n"
    tree["docs/toegestane-hosts.yml"] = "hosts:\n  - host: www.voorbeeld.nl\n    waarom: test\n"
    corpus = load_corpus(boom(tree).root, REGISTRY)[0]
    text = next(page.text for page in compose(corpus) if page.bronpad == WEGEN)
    assert "[HRM](https://www.voorbeeld.nl/) [Bel 088 133 10 00](tel:+31881331000)" in text


def test_a_table_about_nothing_is_refused(boom: Boom) -> None:
    tree = {**wegen(ALL), "docs/x.md": pagina('{{ meldweg("mistsand") }}\n')}
    assert boom(tree).meldingen() == tekst("""
        docs/x.md:8: het onderwerp `mistsand` bestaat niet
            Kies uit: `misstand`.
        """)
