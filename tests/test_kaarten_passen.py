"""The text of a card fits, or the check says which card, which side and how many millimetres."""

from __future__ import annotations

import json

import pytest

from macros import REGISTRY
from tests.boom import dilemma, tekst
from tests.kaarten_hulp import (
    BESPREEK,
    EDITION,
    EN_ALS,
    REGELS,
    SITUATIE,
    VRAAG,
    body,
    real_cards,
    real_store,
)
from wijzer.base.store import Store
from wijzer.cards import fit as fit_module
from wijzer.cards.card import make_card
from wijzer.cards.deck import select
from wijzer.cards.estimate import surely_fits
from wijzer.cards.fit import fit_cards, smallest_only
from wijzer.cards.form import A5, A6, FACES, Vorm
from wijzer.cards.overflow import BACK_HEADINGS, BACK_ROOM, FRONT_HEADINGS, FRONT_ROOM
from wijzer.cards.printing import Press, TooLongError
from wijzer.corpus.corpus import load_corpus

FLES = "dilemmas/fles-wijn.md"
ZIN = "Een inwoner geeft je een fles wijn en je weet niet wat je moet doen. "


def card_of(project):
    corpus, _ = load_corpus(project.root, REGISTRY)
    return make_card(corpus.graph.documents["fles-wijn"], corpus, None)


def fits_of(project, faces=FACES):
    return fit_cards([card_of(project)], Store(project.root / ".cache"), faces)


def test_all_real_cards_fit_on_both_sides():
    found = fit_cards(real_cards(), real_store())
    assert len(found) == len(real_cards()) * 2 * len(FACES)
    assert [fit for fit in found if not fit.fits] == []
    assert all(9 <= fit.punten <= (12.5 if fit.vlak == "a6" else 17) for fit in found)


def test_a_front_that_is_too_long_fails_with_its_millimetres(boom):
    project = boom({FLES: dilemma(body(Situatie=ZIN * 36))})
    assert project.fouten() == tekst(
        """
        dilemmas/fles-wijn.md:17: kaart 1, voorkant: de tekst is 25,5 mm te lang
            Maak de voorkant ongeveer 7 regels korter. Zelfs met de kleinste letter (9 punt) past de tekst niet op de kaart.
        """
    )


def test_a_back_that_is_too_long_fails_with_its_millimetres(boom):
    project = boom({FLES: dilemma(body(**{BESPREEK: ZIN, EN_ALS: ZIN, REGELS: ZIN * 22}))})
    assert project.fouten() == tekst(
        """
        dilemmas/fles-wijn.md:33: kaart 1, achterkant: de tekst is 0,4 mm te lang
            Maak de achterkant ongeveer één regel korter. Zelfs met de kleinste letter (9 punt) past de tekst niet op de kaart.
        """
    )


def test_the_check_has_exit_code_1_when_a_card_is_too_long(boom):
    result = boom({FLES: dilemma(body(Situatie=ZIN * 36))}).wijzer("controleer")
    assert result.returncode == 1
    assert "kaart 1, voorkant: de tekst is" in result.stdout


def test_the_millimetres_are_those_of_the_lines_that_are_too_many(boom):
    """A paragraph of one line more is 1.41 em of 9 points more: 4.48 mm."""
    overs = []
    for count in (30, 31, 33):
        project = boom({FLES: dilemma(body(Situatie="\n\n".join(["Een regel."] * count)))})
        front, _ = fits_of(project, [smallest_only(A6)])
        overs.append(front.over)
    assert overs[1] - overs[0] == pytest.approx(4.48, abs=0.05)
    assert overs[2] - overs[1] == pytest.approx(2 * 4.48, abs=0.1)


def test_nothing_is_printed_when_a_text_does_not_fit(boom):
    card = card_of(boom({FLES: dilemma(body(Situatie=ZIN * 36))}))
    with pytest.raises(TooLongError, match=r"kaart 1 \(voorkant, \d+,\d mm te lang\)"):
        Press([card], EDITION, Store(boom().root / ".cache")).make(select([card]), Vorm.A6)


def test_the_type_is_as_large_as_fits(boom):
    """One step larger, and the text no longer fits."""
    project = boom({FLES: dilemma(body(Situatie=ZIN * 15, **{REGELS: ZIN * 14}))})
    for found in fits_of(project, [A6]):
        assert found.fits
        assert 9 < found.punten < 12.5
        larger = found.punten + 0.25
        step = fit_module.replace(A6, largest=larger, smallest=larger)
        (again,) = [f for f in fits_of(project, [step]) if f.zijde == found.zijde]
        assert not again.fits


def test_a_short_text_gets_the_largest_type(boom):
    assert {(f.vlak, f.punten) for f in fits_of(boom())} == {("a6", 12.5), ("a5", 17)}


def test_what_was_measured_before_is_not_measured_again(boom, monkeypatch):
    project = boom()
    first = fits_of(project)
    monkeypatch.setattr(fit_module, "measure", lambda *_: pytest.fail("measured again"))
    assert fits_of(project) == first


def test_a_store_that_cannot_be_written_is_no_problem(boom):
    project = boom()
    project.write(".cache", "geen map")
    assert [fit.fits for fit in fits_of(project)] == [True] * 4


LETTERS = {
    "a Dutch text": ZIN,
    "capitals": "MWMW OQDG HKNU ",
    "wide letters": "mmmm wwww mwmw ",
    "narrow letters": "ili tij fjl ",
    "digits": "2026 1984 365 ",
    "long words": "Verantwoordelijkheden onafhankelijkheid ",
    "accents": "één ïëöü ÀÉÎÕ çñ ",
    "marks": "“a” — ‘b’ … € % & ",
}


@pytest.mark.parametrize("letters", LETTERS)
def test_what_surely_fits_really_fits(boom, letters):
    """The longest text that the guess lets pass, measured by Typst."""
    unit = LETTERS[letters]
    count = next(n for n in range(1, 400) if not front_surely_fits(unit * n)) - 1
    assert count > 3, "the guess must let something pass"
    rules = next(n for n in range(1, 400) if not back_surely_fits(unit * n)) - 1
    project = boom({FLES: dilemma(body(Situatie=unit * count, **{REGELS: unit * rules}))})
    assert [fit.fits for fit in fits_of(project, [smallest_only(A6)])] == [True, True]


def front_surely_fits(situation):
    return surely_fits([situation, "Dit is de tekst."], FRONT_HEADINGS, A6, FRONT_ROOM)


def back_surely_fits(rules):
    texts = ["Dit is de tekst.", "Dit is de tekst.", rules]
    return surely_fits(texts, BACK_HEADINGS, A6, BACK_ROOM)


def test_a_character_that_no_letter_has_is_reported(boom):
    project = boom({FLES: dilemma(body(Situatie="Een fles 🍷."), titel="Een fles ☺")})
    assert project.fouten() == tekst(
        """
        dilemmas/fles-wijn.md:2: het teken `☺` (U+263A) kan niet op een kaart staan
            Gebruik gewone letters en leestekens.
        dilemmas/fles-wijn.md:19: het teken `🍷` (U+1F377) kan niet op een kaart staan
            Gebruik gewone letters en leestekens. Schrijf in woorden wat je bedoelt.
        """
    )


def test_a_number_used_twice_is_reported_once(boom):
    project = boom({FLES: dilemma(), "dilemmas/ander.md": dilemma(body(Situatie=ZIN * 36))})
    assert "`nummer` 1 is al van" in project.meldingen()


def test_what_fits_on_a_small_card_fits_on_a_large_one(boom):
    """The check measures the small card only."""
    texts = {
        SITUATIE: ZIN * 20,
        VRAAG: ZIN,
        BESPREEK: "1. " + ZIN,
        EN_ALS: "- " + ZIN,
        REGELS: ZIN * 16,
    }
    fits = fits_of(boom({FLES: dilemma(body(**texts))}))
    for side in ("voor", "achter"):
        small, large = (
            next(f for f in fits if f.vlak == v.naam and f.zijde == side) for v in (A6, A5)
        )
        assert small.fits
        assert large.fits
        assert large.punten > small.punten


def test_results_are_kept_as_plain_json(boom):
    project = boom()
    fits_of(project)
    (file,) = (project.root / ".cache").iterdir()
    assert [row["zijde"] for row in json.loads(file.read_bytes())] == ["voor", "achter"] * 2
