"""What an anxious reader meets: the pages about reporting in Chromium, with contact data filled."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import (
    WIDTHS,
    Form,
    Once,
    OpenPage,
    build,
    in_every_form,
    policy_of_the_readme,
    serving,
    violations,
)
from tests.contact_hulp import ROLLEN, persoon, project, vol

pytestmark = pytest.mark.browser

PAGES = {
    "melden": "melden/",
    "weg": "melden/welke-weg/",
    "buiten": "melden/buiten-de-gemeente/",
    "na": "melden/na-je-melding/",
    "bescherming": "melden/bescherming/",
    "leidinggevende": "melden/je-krijgt-een-melding/",
    "rol": "rollen/vertrouwenspersonen/",
    "basisnorm": "regelgeving/basisnormen/meldingsregeling/",
}
LONG = "carla_van_den_heuvel-oosterhuis-van-der-meer@eenheellangdomein.voorbeeld.nl"


def with_everybody(folder: Path) -> None:
    """Build the frozen municipality with contact data for every role, long ones among them."""
    people = persoon() + persoon(naam="Carla van den Heuvel", mail=LONG)
    people += persoon(naam="Zonder uren", uren="", foto="assets/fotos/carla.png")
    root = project(folder / "bron", vol(vertrouwenspersonen=people))
    (root / "docs/assets/fotos").mkdir(parents=True)
    pixel = Path(__file__).with_name("data") / "pixel.png"
    shutil.copyfile(pixel, root / "docs/assets/fotos/carla.png")
    build(folder / "site", root)


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    return once("melden", with_everybody) / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with serving(site, policy_of_the_readme()) as address:
        yield address


@in_every_form
def test_axe_finds_nothing_and_nothing_sticks_out(
    open_page: OpenPage, base: str, form: Form
) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    for name, address in PAGES.items():
        page.goto(base + address)
        assert violations(page, form=form) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= form.width, name


def test_from_worry_to_a_person_without_javascript(open_page: OpenPage, base: str) -> None:
    page = open_page(javascript=False)
    page.goto(base + "melden/")
    article = page.locator("article")
    box = article.get_by_role("region", name="Bij wie kan ik terecht?")
    call = box.get_by_role("link", name="023 000 00 01").first
    expect(call).to_have_attribute("href", "tel:+31230000001")
    mail = box.get_by_role("link", name=LONG)
    expect(mail).to_have_attribute("href", f"mailto:{LONG}")
    article.get_by_role("link", name="Ongewenst gedrag", exact=True).click()
    expect(page).to_have_url(base + "melden/welke-weg/#ongewenst-gedrag")
    table = page.get_by_role("table", name="Ongewenst gedrag")
    row = table.get_by_role("row", name="Medewerker")
    row.get_by_role("link", name="Vertrouwenspersoon").click()
    expect(page.locator("h1")).to_contain_text("Vertrouwenspersonen")
    block = page.get_by_role("region", name="Contactgegevens: Vertrouwenspersonen")
    expect(block.get_by_role("img", name="Foto van Zonder uren")).to_be_visible()
    expect(block).not_to_contain_text("nog in te vullen")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_comparison_stays_a_table_on_a_phone(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width, height=844)
    page.goto(base + PAGES["buiten"])
    table = page.get_by_role("table", name="Alle plekken naast elkaar")
    expect(table.get_by_role("row")).to_have_count(12)  # head, two groups, nine places
    expect(table.get_by_role("columnheader", name="Wie het weet")).to_have_count(1)
    row = table.get_by_role("row", name="Huis voor Klokkenluiders")
    expect(row.get_by_role("cell")).to_have_count(4)
    label = row.get_by_role("cell").first.evaluate("e => getComputedStyle(e, '::before').content")
    assert label == ("none" if width == 1280 else '"Waarvoor"')


def test_a_card_and_a_poster_are_downloads(page: Page, base: str) -> None:
    page.goto(base + PAGES["rol"])
    with page.expect_download() as started:
        page.get_by_role("link", name="Zet Vertrouwenspersonen in je contacten (vCard)").click()
    assert started.value.suggested_filename == "vertrouwenspersonen.vcf"
    assert started.value.path().read_bytes().count(b"BEGIN:VCARD\r\n") == 3
    page.goto(base + PAGES["melden"])
    for name in ("Poster: bij wie kan ik terecht?", "Zakkaartje: bij wie kan ik terecht?"):
        answer = page.request.get(page.get_by_role("link", name=name).evaluate("a => a.href"))
        assert answer.ok
        assert answer.body().startswith(b"%PDF-")


def test_settings_stay_out_of_the_site(site: Path) -> None:
    assert not (site / "contact.yml").exists()
    assert {file.stem for file in (site / "contact").iterdir()} == set(ROLLEN)


def test_on_paper_nothing_is_cut_off(page: Page, base: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # 190 mm, an A4 between its margins
    for address in PAGES.values():
        page.goto(base + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 718
    page.goto(base + PAGES["melden"])
    expect(page.locator(".terecht").first).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()


def test_search_finds_a_colleague_by_name(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("button", name="Zoek op een woord, zoals cadeau").click()
    page.keyboard.type("heuvel")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    expect(result).to_contain_text("Vertrouwenspersonen")


@pytest.mark.inhoud
def test_inside_outside_and_the_prints_are_within_reach_on_a_phone(
    open_page: OpenPage, content_base: str
) -> None:
    page = open_page(width=390, height=844)
    page.goto(content_base + PAGES["melden"])
    top = "e => e.getBoundingClientRect().top"
    cards = page.locator(".meldkaart")
    expect(cards).to_have_count(2)
    assert cards.last.evaluate(top) <= 1.5 * 844
    for card in cards.all():
        assert "Anoniem:" in card.inner_text()
    assert page.get_by_role("link", name="Poster").evaluate(top) <= 2 * 844
    expect(cards.last.locator("a[href^='tel:']")).to_have_count(1)
