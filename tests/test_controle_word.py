"""What comes out of Word is recognised, with the Markdown that was meant."""

from __future__ import annotations

import pytest

from tests.boom import pagina, tekst
from wijzer.load.markdown.renderer import render

OVER = "docs/over.md"
LIST = "dit lijkt een lijst uit Word; op de site is het gewone tekst"


def seen(boom, body: str) -> str:
    return boom({OVER: pagina(f"Een zin.\n\n{body}\n", titel="Over")}).fouten()


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("•\tBespreek het", "- Bespreek het"),
        ("• Bespreek het", "- Bespreek het"),
        ("·\xa0\xa0 Bespreek het", "- Bespreek het"),
        ("o\tBespreek het", "- Bespreek het"),
        ("–\tBespreek het", "- Bespreek het"),
        ("1)\tBespreek het", "1. Bespreek het"),
        ("12) Bespreek het", "12. Bespreek het"),
        ("3.\xa0Bespreek het", "3. Bespreek het"),
        ("-\xa0Bespreek het", "- Bespreek het"),
    ],
)
def test_a_list_from_word(boom, line: str, meant: str) -> None:
    assert seen(boom, line) == tekst(f"""
        docs/over.md:10: {LIST}
            Schrijf, met een lege regel ervoor: {meant}
    """)
    assert "<li>" not in html_of(line)


def html_of(text: str) -> str:
    return render(text, lambda root: None)[0]


def test_every_line_of_a_list_is_named(boom) -> None:
    assert seen(boom, "• Een\n• Twee").count(LIST) == 2


@pytest.mark.parametrize(
    "line",
    [
        "- Bespreek het",
        "-\tBespreek het",
        "1. Bespreek het",
        "1.\tBespreek het",
        "o ja, dat mag",
        "Voor 3) en 4) geldt iets anders.",
        "Een teken • in een zin.",
        "    • een regel code",
        "`• een teken`",
        "```\n• een regel code\n1) nog een\n```",
        "| Wat | Wie |\n|---|---|\n| Cadeau | HRM |",
        "| Wat | Wie |\n| :-- | --: |\n| Cadeau | HRM |",
        "Een a|b en c|d.\nNog een a|b en c|d.",
    ],
)
def test_what_is_good_already(boom, line: str) -> None:
    assert seen(boom, line) == ""


@pytest.mark.parametrize("items", ["- Een\n- Twee", "1. Een\n2. Twee", "* Een"])
def test_a_list_right_under_a_text(boom, items: str) -> None:
    body = f"Dit doe je:\n{items}"
    assert "<li>" not in html_of(body)
    assert seen(boom, body) == tekst("""
        docs/over.md:11: boven deze lijst ontbreekt een lege regel; op de site is het gewone tekst
            Zet een lege regel boven de lijst.
    """)


@pytest.mark.parametrize(
    "body",
    [
        "## Kop\n- Een\n- Twee",
        "- Een\n  gaat door\n- Twee",
        "- Een\ngaat door\n- Twee",
        "1. Een\n2. Twee",
        "Dit gaat\nover artikel\n2. En verder.",
        "```\nDit doe je:\n- Een\n```",
    ],
)
def test_a_list_that_is_one_or_none(boom, body: str) -> None:
    assert seen(boom, body) == ""


def test_a_tab_that_makes_code(boom) -> None:
    assert seen(boom, "\tBespreek het eerst.") == tekst("""
        docs/over.md:10: deze regel begint met een tab en wordt daardoor code
            Haal de tab weg: Bespreek het eerst.
    """)
    assert "regel ervoor: - Bespreek het" in seen(boom, "\t•\tBespreek het")


def test_a_tab_inside_a_list_is_good(boom) -> None:
    assert seen(boom, "- Een\n\n\tNog een alinea van dit punt.\n") == ""


def test_a_table_without_a_line_of_dashes(boom) -> None:
    assert seen(boom, "| Wat | Bij wie |\n| Cadeau | HRM |\n| Klacht | Meldpunt |") == tekst("""
        docs/over.md:10: dit lijkt een tabel; op de site is het gewone tekst
            Zet streepjes onder de koppen, en een lege regel om de tabel:
            | Wat | Bij wie |
            |---|---|
    """)


def test_a_table_with_tabs(boom) -> None:
    assert seen(boom, "Wat\tBij wie\nCadeau\tHRM") == tekst("""
        docs/over.md:10: dit lijkt een tabel; op de site is het gewone tekst
            Zet streepjes onder de koppen, en een lege regel om de tabel:
            | Wat | Bij wie |
            |---|---|
    """)


def test_a_table_without_a_blank_line_above(boom) -> None:
    body = "Kijk hier:\n| Wat | Wie |\n|---|---|\n| Cadeau | HRM |"
    assert "<table>" not in html_of(body)
    assert seen(boom, body) == tekst("""
        docs/over.md:11: boven deze tabel ontbreekt een lege regel; op de site is het gewone tekst
            Zet een lege regel boven de tabel.
    """)


def test_quotes_of_word_in_a_macro(boom) -> None:
    assert seen(boom, "Vraag {{ verwijs(“hrm”, ‘ons’) }}.") == tekst("""
        docs/over.md:10: in een macro staan aanhalingstekens uit Word
            Gebruik rechte aanhalingstekens: {{ verwijs("hrm", 'ons') }}
    """)
    assert seen(boom, "“Vraag het”, zei ze. {{ verwijs(“hrm) }}").count("\n") == 1


def test_quotes_of_word_in_a_text_and_hard_spaces_in_a_macro_are_good(boom) -> None:
    assert seen(boom, '“Vraag\xa0het”, zei ze. {{\xa0verwijs("hrm",\xa0"‘ons’")\xa0}}') == ""


def test_an_item_that_stands_too_far_to_the_right(boom) -> None:
    page = pagina(titel="Over", rollen="\n  - hrm\n    - medewerker\n    - burgemeester")
    assert boom({OVER: page}).fouten() == tekst("""
        docs/over.md:9: `- medewerker` springt te ver in en hoort nu bij de tekst erboven
            Zet alle streepjes van een lijst recht onder elkaar.
        docs/over.md:10: `- burgemeester` springt te ver in en hoort nu bij de tekst erboven
            Zet alle streepjes van een lijst recht onder elkaar.
    """)


def test_a_text_on_two_lines_stays_a_text(boom) -> None:
    page = pagina(titel="Over").replace(
        "Wat hier staat in een zin.", "Wat hier\n  staat - in een zin."
    )
    assert boom({OVER: page}).fouten() == ""
