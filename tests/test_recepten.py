"""Every command of BIJDRAGEN.md works on a fresh clone, word for word as it stands there.

Only setting up the environment is not done again: the clone gets a Python that is ready.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.boom import REPO, Project, dilemma, environment, pagina, regeling
from tests.contact_hulp import persoon
from tests.lezer_hulp import engine
from tests.test_voorstel import FORM

sys.path.insert(0, str(REPO / "scripts"))
import omgeving

pytestmark = pytest.mark.skipif(os.name == "nt", reason="de Python die klaarstaat is een script")

GUIDE = (REPO / "BIJDRAGEN.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"(?:^|`)(python3 scripts/[^`\n]+)", re.MULTILINE)
RECIPES = {
    "python3 scripts/bouw.py": "De site staat klaar. Open file://",
    "python3 scripts/wijzer.py beoordeeld over relatiegeschenken": "Klaar: 2 bestanden",
    "python3 scripts/wijzer.py bouw --op 2027-01-01": "De site staat klaar. Open file://",
    "python3 scripts/wijzer.py controleer": "0 fouten",
    "python3 scripts/wijzer.py controleer --strikt": "0 fouten",
    "python3 scripts/wijzer.py controleer --publiceren": "0 fouten",
    "python3 scripts/wijzer.py controleer --schrijfhulp": "0 fouten",
    "python3 scripts/wijzer.py hernoem relatiegeschenken geschenken": "Klaar: ",
    "python3 scripts/wijzer.py nieuw": "staat klaar.",
    "python3 scripts/wijzer.py nieuw dilemma fles-wijn": "dilemmas/fles-wijn.md staat klaar.",
    "python3 scripts/wijzer.py publiceer MAP": "is gepubliceerd",
    "python3 scripts/wijzer.py rapport": "Rapport voor HRM, ",
    "python3 scripts/wijzer.py rapport herziening": "Na te lopen pagina's, ",
    "python3 scripts/wijzer.py recht nagelezen --aanvullen": "Erbij gezet in ",
    "python3 scripts/wijzer.py recht ophalen --alles": "0 van de 0 teksten zijn opgehaald.",
    "python3 scripts/wijzer.py recht verschil": "Er is niets veranderd",
    "python3 scripts/wijzer.py schrijf MAP": "bestanden geschreven in",
    "python3 scripts/wijzer.py verplaats over docs/melden": "docs/melden/over.md",
    "python3 scripts/wijzer.py verschil main": "Er verandert niets aan de site.",
    "python3 scripts/wijzer.py voorstel FORMULIER": "staat klaar als concept, met nummer 4.",
    "python3 scripts/wijzer.py verwijder de-taart --naar relatiegeschenken": "Klaar: ",
}
"""What each command says when all is well."""
ANSWERS = {"python3 scripts/wijzer.py nieuw": "dilemma\nEen nieuwe vraag\n\n"}
NOT_THERE = {"python3 scripts/wijzer.py nieuw dilemma fles-wijn": "dilemmas/fles-wijn.md"}
"""What a recipe makes, and must not be there yet."""
SERVE, FILL_IN = "python3 scripts/serve.py", "python3 scripts/formulier.py"


def in_the_guide() -> set[str]:
    return {match[1].strip() for match in COMMAND.finditer(GUIDE)}


def test_every_command_of_the_guide_is_run_here() -> None:
    assert in_the_guide() == {*RECIPES, SERVE, FILL_IN}


def test_the_guide_asks_for_nothing_but_the_scripts() -> None:
    assert not re.search(r"python3? -m |\.venv/|\bpip ", GUIDE)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with the scripts as they are, and a Python that is ready."""
    root = tmp_path_factory.mktemp("bron") / "wijzer"
    besluit = regeling(titel="Een besluit", bron={"document": "Besluit"}, artikelen=None)
    pages = {
        "regelgeving/wetten/ambtenarenwet-2017.md": besluit,
        "docs/contact.yml": f"hrm:\n{persoon()}",
        "dilemmas/een-dilemma.md": dilemma(titel="Een dilemma", nummer="2"),
        "dilemmas/de-taart.md": dilemma(titel="De taart", nummer="3"),
        "docs/over.md": pagina(titel="Over"),
        ".gitignore": (REPO / ".gitignore").read_text(encoding="utf-8"),
    }
    project = engine(root, pages)
    for folder in ("scripts", "requirements"):
        shutil.copytree(REPO / folder, root / folder)
    ready = project.write(".venv/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    ready.chmod(ready.stat().st_mode | stat.S_IXUSR)
    stamp = f"{omgeving.python_line()}\n{omgeving.lock_line('site')}\n"
    project.write(".venv/klaar.txt", stamp)
    who = ["-c", "user.name=Proef", "-c", "user.email=proef@voorbeeld.nl"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run(["git", "-C", str(root), *who, *words], check=True)
    return project


@pytest.fixture
def clone(repository: Project, tmp_path: Path) -> Project:
    """A clone of one's own, so that no recipe meets what another made."""
    return Project(shutil.copytree(repository.root, tmp_path / "kloon"))


def start(clone: Project, command: str, **extra: str) -> subprocess.Popen[str]:
    words = shlex.split(command)
    assert words[0] == "python3"
    return subprocess.Popen(
        [sys.executable, *words[1:]],
        cwd=clone.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment(WIJZER_KAARTEN="nee", **extra),
        start_new_session=True,
    )


def _with_names(command: str, tmp_path: Path) -> str:
    """Fill in what the reader of the guide chooses."""
    form = tmp_path / "formulier.md"
    form.write_text(FORM, encoding="utf-8")
    return command.replace("MAP", str(tmp_path / "map")).replace("FORMULIER", str(form))


@pytest.mark.parametrize("command", RECIPES)
def test_a_recipe_works(clone: Project, tmp_path: Path, command: str) -> None:
    if made := NOT_THERE.get(command):
        (clone.root / made).unlink()
    process = start(clone, _with_names(command, tmp_path))
    out, _ = process.communicate(ANSWERS.get(command), timeout=120)
    assert process.returncode == 0, out
    assert RECIPES[command] in out


def test_the_preview_starts(clone: Project) -> None:
    process = start(clone, SERVE, PYTHONUNBUFFERED="1")
    assert process.stdout
    try:
        told = next(line for line in process.stdout if "De site komt op http://127.0.0.1:" in line)
        assert "Stoppen doe je met Ctrl+C" in told
        assert any("Serving on" in line or "staat op" in line for line in process.stdout)
    finally:
        # Who started the tests may have taken Ctrl-C away; this one ends it always.
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=60)


@pytest.mark.traag
def test_the_form_starts(clone: Project, cms: Path) -> None:
    shutil.copytree(cms, clone.root / ".cache/formulier")
    process = start(clone, FILL_IN, PYTHONUNBUFFERED="1")
    assert process.stdout
    try:
        told = next(iter(process.stdout))
        found = re.fullmatch(
            r"Het formulier staat op (http://127\.0\.0\.1:\d+/)\. Stoppen doe je met Ctrl\+C\.\n",
            told,
        )
        assert found, told
        with urllib.request.urlopen(f"{found[1]}config.json", timeout=60) as answer:
            config = json.load(answer)
        assert "dilemmas" in {one["name"] for one in config["collections"]}
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=60)
