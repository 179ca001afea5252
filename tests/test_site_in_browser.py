"""What an employee meets: the built site in Chromium, with the pages of today."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bouw_hulp import small_project
from tests.browser import (
    Form,
    OpenPage,
    build,
    in_every_form,
    policy_of_the_readme,
    serving,
    violations,
)
from tests.gemeente import content, frozen
from wijzer.corpus.geldigheid import vervangen_door
from wijzer.model.kinds import DILEMMA, REGELING, SOORTEN, Soort

pytestmark = pytest.mark.browser

HUBS = "kernwaarden regelgeving dilemmas matrix begrippen a-z melden workshop kaarten".split()


def _one_of_each() -> Iterator[tuple[str, str]]:
    """Yield a name and an address for every kind of page, as the content is today."""
    yield from {"start": "", "404": "404.html"}.items()
    yield from ((name, f"{name}/") for name in HUBS)
    graph = content().graph
    for soort in SOORTEN:
        yield from ((f"een {soort.naam}", d.address) for d in graph.of_kind(soort)[:1])
    replaced = [d for d in graph.of_kind(REGELING) if vervangen_door(d.model)]
    yield from (("vervangen regel", d.address) for d in replaced[:1])


ONE_OF_EACH = dict(_one_of_each())


def test_from_home_to_the_official_text_and_back(page: Page, base: str) -> None:
    page.goto(base)
    article = page.locator("article")
    article.get_by_role("link", name="Onafhankelijkheid").click()
    expect(page).to_have_title("Onafhankelijkheid - Integriteitswijzer")
    article.locator(".verwant").get_by_text(re.compile("Toon nog .*: basisnormen")).click()
    article.get_by_role("link", name="Relatiegeschenken en uitnodigingen").click()
    article.locator(".verwant").get_by_role("link", name="Ambtenarenwet 2017").first.click()
    article.get_by_text("Over deze pagina").click()
    source = article.locator(".feiten a", has_text="Lees Ambtenarenwet 2017")
    expect(source).to_be_visible()
    expect(source).to_have_attribute("href", "https://wetten.overheid.nl/BWBR0001947")
    related = article.locator(".verwant")
    related.get_by_text(re.compile("Toon nog .*: basisnormen")).click()
    related.get_by_role("link", name="Relatiegeschenken en uitnodigingen").first.click()
    related.get_by_role("link", name="Onafhankelijkheid").click()
    expect(page.locator("h1")).to_contain_text("Onafhankelijkheid")


def test_an_old_name_leads_to_what_applies_now(page: Page, base: str) -> None:
    page.goto(base + "regelgeving/haarlem/regeling-integriteitsmeldingen/")
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


@pytest.mark.inhoud
@in_every_form
@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_axe_finds_nothing_and_nothing_sticks_out(
    open_page: OpenPage, content_base: str, kind: str, form: Form
) -> None:
    """Nothing is asked of another host, and nothing is kept.

    The policy of the README is in force too: what it refuses fails the test (``watched``).
    """
    page = open_page(width=form.width, scheme=form.scheme)
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    page.goto(content_base + ONE_OF_EACH[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= form.width
    shorten(page)
    assert violations(page, form=form) == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert hosts == {"127.0.0.1"}
    assert page.context.cookies() == []


def shorten(page: Page) -> None:
    """Leave ten items in every list: axe needs seconds for hundreds that are made alike."""
    rest = "article :is(ul, ol) > li:nth-of-type(n + 11), article dl > :nth-of-type(n + 21)"
    page.evaluate("query => document.querySelectorAll(query).forEach((e) => e.remove())", rest)


@pytest.mark.inhoud
def test_no_page_holds_a_script_or_style_of_its_own(content_site: Path) -> None:
    """A strict Content-Security-Policy (script-src and style-src 'self') refuses nothing."""
    inline = re.compile(
        r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>|\son\w+=\"|<style|\sstyle=\""
    )
    pages = list(content_site.rglob("*.html"))
    assert len(pages) > len(ONE_OF_EACH)
    assert {str(page): inline.findall(page.read_text("utf-8")) for page in pages} == {
        str(page): [] for page in pages
    }


def test_the_policy_of_the_readme_is_strict_and_in_force(browser: Browser, base: str) -> None:
    assert "unsafe" not in policy_of_the_readme()
    page = browser.new_page()
    page.goto(base)
    refused = page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.inline = true";
        const told = new Promise((tell) => addEventListener(
            "securitypolicyviolation", (event) => tell(event.effectiveDirective)));
        document.head.append(script);
        return told;
    }""")
    assert refused == "script-src-elem"
    assert page.evaluate("window.inline") is None
    page.close()


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
    page.goto(base + "regelgeving/basisnormen/relatiegeschenken/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_focused()


@pytest.mark.parametrize(
    ("hub", "items", "soort"),
    [("regelgeving/", "ul.regels > li", REGELING), ("dilemmas/", "ul.kaarten > li", DILEMMA)],
)
def test_without_javascript_every_rule_and_dilemma_is_listed(
    open_page: OpenPage, base: str, hub: str, items: str, soort: Soort
) -> None:
    page = open_page(javascript=False)
    page.goto(base + hub)
    expect(page.locator(f"{items}:visible")).to_have_count(len(frozen().graph.of_kind(soort)))


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
    root = small_project(tmp_path / "project").root
    site = build(tmp_path / "site", root, WIJZER_REPO="https://git.example/wijzer")
    for address, source in (
        ("kernwaarden/zorgvuldigheid/", "kernwaarden/zorgvuldigheid.md"),
        ("melden/", "docs/melden.md"),
    ):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        assert f'href="https://git.example/wijzer/edit/main/{source}"' in html
