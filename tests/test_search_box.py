"""The search box of the built site in Chromium: found, read aloud, walked through with the keys."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Form, OpenPage, in_every_form, serving, violations
from tests.gemeente import frozen
from tests.zoekbox import ask, found
from tests.zoekvragen import Zoekvraag, rank_of, read_questions
from wijzer.corpus.corpus import without_drafts

pytestmark = pytest.mark.browser


def sample() -> list[Zoekvraag]:
    """Twenty questions, spread over the list."""
    questions = read_questions(without_drafts(frozen()))
    return questions[:: len(questions) // 20][:20]


def in_first_three(page: Page, top: str) -> list[str]:
    return [q.vraag for q in sample() if not _finds(page, q, top)]


def _finds(page: Page, question: Zoekvraag, top: str) -> bool:
    ask(page, question.vraag)
    return 1 <= rank_of(question, found(page, top)) <= 3


def test_twenty_questions_under_a_strict_policy(page: Page, base: str) -> None:
    page.goto(base)
    assert len(sample()) == 20
    assert len(in_first_three(page, base)) <= 1


def test_twenty_questions_from_disk(open_page: OpenPage, site: Path) -> None:
    page = open_page()
    requests: set[str] = set()
    page.on("request", lambda request: requests.add(urlsplit(request.url).scheme))
    page.goto((site / "index.html").as_uri())
    assert len(in_first_three(page, site.as_uri() + "/")) <= 1
    ask(page, "kerstpakket")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("h1")).to_contain_text("Relatiegeschenken")
    ask(page, "gepest")
    page.locator(".zoekhulp").get_by_role("link", name="Vertrouwenspersonen").click()
    expect(page.locator("h1")).to_contain_text("Vertrouwenspersonen")
    assert requests <= {"file", "data"}


def test_in_a_folder_from_a_deep_page(page: Page, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "intranet" / "wijzer")
    with serving(tmp_path) as root:
        top = f"{root}intranet/wijzer/"
        page.goto(f"{top}kernwaarden/zorgvuldigheid/")
        ask(page, "bijbaan")
        assert found(page, top)[0] == "regelgeving/basisnormen/nevenwerkzaamheden/"
        ask(page, "gepest")
        page.locator(".zoekhulp").get_by_role("link", name="Melden").click()
        expect(page).to_have_url(f"{top}melden/")
        page.wait_for_load_state("networkidle")  # before the server goes away


def test_with_instant_navigation(open_page: OpenPage, site: Path, tmp_path: Path) -> None:
    """Somebody may switch it on: the theme then reads this setting in every page."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with serving(folder) as base:
        for page_file in folder.rglob("*.html"):
            text = page_file.read_text("utf-8")
            page_file.write_text(
                text.replace('"features": [', '"features": ["navigation.instant", '), "utf-8"
            )
        sitemap = folder / "sitemap.xml"
        sitemap.write_text(sitemap.read_text("utf-8").replace("http://localhost:8000/", base))
        page = open_page()
        page.goto(base)
        page.evaluate("window.still = true")
        ask(page, "bijbaan")
        page.locator(".md-search-result__link").first.click()
        expect(page.locator("article h1#nevenwerkzaamheden")).to_be_visible()
        expect(page.locator(".md-search__output")).to_be_hidden()
        # The theme closes the box once more when the page has been put in its place.
        page.evaluate("new Promise((later) => setTimeout(later, 500))")
        ask(page, "gepest")
        expect(page.locator(".zoekhulp")).to_contain_text("Je staat er niet alleen voor.")
        assert page.evaluate("window.still"), "de pagina is opnieuw geladen"


def test_the_index_comes_at_the_first_focus_and_not_before(page: Page, base: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(base)))
    page.goto(base, wait_until="networkidle")
    assert "search/zoekindex.json" not in fetched
    with page.expect_response(f"{base}search/zoekindex.json"):
        page.get_by_role("button", name="Zoek op een woord, zoals cadeau").click()
    ask(page, "bijbaan")
    expect(page.locator(".md-search-result__link").first).to_contain_text("Nevenwerkzaamheden")
    assert fetched.count("search/zoekindex.json") == 1


def test_without_a_connection_search_says_so_and_tries_again(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    index = folder / "search/zoekindex.json"
    index.rename(folder / "weg.json")
    page = browser.new_page()
    with serving(folder) as address:
        page.goto(address)
        ask(page, "bijbaan")
        told = "Zoeken lukt nu niet. Kijk of je verbinding hebt, of gebruik het menu."
        expect(page.locator(".zoekhulp")).to_have_text(told)
        expect(page.locator(".zoekmelding")).to_have_text(told)
        (folder / "weg.json").rename(index)
        ask(page, "bijbaantje")
        expect(page.locator(".md-search-result__link").first).to_contain_text("Nevenwerkzaamheden")
        page.close()


def test_a_link_with_a_question_opens_the_answer(page: Page, base: str) -> None:
    page.goto(f"{base}melden/?q=dienstauto")
    page.locator(".md-search-result__item").first.wait_for()
    assert "regelgeving/haarlem/bedrijfshulpmiddelen/" in found(page, base)[:3]


def test_arrows_and_enter_open_a_result(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "bijbaan")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Nevenwerkzaamheden")


def test_enter_opens_the_best_result(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "kerstpakket")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Relatiegeschenken")


def test_the_rest_of_a_word_is_suggested(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "vertrouwensp")
    expect(page.locator("[data-md-component=search-suggest]")).to_contain_text("vertrouwenspers")


def test_a_result_tells_its_kind_and_why(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "kerstpakket")
    result = page.locator(".md-search-result__item").first
    expect(result.locator("h1")).to_have_text("Relatiegeschenken en uitnodigingen Basisnorm 9")
    expect(result).to_contain_text("Zoekwoord: kerstpakket van leverancier.")
    expect(result.locator("mark").first).to_have_text("kerstpakket")


def test_results_are_read_aloud(page: Page, base: str) -> None:
    page.goto(base)
    status = page.locator(".zoekmelding[role=status]")
    expect(status).to_have_text("")
    ask(page, "kerstpakket")
    expect(status).to_contain_text("De eerste is: Relatiegeschenken en uitnodigingen Basisnorm 9.")
    ask(page, "qqqqxx")
    expect(status).to_have_text("Niets gevonden. Boven de resultaten staat bij wie je terechtkunt.")


def test_something_bad_shows_whom_to_turn_to_first(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "ik word bedreigd")
    help = page.locator(".zoekhulp")
    expect(help).to_contain_text("Je staat er niet alleen voor.")
    expect(help).to_contain_text("Is er nu gevaar? Bel 112.")
    expect(help.get_by_role("link").first).to_have_text("Vertrouwenspersonen")
    ask(page, "kerstpakket")
    expect(help).to_be_hidden()


def test_nothing_found_shows_whom_to_ask(page: Page, base: str) -> None:
    page.goto(base)
    ask(page, "qqqqxx")
    help = page.locator(".zoekhulp")
    expect(help).to_contain_text("Hier is niets over gevonden.")
    expect(help.get_by_role("link")).to_have_text(["Vertrouwenspersonen", "Afdeling HRM"])


def test_the_dialog_has_a_name(page: Page, base: str) -> None:
    page.goto(base)
    expect(page.get_by_role("dialog", name="Zoeken in de Integriteitswijzer")).to_be_attached()


def test_tab_walks_through_the_dialog_and_escape_leaves_it(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".md-header a[href]").first.focus()
    ask(page, "gepest")
    dialog = page.locator("[data-md-component=search]")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("body")).not_to_be_focused()


def test_tab_passes_an_empty_search_box(page: Page, base: str) -> None:
    page.goto(base)
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("body")).not_to_be_focused()


@in_every_form
def test_axe_finds_nothing(open_page: OpenPage, base: str, form: Form) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    page.goto(base)
    for question in ("kerstpakket", "gepest", "qqqqxx", "huis"):
        page.goto(f"{base}?q={question}")
        page.locator(".md-search-result__item, .zoekhulp:visible").first.wait_for()
        assert violations(page, ".md-search", form) == [], question
