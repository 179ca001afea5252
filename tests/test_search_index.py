"""The build side of the search: facts, index, and the theme's hook-up."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tests.gemeente import frozen
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.search.facts import PageFacts, page_facts
from wijzer.search.help import help_data
from wijzer.search.index import Rendered, index
from wijzer.search.sections import sections
from wijzer.search.worker import PARTS, HookUpError, location, point_at_worker, source

ROOT = Path(__file__).resolve().parent.parent
FACTS = PageFacts(soort="Basisnorm 9", samenvatting="Wat je krijgt.", zoekwoorden=("cadeau",))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return without_drafts(frozen())


HTML = """<h1 id="geschenken">Geschenken</h1>
<p>Wat je krijgt.</p><p>En meer.</p>
<h2 id="wat-doe-je">Wat doe je</h2><p>Vraag <em>het</em> na.</p>"""


def test_a_page_carries_its_kind_and_zoekwoorden() -> None:
    pages = [Rendered("geschenken/", "Geschenken", HTML)]
    assert index(pages, {"geschenken/": FACTS}) == [
        {
            "location": "geschenken/",
            "title": "Geschenken",
            "text": "En meer.",
            "soort": "Basisnorm 9",
            "samenvatting": "Wat je krijgt.",
            "zoekwoorden": ["cadeau"],
            "gewicht": 1,
        },
        {"location": "geschenken/#wat-doe-je", "title": "Wat doe je", "text": "Vraag het na."},
    ]


def test_lists_of_other_pages_drafts_and_unknown_pages_stay_out() -> None:
    pages = [
        Rendered("hub/", "Overzicht", '<h2 id="letter-a">A</h2>'),
        Rendered("concept/", "Nog niet af", "<p>Tekst.</p>"),
        Rendered("vreemd/", "Van buiten", "<p>Tekst.</p>"),
    ]
    facts = {"hub/": FACTS, "concept/": dataclasses.replace(FACTS, concept=True)}
    assert [found["location"] for found in index(pages, facts)] == ["hub/"]


def texts(html: str) -> list[tuple[str, str, str]]:
    return [(found.anchor, found.title, found.text) for found in sections(html)]


def test_markup_becomes_text_on_one_line() -> None:
    html = "<p>A &amp; <b>be</b>lang</p>\n<ul><li>x</li><li>y<br>z</li></ul>"
    assert texts(html) == [("", "", "A & belang x y z")]


def test_a_section_inside_an_element_ends_with_it() -> None:
    html = (
        '<h2 id="a">A <code>b</code></h2><p>een</p><div><h3 id="k">K</h3><p>kaart</p></div><p>twee'
    )
    assert texts(html) == [("", "", ""), ("a", "A b", "een twee"), ("k", "K", "kaart")]


def test_what_is_no_text_for_a_searcher_is_left_out() -> None:
    html = "<div data-search-exclude><div>a</div>a</div><script>b</script><style>c</style><h4>Los</h4><p>d</p>"
    assert texts(html) == [("", "", "Los d")]


@pytest.mark.parametrize(
    ("page", "soort", "code"),
    [
        ("regelgeving/basisnormen/relatiegeschenken/", "Basisnorm 9", "basisnorm 9"),
        ("regelgeving/wetten/ambtenarenwet-2017/", "Wet", "bwbr0001947"),
        ("regelgeving/wetten/ambtenarenwet-2017/", "Wet", "artikel 8"),
        ("dilemmas/iedereen-lacht-mee/", "Dilemma 28", "kaart 28"),
        ("kernwaarden/zorgvuldigheid/", "Kernwaarde 1", "kernwaarde 1"),
    ],
)
def test_numbers_by_which_a_page_is_found(corpus: Corpus, page: str, soort: str, code: str) -> None:
    facts = page_facts(corpus)[page]
    assert facts.soort == soort
    assert code in facts.codes


def test_a_replaced_rule_names_what_replaced_it(corpus: Corpus) -> None:
    facts = page_facts(corpus)["regelgeving/haarlem/regeling-integriteitsmeldingen/"]
    assert facts.vervangen_door == ("regelgeving/haarlem/meldprocedure-2023/",)
    assert "geldt niet meer" in facts.soort


def test_help_points_at_pages_that_exist(corpus: Corpus) -> None:
    data = help_data(corpus)
    assert data["eerst"] == [
        {"location": "rollen/vertrouwenspersonen/", "title": "Vertrouwenspersonen"},
        {"location": "rollen/meldpunt-integriteit/", "title": "Meldpunt Integriteit"},
        {"location": "melden/", "title": "Melden"},
    ]


def test_the_page_loads_our_worker() -> None:
    html = '{"search": "../assets/javascripts/workers/search.a1b2c3d4.min.js"}'
    assert point_at_worker(html, "melden.md") == f'{{"search": "../{location()}"}}'


@pytest.mark.parametrize("number", [0, 2])
def test_another_hook_up_of_the_theme_fails_with_a_clear_message(number: int) -> None:
    html = "assets/javascripts/workers/search.a1b2c3d4.min.js " * number
    with pytest.raises(HookUpError) as caught:
        point_at_worker(html, "melden.md")
    assert str(caught.value) == (
        f"melden.md: het zoekscript van het thema staat {number} keer op de pagina. "
        "Verwacht: precies één keer `assets/javascripts/workers/search.….min.js`. "
        "Is het thema veranderd? Pas dan wijzer/search/worker.py aan, "
        "of zet in requirements/site.in de vorige versie van mkdocs-material terug."
    )


def test_every_part_of_the_worker_is_used() -> None:
    folder = ROOT / "wijzer" / "search" / "js"
    assert sorted(path.stem for path in folder.glob("*.js")) == sorted(PARTS)


def test_the_index_is_all_that_is_fetched() -> None:
    scripts = [source()]
    scripts += [(ROOT / "docs/assets/js" / n).read_text() for n in ("zoeken.js", "zoekvenster.js")]
    fetched = re.findall(r"\bfetch\(.*", "\n".join(scripts))
    assert fetched == ['fetch(new URL("../../../search/zoekindex.json", self.location.href));']


@pytest.mark.parametrize(
    "forbidden", ["XMLHttpRequest", "sendBeacon", "WebSocket", "eval(", "new Function", "http"]
)
def test_nothing_that_is_typed_leaves_the_browser(forbidden: str) -> None:
    scripts = [source()]
    scripts += [(ROOT / "docs/assets/js" / n).read_text() for n in ("zoeken.js", "zoekvenster.js")]
    assert all(forbidden not in script for script in scripts)
    assert all("localStorage" not in script for script in scripts)
