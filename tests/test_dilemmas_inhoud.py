"""The forty-eight dilemmas: their spread over the work, and the shape of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from wijzer.corpus.corpus import load_corpus
from wijzer.load.markdown.words import plain
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE
from wijzer.model.pages import Dilemma
from wijzer.model.vocabulary import Doelgroep, Thema

ROOT = Path(__file__).resolve().parent.parent
GRAPH = load_corpus(ROOT)[0].graph
DILEMMAS = GRAPH.of_kind(DILEMMA)
QUESTION_WORDS = ("Mag", "Moet", "Wil", "Durf", "Durft", "Kan")


def model(document: Document) -> Dilemma:
    assert isinstance(document.model, Dilemma)
    return document.model


def text_of(document: Document, heading: str) -> str:
    return document.body.sections[heading][1]


def items(text: str) -> list[str]:
    return re.findall(r"^(?:[-*]|\d+\.) +(\S.*)$", text, flags=re.MULTILINE)


def too_few(found: Iterable[str], wanted: Iterable[str], least: int) -> dict[str, int]:
    """Return the words of ``wanted`` that occur fewer than ``least`` times."""
    counts = Counter(found)
    return {word: counts[word] for word in wanted if counts[word] < least}


def test_there_are_forty_eight_with_the_numbers_1_to_48() -> None:
    assert sorted(model(d).nummer for d in DILEMMAS) == list(range(1, 49))


def test_each_kernwaarde_is_at_stake_in_fourteen() -> None:
    found = [value for d in DILEMMAS for value in model(d).kernwaarden]
    assert too_few(found, [d.id for d in GRAPH.of_kind(KERNWAARDE)], 14) == {}


def test_each_basisnorm_has_three() -> None:
    found = [norm for d in DILEMMAS for norm in model(d).basisnormen]
    assert too_few(found, [d.id for d in GRAPH.of_kind(BASISNORM)], 3) == {}


def test_each_thema_has_two() -> None:
    assert too_few([model(d).thema for d in DILEMMAS], list(Thema), 2) == {}


def test_leaders_hired_staff_and_administrators_have_six_each() -> None:
    found = [group for d in DILEMMAS for group in model(d).doelgroep]
    wanted = [Doelgroep.LEIDINGGEVENDE, Doelgroep.INHUUR, Doelgroep.BESTUURDER]
    assert too_few(found, wanted, 6) == {}


@pytest.mark.parametrize("dilemma", DILEMMAS, ids=lambda d: d.id)
class TestEachDilemma:
    def test_the_situation_has_60_to_110_words(self, dilemma: Document) -> None:
        assert 60 <= len(plain(text_of(dilemma, "Situatie")).split()) <= 110

    def test_the_question_is_open_and_short(self, dilemma: Document) -> None:
        question = plain(text_of(dilemma, "De vraag"))
        assert question.split()[0] in QUESTION_WORDS
        assert question.endswith("?")
        assert question.count("?") == 1
        assert "," not in question
        assert "\n" not in question
        assert len(question.split()) <= 15

    def test_there_are_three_or_four_questions_to_discuss(self, dilemma: Document) -> None:
        questions = items(text_of(dilemma, "Bespreek met elkaar"))
        assert 3 <= len(questions) <= 4
        assert [q for q in questions if not plain(q).endswith("?")] == []

    def test_there_are_two_or_three_twists(self, dilemma: Document) -> None:
        twists = items(text_of(dilemma, "En als …"))
        assert 2 <= len(twists) <= 3
        assert [t for t in twists if not plain(t).endswith("?")] == []

    def test_the_leader_gets_notes_and_the_reader_a_rule(self, dilemma: Document) -> None:
        assert len(items(text_of(dilemma, "Voor de begeleider"))) >= 3
        assert re.search(r"\{\{ (verwijs|artikel)\(", text_of(dilemma, "Wat de regels zeggen"))
