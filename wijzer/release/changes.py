"""What changed in the texts since a release, in one line of Dutch, from Git."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

_SHOWN = 5
"""Pages that are named for each kind of change; the rest is a number."""
_TEXTS = ("md", "yml", "json")
"""Pages, the data that pages show, and the words of the law."""
_WORDS = {"A": "nieuw", "M": "gewijzigd", "R": "verhuisd", "D": "weg"}


def changed_since(root: Path, commit: str | None, folders: Sequence[str]) -> str:
    """Return one line about the texts below ``folders`` that changed since a commit.

    A commit that Git does not know (a shallow clone, another repository) gives a line that says so.
    """
    found = _diff(root, (commit or "").removesuffix("-dirty"), folders)
    if found is None:
        return "Wat er veranderd is sinds de vorige uitgave, is hier niet te zien."
    if not found:
        return "Sinds de vorige uitgave is geen tekst veranderd."
    parts = (f"{word}: {_few(found[sign])}" for sign, word in _WORDS.items() if found[sign])
    return f"Veranderd sinds de vorige uitgave: {'; '.join(parts)}."


def _few(names: Sequence[str]) -> str:
    pages = list(dict.fromkeys(names))
    more = len(pages) - _SHOWN
    text = ", ".join(pages[:_SHOWN])
    return f"{text} en nog {more}" if more > 0 else text


def _diff(root: Path, commit: str, folders: Sequence[str]) -> defaultdict[str, list[str]] | None:
    """Return the changed texts by the letter of Git; None when Git cannot tell."""
    if not commit or not commit.isalnum():
        return None
    command = ["git", "-C", str(root), "diff", "--name-status", "--find-renames", "-z", commit]
    command += ["--", "gemeente.yml"]
    command += [f"{folder}/*.{kind}" for folder in folders for kind in _TEXTS]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return None
    if done.returncode:
        return None
    found: defaultdict[str, list[str]] = defaultdict(list)
    parts = iter(done.stdout.split("\0")[:-1])
    for sign in parts:
        names = [Path(next(parts)).stem for _ in range(2 if sign[0] == "R" else 1)]
        found[sign[0] if sign[0] in _WORDS else "M"].append(" → ".join(names))
    return found
