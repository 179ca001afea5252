"""The weekly workflow: few rights, and one issue that is opened, updated and closed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text("utf-8"))
JOBS = WORKFLOW["jobs"]
STEPS = [*JOBS["bezoek"]["steps"], *JOBS["meld"]["steps"]]
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN_ISSUE"; fi
"""


def step(name: str) -> str:
    return str(next(step["run"] for step in STEPS if step.get("name") == name))


def test_the_workflow_runs_weekly_with_few_rights() -> None:
    assert list(WORKFLOW[True]) == ["schedule", "workflow_dispatch"]  # YAML 1.1 reads `on` as true
    assert WORKFLOW["permissions"] == {}
    assert JOBS["bezoek"]["permissions"] == {"contents": "read"}
    assert JOBS["meld"]["permissions"] == {"contents": "write", "issues": "write"}


def test_who_may_write_runs_nothing_of_the_project_and_of_outside() -> None:
    """Packages and other websites meet a job without rights; the other gets two files of it."""
    assert "secrets." not in yaml.safe_dump(JOBS["bezoek"])
    assert "token" not in yaml.safe_dump(JOBS["bezoek"])
    for step in JOBS["meld"]["steps"]:
        assert not re.search(r"python|pip|npm|curl|\./", step.get("run", ""))
        assert "${{" not in step.get("run", "")
    used = [s["uses"].partition("@")[0] for s in JOBS["meld"]["steps"] if "uses" in s]
    assert used == ["actions/checkout", "actions/download-artifact"]


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is er niet")
@pytest.mark.parametrize(
    ("stand", "goed"), [("{}", True), ('{"a": {}}', True), ("[]", False), ("geen", False)]
)
def test_only_a_state_is_kept(tmp_path: Path, stand: str, goed: bool) -> None:
    (tmp_path / "uitkomst").mkdir()
    (tmp_path / "uitkomst/links-stand.json").write_text(stand, encoding="utf-8")
    shell = ["bash", "-e", "-o", "pipefail", "-c", step("Kijk of de stand er een is")]
    done = subprocess.run(shell, cwd=tmp_path, check=False, capture_output=True)
    assert (done.returncode == 0) is goed
    assert (tmp_path / "links-stand.json").exists() is goed


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
    (tmp_path / "uitkomst").mkdir()
    report = "docs/over.md:1: gebroken: …\n~~~~\n@iedereen"
    (tmp_path / "uitkomst/rapport.txt").write_text(report, encoding="utf-8")
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
    assert body.endswith("~~~~text\ndocs/over.md:1: gebroken: …\n\n@iedereen\n~~~~\n")


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
