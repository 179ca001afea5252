"""The words of the law on the site: where they unfold, who read them, and what changed since."""

from __future__ import annotations

import datetime
import html
import os
import re
from dataclasses import replace

import pytest

from macros import REGISTRY
from tests.boom import basisnorm, dilemma, minimal, pagina, passage, regeling, tekst, wettekst
from tests.gemeente import content
from wijzer.cards.card import cards
from wijzer.corpus.citations import citations
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.nagelezen import KOLOMMEN, Stand
from wijzer.pages.compose import compose
from wijzer.recht.lines import dump
from wijzer.recht.lines import load as read_text
from wijzer.search.facts import page_facts

WET = "regelgeving/wetten/ambtenarenwet-2017.md"
TEKST = "regelgeving/teksten/ambtenarenwet-2017.json"
TABEL = "regelgeving/teksten/nagelezen.tsv"
UITLEG = "docs/wet-uitleg.yml"
NORM = "regelgeving/basisnormen/relatiegeschenken.md"
OVER = "docs/over.md"
BRON = "https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=8"
PASSAGES = (
    passage("1", "", "aanhef", "In deze wet betekent:"),
    passage("1", "", "begrip: gift", "iets van waarde;"),
    passage("8", "1", "aanhef", "Het is de ambtenaar niet toegestaan:"),
    passage("8", "1", "a", "nevenwerk te doen;"),
    passage("8", "1", "b", "een gift <aan> te nemen of *hierom* te vragen."),
    passage("8", "2", "", "De ambtenaar doet opgave."),
    passage("9", "", "", "Hij zwijgt."),
)
EEN_B = '{{ artikel("ambtenarenwet-2017", "8", lid="1", onderdeel="b") }}'
ANKER = "ambtenarenwet-2017-artikel-8-lid-1-onder-b"
NAAM = "artikel 8, eerste lid, aanhef en onder b, van de Ambtenarenwet 2017"
ZIN = """
plaatsen:
  - regeling: ambtenarenwet-2017
    artikel: "8"
    lid: "1"
    onderdeel: b
    uitleg: Je neemt niets aan.
"""
ZINNEN = f"""{ZIN.rstrip()}
  - regeling: ambtenarenwet-2017
    artikel: "8"
    uitleg: Dit mag je niet.
"""


def row(*cells):
    return "\t".join(cells) + "\n"


HEAD = row(*KOLOMMEN)


def wet(**fields):
    own = {
        "titel": "Ambtenarenwet 2017",
        "officiele_titel": None,
        "artikelen": ['nummer: "8"\nonderwerp: cadeaus', 'nummer: "9"\nonderwerp: zwijgen'],
    }
    return regeling(**{**own, **fields})


def acht():
    return wet(artikelen=['nummer: "8"\nonderwerp: cadeaus'])


def tree(body="", **more):
    """The smallest project with a text of the law, and a page that cites it."""
    over = {OVER: pagina(f"{body}\n", titel="Over")} if body else {}
    return {WET: wet(), TEKST: wettekst(*PASSAGES), **over, **more}


def pages(project):
    """The composed pages by path; the sources must be clean."""
    assert project.meldingen() == ""
    corpus, _ = load_corpus(project.root, REGISTRY)
    return {page.pad: page.inhoud for page in compose(corpus)}


def words(text, css_class="wetteksten"):
    start = text.index(f'<section class="{css_class}"')
    return html.unescape(text[start : text.index("</section>", start)])


def test_a_citation_leads_to_its_words_on_the_page(boom):
    page = pages(boom({**tree(f"Zie {EEN_B}."), WET: acht(), UITLEG: ZINNEN}))["over.md"]
    assert f"Zie [{NAAM}](#{ANKER})." in page
    assert "<aan>" not in page and "*hierom*" not in page
    assert (
        words(page)
        == tekst(f"""
        <section class="wetteksten" data-search-exclude markdown="1">

        ## Zo staat het in de wet

        <details class="wettekst"><summary>A{NAAM[1:]}</summary>\
        <p id="{ANKER}"><strong>In gewone taal</strong>: Je neemt niets aan.</p>\
        <blockquote><p>1. Het is de ambtenaar niet toegestaan:</p><p>[…]</p>\
        <p class="onderdeel">b. een gift <aan> te nemen of *hierom* te vragen.</p></blockquote>\
        <details><summary>Meer uit artikel 8</summary>\
        <blockquote><p class="onderdeel">1. a. nevenwerk te doen;</p><p>[…]</p>\
        <p>2. De ambtenaar doet opgave.</p></blockquote></details>\
        <details><summary>Wat de wet hier bedoelt met: gift</summary>\
        <blockquote><p class="onderdeel"><strong>gift</strong>: iets van waarde;</p></blockquote>\
        </details>\
        <p><cite>Ambtenarenwet 2017</cite>, artikel 8, tekst van 1 juli 2025. \
        <a href="{BRON}">Lees heel artikel 8 op wetten.overheid.nl</a></p></details>

        """).replace("        ", "")
        + "\n\n"
    )


def test_the_words_of_an_article_stand_on_a_page_once(boom):
    twice = f'{EEN_B} {EEN_B} {{{{ artikel("ambtenarenwet-2017", "8", lid="2") }}}}'
    page = words(pages(boom(tree(twice)))["over.md"])
    assert page.count("<summary>Artikel 8 van de Ambtenarenwet 2017</summary>") == 1
    assert page.count("De ambtenaar doet opgave.") == page.count("*hierom*") == 1
    assert f'<p id="{ANKER}"><strong>Artikel 8, eerste lid, aanhef en onder b</strong></p>' in page


def test_a_legal_basis_and_the_outcome_of_a_macro_lead_to_the_same_place(boom):
    law = ['regeling: ambtenarenwet-2017\nartikel: "8"\nlid: "1"\nonderdeel: b']
    norm = basisnorm(titel="Relatiegeschenken", wettelijke_basis=law)
    found = pages(boom({**tree(), NORM: norm}))
    assert f'<p id="{ANKER}">' in words(found[NORM])
    assert f"(../wetten/ambtenarenwet-2017.md#{ANKER})" in words(found[NORM], "verwant")
    assert f'<span id="{ANKER}"></span>b. een gift' in words(found[WET], "artikelen")
    assert "- **Artikel 9**: Zwijgen." in words(found[WET], "artikelen")


@pytest.mark.parametrize(
    ("sentences", "reason"), [(ZIN, "Je neemt niets aan."), ("", "Wat hier staat in een zin.")]
)
def test_a_relation_tells_why_where_the_place_has_a_sentence(boom, sentences, reason):
    law = ['regeling: ambtenarenwet-2017\nartikel: "8"\nlid: "1"\nonderdeel: b']
    norm = basisnorm(titel="Relatiegeschenken", wettelijke_basis=law)
    project = boom({**tree(), NORM: norm, UITLEG: sentences or None})
    corpus, _ = load_corpus(project.root, REGISTRY)
    found = {page.pad: page.inhoud for page in compose(corpus)}
    (line,) = re.findall("^- .*#" + ANKER + ".*$", found[NORM], re.MULTILINE)
    assert line.endswith(f"): {reason}")
    (back,) = re.findall(r"^- \[Relatiegeschenken\].*$", found[WET], re.MULTILINE)
    assert back.endswith(f"): {reason}")


def test_the_page_of_a_law_shows_each_article_with_what_leans_on_it(boom):
    project = boom({**tree(f"Zie {EEN_B}."), WET: acht(), UITLEG: ZINNEN})
    found = words(pages(project)[WET], "artikelen")
    assert "<summary>Artikel 8: cadeaus</summary>" in found
    assert "2. De ambtenaar doet opgave." in found
    assert (
        "- **Artikel 8, eerste lid, aanhef en onder b**: Je neemt niets aan. "
        "Hierop leunen: [Over](../../over.md)." in found
    )
    assert "- **Artikel 8**: Dit mag je niet." in found


def test_of_a_text_that_may_not_be_whole_the_reader_is_told_so(boom):
    whole = words(pages(boom(tree(EEN_B)))["over.md"])
    part = tree(EEN_B, **{TEKST: wettekst(*PASSAGES, volledig=False)})
    assert "Misschien staat hier niet het hele artikel." not in whole
    assert "Misschien staat hier niet het hele artikel." in words(pages(boom(part))["over.md"])


def test_a_rule_without_words_is_a_link_to_its_source(boom):
    eu = wet(
        titel="AVG",
        bron={"celex": "32016R0679"},
        officiele_titel="Verordening (EU) 2016/679",
        tekst_ontbreekt="Niet op te halen.",
        artikelen=['nummer: "33"\nonderwerp: datalek'],
    )
    call = '{{ artikel("avg", "33") }}'
    more = {"regelgeving/wetten/avg.md": eu}
    alone = pages(boom(tree(call, **more)))["over.md"]
    assert "Zo staat het in de wet" not in alone
    both = words(pages(boom(tree(f"{EEN_B} en {call}", **more)))["over.md"])
    (link,) = re.findall(r"^- \[artikel 33 van de AVG\]\((.+)\)$", both, re.MULTILINE)
    assert link.startswith("https://eur-lex.europa.eu/")
    assert "De woorden hiervan hebben wij niet op deze site. Lees ze bij de bron:" in both


@pytest.mark.parametrize(
    "call",
    [
        '{{ artikel("ambtenarenwet-2017", "8 lid 1") }}',
        '{{ artikel("ambtenarenwet-2017", "8", lid="1 en 2") }}',
        '{{ artikel("ambtenarenwet-2017") }}',
        '{{ artikel("relatiegeschenken", "8") }}',
        '{{ artikel("onbekend", "8") }}',
    ],
)
def test_a_citation_that_cannot_be_is_one_finding_and_never_a_trace(boom, call):
    project = boom({**tree(f"{EEN_B} {call}"), TABEL: HEAD, UITLEG: ZINNEN})
    (found,) = project.check().errors
    assert (found.pad, found.regel) == (OVER, 8)
    for command in (["rapport"], ["recht", "nagelezen"]):
        assert project.wijzer(*command).stderr == ""


def test_a_page_without_citations_is_as_it_was(boom):
    found = pages(boom(tree(f"Zie {EEN_B}.")))
    assert all("wetteksten" not in text for path, text in found.items() if path != "over.md")


def test_on_a_card_a_citation_is_as_long_as_it_was(boom):
    rules = f"Zie {EEN_B}."
    project = boom({**tree(), "dilemmas/fles-wijn.md": dilemma_with(rules)})
    corpus, _ = load_corpus(project.root, REGISTRY)
    for site in (None, "https://wijzer.example/"):
        (card,) = cards(corpus, site)
        assert f"Zie {NAAM}." in plain(card.delen["Wat de regels zeggen"])


def dilemma_with(rules):
    body = dilemma(titel="Een fles wijn")
    return body.replace('Lees {{ verwijs("relatiegeschenken") }}.', rules)


def plain(nodes):
    """The text of a tree of a card."""
    return "".join(n if isinstance(n, str) else plain(n.children) for n in nodes).replace(
        "\xa0", " "
    )


# -- our sentences -------------------------------------------------------------------------------


def test_a_citation_without_a_sentence_is_a_tip_at_its_first_place(boom):
    project = boom({**tree(f"Zie {EEN_B}. {EEN_B}"), WET: acht(), UITLEG: ZINNEN})
    assert project.meldingen() == ""
    project.write(UITLEG, ZIN.replace("    onderdeel: b\n", "").replace('    lid: "1"\n', ""))
    assert project.meldingen() == tekst(f"""
        docs/over.md:8: tip: bij {NAAM} hoort nog geen zin in gewone taal
            Schrijf die zin in docs/wet-uitleg.yml.
        """)


@pytest.mark.parametrize(
    ("before", "after", "line", "text"),
    [
        ("ambtenarenwet-2017", "ambtenarenwet-2018", 3, "er is geen wet of regel"),
        ("ambtenarenwet-2017", "relatiegeschenken", 3, "is geen wet of regel"),
        ("onderdeel: b", "onderdeel: q", 4, "staat niet in de officiële tekst van 2025-07-01"),
        ('artikel: "8"', 'artikel: "acht"', 4, "is geen artikelnummer"),
        ("uitleg:", "uitlegg:", 7, "`plaatsen (1e) uitlegg` is onbekend"),
    ],
)
def test_a_sentence_about_an_unknown_place_is_found_with_its_line(boom, before, after, line, text):
    project = boom({**tree(), UITLEG: ZIN.replace(before, after)})
    (found, *_) = [m for m in project.check().errors if m.pad == UITLEG and m.regel == line]
    assert text in found.tekst


def test_a_place_has_one_sentence(boom):
    project = boom({**tree(), UITLEG: ZIN + ZIN.replace("\nplaatsen:", "").lstrip("\n")})
    assert [m.tekst for m in project.check().errors] == ["bij deze plaats staat al een zin"]


# -- the table of who read what ------------------------------------------------------------------


def read_all(project):
    """Add what is missing to the table and give every row a verdict, as a lawyer would."""
    project.wijzer("recht", "nagelezen", "--aanvullen")
    file = project.root / TABEL
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    place = KOLOMMEN.index("oordeel")
    for cells in rows[1:]:
        cells[place] = "juist"
    file.write_text("".join(row(*cells) for cells in rows), encoding="utf-8", newline="\n")


def changed(project, words):
    """Let the law say something else in article 8, lid 1, part b."""
    text = read_text((project.root / TEKST).read_text(encoding="utf-8"))
    new = [replace(p, tekst=words) if p.onderdeel == "b" else p for p in text.passages]
    day = datetime.date(2026, 1, 1)
    project.write(TEKST, dump(replace(text, passages=tuple(new), versie=day)))


def test_a_project_without_a_table_is_not_asked_for_one(boom):
    project = boom(tree(f"Zie {EEN_B}."))
    assert project.meldingen() == ""
    assert "Nog niet naast de wet gelegd (0)" in project.wijzer("rapport").stdout


def test_the_command_says_first_what_is_wrong_with_the_pages(boom):
    done = boom({"docs/over.md": pagina(titel=None)}).wijzer("recht", "nagelezen")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("docs/over.md:1: de sleutel `titel` ontbreekt\n")


def test_the_command_adds_rows_that_a_person_fills_in(boom):
    project = boom(tree(f"Zie {EEN_B}."))
    first = project.wijzer("recht", "nagelezen", "--aanvullen")
    assert first.returncode == 1
    assert (
        first.stdout
        == tekst("""
        docs/over.md:8: artikel 8, eerste lid, aanhef en onder b, ambtenarenwet-2017
        regelgeving/wetten/ambtenarenwet-2017.md:17: artikel 8, ambtenarenwet-2017
        regelgeving/wetten/ambtenarenwet-2017.md:19: artikel 9, ambtenarenwet-2017
        3 van de 3 aanhalingen zijn nog niet nagelezen.
        Erbij gezet in regelgeving/teksten/nagelezen.tsv: 3. Vul bij elke nieuwe rij `oordeel` in.
        """)
        + "\n"
    )
    again = project.wijzer("recht", "nagelezen", "--aanvullen")
    assert "nagelezen.tsv: 0. Vul" in again.stdout
    assert "Nog niet naast de wet gelegd (3)" in project.wijzer("rapport").stdout
    read_all(project)
    done = project.wijzer("recht", "nagelezen")
    assert (done.returncode, done.stdout) == (
        0,
        "0 van de 3 aanhalingen zijn nog niet nagelezen.\n",
    )


def test_a_law_of_which_we_have_no_words_gets_a_row_too(boom):
    sources = {path: text for path, text in tree(f"Zie {EEN_B}.").items() if path != TEKST}
    project = boom(sources)
    done = project.wijzer("recht", "nagelezen", "--aanvullen")
    assert (done.returncode, done.stderr) == (1, "")
    assert "nagelezen.tsv: 3. Vul" in done.stdout
    read_all(project)
    assert project.wijzer("recht", "nagelezen").returncode == 0


def test_when_the_law_changes_hrm_hears_which_pages_were_read_beside_the_old_words(boom):
    project = boom(tree(f"Zie {EEN_B}."))
    read_all(project)
    assert project.meldingen() == ""
    changed(project, "geld aan te nemen.")
    found = project.meldingen()
    assert f"docs/over.md:8: tip: de tekst van {NAAM} is veranderd sinds deze pagina" in found
    assert "artikel 9 van de Ambtenarenwet 2017 is veranderd" not in found
    report = project.wijzer("rapport").stdout
    assert "De wet is veranderd sinds de pagina is nagelezen (2)" in report
    assert f"  docs/over.md:8: {NAAM}\n" in report
    why = "de wet is veranderd sinds de pagina is nagelezen"
    assert f"\n  nu, want {why}: docs/over.md\n" in project.wijzer("rapport", "herziening").stdout
    read_all(project)
    assert project.meldingen() == ""


def test_the_employee_reads_only_of_which_day_the_text_is(boom):
    project = boom(tree(f"Zie {EEN_B}."))
    read_all(project)
    changed(project, "geld aan te nemen.")
    corpus, _ = load_corpus(project.root, REGISTRY)
    page = words({p.pad: p.inhoud for p in compose(corpus)}["over.md"])
    assert "tekst van 1 januari 2026" in page
    assert "nagelezen" not in page and "veranderd" not in page


def test_the_words_above_a_list_belong_to_its_parts(boom):
    project = boom(tree(f"Zie {EEN_B}."))
    read_all(project)
    text = read_text((project.root / TEKST).read_text(encoding="utf-8"))
    new = [
        replace(p, tekst="Hij mag:") if p.sleutel == ("8", "1", "aanhef") else p
        for p in text.passages
    ]
    project.write(TEKST, dump(replace(text, passages=tuple(new))))
    assert f"de tekst van {NAAM} is veranderd" in project.meldingen()


@pytest.mark.parametrize(
    ("content_of_file", "line", "text"),
    [
        ("regeling\tartikel\n", 1, "de kolommen kloppen niet"),
        (HEAD + "a\tb\n", 2, "deze rij heeft 2 vakken"),
        (HEAD + row(*(["a", "1"] + [""] * 8)), 2, "de sleutel `pagina` ontbreekt"),
        (HEAD + row("a", "1", "", "", "p", "", "", "prima", "", ""), 2, "`prima`"),
        (HEAD + row("a", "1", "", "", "p", "", "", "juist", "", "xyz"), 2, "is geen kenmerk"),
        (b"\xff\xfe", 1, "deze tabel is niet te lezen"),
    ],
)
def test_a_table_that_is_wrong_says_where(boom, content_of_file, line, text):
    project = boom({**tree(), TABEL: content_of_file})
    (found,) = [m for m in project.check().errors if m.pad == TABEL]
    assert (found.regel, text in found.tekst) == (line, True), found


# -- the page for HRM, and search ----------------------------------------------------------------


def test_the_page_for_hrm_says_which_text_the_site_has(boom):
    page = pagina("{{ stand_van_de_verwijzingen() }}\n", titel="Stand")
    project = boom({**tree(), "docs/stand.md": page})
    found = pages(project)["stand.md"]
    assert (
        "- **[Ambtenarenwet 2017](regelgeving/wetten/ambtenarenwet-2017.md)**: tekst van "
        "1 juli 2025, gelezen op 23 november 2026. Bron: een proef. Nieuwste versie: nog niet "
        "opgehaald bij de officiële bron. Volgende versie: nog niet opgehaald bij de officiële "
        "bron." in found
    )
    official = {"herkomst": "officiële bron (KOOP), BWBR0001947, versie 2025-07-01_0"}
    project.write(TEKST, wettekst(*PASSAGES, **official))
    assert (
        "Nieuwste versie: die van 1 juli 2025. Volgende versie: geen bekend."
        in (pages(project)["stand.md"])
    )
    coming = wettekst(*PASSAGES, versie=datetime.date(2027, 1, 1), **official)
    project.write("regelgeving/teksten/volgende/ambtenarenwet-2017.json", coming)
    assert "Volgende versie: vanaf 1 januari 2027." in pages(project)["stand.md"]


def test_search_knows_the_words_on_the_norm_and_on_the_page_of_the_law(boom):
    law = ['regeling: ambtenarenwet-2017\nartikel: "8"\nlid: "1"\nonderdeel: b']
    norm = basisnorm(titel="Relatiegeschenken", wettelijke_basis=law)
    project = boom({**tree(f"Zie {EEN_B}."), NORM: norm})
    facts = page_facts(load_corpus(project.root, REGISTRY)[0])
    on_norm = facts["regelgeving/basisnormen/relatiegeschenken/"].wet
    assert on_norm.startswith("Het is de ambtenaar niet toegestaan: een gift")
    assert "nevenwerk" not in on_norm
    assert "nevenwerk te doen;" in facts["regelgeving/wetten/ambtenarenwet-2017/"].wet
    assert facts["over/"].wet == ""


# A new citation of HRM is a tip of the check, not a reason to refuse it.
AS_DELIVERED = pytest.mark.skipif("WIJZER_INHOUD" in os.environ, reason="tells of the own content")

# -- what HRM wrote ------------------------------------------------------------------------------


@pytest.mark.inhoud
@AS_DELIVERED
def test_every_citation_was_read_beside_the_words_of_today():
    corpus = content()
    found = [one for mentions in citations(corpus.graph).values() for one in mentions]
    unread = [
        (one.document.path, one.regel, one.plaats)
        for one in found
        if corpus.leestabel.stand(one, corpus.graph) is not Stand.GELEZEN
    ]
    assert found
    assert unread == [], "Draai: python3 scripts/wijzer.py recht nagelezen --aanvullen"


@pytest.mark.inhoud
@AS_DELIVERED
def test_every_citation_has_a_sentence_in_plain_words():
    corpus = content()
    cited = {one.plaats for mentions in citations(corpus.graph).values() for one in mentions}
    rules = corpus.graph.documents
    assert [p for p in sorted(cited) if p.sleutel not in rules[p.regeling].uitleg] == []


def test_the_smallest_project_cites_nothing_that_it_has_words_of(boom):
    assert TEKST not in minimal()
    assert "Zo staat het in de wet" not in "".join(pages(boom()).values())


def test_a_mistake_in_the_sentences_is_a_finding(boom) -> None:
    found = boom({UITLEG: "plaatsen:\n  - regeling: x\n    artikl: '1'\n"}).fouten().split("\n")
    assert f"{UITLEG}:3: de sleutel `plaatsen (1e) artikl` is onbekend" in found
