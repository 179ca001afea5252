"""What the site says to somebody who is worried stands in one file that HRM keeps."""

from __future__ import annotations

import json
import re

import pytest

from macros import REGISTRY
from tests.boom import Project, pagina
from tests.kaarten_hulp import pages_of
from wijzer.cards.compile import make_pdf
from wijzer.cards.deck import Deck
from wijzer.cards.downloads import edition_of
from wijzer.cards.form import Vorm
from wijzer.cards.typst_input import deck_data
from wijzer.corpus.corpus import load_corpus
from wijzer.pages.compose import compose
from wijzer.poster.content import POSTER, ZAKKAARTJE, print_data
from wijzer.search.help import help_data

HULP = """\
gevaar:
  telefoon: "999"
  tekst: Brandt het? Bel 999 nu.
  kort: Brand? 999.
zoeken:
  alarmwoorden:
    - rookwolk
  alarmzinnen:
    - het wordt warm
  kop: Ruik je brand?
  tekst: Ga naar buiten.
  eerst:
    - hrm
  niets: Niets te zien.
  anders: Iets anders?
  mens: "Roep iemand:"
  vraag:
    - hrm
drukwerk:
  kop: Ruik je rook?
  inleiding: Loop rustig weg.
  rollen:
    - rol: hrm
      kop: De brandwacht
      waarom: Om te blussen.
  pagina: begin
  site: Waar staat de emmer?
  site_kort: Lees over emmers
  meer_namen: "Meer emmers: zie de site."
"""
EXTRA = {"docs/begin.md": pagina(titel="Waar te beginnen")}
SENTENCES = re.findall(r"(?:: |- )\"?([A-Z][^\"\n]+[.?:])\"?$", HULP, re.MULTILINE)


def findings(project: Project) -> list[str]:
    return [f"{m.pad}:{m.regel}: {m.tekst} | {m.tip}" for m in project.check().meldingen]


def test_every_sentence_reaches_poster_card_or_search(boom):
    people = "hrm:\n" + "".join(
        f"  - naam: Spuitgast {n}\n    mail: s{n}@voorbeeld.nl\n" for n in "12345"
    )
    project = boom({"docs/hulp.yml": HULP, "docs/contact.yml": people, **EXTRA})
    assert findings(project) == []
    corpus = load_corpus(project.root, REGISTRY)[0]
    search = json.dumps(help_data(corpus), ensure_ascii=False)
    printed = ""
    for druk in (POSTER, ZAKKAARTJE):
        data = print_data(druk, corpus, "https://wijzer.voorbeeld.nl/", "23 november 2026")
        printed += " ".join(page.text for page in pages_of(make_pdf(druk.sjabloon, data, 0)))
    shown = " ".join(re.sub(r"[\ufffe\x02]\s*", "", printed + search).split())
    assert len(SENTENCES) == 12
    assert [sentence for sentence in SENTENCES if sentence not in shown] == []
    for word in ("rookwolk", "het wordt warm", "De brandwacht", "Lees over emmers"):
        assert word in shown
    assert '"telefoon": "999"' in search


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "    - rookwolk",
            "    - rook wolk",
            "docs/hulp.yml:7: `zoeken alarmwoorden (1e)` is meer dan één woord: `rook wolk`"
            " | Zet een zin bij `alarmzinnen`.",
        ),
        (
            "    - rookwolk",
            "    - rookwolk\n    - rookwolk",
            "docs/hulp.yml:6: `zoeken alarmwoorden` noemt `rookwolk` twee keer | Haal een van de twee weg.",
        ),
        (
            "Brand? 999.",
            "Brand? Bel.",
            "docs/hulp.yml:4: `kort` noemt het nummer `999` niet | Noem in `kort` het nummer 999.",
        ),
        (
            "  eerst:\n    - hrm",
            "  eerst:\n    - hrn",
            "docs/hulp.yml:13: de pagina `hrn` bestaat niet | Bedoelde je `hrm`?",
        ),
        (
            "  pagina: begin",
            "  pagina: begim",
            "docs/hulp.yml:26: de pagina `begim` bestaat niet | Bedoelde je `begin`?",
        ),
        (
            "  kop: Ruik je brand?\n",
            "",
            "docs/hulp.yml:5: de sleutel `zoeken kop` ontbreekt | Voeg toe: kop: Is er iets ergs gebeurd?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(boom, old, new, finding):
    assert HULP.count(old) == 1
    project = boom({"docs/hulp.yml": HULP.replace(old, new), **EXTRA})
    assert findings(project) == [finding]


def test_without_the_file_there_is_no_help_and_no_finding(boom):
    project = boom()
    assert findings(project) == []
    assert help_data(load_corpus(project.root, REGISTRY)[0]) == {}


def test_the_steps_are_the_same_on_screen_and_on_paper(gemeente):
    """One source: the page about the workshop."""
    corpus = load_corpus(gemeente, REGISTRY)[0]
    page = next(p.text for p in compose(corpus) if p.bronpad == "docs/workshop.md")
    data = deck_data(Deck("x", "X", ()), Vorm.DEELNEMERS, edition_of(corpus), {})
    steps = data["stappenplan"]["stappen"]
    assert steps
    assert [s for s in steps if f"**{s['vraag']}** {s['hulp']}" not in page] == []
