"""What an employee meets: the built site in Chromium."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import ROOT, WIDTHS, build, chromium, serving, violations

pytestmark = pytest.mark.browser

ONE_OF_EACH = {
    "start": "",
    "kernwaarde": "kernwaarden/zorgvuldigheid/",
    "basisnorm": "regelgeving/basisnormen/relatiegeschenken/",
    "wet": "regelgeving/wetten/ambtenarenwet-2017/",
    "vervangen regel": "regelgeving/haarlem/regeling-integriteitsmeldingen/",
    "dilemma": "dilemmas/onder-vier-ogen-verteld/",
    "rol": "rollen/vertrouwenspersonen/",
    "pijler": "pijlers/leren/",
    "kernwaarden": "kernwaarden/",
    "regels": "regelgeving/",
    "dilemma's": "dilemmas/",
    "matrix": "matrix/",
    "begrippen": "begrippen/",
    "a-z": "a-z/",
    "melden": "melden/",
    "404": "404.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_from_home_to_the_official_text_and_back(page: Page, base: str) -> None:
    page.goto(base)
    article = page.locator("article")
    article.get_by_role("link", name="Onafhankelijkheid").click()
    expect(page).to_have_title("Onafhankelijkheid - Integriteitswijzer")
    article.get_by_role("link", name="Relatiegeschenken en uitnodigingen").click()
    article.locator(".verwant").get_by_role("link", name="Ambtenarenwet 2017").first.click()
    source = article.locator(".feiten a", has_text="Lees Ambtenarenwet 2017")
    expect(source).to_have_attribute("href", "https://wetten.overheid.nl/BWBR0001947")
    related = article.locator(".verwant")
    related.get_by_text(re.compile("Toon alle .*basisnormen")).click()
    related.get_by_role("link", name="Relatiegeschenken en uitnodigingen").first.click()
    related.get_by_role("link", name="Onafhankelijkheid").click()
    expect(page.locator("h1")).to_contain_text("Onafhankelijkheid")


def test_an_old_name_leads_to_what_applies_now(page: Page, base: str) -> None:
    page.goto(base + ONE_OF_EACH["vervangen regel"])
    notice = page.locator(".admonition")
    expect(notice).to_contain_text("Deze regel geldt niet meer")
    notice.get_by_role("link").click()
    expect(page).to_have_url(base + "regelgeving/haarlem/meldprocedure-2023/")


def test_search_finds_a_page(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("button", name="Zoek op een woord, zoals cadeau").click()
    page.keyboard.type("vertrouwenspersoon")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    result.click()
    expect(page.locator("h1")).to_contain_text("ertrouwensperso")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_axe_finds_nothing(browser: Browser, base: str, kind: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(base + ONE_OF_EACH[kind])
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_no_page_is_wider_than_a_phone(browser: Browser, base: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(base + ONE_OF_EACH[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_nothing_is_asked_of_another_host_and_nothing_is_kept(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    for address in ONE_OF_EACH.values():
        page.goto(base + address, wait_until="networkidle")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert hosts == {"127.0.0.1"}
    assert context.cookies() == []
    context.close()


def test_no_page_holds_a_script_or_style_of_its_own(site: Path) -> None:
    """A strict Content-Security-Policy (script-src and style-src 'self') refuses nothing."""
    inline = re.compile(
        r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>|\son\w+=\"|<style|\sstyle=\""
    )
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    assert {str(page): inline.findall(page.read_text("utf-8")) for page in pages} == {
        str(page): [] for page in pages
    }


def test_the_policy_of_the_readme_refuses_nothing(page: Page, site: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    policy = re.search(r"^Content-Security-Policy: (.+)$", readme, re.MULTILINE)
    assert policy and "unsafe" not in policy[1]
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if "Security Policy" in m.text else None)
    more = ("workshop/", "wegwijzers/wegwijzer-ongewenst-gedrag/", "melden/welke-weg/", "kaarten/")
    with serving(site, policy[1]) as address:
        for path in (*ONE_OF_EACH.values(), *more):
            page.goto(address + path, wait_until="networkidle")
        page.goto(address)
        page.get_by_role("button", name="Zoek op een woord, zoals cadeau").click()
        page.keyboard.type("kerstpakket")
        page.locator(".md-search-result__item").first.wait_for()
    assert refused == []


def test_the_site_works_in_a_folder(page: Page, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "intranet" / "wijzer")
    with serving(tmp_path) as root:
        failed: list[str] = []
        page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
        page.goto(f"{root}intranet/wijzer/")
        page.locator("article").get_by_role("link", name="Zorgvuldigheid").click()
        expect(page).to_have_url(f"{root}intranet/wijzer/kernwaarden/zorgvuldigheid/")
        assert failed == []


def test_the_site_works_from_disk(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("article").get_by_role("link", name="Zorgvuldigheid").click()
    expect(page.locator("h1")).to_contain_text("Zorgvuldigheid")


def test_the_skip_link_moves_the_focus(page: Page, base: str) -> None:
    page.goto(base + ONE_OF_EACH["basisnorm"])
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_focused()


def test_without_javascript_every_rule_and_dilemma_is_listed(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "regelgeving/")
    assert page.locator("ul.regels > li:visible").count() == page.locator("ul.regels > li").count()
    assert page.locator("ul.regels > li").count() >= 30
    page.goto(base + "dilemmas/")
    assert page.locator("ul.kaarten > li:visible").count() >= 16
    context.close()


def test_filters_combine_and_stand_in_the_address(page: Page, base: str) -> None:
    page.goto(base + "regelgeving/")
    page.get_by_label("Soort").select_option("Gedragscode")
    page.get_by_label("Status").select_option("Vervangen, geldt niet meer")
    expect(page.locator("article").get_by_role("status")).to_contain_text("1 van ")
    shown = page.locator("ul.regels > li:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Gedragscode collegeleden")
    page.reload()
    expect(page.locator("ul.regels > li:visible")).to_have_count(1)


def test_edit_opens_the_true_source(tmp_path: Path) -> None:
    site = build(tmp_path / "site", WIJZER_REPO="https://git.example/wijzer")
    for address, source in (
        ("kernwaarden/zorgvuldigheid/", "kernwaarden/zorgvuldigheid.md"),
        ("melden/", "docs/melden.md"),
    ):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        assert f'href="https://git.example/wijzer/edit/main/{source}"' in html
