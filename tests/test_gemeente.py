"""The two municipalities of the tests stay apart, and the frozen one fits the engine of today."""

from __future__ import annotations

import re

from tests.boom import DAG, REPO
from tests.gemeente import FROZEN
from wijzer.app.check import check

_REAL = re.compile(
    r"(?:load_corpus|check)\((?:REPO|ROOT)\b"
    r"|(?:REPO|ROOT) / \"(?:kernwaarden|regelgeving|dilemmas|docs(?!/assets))"
)


def test_the_frozen_pages_have_nothing_to_mend() -> None:
    """Does the engine ask for something new?  Change the frozen pages as HRM's were changed."""
    assert check(FROZEN, DAG).meldingen == ()


def test_no_test_reads_what_hrm_writes_but_through_one_door() -> None:
    """Tests of the content read ``INHOUD`` and carry the mark ``inhoud``; all others never do."""
    found = {}
    for file in sorted((REPO / "tests").glob("*.py")):
        text = file.read_text(encoding="utf-8")
        if file.name not in ("gemeente.py", "test_gemeente.py") and (hits := _REAL.findall(text)):
            found[file.name] = hits
        if re.search(r"\b(?:INHOUD|content\(\)|content_site|content_base)", text):
            assert "mark.inhoud" in text or not file.name.startswith("test_"), file.name
    assert found == {}
