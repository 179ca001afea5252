"""A folder takes the place of another in one step, and a death at any moment is put right."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.uitgave_hulp import die_at
from wijzer.release import swap

posix = pytest.mark.skipif(os.name != "posix", reason="een proces dat zich splitst, kan hier niet")

READER = """
import sys, time
page, stop = sys.argv[1:]
reads, wrong = 0, []
while True:
    try:
        text = open(page, encoding="utf-8").read()
        if not text.startswith("versie") or not text.endswith("einde"):
            wrong.append(text[:20])
    except OSError as error:
        wrong.append(str(error))
    reads += 1
    if reads % 50 == 0:
        try:
            open(stop).close()
            break
        except OSError:
            pass
    time.sleep(0.0005)
print(reads, wrong)
"""


def make(folder: Path, version: int) -> Path:
    (folder / "melden").mkdir(parents=True)
    for name in ("index.html", "melden/index.html"):
        (folder / name).write_text(f"versie {version} " + "x" * 9000 + "einde", encoding="utf-8")
    return folder


def version(site: Path) -> str:
    """Return the version of a site whose pages are all there."""
    texts = {
        (site / n).read_text("utf-8").split(" x")[0] for n in ("index.html", "melden/index.html")
    }
    assert len(texts) == 1
    return texts.pop()


@pytest.fixture
def exchanging(tmp_path: Path) -> None:
    one, other = make(tmp_path / "a", 1), make(tmp_path / "b", 2)
    if not swap.exchange(one, other):
        pytest.skip("dit systeem of deze schijf kan twee mappen niet in één stap verwisselen")
    assert (version(one), version(other)) == ("versie 2", "versie 1")


@pytest.mark.usefixtures("exchanging")
def test_a_reader_never_misses_a_page_during_200_swaps(tmp_path: Path) -> None:
    site, stop = make(tmp_path / "site", 0), tmp_path / "stop"
    command = [sys.executable, "-c", READER, str(site / "melden/index.html"), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        for number in range(1, 201):
            swap.put_in_place(make(swap.staging(site), number), site)
            time.sleep(0.005)
        stop.touch()
        out, _ = reader.communicate(timeout=60)
    reads, _, wrong = out.strip().partition(" ")
    assert wrong == "[]"
    assert int(reads) >= 500
    assert version(site) == "versie 200"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "site", "stop"]


@pytest.mark.parametrize("one_step", [True, False], ids=["in één stap", "met opzij zetten"])
def test_the_new_folder_replaces_the_old_one(tmp_path, monkeypatch, one_step):
    if not one_step:
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    site = tmp_path / "site"
    for number in (1, 2, 3):
        swap.put_in_place(make(swap.staging(site), number), site)
        assert version(site) == f"versie {number}"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_when_the_new_folder_cannot_come_the_old_one_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "exchange", lambda *_: False)
    site = make(tmp_path / "site", 1)
    with pytest.raises(FileNotFoundError):
        swap.put_in_place(swap.staging(site), site)
    assert version(site) == "versie 1"


@posix
@pytest.mark.parametrize("one_step", [True, False], ids=["in één stap", "met opzij zetten"])
def test_a_death_at_any_step_leaves_a_whole_site(tmp_path, one_step):
    """The child dies at its first step on the disk, then at its second, and so on."""
    seen = set()
    for step in range(1, 100):
        site = make(tmp_path / str(step) / "site", 1)
        swap.remove(swap.staging(site))
        make(swap.staging(site), 2)

        def replace(site: Path = site) -> None:
            if not one_step:
                swap.exchange = lambda *_: False
            swap.put_in_place(swap.staging(site), site)

        finished = die_at(step, replace)
        die_at(step % 4 + 1, lambda site=site: swap.recover(site))
        swap.recover(site)
        seen.add(version(site))
        assert [path.name for path in site.parent.iterdir()] == ["site"]
        if finished:
            break
    assert finished
    assert step > 4
    assert seen == ({"versie 2"} if one_step else {"versie 1", "versie 2"})
