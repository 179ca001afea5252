"""The monthly lists: who makes them may not write, who writes trusts nothing in them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.boom import REPO

FILE = REPO / ".github/workflows/herziening.yml"
WORKFLOW: dict[Any, Any] = yaml.safe_load(FILE.read_text("utf-8"))
JOBS = WORKFLOW["jobs"]
GH = """#!/bin/sh
echo "$@" >> "$GH_LOG"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN_ISSUES"; fi
if [ "$1 $2" = "issue edit" ] || [ "$1 $2" = "issue create" ]; then cat melding.md >> bodies.md; fi
"""
LIST = "## Afdeling HRM\n\n- [ ] voor 1 mei 2027: Een titel (`docs/een.md`)\n"


def test_it_runs_every_month_with_few_rights() -> None:
    assert WORKFLOW[True] == {"schedule": [{"cron": "23 5 1 * *"}], "workflow_dispatch": None}
    assert JOBS["lijsten"]["permissions"] == {"contents": "read"}
    assert JOBS["melden"]["permissions"] == {"issues": "write"}
    assert not re.search("secrets|token", yaml.safe_dump(JOBS["lijsten"]))
    assert JOBS["lijsten"]["steps"][0]["with"] == {"persist-credentials": False}


def test_who_may_write_takes_in_nothing_but_the_lists() -> None:
    used = [s["uses"].partition("@")[0] for s in JOBS["melden"]["steps"] if "uses" in s]
    assert used == ["actions/download-artifact"]
    runs = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]
    assert not any("${{" in run for run in runs)


def meld(tmp_path: Path, lists: dict[str, str], open_issues: str = "") -> tuple[list[str], str]:
    """Run the step that writes, with another ``gh``; return its calls and all bodies."""
    tool = tmp_path / "gh"
    tool.write_text(GH, encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "lijsten").mkdir()
    for name, text in {"gemaakt.txt": "", **lists}.items():
        (tmp_path / "lijsten" / name).write_text(text, encoding="utf-8")
    env = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GH_LOG": str(tmp_path / "log"),
        "OPEN_ISSUES": open_issues,
    }
    (step,) = [step["run"] for step in JOBS["melden"]["steps"] if "run" in step]
    shell = ["bash", "-e", "-o", "pipefail", "-c", step]
    subprocess.run(shell, cwd=tmp_path, env=env, check=True)
    calls = (tmp_path / "log").read_text(encoding="utf-8").strip().split("\n")
    bodies = tmp_path / "bodies.md"
    shown = bodies.read_text(encoding="utf-8") if bodies.exists() else ""
    assert calls[0].startswith("label create herziening ")
    assert calls[1].startswith("issue list --label herziening --state open ")
    return calls[2:], shown


def create(owner: str) -> str:
    title = f"Na te lopen: {owner}"
    return f"issue create --title {title} --label herziening --body-file melding.md"


CASES = {
    "nothing": ({}, "", []),
    "new": ({"hrm.md": LIST}, "", [create("hrm")]),
    "two owners": ({"a.md": LIST, "b-c.md": LIST}, "", [create("a"), create("b-c")]),
    "again": (
        {"hrm.md": LIST},
        "6 Na te lopen: hrm-extra\n7 Na te lopen: hrm\n",
        ["issue edit 7 --body-file melding.md", "issue close 6 --comment Alles is nagelopen."],
    ),
    "done": ({}, "7 Na te lopen: hrm\n", ["issue close 7 --comment Alles is nagelopen."]),
    "somebody's own issue": ({}, "7 Iets anders\n8 Na te lopen: $(touch x)\n9 hrm\n", []),
    "a strange name": ({"$(touch x).md": LIST, "-x.md": LIST, "A b.md": LIST}, "", []),
    "no list": ({"hrm.txt": LIST}, "", []),
}


@pytest.mark.parametrize(("lists", "open_issues", "calls"), CASES.values(), ids=CASES)
def test_each_owner_has_one_issue(
    tmp_path: Path, lists: dict[str, str], open_issues: str, calls: list[str]
) -> None:
    assert meld(tmp_path, lists, open_issues)[0] == calls
    assert not (tmp_path / "x").exists()


def test_what_a_list_holds_cannot_do_anything(tmp_path: Path) -> None:
    hostile = (
        "@owner @\u200bowner \\@owner <img src=x> \\\\<b> &lt;b&gt; [x](https://a.example)\n"
        "![x](//a.example/x) \\!\\[x\\]\\(x\\) [x]: https://a.example #12 GH-12 www.a.example \x1b[31m\n"
        "$(touch gehackt) `touch gehackt`\n"
    )
    _, body = meld(tmp_path, {"hrm.md": hostile + LIST})
    for live in ("@", "<", "&", "](", "]:", "![", "://", "#1", "GH-1", "www.", "\x1b"):
        assert live not in body, live
    assert not (tmp_path / "gehackt").exists()
    assert body.endswith(LIST)


def test_a_list_without_end_is_cut_off(tmp_path: Path) -> None:
    _, body = meld(tmp_path, {"hrm.md": "é" * 1_000_000})
    assert len(body.encode()) < 60_000
