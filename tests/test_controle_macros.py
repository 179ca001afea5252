"""The check of Jinja in Markdown: calls of known macros with literal arguments, no more."""

from __future__ import annotations

import pytest

from macros import REGISTRY
from tests.boom import pagina, tekst
from wijzer.model.validate import choice

VORM = 'Schrijf een macro zo: {{ verwijs("relatiegeschenken") }}'
NAMEN = sorted(REGISTRY)
ALLEEN = "tussen `{{` en `}}` mag alleen een macro staan"
LETTERLIJK = "de macro `verwijs` mag alleen tekst tussen aanhalingstekens of een getal krijgen"
OPDRACHT = "opdrachten tussen `{%` en `%}` mogen niet"
SLECHT = "een macro is niet goed geschreven"

WRONG = {
    "statement": ("{% set a = 1 %}", OPDRACHT, VORM),
    "loop": ("{% for a in [1] %}x{% endfor %}", OPDRACHT, VORM),
    "include": ('{% include "/etc/passwd" %}', OPDRACHT, VORM),
    "variable": ("{{ config }}", ALLEEN, VORM),
    "attribute": ("{{ ''.__class__ }}", ALLEEN, VORM),
    "method": ('{{ verwijs.__globals__["os"].popen("id") }}', ALLEEN, VORM),
    "index": ('{{ verwijs["x"] }}', ALLEEN, VORM),
    "filter": ('{{ verwijs("hrm") | upper }}', ALLEEN, VORM),
    "sum": ('{{ verwijs("hrm") + "x" }}', ALLEEN, VORM),
    "text": ('{{ "hallo" }}', ALLEEN, VORM),
    "nested call": ('{{ verwijs(verwijs("hrm")) }}', LETTERLIJK, VORM),
    "nested expression": ('{{ verwijs("hr" ~ "m") }}', LETTERLIJK, VORM),
    "name as argument": ("{{ verwijs(hrm) }}", LETTERLIJK, VORM),
    "list as argument": ('{{ verwijs(["hrm"]) }}', LETTERLIJK, VORM),
    "unpacked": ("{{ verwijs(*x) }}", LETTERLIJK, VORM),
    "unpacked keys": ("{{ verwijs(**x) }}", LETTERLIJK, VORM),
    "unknown macro, nearly right": (
        '{{ verwijst("hrm") }}',
        "de macro `verwijst` bestaat niet",
        "Bedoelde je `verwijs`?",
    ),
    "unknown macro": ("{{ popen() }}", "de macro `popen` bestaat niet", choice("popen", NAMEN)),
    "too many arguments": (
        '{{ verwijs("hrm", "a", "b") }}',
        "de macro `verwijs` krijgt andere gegevens mee",
        f"Zo gebruik je de macro: {REGISTRY['verwijs'].example}",
    ),
    "no arguments": (
        "{{ verwijs() }}",
        "de macro `verwijs` krijgt andere gegevens mee",
        f"Zo gebruik je de macro: {REGISTRY['verwijs'].example}",
    ),
    "unknown argument": (
        '{{ dilemmas(kleur="rood") }}',
        "de macro `dilemmas` krijgt andere gegevens mee",
        f"Zo gebruik je de macro: {REGISTRY['dilemmas'].example}",
    ),
    "unknown id, nearly right": (
        '{{ verwijs("relatiegeschenk") }}',
        "de pagina `relatiegeschenk` bestaat niet",
        "Bedoelde je `relatiegeschenken`?",
    ),
    "unknown id": (
        '{{ verwijs("zzz") }}',
        "de pagina `zzz` bestaat niet",
        "Kijk in de map naar de naam.",
    ),
    "unknown article": (
        '{{ artikel("ambtenarenwet-2017", "9") }}',
        "artikel 9 van de Ambtenarenwet 2017 staat niet bij `artikelen` van "
        "regelgeving/wetten/ambtenarenwet-2017.md",
        "Dichtbij staan: artikel 8 (geen geschenken). "
        "Klopt jouw verwijzing? Voeg het artikel daar dan eerst toe.",
    ),
    "article of no rule": (
        '{{ artikel("hrm", "9") }}',
        "`hrm` is geen wet of regel",
        "Neem de id van een wet of regel.",
    ),
    "unknown theme": (
        '{{ dilemmas(thema="geschenkn") }}',
        "`geschenkn` is geen thema",
        "Bedoelde je `geschenken`?",
    ),
    "unknown list": ('{{ lijst("rolen") }}', "er is geen lijst van `rolen`", "Bedoelde je `rollen`?"),
    "no role": (
        '{{ bij_wie("zorgvuldigheid") }}',
        "`zorgvuldigheid` is geen rol",
        "Neem een bestandsnaam uit docs/rollen/.",
    ),
    "block inside a text": (
        'Kijk bij {{ lijst("rollen") }} verder.',
        "de macro `lijst` staat midden in een tekst",
        "Zet de macro op een eigen regel, met een lege regel ervoor en erna.",
    ),
    "quote open": ('{{ verwijs("hrm) }}', SLECHT, VORM),
    "brace open": ('{{ verwijs("hrm")', SLECHT, VORM),
    "too deep": (
        f"{{{{ verwijs({'(' * 3000} }}}}",
        "een macro heeft te veel lagen in elkaar",
        VORM,
    ),
    "empty": ("{{ }}", SLECHT, VORM),
    "bold": ("{{ **vet** }}", SLECHT, VORM),
}  # fmt: skip
RIGHT = {
    "page": '{{ verwijs("relatiegeschenken") }}',
    "own text": "Lees {{ verwijs('relatiegeschenken', 'dit over geschenken') }}.",
    "article": '{{ artikel("ambtenarenwet-2017", "8") }}',
    "number": '{{ artikel("ambtenarenwet-2017", 8) }}',
    "key": '{{ dilemmas(thema="geschenken") }}',
    "two on a line": '{{ verwijs("hrm") }} en {{ verwijs("hrm") }}',
    "single braces": "Een { accolade } en {# geen opmerking",
    "to fill in": '{{ nog_in_te_vullen("het bedrag") }}',
}


@pytest.mark.parametrize(("body", "found", "tip"), WRONG.values(), ids=WRONG.keys())
def test_refused(boom, body, found, tip):
    project = boom({"docs/vragen.md": pagina(f"Tekst.\n\n{body}\n")})
    assert project.meldingen() == f"docs/vragen.md:10: {found}\n    {tip}"


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT.keys())
def test_accepted(boom, body):
    assert boom({"docs/vragen.md": pagina(f"Tekst.\n\n{body}\n")}).meldingen() == ""


def test_all_of_a_page_at_once(boom):
    body = "{{ a() }}\n\n{% if x %}\n\n{% endif %}\n\n{{ b.c }}\n"
    assert boom({"docs/vragen.md": pagina(body)}).meldingen() == tekst(f"""
        docs/vragen.md:8: de macro `a` bestaat niet
            {choice("a", NAMEN)}
        docs/vragen.md:10: opdrachten tussen `{{%` en `%}}` mogen niet
            {VORM}
        docs/vragen.md:14: tussen `{{{{` en `}}}}` mag alleen een macro staan
            {VORM}
    """)


def test_macro_that_points_at_a_draft(boom):
    pages = {
        "docs/plan.md": pagina(concept="true"),
        "docs/vragen.md": pagina('{{ verwijs("plan") }}\n'),
    }
    assert boom(pages).meldingen() == tekst("""
        docs/vragen.md:8: de pagina `plan` is nog concept
            Publiceer die pagina eerst, of haal de macro weg.
    """)


def test_every_macro_has_an_example_that_calls_it():
    assert all(macro.example.startswith(f"{{{{ {name}(") for name, macro in REGISTRY.items())
