"""The search words from A to Z, and the page to search from: for a phone, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros import REGISTRY
from tests.boom import Project, pagina
from tests.bouw_hulp import small_project
from tests.browser import WIDTHS, Once, OpenPage, build, serving, violations
from wijzer.corpus.corpus import load_corpus
from wijzer.pages.compose import compose

MANY = [f"b{letter}{letter} {other}" for letter in "aeiou" for other in "klmnp"]
WORDS = {
    "docs/veel.md": pagina(titel="Veel", zoekwoorden=MANY[:12]),
    "docs/meer.md": pagina(titel="Meer", zoekwoorden=MANY[12:]),
    "docs/bijbaan.md": pagina(
        titel="Nevenwerk", zoekwoorden=["bijbaan", "Bijklussen", "3 banen", "élan", "zzp"]
    ),
    "docs/geld.md": pagina(titel="Geld", zoekwoorden=["bank", "bijbaan", "rente", "schuld", "zuinig"]),
    "docs/a-z.md": pagina("{{ zoekwoorden_a_z() }}\n", titel="Van A tot Z", zoekwoorden=list("vwxyq")),
    "docs/zoeken.md": pagina("{{ zoekveld() }}\n\n{{ letters() }}\n", titel="Zoeken", zoekwoorden=list("vwxyq")),
}  # fmt: skip


def planted(folder: Path) -> Project:
    project = small_project(folder)
    for path, text in WORDS.items():
        project.write(path, text)
    home = (project.root / "docs/index.md").read_text("utf-8")
    project.write("docs/index.md", f"{home}\n{{{{ zoekveld() }}}}\n")
    return project


@pytest.fixture(scope="module")
def base(once: Once) -> Iterator[str]:
    def fill(folder: Path) -> None:
        build(folder / "site", planted(folder / "bron").root)

    with serving(once("a-z", fill) / "site") as address:
        yield address


def text_of(project: Project, path: str) -> str:
    corpus, _ = load_corpus(project.root, REGISTRY)
    return next(page.text for page in compose(corpus) if page.bronpad == path)


def test_words_that_lead_to_the_same_pages_stand_together(tmp_path: Path) -> None:
    text = text_of(planted(tmp_path), "docs/a-z.md")
    letter = text.partition("## B {#letter-b}\n\n")[2].partition("\n\n</div>")[0]
    assert [row for row in letter.splitlines() if "Veel" not in row and "Meer" not in row] == [
        "- bank: **[Geld](geld.md)**",
        "- bijbaan: **[Geld](geld.md), [Nevenwerk](bijbaan.md)**",
        "- bijklussen: **[Nevenwerk](bijbaan.md)**",
    ]
    assert "## 0-9 {#letter-0-9}\n\n- 3 banen: **[Nevenwerk](bijbaan.md)**" in text
    assert "- élan: **[Nevenwerk](bijbaan.md)**" in text.partition("{#letter-e}")[2]


def shown(page: Page) -> list[str]:
    return [heading.inner_text() for heading in page.locator(".letter > h2:visible").all()]


@pytest.mark.browser
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_on_a_phone_you_choose_a_letter_and_see_that_letter(
    open_page: OpenPage, base: str, javascript: bool
) -> None:
    page = open_page(width=390, height=420, javascript=javascript)
    page.goto(base + "a-z/")
    assert shown(page) == []
    bar = page.get_by_role("navigation", name="Kies een letter")
    bar.get_by_role("link", name="B", exact=True).click()
    assert shown(page) == ["B"]
    expect(page).to_have_url(base + "a-z/#letter-b")
    page.wait_for_function("scrollY > 0")
    heading, letters = page.locator(".letter > h2:visible").bounding_box(), bar.bounding_box()
    assert heading and letters
    assert heading["y"] >= letters["y"] + letters["height"], "the bar covers no heading"
    bar.get_by_role("link", name="Alles").click()
    assert shown(page)[:2] == ["0-9", "B"] and len(shown(page)) > 5


@pytest.mark.browser
def test_on_a_wide_screen_all_letters_are_there_at_once(open_page: OpenPage, base: str) -> None:
    page = open_page()
    page.goto(base + "a-z/")
    assert "B" in shown(page) and len(shown(page)) > 5


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_the_letters_are_large_enough_and_axe_finds_nothing(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width)
    for address in ("a-z/#letter-b", "zoeken/"):
        page.goto(base + address)
        for link in page.locator(".letters a").all():
            box = link.bounding_box()
            assert box and box["width"] >= 24 and box["height"] >= 24, link.inner_text()
        assert violations(page, "article") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_without_a_script_the_search_page_leads_to_a_letter(open_page: OpenPage, base: str) -> None:
    page = open_page(javascript=False)
    page.goto(base)
    page.get_by_role("link", name="Zoek op een woord").click()
    expect(page).to_have_url(base + "zoeken/")
    page.get_by_role("navigation", name="Kies een letter").get_by_role("link", name="B").click()
    expect(page).to_have_url(base + "a-z/#letter-b")
    expect(page.get_by_role("link", name="Nevenwerk").locator("visible=true").first).to_be_visible()


@pytest.mark.browser
def test_with_a_script_the_search_page_opens_the_search(open_page: OpenPage, base: str) -> None:
    page = open_page(width=390, height=844)
    page.goto(base + "zoeken/")
    page.get_by_role("button", name="Zoek op een woord").click()
    field = page.get_by_role("textbox", name="Zoek een woord")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
