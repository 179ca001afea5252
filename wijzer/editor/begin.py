"""A starting point for another municipality: the engine, neutral content, and gaps to fill in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from wijzer.base.files import require_empty
from wijzer.corpus.contact import PATH as CONTACT
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.editor.neutral import Eigen, local_words, neutral
from wijzer.load.tree import TEKSTEN
from wijzer.model.kinds import KERNWAARDE, REGELING

GAPS = Path(__file__).parent / "startmap"
"""Files of which every municipality has its own; they stand here with gaps to fill in."""
_ENGINE = (
    *("wijzer", "macros", "thema", "scripts", "requirements", "mkdocs.yml", "pyproject.toml"),
    *("BIJDRAGEN.md", "ARCHITECTUUR.md", "LICENSE", "docs/assets", "docs/hulp.yml"),
    *("docs/toegestane-hosts.yml", "docs/wet-uitleg.yml", "docs/schrijfhulp.yml"),
    *(".gitignore", ".gitattributes", ".editorconfig", ".pre-commit-config.yaml"),
    *(".github/workflows", ".github/ISSUE_TEMPLATE", ".github/dependabot.yml"),
    *(".github/pull_request_template.md", ".gitlab-ci.yml"),
    *(".vscode", ".devcontainer"),
)
_LEAVE = shutil.ignore_patterns("__pycache__", "fotos", "test.yml")
"""The tests of the code stay behind, and so does the workflow that runs them."""
_FILLED = re.compile(r"^(  [ -] \w+:).*$", re.MULTILINE)


def begin(corpus: Corpus, target: Path) -> int:
    """Write the starting point below ``target``; return how many pages of content it has.

    Raises :class:`~wijzer.base.files.TargetInUseError` when ``target`` holds something.
    """
    require_empty(target)
    _copy_engine(corpus.root, target)
    pages = dict(start_pages(corpus))
    for path, text in pages.items():
        _write(target / path, text)
    _copy_texts(corpus.root, target, {Path(path).stem for path in pages})
    if (contact := corpus.root / CONTACT).is_file():
        _write(target / CONTACT, _FILLED.sub(r"\1", contact.read_text(encoding="utf-8")))
    return len(pages)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _copy_engine(root: Path, target: Path) -> None:
    for name in _ENGINE:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=_LEAVE)
        elif source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / name)


def _copy_texts(root: Path, target: Path, rules: Collection[str]) -> None:
    """Copy the official texts of the rules that are taken along."""
    for file in sorted((root / TEKSTEN).rglob("*.json")):
        if file.stem in rules:
            copy = target / file.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)


def start_pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every file that is not the engine's."""
    gaps = {file.relative_to(GAPS).as_posix(): file for file in GAPS.rglob("*") if file.is_file()}
    values = [Path(path).stem for path in sorted(gaps) if path.startswith("kernwaarden/")]
    for path, text in neutral_pages(without_drafts(corpus), values).items():
        if path not in gaps:
            yield path, text
    for path, file in gaps.items():
        yield path, file.read_text(encoding="utf-8")


def neutral_pages(corpus: Corpus, kernwaarden: list[str]) -> dict[str, str]:
    """Return the source of every page that another municipality can use, by its path.

    A page that is given up takes along what is said of it elsewhere; so this goes on until no
    page is given up any more.
    """
    rules = {d.id for d in corpus.graph.of_kind(REGELING) if _is_local(d.path, corpus)}
    words = local_words(corpus.gemeente, rules)
    away = rules | {document.id for document in corpus.graph.of_kind(KERNWAARDE)}
    while True:
        eigen = Eigen(words, frozenset(away))
        rest = [d for d in corpus.all_documents if d.id not in away]
        found = {d.path: neutral(d, eigen, kernwaarden) for d in rest}
        given_up = {d.id for d in rest if found[d.path] is None}
        if not given_up:
            return {path: text for path, text in found.items() if text is not None}
        away |= given_up


def _is_local(path: str, corpus: Corpus) -> bool:
    return path.startswith(f"{corpus.gemeente.map}/")
