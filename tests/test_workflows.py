"""The workflows: nothing that runs can change under our feet or do more than it must."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.boom import REPO, environment

WORKFLOWS = sorted((REPO / ".github/workflows").glob("*.yml"))
WHOLE = [pytest.param(file, id=file.stem) for file in WORKFLOWS]


def load(file: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = shutil.which(name, path=str(Path(sys.executable).parent))
    assert command, f"{name} is not installed"
    return subprocess.run(
        [command, *arguments],
        cwd=REPO,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )


def test_zizmor_finds_nothing_unsafe():
    done = run("zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github")
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_no_mistake():
    done = run("actionlint", "-shellcheck=", "-pyflakes=", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WHOLE)
def test_every_action_is_a_commit_with_its_version_beside_it(file: Path):
    used = re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))
    assert used
    for line in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_an_action_has_one_version_in_all_workflows():
    text = "\n".join(file.read_text(encoding="utf-8") for file in WORKFLOWS)
    used = set(re.findall(r"uses: (\S+)@(\S+)", text))
    assert len(used) == len({name for name, _ in used})


@pytest.mark.parametrize("file", WHOLE)
def test_rights_are_given_to_a_job_and_a_writing_job_runs_no_package(file: Path):
    workflow = load(file)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        if "write" in job["permissions"].values():
            for step in job["steps"]:
                assert "setup-" not in step.get("uses", "")
                assert not re.search(r"^\s*(?:python3?|pip|npm|npx)\b", step.get("run", ""), re.M)


def test_code_has_owners():
    lines = (REPO / ".github/CODEOWNERS").read_text(encoding="utf-8").split("\n")
    owned = {line.split()[0]: line.split()[1:] for line in lines if line and line[0] != "#"}
    for (
        path
    ) in ".ci .github deploy docs/assets macros requirements scripts tests thema wijzer".split():
        assert owned[f"/{path}/"] == ["@gemeente/ontwikkelaars"]
    assert {owned["/dilemmas/"][0], owned["/docs/"][0]} == {"@gemeente/hrm"}
    assert {owned["/regelgeving/"][0], owned["/docs/wet-uitleg.yml"][0]} == {"@gemeente/juristen"}
    files = [path.rstrip("/").lstrip("/") for path in owned if "*" not in path]
    assert [path for path in files if not (REPO / path).exists()] == []


def test_new_versions_are_proposed_for_actions_for_python_and_for_the_form():
    settings = yaml.safe_load((REPO / ".github/dependabot.yml").read_text(encoding="utf-8"))
    assert {update["package-ecosystem"] for update in settings["updates"]} == {
        "github-actions",
        "npm",
        "pip",
    }
