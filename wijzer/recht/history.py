"""The texts as they were in another version of the project, from Git."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

from wijzer.load.tree import TEKSTEN
from wijzer.recht.lines import BrokenTextError, load
from wijzer.recht.passages import Wettekst


class NoHistoryError(Exception):
    """There is no such version of the project."""


def texts_at(root: Path, versie: str) -> dict[str, Wettekst]:
    """Return the texts in a version (``HEAD``, a tag, a commit); raise :class:`NoHistoryError`.

    A text that is damaged there is left out: there is nothing to compare it with.
    """
    if versie.startswith("-"):
        raise NoHistoryError(f"`{versie}` is geen versie van het project")
    listed = _git(root, "ls-tree", "--name-only", versie, f"{TEKSTEN}/", about=versie)
    found: dict[str, Wettekst] = {}
    for path in listed.splitlines():
        if path.endswith(".json"):
            try:
                text = load(_git(root, "show", f"{versie}:./{path}", about=versie))
            except BrokenTextError:
                continue
            found[PurePosixPath(path).stem] = text
    return found


def _git(root: Path, *arguments: str, about: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        raise NoHistoryError(f"de versie `{about}` van het project is er niet (in Git)") from None
    return done.stdout
