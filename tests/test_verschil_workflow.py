"""The comment at a proposal: who runs it may not write, who writes runs nothing and trusts nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import Any

import pytest
import yaml

from tests.boom import REPO, Project, pagina, plant
from wijzer.cli import main

pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="jq is er niet")


def workflow(name: str) -> dict[Any, Any]:
    return dict(yaml.safe_load((REPO / f".github/workflows/{name}.yml").read_text("utf-8")))


MAKE, PLACE = workflow("verschil"), workflow("verschil-plaatsen")
MAKING, PLACING = MAKE["jobs"]["verschil"], PLACE["jobs"]["plaatsen"]
MARK = "<!-- wijzer-verschil -->"
GH = """#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in
  *"issues/7/comments?per_page"*) cat "$OPMERKINGEN" ;;
  *"/pulls "*) cat "$VOORSTELLEN" ;;
esac
"""
VOORSTEL = {"number": 7, "head": {"sha": "abc"}}
BOT = {"login": "github-actions[bot]"}


def test_the_job_that_runs_a_proposal_has_no_secret_and_no_right_to_write():
    assert set(MAKE[True]) == {"pull_request"}
    assert MAKE["permissions"] == {}
    assert MAKING["permissions"] == {"contents": "read"}
    checkout = MAKING["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {"persist-credentials": False, "fetch-depth": 2}
    assert not re.search(r"secrets\.|github\.token|\benv\b", yaml.safe_dump(MAKING))


def test_the_job_that_writes_takes_in_one_text_and_runs_nothing_of_the_proposal():
    assert PLACE[True]["workflow_run"] == {"workflows": [MAKE["name"]], "types": ["completed"]}
    assert PLACE["permissions"] == {}
    assert PLACING["permissions"] == {"actions": "read", "pull-requests": "write"}
    used = [step["uses"].partition("@")[0] for step in PLACING["steps"] if "uses" in step]
    assert used == ["actions/download-artifact"]
    runs = [step["run"] for job in (MAKING, PLACING) for step in job["steps"] if "run" in step]
    assert not any("${{" in run for run in runs), "nothing from outside becomes part of a command"


def place(tmp_path, text, opmerkingen=(), voorstellen=(VOORSTEL,)):
    """Run the step that writes, with another ``gh``; return its last call and the body."""
    tool = tmp_path / "gh"
    tool.write_text(GH, encoding="utf-8")
    tool.chmod(0o755)
    (tmp_path / "uitkomst").mkdir()
    (tmp_path / "uitkomst/verschil.md").write_text(text, encoding="utf-8")
    files = {"OPMERKINGEN": opmerkingen, "VOORSTELLEN": voorstellen}
    for name, rows in files.items():
        (tmp_path / name).write_text(json.dumps(list(rows)), encoding="utf-8")
    env = os.environ | {name: str(tmp_path / name) for name in files}
    env |= {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(tmp_path / "log")}
    env |= {"REPO": "g/w", "SERVER": "https://github.com", "EIGENAAR": "iemand"}
    env |= {"TAK": "$(touch gehackt)", "COMMIT": "abc", "LC_ALL": "C.UTF-8"}
    (step,) = [step["run"] for step in PLACING["steps"] if "run" in step]
    shell = ["bash", "-e", "-o", "pipefail", "-c", step]
    subprocess.run(shell, cwd=tmp_path, env=env, check=True)
    assert not (tmp_path / "gehackt").exists()
    body = tmp_path / "bericht.md"
    calls = (tmp_path / "log").read_text(encoding="utf-8").strip().split("\n")
    assert calls[0] == (
        "api --method GET repos/g/w/pulls -f state=open -f head=iemand:$(touch gehackt)"
    )
    return calls[-1], body.read_text(encoding="utf-8") if body.exists() else ""


NEW = "api --method POST repos/g/w/issues/7/comments -F body=@bericht.md --silent"


def test_the_first_time_there_is_a_new_comment(tmp_path):
    call, body = place(tmp_path, "### Pagina's die veranderen (1)\n")
    assert call == NEW
    assert body == (
        f"{MARK}\n## Wat er voor lezers verandert\n\n"
        "Dit gaat over commit abc en wordt bij elke wijziging bijgewerkt. De gebouwde site staat\n"
        "bij [de taken van dit voorstel](https://github.com/g/w/pull/7/checks).\n\n"
        "### Pagina's die veranderen (1)\n"
    )


def test_after_that_the_same_comment_is_updated_and_never_that_of_somebody_else(tmp_path):
    rows = [
        {"id": 1, "user": {"login": "iemand"}, "body": MARK},
        {"id": 2, "user": BOT, "body": f"Over {MARK}"},
        {"id": 3, "user": BOT, "body": f"{MARK}\nOud"},
    ]
    call, _ = place(tmp_path, "Nieuw\n", rows)
    assert call == "api --method PATCH repos/g/w/issues/comments/3 -F body=@bericht.md --silent"


def test_a_comment_of_somebody_else_with_our_mark_is_left_alone(tmp_path):
    assert place(tmp_path, "Nieuw\n", [{"id": 1, "user": {"login": "x"}, "body": MARK}])[0] == NEW


def test_nothing_is_written_about_a_commit_that_is_no_longer_the_last(tmp_path):
    call, body = place(tmp_path, "Oud\n", voorstellen=[{"number": 7, "head": {"sha": "def"}}])
    assert ("comments" in call, body) == (False, "")


def test_what_comes_in_cannot_do_anything(tmp_path):
    hostile = (
        "@owner @\u200bowner \\@owner <img src=x> \\\\<b> &lt;b&gt; [x](https://a.example) GH-1\n"
        "![x](//a.example/x) \\!\\[x\\]\\(x\\) [x]: https://a.example #12 www.a.example \x1b[31m\n"
        f"{MARK} $(touch gehackt) `touch gehackt`\n"
    )
    _, body = place(tmp_path, hostile)
    incoming = body.partition("/checks).\n")[2]
    for live in ("@", "<", "&", "](", "]:", "![", "://", "#1", "www.", "GH-", "\x1b"):
        assert live not in incoming, live


def test_a_text_without_end_is_cut_off(tmp_path):
    assert len(place(tmp_path, "é" * 1_000_000)[1].encode()) < 60_000


def test_what_our_own_program_writes_stays_readable(tmp_path, capsys):
    """The whole way: a proposal merged by GitHub, fetched two commits deep, and its comment."""
    project = plant(tmp_path / "bron", {"docs/weg.md": pagina("Een oude zin.\n", titel="Weg")})
    who = ["-c", "user.name=Iemand", "-c", "user.email=iemand@voorbeeld.nl"]

    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", project.root, *who, *arguments], check=True)

    def commit(text: str, path: str = "docs/weg.md") -> None:
        project.write(path, pagina(f"{text}\n", titel="Weg" if "weg" in path else "Ander"))
        git("add", "--all")
        git("commit", "--quiet", "--message", text)

    git("init", "--quiet", "--initial-branch=main")
    commit("Een oude zin.")
    git("switch", "--quiet", "--create", "voorstel")
    commit("Een nieuwe zin.")
    git("switch", "--quiet", "main")
    commit("Intussen op main.", "docs/ander.md")
    git("merge", "--quiet", "--no-ff", "--no-edit", "voorstel")
    copy = Project(tmp_path / "kopie")
    command = ["git", "clone", "--quiet", "--depth=2", project.root.as_uri(), copy.root]
    subprocess.run(command, check=True)

    command = next(step["run"] for step in MAKING["steps"] if "run" in step)
    arguments = re.search(r"-m wijzer (.+) > verschil\.md", command)
    assert main(["--map", str(copy.root), *arguments[1].split()]) == 0
    _, body = place(tmp_path, capsys.readouterr().out)
    assert body.partition("/checks).\n\n")[2].strip("\n") == (
        "### Pagina's die veranderen (1)\n\n"
        "- Weg \\(pagina, docs\\/weg\\.md\\)\n"
        "    - Een ~~oude~~ **nieuwe** zin\\."
    )


def test_both_jobs_agree_on_the_name_of_the_text():
    uploaded = MAKING["steps"][-1]["with"]
    assert (uploaded["name"], uploaded["path"]) == ("verschil", "verschil.md")
    assert PLACING["steps"][0]["with"]["name"] == uploaded["name"]
    assert "uitkomst/verschil.md" in PLACING["steps"][1]["run"]
