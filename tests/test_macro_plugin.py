"""MkDocs expands our macros with mkdocs-macros-plugin: the same bytes as the core, no Jinja."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError
from jinja2.exceptions import UndefinedError

from macros import REGISTRY
from macros.plugin import OnlyCalls
from tests.boom import REPO, Project, dilemma, koppen, pagina, regeling, rol, tekst
from tests.bouw_hulp import mkdocs
from tests.contact_hulp import persoon
from tests.gemeente import copy_of_content
from tests.plugin_hulp import built, plant_site, seen, with_spy
from tests.wegwijzers_hulp import answer, outcome, question, source
from wijzer.app.site import failure_site, load_site
from wijzer.base.config import read_config
from wijzer.base.signs import CALL_END, CALL_START, RESERVED, fill, seal
from wijzer.base.unseen import unseen
from wijzer.corpus.calls import Call, read_calls
from wijzer.model.kinds import DILEMMA
from wijzer.pages.page import Sitepagina

JINJA = ("{{ 7*7777 }}", "{% raw %}", "{# #}", "{{ config }}", "{{''.__class__}}")
ALLES = " ".join(JINJA)
SIGNS = "".join(map(chr, range(0xE000, 0xE006)))


def contents(project) -> dict[str, str]:
    """Return every page of the plain tree, which the core makes itself, without its header."""
    tree = project.root.parent / "plat"
    result = project.wijzer("schrijf", str(tree))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "macros" not in (tree / "mkdocs.yml").read_text(encoding="utf-8")
    docs = tree / "docs"
    texts = {f.relative_to(docs).as_posix(): f.read_bytes().decode() for f in docs.rglob("*.md")}
    return {path: text.split("---\n\n", 1)[1] for path, text in texts.items()}


# -- the same bytes, both ways --------------------------------------------------------------------


@pytest.mark.traag
def test_every_real_page_is_the_same_both_ways(tmp_path):
    project = with_spy(Project(copy_of_content(tmp_path / "project")))
    built(project)
    before, after = seen(project, "voor"), seen(project, "na")
    assert after == contents(project)
    assert {path for path in before if CALL_START in before[path]} == {
        path for path in before if before[path] != after[path]
    }
    called = "".join(before.values())
    assert [name for name in REGISTRY if f"{CALL_START}{name}(" in called]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A built project with Jinja in every field that takes text."""
    jinja = json.dumps(ALLES)
    said = {"titel": json.dumps(f"Titel {ALLES}"), "samenvatting": json.dumps(f"Kort {ALLES}.")}
    guide = source(
        [question("v0", answer(ALLES, "u0"), answer("Anders", "u1"), text=f"Vraag {ALLES}?")],
        [outcome("u0", titel=f"Dan {ALLES}", stappen=[f"Stap {ALLES}."], rollen=["hrm"]),
         outcome("u1", rollen=["hrm"])],
    )  # fmt: skip
    setting = f"id: bedrag\nnaam: {jinja}\nzolang: {jinja}\nwaarde: {jinja}"
    body = (
        '{{ instelling("bedrag") }}\n\n{{ verwijs("aanval", "Lees {{ 7*7777 }} {% raw %} {# x #}") }}'
        '\n\n{{ nog_in_te_vullen(\'"}} {{ config }}"\') }}\n\n{{ lijst("rollen") }}\n\nTekst {# x #}.\n\n'
        "Lees [hier](../dilemmas/fles-wijn.md) en [daar](rollen/hrm.md#x){: .y }.\n"
    )
    tree = {
        "docs/aanval.md": pagina("Tekst {# #}.\n", zoekwoorden=[jinja], **said),
        "docs/vragen.md": pagina(body.replace("#x", ""), titel="Vragen"),
        "docs/wegwijzers/wegwijzer-proef.md": guide,
        "docs/rollen/hrm.md": rol(eigen_contact="true", **said),
        "docs/begrippen.md": pagina(
            "{{ begrippenlijst() }}\n",
            titel="Begrippen",
            begrippen=[f"term: {jinja}\nuitleg: {jinja}\nafkorting: true\nvoluit: {jinja}\nbron: {jinja}"],
        ),
        "docs/instellingen.md": pagina("{{ instellingen() }}\n", titel="Afspraken", instellingen=[setting]),
        "docs/a-z.md": pagina("{{ zoekwoorden_a_z() }}\n", titel="Van A tot Z"),
        "docs/zaal.md": pagina("{{ workshop() }}\n", titel="Workshop"),
        "docs/contact.yml": f"hrm:\n{persoon(naam=jinja, kamer=jinja, uren=jinja)}",
        "dilemmas/fles-wijn.md": dilemma(
            koppen(DILEMMA.koppen, Situatie='Lees {{ verwijs("aanval") }} en [dit](../docs/vragen.md).'),
            **said,
        ),
        "regelgeving/wetten/ambtenarenwet-2017.md": regeling(
            artikelen=[f'nummer: "8"\nonderwerp: {jinja}'], officiele_titel=jinja
        ),
    }  # fmt: skip
    project = with_spy(plant_site(tmp_path_factory.mktemp("aanval") / "project", tree))
    built(project)
    return project


def test_a_page_full_of_jinja_is_the_same_both_ways(hostile):
    assert seen(hostile, "na") == contents(hostile)


def test_the_plugin_gets_checked_calls_only(hostile):
    found = seen(hostile, "voor")["vragen.md"]
    calls = [part.partition(CALL_END)[0] for part in found.split(CALL_START)[1:]]
    assert calls == [
        'instelling("bedrag")',
        'verwijs("aanval","Lees \\U0000007b\\U0000007b 7\\U0000002a7777 \\U0000007d\\U0000007d '
        '\\U0000007b\\U00000025 raw \\U00000025\\U0000007d \\U0000007b\\U00000023 x '
        '\\U00000023\\U0000007d")',
        'nog_in_te_vullen("\\U00000022\\U0000007d\\U0000007d \\U0000007b\\U0000007b config '
        '\\U0000007d\\U0000007d\\U00000022")',
        'lijst("rollen")',
    ]  # fmt: skip


@pytest.mark.parametrize(
    "page",
    ["aanval", "rollen/hrm", "begrippen", "instellingen", "a-z", "zaal", "dilemmas/fles-wijn",
     "wegwijzers/wegwijzer-proef", "regelgeving/wetten/ambtenarenwet-2017"],
)  # fmt: skip
def test_jinja_in_a_field_stands_there_as_text(hostile, page):
    text = html.unescape((hostile.root / "site" / page / "index.html").read_text(encoding="utf-8"))
    assert [part for part in JINJA if part not in text] == []
    assert "54439" not in text
    assert "<class" not in text
    assert not reserved_in(text)


def reserved_in(text: str) -> bool:
    return re.search(f"[{RESERVED}]", text) is not None


# -- what may not stand in a page ----------------------------------------------------------------

TEKEN = "een onzichtbaar teken: U+E000 teken voor eigen gebruik"
TIP = "Haal het weg, of typ de regel opnieuw in plaats van hem te plakken."
FORM = 'Schrijf een macro zo: {{ verwijs("relatiegeschenken") }}'
PLACES = {
    "body": ({"docs/x.md": pagina("Tekst.\n\nEen \ue000 teken.\n")}, "docs/x.md:10", TIP),
    "code block": ({"docs/x.md": pagina("```\n\ue000config\ue001\n```\n")}, "docs/x.md:9", TIP),
    "title": ({"docs/x.md": pagina(titel="Een \ue000")}, "docs/x.md:2", TIP),
    "title as an escape": ({"docs/x.md": pagina(titel='"Een \\ue000"')}, "docs/x.md:2", TIP),
    "third line of a text": (
        {"docs/x.md": pagina(samenvatting=">-\n  Een\n  twee\n  drie \ue000.")}, "docs/x.md:6", TIP
    ),
    "search word": ({"docs/x.md": pagina(zoekwoorden=["goed", "fout\ue000"])}, "docs/x.md:6", TIP),
    "contact": ({"docs/contact.yml": "hrm:\n" + persoon("A\ue000")}, "docs/contact.yml:2", TIP),
    "argument": ({"docs/x.md": pagina('{{ verwijs("hrm", "\\ue000") }}\n')}, "docs/x.md:8", TIP),
}  # fmt: skip


@pytest.mark.parametrize(("tree", "where", "tip"), PLACES.values(), ids=PLACES.keys())
def test_the_signs_of_the_site_are_refused(boom, tree, where, tip):
    assert f"{where}: {TEKEN}\n    {tip}" in boom(tree).meldingen()


def test_a_title_hands_no_sign_on():
    """MkDocs reads the title from the header, and the plugin expands titles too."""
    page = Sitepagina("x.md", "Tekst.", meta={"title": "Een \ue000a()\ue001"})
    assert "title: Een \ufffda()\ufffd" in page.text_with_calls


def test_the_page_with_findings_hands_no_sign_on(boom):
    """In the preview a message quotes what an author typed, on a page that the plugin reads."""
    body = koppen(DILEMMA.koppen) + "## Kop \ue000config\ue001\n"
    site = load_site(boom({"dilemmas/fles-wijn.md": dilemma(body)}).root)
    assert any("Kop \ue000config\ue001" in finding.tekst for finding in site.errors)
    pages = [page.text_with_calls for page in failure_site(site).pages]
    assert "Kop \ufffdconfig\ufffd" in pages[0]
    assert not any(map(reserved_in, pages))


@pytest.mark.parametrize("key", ["render_macros", "ignore_macros", "macros"])
def test_the_plugin_takes_no_orders_from_a_page(boom, key):
    project = boom({"docs/x.md": pagina(**{key: "true"})})
    assert f"docs/x.md:7: de sleutel `{key}` is onbekend" in project.meldingen()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("{{ verwijs(true) }}", "de macro `verwijs` mag alleen tekst tussen aanhalingstekens of een getal krijgen"),
        ('{{ verwijs("hrm", "\\ud800") }}', "de macro `verwijs` mag alleen tekst tussen aanhalingstekens of een getal krijgen"),
    ],
)  # fmt: skip
def test_literals_that_cannot_be_written_anew(boom, body, found):
    project = boom({"docs/x.md": pagina(f"{body}\n")})
    assert project.meldingen() == f"docs/x.md:8: {found}\n    {FORM}"


def test_a_macro_that_shows_its_own_page(boom):
    body = koppen(DILEMMA.koppen, Situatie="Tekst.\n\n{{ workshop() }}")
    (found,) = boom({"dilemmas/fles-wijn.md": dilemma(body)}).check().errors
    assert (found.pad, found.regel) == ("dilemmas/fles-wijn.md", 21)
    assert found.tekst == "deze macro toont de pagina waar hij zelf op staat"
    assert found.tip == "Haal de macro weg van deze pagina."


# -- when something in front of the plugin would fail --------------------------------------------

PLUGIN = read_config(REPO).values["plugins"]["macros"]
DELIMITERS = {
    key.removeprefix("j2_"): value for key, value in PLUGIN.items() if key.endswith("_string")
}
TREE = {"docs/x.md": pagina('{{ verwijs("hrm") }}\n')}


def test_the_plugin_and_the_core_name_the_same_signs():
    assert "".join(DELIMITERS.values()) == SIGNS
    assert DELIMITERS["variable_start_string"] == CALL_START
    assert DELIMITERS["variable_end_string"] == CALL_END
    assert f"{SIGNS[0]}-{SIGNS[-1]}" == RESERVED


def jinja() -> Environment:
    return Environment(**DELIMITERS, extensions=[OnlyCalls])


@pytest.mark.parametrize(
    "code",
    ["\ue000a.b\ue001", '\ue000a["b"]\ue001', "\ue000a|e\ue001", "\ue000a()()|e\ue001", "\ue000'a'~'b'\ue001",
     "\ue0007*7\ue001", "\ue000[1]\ue001", "\ue000{}\ue001", "\ue0001.5\ue001", "\ue002set a = 1\ue003",
     "\ue002include 'mkdocs.yml'\ue003"],
)  # fmt: skip
def test_the_plugin_knows_no_grammar_but_that_of_a_call(code):
    with pytest.raises(TemplateSyntaxError, match="not allowed"):
        jinja().from_string(code)


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_the_plugin_knows_no_functions_of_jinja(name):
    with pytest.raises(UndefinedError):
        jinja().from_string(f"\ue000{name}()\ue001").render()


_INJECT = """
from mkdocs.plugins import event_priority

CODES = {}

@event_priority(90)
def on_page_markdown(markdown, page, **_):
    page.meta["render_macros"] = False
    page.meta["verwijs"] = "van de pagina"
    return markdown + CODES.get(page.file.src_uri, "")
"""
REACH = (
    "config git environment extra page files navigation versie wijzer_site plugin "
    "filters_builtin macros_info() context() now() fix_url('x') range(9)"
).split()


def test_nothing_of_the_plugin_itself_is_within_reach(tmp_path):
    """As if the core let a page through that it should not: the plugin has nothing to give."""
    pages = {f"x{n}.md": f"{CALL_START}{code}{CALL_END}" for n, code in enumerate(REACH)}
    tree = {f"docs/{path}": pagina(titel=path) for path in pages}
    hook = _INJECT.replace("{}", ascii(pages))
    lax = {"macros": {**PLUGIN, "on_error_fail": False}}  # else the first page is the last
    planted = plant_site(tmp_path / "project", tree, extra={"versie": "geheim"}, plugins=lax)
    project = with_spy(planted, hook)
    assert mkdocs(project, "build").returncode == 0
    for number, code in enumerate(REACH):
        file = project.root / f"site/x{number}/index.html"
        text = html.unescape(file.read_text(encoding="utf-8"))
        assert f"'{code.partition('(')[0]}' is undefined" in text


def test_a_build_that_the_plugin_stops_leaves_the_last_site(tmp_path):
    project = with_spy(
        plant_site(tmp_path / "project", TREE),
        _INJECT.replace("{}", ascii({"x.md": f"{CALL_START}config{CALL_END}"})),
    )
    result = project.wijzer("bouw")
    assert result.returncode == 1
    assert (
        result.stderr
        == tekst("""
        x.md: een macro op deze pagina kan niet worden uitgevoerd
        De site is niet gebouwd. Er is nog geen site.
    """)
        + "\n"
    )


def test_a_page_cannot_switch_macros_off_nor_give_them_another_meaning(tmp_path):
    project = with_spy(plant_site(tmp_path / "project", TREE), _INJECT)
    built(project)
    text = (project.root / "site/x/index.html").read_text(encoding="utf-8")
    assert '<a href="../rollen/hrm/">Afdeling HRM</a>' in text
    assert "van de pagina" not in text


def test_without_the_plugin_there_is_no_site(tmp_path):
    result = mkdocs(plant_site(tmp_path / "project", TREE, plugins=[]), "build", "--strict")
    assert result.returncode == 1
    assert ".md: de macro's zijn niet uitgevoerd. Zet `macros` met zijn" in result.stderr
    assert "Traceback" not in result.stderr


# -- two ways of filling in, one outcome ---------------------------------------------------------

LITERALS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(LITERALS, max_size=3), LITERALS)
def test_a_call_is_written_anew_without_a_change_of_meaning(arguments, option):
    call = Call("verwijs", tuple(arguments), (("tekst", option),), 1, True)
    if not any(found for value in [*arguments, option] for found in unseen(value)):
        assert read_calls(f"{{{{ {call.source} }}}}") == (call,)
    assert not set("`*{}[]<>|#!.:/\n&") & set(call.source)


PIECES = st.sampled_from(
    [*SIGNS, "a()", f"{CALL_START}a(){CALL_END}", "{{ 7*7777 }}", "\n", "{%", "x"]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=5))
def test_the_plugin_fills_in_what_the_core_fills_in(text, made):
    environment = jinja()
    environment.globals["a"] = lambda: made
    outcomes = {"a()": made}
    assert environment.from_string(seal(text, outcomes)).render() == fill(text, outcomes)
