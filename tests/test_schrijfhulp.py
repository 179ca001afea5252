"""``controleer --schrijfhulp``: tips about words and sentences, for who asks for them."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from tests.boom import REPO, Project, basisnorm, koppen, pagina, tekst
from wijzer.corpus.corpus import load_corpus
from wijzer.corpus.schrijfhulp import load_schrijfhulp
from wijzer.load.dutch_dictionary import VARIABLE, NoDictionaryError, load_dictionary
from wijzer.model.kinds import BASISNORM
from wijzer.rules.writing import tips
from wijzer.rules.writing.level import score, syllables
from wijzer.rules.writing.passive import passive

WOORDEN = """\
moeilijk:
  - woord: trachten
    vormen: [tracht, getracht]
    gewoon: proberen
  - woord: met betrekking tot
    gewoon: over
  - {woord: alsmede, gewoon: en ook}
goed_gespeld: [huurbusje]
"""
HULP = {"docs/schrijfhulp.yml": WOORDEN}
DUTCH = Path(os.environ.get(VARIABLE) or "/usr/share/hunspell/nl.dic")
with_chunspell = pytest.mark.skipif(
    importlib.util.find_spec("hunspell") is None, reason="chunspell is er niet"
)


@pytest.fixture(autouse=True)
def no_dictionary(monkeypatch, tmp_path):
    """No test reads the dictionary of the computer it runs on."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "geen.dic"))


def found(project: Project) -> str:
    """Return what the help says about pages."""
    meldingen = [m for m in tips(load_corpus(project.root)[0]) if m.pad.endswith(".md")]
    return "\n".join(f"{m.pad}:{m.regel}: {m.tekst}\n    {m.tip}" for m in meldingen)


def test_hard_words_are_found_in_text_and_header(boom):
    project = boom({
        **HULP,
        "docs/vragen.md": pagina(
            "Een zin.\nWij Trachten dat,\nalsmede dit.\n\nEr is niet naar getracht.\n",
            samenvatting="Vragen met betrekking tot cadeaus.",
        ),
    })  # fmt: skip
    assert found(project) == tekst("""
        docs/vragen.md:3: een moeilijk woord: “met betrekking tot”
            Schrijf liever: over
        docs/vragen.md:9: een moeilijk woord: “Trachten”
            Schrijf liever: proberen
        docs/vragen.md:9: een moeilijk woord: “alsmede”
            Schrijf liever: en ook
        docs/vragen.md:12: een moeilijk woord: “getracht”
            Schrijf liever: proberen
    """)


KEPT = {
    "quotation": "> Wij trachten dat.\n",
    "quoted": "Hij zei: “Ik tracht dat.” En “alsmede”.\n",
    "speech": "‘Ik tracht dat,’ zegt zij.\n",
    "part of a word": "Betrachten en alsmedeling.\n",
    "code": "Zie `alsmede`.\n",
    "heading": "## Trachten\n\nTekst.\n",
    "name of a rule": "Lees het besluit met betrekking tot auto's.\n",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_official_and_foreign_words_stay_as_they_are(boom, text):
    rule = pagina(titel="Besluit met betrekking tot auto's")
    project = boom({**HULP, "docs/vragen.md": pagina(text), "docs/besluit.md": rule})
    assert found(project) == ""


PASSIVE = {
    "De melding wordt bekeken.": "wordt bekeken",
    "De melding wordt morgen door niemand bekeken.": "",
    "De brieven worden na een week verstuurd, en dan niet meer.": "worden … verstuurd",
    "Zeg dat het nagevraagd wordt.": "nagevraagd wordt",
    "Er werd niets opgeschreven.": "werd … opgeschreven",
    "Dat kan worden verlengd met een week.": "worden verlengd",
    "HRM bekijkt de melding.": "",
    "Het wordt bekend.": "",
    "De gevolgen worden groter.": "",
    "Daar wordt het bestuursrecht besproken.": "wordt … besproken",
    "Het bestuursrecht wordt moeilijker.": "",
    "Je wordt gebeld.": "",
    "Word je bedreigd?": "",
    "Iemand wordt gezien.": "",
    "Verliefd worden mag.": "",
    "Het wordt warm, want het gebied is klein.": "",
    "": "",
}


@pytest.mark.parametrize(("sentence", "words"), PASSIVE.items())
def test_passive(sentence, words):
    assert passive(sentence) == words


def test_a_passive_sentence_gives_a_tip(boom):
    project = boom({"docs/vragen.md": pagina("Een zin.\nDe melding wordt bekeken.\n")})
    assert found(project) == tekst("""
        docs/vragen.md:9: lijdende vorm: “wordt bekeken”
            Zeg liever wie het doet, zoals: HRM bekijkt de melding.
    """)


SYLLABLES = {"de": 1, "melding": 2, "ideeën": 3, "geïnteresseerd": 5, "bureau": 2, "reünie": 3, "vrij": 1, "zwaaien": 2, "mm": 1}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), SYLLABLES.items())
def test_syllables(word, number):
    assert syllables(word) == number


def test_the_score_is_that_of_the_formula():
    assert score([("de", "kat", "zit"), ("hij", "slaapt")]) == pytest.approx(
        206.84 - 0.77 * 100 - 0.93 * 2.5
    )


HARD = (
    "De verantwoordelijkheid voor integriteit in de organisatie ligt primair bij bestuurders.\n\n"
)


def test_a_page_that_is_hard_to_read_gives_one_tip(boom):
    project = boom({
        "docs/kort.md": pagina(HARD * 9),
        "docs/lang.md": pagina(HARD * 10),
        "docs/gewoon.md": pagina("Dit is een zin die je zo leest.\n\n" * 20),
    })  # fmt: skip
    assert found(project) == tekst("""
        docs/lang.md:8: de pagina is moeilijk te lezen: 15 op de schaal van Flesch-Douma
            Vanaf 60 is een tekst gewoon te lezen. Kies kortere zinnen en kortere woorden.
    """)


# -- spelling ------------------------------------------------------------------------------------

AFFIXES = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwzj\nCOMPOUNDMIN 3\nCOMPOUNDFLAG c\n"
WORDS = "en\ndit/c\nis\neen\nniet\ncafé\nwoord/c\nboek/c\nzin\nzegt\nlees\nwat\nhier\nstaat\nin\nde\ntekst\n"


@pytest.fixture
def dictionary(tmp_path, monkeypatch):
    """A dictionary of a few words."""
    (tmp_path / "nl.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "nl.dic").write_text(f"{WORDS.count(chr(10))}\n{WORDS}", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nl.dic"))


def unknown(project: Project, path: str = "docs/vragen.md") -> list[tuple[int, str, str]]:
    meldingen = [m for m in tips(load_corpus(project.root)[0]) if m.pad == path]
    return [(m.regel, m.tekst, m.tip) for m in meldingen if "woordenboek" in m.tekst]


@with_chunspell
def test_an_unknown_word_gives_a_tip_once_with_the_nearest_words(boom, dictionary):
    text = "Dit is een zin.\nDit is een woorrd.\nEen woorrd is een woord.\n"
    assert unknown(boom({"docs/vragen.md": pagina(text)})) == [(
        9,
        "dit woord staat niet in het woordenboek: “woorrd”",
        "Bedoelde je: woord?\nIs het goed? Zet het dan bij `goed_gespeld` in docs/schrijfhulp.yml.",
    )]  # fmt: skip


FINE = {
    "compound": "Dit is een woordboek.",
    "stress": "Eén woord is níet een café.",
    "name": "Dit is een Tjitske. Tjitskes woord.",
    "abbreviation": "Dit is een WNRA in een DigiD.",
    "address": "Lees www.qzx.nl, https://qzx.nl en qzx@qzx.nl.",
    "macro": "Dit is {{ gemeente() }}.",
    "known by the site": "Een qwfile is een huurbusje en een zqwoord.",
    "code": "Dit is `qzx`.",
    "quotation": "> Qzxen qzx.",
}


@with_chunspell
@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_needs_no_tip(boom, dictionary, text):
    page = pagina(text + "\n", titel="Over een qwfile", zoekwoorden=["zqwoord"])
    assert unknown(boom({**HULP, "docs/vragen.md": page})) == []


@with_chunspell
@pytest.mark.skipif(not DUTCH.is_file(), reason="hunspell-nl is er niet")
def test_the_dictionary_of_debian_knows_dutch(boom, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(DUTCH))
    text = "De nevenwerkzaamheden van een vertrouwenspersoon.\n\nEen vertrouwenspersson helpt.\n"
    assert unknown(boom({"docs/vragen.md": pagina(text)})) == [(
        10,
        "dit woord staat niet in het woordenboek: “vertrouwenspersson”",
        "Bedoelde je: vertrouwenspersoon?\nIs het goed? Zet het dan bij `goed_gespeld` in docs/schrijfhulp.yml.",
    )]  # fmt: skip


def test_without_a_dictionary_one_tip_says_so(boom):
    text = [m for m in tips(load_corpus(boom().root)[0]) if "spelling" in m.tekst]
    assert [(m.pad, m.regel, m.tekst) for m in text] == [
        (
            "docs/schrijfhulp.yml",
            1,
            "naar spelling is niet gekeken: er is geen Nederlands woordenboek",
        )
    ]


@with_chunspell
def test_it_says_how_to_get_a_dictionary():
    with pytest.raises(NoDictionaryError) as error:
        load_dictionary()
    assert str(error.value) == (
        "Installeer LibreOffice met de Nederlandse taal, of op Debian en Ubuntu: "
        "sudo apt install hunspell-nl\n"
        "Staat nl.dic ergens anders? Zet het pad in WIJZER_WOORDENBOEK."
    )


# -- the file ------------------------------------------------------------------------------------

WRONG = {
    "moeilijk:\n  - woord: alsmede\n": tekst("""
        docs/schrijfhulp.yml:2: de sleutel `moeilijk (1e) gewoon` ontbreekt
            Voeg toe: gewoon: en ook
    """),
    "moeilijk:\n  - {woord: alsmede, gewoon: en}\n  - {woord: ook, vormen: [Alsmede], gewoon: en}\n": tekst("""
        docs/schrijfhulp.yml:3: `alsmede` staat er twee keer: ook bij `alsmede`
            Haal een van de twee weg.
    """),
    "woorden: []\n": tekst("""
        docs/schrijfhulp.yml:1: de sleutel `woorden` is onbekend
            Deze sleutels mogen hier: moeilijk, goed_gespeld.
    """),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG.items())
def test_a_mistake_in_the_file_is_an_error_of_every_check(boom, text, expected):
    assert boom({"docs/schrijfhulp.yml": text}).meldingen() == expected


def test_our_own_list_is_long_and_well():
    lijst, meldingen = load_schrijfhulp(REPO)
    assert meldingen == [] and [*lijst.twice()] == []
    assert len(lijst.woorden.moeilijk) >= 150


# -- the command ---------------------------------------------------------------------------------


def test_only_who_asks_gets_the_tips_and_they_are_never_errors(boom, wijzer):
    norm = basisnorm(
        koppen(BASISNORM.koppen, **{"Wat doe je": "Wij trachten dat."}), titel="Geschenken"
    )
    project = boom({**HULP, "regelgeving/basisnormen/relatiegeschenken.md": norm})
    assert wijzer(project, "controleer")[1] == "8 pagina’s nagekeken: 0 fouten, 0 tips.\n"
    for extra in ([], ["--strikt"]):
        code, said = wijzer(project, "controleer", "--schrijfhulp", *extra)
        assert code == 0
        assert "tip: een moeilijk woord: “trachten”\n    Schrijf liever: proberen\n" in said
        assert said.endswith("8 pagina’s nagekeken: 0 fouten, 2 tips.\n")
