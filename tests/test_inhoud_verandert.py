"""What HRM does in a normal month keeps the check and the tests of the content green."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boom import REPO, Project, dilemma
from tests.contact_hulp import persoon
from tests.gemeente import content, copy_of_content
from wijzer.links.hosts import load_hosts
from wijzer.model.document import Document
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, WEGWIJZER, Soort

pytestmark = [pytest.mark.traag, pytest.mark.inhoud]
LONG = "Zo " + "heel " * 29 + "lang."


def read(project: Project, path: str) -> str:
    return (project.root / path).read_text(encoding="utf-8")


def add(project: Project, path: str, text: str) -> None:
    project.write(path, read(project, path).rstrip("\n") + f"\n\n{text}\n")


def next_number(soort: Soort) -> int:
    return max(d.model.model_dump()["nummer"] for d in content().graph.of_kind(soort)) + 1


def nobody_names(project: Project) -> list[Document]:
    """Return the dilemmas that no other source mentions."""
    texts = {file: file.read_text(encoding="utf-8") for file in project.root.rglob("*.md")}
    return [
        d
        for d in content().graph.of_kind(DILEMMA)
        if not any(d.id in text for file, text in texts.items() if file.stem != d.id)
    ]


def one_more_dilemma(project: Project) -> None:
    graph = content().graph
    page = dilemma(
        titel="Nog een dilemma",
        nummer=str(next_number(DILEMMA)),
        kernwaarden=[d.id for d in graph.of_kind(KERNWAARDE)[:2]],
        basisnormen=[graph.of_kind(BASISNORM)[0].id],
    )
    norm = graph.of_kind(BASISNORM)[0].id
    project.write("dilemmas/nog-een-dilemma.md", page.replace('"relatiegeschenken"', f'"{norm}"'))


def one_dilemma_less(project: Project) -> None:
    (project.root / nobody_names(project)[0].path).unlink()


def another_name(project: Project) -> None:
    page = nobody_names(project)[-1]
    text = read(project, page.path)
    (project.root / page.path).unlink()
    old = f"oude_paden:\n  - {page.address.rstrip('/')}\n"
    project.write("dilemmas/een-nieuwe-naam.md", text.replace("---\n", f"---\n{old}", 1))


def one_more_guide(project: Project) -> None:
    text = read(project, content().graph.of_kind(WEGWIJZER)[0].path)
    renamed = re.sub(r"^titel: .*$", "titel: Nog een wegwijzer", text, count=1, flags=re.MULTILINE)
    number = next_number(WEGWIJZER)
    renamed = re.sub(r"^nummer: .*$", f"nummer: {number}", renamed, count=1, flags=re.MULTILINE)
    project.write("docs/wegwijzers/wegwijzer-nummer-elf.md", renamed)


def every_setting_filled(project: Project) -> None:
    path = "docs/instellingen.md"
    filled = "    waarde: 50 euro\n    vastgesteld_op: 2026-11-01\n"
    text = re.sub(
        r"^    (?:waarde|vastgesteld_op):.*\n", "", read(project, path), flags=re.MULTILINE
    )
    project.write(path, re.sub(r"^  - id: .*\n", rf"\g<0>{filled}", text, flags=re.MULTILINE))


def every_contact_filled(project: Project) -> None:
    roles = content().contact.personen
    assert roles
    text = "".join(f"{role}:\n{persoon(f'Team {role}')}" for role in roles)
    project.write("docs/contact.yml", text)


def a_link_to_an_allowed_website(project: Project) -> None:
    host = sorted(load_hosts(project.root).toegestaan)[0]
    add(project, "docs/melden.md", f"Kijk ook op [hun website](https://{host}/).")


def a_sentence_changed(project: Project) -> None:
    norm = content().graph.of_kind(BASISNORM)[0]
    text = read(project, norm.path)
    before, heading, after = text.partition("## Wat doe je\n\n")
    project.write(norm.path, f"{before}{heading}Deze zin is nieuw. {after}")


def a_sentence_of_31_words(project: Project) -> None:
    assert len(LONG.split()) == 31
    add(project, content().graph.of_kind(KERNWAARDE)[0].path, LONG)


EDITS: tuple[Callable[[Project], None], ...] = (
    one_dilemma_less,
    another_name,
    one_more_dilemma,
    one_more_guide,
    every_setting_filled,
    every_contact_filled,
    a_link_to_an_allowed_website,
    a_sentence_changed,
    a_sentence_of_31_words,
)


def run_content_tests(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of the content on another root, in a process of its own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command += ["-m", "inhoud and not traag and not browser"]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    env |= {"WIJZER_INHOUD": str(root)}
    return subprocess.run(
        command, cwd=REPO, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_a_month_of_editing_stays_green(tmp_path: Path) -> None:
    project = Project(copy_of_content(tmp_path / "project"))
    for edit in EDITS:
        edit(project)
        assert project.check().errors == [], edit.__name__
    assert project.wijzer("controleer").returncode == 0
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
