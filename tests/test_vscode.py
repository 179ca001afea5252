"""What VS Code does with this project: every finding is seen on its line, also after saving."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys

import pytest
import yaml

from tests.boom import REPO, dilemma, environment, pagina

TASKS = {
    task["label"]: task
    for task in json.loads((REPO / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
}
CHECK, WATCH = "Controleer", "Controleer na elke keer opslaan"
MIS = {
    "dilemmas/fles-wijn.md": dilemma(thema="wijn"),
    "docs/index.md": pagina("Zie [x](weg.md): 100% zeker.\n"),
    "docs/vragen.md": pagina(beoordelen_voor="2020-01-01"),
}


def problems(task, output):
    """Return what VS Code shows: severity, file, line and text of every match of a task."""
    found = []
    for line in output.split("\n"):
        for matcher in TASKS[task]["problemMatcher"]:
            pattern = matcher["pattern"]
            if match := re.search(pattern["regexp"], line):
                place = (match[pattern["file"]], int(match[pattern["line"]]))
                found.append((matcher["severity"], *place, match[pattern["message"]]))
    return found


SEEN = [
    ("error", "dilemmas/fles-wijn.md", 8, "`thema` heeft een onbekende waarde: `wijn`"),
    ("error", "docs/index.md", 8, "de link `weg.md` leidt naar niets"),
    ("info", "docs/vragen.md", 7, "de pagina moest voor 2020-01-01 beoordeeld zijn"),
]


def test_every_finding_of_a_broken_project_is_a_problem_on_its_line(boom, wijzer):
    _, said = wijzer(boom(MIS), "controleer")
    assert problems(CHECK, said) == SEEN
    assert problems(WATCH, said) == SEEN


def test_what_is_no_finding_is_no_problem(boom, wijzer):
    _, said = wijzer(boom(), "controleer")
    assert problems(CHECK, said) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen Ctrl+C voor een ander proces")
def test_after_saving_the_problems_are_others(boom):
    project = boom(MIS)
    command = [sys.executable, "-m", "wijzer", "--map", str(project.root), "controleer", "--volg"]
    process = subprocess.Popen(
        command, cwd=REPO, stdout=subprocess.PIPE, encoding="utf-8", env=environment()
    )
    try:
        assert problems(WATCH, a_round(process)) == SEEN
        project.write("dilemmas/fles-wijn.md", dilemma())
        assert problems(WATCH, a_round(process)) == SEEN[1:]
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


def a_round(process):
    """Return what is said between the two lines that tell VS Code of a round."""
    background = TASKS[WATCH]["problemMatcher"][0]["background"]
    assert re.search(background["beginsPattern"], process.stdout.readline().rstrip("\n"))
    said = []
    while not (said and re.search(background["endsPattern"], said[-1])):
        said.append(process.stdout.readline())
    return "".join(said)


def test_both_checks_see_the_same():
    patterns = [
        [(one["severity"], one["pattern"]) for one in TASKS[label]["problemMatcher"]]
        for label in (CHECK, WATCH)
    ]
    assert patterns[0] == patterns[1]
    first, second = (one["background"] for one in TASKS[WATCH]["problemMatcher"])
    assert first == second


def test_every_task_runs_a_script_of_ours():
    for task in TASKS.values():
        assert task["command"] == "python3"
        assert (REPO / task["args"][0]).is_file()


def test_the_container_is_that_of_the_street_and_runs_our_script():
    container = json.loads((REPO / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    street = yaml.safe_load((REPO / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    extensions = json.loads((REPO / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert container["image"] == street["default"]["image"]
    assert container["postCreateCommand"] == "python3 scripts/wijzer.py controleer"
    assert container["customizations"]["vscode"]["extensions"] == extensions["recommendations"]
