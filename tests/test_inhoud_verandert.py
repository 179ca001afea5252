"""What HRM does in a normal year keeps the check and the tests of the content green."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.boom import REPO, Project
from tests.gemeente import content, copy_of_content
from tests.wijzigingen import EDITS, read
from wijzer.model.kinds import KERNWAARDE

pytestmark = [pytest.mark.traag, pytest.mark.inhoud]


def files_about_content() -> list[str]:
    """Name the files that may hold such tests; reading all others takes longer than running them."""
    files = sorted((REPO / "tests").glob("test_*.py"))
    return [str(file) for file in files if "mark.inhoud" in file.read_text(encoding="utf-8")]


def run_content_tests(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of the content on another root, in a process of its own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["-m", "inhoud and not traag and not browser", *files_about_content()]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    env |= {"WIJZER_INHOUD": str(root)}
    return subprocess.run(
        command, cwd=REPO, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_a_year_of_editing_stays_green(tmp_path: Path) -> None:
    project = Project(copy_of_content(tmp_path / "project"))
    for edit in EDITS:
        edit(project)
        assert project.check().errors == [], edit.__name__
    assert project.wijzer("controleer", "--formaat", "github").returncode == 0
    built = project.wijzer("bouw")
    assert built.returncode == 0, built.stderr
    tested = run_content_tests(project.root)
    assert tested.returncode == 0, tested.stdout
    assert re.search(r"\d+ passed", tested.stdout)


def test_a_change_of_official_words_is_noticed(tmp_path: Path) -> None:
    """The same run can turn red: the tests really read the other root."""
    project = Project(copy_of_content(tmp_path / "project"))
    value = content().graph.of_kind(KERNWAARDE)[0]
    project.write(
        value.path,
        re.sub(r"^> ", "> Een eigen woord. ", read(project, value.path), flags=re.MULTILINE),
    )
    tested = run_content_tests(project.root)
    assert tested.returncode == 1
    assert "test_official_texts_stand_word_for_word_and_in_order[kernwaarden]" in tested.stdout
