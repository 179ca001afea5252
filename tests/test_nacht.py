"""Every night at 0.05 in Amsterdam: one run of the two that GitHub starts, in summer and winter."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.boom import REPO

sys.path.insert(0, str(REPO / "scripts"))
import nacht

WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (REPO / ".github/workflows/publiceer.yml").read_text(encoding="utf-8")
)
CRONS = [row["cron"] for row in WORKFLOW[True]["schedule"]]  # YAML 1.1 reads `on` as true
HOUR = datetime.timedelta(hours=1)


def started(cron: str, day: datetime.date) -> datetime.datetime:
    minute, hour = map(int, cron.split()[:2])
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=datetime.UTC)


@pytest.mark.parametrize("late", [0, 1, 5], ids=lambda hours: f"{hours} uur te laat")
def test_of_all_runs_in_two_years_one_counts_for_every_day(late: int) -> None:
    first = datetime.date(2026, 1, 1)
    days = [first + datetime.timedelta(days=n) for n in range(730)]
    counted = [
        started(cron, day).astimezone(nacht.AMSTERDAM)
        for day in days
        for cron in CRONS
        if nacht.is_the_night(cron, started(cron, day) + late * HOUR)
    ]
    assert {(moment.hour, moment.minute) for moment in counted} == {(0, 5)}
    assert [moment.date() for moment in sorted(counted)] == [
        day + datetime.timedelta(days=1) for day in days
    ]


@pytest.mark.parametrize(
    ("moment", "cron", "door"),
    [
        ("2026-07-01T22:09+00:00", "5 22 * * *", True),
        ("2026-07-01T23:09+00:00", "5 23 * * *", False),
        ("2026-12-31T22:09+00:00", "5 22 * * *", False),
        ("2026-12-31T23:09+00:00", "5 23 * * *", True),
        ("2026-10-25T02:30+00:00", "5 22 * * *", True),  # planned in summer, started in winter
    ],
)
def test_the_run_that_counts(moment: str, cron: str, door: bool) -> None:
    assert nacht.is_the_night(cron, datetime.datetime.fromisoformat(moment)) is door


def test_who_pushes_or_presses_the_button_need_not_wait_for_the_night() -> None:
    script = [sys.executable, str(REPO / "scripts/nacht.py"), ""]
    done = subprocess.run(script, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "door=ja\n"


def test_the_site_is_published_after_every_change_too() -> None:
    assert set(WORKFLOW[True]) == {"push", "schedule", "workflow_dispatch"}
    assert WORKFLOW[True]["push"] == {"branches": ["main"]}


def run_step(name: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    steps = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
    script = next(step["run"] for step in steps if step.get("name") == name)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is er niet")
@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("", "melden\n", True),
        ("# Uitleg\nmelden\n", "# Andere uitleg\nd/2 dilemmas/wijn\nmelden\n", True),
        ("melden\nover\n", "melden\n", False),
        ("d/2 dilemmas/wijn\n", "d/2 dilemmas/bier\n", False),
        ("melden\n", "melden\n$(rm -rf .)\n", False),
    ],
)
def test_addresses_are_only_added(tmp_path: Path, before: str, after: str, kept: bool) -> None:
    (tmp_path / "uitkomst").mkdir()
    (tmp_path / "uitkomst/adressen.txt").write_text(after, encoding="utf-8")
    (tmp_path / "adressen.txt").write_text(before, encoding="utf-8")
    done = run_step("Kijk of er alleen adressen bij kwamen", tmp_path)
    assert (done.returncode == 0) is kept
    assert (tmp_path / "adressen.txt").read_text(encoding="utf-8") == (after if kept else before)


@pytest.mark.skipif(not shutil.which("tar"), reason="tar is er niet")
def test_pages_gets_the_release_itself_and_the_line_about_it(tmp_path: Path) -> None:
    """The step runs as it stands; only the program is one that leaves a release behind."""
    program = tmp_path / "bin/python3"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\necho "$@" > vraag.txt\nmkdir -p "$3/uitgaven/1/.well-known"\n'
        'echo tekst > "$3/uitgaven/1/.well-known/security.txt"\nln -s uitgaven/1 "$3/huidig"\n'
        "echo Veranderd sinds de vorige uitgave: nieuw: wijn.\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    env = {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "samenvatting.md"),
    }
    done = run_step("Bouw en maak een uitgave", tmp_path, **env)
    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "vraag.txt").read_text(encoding="utf-8").split()
    assert asked[:3] == ["scripts/wijzer.py", "publiceer", f"{tmp_path}/web"]
    listed = ["tar", "--list", "--file", str(tmp_path / "artifact.tar")]
    names = subprocess.run(listed, capture_output=True, encoding="utf-8", check=True).stdout
    assert "./.well-known/security.txt" in names.split("\n")
    said = (tmp_path / "samenvatting.md").read_text(encoding="utf-8")
    assert said == "Veranderd sinds de vorige uitgave: nieuw: wijn.\n"


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is er niet")
@pytest.mark.parametrize(("pages", "asked"), [("https://a.example/wijzer/", True), ("", False)])
def test_what_stands_there_now_is_asked_of_the_site_itself(
    tmp_path: Path, pages: str, asked: bool
) -> None:
    """Without a site there is nothing to ask, and publishing goes on."""
    for name, text in {
        "gh": f'test -n "{pages}" && echo "{pages}"',
        "curl": 'echo "$@" > vraag.txt; exit 22',
    }.items():
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        tool.chmod(0o755)
    env = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_REPOSITORY": "gemeente/wijzer",
    }
    assert run_step("Kijk wat er nu staat", tmp_path, **env).returncode == 0
    assert (tmp_path / "vraag.txt").exists() is asked
    if asked:
        said = (tmp_path / "vraag.txt").read_text(encoding="utf-8")
        assert said.endswith("https://a.example/wijzer/uitgave.json\n")
