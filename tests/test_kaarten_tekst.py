"""From Markdown to paper: the typed tree, hostile text, spaces that may not break."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import REGISTRY
from tests.boom import DAG, basisnorm, dilemma, regeling
from tests.kaarten_hulp import EDITION, SITE, bare, body, find, letters_of, pages_of
from wijzer.base.store import Store
from wijzer.cards.card import cards
from wijzer.cards.characters import unprintable
from wijzer.cards.compile import CompileError, make_pdf
from wijzer.cards.deck import select
from wijzer.cards.form import Vorm
from wijzer.cards.markdown_tree import Kind, Node, parse
from wijzer.cards.printing import Press
from wijzer.cards.typography import no_break
from wijzer.cards.typst_input import _short
from wijzer.corpus.corpus import load_corpus

FLES = "dilemmas/fles-wijn.md"


def tree(text):
    return parse(text, lambda href: href)


def paragraph(*content):
    return (Node(Kind.PARAGRAPH, content),)


def print_card(project, vorm=Vorm.A6, site=SITE):
    """Return the PDF of the project's one dilemma."""
    corpus, _ = load_corpus(project.root, REGISTRY)
    found = cards(corpus, site)
    press = Press(found, replace(EDITION, site=site), Store(project.root / ".cache"))
    return press.make(select(found), vorm).pdf


INLINE = {
    "text": ("Gewoon.", ["Gewoon."]),
    "bold": ("Een **vet** woord", ["Een ", Node(Kind.STRONG, ("vet",)), " woord"]),
    "italic": ("Een *schuin* woord", ["Een ", Node(Kind.EMPHASIS, ("schuin",)), " woord"]),
    "link": (
        "Zie [hier](https://x.nl/).",
        ["Zie ", Node(Kind.LINK, ("hier",), "https://x.nl/"), "."],
    ),
    "line end": ("Een\nzin", ["Een zin"]),
    "break": ("Een  \nzin", ["Een", Node(Kind.BREAK), " zin"]),
    "allowed element": ("Een <span>woord</span>", ["Een woord"]),
    "other element": ("Een <label> en <x-y a='1'>z</x-y>", ["Een <label> en <x-y a='1'>z</x-y>"]),
    "element never closed": ("Een <b>woord", ["Een ", Node(Kind.STRONG, ("woord",))]),
    "end without a start": ("Een woord</b>", ["Een woord"]),
    "comment": ("Een <!-- stil --> woord", ["Een  woord".replace("  ", " ")]),
    "image": ("![Een fles](fles.png)", ["Een fles"]),
    "code": ("Typ `#let x`", ["Typ #let x"]),
    "heading": ("### Kop", ["Kop"]),
    "a heading without a space, as on the site": ('#import "x"', ['import "x"']),
}


@pytest.mark.parametrize("case", INLINE)
def test_a_paragraph_becomes_nodes(case):
    text, content = INLINE[case]
    assert tree(text) == paragraph(*content)


def test_lists_and_quotations_become_nodes():
    item = [Node(Kind.ITEM, paragraph(word)) for word in ("een", "twee")]
    assert tree("- een\n- twee") == (Node(Kind.BULLETS, tuple(item)),)
    assert tree("1. een\n2. twee") == (Node(Kind.NUMBERS, tuple(item)),)
    assert tree("> een") == (Node(Kind.QUOTE, paragraph("een")),)


def test_a_link_that_paper_cannot_follow_is_text():
    assert parse("Zie [hier](x.md).", lambda href: "") == paragraph("Zie hier.")


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=60))
def test_any_text_becomes_a_tree(text):
    assert all(node.kind in Kind for node in tree(text))


HOSTILE = """#import "@preview/x:1.0.0": y

Betaal $x^2$ en $ y $ aan @ref en @label, zie <label> en #let z = 1.

= Geen kop

#panic("nee") \\#set text(red) [haak] `#eval("1")` // /- ~ ;-) \\u{1F600} 'a' "b"

- #pagebreak()
"""


def test_hostile_markdown_prints_as_plain_text(boom):
    project = boom({FLES: dilemma(body(Situatie=HOSTILE), titel="'Een #let @x $y$ <z>'")})
    letters = letters_of(print_card(project))
    for text in (
        'import "@preview/x:1.0.0": y',  # a heading on the site too
        "Betaal $x^2$ en $ y $ aan @ref en @label, zie <label> en #let z = 1.",
        "= Geen kop",
        'panic("nee") #set text(red) [haak] #eval("1")',
        "// /- ~ ;",
        "'a' \"b\"",
        "pagebreak()",
        "1. Een #let @x $y$ <z>",
    ):
        assert bare(text) in letters


NO_BREAK = {
    "Het kost € 50 per keer": "Het kost €\u00a050 per keer",
    "zie artikel 5 en Artikel 2:4": "zie artikel\u00a05 en Artikel\u00a02:4",
    "artikelen 8 en 9": "artikelen\u00a08 en 9",
    "eerste lid, onder e, van": "eerste lid, onder\u00a0e, van",
    "lid 2 van paragraaf 3.1": "lid\u00a02 van paragraaf\u00a03.1",
    "een streep van 100 mm": "een streep van 100\u00a0mm",
    "onder een boom staat een artikel over": "onder een boom staat een artikel over",
    "in 41 meters": "in 41 meters",
}


@pytest.mark.parametrize("text", NO_BREAK)
def test_spaces_that_may_not_break(text):
    assert no_break(text) == NO_BREAK[text]


def test_an_amount_and_an_article_never_break_over_two_lines(boom):
    """Filling each line a little further, a break must fall everywhere sooner or later."""
    lines = [f"{'a' * n} kost € 50 en staat in artikel 5 van de wet." for n in range(1, 25)]
    text = "\n\n".join(lines)
    project = boom({FLES: dilemma(body(**{"Voor de begeleider": text}))})
    pdf = print_card(project, Vorm.BEGELEIDER)
    text_on_pages = "".join(page.text for page in pages_of(pdf))
    assert text_on_pages.count("€") == len(lines)
    amounts, articles = find(pdf, "€\u00a050"), find(pdf, "artikel\u00a05")
    assert len(amounts) == len(articles) == len(lines)
    assert "€\r\n" not in text_on_pages
    assert "artikel\r\n" not in text_on_pages


def test_macros_print_as_text_with_a_link(boom):
    text = 'Zie {{ artikel("ambtenarenwet-2017", "8") }} en {{ verwijs("hrm") }}.'
    project = boom({FLES: dilemma(body(Situatie=text))})
    pdf = print_card(project)
    assert bare("Zie artikel 8 van de Ambtenarenwet 2017 en Afdeling HRM.") in letters_of(pdf)
    assert b"(https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8)" in pdf
    assert b"(https://wijzer.voorbeeld.nl/rollen/hrm/)" in pdf


@pytest.mark.parametrize(
    ("dates", "note"),
    [
        ({}, ""),
        ({"geldig_tot": "2099-01-01", "status": "ingetrokken"}, "geldt tot 1 januari 2099"),
        ({"geldig_vanaf": "2099-01-01"}, "geldt vanaf 1 januari 2099"),
    ],
)
def test_a_card_names_the_day_on_which_a_rule_changes(boom, dates, note):
    """Paper does not turn by itself, as a page does."""
    project = boom(
        {
            "regelgeving/wetten/ambtenarenwet-2017.md": regeling(titel="Titel", **dates),
            "dilemmas/fles-wijn.md": dilemma(regelingen=["ambtenarenwet-2017"]),
        }
    )
    (card,) = cards(project.check(DAG).corpus, None)
    text = repr([node.as_json() for node in card.delen["Wat de regels zeggen"]])
    assert (f"Let op: Titel ({note})." in text.replace("\\xa0", " ")) == bool(note), text
    assert ("Let op" in text) == bool(note)


def test_without_an_address_the_card_says_so_and_has_no_qr_code(boom):
    pdf = print_card(boom(), site=None)
    told = bare("Het adres van deze kaart is nog in te vullen door de gemeente.")
    assert letters_of(pdf).count(told) == 1
    assert b"/Figure" not in pdf
    assert b"localhost" not in pdf


def test_the_typeface_has_every_character_that_may_be_printed(boom):
    allowed = [chr(c) for c in range(0x21, 0x2800) if not unprintable(chr(c))]
    text = " ".join(
        f"\\{char}" if char.isascii() and not char.isalnum() else char for char in allowed
    )
    pdf = print_card(boom({FLES: dilemma(body(**{"Voor de begeleider": text}))}), Vorm.BEGELEIDER)
    assert pdf.startswith(b"%PDF-1.7")


def test_a_character_without_a_letter_is_left_out_of_what_comes_from_another_page(boom):
    norm = basisnorm(titel="Relatiegeschenken 🎁 e\u0301n Nguyễn")
    project = boom({"regelgeving/basisnormen/relatiegeschenken.md": norm})
    assert project.fouten() == ""
    letters = letters_of(print_card(project))
    assert bare("Relatiegeschenken én Nguyễn") in letters
    assert "🎁" not in letters


def test_a_character_without_a_letter_is_refused_in_a_dilemma(boom):
    project = boom({FLES: dilemma(body(Situatie="Een fles 🍷"))})
    assert "het teken `🍷` (U+1F377) kan niet op een kaart staan" in project.fouten()


def test_a_warning_of_typst_is_an_error(monkeypatch, tmp_path):
    (tmp_path / "vreemd.typ").write_text(
        '#set document(title: "x")\n#set text(font: "Bestaat niet")\nTekst', encoding="utf-8"
    )
    monkeypatch.setattr("wijzer.cards.compile.TEMPLATES", tmp_path)
    with pytest.raises(CompileError, match="unknown font family: bestaat niet"):
        make_pdf("vreemd.typ", {}, 0)


@pytest.mark.parametrize(
    ("url", "typed"),
    [
        ("https://wijzer.voorbeeld.nl/", "wijzer.voorbeeld.nl"),
        ("https://wijzer.voorbeeld.nl", "wijzer.voorbeeld.nl"),
        ("https://wijzer.voorbeeld.nl/d/12/", "wijzer.voorbeeld.nl/d/12/"),
        ("https://intranet.voorbeeld.nl/wijzer/", "intranet.voorbeeld.nl/wijzer/"),
        ("", ""),
    ],
)
def test_an_address_as_people_type_it(url, typed):
    assert _short(url) == typed
