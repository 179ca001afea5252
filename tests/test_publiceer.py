"""Publishing: releases that can be verified, one step from one to the next, and back."""

from __future__ import annotations

import datetime
import errno
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.uitgave_hulp import change, die_at, is_whole, run, small_project, start
from wijzer import cli
from wijzer.base.clock import today
from wijzer.release import manifest, publish, swap
from wijzer.release.changes import changed_since
from wijzer.release.shelf import Shelf

DAG = datetime.date(2026, 11, 24)


def made(site: Path, text: str) -> Path:
    """Make what stands for a built site: two pages and a manifest."""
    swap.remove(site)
    (site / "melden").mkdir(parents=True)
    for name in ("index.html", "melden/index.html"):
        (site / name).write_text(f"<p>{text}", encoding="utf-8")
    found = manifest.Manifest(versie=DAG, commit="abc", bestanden=manifest.hashes(site))
    manifest.write(site, found)
    return site


@pytest.fixture
def web(tmp_path):
    return Shelf(tmp_path / "web")


@pytest.fixture
def site(tmp_path):
    (tmp_path / "project").mkdir()
    return tmp_path / "project/site"


@pytest.fixture
def wijzer(tmp_path, web, capsys):
    """Run ``publiceer`` on what stands for a project, and return code, stdout and stderr."""

    def command(*options: str, doel: Path | None = None) -> tuple[int, str, str]:
        (tmp_path / "project/mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
        root = str(tmp_path / "project")
        code = cli.main(["--map", root, "publiceer", str(doel or web.map), *options])
        return code, *capsys.readouterr()

    return command


def shown(web: Shelf) -> str:
    return (web.huidig / "index.html").read_text(encoding="utf-8")


def test_the_first_release(web, site, wijzer):
    made(site, "een")
    name = f"0001-{today()}"
    assert wijzer("--zonder-bouwen") == (
        0,
        f"Uitgave {name} is gepubliceerd: 2 bestanden.\nDe webserver toont {web.huidig}.\n",
        "",
    )
    assert shown(web) == "<p>een"
    found = json.loads((web.huidig / "uitgave.json").read_text(encoding="utf-8"))
    assert found == {
        "versie": "2026-11-24",
        "commit": "abc",
        "bestanden": manifest.hashes(site),
        "uitgave": name,
        "gepubliceerd": str(today()),
    }
    assert sorted(p.name for p in web.map.iterdir()) == [".huidig-slot", "huidig", "uitgaven"]
    assert [p.name for p in web.uitgaven.iterdir()] == [name]


def test_the_last_five_stay_and_readers_see_the_newest(web, site):
    for number in range(1, 9):
        # The clock goes back a day each time: the numbers keep the order.
        day = DAG - datetime.timedelta(days=number)
        uitgave = publish.publish(web, made(site, f"nummer {number}"), day)
        assert uitgave == publish.Uitgave(f"000{number}-{day}", 2, new=True)
        assert shown(web) == f"<p>nummer {number}"
    assert [name[:4] for name in web.names()] == ["0004", "0005", "0006", "0007", "0008"]


def test_nothing_new_makes_no_release(web, site, wijzer):
    publish.publish(web, made(site, "een"), DAG)
    text = "Er is niets veranderd. De lezers zien nog uitgave 0001-2026-11-24.\n"
    assert wijzer("--zonder-bouwen") == (0, text, "")
    assert web.names() == ["0001-2026-11-24"]


def test_a_damaged_release_is_published_anew(web, site):
    publish.publish(web, made(site, "een"), DAG)
    (web.huidig / "index.html").write_text("stuk", encoding="utf-8")
    assert publish.publish(web, site, DAG).name == "0002-2026-11-24"
    assert shown(web) == "<p>een"


def test_back_and_back_again(web, site, wijzer):
    for number in (1, 2, 3):
        publish.publish(web, made(site, str(number)), DAG)
    assert wijzer("--terug") == (0, "De lezers zien nu weer uitgave 0002-2026-11-24.\n", "")
    assert shown(web) == "<p>2"
    assert wijzer("--terug")[0] == 0
    assert shown(web) == "<p>1"
    nothing = "Er is geen eerdere uitgave die heel is. Er is niets veranderd.\n"
    assert wijzer("--terug") == (1, "", nothing)
    assert shown(web) == "<p>1"
    publish.publish(web, made(site, "4"), DAG)
    assert web.current() == "0004-2026-11-24"


def test_going_back_passes_over_a_damaged_release(web, site, wijzer):
    for number in (1, 2, 3):
        publish.publish(web, made(site, str(number)), DAG)
    (web.uitgaven / "0002-2026-11-24/index.html").unlink()
    assert wijzer("--terug") == (
        0,
        "De lezers zien nu weer uitgave 0001-2026-11-24.\n",
        "Uitgave 0002-2026-11-24 is overgeslagen: index.html ontbreekt.\n",
    )


def test_verifying(web, site, wijzer):
    for number in (1, 2):
        publish.publish(web, made(site, str(number)), DAG)
    rows = "0001-2026-11-24: heel\n0002-2026-11-24 (huidig): heel\n"
    assert wijzer("--controleer") == (0, rows, "")
    now = web.uitgaven / "0002-2026-11-24"
    (now / "index.html").write_text("anders", encoding="utf-8")
    (now / "melden/index.html").unlink()
    (now / "melden/nieuw.html").touch()
    (now / "huis").symlink_to("/etc")
    (web.uitgaven / "0001-2026-11-24/uitgave.json").write_text("{", encoding="utf-8")
    assert wijzer("--controleer") == (
        1,
        "0001-2026-11-24: beschadigd, want uitgave.json ontbreekt of is niet te lezen\n"
        "0002-2026-11-24 (huidig): beschadigd, want melden/index.html ontbreekt, index.html is "
        "veranderd, huis hoort er niet bij, melden/nieuw.html hoort er niet bij\n",
        "De huidige uitgave is beschadigd. Publiceer opnieuw.\n",
    )


def test_many_damaged_files_are_counted(web, site, wijzer):
    publish.publish(web, made(site, "een"), DAG)
    for number in range(7):
        (web.huidig / f"{number}.html").touch()
    assert wijzer("--controleer")[1] == (
        "0001-2026-11-24 (huidig): beschadigd, want 0.html hoort er niet bij, 1.html hoort er niet "
        "bij, 2.html hoort er niet bij, 3.html hoort er niet bij, 4.html hoort er niet bij en nog 2\n"
    )


def test_a_release_that_is_gone(web, site, wijzer):
    publish.publish(web, made(site, "een"), DAG)
    shutil.rmtree(web.uitgaven / "0001-2026-11-24")
    gone = "De huidige uitgave ontbreekt. Publiceer opnieuw.\n"
    assert wijzer("--controleer") == (1, "", gone)
    assert wijzer("--zonder-bouwen")[0] == 0
    assert shown(web) == "<p>een"


def test_where_links_cannot_be_made_the_release_is_copied(web, site, monkeypatch):
    """As on Windows without the right to make them, or on a Windows share."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "A required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for one_step in (True, False):
        if not one_step:
            monkeypatch.setattr(swap, "exchange", lambda *_: False)
        for number in (1, 2, 1):
            publish.publish(web, made(site, str(number)), DAG)
        assert not web.huidig.is_symlink()
        assert shown(web) == "<p>1"
        publish.go_back(web)
        assert shown(web) == "<p>2"
        publish.go_back(web)
        assert shown(web) == "<p>1"
        assert is_whole(web.huidig)
        publish.publish(web, made(site, "anders"), DAG)


# -- what is not ours ------------------------------------------------------------------------------


def test_a_folder_with_other_files(web, site, wijzer):
    made(site, "een")
    web.map.mkdir()
    (web.map / "belangrijk.docx").touch()
    assert wijzer("--zonder-bouwen") == (
        1,
        "",
        f"In {web.map} staan al andere bestanden, zoals belangrijk.docx. Kies een lege of nieuwe "
        "map, of een map waarin je al eerder publiceerde.\n",
    )
    assert [p.name for p in web.map.iterdir()] == ["belangrijk.docx"]


def test_a_link_that_the_host_put_back_by_hand(web, site, wijzer):
    for number in (1, 2, 3):
        publish.publish(web, made(site, str(number)), DAG)
    web.huidig.unlink()
    web.huidig.symlink_to(web.uitgaven / "0002-2026-11-24")
    assert wijzer("--terug") == (0, "De lezers zien nu weer uitgave 0001-2026-11-24.\n", "")


def test_what_somebody_adds_later_stays(web, site):
    publish.publish(web, made(site, "0"), DAG)
    mine = [web.map / "robots.txt", web.uitgaven / "aantekening.txt"]
    for file in mine:
        file.touch()
    (web.uitgaven / "0001-1999-01-01").mkdir()
    (web.uitgaven / "0001-1999-01-01/van-mij.txt").touch()
    for number in range(1, 8):
        publish.publish(web, made(site, str(number)), DAG)
    assert all(file.is_file() for file in mine)
    assert (web.uitgaven / "0001-1999-01-01/van-mij.txt").is_file()


@pytest.mark.parametrize("kind", ["map", "koppeling"])
def test_huidig_of_somebody_else(web, site, wijzer, tmp_path, kind):
    publish.publish(web, made(site, "een"), DAG)
    web.huidig.unlink()
    if kind == "map":
        web.huidig.mkdir()
    else:
        web.huidig.symlink_to(tmp_path)
    made(site, "twee")
    assert wijzer("--zonder-bouwen") == (
        1,
        "",
        f"{web.huidig} is niet door `publiceer` gemaakt. Haal weg wat daar staat. "
        "De lezers zien nog wat ze zagen.\n",
    )
    assert web.huidig.exists()


def test_places_that_cannot_be(web, site, wijzer, tmp_path):
    made(site, "een")
    inside = tmp_path / "project/docs/web"
    text = f"{inside} ligt in het project zelf. Kies een map daarbuiten.\n"
    assert wijzer("--zonder-bouwen", doel=inside) == (1, "", text)
    web.map.touch()
    assert wijzer() == (1, "", f"{web.map} is een bestand. Kies een map.\n")
    web.map.unlink()
    for option in ("--terug", "--controleer"):
        assert wijzer(option) == (1, "", f"In {web.map} is nog niets gepubliceerd.\n")
    assert not web.map.exists()


def test_a_site_that_is_not_whole_is_not_published(web, site, wijzer):
    again = (
        "Bouw haar opnieuw met `python3 scripts/wijzer.py bouw`. De lezers zien nog wat ze zagen.\n"
    )
    assert wijzer("--zonder-bouwen") == (
        1,
        "",
        f"Er is geen site in {site}. Bouw die eerst met `python3 scripts/wijzer.py bouw`. "
        "De lezers zien nog wat ze zagen.\n",
    )
    made(site, "een")
    (site / "melden/index.html").write_text("half", encoding="utf-8")
    start_of = f"De site in {site} is niet zoals `bouw` haar maakte: "
    changed = f"{start_of}melden/index.html is veranderd. {again}"
    assert wijzer("--zonder-bouwen") == (1, "", changed)
    assert not web.huidig.exists()


# -- against us ------------------------------------------------------------------------------------


def test_a_death_halfway_leaves_what_readers_saw(web, site):
    publish.publish(web, made(site, "een"), DAG)
    made(web.making, "half")
    made(swap.staging(web.huidig), "half")
    assert shown(web) == "<p>een"
    publish.publish(web, made(site, "twee"), DAG)
    assert shown(web) == "<p>twee"
    assert sorted(p.name for p in web.map.iterdir()) == [".huidig-slot", "huidig", "uitgaven"]
    assert [name[:4] for name in web.names()] == ["0001", "0002"]


@pytest.mark.skipif(os.name != "posix", reason="een proces dat zich splitst, kan hier niet")
def test_a_death_at_any_step_leaves_what_readers_saw(web, site):
    """The child dies at its first step on the disk, then at its second, and so on."""
    for number in range(publish.KEEP):
        publish.publish(web, made(site, f"begin {number}"), DAG)
    step, finished = 0, False
    while not finished:
        step += 1
        made(site, str(step))
        finished = die_at(step, lambda: publish.publish(web, site, DAG))
        assert is_whole(web.huidig)
    assert step > 10
    assert shown(web) == f"<p>{step}"
    assert len(web.names()) == publish.KEEP
    assert all(not web.damage(name) for name in web.names())


def test_disk_full(web, site, wijzer, tmp_path):
    web.map.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(web.map)]
    if (
        not shutil.which("mount")
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("hier mag geen kleine schijf worden gemaakt (mount)")
    try:
        publish.publish(web, made(site, "een"), DAG)
        made(site, "x" * 200_000)
        assert wijzer("--zonder-bouwen") == (
            1,
            "",
            "De schijf is vol: maak ruimte vrij en geef de opdracht opnieuw. "
            "De lezers zien nog wat ze zagen.\n",
        )
        assert shown(web) == "<p>een"
        assert [p.name for p in web.uitgaven.iterdir()] == ["0001-2026-11-24"]
    finally:
        subprocess.run(["umount", str(web.map)], check=True)


@pytest.mark.skipif(os.name != "posix", reason="bestaat niet op Windows")
def test_readers_get_in_whatever_the_umask(web, site):
    before = os.umask(0o077)
    try:
        publish.publish(web, made(site, "een"), DAG)
    finally:
        os.umask(before)
    folders = [web.map, web.uitgaven, web.huidig, web.huidig / "melden"]
    assert {oct(f.stat().st_mode & 0o777) for f in folders} == {"0o755"}
    files = [web.huidig / "index.html", web.huidig / "uitgave.json"]
    assert {oct(f.stat().st_mode & 0o777) for f in files} == {"0o644"}


# -- the whole way ---------------------------------------------------------------------------------


@pytest.mark.traag
def test_build_and_publish_twice_at_once(tmp_path):
    project = small_project(tmp_path / "project")
    web = Shelf(tmp_path / "web met spatie")
    builds = [start(project, "publiceer", str(web.map), "--onvolledig") for _ in range(2)]
    for build in builds:
        out, err = build.communicate(timeout=120)
        assert build.returncode == 0, err
        assert "Traceback" not in out + err
    assert len(web.names()) == 1  # the second found nothing new
    change(project, "Een nieuwe regel.")
    assert run(project, "publiceer", str(web.map), "--onvolledig")[0] == 0
    assert "Een nieuwe regel." in shown(web)
    assert is_whole(web.huidig)


@pytest.mark.traag
def test_missing_contact_details_stop_a_release(tmp_path):
    project = small_project(tmp_path / "project")
    (project.root / "docs/contact.yml").unlink(missing_ok=True)
    code, out, err = run(project, "publiceer", str(tmp_path / "web"))
    assert code == 1
    assert out == ""
    assert err.endswith(
        "Er is niets gepubliceerd: vul eerst aan wat hierboven staat, of gebruik --onvolledig.\n"
    )
    assert not (tmp_path / "web").exists()


@pytest.fixture
def git(tmp_path):
    """A project under Git, and the command to run Git there."""
    root = tmp_path / "project"

    def command(*arguments: str) -> str:
        who = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl"]
        done = subprocess.run(
            ["git", "-C", str(root), *who, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    (root / "docs").mkdir(parents=True)
    for name in ("een", "twee", "drie"):
        (root / f"docs/{name}.md").write_text(f"Pagina {name}.\n" * 9, encoding="utf-8")
    command("init", "--quiet")
    command("add", ".")
    command("commit", "--quiet", "--message=begin")
    return command


def since(tmp_path: Path, commit: str | None) -> str:
    return changed_since(tmp_path / "project", commit, ("docs", "dilemmas"))


def test_what_changed_is_one_line(tmp_path, git):
    first, docs = git("rev-parse", "HEAD"), tmp_path / "project/docs"
    assert since(tmp_path, first) == "Sinds de vorige uitgave is geen tekst veranderd."
    (docs / "een.md").write_text("Anders.\n", encoding="utf-8")
    (docs / "twee.md").rename(docs / "vier.md")
    (docs / "drie.md").unlink()
    (docs / "vijf.md").write_text("Nog een.\n", encoding="utf-8")
    (docs / "contact.yml").write_text("hrm:\n", encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message=later")
    said = "nieuw: contact, vijf; gewijzigd: een; verhuisd: twee → vier; weg: drie."
    assert since(tmp_path, first) == f"Veranderd sinds de vorige uitgave: {said}"
    assert since(tmp_path, f"{first}-dirty") == f"Veranderd sinds de vorige uitgave: {said}"


def test_many_changed_pages_are_counted(tmp_path, git):
    first, docs = git("rev-parse", "HEAD"), tmp_path / "project/docs"
    for n in range(7):
        (docs / f"p{n}.md").write_text(f"Bladzijde {n}.\n", encoding="utf-8")
    git("add", "--all")
    said = "nieuw: p0, p1, p2, p3, p4 en nog 2."
    assert since(tmp_path, first) == f"Veranderd sinds de vorige uitgave: {said}"


@pytest.mark.parametrize("commit", [None, "", "0" * 40, "--output=x"])
def test_a_commit_that_git_does_not_know_is_said(tmp_path, git, commit):
    unknown = "Wat er veranderd is sinds de vorige uitgave, is hier niet te zien."
    assert since(tmp_path, commit) == unknown


def test_the_line_is_about_what_readers_saw(tmp_path, web, site, wijzer, git):
    made(site, "een")
    assert "Veranderd" not in wijzer("--zonder-bouwen")[1]
    first = git("rev-parse", "HEAD")
    found = manifest.read(site).model_copy(update={"commit": first})
    (tmp_path / "vorige.json").write_text(found.model_dump_json(exclude_none=True), "utf-8")
    (tmp_path / "project/docs/een.md").write_text("Anders.\n", encoding="utf-8")
    made(site, "twee")
    code, out, _ = wijzer("--zonder-bouwen", "--vorige", str(tmp_path / "vorige.json"))
    assert code == 0
    assert out.startswith("Veranderd sinds de vorige uitgave: gewijzigd: een.\nUitgave 0002-")
    made(site, "drie")
    assert wijzer("--zonder-bouwen")[1].startswith("Wat er veranderd is sinds de vorige uitgave,")
