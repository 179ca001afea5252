"""The HTML of every built page against the standard, by the Nu Html Checker of the W3C."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.boom import REPO

sys.path.insert(0, str(REPO / "scripts"))
import html_keuring
import omgeving


def test_every_page_is_valid_html(site: Path, html_checker: Path) -> None:
    assert html_checker.is_dir()
    assert html_keuring.findings(site) == []


WRONG = """<!DOCTYPE html>
<html lang="nl"><head><title>Fout</title></head>
<body><section><p>Geen kop</p></section><label for="weg">Naam</label></body></html>
"""


def test_a_mistake_and_a_warning_are_told_with_their_place(
    tmp_path: Path,
    html_checker: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert html_checker.is_dir()
    (tmp_path / "fout").mkdir()
    (tmp_path / "fout" / "index.html").write_text(WRONG, "utf-8")
    monkeypatch.setattr(sys, "argv", ["html_keuring.py", str(tmp_path)])
    assert html_keuring.main() == 1
    section, label, total = capsys.readouterr().out.splitlines()
    assert label.startswith("fout/index.html, regel 3: The value of the “for” attribute")
    assert section.startswith("fout/index.html, regel 3: Section lacks heading.")
    assert total == "1 pagina's gekeurd: 2 fouten of waarschuwingen."


def test_an_empty_folder_is_told_in_dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["html_keuring.py", str(tmp_path)])
    with pytest.raises(omgeving.OmgevingError) as told:
        html_keuring.main()
    assert str(told.value) == (
        f"In {tmp_path} staat geen pagina. Draai eerst: python3 scripts/bouw.py"
    )


def test_the_lock_fetches_one_package_and_holds_its_hash() -> None:
    lock = json.loads((REPO / "requirements/html/package-lock.json").read_text("utf-8"))
    assert [name for name in lock["packages"] if name] == ["node_modules/vnu-jar"]
    assert lock["packages"]["node_modules/vnu-jar"]["integrity"].startswith("sha512-")
