"""Which checks decide about a change: those of the content alone, or those of the code too."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from pathspec import PathSpec

from tests.boom import REPO

GITHUB = REPO / ".github/workflows"
GITLAB = REPO / ".gitlab-ci.yml"
BY_HRM = (
    "dilemmas/een-nieuw-dilemma.md",
    "docs/assets/stadhuis.jpg",
    "docs/contact.yml",
    "docs/instellingen.md",
    "docs/rollen/een-nieuwe-rol.md",
    "docs/verslag.pdf",
    "docs/wegwijzers/wegwijzer-nummer-elf.md",
    "gemeente.yml",
    "kernwaarden/een-nieuwe-kernwaarde.md",
    "regelgeving/basisnormen/relatiegeschenken.md",
    "regelgeving/teksten/wetten/ambtenarenwet-2017.json",
    "regelgeving/wetten/een-nieuwe-wet.md",
)


def load(file: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def triggers(name: str) -> dict[str, Any]:
    return dict(load(GITHUB / f"{name}.yml")[True])  # YAML 1.1 reads `on` as true


def on_github(event: str) -> PathSpec:
    """Return when the tests of the code run; as in .gitignore, the last pattern counts."""
    return patterns(triggers("test")[event]["paths"])


def on_gitlab() -> PathSpec:
    """Return the same; GitLab knows no exceptions."""
    (rule,) = load(GITLAB)["test"]["rules"]
    return patterns(rule["changes"])


def patterns(lines: list[str]) -> PathSpec:
    """Read patterns that start at the root, as both servers do."""
    anchored = [f"!/{line[1:]}" if line.startswith("!") else f"/{line}" for line in lines]
    return PathSpec.from_lines("gitignore", anchored)


def files() -> list[str]:
    command = ["git", "-C", str(REPO), "ls-files", "-z"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split("\0")[:-1]


@pytest.mark.parametrize("path", BY_HRM)
def test_a_change_of_content_never_starts_the_tests_of_the_code(path: str) -> None:
    assert not on_github("pull_request").match_file(path)
    assert not on_github("push").match_file(path)
    assert not on_gitlab().match_file(path)


@pytest.mark.parametrize(
    "path", ["wijzer/cli.py", "docs/assets/js/kaarten.js", "docs/assets/stijl.css", ".ci/run"]
)
def test_a_change_of_code_does(path: str) -> None:
    assert on_github("pull_request").match_file(path)
    assert on_gitlab().match_file(path)


def test_both_servers_run_the_tests_for_the_same_files() -> None:
    here, there = on_github("pull_request"), on_gitlab()
    assert [path for path in files() if here.match_file(path) != there.match_file(path)] == []
    assert triggers("test")["pull_request"] == {"paths": triggers("test")["push"]["paths"]}


def test_every_change_meets_the_check_of_the_content() -> None:
    assert triggers("inhoud") == {"pull_request": None}
    assert load(GITLAB)["inhoud"]["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}
    ]


def test_the_content_is_checked_with_a_mark_at_the_line_then_built_and_kept() -> None:
    (job,) = load(GITHUB / "inhoud.yml")["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        "python3 scripts/wijzer.py controleer --formaat github",
        "python3 scripts/wijzer.py bouw",
    ]
    assert job["permissions"] == {"contents": "read"}
    kept = job["steps"][-1]
    assert kept["uses"].startswith("actions/upload-artifact@")
    assert kept["with"]["path"] == "site/"


def test_gitlab_says_the_same_and_shows_the_findings_in_the_request() -> None:
    job = load(GITLAB)["inhoud"]
    assert job["script"] == [
        "python3 scripts/wijzer.py controleer",
        "python3 scripts/wijzer.py bouw",
    ]
    assert job["after_script"] == [
        "python3 scripts/wijzer.py controleer --formaat junit > controle.xml"
    ]
    assert job["artifacts"]["reports"] == {"junit": "controle.xml"}
    assert job["artifacts"]["paths"] == ["site/"]
