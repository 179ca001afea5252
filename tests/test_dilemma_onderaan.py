"""Under a dilemma: into a workshop with it, and on to the next dilemma about the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.boom import Project, dilemma, pagina
from tests.gemeente import frozen
from tests.test_volgorde import page as composed
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma

Boom = Callable[..., Project]
TEXTS = {
    "dilemmas/fles-wijn.md": dilemma(titel="Een", nummer="1"),
    "dilemmas/twee.md": dilemma(titel="Twee", nummer="2", thema="inkoop"),
    "dilemmas/tien.md": dilemma(titel="Tien", nummer="10"),
    "dilemmas/vijf.md": dilemma(titel="Vijf", nummer="5"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fles-wijn", ["[Volgende in Geschenken: Vijf](vijf.md)"]),
        (
            "vijf",
            [
                "[Vorige in Geschenken: Een](fles-wijn.md)",
                "[Volgende in Geschenken: Tien](tien.md)",
            ],
        ),
        ("tien", ["[Vorige in Geschenken: Vijf](vijf.md)"]),
        ("twee", []),
    ],
)
def test_the_dilemmas_of_a_theme_follow_each_other_by_number(
    boom: Boom, name: str, expected: list[str]
) -> None:
    text = composed(boom(TEXTS), f"dilemmas/{name}.md")
    found = text.partition('<nav class="buren" aria-label="Verder in Geschenken"')[2]
    assert [line[2:] for line in found.splitlines() if line.startswith("- ")] == expected
    assert ('class="buren"' in text) == bool(expected)


def test_a_dilemma_goes_into_a_workshop_where_there_is_one(boom: Boom) -> None:
    link = "[Neem dit dilemma mee in een workshop](../workshop.md?kaarten=5){: .knop }"
    assert "workshop" not in composed(boom(TEXTS), "dilemmas/vijf.md")
    steps = {
        "titel": "Stappen",
        "inleiding": "Zo praat je samen.",
        "stappen": "\n    - vraag: Welke keuze?\n      hulp: Zeg het.",
        "bron": "Naar een boek.",
    }
    room = {"docs/workshop.md": pagina("Praat samen.\n", titel="Workshop", stappenplan=steps)}
    text = composed(boom({**TEXTS, **room}), "dilemmas/vijf.md")
    assert text.count("workshop.md") == text.count(link) == 1


@pytest.mark.browser
def test_from_a_page_to_the_next_and_into_the_workshop(page: Page, base: str) -> None:
    """The notes for the leader are folded on the screen, and stand on paper."""
    row = [d for d in frozen().graph.of_kind(DILEMMA) if _theme(d.model) == "geschenken"]
    page.goto(base + row[0].address)
    notes = page.locator("#voor-de-begeleider ~ details.vouw li").first
    expect(notes).to_be_hidden()
    page.emulate_media(media="print")
    expect(notes).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name=f"Volgende in Geschenken: {row[1].titel}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(row[1].titel)
    page.get_by_role("link", name="Neem dit dilemma mee in een workshop").click()
    expect(page.get_by_text("1 dilemma klaargelegd")).to_be_visible()
    page.get_by_role("button", name="Begin met het eerste").click()
    expect(page.locator(".podium__titel")).to_contain_text(row[1].titel)


def _theme(model: object) -> str:
    return model.thema.value if isinstance(model, Dilemma) else ""
