"""What changed in the law: old and new words, and the pages that lean on them."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.boom import (
    basisnorm,
    dilemma,
    koppen,
    pagina,
    passage,
    regeling,
    tekst,
    wettekst,
)
from tests.recht_bron import WOO, artikel, bron, bwb, woo
from wijzer.base.word_diff import word_diff
from wijzer.model.kinds import DILEMMA
from wijzer.recht.diff import Wijziging, compare
from wijzer.recht.lines import load

AANHEF = passage("8", "1", "aanhef", "Het is niet toegestaan:")
A = passage("8", "1", "a", "giften aan te nemen;")
B = passage("8", "1", "b", "giften te geven.")
C = passage("8", "2", "", "De ambtenaar doet opgave.")


def verschillen(oud, nieuw, **fields):
    found = compare(load(wettekst(*oud, **fields)), load(wettekst(*nieuw)))
    return [(v.soort.value, v.van, v.naar, v.nieuw) for v in found]


def test_equal_texts_have_no_differences():
    assert verschillen([AANHEF, A, B, C], [AANHEF, A, B, C]) == []


def test_changed_new_and_lapsed_passages():
    changed = passage("8", "1", "a", "giften aan te nemen of te vragen;")
    new = passage("8", "3", "", "Er komen regels.")
    assert verschillen([AANHEF, A, B, C], [AANHEF, changed, C, new]) == [
        ("veranderd", ("8", "1", "a"), ("8", "1", "a"), "giften aan te nemen of te vragen;"),
        ("vervallen", ("8", "1", "b"), None, ""),
        ("nieuw", None, ("8", "3", ""), "Er komen regels."),
    ]


def test_the_same_words_elsewhere_have_moved():
    assert verschillen([C], [passage("8a", "", "", C.tekst)]) == [
        ("verplaatst", ("8", "2", ""), ("8a", "", ""), C.tekst)
    ]


def test_an_article_with_a_new_number_and_new_words_is_known_by_its_own_number():
    old = load(wettekst(C)).passages[0].__class__("8", "2", "", "Oud.", C.geldig_vanaf, "77")
    new = old.__class__("8a", "2", "", "Nieuw.", C.geldig_vanaf, "77")
    assert verschillen([old], [new]) == [("verplaatst", ("8", "2", ""), ("8a", "2", ""), "Nieuw.")]


def test_a_list_in_a_sentence_that_now_has_parts_is_no_change():
    inside = passage(
        "8", "1", "", "Het is niet toegestaan: a. giften aan te nemen; b. giften te geven."
    )
    assert verschillen([inside, C], [AANHEF, A, B, C], volledig=False) == []
    other = passage("8", "1", "b", "giften te vragen.")
    ((soort, _, _, new),) = verschillen([inside, C], [AANHEF, A, other, C], volledig=False)
    assert (soort, new) == (
        "veranderd",
        "Het is niet toegestaan: giften aan te nemen; giften te vragen.",
    )


def test_a_definition_with_a_list_in_it_that_now_has_parts_is_no_change():
    inside = passage("1", "", "begrip: huis", "a. een dak, of 1°. een muur.")
    parts = [
        passage("1", "", "begrip: huis.a", "een dak, of"),
        passage("1", "", "begrip: huis.a.1", "een muur."),
    ]
    assert verschillen([inside], parts, volledig=False) == []


def test_of_a_text_that_was_not_complete_what_it_lacked_is_not_new():
    assert verschillen([A], [AANHEF, A, B, C], volledig=False) == []


def test_the_difference_is_marked_word_by_word():
    pieces = [(p.teken, p.tekst) for p in word_diff("een oude zin hier", "een nieuwe zin")]
    assert pieces == [("=", "een"), ("-", "oude"), ("+", "nieuwe"), ("=", "zin"), ("-", "hier")]


# -- rehearsed from the source to the report -----------------------------------------------------

WOO_PAGE = regeling(
    titel="Wet open overheid",
    bron={"bwb": WOO},
    officiele_titel=None,
    artikelen=['nummer: "5.1"\nonderwerp: uitzonderingen', 'nummer: "10.4"\nonderwerp: de titel'],
)
TREE = {
    "regelgeving/wetten/woo.md": WOO_PAGE,
    "regelgeving/wetten/ambtenarenwet-2017.md": regeling(
        titel="Ambtenarenwet 2017", artikelen=None
    ),
    "dilemmas/fles-wijn.md": dilemma(
        koppen(
            DILEMMA.koppen,
            **{"Wat de regels zeggen": 'Zie {{ artikel("woo", "5.1", lid="1", onderdeel="a") }}.'},
        ),
        titel="Een fles wijn",
    ),
    "docs/over.md": pagina('Zie {{ artikel("woo", "5.1", lid="2") }}.\n', titel="Over"),
    "regelgeving/basisnormen/relatiegeschenken.md": basisnorm(
        titel="Relatiegeschenken",
        wettelijke_basis=['regeling: woo\nartikel: "5.1"', "regeling: ambtenarenwet-2017"],
    ),
}
KROON = ("de eenheid van de Kroon in gevaar zou", "de Kroon in gevaar zou")


@pytest.fixture
def server():
    with bron() as running:
        yield running


@pytest.fixture
def project(boom, server):
    """A project in Git with the text of the Woo as it was in 2022."""
    project = boom(TREE)
    server.bestanden = bwb(woo("2022-05-01"))
    ophalen(project, server)
    for arguments in (
        ["init", "--quiet"],
        ["add", "--all"],
        [
            "-c",
            "user.name=proef",
            "-c",
            "user.email=proef@example.nl",
            "commit",
            "--quiet",
            "-m",
            ".",
        ],
    ):
        subprocess.run(["git", "-C", str(project.root), *arguments], check=True)
    return project


def ophalen(project, server):
    done = project.wijzer("recht", "ophalen", "--bron", server.adres, "woo")
    assert done.returncode == 0, done.stdout


def test_nothing_changed(project, server):
    assert project.meldingen() == ""
    ophalen(project, server)
    done = project.wijzer("recht", "verschil")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Er is niets veranderd.\n", "")


def test_what_changed_and_who_leans_on_it(project, server):
    server.bestanden = bwb(
        woo("2026-07-01", "9999-12-31", KROON, ('<nr status="officieel">10.4<', "<nr>10.5<"))
    )
    ophalen(project, server)
    done = project.wijzer("recht", "verschil")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout
        == tekst("""
        Wet open overheid
          Was de tekst van 1 mei 2022, is nu die van 1 juli 2026.

          artikel 5.1, eerste lid, aanhef en onder a: veranderd
            [-de eenheid van-] de Kroon in gevaar zou kunnen brengen;
            leunt hierop: dilemma en kaart 1: Een fles wijn (dilemmas/fles-wijn.md)
            leunt hierop: basisnorm: Relatiegeschenken (regelgeving/basisnormen/relatiegeschenken.md)
            leunt hierop: regeling: Wet open overheid (regelgeving/wetten/woo.md)

          artikel 10.4: verplaatst naar artikel 10.5
            Deze wet wordt aangehaald als: Wet open overheid.
            leunt hierop: regeling: Wet open overheid (regelgeving/wetten/woo.md)
        """)
        + "\n\n"
    )
    assert "artikel 10.4 van de Wet open overheid bestaat niet" in project.meldingen()


def test_what_is_coming_is_said_with_its_day(project, server):
    later = woo("2099-01-01", "9999-12-31", KROON, (artikel("10.4"), ""))
    server.bestanden = bwb(woo("2022-05-01", "2098-12-31"), later)
    ophalen(project, server)
    done = project.wijzer("recht", "verschil")
    assert done.returncode == 1
    assert done.stdout.startswith(
        tekst("""
        Wet open overheid
          Vanaf 1 januari 2099 verandert deze tekst.

          artikel 5.1, eerste lid, aanhef en onder a: vanaf 1 januari 2099 luidt deze tekst
            [-de eenheid van-] de Kroon in gevaar zou kunnen brengen;
        """)
    )
    assert "artikel 10.4: vervallen vanaf 1 januari 2099" in done.stdout
    assert project.meldingen() == ""


def test_a_law_that_is_withdrawn_is_said(project, server):
    server.bestanden = bwb(woo("2022-05-01", "2024-06-30"))
    ophalen(project, server)
    assert (
        project.wijzer("recht", "verschil").stdout
        == tekst("""
        Wet open overheid
          Deze tekst geldt tot 1 juli 2024.
        """)
        + "\n\n"
    )


def test_as_json(project, server):
    server.bestanden = bwb(woo("2026-07-01", "9999-12-31", KROON))
    ophalen(project, server)
    (found,) = json.loads(project.wijzer("recht", "verschil", "--formaat", "json").stdout)[
        "wijzigingen"
    ]
    assert (found["regeling"], found["was"], found["wordt"], found["komt"]) == (
        "woo", "2022-05-01", "2026-07-01", False,
    )  # fmt: skip
    (change,) = found["verschillen"]
    assert (change["soort"], change["van"]) == (Wijziging.VERANDERD, ["5.1", "1", "a"])
    assert change["woorden"] == [
        ["-", "de eenheid van"],
        ["=", "de Kroon in gevaar zou kunnen brengen;"],
    ]
    assert change["leunt_hierop"] == [
        "dilemmas/fles-wijn.md",
        "regelgeving/basisnormen/relatiegeschenken.md",
        "regelgeving/wetten/woo.md",
    ]


def test_what_lapsed_has_no_new_place_in_json(project, server):
    server.bestanden = bwb(woo("2026-07-01", "9999-12-31", (artikel("10.4"), "")))
    ophalen(project, server)
    said = json.loads(project.wijzer("recht", "verschil", "--formaat", "json").stdout)
    (change,) = said["wijzigingen"][0]["verschillen"]
    assert (change["soort"], change["van"], change["naar"], change["nieuw"]) == (
        Wijziging.VERVALLEN, ["10.4", "", ""], None, "",
    )  # fmt: skip


def test_as_markdown_words_from_elsewhere_stay_words(project, server):
    hostile = "@owner #1 &lt;img src=x&gt; ![x](https://a.example/x) `c` **vet** zou"
    server.bestanden = bwb(woo("2026-07-01", "9999-12-31", (KROON[0], hostile)))
    ophalen(project, server)
    text = project.wijzer("recht", "verschil", "--formaat", "markdown").stdout
    assert "### artikel 5\\.1, eerste lid, aanhef en onder a\\: veranderd" in text
    assert "- [ ] dilemma en kaart 1\\: Een fles wijn (`dilemmas/fles-wijn.md`)" in text
    quoted = next(line for line in text.split("\n") if line.startswith("> "))
    assert quoted == (
        "> ~~de eenheid van de Kroon in gevaar~~ **@\u200bowner #\u200b1 \\<img src=x\\> "
        "\\!\\[x\\]\\(https\\:\u200b\\/\\/a\\.example\\/x\\) \\`c\\` \\*\\*vet\\*\\*** "
        "zou kunnen brengen;"
    )


@pytest.mark.parametrize("sinds", ["bestaat-niet", "--output=/tmp/x"])
def test_a_version_that_is_not_there_is_named(project, sinds):
    done = project.wijzer("recht", "verschil", f"--sinds={sinds}")
    assert (done.returncode, done.stdout) == (2, "")
    assert sinds in done.stderr
    assert "Traceback" not in done.stderr


def test_a_text_that_was_changed_by_hand_is_not_compared(project):
    file = project.root / "regelgeving/teksten/woo.json"
    project.write(
        "regelgeving/teksten/woo.json", file.read_text("utf-8").replace("Kroon", "Koning")
    )
    done = project.wijzer("recht", "verschil")
    assert done.returncode == 2
    assert "dit bestand is met de hand veranderd" in done.stderr
