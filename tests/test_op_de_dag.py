"""On the day itself it turns: a chain of three rules, built once and opened on other days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.boom import basisnorm, pagina, regeling
from tests.bouw_hulp import small_project
from tests.browser import Once, OpenPage, build, serving
from tests.wegwijzers_hulp import answer, outcome, question
from tests.wegwijzers_hulp import source as source_of_guide
from wijzer.base.clock import today
from wijzer.pages.markdown import day
from wijzer.search.worker import source

pytestmark = pytest.mark.browser

DAY = datetime.timedelta(days=1)
FIRST = today() + 30 * DAY
"""The day on which the second rule takes the place of the first."""
LAST = today() + 60 * DAY
"""The day on which the third takes the place of the second."""
WHEN = ["eve", "day", "second day"]
EEN, TWEE, DRIE = (
    "regelgeving/haarlem/een/",
    "regelgeving/haarlem/twee/",
    "regelgeving/haarlem/drie/",
)


def rule(titel: str, **fields: str | list[str]) -> str:
    return regeling(titel=titel, soort="regeling", bron={"onbekend": "x"}, artikelen=None, **fields)  # type: ignore[arg-type]


GUIDE = "wegwijzers/wegwijzer-proef/"
SEEN = """item => [...item.childNodes].filter((part) => !part.hidden)
    .map((part) => part.textContent).join("").trim()"""
"""The text of an item without what is hidden in it; the script folds the outcome itself away."""
CHAIN = {
    f"docs/{GUIDE[:-1]}.md": source_of_guide(
        [question("begin", answer("Ja", "eind"), answer("Nee", "eind"))],
        [outcome("eind", geen_regel="false", regels=[{"regeling": "een"}], rollen=["hrm"])],
    ),
    f"{EEN[:-1]}.md": rule("Een", vervangen_door=["twee"]),
    f"{TWEE[:-1]}.md": rule("Twee", geldig_vanaf=str(FIRST), vervangen_door=["drie"]),
    f"{DRIE[:-1]}.md": rule("Drie", geldig_vanaf=str(LAST)),
    "docs/wegwijzers.md": pagina(titel="Alle wegwijzers"),
    "docs/regelgeving.md": pagina("{{ regeloverzicht() }}\n", titel="Alle regelgeving"),
    "regelgeving/basisnormen/relatiegeschenken.md": basisnorm(
        titel="Relatiegeschenken", wettelijke_basis=["regeling: een"]
    ),
}


@pytest.fixture(scope="module")
def keten(once: Once) -> Iterator[str]:
    """The address of a site with the chain, as it was built today."""

    def fill(folder):  # type: ignore[no-untyped-def]
        project = small_project(folder / "project")
        for path, text in CHAIN.items():
            project.write(path, text)
        build(folder / "site", project.root)

    with serving(once("keten", fill) / "site") as address:
        yield address


def on(page: Page, dag: datetime.date, address: str) -> Page:
    """Open a page at noon of a day."""
    page.clock.set_fixed_time(datetime.datetime.combine(dag, datetime.time(12)))
    page.goto(address)
    return page


BANNERS = [
    (FIRST - DAY, f"Deze regel geldt tot {day(FIRST)}", f"Geldt vanaf {day(FIRST)}"),
    (FIRST, "Deze regel geldt niet meer", f"Deze regel geldt tot {day(LAST)}"),
    (FIRST + DAY, "Deze regel geldt niet meer", f"Deze regel geldt tot {day(LAST)}"),
    (LAST - DAY, "Deze regel geldt niet meer", f"Deze regel geldt tot {day(LAST)}"),
    (LAST, "Deze regel geldt niet meer", "Deze regel geldt niet meer"),
    (LAST + DAY, "Deze regel geldt niet meer", "Deze regel geldt niet meer"),
]


@pytest.mark.parametrize(
    ("dag", "first", "second"),
    BANNERS,
    ids=["eve", "day", "day after", "second eve", "second day", "day after second"],
)
def test_the_notices_turn(
    page: Page, keten: str, dag: datetime.date, first: str, second: str
) -> None:
    third = [f"Geldt vanaf {day(LAST)}"] if dag < LAST else []
    for address, titles in ((EEN, [first]), (TWEE, [second]), (DRIE, third)):
        on(page, dag, keten + address)
        assert page.locator(".admonition-title:visible").all_inner_texts() == titles, address


@pytest.mark.parametrize(
    ("dag", "now"), [(FIRST - DAY, ""), (FIRST, "Twee"), (LAST, "Drie")], ids=WHEN
)
def test_the_first_leads_to_what_applies_on_the_day(
    page: Page, keten: str, dag: datetime.date, now: str
) -> None:
    on(page, dag, keten + EEN)
    notice = page.locator(".admonition:visible")
    if now:
        expect(notice).to_contain_text("Nu geldt:")
    expect(notice.get_by_role("link").first).to_have_text(now or "Twee")


@pytest.mark.parametrize(
    ("dag", "applies"), [(FIRST - DAY, "Een"), (FIRST, "Twee"), (LAST, "Drie")], ids=WHEN
)
def test_filters_and_labels_turn(page: Page, keten: str, dag: datetime.date, applies: str) -> None:
    on(page, dag, keten + "regelgeving/")
    page.get_by_label("Status").select_option("Geldt nu")
    shown = page.locator("ul.regels > li:visible > a").all_inner_texts()
    assert [name for name in shown if name in ("Een", "Twee", "Drie")] == [applies]
    for item in page.locator("ul.regels > li:visible").all():
        expect(item.locator(".status:visible")).to_have_count(1)


def test_relations_turn(page: Page, keten: str) -> None:
    norm = keten + "regelgeving/basisnormen/relatiegeschenken/"
    item = page.locator(".verwant li:has(a[href$='haarlem/een/'])")
    text = "Wat hier staat in een zin."
    assert on(page, FIRST - DAY, norm) and item.inner_text() == (
        f"Een (geldt tot {day(FIRST)}): {text}"
    )
    assert on(page, FIRST, norm) and item.inner_text() == (
        f"Een (vervangen, geldt niet meer): {text}"
    )


def test_a_guide_turns(page: Page, keten: str) -> None:
    """What it said of the rule before stays on the page, and what applies now comes with it."""
    rules = on(page, FIRST - DAY, keten + GUIDE).locator(".wegwijzer__regels li").first
    assert rules.evaluate(SEEN) == f"Een (geldt tot {day(FIRST)})"
    on(page, FIRST, keten + GUIDE)
    assert rules.evaluate(SEEN) == "Een (vervangen, geldt niet meer). Nu geldt: Twee"
    on(page, LAST, keten + GUIDE)
    assert rules.evaluate(SEEN) == "Een (vervangen, geldt niet meer). Nu geldt: Drie"


def test_without_javascript_the_text_names_the_days(open_page: OpenPage, keten: str) -> None:
    page = open_page(javascript=False)
    for address, title, text in (
        (EEN, f"Deze regel geldt tot {day(FIRST)}", f"Vanaf {day(FIRST)} geldt:"),
        (TWEE, f"Geldt vanaf {day(FIRST)}", "Tot die dag geldt nog:"),
        (DRIE, f"Geldt vanaf {day(LAST)}", "Tot die dag geldt nog:"),
    ):
        page.goto(keten + address)
        notice = page.locator(".admonition:visible")
        expect(notice).to_have_count(1)
        expect(notice).to_contain_text(title)
        expect(notice).to_contain_text(text)
        expect(notice).not_to_contain_text("Nu geldt")


RECORDS = [
    {
        "location": "oud/",
        "title": "Meldregeling oud",
        "text": "Melden.",
        "soort": "Regeling",
        "later": [
            {"vanaf": "2027-01-01", "soort": "Over", "gewicht": 0.9, "vervangen_door": ["nieuw/"]}
        ],
    },
    {
        "location": "nieuw/",
        "title": "Iets anders",
        "text": "Hier melden kan ook.",
        "soort": "Nieuw",
    },
]


@pytest.mark.parametrize(
    ("moment", "soort", "first"),
    [
        ("2026-12-31T22:59:59Z", "Regeling", "oud/"),
        ("2026-12-31T23:00:00Z", "Over", "nieuw/"),  # midnight in Amsterdam
    ],
)
def test_search_turns(browser: Browser, moment: str, soort: str, first: str) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(moment)
    page.add_script_tag(content=source())
    items = page.evaluate(
        """records => Zoeken.search(new Zoeken.Index(records), "melden", {}).items
            .map(([item]) => item.location)""",
        RECORDS,
    )
    found = page.evaluate("records => new Zoeken.Index(records).pages[0].soort", RECORDS)
    page.close()
    assert (found, items[0]) == (soort, first)
