"""Every question from outside, put to the real worker with the index of the frozen municipality."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.gemeente import frozen
from tests.zoekvragen import addresses_of, rank_of, read_questions
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.corpus.geldigheid import successors, vroeger

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return without_drafts(frozen())


@pytest.fixture(scope="module")
def page(site: Path, browser: Browser) -> Iterator[Page]:
    (worker,) = site.glob("assets/javascripts/workers/zoeken.*.js")
    index = json.loads((site / "search" / "zoekindex.json").read_text("utf-8"))
    page = browser.new_page()
    page.add_script_tag(path=worker)
    page.evaluate("index => { Zoeken.answer({ type: 0, data: index }) }", index)
    yield page
    page.close()


def ask(page: Page, question: str) -> dict[str, Any]:
    script = "question => Zoeken.answer({ type: 2, data: question }).data"
    answer: dict[str, Any] = page.evaluate(script, question)
    return answer


def test_the_right_page_is_among_the_first(page: Page, corpus: Corpus) -> None:
    questions = read_questions(corpus)
    ranks = {q.vraag: rank_of(q, addresses_of(ask(page, q.vraag))) for q in questions}
    first = sum(rank == 1 for rank in ranks.values())
    first_three = sum(1 <= rank <= 3 for rank in ranks.values())
    missed = {question: rank for question, rank in ranks.items() if rank != 1}
    assert len(ranks) == 56
    assert first_three >= 0.95 * len(ranks), missed
    assert first >= 0.85 * len(ranks), missed


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("artikel 8", "regelgeving/wetten/ambtenarenwet-2017/"),
        ("art. 170 gemeentewet", "regelgeving/wetten/gemeentewet/"),
        ("basisnorm 9", "regelgeving/basisnormen/relatiegeschenken/"),
        ("BWBR0001947", "regelgeving/wetten/ambtenarenwet-2017/"),
        ("CVDR696775", "regelgeving/haarlem/meldprocedure-2023/"),
        ("kernwaarde 3", "kernwaarden/onafhankelijkheid/"),
        ("kaart 28", "dilemmas/iedereen-lacht-mee/"),
        ("28", "dilemmas/iedereen-lacht-mee/"),
    ],
)
def test_numbers_lead_to_their_page(page: Page, question: str, first: str) -> None:
    assert addresses_of(ask(page, question))[0] == first


def test_what_applies_now_stands_above_what_it_replaced(page: Page, corpus: Corpus) -> None:
    replaced = [d for d in corpus.all_documents if vroeger(d, corpus.graph)]
    assert len(replaced) >= 5
    for document in replaced:
        found = addresses_of(ask(page, document.titel))
        assert document.address in found
        for after in successors(document, corpus.graph):
            assert found.index(after.address) < found.index(document.address), document.titel


def all_addresses(page: Page, questions: list[str]) -> list[list[str]]:
    """Return the addresses found for many questions at once."""
    script = """questions => questions.map((data) =>
        Zoeken.answer({ type: 2, data }).data.items.map((item) => item[0].location))"""
    found: list[list[str]] = page.evaluate(script, questions)
    return found


def test_every_page_is_found_by_its_title(page: Page, corpus: Corpus) -> None:
    pages = corpus.all_documents
    found = all_addresses(page, [document.titel for document in pages])
    missed = [d.titel for d, f in zip(pages, found, strict=True) if d.address not in f[:3]]
    assert missed == []


def test_every_zoekwoord_finds_its_page(page: Page, corpus: Corpus) -> None:
    words = [(w, d.address) for d in corpus.all_documents for w in d.model.zoekwoorden][::3]
    found = all_addresses(page, [word for word, _ in words])
    missed = [(w, a) for (w, a), f in zip(words, found, strict=True) if a not in f[:10]]
    assert len(missed) <= 0.02 * len(words), missed


@pytest.mark.parametrize("question", ["gepest", "aangerand", "omkoping", "ik word bedreigd"])
def test_something_bad_shows_whom_to_turn_to(page: Page, question: str) -> None:
    help = ask(page, question)["help"]
    assert help["alarm"]
    assert help["links"][0]["location"] == "rollen/vertrouwenspersonen/"
