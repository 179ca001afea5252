"""The parts of the search worker, in the browser that runs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from wijzer.search.worker import source

pytestmark = pytest.mark.browser

HELP = {
    "alarmwoorden": ["gepest", "omkoping", "bedreigd", "aangerand"],
    "alarmzinnen": ["ik ben bang"],
    "eerst": [{"location": "hulp/", "title": "Hulp"}],
    "vraag": [{"location": "hrm/", "title": "HRM"}],
}
RECORDS: list[dict[str, Any]] = [
    {
        "location": "geschenken/",
        "title": "Relatiegeschenken",
        "text": "Een fles wijn van een bedrijf.",
        "zoekwoorden": ["cadeau", "kerstpakket"],
        "codes": ["basisnorm 9"],
        "soort": "Basisnorm 9",
    },
    {
        "location": "geschenken/#wat-doe-je",
        "title": "Wat doe je",
        "text": "Weiger een te duur <b>cadeau</b>.",
    },
    {"location": "auto/", "title": "Auto van het werk", "text": "Privé rijden."},
    {"location": "pesten/", "title": "Pesten", "text": "Uitgenodigd worden hoort erbij."},
    {"location": "hulp/", "title": "Hulp", "text": "", "zoekwoorden": ["gepest"]},
    {
        "location": "oud/",
        "title": "Oude meldregeling",
        "text": "Melden, melden, melden.",
        "vervangen_door": ["nieuw/"],
        "codes": ["artikel 8"],
    },
    {"location": "nieuw/", "title": "Procedure", "text": "Zo meld je iets."},
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=source())
    page.evaluate("records => { self.index = new Zoeken.Index(records); }", RECORDS)
    yield page
    page.close()


def search(page: Page, question: str) -> dict[str, Any]:
    script = "([question, help]) => Zoeken.search(index, question, { help, suggest: true })"
    answer: dict[str, Any] = page.evaluate(script, [question, HELP])
    return answer


def addresses(page: Page, question: str) -> list[str]:
    return [item[0]["location"] for item in search(page, question)["items"]]


@pytest.mark.parametrize(
    "words",
    [
        "geschenk geschenken geschenkje",
        "melden meldt melding meldingen",
        "lenen leen leent",
        "lekken lek",
        "geven geef",
        "dilemma dilemma's",
        "Privé prive",
        "mogelijkheden mogelijkheid",
    ],
)
def test_forms_of_one_word_share_a_stem(page: Page, words: str) -> None:
    script = "words => words.split(' ').map(w => Zoeken.stem(Zoeken.words(w)[0]))"
    assert len(set(page.evaluate(script, words))) == 1


@pytest.mark.parametrize("pair", ["kracht krachtig", "bus business", "man manager", "lijst lijn"])
def test_other_words_do_not(page: Page, pair: str) -> None:
    assert len(set(page.evaluate("pair => pair.split(' ').map(Zoeken.stem)", pair))) == 2


@pytest.mark.parametrize(
    ("participle", "verb"),
    [
        ("gepest", "pesten"),
        ("uitgenodigd", "uitnodigen"),
        ("gestolen", "stelen"),
        ("aangenomen", "aannemen"),
        ("bedreigd", "bedreigen"),
        ("aangerand", "aanranden"),
        ("geeft", "geven"),
    ],
)
def test_a_participle_leads_to_its_verb(page: Page, participle: str, verb: str) -> None:
    stem = page.evaluate("verb => Zoeken.stem(verb)", verb)
    assert stem in page.evaluate("word => Zoeken.verbsOf(word)", participle)


@pytest.mark.parametrize(
    ("a", "b", "number"),
    [
        ("mail", "mail", 0),
        ("mial", "mail", 1),
        ("mal", "mail", 1),
        ("moil", "mail", 1),
        ("x", "mail", 3),
    ],
)
def test_typing_mistakes_are_counted_up_to_two(page: Page, a: str, b: str, number: int) -> None:
    assert page.evaluate("([a, b]) => Zoeken.mistakes(a, b, 2)", [a, b]) == number


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Artikel 8 van de wet", ["artikel 8"]),
        ("art. 2:4 awb", ["artikel 2:4"]),
        ("norm 9 of basisnorm 10", ["basisnorm 9", "basisnorm 10"]),
        ("BWBR0001947", ["bwbr0001947"]),
        ("kaart nr. 12", ["kaart 12"]),
        ("de kaarten voor 12 mensen", []),
    ],
)
def test_numbers_are_read_as_people_write_them(page: Page, text: str, codes: list[str]) -> None:
    assert page.evaluate("text => Zoeken.codes(text)", text) == codes


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("geschenk", "geschenken/"),  # tail of a compound that the site knows
        ("relatiegeschenk", "geschenken/"),  # stem
        ("kerst", "geschenken/"),  # prefix
        ("dienstauto", "auto/"),  # tail of a compound that the site does not know
        ("kerstpaket", "geschenken/"),  # typing mistake
        ("mag ik een cadeau aannemen", "geschenken/"),  # stop words
        ("wie pest er", "pesten/"),
        ("basisnorm 9", "geschenken/"),
        ("prive", "auto/"),
    ],
)
def test_the_right_page_is_first(page: Page, question: str, first: str) -> None:
    assert addresses(page, question)[0] == first


def test_edit_distance_only_when_nothing_else_matches(page: Page) -> None:
    script = "word => Array.from(Zoeken.expand(index, word).keys())"
    assert page.evaluate(script, "pesten") == ["pest"]
    assert page.evaluate(script, "relatiegeschenkn") == ["relatiegeschenk"]


def test_a_replaced_rule_stands_below_what_replaced_it(page: Page) -> None:
    assert addresses(page, "oude meldregeling") == ["nieuw/", "oud/"]
    assert addresses(page, "artikel 8") == ["nieuw/", "oud/"]


def test_a_result_tells_its_kind_and_why(page: Page) -> None:
    main, section = search(page, "cadeau")["items"][0]
    assert main["title"] == 'Relatiegeschenken <span class="zoeken-soort">Basisnorm 9</span>'
    assert "Zoekwoord: <mark data-md-highlight>cadeau</mark>." in main["text"]
    assert section["location"] == "geschenken/#wat-doe-je"
    assert "&lt;b&gt;<mark data-md-highlight>cadeau</mark>&lt;/b&gt;" in section["text"]


@pytest.mark.parametrize(
    "question",
    ["gepest", "ik word bedreigd", "AANGERAND", "omkooping", "ik ben bang voor mijn baas"],
)
def test_something_bad_shows_whom_to_turn_to_first(page: Page, question: str) -> None:
    help = search(page, question)["help"]
    assert help["alarm"]
    assert help["links"] == HELP["eerst"]


def test_whom_to_turn_to_outranks_the_rest(page: Page) -> None:
    assert addresses(page, "gepest")[0] == "hulp/"


@pytest.mark.parametrize("question", ["cadeau", "auto van het werk", "melden", ""])
def test_a_good_answer_needs_no_help(page: Page, question: str) -> None:
    assert search(page, question)["help"] is None


def test_nothing_found_never_ends_in_nothing(page: Page) -> None:
    answer = search(page, "pakkettenkerst")
    assert answer["items"] == []
    assert answer["help"]["keywords"] == [{"keyword": "kerstpakket", "location": "geschenken/"}]
    assert answer["help"]["links"] == HELP["vraag"]


def test_the_rest_of_a_word_is_suggested(page: Page) -> None:
    assert search(page, "mag een kerstp")["suggest"] == ["mag", "een", "kerstpakket"]


@pytest.mark.parametrize("question", ["", "   ", "<script>", "?!", "de het een", "x" * 5000, "8"])
def test_odd_questions_are_answered(page: Page, question: str) -> None:
    assert isinstance(search(page, question)["items"], list)


def test_the_worker_speaks_the_protocol_of_the_theme(page: Page) -> None:
    data = {"docs": RECORDS, "config": {"hulp": HELP}, "options": {"suggest": False}}
    assert page.evaluate("data => Zoeken.answer({ type: 0, data })", data) == {"type": 1}
    answer = page.evaluate("Zoeken.answer({ type: 2, data: 'cadeau' })")
    assert answer["type"] == 3
    assert answer["data"]["items"][0][0]["location"] == "geschenken/"
    assert "suggest" not in answer["data"]
    assert page.evaluate("Zoeken.answer({ type: 9 })") is None


@pytest.mark.parametrize(
    ("question", "first"), [("anonieme melding", "brief/"), ("anoniem melden", "zonder-naam/")]
)
def test_a_zoekwoord_in_the_same_form_counts_most(page: Page, question: str, first: str) -> None:
    records = [
        {"location": "zonder-naam/", "title": "Anoniem melden", "text": ""},
        {
            "location": "brief/",
            "title": "Een brief",
            "text": "",
            "zoekwoorden": ["anonieme melding"],
        },
    ]
    script = """([records, question]) =>
        Zoeken.search(new Zoeken.Index(records), question, { help: {} }).items[0][0].location"""
    assert page.evaluate(script, [records, question]) == first
