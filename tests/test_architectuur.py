"""What the documents say about files and directions is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.boom import REPO

DOCUMENTS = ("ARCHITECTUUR.md", "README.md", "BIJDRAGEN.md")
MADE = {"site", "assets/gemeente.css", ".cache/kaarten", "uitgave.json", "edit/main"}
"""What a build makes, or what is only an example."""
_PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]*)+|[\w.-]+\.(?:py|md|yml|toml|json|tsv)")
_ROOMS = ("", "wijzer", "wijzer/search", "docs", ".github/workflows")
_SUFFIXES = ("", ".py")


def named(document: str) -> Iterator[str]:
    """Yield what looks like a path between backticks, but for blocks and the server's folder."""
    text = re.sub(r"```.*?```", "", (REPO / document).read_text(encoding="utf-8"), flags=re.DOTALL)
    for name in dict.fromkeys(re.findall(r"`([^`]+)`", text)):
        path = name.strip("/")
        if _PATH.fullmatch(name) and path not in MADE and not name.startswith(("MAP/", ".venv/")):
            yield path


def exists(path: str) -> bool:
    return any(
        next(REPO.glob(f"{room}/{path}{suffix}".strip("/")), None)
        for room in _ROOMS
        for suffix in _SUFFIXES
    )


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_exists(document: str) -> None:
    assert [name for name in named(document) if not exists(name)] == [], f"{document} noemt dit"


def test_every_module_that_the_code_names_in_a_docstring_exists() -> None:
    """A name such as ``wijzer.base.signs`` between backticks outlives a move too easily."""
    wrong = [
        f"{file.relative_to(REPO)}: {name}"
        for file in code()
        for name in re.findall(r"`~?(wijzer(?:\.[a-z_]+)+)", file.read_text(encoding="utf-8"))
        if not any(exists(f"{path}{end}") for path in steps(name) for end in ("", ".py"))
    ]
    assert wrong == []


def steps(name: str) -> Iterator[str]:
    """Yield the module that a name stands for, and the one of which it may be a member."""
    path = name.replace(".", "/")
    yield path
    if path.count("/") > 1:
        yield path.rpartition("/")[0]


def code() -> Iterator[Path]:
    for folder in ("wijzer", "macros"):
        yield from sorted((REPO / folder).rglob("*.py"))


ONLY_THERE = {
    "MkDocs": (r"mkdocs\b", {"wijzer/app/mkdocs_*.py"}),
    "Typst": (r"typst\b", {"wijzer/cards/compile.py"}),
    "other servers": (r"(?:requests|urllib3|http\.client|urllib\.request)\b", {"wijzer/recht/access.py", "wijzer/links/*.py"}),
    "Python-Markdown": (r"markdown\b", {"wijzer/load/markdown/*.py"}),
    "Jinja": (r"jinja2\b", {"wijzer/corpus/calls.py", "macros/plugin.py", "wijzer/server/config.py", "wijzer/app/mkdocs_adapter.py"}),
}  # fmt: skip


@pytest.mark.parametrize(("module", "places"), ONLY_THERE.values(), ids=ONLY_THERE)
def test_only_these_modules_import_it(module: str, places: set[str]) -> None:
    """The other modules need not change when it does."""
    imported = re.compile(rf"^\s*(?:from|import) {module}", re.MULTILINE)
    allowed = {file for place in places for file in REPO.glob(place)}
    found = {file for file in code() if imported.search(file.read_text(encoding="utf-8"))}
    assert found
    assert found <= allowed


def test_today_is_asked_in_one_place() -> None:
    asks = re.compile(r"date\.today\(|now\([^)]*\)\.date\(")
    found = [f for f in code() if asks.search(f.read_text(encoding="utf-8"))]
    assert [file.relative_to(REPO).as_posix() for file in found] == ["wijzer/base/clock.py"]


def test_paths_are_recognised() -> None:
    found = [*named("ARCHITECTUUR.md")]
    assert {"wijzer/corpus/relations.py", "corpus/calls", "docs", "gemeente.yml"} <= set(found)
    assert exists("base/signs") and exists("js") and not exists("wijzer/relations.py")
