"""The reader of Markdown: what it finds, where, and what links become elsewhere."""

from __future__ import annotations

import pytest
import yaml

from macros import REGISTRY
from tests.boom import REPO, dilemma, koppen, pagina, tekst
from wijzer.corpus.corpus import load_corpus
from wijzer.load.markdown.body import Body
from wijzer.load.markdown.found import Place
from wijzer.load.markdown.renderer import EXTENSIONS
from wijzer.load.markdown.rewrite import rewrite_links
from wijzer.model.kinds import DILEMMA
from wijzer.pages.compose import compose

VRAGEN = "docs/vragen.md"
OVER = {"docs/over.md": pagina("## Wie\n\nTekst.\n", titel="Over")}
TE_LEZEN = "Schrijf het adres op één regel, zonder `\\` en zonder spaties."
NAAR_NIETS = 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
PIXEL = (REPO / "tests/data/pixel.png").read_bytes()
FOTO = "Zet de afbeelding in docs/assets/ en schrijf: ![wat je ziet](assets/foto.png)"
GEWOON = "Schrijf de link in gewone Markdown: [tekst](adres)"


def test_the_extensions_are_those_of_the_site():
    config = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    named = [e if isinstance(e, str) else next(iter(e)) for e in config["markdown_extensions"]]
    assert sorted({*named, "toc", "tables", "fenced_code"}) == EXTENSIONS


# -- links ----------------------------------------------------------------------------------------

MOVED = {
    "inline": ("[x](a.md)", "[x](NEW)"),
    "anchor": ("[x](a.md#b)", "[x](NEW)"),
    "between brackets": ("[x](<a.md>)", "[x](<NEW>)"),
    "title": ("[x](a.md 'een (t)')", "[x](NEW 'een (t)')"),
    "spaces": ("[x](  a.md  )", "[x](  NEW  )"),
    "brackets in the text": ("[a [b] c](a.md)", "[a [b] c](NEW)"),
    "code in the text": ("[`]`](a.md)", "[`]`](NEW)"),
    "brackets in the address": ("[x](a(1).md)", "[x](NEW)"),
    "image": ("![x](a.png)", "![x](NEW)"),
    "image in a link": ("[![x](a.png)](b.md)", "[![x](NEW)](NEW)"),
    "two": ("[x](a.md) en [x](a.md)", "[x](NEW) en [x](NEW)"),
    "over two lines": ("[x\ny](a.md)", "[x\ny](NEW)"),
    "address on the next line": ("[x](\na.md)", "[x](\nNEW)"),
    "in a list": ("- een\n\n    - [x](a.md)", "- een\n\n    - [x](NEW)"),
    "in a quotation": ("> tekst\n> [x](a.md)", "> tekst\n> [x](NEW)"),
    "in a table": ("a | b\n--|--\n[x](a.md) | c", "a | b\n--|--\n[x](NEW) | c"),
    "in a heading": ("## Kop [x](a.md)", "## Kop [x](NEW)"),
    "in an underlined heading": ("Kop [x](a.md)\n---", "Kop [x](NEW)\n---"),
    "in a definition list": ("woord\n:   [x](a.md)", "woord\n:   [x](NEW)"),
    "in a footnote": ("a[^1]\n\n[^1]: [x](a.md)", "a[^1]\n\n[^1]: [x](NEW)"),
    "in a box": ('!!! note "a"\n    [x](a.md)', '!!! note "a"\n    [x](NEW)'),
    "in HTML read as Markdown": ("<div markdown>\n\n[x](a.md)\n\n</div>", "<div markdown>\n\n[x](NEW)\n\n</div>"),
    "in emphasis": ("**[x](a.md)**", "**[x](NEW)**"),
    "label": ("[x][m]\n\n[m]: a.md", "[x](<NEW>)\n\n[m]: NEW"),
    "label with a title": ("[x][m]\n\n[m]: a.md 'een \"t\"'", "[x](<NEW> 'een \"t\"')\n\n[m]: NEW 'een \"t\"'"),
    "label alone": ("[m]\n\n[m]: a.md", "[m](<NEW>)\n\n[m]: NEW"),
    "label and nothing": ("[m][]\n\n[m]: <a.md>", "[m](<NEW>)\n\n[m]: <NEW>"),
    "label after a space": ("[x] [m]\n\n[m]: a.md", "[x](<NEW>)\n\n[m]: NEW"),
    "label on the next line": ("[x]\n[m]\n\n[m]: a.md", "[x](<NEW>)\n\n\n[m]: NEW"),
    "label in capitals": ("[x][M]\n\n[m]: a.md", "[x](<NEW>)\n\n[m]: NEW"),
    "label of an image": ("![x][m]\n\n[m]: a.png", "![x](<NEW>)\n\n[m]: NEW"),
    "label in a quotation": ("> [x][m]\n\n[m]:\n  a.md", "> [x](<NEW>)\n\n[m]:\n  NEW"),
}  # fmt: skip
NO_LINK = {
    "code": "`[x](a.md)`",
    "fence": "```\n[x](a.md)\n```",
    "indented": "tekst\n\n    [x](a.md)",
    "raw HTML": "<div>\n[x](a.md)\n</div>",
    "escaped": r"\[x](a.md)",
    "no address": "[x] (a.md)",
    "in a macro": '{{ nog_in_te_vullen("[x](a.md)") }}',
    "no definition": "[x][m] en [m]",
    "definition in code": "[x][m]\n\n    [m]: a.md",
    "comment": "<!-- [x](a.md) -->",
}


@pytest.mark.parametrize(("text", "expected"), MOVED.values(), ids=MOVED.keys())
def test_a_link_gets_another_address(text, expected):
    assert rewrite_links(Body(text, 1), lambda href: "NEW") == expected


@pytest.mark.parametrize("text", NO_LINK.values(), ids=NO_LINK.keys())
def test_what_is_no_link_stays(text):
    assert [link.href for link in Body(text, 1).links] == []
    assert rewrite_links(Body(text, 1), lambda href: "NEW") == text


def test_an_address_that_must_stay_stays():
    text = "[x](a.md) [y](https://a.nl) [z](a&amp;b.md)"
    assert rewrite_links(Body(text, 1), lambda href: None) == text


def test_lines_of_links():
    body = Body("Een.\n\n- [a](a.md)\n\n    > [b\n    > c](b.md)\n\n[d]: d.md\n<https://e.nl>", 10)
    assert [(link.line, link.href) for link in body.links] == [
        (12, "a.md"),
        (15, "b.md"),
        (17, "d.md"),
        (18, "https://e.nl"),
    ]


# -- headings -------------------------------------------------------------------------------------


def headings(text, title=""):
    return [(h.line, h.level, h.text, h.anchor) for h in Body(text, 1, title).headings]


HEADINGS = {
    "hashes": ("## Kop", [(1, 2, "Kop", "kop")]),
    "closed": ("## Kop ##", [(1, 2, "Kop", "kop")]),
    "in a paragraph": ("tekst\n## Kop\ntekst", [(2, 2, "Kop", "kop")]),
    "underlined": (
        "Kop\n---\n\nNog een\n===",
        [(1, 2, "Kop", "kop"), (4, 1, "Nog een", "nog-een")],
    ),
    "underlined after a heading": ("## A\nB\n---", [(1, 2, "A", "a"), (2, 2, "B", "b")]),
    "two lines above": ("a\nKop\n---", []),
    "markup": ("## Een *[link](a.md)* `x`", [(1, 2, "Een *[link](a.md)* `x`", "een-link-x")]),
    "own anchor": ("## Kop {#eigen}", [(1, 2, "Kop", "eigen")]),
    "class and anchor": ("## Kop {: .a #eigen }", [(1, 2, "Kop", "eigen")]),
    "twice": ("## Kop\n\n## Kop", [(1, 2, "Kop", "kop"), (3, 2, "Kop", "kop_1")]),
    "macro": ('## Bij {{ verwijs("hrm") }}', [(1, 2, 'Bij {{ verwijs("hrm") }}', "")]),
    "macro and anchor": ('## {{ verwijs("hrm") }} {#x}', [(1, 2, '{{ verwijs("hrm") }}', "x")]),
    "in a quotation": ("> ## Kop", [(1, 2, "Kop", "kop")]),
    "in code": ("tekst\n\n    ## Kop", []),
    "escaped": (r"\## Kop", []),
}


@pytest.mark.parametrize(("text", "found"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings(text, found):
    assert headings(text) == found


def test_only_a_heading_at_the_top_begins_a_section():
    body = Body("## A\n\neen\n\n> ## B\n\nC\n---\n\ntwee\n", 5)
    assert [h.place for h in body.headings] == [Place.TOP, Place.INSIDE, Place.TOP]
    assert body.sections == {"A": (5, "een\n\n> ## B"), "C": (11, "twee")}


# -- what an editor reads -------------------------------------------------------------------------

REFUSED = {
    "label": ("[x][m]\n\n[m]: weg.md", 12, "de link `weg.md` leidt naar niets", NAAR_NIETS),
    "label of an image": ("![x][m]\n\n[m]: weg.png", 12, "de afbeelding `weg.png` bestaat niet", FOTO),
    "image with a space": ("![x](assets/een foto.png)", 10, "de afbeelding `assets/een foto.png` bestaat niet", FOTO),
    "image of a page": ("![x](over.md)", 10, "de afbeelding `over.md` bestaat niet", FOTO),
    "no address": ("[x]()", 10, "een link zonder adres", GEWOON),
    "only a question mark": ("[x](?a=b)", 10, "een link zonder adres", GEWOON),
    "folder": ("[x](over/)", 10, "de link `over/` leidt naar niets", "Bedoelde je `over`?"),
    "settings": ("[x](toegestane-hosts.yml)", 10, "de link `toegestane-hosts.yml` leidt naar niets", NAAR_NIETS),
    "backslash": ("[x](ov\\_er.md)", 10, "het adres van deze link is niet te lezen: `ov_er.md`", TE_LEZEN),
    "link in HTML": ('<a href="over.md">x</a>', 10, "een link in HTML of accolades: `over.md`", GEWOON),
    "anchor in HTML": ('<a href="#weg">x</a>', 10, "het anker `#weg` bestaat niet in docs/vragen.md", "Neem de tekst van de kop over."),
    "link in braces": ('[x](over.md){: href="weg.md" }', 10, "een link in HTML of accolades: `weg.md`", GEWOON),
    "no host": ("[x](https:weg)", 10, "`https:weg` is geen goed webadres", "Kopieer het adres uit de browser."),
    "macro as an address": (
        '[x]({{ verwijs("over") }})',
        10,
        "in het adres van een link staat een macro",
        'Zet de macro in plaats van de hele link: {{ verwijs("melden", "tekst") }}',
    ),
    "anchor of a macro": (
        '[x](#over)\n\n## {{ verwijs("over") }}',
        10,
        "het anker `#over` bestaat niet in docs/vragen.md",
        "Neem de tekst van de kop over.",
    ),
    "anchor twice": ("## A {#x}\n\n## B {#x}", 12, "het anker `#x` is er al", "Geef elk anker een eigen naam, zoals: {#nog-een-naam}"),
    "anchor of the theme": ("## A {#__search}", 10, "een anker `#__search`", "Begin de naam van een anker met een letter."),
    "heading in a list": ("- a\n\n    ## Kop", 12, "een kop in een lijst of voetnoot: `Kop`", "Zet de kop buiten de lijst, of maak hem vet."),
    "footnote": ("[^1]: Een noot.", 10, "de voetnoot `[^1]` wordt nergens gebruikt", "Zet `[^1]` in de tekst op de plek van de noot, of haal de noot weg."),
    "HTML left open": ("<b>x\n\ny</b>", 12, "het HTML-element `<b>` begint of eindigt niet goed", "Zet `</b>` in dezelfde alinea als `<b>`, en sluit eerst wat erin staat."),
}  # fmt: skip


@pytest.mark.parametrize(("body", "line", "found", "tip"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(boom, body, line, found, tip):
    project = boom({VRAGEN: pagina(f"Tekst.\n\n{body}\n"), **OVER})
    assert project.meldingen() == f"{VRAGEN}:{line}: {found}\n    {tip}"


LONG = {
    "text": ("Een zin.\n\n" * 4_001, 8, "de tekst is te lang: 40.011 tekens", "Een pagina heeft ten hoogste 40.000 tekens. Splits de pagina op."),
    "line": ("a" * 5_001, 8, "deze regel is te lang: 5.001 tekens", "Maak er regels van met elk ten hoogste 5.000 tekens."),
    "lines": (
        "x\n\n" + "- een\n" * 201,
        10,
        "een stuk van 201 regels zonder lege regel ertussen",
        "Ten hoogste 200 regels en 8.000 tekens mogen aan elkaar staan. Zet er een lege regel tussen.",
    ),
    "signs": ("[" * 101, 8, "in dit stuk tekst staat 101 keer het teken `[`", "Ten hoogste 100 keer kan. Zet er een lege regel tussen."),
    "signs on a page": ("[]" * 84 + "\n" + ("\n" + "[]" * 84 + "\n") * 5, 8, "op deze pagina staat 504 keer het teken `[`", "Ten hoogste 500 keer kan. Splits de pagina op."),
    "quotations": (">" * 11 + " a", 8, "hier staan te veel lagen in elkaar", "Gebruik ten hoogste 10 lagen. Maak er liever gewone alinea's van."),
    "lists": ("- " * 11 + "a", 8, "hier staan te veel lagen in elkaar", "Gebruik ten hoogste 10 lagen. Maak er liever gewone alinea's van."),
    "indents": ("- a\n\n" + " " * 41 + "b", 10, "hier staan te veel lagen in elkaar", "Gebruik ten hoogste 10 lagen. Maak er liever gewone alinea's van."),
}  # fmt: skip


@pytest.mark.parametrize(("body", "line", "found", "tip"), LONG.values(), ids=LONG.keys())
def test_too_much(boom, body, line, found, tip):
    assert boom({VRAGEN: pagina(f"{body}\n")}).meldingen() == f"{VRAGEN}:{line}: {found}\n    {tip}"


FITS = {
    "line": "Een zin. " * 555,
    "lines": "- een\n" * 200,
    "signs": "&lt; " + "\\[" * 100,
    "quotations": ">" * 10 + " a",
    "lists": "- " * 10 + "a",
}


@pytest.mark.parametrize("body", FITS.values(), ids=FITS.keys())
def test_just_not_too_much(boom, body):
    assert boom({VRAGEN: pagina(f"{body}\n")}).meldingen() == ""


# -- on the site ----------------------------------------------------------------------------------


def composed(project):
    assert project.fouten() == ""
    corpus, _ = load_corpus(project.root, REGISTRY)
    return {page.pad: page.inhoud for page in compose(corpus)}


def test_every_form_of_link_fits_the_docs_tree(boom):
    body = (
        "[a](<../docs/over.md>) [b][m] [c](../docs/over.md?x=1#wie) [d](#de-vr%61ag) [e](&#111;ver.md)\n"
        "![f](../docs/assets/een foto.png) [g](over.md#wie 'titel')\n\n[m]: ../docs/over.md"
    )
    pages = {
        "dilemmas/fles-wijn.md": dilemma(koppen(DILEMMA.koppen, Situatie=body), titel="Wijn"),
        "docs/assets/een foto.png": PIXEL,
        **OVER,
    }
    pages["dilemmas/fles-wijn.md"] = (
        pages["dilemmas/fles-wijn.md"].replace("(over", "(../over").replace("(&#111;", "(../&#111;")
    )
    assert tekst("""
        [a](<../over.md>) [b](<../over.md>) [c](../over.md?x=1#wie) [d](#de-vraag) [e](../over.md)
        ![f](../assets/een%20foto.png) [g](../over.md#wie 'titel')

        [m]: ../over.md
    """) in composed(boom(pages))["dilemmas/fles-wijn.md"]  # fmt: skip


def test_the_workshop_gets_links_from_its_own_place(boom):
    body = "[a][m] en [b](#de-vraag) en ![c](../docs/assets/c.png)\n"
    last = "Tekst.\n\n[m]: ../docs/over.md"
    text = koppen(DILEMMA.koppen, Situatie=body, **{DILEMMA.koppen[-1]: last})
    pages = {
        "dilemmas/fles-wijn.md": dilemma(text, titel="Wijn"),
        "docs/zaal/workshop.md": pagina("{{ workshop() }}\n", titel="Workshop"),
        "docs/assets/c.png": PIXEL,
        **OVER,
    }
    assert (
        "[a](<../over.md>) en [b](../dilemmas/fles-wijn.md#de-vraag) en ![c](../assets/c.png)"
        in composed(boom(pages))["zaal/workshop.md"]
    )
