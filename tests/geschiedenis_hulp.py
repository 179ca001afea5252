"""A project with a history of its own: real commits on fixed days, by somebody with a name."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from macros import REGISTRY
from tests.boom import Project
from wijzer.corpus.corpus import load_corpus, without_drafts
from wijzer.corpus.veranderingen import Veranderingen
from wijzer.history.changes import read_changes

SCHRIJVER = "Jannie Voorbeeldsma"
MAIL = "j.voorbeeldsma@voorbeeld.nl"
"""Who made every change: neither may reach a reader."""


def git(root: Path, *arguments: str, moment: str = "2026-11-01T12:00:00+00:00") -> str:
    """Run Git as the writer, at a moment, whatever is set on this computer."""
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", SCHRIJVER), ("EMAIL", MAIL), ("DATE", moment))
    }
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(root), *arguments],
        env={**os.environ, **who, **plain},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def begin(project: Project, day: str) -> Project:
    """Make a repository of a project as it is."""
    project.write(".gitignore", ".cache/\nsite/\n.site-*\n")
    git(project.root, "init", "--quiet", "--initial-branch=main")
    commit(project, day, "Begin", {})
    return project


def commit(
    project: Project, day: str, message: str, files: Mapping[str, str | None], time: str = "12:00"
) -> None:
    """Write files (``None`` takes one away) and commit them at a time of a day, in UTC."""
    for path, text in files.items():
        if text is None:
            (project.root / path).unlink()
        else:
            project.write(path, text)
    git(project.root, "add", "--all")
    moment = f"{day}T{time}:00+00:00"
    git(project.root, "commit", "--quiet", "--allow-empty", "-m", message, moment=moment)


def read(project: Project, path: str) -> str:
    """Return the text of a source."""
    return (project.root / path).read_text(encoding="utf-8")


def edited(project: Project, path: str, old: str, new: str) -> dict[str, str]:
    """Return a source in which something is replaced, for :func:`commit`."""
    text = read(project, path)
    assert old in text
    return {path: text.replace(old, new)}


def changes(project: Project) -> Veranderingen:
    """Return what a build tells."""
    return read_changes(without_drafts(load_corpus(project.root, REGISTRY)[0]))


def lines(found: Veranderingen) -> list[str]:
    """Return one line for each change, as a person reads it."""
    return [f"{one.dag:%d-%m} {one.titel}. {one.tekst}" for one in found.alle]
