"""The poster and the wallet cards: text, code, paper, standards, and the links to them."""

from __future__ import annotations

import re
from collections.abc import Callable

import page as pdf_checker
import pytest

from macros import REGISTRY
from tests.contact_hulp import persoon, project, vol
from tests.gemeente import frozen
from tests.kaarten_hulp import pages_of, qr_texts, sizes
from wijzer.cards.compile import make_pdf
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.pages.compose import compose
from wijzer.poster.content import DRUKWERK, POSTER, ZAKKAARTJE, Druk, print_data
from wijzer.poster.files import print_files

SITE = "https://wijzer.voorbeeld.nl/"
A4 = (210.0, 297.0)
MOMENT = 1_795_000_000
EACH = pytest.mark.parametrize("druk", DRUKWERK, ids=["poster", "zakkaartje"])
Make = Callable[..., bytes]


def people(count: int) -> str:
    return "".join(
        persoon(naam=f"Collega Nummer-{n} van den Achternaam", telefoon=f"023 000 00 {n:02}")
        for n in range(1, count + 1)
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return load_corpus(project(tmp_path_factory.mktemp("vol") / "p", vol()), REGISTRY)[0]


@pytest.fixture(scope="module")
def empty() -> Corpus:
    return frozen()


def made(druk: Druk, corpus: Corpus, site: str | None = SITE) -> bytes:
    return make_pdf(druk.sjabloon, print_data(druk, corpus, site, "23 november 2026"), MOMENT)


def flat(pdf: bytes) -> str:
    """Return all text of a PDF on one line, without the marks of broken words."""
    text = " ".join(page.text for page in pages_of(pdf))
    return " ".join(re.sub(r"[\ufffe\x02]\s*", "", text).split())


@EACH
def test_one_a4_page(druk: Druk, filled: Corpus, empty: Corpus) -> None:
    assert sizes(made(druk, filled)) == [A4]
    assert sizes(made(druk, empty)) == [A4]


@EACH
@pytest.mark.parametrize("count", [1, 3, 8])
def test_more_people_still_fit_on_one_page(
    druk: Druk, count: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = project(tmp_path_factory.mktemp("veel") / "p", vol(vertrouwenspersonen=people(count)))
    pdf = made(druk, load_corpus(root)[0])
    assert sizes(pdf) == [A4]
    shown = re.findall(r"Collega Nummer-(\d) ", flat(pdf))
    copies = 1 if druk is POSTER else 10
    at_most = count if druk is POSTER else min(count, 3)
    assert len(shown) == copies * at_most
    assert ("Meer namen: zie de site." in flat(pdf)) == (druk is ZAKKAARTJE and count > 3)


@EACH
def test_the_data_stand_on_it(druk: Druk, filled: Corpus) -> None:
    text = flat(made(druk, filled))
    for part in ("Zit je ergens mee?", "Vertrouwenspersonen", "Meldpunt Integriteit", "112"):
        assert part in text
    assert "Team vertrouwenspersonen" in text
    assert "023 000 00 01" in text
    assert "anna_de_vries@voorbeeld.nl" in text.replace("- ", "-")
    assert "nog in te vullen" not in text


@EACH
def test_what_is_empty_says_so(druk: Druk, empty: Corpus) -> None:
    text = flat(made(druk, empty))
    copies = 1 if druk is POSTER else 10
    gap = "Naam, telefoon en e-mail: nog in te vullen door de gemeente"
    assert text.count(gap) == 2 * copies


@EACH
def test_the_code_leads_to_the_page_about_reporting(druk: Druk, empty: Corpus) -> None:
    found = qr_texts(made(druk, empty), dpi=300)[1]
    assert set(found) == {f"{SITE}melden/"}
    assert len(found) == (1 if druk is POSTER else 10)


@EACH
def test_without_an_address_there_is_no_code(druk: Druk, empty: Corpus) -> None:
    pdf = made(druk, empty, site=None)
    assert qr_texts(pdf) == {1: []}
    if druk is POSTER:
        assert "Het adres van de site: nog in te vullen door de gemeente." in flat(pdf)


@EACH
def test_the_file_keeps_and_reads_aloud(druk: Druk, filled: Corpus) -> None:
    pdf = made(druk, filled)
    for profile in ("ua1", "pdfa2a"):
        report = pdf_checker.validate_pdf_bytes(pdf, profile=profile)
        assert [failure.rule_id for failure in report.failures] == []


@EACH
def test_equal_data_give_equal_bytes(druk: Druk, filled: Corpus) -> None:
    assert made(druk, filled) == made(druk, filled)


@EACH
def test_an_emoji_in_a_name_does_not_stop_the_press(
    druk: Druk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = vol(meldpunt_integriteit=persoon(naam="Meldpunt 🦉 Haarlem"))
    corpus = load_corpus(project(tmp_path_factory.mktemp("uil") / "p", text))[0]
    assert "Meldpunt Haarlem" in flat(made(druk, corpus))


def test_pages_link_to_the_files_with_their_size(filled: Corpus) -> None:
    files = tuple(print_files(filled))
    assert [file.pad for file in files] == [druk.bestand for druk in DRUKWERK]
    texts = {page.bronpad: page.text for page in compose(filled.with_files(files))}
    for path in ("docs/melden.md", "docs/rollen.md"):
        for druk, file in zip(DRUKWERK, files, strict=True):
            size = f"{round(len(file.inhoud) / 1000)} kB"
            link = f"[{druk.titel}]({druk.bestand}) (pdf, {druk.formaat}, {size})"
            assert link in texts[path]


def test_a_site_without_the_page_has_no_poster(boom: Callable[..., object]) -> None:
    corpus = load_corpus(boom().root)[0]  # type: ignore[attr-defined]
    assert list(print_files(corpus)) == []
