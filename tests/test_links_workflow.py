"""The weekly workflow: few rights, and one issue that is opened, updated and closed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text("utf-8"))
STEPS = WORKFLOW["jobs"]["links"]["steps"]
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN_ISSUE"; fi
"""


def step(name: str) -> str:
    return str(next(step["run"] for step in STEPS if step.get("name") == name))


def test_the_workflow_runs_weekly_with_few_rights() -> None:
    assert list(WORKFLOW[True]) == ["schedule", "workflow_dispatch"]  # YAML 1.1 reads `on` as true
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert WORKFLOW["jobs"]["links"]["permissions"] == {"contents": "write", "issues": "write"}


@pytest.mark.parametrize(
    ("code", "open_issue", "verwacht"),
    [
        ("0", "", []),
        (
            "1",
            "",
            [
                "issue create --title Links die niet werken --label linkcontrole --body-file melding.md"
            ],
        ),
        ("1", "7", ["issue edit 7 --body-file melding.md"]),
        ("0", "7", ["issue close 7 --comment Alle links werken weer."]),
    ],
)
def test_one_issue_is_opened_updated_or_closed(
    tmp_path: Path, code: str, open_issue: str, verwacht: list[str]
) -> None:
    tool = tmp_path / "gh"
    tool.write_text(GH, encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "rapport.txt").write_text("docs/over.md:1: gebroken: …\n", encoding="utf-8")
    env = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GH_LOG": str(tmp_path / "log"),
        "OPEN_ISSUE": open_issue,
        "CODE": code,
    }
    shell = ["bash", "-e", "-o", "pipefail", "-c", step("Werk de melding bij")]
    subprocess.run(shell, cwd=tmp_path, env=env, check=True)
    calls = (tmp_path / "log").read_text(encoding="utf-8").strip().split("\n")
    assert [call for call in calls if "label create" not in call and "issue list" not in call] == (
        verwacht
    )
    body = (tmp_path / "melding.md").read_text(encoding="utf-8")
    assert "```text\ndocs/over.md:1: gebroken: …\n```" in body


@pytest.mark.parametrize(("code", "stops"), [(0, False), (1, False), (2, True)])
def test_findings_do_not_stop_the_workflow_but_a_failed_check_does(
    tmp_path: Path, code: int, stops: bool
) -> None:
    tool = tmp_path / "python3"
    tool.write_text(f"#!/bin/sh\necho uitkomst\nexit {code}\n", encoding="utf-8")
    tool.chmod(0o755)
    output = tmp_path / "output"
    path = f"{tmp_path}:{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "GITHUB_OUTPUT": str(output)}
    shell = ["bash", "-e", "-o", "pipefail", "-c", step("Bezoek alle adressen buiten de site")]
    done = subprocess.run(shell, cwd=tmp_path, env=env, check=False, capture_output=True)
    assert bool(done.returncode) is stops
    assert output.exists() is not stops
    assert stops or output.read_text(encoding="utf-8") == f"code={code}\n"
