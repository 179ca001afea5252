"""The texts as they were in another version of the project, from Git."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from wijzer.base.git import git, require_version
from wijzer.load.tree import TEKSTEN
from wijzer.recht.lines import BrokenTextError, load
from wijzer.recht.passages import Wettekst


def texts_at(root: Path, versie: str) -> dict[str, Wettekst]:
    """Return the texts in a version (``HEAD``, a tag, a commit); raise ``NoHistoryError``.

    A text that is damaged there is left out: there is nothing to compare it with.
    """
    require_version(versie)
    listed = git(root, "ls-tree", "--name-only", versie, f"{TEKSTEN}/", about=versie)
    found: dict[str, Wettekst] = {}
    for path in listed.splitlines():
        if path.endswith(".json"):
            try:
                text = load(git(root, "show", f"{versie}:./{path}", about=versie))
            except BrokenTextError:
                continue
            found[PurePosixPath(path).stem] = text
    return found
