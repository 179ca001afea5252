"""What a screen reader gets of each kind of page: kept texts show every change.

``tests/data/toegankelijkheid/`` holds landmarks, headings, links and controls with their names, as
Chromium tells them.  Is a change meant?  Write the texts anew, and look at the difference:

    python3 scripts/test.py tests/test_toegankelijkheidsboom.py --vernieuw
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.boom import REPO
from tests.gemeente import frozen
from wijzer.model.kinds import SOORTEN

pytestmark = pytest.mark.browser

KEPT = REPO / "tests" / "data" / "toegankelijkheid"
ROLES = (
    "article banner button checkbox combobox complementary contentinfo dialog form heading link main "
    "navigation progressbar radio region search searchbox status table textbox"
).split()
LINE = re.compile(rf'( *- (?:{"|".join(ROLES)})\b(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]+\])*)')
PAGES = {soort.naam: frozen().graph.of_kind(soort)[0].address for soort in SOORTEN}
AROUND = "omlijsting"


def outline(page: Page, part: str) -> str:
    """Return the lines of the accessibility tree that tell the build of a page."""
    found = map(LINE.match, page.locator(part).aria_snapshot().splitlines())
    return "".join(f"{line[1]}\n" for line in found if line)


def compare(name: str, told: str, request: pytest.FixtureRequest) -> None:
    """Compare with the kept text, or keep this one."""
    kept = Path(KEPT, f"{name}.txt")
    if request.config.getoption("--vernieuw"):
        kept.write_text(told, "utf-8")
    assert told == kept.read_text("utf-8")


@pytest.mark.parametrize("kind", PAGES)
def test_the_text_of_a_page(
    page: Page, base: str, kind: str, request: pytest.FixtureRequest
) -> None:
    page.goto(base + PAGES[kind])
    compare(kind, outline(page, "article"), request)


def test_what_stands_around_every_page(
    page: Page, base: str, request: pytest.FixtureRequest
) -> None:
    page.goto(base + PAGES["kernwaarde"])
    page.evaluate("document.querySelector('article').remove()")
    compare(AROUND, outline(page, "body"), request)


def test_no_kept_text_is_left_over() -> None:
    assert {path.stem for path in KEPT.glob("*.txt")} == {*PAGES, AROUND}
