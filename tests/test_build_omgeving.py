"""Building where things are against us: one whole site, one Dutch sentence, exit code 1."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys

import pytest

from tests import proces
from tests.boom import REPO, environment
from tests.bouw_hulp import fingerprint
from tests.test_serve import until
from tests.uitgave_hulp import change, is_whole, run, small_project
from wijzer.release import manifest

pytestmark = pytest.mark.traag
posix = pytest.mark.skipif(os.name != "posix", reason="bestaat niet op Windows")
KEPT = "De site is niet gebouwd. De vorige site is niet veranderd.\n"


@pytest.fixture
def project(tmp_path):
    return small_project(tmp_path / "project")


@pytest.fixture
def mount(tmp_path):
    """Mount a small disk on a folder; needs the rights of an administrator."""
    mounted = []

    def small_disk(folder, options):
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if (
            not shutil.which("mount")
            or subprocess.run(command, capture_output=True, check=False).returncode
        ):
            pytest.skip("hier mag geen kleine schijf worden gemaakt (mount)")
        mounted.append(folder)

    yield small_disk
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_disk_full(tmp_path, mount):
    mount(tmp_path / "schijf", "size=24m")
    project = small_project(tmp_path / "schijf/project")
    assert run(project, "bouw")[0] == 0
    before = fingerprint(project.root / "site")
    for room in (1_000_000, 8_192):
        free = shutil.disk_usage(tmp_path / "schijf").free
        (tmp_path / "schijf/vol").write_bytes(b"x" * (free - room))
        code, _, err = run(project, "bouw")
        assert code == 1
        assert err.startswith("De schijf is vol: maak ruimte vrij en geef de opdracht opnieuw. ")
        assert err.endswith(KEPT)
        assert err.count("\n") == 1
        assert fingerprint(project.root / "site") == before
        assert not (project.root / ".site-nieuw").exists()
        (tmp_path / "schijf/vol").unlink()
    assert run(project, "bouw")[0] == 0


@posix
def test_a_limit_on_files(project):
    assert run(project, "bouw")[0] == 0
    before = fingerprint(project.root / "site")
    command = f"ulimit -f 40; exec '{sys.executable}' -m wijzer --map '{project.root}' bouw"
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith(f"wordt te groot: maak ruimte vrij of verhoog de grens. {KEPT}")
    assert done.stderr.count("\n") == 1
    assert fingerprint(project.root / "site") == before


def test_read_only_folder(tmp_path, mount):
    mount(tmp_path / "schijf", "size=24m")
    project = small_project(tmp_path / "schijf/project")
    assert run(project, "bouw")[0] == 0
    before = fingerprint(project.root / "site")
    subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "schijf")], check=True)
    code, _, err = run(project, "bouw")
    assert code == 1
    assert err == (
        f"{project.root / '.site-slot'} mag niet veranderd worden: vraag schrijfrechten of werk in "
        f"een andere map. {KEPT}"
    )
    assert fingerprint(project.root / "site") == before


@posix
def test_readers_get_in_whatever_the_umask(project):
    before = os.umask(0o077)
    try:
        assert run(project, "bouw")[0] == 0
    finally:
        os.umask(before)
    site = project.root / "site"
    modes = {(p.is_dir(), oct(stat.S_IMODE(p.stat().st_mode))) for p in (site, *site.rglob("*"))}
    assert modes == {(True, "0o755"), (False, "0o644")}


@posix
@pytest.mark.parametrize("name", ["met spatie", "Ünïcode – ’t huis", "aan'haling\"stekens"])
def test_any_folder_and_no_language(tmp_path, name):
    project = small_project(tmp_path / name)
    settings = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "", "WIJZER_KAARTEN": "nee"}
    called = ("--map", str(project.root), "bouw")
    done = proces.cold("wijzer", *called, cwd=REPO, env=environment(**settings))
    assert (done.returncode, done.stderr) == (0, "")
    out = done.stdout
    start_page = (project.root / "site/index.html").as_uri()
    assert out.endswith(f"De site staat klaar. Open {start_page} in je browser.\n")
    assert is_whole(project.root / "site")


@pytest.mark.parametrize("seconds", ["0", "4294967295"])
def test_a_clock_far_away(project, seconds):
    assert run(project, "bouw", SOURCE_DATE_EPOCH=seconds)[0] == 0
    assert is_whole(project.root / "site")


@pytest.mark.parametrize("seconds", ["gisteren", "-1", "4294967296", "1e9", "²"])
def test_a_moment_that_cannot_be(project, seconds):
    code, _, err = run(project, "bouw", SOURCE_DATE_EPOCH=seconds)
    assert code == 1
    assert err == (
        f"SOURCE_DATE_EPOCH is `{seconds}`, maar moet een aantal seconden sinds 1970 zijn, zoals "
        "1795000000. Haal de variabele weg: dan telt de datum van de laatste commit.\n"
    )


def git(folder, *arguments):
    fixed = {
        "GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "e", "GIT_COMMITTER_NAME": "n",
        "GIT_COMMITTER_EMAIL": "e", "GIT_AUTHOR_DATE": "1500000000 +0000",
        "GIT_COMMITTER_DATE": "1500000000 +0000", "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, env=os.environ | fixed, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.skipif(not shutil.which("git"), reason="git is er niet")
def test_a_shallow_clone_has_the_date_and_commit_of_its_last_commit(project, tmp_path):
    project.write(".gitignore", "/site/\n/.site-*\n__pycache__/\n.cache/\n")
    git(project.root, "init", "--quiet")
    for number in (1, 2):
        change(project, f"Regel {number}.")
        git(project.root, "add", ".")
        git(project.root, "commit", "--quiet", "-m", "m")
    clone = type(project)(tmp_path / "kloon")
    git(tmp_path, "clone", "--quiet", "--depth=1", project.root.as_uri(), str(clone.root))
    commit = git(project.root, "rev-parse", "HEAD")
    assert run(clone, "bouw", SOURCE_DATE_EPOCH="")[0] == 0
    found = manifest.read(clone.root / "site")
    assert found and (str(found.versie), found.commit) == ("2017-07-14", commit)
    change(clone, "Nog niet bewaard.")
    assert run(clone, "bouw", SOURCE_DATE_EPOCH="")[0] == 0
    found = manifest.read(clone.root / "site")
    assert found and found.commit == f"{commit}-dirty"


def test_no_git_at_all(project, tmp_path):
    code, _, err = run(project, "bouw", SOURCE_DATE_EPOCH="", PATH=str(tmp_path))
    assert (code, err) == (0, "")
    found = manifest.read(project.root / "site")
    assert found and found.commit is None


def test_site_is_a_link(project, tmp_path):
    (tmp_path / "elders").mkdir()
    (project.root / "site").symlink_to(tmp_path / "elders", target_is_directory=True)
    code, _, err = run(project, "bouw")
    assert code == 1
    assert err == (
        f"{project.root / 'site'} is geen gewone map. Haal weg wat daar staat; een bouw maakt de "
        "map zelf. Wil je de site ergens anders hebben: python3 scripts/wijzer.py publiceer MAP\n"
    )
    assert (project.root / "site").is_symlink()


def test_building_while_the_preview_runs(project, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{free_port}"]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=project.root, stdout=log, stderr=log, env=environment()
        )
        try:
            address = f"http://127.0.0.1:{free_port}/"
            until(address, "Dit is de tekst.")
            change(project, "Een nieuwe regel.")
            assert run(project, "bouw")[0] == 0
            assert is_whole(project.root / "site")
            until(address, "Een nieuwe regel.")
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8", errors="replace")
