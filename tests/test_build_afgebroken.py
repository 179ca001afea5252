"""A build that is killed at any moment leaves the last whole site, and hinders nobody."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time

import pytest

from tests import proces
from tests.boom import REPO, environment
from tests.bouw_hulp import fingerprint
from tests.uitgave_hulp import change, is_whole, run, small_project, spoil, start

KILLS = int(os.environ.get("WIJZER_AFBREKINGEN", "50"))
"""How many builds are killed, half of them with their whole process group."""

pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(os.name != "posix", reason="Windows kent geen SIGKILL"),
]


@pytest.fixture
def project(tmp_path):
    project = small_project(tmp_path / "project")
    assert run(project, "bouw")[0] == 0
    return project


def test_killed_at_random_moments(project):
    site, chance = project.root / "site", random.Random(20261124)
    began = time.monotonic()
    assert run(project, "bouw")[0] == 0
    whole_build = time.monotonic() - began
    page, interrupted = project.root / "docs/index.md", 0
    for number in range(KILLS):
        change(project, f"Regel {number}.")
        build = begin(project)
        time.sleep(chance.uniform(0, whole_build))
        kill(build, group=number % 2 == 0)
        interrupted += build.returncode == -signal.SIGKILL
        assert is_whole(site), number
        if number % 10 == 9:  # a mistake comes on top of it
            last, good = fingerprint(site), page.read_bytes()
            spoil(project)
            assert run(project, "bouw")[0] == 1
            assert fingerprint(site) == last
            page.write_bytes(good)
    assert interrupted > KILLS / 4
    assert run(project, "bouw")[0] == 0
    assert f"Regel {KILLS - 1}." in (site / "index.html").read_text(encoding="utf-8")
    assert [p.name for p in project.root.iterdir() if "site" in p.name] == [".site-slot", "site"]


def begin(project):
    """Start a build whose modules are there already: it is in the middle of the work at once."""
    called = ("--map", str(project.root), "bouw")
    return proces.start("wijzer", *called, cwd=REPO, env=environment())


def kill(build, *, group):
    """Kill a build, with or without what it started, and wait until it is gone."""
    try:
        if group:
            os.killpg(build.pid, signal.SIGKILL)
        else:
            build.kill()
    except ProcessLookupError:
        pass
    build.communicate(timeout=60)


@pytest.mark.parametrize("fails", [True, False], ids=["de volgende mislukt", "de volgende lukt"])
def test_died_between_two_renames(project, fails):
    """Where names cannot be exchanged the site is away for a moment; the next build finds it."""
    before = fingerprint(project.root / "site")
    (project.root / "site").rename(project.root / ".site-oud")
    project.write(".site-nieuw/index.html", "half")
    project.write(".site-weg/index.html", "half")
    if fails:
        spoil(project)
    code, _, err = run(project, "bouw")
    assert code == (1 if fails else 0)
    assert err.endswith("De site is niet gebouwd. De vorige site is niet veranderd.\n") == fails
    assert fingerprint(project.root / "site") == before
    assert [p.name for p in project.root.iterdir() if "site" in p.name] == [".site-slot", "site"]


def test_a_dead_parent_leaves_no_builder_behind(project):
    """The builder runs in the process that is killed: no child of it writes on."""
    build = start(project, "bouw")
    assert build.stdout and build.stdout.readline() == "De site wordt gebouwd …\n"
    kill(build, group=False)
    group = subprocess.run(
        ["pgrep", "-g", str(build.pid)], capture_output=True, text=True, check=False
    )
    assert group.stdout == ""
