"""The two municipalities of the tests: a frozen one for the engine, the real one for the content.

Tests of the engine read ``tests/data/gemeente/``: pages that nobody edits for a reader.  What HRM
writes can thus never turn them red.  Tests of the content read :data:`INHOUD`, and say only what
must always hold.
"""

from __future__ import annotations

import os
import re
import shutil
from functools import cache
from pathlib import Path

from macros import REGISTRY
from tests.boom import REPO
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.model.kinds import SOORTEN

INHOUD = Path(os.environ.get("WIJZER_INHOUD") or REPO)
"""Where the real content stands; tests can be pointed at an edited copy."""
FROZEN = REPO / "tests" / "data" / "gemeente"
SOURCES = ("adressen.txt", "gemeente.yml", *SOORTEN.bronmappen)
_LEFT_OUT = shutil.ignore_patterns(
    ".*", "site", "tests", "requirements", "__pycache__", "node_modules"
)
_NAV = re.compile(r"^ +- [^:\n]+: ([\w/.-]+\.md)\n", re.MULTILINE)


def copy_of_content(target: Path) -> Path:
    """Copy the project with its real content to ``target``, ready to edit."""
    return Path(shutil.copytree(INHOUD, target, ignore=_LEFT_OUT))


def assemble(target: Path) -> Path:
    """Put the frozen pages and the engine of today together in ``target``, ready to build."""
    shutil.copytree(FROZEN, target, dirs_exist_ok=True)
    return add_engine(target)


def add_engine(target: Path) -> Path:
    """Put all but the content beside the pages in ``target``; its menu names those pages."""

    def leave(folder: str, names: list[str]) -> set[str]:
        left = _LEFT_OUT(folder, names)
        return left | set(SOURCES) if Path(folder) == REPO else left

    shutil.copytree(REPO, target, ignore=leave, dirs_exist_ok=True)
    shutil.copytree(REPO / "docs" / "assets", target / "docs" / "assets")
    config = (REPO / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(_known_pages(config, target), encoding="utf-8")
    return target


def _known_pages(config: str, root: Path) -> str:
    """Leave out of the menu what only the real content has."""

    def known(entry: re.Match[str]) -> str:
        return entry[0] if _is_source(root, entry[1]) else ""

    return _NAV.sub(known, config)


def _is_source(root: Path, path: str) -> bool:
    return any((folder / path).is_file() for folder in (root / "docs", root))


@cache
def content() -> Corpus:
    """Return the real content; read once in a process."""
    return load_corpus(INHOUD, REGISTRY)[0]


@cache
def frozen() -> Corpus:
    """Return the frozen content; read once in a process."""
    return load_corpus(FROZEN, REGISTRY)[0]
