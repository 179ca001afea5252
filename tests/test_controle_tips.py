"""Tips: what could be better without failing the check, and how long a sentence is."""

from __future__ import annotations

import datetime

import pytest

from tests.boom import GEWENST, basisnorm, dilemma, koppen, pagina, tekst
from wijzer.load.markdown.body import Body
from wijzer.load.sentences import sentences
from wijzer.model.kinds import DILEMMA

FLES = "dilemmas/fles-wijn.md"
LANG = " ".join(["woord"] * 26)
"""A sentence of 26 words, without its capital and full stop."""


def test_norm_without_rule_or_dilemma(boom):
    project = boom({"regelgeving/basisnormen/eed-of-belofte.md": basisnorm(nummer="5")})
    assert project.meldingen() == tekst("""
        regelgeving/basisnormen/eed-of-belofte.md:1: tip: bij deze Basisnorm hoort nog geen dilemma
            Zet `eed-of-belofte` bij `basisnormen` van een dilemma.
        regelgeving/basisnormen/eed-of-belofte.md:1: tip: bij deze Basisnorm hoort nog geen wet of regel
            Zet `eed-of-belofte` bij `basisnormen` van een wet of regel.
    """)
    assert project.check().errors == []


def test_dilemma_with_one_kernwaarde(boom):
    assert boom({FLES: dilemma(kernwaarden=["zorgvuldigheid"])}).meldingen() == tekst("""
        dilemmas/fles-wijn.md:11: tip: dit dilemma noemt maar één kernwaarde
            Een dilemma wringt als twee kernwaarden botsen. Noem ook de andere.
    """)


@pytest.mark.parametrize(("day", "late"), [(1, False), (2, True)])
def test_page_past_its_review_date(boom, day, late):
    project = boom({FLES: dilemma(beoordelen_voor="2027-05-01")})
    expected = tekst("""
        dilemmas/fles-wijn.md:16: tip: de pagina moest voor 2027-05-01 beoordeeld zijn
            Lees de pagina na en zet nieuwe datums bij `beoordeeld_op` en `beoordelen_voor`.
    """)
    assert project.meldingen(on=datetime.date(2027, 5, day)) == (expected if late else "")


def test_long_sentence(boom):
    body = koppen(DILEMMA.koppen, Situatie=f"{GEWENST['Situatie']}\n\nEn dan een {LANG}.")
    assert boom({FLES: dilemma(body)}).meldingen() == tekst("""
        dilemmas/fles-wijn.md:21: tip: een zin van 29 woorden: “En dan een woord woord woord …”
            Maak er twee zinnen van, elk tot 25 woorden.
    """)


def test_sentence_of_25_words_is_fine(boom):
    assert boom({"docs/vragen.md": pagina(" ".join(["woord"] * 25) + ".\n")}).meldingen() == ""


def test_strict_makes_findings_of_tips(boom):
    project = boom({FLES: dilemma(kernwaarden=["zorgvuldigheid"])})
    assert project.wijzer("controleer").returncode == 0
    strict = project.wijzer("controleer", "--strikt")
    assert strict.returncode == 1
    assert (
        strict.stdout
        == tekst("""
        dilemmas/fles-wijn.md:11: dit dilemma noemt maar één kernwaarde
            Een dilemma wringt als twee kernwaarden botsen. Noem ook de andere.
        8 pagina’s nagekeken: 1 fout, 0 tips.
    """)
        + "\n"
    )


SENTENCES = {
    "two": ("Eerste zin. Tweede zin.", ["Eerste zin.", "Tweede zin."]),
    "marks": ("Echt? Ja! Nou… Goed.", ["Echt?", "Ja!", "Nou…", "Goed."]),
    "over lines": ("Eerste\nzin. Tweede\nzin.", ["Eerste zin.", "Tweede zin."]),
    "paragraphs": ("Zonder punt\n\nTweede zin", ["Zonder punt", "Tweede zin"]),
    "list": ("Kies:\n- een punt\n- twee punten\n  loopt door", ["Kies:", "een punt", "twee punten loopt door"]),
    "numbered": ("1. Een.\n2) Twee.", ["Een.", "Twee."]),
    "nested list": ("- een\n    - twee", ["een", "twee"]),
    "quoted speech": ("‘Mag dat?’ vraagt hij. ‘Ja.’ Dan zwijgt hij.", ["‘Mag dat?’ vraagt hij.", "‘Ja.", "Dan zwijgt hij."]),
    "article": ("Zie art. 8 van de wet. Klaar.", ["Zie art. 8 van de wet.", "Klaar."]),
    "amount": ("Het kost 1.000 euro. 2 mensen.", ["Het kost 1.000 euro.", "2 mensen."]),
    "bold": ("Een zin. **Vet** begint. _Schuin_ ook.", ["Een zin.", "Vet begint.", "Schuin ook."]),
    "link": ("Lees [de hele wet](wet.md). Klaar.", ["Lees de hele wet.", "Klaar."]),
    "macro in front": ('Een zin. {{ verwijs("hrm") }} helpt.', ["Een zin.", "Macro helpt."]),
    "macro behind": ('Vraag het {{ verwijs("hrm") }}. Klaar.', ["Vraag het Macro.", "Klaar."]),
    "quotation": ("> Een officiële tekst.\ndie doorloopt.\n\nTekst.", ["Tekst."]),
    "heading": ("## Een kop\nTekst.", ["Tekst."]),
    "table": ("| a | b |\n|---|---|\n| c | d |", []),
    "html": ('<p class="x">', []),
    "admonition": ('!!! note "Titel"\n    Een tekst.', ["Een tekst."]),
    "definition": ("Woord\n:   De uitleg.", ["Woord", "De uitleg."]),
    "footnote": ("Tekst.[^1]\n\n[^1]: Een noot.", ["Tekst.[^1]"]),
    "fence": ("```\nGeen zin.\n```", []),
    "attributes": ("Een zin.\n{: .let-op }", ["Een zin."]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences(text, found):
    assert [sentence for _, sentence in sentences(Body(text, 1))] == found


def test_line_is_that_of_the_sentence():
    text = "## Kop\n\nEen {{ a(\n) }}.\nTwee loopt\ndoor. Drie.\n\n- Vier.\n- Vijf.\n"
    assert [*sentences(Body(text, 10))] == [
        (12, "Een Macro."),
        (14, "Twee loopt door."),
        (15, "Drie."),
        (17, "Vier."),
        (18, "Vijf."),
    ]
