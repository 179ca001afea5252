"""The cards on the built site: every PDF is there and linked, every short address leads on."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.boom import DAG, pagina, tekst
from tests.browser import Once, build
from tests.gemeente import frozen
from tests.kaarten_hulp import SITE, qr_texts, sizes
from wijzer.app.plain_tree import write_tree
from wijzer.app.site import load_site
from wijzer.cards.downloads import Download
from wijzer.cards.form import CARD_FORMS, Vorm
from wijzer.model.kinds import DILEMMA

KAARTEN = pagina("{{ kaartsets() }}\n", titel="Kaarten")


class Links(HTMLParser):
    """All links of a page: address and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append((href, ""))
            self._href = href

    def handle_endtag(self, tag):
        if tag == "a":
            self._href = None

    def handle_data(self, data):
        if self._href:
            href, text = self.found[-1]
            self.found[-1] = (href, text + data)


@pytest.fixture(scope="module")
def site(once: Once, gemeente: Path) -> Path:
    wanted = {"WIJZER_ADRES": SITE, "WIJZER_KAARTEN": "ja"}
    return once("kaarten", lambda folder: build(folder, gemeente, **wanted))


@pytest.fixture
def cards_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIJZER_KAARTEN", "ja")


def pdf_links(site: Path) -> dict[str, str]:
    html = (site / "kaarten/index.html").read_text(encoding="utf-8")
    return {href: text for href, text in Links(html).found if href.endswith(".pdf")}


def test_every_pdf_is_linked_and_every_link_has_its_pdf(site):
    files = {file.name for file in (site / "kaarten").glob("*.pdf")}
    assert {href.rpartition("/")[2] for href in pdf_links(site)} == files
    for vorm in CARD_FORMS:
        assert f"alle-{vorm.value}.pdf" in files
        assert f"kernwaarde-zorgvuldigheid-{vorm.value}.pdf" in files
        assert f"thema-geschenken-{vorm.value}.pdf" in files
    assert {"alle-begeleider.pdf", "alle-deelnemers.pdf"} <= files


def test_every_link_tells_pages_and_size_and_no_two_sound_the_same(site):
    links = pdf_links(site)
    assert len(set(links.values())) == len(links)
    for href, text in links.items():
        data = (site / "kaarten" / href).resolve().read_bytes()
        told = re.search(r"\(PDF, (\d+) bladzijden?, ([\d,]+) (kB|MB)\)$", text)
        assert told, text
        assert int(told[1]) == len(sizes(data))
        size = float(told[2].replace(",", ".")) * {"kB": 1e3, "MB": 1e6}[told[3]]
        assert size == pytest.approx(len(data), rel=0.06)


def test_the_address_of_every_qr_code_exists_in_the_site(site):
    codes = qr_texts((site / "kaarten/alle-a6x4.pdf").read_bytes())
    addresses = [text for texts in codes.values() for text in texts]
    assert len(addresses) == len(frozen().graph.of_kind(DILEMMA))
    for address in addresses:
        path = address.removeprefix(SITE)
        html = (site / path / "index.html").read_text(encoding="utf-8")
        (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        page = (site / path / target / "index.html").resolve()
        assert page.is_file()
        assert [href for href, _ in Links(html).found] == [target]


def pdfs(site):
    return [file.pad for file in site.bestanden if file.pad.endswith(".pdf")]


def test_the_preview_has_no_pdf_and_says_so(cards_wanted, boom):
    site = load_site(boom({"docs/kaarten.md": KAARTEN}).root, drafts=True)
    assert pdfs(site) == []
    page = next(page for page in site.pages if page.pad == "kaarten.md")
    assert "In dit voorbeeld staan geen PDF's" in page.inhoud


def test_the_plain_tree_has_the_files_too(cards_wanted, boom, tmp_path):
    site = load_site(boom({"docs/kaarten.md": KAARTEN}).root)
    write_tree(site, tmp_path / "boom")
    for file in site.bestanden:
        assert (tmp_path / "boom/docs" / file.pad).read_bytes() == file.inhoud
    assert len(pdfs(site)) == 4 * len(CARD_FORMS) + 2


def test_without_dilemmas_there_are_no_decks(cards_wanted, boom):
    site = load_site(boom({"dilemmas/fles-wijn.md": None, "dilemmas/.gitkeep": ""}).root)
    assert site.errors == []
    assert pdfs(site) == []


def test_a_build_can_leave_the_cards_out(boom, monkeypatch):
    monkeypatch.setenv("WIJZER_KAARTEN", "nee")
    assert pdfs(load_site(boom().root)) == []


@pytest.mark.parametrize(
    ("count", "told"), [(0, "1 kB"), (1499, "1 kB"), (999_400, "999 kB"), (1_250_000, "1,2 MB")]
)
def test_the_size_as_readers_see_it(count, told):
    file = Download("a.pdf", bytes(count), "alle", "Alle", Vorm.A6, 1, 4)
    assert file.grootte == told


def test_a_page_on_the_address_of_a_card_is_refused(boom):
    project = boom({"docs/d/1.md": pagina(), "docs/oud.md": pagina(oude_paden=["d/1"])})
    assert project.meldingen(DAG) == tekst(
        """
        docs/d/1.md:1: het adres `/d/1/` staat op de kaart van dilemmas/fles-wijn.md
            Hernoem of verplaats het bestand.
        docs/oud.md:8: het oude adres `d/1` is het adres van dilemmas/fles-wijn.md
            Haal het adres weg; die pagina bestaat nog.
        """
    )
