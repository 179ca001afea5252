"""What the form does to a source: only what somebody changed, down to the byte."""

from __future__ import annotations

import difflib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.boom import dilemma, tekst
from tests.gemeente import FROZEN, frozen
from wijzer.app.form import Formulier
from wijzer.base.trouble import PlainError
from wijzer.editor.form.config import DATA, form_config
from wijzer.editor.form.entry import BODY, VERSION, from_entry, to_entry
from wijzer.model.kinds import DILEMMA

PAD = "dilemmas/fles-wijn.md"


def sources():
    """Yield the bytes and the model of every source of the form; pages have a body."""
    for document in frozen().all_documents:
        yield document.path, (FROZEN / document.path).read_bytes(), document.soort.model
    for path in DATA:
        if (FROZEN / path).is_file():
            yield path, (FROZEN / path).read_bytes(), None


def through_the_browser(path, data):
    return json.loads(json.dumps(to_entry(data, page=path.endswith(".md"))))


def leaves(value, at=()):
    if isinstance(value, str):
        yield at
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*at, key))


def test_a_source_that_nobody_changed_stays_byte_for_byte():
    for path, data, model in sources():
        assert from_entry(data, through_the_browser(path, data), model) == data, path


def test_one_change_anywhere_changes_one_line():
    for path, data, model in sources():
        entry = through_the_browser(path, data)
        places = [at for at in leaves(entry) if at[0] not in (BODY, VERSION)]
        for at in places[:: max(1, len(places) // 2)]:
            changed = through_the_browser(path, data)
            holder = changed
            for step in at[:-1]:
                holder = holder[step]
            holder[at[-1]] = f"{holder[at[-1]]}: anders".strip()
            before, after = data.decode(), from_entry(data, changed, model).decode()
            lines = difflib.ndiff(before.split("\n"), after.split("\n"))
            assert sorted(line[0] for line in lines if line[0] in "+-") == ["+", "-"], (path, at)


BRON = tekst("""
    # Boven alles
    titel: "Een titel"
    getal: 3.10

    # Over de lijst
    lijst:   # hier
      - een
      # voor twee
      - 'twee'
      - drie

    groep:
      nummer: "8"
      leeg:
    plat: [a, b]
    artikelen:
      - nummer: "1"
        onderwerp: zo
      # het tweede
      - nummer: "2"
        onderwerp: anders
    """)


def changed(**values):
    data = f"{BRON}\n".encode()
    entry = {**to_entry(data, page=False), **values}
    lines = difflib.ndiff(BRON.split("\n"), from_entry(data, entry, None).decode().split("\n")[:-1])
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"titel": "Een ander"}, ['- titel: "Een titel"', '+ titel: "Een ander"']),
        ({"getal": "3.1"}, ["- getal: 3.10", '+ getal: "3.1"']),
        ({"getal": None}, ["- getal: 3.10"]),
        ({"lijst": ["een", "twee", "drie", "vier: 4"]}, ['+   - "vier: 4"']),
        ({"lijst": ["een", "drie"]}, ["-   # voor twee", "-   - 'twee'"]),
        ({"lijst": ["drie", "een", "twee"]}, ["+   - drie", "-   - drie"]),
        ({"groep": {"nummer": "9", "leeg": ""}}, ['-   nummer: "8"', '+   nummer: "9"']),
        ({"groep": {"nummer": "8", "leeg": "vol"}}, ["-   leeg:", "+   leeg: vol"]),
        ({"plat": ["a", "c"]}, ["- plat: [a, b]", "+ plat: [a, c]"]),
        ({"plat": ["a, b", "3.1"]}, ["- plat: [a, b]", '+ plat: ["a, b", "3.1"]']),
        (
            {"nieuw": [{"a": "1", "b": ["x"]}]},
            ["+ nieuw:", "+   - a: 1", "+     b:", "+       - x"],
        ),
        ({"nieuw": True, "leeg": [], "ook": ""}, ["+ nieuw: true"]),
        (
            {
                "artikelen": [
                    {"nummer": "1", "onderwerp": "nu"},
                    {"nummer": "2", "onderwerp": "anders"},
                ]
            },
            ["-     onderwerp: zo", "+     onderwerp: nu"],
        ),
        (
            {"artikelen": [{"onderwerp": "zo"}, {"nummer": "2", "onderwerp": "anders"}]},
            ['-   - nummer: "1"', "-     onderwerp: zo", "+   - onderwerp: zo"],
        ),
    ],
)
def test_only_what_changed_is_written_anew(values, lines):
    assert changed(**values) == lines


TEKENS = st.text(st.sampled_from("ab1:# -'\"[]{}&*!|>%@`,\\\n~?.é"), max_size=8)
WAARDEN = st.recursive(
    TEKENS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=6,
)
SLEUTELS = st.sampled_from(["titel", "getal", "lijst", "groep", "plat", "artikelen", "nieuw"])


@given(st.dictionaries(SLEUTELS, WAARDEN, max_size=3))
@settings(max_examples=60, deadline=None)
def test_whatever_somebody_fills_in_is_read_as_that(values):
    data = f"{BRON}\n".encode()
    made = from_entry(data, {**to_entry(data, page=False), **values}, None)
    again = to_entry(made, page=False)
    assert from_entry(made, again, None) == made
    for key, value in values.items():
        if isinstance(value, str):
            assert again.get(key, "") == value.strip()
    untouched = {"titel", "getal", "lijst", "groep", "plat", "artikelen"} - {*values}
    assert {key: again[key] for key in untouched} == {
        key: to_entry(data, page=False)[key] for key in untouched
    }


def test_a_new_key_comes_where_the_model_has_it():
    data = dilemma(titel="Fles", rollen=["hrm"]).encode()
    entry = {**to_entry(data, page=True), "beoordelen_voor": "2027-05-01", "regelingen": ["x"]}
    text = from_entry(data, entry, DILEMMA.model).decode()
    assert "eigenaar: hrm\nbeoordelen_voor: 2027-05-01\nnummer: 1\n" in text
    assert "  - relatiegeschenken\nregelingen:\n  - x\nrollen:\n" in text


def test_windows_line_ends_and_a_byte_order_mark_stay():
    data = b"\xef\xbb\xbf" + dilemma(titel="Fles").replace("\n", "\r\n").encode()
    entry = {**to_entry(data, page=True), "titel": "Kist"}
    assert from_entry(data, entry, DILEMMA.model) == data.replace(b"titel: Fles", b"titel: Kist")


def test_a_body_ends_with_a_line_end():
    data = dilemma(titel="Fles").encode()
    entry = {**to_entry(data, page=True), BODY: "## Kort"}
    assert from_entry(data, entry, DILEMMA.model).endswith(b"---\n## Kort\n")


def test_a_new_page():
    made = from_entry(
        b"", {"nummer": "2", "titel": "De taart", BODY: "## Situatie\n"}, DILEMMA.model
    )
    assert made == b"---\ntitel: De taart\nnummer: 2\n---\n## Situatie\n"


# -- what the form asks ---------------------------------------------------------------------------


def test_the_form_follows_from_the_models(boom):
    config = form_config(boom().check().corpus)
    by_name = {one["name"]: one for one in config["collections"]}
    assert {*by_name} >= {"dilemmas", "regelgeving-wetten", "docs-rollen", "docs", "gegevens"}
    fields = {one["name"]: one for one in by_name["dilemmas"]["fields"]}
    assert [*fields] == [*DILEMMA.model.model_fields, BODY]
    assert fields["nummer"]["default"] == "2"
    assert fields["kernwaarden"] == {
        "name": "kernwaarden",
        "label": "Kernwaarden",
        "hint": "De kernwaarden die botsen.",
        "required": True,
        "widget": "select",
        "multiple": True,
        "options": [
            {"label": "Onafhankelijkheid", "value": "onafhankelijkheid"},
            {"label": "Zorgvuldigheid", "value": "zorgvuldigheid"},
        ],
        "min": 1,
    }
    assert fields[BODY]["default"].startswith("## Situatie\n\n…\n\n## De vraag\n")
    assert not any(one.get("delete", False) for one in config["collections"])


@pytest.fixture
def formulier(boom):
    return Formulier(boom({PAD: dilemma(titel="Een fles wijn")}).root)


def save(formulier, path=PAD, **values):
    """Save as Decap CMS does, with what it had when it opened the page."""
    had = json.loads(formulier.answer("getEntry", {"path": path})["data"] or "{}")
    send(formulier, path, {**had, **values})


def send(formulier, path, entry):
    asked = {"dataFiles": [{"path": path, "raw": json.dumps(entry)}], "assets": []}
    formulier.answer("persistEntry", asked)


def test_a_mistake_is_told_and_nothing_is_saved(formulier):
    before = (formulier.root / PAD).read_bytes()
    with pytest.raises(PlainError) as refused:
        save(formulier, thema="geschenk", samenvatting="Een. Twee.")
    assert str(refused.value) == tekst("""
        dilemmas/fles-wijn.md:3: `samenvatting` bestaat uit meer dan één zin
            Houd één zin over.
        dilemmas/fles-wijn.md:8: `thema` heeft een onbekende waarde: `geschenk`
            Bedoelde je `geschenken`?
        7 pagina’s nagekeken: 2 fouten, 0 tips.
        Dit zou er dan misgaan. Er is niets veranderd.
        """)
    assert (formulier.root / PAD).read_bytes() == before


def test_a_mistake_elsewhere_does_not_stand_in_the_way(formulier):
    other = formulier.root / "docs/index.md"
    other.write_text(other.read_text(encoding="utf-8").replace("titel:", "titl:"), encoding="utf-8")
    save(formulier, samenvatting="Zo kan het ook.")
    assert "Zo kan het ook." in (formulier.root / PAD).read_text(encoding="utf-8")


def test_saving_twice_goes_on_with_what_the_browser_has(formulier):
    had = json.loads(formulier.answer("getEntry", {"path": PAD})["data"])
    for text in ("Een keer.", "Twee keer."):
        send(formulier, PAD, {**had, "samenvatting": text})
    assert "samenvatting: Twee keer.\n" in (formulier.root / PAD).read_text(encoding="utf-8")


def test_what_another_program_wrote_is_not_lost(formulier):
    had = json.loads(formulier.answer("getEntry", {"path": PAD})["data"])
    save(formulier, samenvatting="Van een ander.")
    file = formulier.root / PAD
    file.write_text(file.read_text(encoding="utf-8") + "\nMeer.\n", encoding="utf-8")
    with pytest.raises(PlainError, match=f"^{PAD} is intussen veranderd"):
        send(formulier, PAD, {**had, "samenvatting": "Van mij."})


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "dilemmas/../mkdocs.yml", "mkdocs.yml", "wijzer/cli.py", "/etc/passwd",
        "docs/../../x.md", "docs/./x.md", "docs//x.md", "docs/melden/.x.md", "docs/toegestane-hosts.yml",
    ],
)  # fmt: skip
def test_only_sources_can_be_read_or_written(formulier, path):
    for ask in (lambda: save(formulier, path, titel="x"), lambda: send(formulier, path, {})):
        with pytest.raises(PlainError) as refused:
            ask()
        assert str(refused.value) == f"{path} hoort niet bij dit formulier."


def test_nothing_else_can_be_done(formulier):
    for action in ("deleteFile", "persistMedia", "publishUnpublishedEntry"):
        with pytest.raises(PlainError, match=r"^Dat kan niet met dit formulier\.$"):
            formulier.answer(action, {"path": PAD})


def test_a_folder_holds_the_pages_of_its_kind(formulier):
    (formulier.root / "docs/begrippen.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    (formulier.root / "docs/kapot.md").write_text("---\ntitel: [\n---\n", encoding="utf-8")
    found = formulier.answer("entriesByFolder", {"folder": "docs", "extension": "md", "depth": 1})
    assert [one["file"]["path"] for one in found] == ["docs/index.md"]
