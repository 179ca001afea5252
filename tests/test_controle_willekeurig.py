"""Whatever stands in a file, the check answers with findings: it never raises."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.boom import DAG, bron, dilemma, koppen, pagina, plant
from wijzer.app.check import check
from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen
from wijzer.load.document import read_document
from wijzer.load.markdown.body import Body
from wijzer.load.sentences import sentences
from wijzer.load.yaml_text import read_yaml
from wijzer.model.kinds import DILEMMA

PAD = "dilemmas/fles-wijn.md"


@pytest.fixture(scope="module")
def project():
    with tempfile.TemporaryDirectory() as folder:
        yield plant(Path(folder))


def look(project, data):
    """Check the project with these bytes in one page."""
    project.write(PAD, data)
    outcome = check(project.root, DAG)
    assert all(isinstance(melding, Melding) and melding.regel >= 1 for melding in outcome.meldingen)
    return outcome


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
@example(b"---\n\x00: \x00\n---\n")
@example(b"\xff\xfe-\x00-\x00-\x00")
def test_any_bytes(project, data):
    assert look(project, data).errors


YAML = st.lists(
    st.sampled_from(
        ["titel", "thema", "bron", "artikelen", ": ", ":", "\n", "\n  ", "\n  - ", "- ", "[", "]"]
        + ["{", "}", ", ", "&a ", "*a", "!!str ", "!", "|", ">", "? ", "#", " #", "'", '"', "\\"]
        + ["---", "...", "%YAML 1.2", "<<", "~", "@", "`", "é", "\u2028", "\x85", "\ufeff", "\x07"]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(YAML)
@example("? [a]\n: b\n? [a]\n: c")
@example("a: *b")
@example("[" * 5000)
@example("a: " + "{b: " * 5000)
@example("a: b\n...\nc: d")
def test_any_yaml(project, text):
    look(project, f"---\n{text}\n---\n{koppen(DILEMMA.koppen)}".encode())


@settings(max_examples=150, deadline=None)
@given(YAML)
def test_any_value(project, text):
    look(project, bron(koppen(DILEMMA.koppen), {"titel": text, "thema": "druk"}).encode())


MARKDOWN = st.lists(
    st.sampled_from(
        ["## Situatie", "## ", "# ", "\n", "\n\n", "- ", "> ", "| ", "```", "`", "[", "](", ")", "]: "]
        + ["http://", "//[", "#", "{{ ", " }}", "{% ", " %}", "{#", 'verwijs("hrm")', "verwijs(", "x"]
        + ["<", ">", "<!--", "<![", "<a ", "{: ", "}", "\\", "*", "***", "%00", "&#0;", "\x00", "."]
        + ["Zin. ", "…", "===", "---", "é", "\u2028", "mailto:", "javascript:", "^1"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(MARKDOWN)
@example("[a](http://[b)")
@example("<![foo[")
@example("{{ verwijs(" + "(" * 300 + " }}")
@example("{{ " + "-" * 3000 + "1 }}")
@example("{{ verwijs(" + "[" * 3000 + " }}")
@example("[a](%00)")
@example("[a](" + "../" * 500 + "x)")
def test_any_body(project, text):
    look(project, dilemma(text).encode())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text):
    body = Body(text, 1)
    assert all(sentence.strip() for _, sentence in sentences(body))
    assert len(body.prose) == text.count("\n") + 1
    assert all(1 <= link.line <= text.count("\n") + 1 for link in body.links)
    assert all(1 <= tag.line <= text.count("\n") + 1 for tag in body.tags)


SCALARS = ["3.10", "1:20", "nee", "ja", "0x1F", "2027-05-01", "null", "~x", "1e3", "012", "NaN"]


@pytest.mark.parametrize("value", SCALARS)
def test_scalars_stay_text(value):
    assert read_yaml(f"a: {value}\nb:\n  - {value}\n").values == {"a": value, "b": [value]}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_quoted_text_comes_back(value):
    assume(not [*unseen(value)])  # what a reader cannot see is refused, see its own tests
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    reading = read_document(PAD, f'---\ntitel: "{quoted}"\n---\n'.encode())
    assert (reading.document.values, reading.meldingen) == ({"titel": value}, [])


HEAVY = {
    "brackets": "[" * 100_000,
    "links": "[a](" * 25_000,
    "backticks": "`a``b```c" * 10_000,
    "less than": "<a " * 30_000,
    "comments": "<!--" * 25_000,
    "braces": "{" * 100_000,
    "macros": "{{ " * 30_000,
    "attributes": "{: " * 30_000,
    "stars": "*" * 100_000,
    "quotes": '<a title="' * 10_000,
    "spaces": "<a" + " " * 100_000,
    "hashes": "#" * 100_000,
    "headings": "## a\n" * 20_000,
    "fences": "```\n" * 25_000,
    "full stops": "A. " * 30_000,
}


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY.keys())
def test_no_text_hangs_the_check(project, text):
    """A pattern that backtracks would take hours over a file of this size."""
    look(project, pagina(text).encode())
