"""One build at a time: the second waits, and a dead process holds nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import pytest

from tests.bouw_hulp import mkdocs
from tests.uitgave_hulp import is_whole, run, small_project, start
from wijzer.release.lock import BusyError, exclusive, lock_file

HOLD = """
import sys
from pathlib import Path
from wijzer.release.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("vast", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of ``site`` until its stdin is closed."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout and process.stdout.readline() == "vast\n"
        yield process
        process.kill()


def test_the_one_who_waits_too_long_reads_which_process_it_is(tmp_path, holder, capsys):
    with pytest.raises(BusyError) as busy, exclusive(tmp_path / "site", patience=0.1):
        pass
    who = rf"proces {holder.pid} \(sinds \d\d:\d\d:\d\d\)"
    text = rf"Er wordt al gewerkt aan de map {re.escape(str(tmp_path / 'site'))}, door {who}\."
    assert re.fullmatch(
        f"{text} Dat duurt te lang. Stop dat andere proces en geef de opdracht opnieuw.",
        str(busy.value),
    )
    assert re.fullmatch(f"{text} Ik wacht tot dat klaar is …\n", capsys.readouterr().err)


def test_the_lock_of_a_dead_process_is_free(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert lock_file(tmp_path / "site").is_file()
    with exclusive(tmp_path / "site", patience=0):
        pass


def test_another_folder_has_a_lock_of_its_own(tmp_path, holder):
    with exclusive(tmp_path / "elders", patience=0):
        assert holder.poll() is None


@pytest.mark.traag
@pytest.mark.parametrize("command", ["wijzer", "mkdocs"])
def test_a_build_waits_for_another(tmp_path, holder, command):
    """``mkdocs build`` writes in the same folder, so it waits too."""
    project = small_project(tmp_path)
    if command == "wijzer":
        build = start(project, "bouw")
    else:
        build = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=project.root,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        )
    assert build.stderr
    assert f"door proces {holder.pid} (sinds" in build.stderr.readline()
    assert not (tmp_path / "site").exists()
    holder.stdin.close()
    build.communicate(timeout=120)
    assert build.returncode == 0
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.traag
def test_three_builds_at_once_all_succeed(tmp_path):
    project = small_project(tmp_path)
    builds = [start(project, "bouw") for _ in range(3)]
    errors = [build.communicate(timeout=120)[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0]
    assert "Traceback" not in "".join(errors)
    assert is_whole(tmp_path / "site")


@pytest.mark.traag
@pytest.mark.skipif(os.name != "posix", reason="Windows kent dit signaal niet")
def test_a_stopped_build_leaves_nothing_behind(tmp_path):
    project = small_project(tmp_path)
    build = start(project, "bouw")
    assert build.stdout and build.stdout.readline() == "De site wordt gebouwd …\n"
    build.send_signal(signal.SIGINT)
    _, err = build.communicate(timeout=60)
    assert build.returncode == 130
    assert err == "Gestopt. Je kunt de opdracht gewoon opnieuw geven.\n"
    assert [p.name for p in tmp_path.iterdir() if "site" in p.name] == [".site-slot"]
    assert run(project, "bouw")[0] == 0


@pytest.mark.traag
def test_plain_mkdocs_leaves_a_site_that_is_not_taken_for_a_release(tmp_path):
    project = small_project(tmp_path / "project")
    assert run(project, "bouw")[0] == 0
    assert mkdocs(project, "build", "--strict").returncode == 0
    assert not is_whole(project.root / "site")
    code, _, err = run(project, "publiceer", str(tmp_path / "web"), "--zonder-bouwen")
    assert code == 1
    assert err == (
        f"De site in {project.root / 'site'} is niet zoals `bouw` haar maakte: uitgave.json "
        "ontbreekt of is niet te lezen. Bouw haar opnieuw met `python3 scripts/wijzer.py bouw`. De lezers "
        "zien nog wat ze zagen.\n"
    )
