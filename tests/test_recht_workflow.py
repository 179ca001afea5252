"""The weekly look at the law: who fetches may not write, who writes trusts nothing."""

from __future__ import annotations

import os
import subprocess
from typing import Any

import pytest
import yaml

from tests.boom import REPO

WORKFLOW: dict[Any, Any] = yaml.safe_load((REPO / ".github/workflows/recht.yml").read_text("utf-8"))
JOBS = WORKFLOW["jobs"]
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN_ISSUE"; fi
"""
CREATE = "issue create --title De wet is veranderd --label wetteksten --body-file melding.md"
CLOSE = "issue close 7 --comment De teksten in het project zijn weer gelijk aan de wet."


def test_the_job_that_fetches_has_no_right_to_write():
    assert WORKFLOW["permissions"] == {}
    assert JOBS["ophalen"]["permissions"] == {"contents": "read"}
    checkout = JOBS["ophalen"]["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {"persist-credentials": False}
    assert "secrets." not in yaml.safe_dump(JOBS["ophalen"])


def test_the_job_that_writes_takes_in_nothing_but_the_report():
    steps = JOBS["melden"]["steps"]
    assert JOBS["melden"]["permissions"] == {"issues": "write"}
    used = [step["uses"].partition("@")[0] for step in steps if "uses" in step]
    assert used == ["actions/download-artifact"]
    runs = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]
    assert not any("${{" in run for run in runs), "nothing from outside becomes part of a command"


def meld(tmp_path, verschil, gemist="", open_issue=""):
    """Run the step that writes, with another ``gh``; return its calls and the body."""
    tool = tmp_path / "gh"
    tool.write_text(GH, encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "verschil.md").write_text(verschil, encoding="utf-8")
    (tmp_path / "gemist.txt").write_text(gemist, encoding="utf-8")
    env = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GH_LOG": str(tmp_path / "log"),
        "OPEN_ISSUE": open_issue,
    }
    (step,) = [step["run"] for step in JOBS["melden"]["steps"] if "run" in step]
    shell = ["bash", "-e", "-o", "pipefail", "-c", step]
    subprocess.run(shell, cwd=tmp_path, env=env, check=True)
    calls = (tmp_path / "log").read_text(encoding="utf-8").strip().split("\n")
    calls = [call for call in calls if "label create" not in call and "issue list" not in call]
    return calls, (tmp_path / "melding.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("verschil", "gemist", "open_issue", "calls"),
    [
        ("", "", "", []),
        ("## Woo\n", "", "", [CREATE]),
        ("## Woo\n", "", "7", ["issue edit 7 --body-file melding.md"]),
        ("", "", "7", [CLOSE]),
        ("", "Niet gelukt: woo.\n", "7", []),
    ],
)
def test_one_issue_is_opened_updated_or_closed(tmp_path, verschil, gemist, open_issue, calls):
    assert meld(tmp_path, verschil, gemist, open_issue)[0] == calls


def test_what_the_report_holds_cannot_do_anything(tmp_path):
    hostile = (
        "## Woo\n\n> @owner @\u200bowner \\@owner <img src=x> \\\\<b> &lt;b&gt; [x](https://a.example)\n"
        "> ![x](//a.example/x) \\!\\[x\\]\\(x\\) [x]: https://a.example #12 www.a.example \x1b[31m\n"
        "- [ ] basisnorm\\: Relatiegeschenken (`regelgeving/basisnormen/relatiegeschenken.md`)\n"
        "$(touch gehackt) `touch gehackt`\n"
    )
    _, body = meld(tmp_path, hostile, "Niet gelukt: <b>woo</b>.\n")
    for live in ("@", "<", "&", "](", "]:", "![", "://", "#1", "www.", "\x1b"):
        assert live not in body, live
    assert not (tmp_path / "gehackt").exists()
    assert "- [ ] basisnorm\\: Relatiegeschenken (`regelgeving/basisnormen/" in body
    assert "Niet gelukt: ‹b>woo‹/b>." in body


def test_a_report_without_end_is_cut_off(tmp_path):
    _, body = meld(tmp_path, "é" * 1_000_000)
    assert len(body.encode()) < 60_000
