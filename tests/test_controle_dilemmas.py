"""Tips about the text of a dilemma: they never fail the check."""

from __future__ import annotations

import pytest

from tests.boom import GEWENST, dilemma, koppen, tekst
from wijzer.model.kinds import DILEMMA

FLES = "dilemmas/fles-wijn.md"
SITUATIE, VRAAG, BESPREEK, EN_ALS, REGELS, BEGELEIDER = DILEMMA.koppen
WOORDEN = "Houd het bij 60 tot 110 woorden: genoeg om je in te leven, kort genoeg om voor te lezen."
EEN_VRAAG = "Stel één vraag en sluit af met een vraagteken; de rest kan bij de wendingen."
BEGIN = "Begin met Mag, Moet, Wil, Durf of Kan: dan gaat het gesprek over kiezen."


def page(**texts: str) -> str:
    return dilemma(koppen(DILEMMA.koppen, **texts))


def words(number: int) -> str:
    return " ".join(["Woord."] * number)


def questions(number: int) -> str:
    return "\n".join(f"- Vraag {n}?" for n in range(number))


CASES = {
    "59 words": (
        {SITUATIE: words(59)},
        f"{FLES}:17: tip: de situatie heeft 59 woorden\n    {WOORDEN}",
    ),
    "60 words": ({SITUATIE: words(60)}, ""),
    "110 words": ({SITUATIE: words(110)}, ""),
    "111 words": (
        {SITUATIE: words(111)},
        f"{FLES}:17: tip: de situatie heeft 111 woorden\n    {WOORDEN}",
    ),
    "a question of knowing": (
        {VRAAG: "Is dat een geschenk?"},
        f"{FLES}:21: tip: de vraag begint anders: `Is dat een …`\n    {BEGIN}",
    ),
    "a word that only begins like one": (
        {VRAAG: "Kansen genoeg?"},
        f"{FLES}:21: tip: de vraag begint anders: `Kansen genoeg? …`\n    {BEGIN}",
    ),
    "two questions": (
        {VRAAG: "Mag dat? Moet dat?"},
        f"{FLES}:21: tip: onder `De vraag` staat niet precies één vraag\n    {EEN_VRAAG}",
    ),
    "no question mark": (
        {VRAAG: "Mag dat"},
        f"{FLES}:21: tip: onder `De vraag` staat niet precies één vraag\n    {EEN_VRAAG}",
    ),
    "something behind it": (
        {VRAAG: "Mag dat? Zeg het."},
        f"{FLES}:21: tip: onder `De vraag` staat niet precies één vraag\n    {EEN_VRAAG}",
    ),
    "fifteen words": ({VRAAG: "Mag " + "dat " * 13 + "ook?"}, ""),
    "sixteen words": (
        {VRAAG: "Mag " + "dat " * 14 + "ook?"},
        f"""
        {FLES}:21: tip: de vraag heeft 16 woorden
            Houd het bij 15 woorden: de vraag staat groot op de kaart.
        """,
    ),
    "a comma": (
        {VRAAG: "Mag dat, denk je?"},
        f"""
        {FLES}:21: tip: in de vraag staat een komma
            Maak de vraag eenvoudiger: wie hem hoort, moet hem in één keer begrijpen.
        """,
    ),
    "one thing to discuss": (
        {BESPREEK: questions(1)},
        f"""
        {FLES}:25: tip: onder `Bespreek met elkaar` staat 1 vraag
            Schrijf er 3 of 4. Minder geeft weinig gesprek, meer past niet in een half uur.
        """,
    ),
    "three to discuss": ({BESPREEK: questions(3)}, ""),
    "four to discuss, numbered": ({BESPREEK: questions(4).replace("- ", "1. ")}, ""),
    "five to discuss": (
        {BESPREEK: questions(5)},
        f"""
        {FLES}:25: tip: onder `Bespreek met elkaar` staan 5 vragen
            Schrijf er 3 of 4. Minder geeft weinig gesprek, meer past niet in een half uur.
        """,
    ),
    "something to discuss that asks nothing": (
        {BESPREEK: questions(2) + "\n- Vertel wat je vindt."},
        f"""
        {FLES}:25: tip: onder `Bespreek met elkaar` staat geen vraag: “Vertel wat je vindt. …”
            Maak er een vraag van die eindigt op een vraagteken.
        """,
    ),
    "no list of twists": (
        {EN_ALS: "Het is een vriend."},
        f"""
        {FLES}:31: tip: onder `En als …` staan geen wendingen
            Schrijf er 2 of 3. Daarmee merkt een groep waar voor haar de grens ligt.
        """,
    ),
    "two twists": ({EN_ALS: questions(2)}, ""),
    "three twists": ({EN_ALS: questions(3)}, ""),
    "four twists": (
        {EN_ALS: questions(4)},
        f"""
        {FLES}:31: tip: onder `En als …` staan 4 wendingen
            Schrijf er 2 of 3. Daarmee merkt een groep waar voor haar de grens ligt.
        """,
    ),
    "no rule": (
        {REGELS: "Lees de regels."},
        f"""
        {FLES}:36: tip: onder `Wat de regels zeggen` staat geen regel
            Noem een regel met een macro, zoals {{{{ verwijs("relatiegeschenken") }}}}.
        """,
    ),
    "an article is a rule": ({REGELS: 'Lees {{ artikel("ambtenarenwet-2017", "8") }}.'}, ""),
    "two notes": (
        {BEGELEIDER: "- Een.\n- Twee."},
        f"""
        {FLES}:40: tip: onder `Voor de begeleider` staan 2 notities
            Schrijf er 3 of meer, zodat ook een begeleider die dit weinig doet vooruit kan.
        """,
    ),
    "many notes": ({BEGELEIDER: "\n".join(["- Een."] * 9)}, ""),
    "a question that is only a macro": (
        {VRAAG: '{{ verwijs("hrm") }}'},
        f"""
        {FLES}:21: tip: onder `De vraag` staat niet precies één vraag
            {EEN_VRAAG}
        """,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_finding(boom, name):
    texts, expected = CASES[name]
    assert boom({FLES: page(**texts)}).meldingen() == tekst(expected)


def test_tips_do_not_fail_the_check(boom):
    project = boom({FLES: page(**{SITUATIE: "Kort."})})
    assert project.check().errors == []
    assert len(project.check().meldingen) == 1


def test_a_draft_gets_no_tips_yet(boom):
    draft = dilemma(koppen(DILEMMA.koppen, **{SITUATIE: "Kort."}), concept="true")
    assert boom({"dilemmas/los.md": draft.replace("nummer: 1", "nummer: 2")}).meldingen() == ""


def test_the_texts_of_the_other_tests_are_as_wished(boom):
    assert set(GEWENST) == set(DILEMMA.koppen)
    assert boom({FLES: page()}).meldingen() == ""
