"""The house has no stairs that go back up, and its drawing is true."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.boom import REPO, environment

_ROOM = re.compile(r"^(?:(\d) \S+)? +(\w+) {2,}(\S.*)$")


def drawing() -> list[tuple[str, str, str]]:
    """Return floor number (empty when the same as above), room and sentence, top first."""
    text = (REPO / "ARCHITECTUUR.md").read_text(encoding="utf-8")
    block = text.partition("## De verdiepingen")[2].split("```")[1]
    found = [_ROOM.match(line) for line in block.strip("\n").split("\n")]
    assert None not in found
    return [match.groups(default="") for match in found if match]


def layers() -> list[list[str]]:
    """Return the rooms of every layer that import-linter guards, top first."""
    settings = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [
        [room.strip().removeprefix("wijzer.") for room in layer.split("|")]
        for layer in contract["layers"]
    ]


def test_a_room_knows_only_the_rooms_below_it():
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter is not installed"
    result = subprocess.run(
        [command, "--no-cache"],
        cwd=REPO,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert "1 kept, 0 broken" in result.stdout


def test_the_drawing_names_the_same_rooms_in_the_same_order():
    assert [room for _, room, _ in drawing()] == [room for layer in layers() for room in layer]


def test_the_drawing_has_every_room():
    folders = [folder.name for folder in (REPO / "wijzer").iterdir() if folder.is_dir()]
    modules = [file.stem for file in (REPO / "wijzer").glob("*.py")]
    rooms = {*folders, *modules, "macros"} - {"__pycache__", "__init__", "__main__"}
    assert {room for _, room, _ in drawing()} == rooms


def test_the_drawing_can_be_learned_by_heart():
    floors = [int(floor) for floor, _, _ in drawing() if floor]
    assert floors == [*range(len(floors))][::-1]
    assert len(floors) <= 9
    assert all(len(sentence.split()) <= 12 for _, _, sentence in drawing())


def test_the_macros_are_named_in_one_place():
    """Who needs the macros gets them with the pages; only ``wijzer.app`` puts them there."""
    named = re.compile(r"^\s*(?:from macros|import macros)\b", re.MULTILINE)
    files = [
        file for file in (REPO / "wijzer").rglob("*.py") if named.search(file.read_text("utf-8"))
    ]
    assert [file.relative_to(REPO).as_posix() for file in files] == ["wijzer/app/check.py"]
