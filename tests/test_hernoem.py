"""Another name or place for a page: every mention follows, and not a byte more changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import REGISTRY
from tests.boom import hubs, pagina, passage, tekst, wettekst
from tests.gemeente import assemble
from tests.wijzig_hulp import files, lines
from wijzer.app.check import check
from wijzer.corpus.calls import literal_places
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.macro import PAGE_PARAMETERS
from wijzer.editor.mentions import mentions
from wijzer.editor.move import rename
from wijzer.load.edit import Aanpassing, apply, plain_text

WET = "regelgeving/wetten/ambtenarenwet-2017.md"
OVER = """\
Zie [de norm](../regelgeving/basisnormen/relatiegeschenken.md#waar-gaat-het-om 'Titel'), en
[nog eens][n] of <a id="x"></a>{{ verwijs("relatiegeschenken", "relatiegeschenken") }}.

Het woord relatiegeschenken blijft, en `relatiegeschenken.md` ook.

{{ verwijs(tekst='x', pagina='relatiegeschenken') }}

[n]: ./regelgeving/basisnormen/relatiegeschenken.md
"""


def test_every_mention_follows_and_nothing_else_changes(boom, wijzer):
    project = boom({"docs/over.md": pagina(OVER, titel="Over")})
    before = files(project.root)
    assert wijzer(project, "hernoem", "relatiegeschenken", "geschenken") == (
        0,
        tekst(f"""
            dilemmas/fles-wijn.md
            docs/over.md
            regelgeving/basisnormen/geschenken.md
            regelgeving/basisnormen/relatiegeschenken.md
            {WET}
            Klaar: 5 bestanden zijn veranderd, zonder fouten.
        """)
        + "\n",
    )
    assert project.meldingen() == ""
    after = files(project.root)
    norm = after.pop("regelgeving/basisnormen/geschenken.md").decode()
    assert norm == before.pop("regelgeving/basisnormen/relatiegeschenken.md").decode().replace(
        "pijler: beschermen\n---",
        "pijler: beschermen\noude_paden:\n  - regelgeving/basisnormen/relatiegeschenken\n---",
    )
    expected = OVER
    for old, new in (
        ("basisnormen/relatiegeschenken.md", "basisnormen/geschenken.md"),
        ('verwijs("relatiegeschenken"', 'verwijs("geschenken"'),
        ("pagina='relatiegeschenken'", "pagina='geschenken'"),
    ):
        expected = expected.replace(old, new)
    assert after.pop("docs/over.md").decode() == before.pop("docs/over.md").decode().replace(
        OVER, expected
    )
    for path in ("dilemmas/fles-wijn.md", WET):
        old = before.pop(path).decode()
        assert after.pop(path).decode() == old.replace("relatiegeschenken", "geschenken")
    assert after == before


def test_a_rule_takes_its_words_its_explanation_and_its_rows_along(boom):
    row = "\t".join(["ambtenarenwet-2017", "8", "", "", f"{WET}:regel 9", "x", "y", "z", "", "k"])
    text = wettekst(passage("8"))
    explained = (
        "plaatsen:\n  - regeling: ambtenarenwet-2017\n    artikel: '8'\n    uitleg: Zo is het.\n"
    )
    table = f"regeling\tartikel\tlid\tonderdeel\tpagina\t…\n{row}\n"
    project = boom(
        {
            "regelgeving/teksten/ambtenarenwet-2017.json": text,
            "docs/wet-uitleg.yml": explained,
            "docs/over.md": pagina('Zie {{ artikel("ambtenarenwet-2017", "8") }}.\n'),
        }
    )
    project.write("regelgeving/teksten/nagelezen.tsv", table)
    corpus, _ = load_corpus(project.root, REGISTRY)
    made = rename(corpus, corpus.graph.documents["ambtenarenwet-2017"], "ambtenarenwet")
    assert made.weg == (WET, "regelgeving/teksten/ambtenarenwet-2017.json")
    new = {path: data.decode() for path, data in made.inhoud.items()}
    assert new["regelgeving/teksten/ambtenarenwet.json"] == text
    assert new["docs/wet-uitleg.yml"] == explained.replace("wet-2017", "wet")
    assert new["docs/over.md"].endswith('Zie {{ artikel("ambtenarenwet", "8") }}.\n')
    assert new["regelgeving/teksten/nagelezen.tsv"] == table.replace("wet-2017", "wet")


def test_a_role_and_a_kernwaarde_are_named_in_files_of_data(boom, wijzer):
    contact = "# Zo bereik je ons.\nhrm:\n  - naam:\n    telefoon:\n"
    project = boom({"docs/contact.yml": contact})
    assert wijzer(project, "hernoem", "hrm", "p-en-o")[0] == 0
    assert lines(project, "docs/contact.yml") == contact.replace("hrm:", "p-en-o:")
    before = lines(project, "gemeente.yml")
    assert wijzer(project, "hernoem", "zorgvuldigheid", "aandacht")[0] == 0
    assert lines(project, "gemeente.yml") == before.replace("zorgvuldigheid", "aandacht")
    assert project.meldingen() == ""


def test_the_menu_follows(boom, wijzer):
    menu = "site_name: Proef\nnav: # het menu\n  - Begin: index.md\n  - Over ons: over.md\n"
    project = boom({**hubs(), "mkdocs.yml": menu, "docs/over.md": pagina(titel="Over")})
    assert wijzer(project, "hernoem", "over", "wij")[0] == 0
    assert lines(project, "mkdocs.yml") == menu.replace("over.md", "wij.md")


def test_another_folder_takes_links_both_ways_along(boom, wijzer):
    norm = "regelgeving/basisnormen/relatiegeschenken.md"
    own = f"Zie [begin](index.md), [een norm](../{norm}) en ![p](assets/p.png)."
    other = "Zie [over](over.md#kop) en [over](./over.md)."
    project = boom(
        {
            "docs/over.md": pagina(f"## Kop\n\n{own} Terug naar [hier](over.md#kop).\n"),
            "docs/ander.md": pagina(f"{other}\n", titel="Ander"),
            "docs/assets/p.png": (Path(__file__).parent / "data/pixel.png").read_bytes(),
        }
    )
    assert wijzer(project, "verplaats", "over", "docs/melden/") == (
        0,
        "docs/ander.md\ndocs/melden/over.md\ndocs/over.md\n"
        "Klaar: 3 bestanden zijn veranderd, zonder fouten.\n",
    )
    moved = lines(project, "docs/melden/over.md")
    assert (
        f"Zie [begin](../index.md), [een norm](../../{norm}) en ![p](../assets/p.png). "
        "Terug naar [hier](over.md#kop).\n"
    ) in moved
    assert "oude_paden:\n  - over\n---\n" in moved
    assert "Zie [over](melden/over.md#kop) en [over](melden/over.md).\n" in lines(
        project, "docs/ander.md"
    )


def test_a_link_written_as_the_site_lies_stays_so(boom, wijzer):
    norm = "regelgeving/basisnormen/relatiegeschenken.md"
    project = boom({"docs/over.md": pagina(titel="Over")})
    text = lines(project, norm)
    project.write(norm, f"{text}\nZie [a](../../over.md) en [b](../../docs/over.md).\n")
    assert wijzer(project, "verplaats", "over", "docs/melden")[0] == 0
    assert lines(project, norm) == (
        f"{text}\nZie [a](../../melden/over.md) en [b](../../docs/melden/over.md).\n"
    )


@pytest.mark.parametrize(
    ("field", "after"),
    [
        ("oude_paden: [vroeger]\n", "oude_paden:\n  - vroeger\n  - over\n"),
        ("oude_paden:\n- vroeger\n", "oude_paden:\n- vroeger\n- over\n"),
        ('oude_paden:\n    - "vroeger"\n', 'oude_paden:\n    - "vroeger"\n    - over\n'),
        ("oude_paden:\n  - wij\n", "oude_paden:\n  - over\n"),
        ("concept: true\n", "concept: true\n"),
    ],
)
def test_the_old_address_is_kept_in_the_form_of_the_page(boom, wijzer, field, after):
    project = boom({"docs/over.md": pagina()})
    top, _, bottom = lines(project, "docs/over.md").rpartition("---\n")
    project.write("docs/over.md", f"{top}{field}# einde\n---\n{bottom}")
    assert wijzer(project, "hernoem", "over", "wij")[0] == 0
    assert lines(project, "docs/wij.md") == f"{top}{after}# einde\n---\n{bottom}"


def test_bytes_of_windows_stay(boom, wijzer):
    project = boom()
    text = pagina('Zie {{ verwijs("relatiegeschenken") }}.\n')
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    project.write("docs/over.md", data)
    norm = "regelgeving/basisnormen/relatiegeschenken.md"
    before = lines(project, norm).replace("\n", "\r\n").encode()
    project.write(norm, before)
    assert wijzer(project, "hernoem", "relatiegeschenken", "geschenken")[0] == 0
    after = (project.root / "docs/over.md").read_bytes()
    assert after == data.replace(b'"relatiegeschenken"', b'"geschenken"')
    moved = (project.root / "regelgeving/basisnormen/geschenken.md").read_bytes()
    added = b"oude_paden:\r\n  - regelgeving/basisnormen/relatiegeschenken\r\n"
    assert moved.count(added) == 1
    assert moved.replace(added, b"") == before


def test_pieces_are_replaced_where_they_stand():
    data = "\ufeffeen\r\ntwee\rdrie\n".encode()
    text = plain_text(data)
    places = [
        Aanpassing(text.index(word), text.index(word) + len(word), new)
        for word, new in (("twee", "2\n"), ("drie", "3"))
    ]
    assert apply(data, places) == "\ufeffeen\r\n2\r\n\r3\n".encode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hernoem", "fles", "wijn"], "Er is geen pagina `fles`. Bedoelde je `fles-wijn`?\n"),
        (
            ["hernoem", "fles-wijn", "Fles Wijn"],
            "`Fles Wijn` is geen goede naam; gebruik kleine letters, cijfers en streepjes, "
            "zoals: fles-wijn\n",
        ),
        (["hernoem", "fles-wijn", "hrm"], "`hrm` is al de naam van docs/rollen/hrm.md.\n"),
        (
            ["hernoem", "index", "begin"],
            "docs/index.md houdt zijn plek: het programma zoekt de pagina daar.\n",
        ),
        (["verplaats", "fles-wijn", "docs"], "Een dilemma hoort in dilemmas.\n"),
        (["verplaats", "fles-wijn", "dilemmas"], "dilemmas/fles-wijn.md staat daar al.\n"),
    ],
)
def test_what_cannot_be_is_said(boom, wijzer, arguments, said):
    project = boom()
    before = files(project.root)
    assert wijzer(project, *arguments) == (2, said)
    assert files(project.root) == before


def test_when_the_check_would_complain_nothing_changes(boom, wijzer):
    other = pagina(titel="Ander", oude_paden=["wij"])
    project = boom({"docs/over.md": pagina(), "docs/ander.md": other})
    before = files(project.root)
    assert wijzer(project, "hernoem", "over", "wij") == (
        1,
        "docs/ander.md:8: het oude adres `wij` is het adres van docs/wij.md\n"
        "    Haal het adres weg; die pagina bestaat nog.\n"
        "10 pagina’s nagekeken: 1 fout, 0 tips.\n"
        "Dit zou er dan misgaan. Er is niets veranderd.\n",
    )
    assert files(project.root) == before


def test_a_page_that_the_program_knows_by_its_name_keeps_it(boom, wijzer):
    project = boom({"docs/melden.md": pagina("Vertel het iemand.\n", titel="Melden")})
    before = files(project.root)
    assert wijzer(project, "hernoem", "melden", "vertellen") == (
        1,
        "Het programma kent deze pagina bij haar naam. Met een andere naam verandert de tekst voor "
        "lezers, op dilemmas/fles-wijn.md en 2 andere. Er is niets veranderd.\n",
    )
    assert files(project.root) == before


def test_with_mistakes_in_the_sources_nothing_is_renamed(boom, wijzer):
    project = boom({"docs/over.md": pagina("[weg](weg.md)\n")})
    before = files(project.root)
    code, said = wijzer(project, "hernoem", "over", "wij")
    assert code == 1
    assert said.endswith("Verbeter eerst deze fouten. Er is niets veranderd.\n")
    assert files(project.root) == before


def test_every_parameter_of_a_macro_that_names_a_page_is_known():
    """A new macro shows here: is its parameter an id, it belongs in ``PAGE_PARAMETERS``."""
    others = {"context", "lid", "map", "naam", "nummer", "onderdeel", "onderwerp", "soort"}
    others |= {"tekst", "thema", "vorm", "wat"}
    names = {name for macro in REGISTRY.values() for name in macro.signature.parameters}
    assert names - others == PAGE_PARAMETERS


def test_literals_of_a_call_are_found_where_they_stand():
    text = "a {{ x('b', 3) }} {{ y(\"b\" 'c') }}\n{{ z(k=\"é}}\") }} `{{ w() }}`"
    found = [
        (call.name, [text[begin:end] for begin, end in places])
        for call, places in literal_places(text)
    ]
    assert found == [("x", ["'b'", "3"]), ("y", []), ("z", ['"é}}"']), ("w", [])]


# -- on a whole municipality ---------------------------------------------------------------------

NAMES = ("zorgvuldigheid", "ambtenarenwet-2017", "vertrouwenspersonen", "wegwijzer-geschenk")


@pytest.fixture(scope="module")
def haarlem(tmp_path_factory):
    """A whole municipality that a test may change when it puts everything back."""
    return assemble(tmp_path_factory.mktemp("gemeente"))


def perform(root: Path, old: str, new: str) -> None:
    corpus, _ = load_corpus(root, REGISTRY)
    made = rename(corpus, corpus.graph.documents[old], new)
    for path, data in made.inhoud.items():
        (root / path).write_bytes(data)
    for path in made.weg:
        (root / path).unlink()


def sources(root: Path) -> dict[str, list[bytes]]:
    """Return the lines of every source, but for those of ``oude_paden``."""
    wanted = (".md", ".yml", ".tsv", ".json")
    return {
        path: [line for line in data.split(b"\n") if not _of_an_old_address(line)]
        for path, data in files(root).items()
        if path.endswith(wanted)
    }


def _of_an_old_address(line: bytes) -> bool:
    return line == b"oude_paden:" or (line.startswith(b"  - ") and line.endswith(b"-nieuw"))


@pytest.mark.traag
def test_there_and_back_gives_the_same_bytes_and_no_finding_on_the_way(haarlem):
    before = sources(haarlem)
    known = {document.id for document in load_corpus(haarlem, REGISTRY)[0].all_documents}
    names = [name for name in NAMES if name in known]
    assert len(names) >= 3
    for name in names:
        perform(haarlem, name, f"{name}-nieuw")
    assert sources(haarlem).keys() != before.keys()
    assert check(haarlem).errors == []
    for name in reversed(names):
        perform(haarlem, f"{name}-nieuw", name)
    assert sources(haarlem) == before


@pytest.mark.traag
def test_what_the_check_misses_without_a_page_was_found_before(haarlem):
    corpus, _ = load_corpus(haarlem, REGISTRY)
    for name in ("relatiegeschenken", "vertrouwenspersonen"):
        document = corpus.graph.documents[name]
        named = {m.pad for m in mentions(corpus, document)} - {document.path}
        file = haarlem / document.path
        data = file.read_bytes()
        file.unlink()
        missed = {m.pad for m in check(haarlem).errors if f"`{name}`" in m.tekst}
        file.write_bytes(data)
        assert missed, name
        assert missed <= named, name
