"""Finished files that only have to be put in their place, and folders to write in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Bestand:
    """A finished file for the docs tree that is no text, such as a PDF."""

    pad: str
    """POSIX path in the docs tree, such as ``kaarten/alle-a6x4.pdf``."""
    inhoud: bytes = field(repr=False)


class TargetInUseError(Exception):
    """The target folder holds something already; the message is for the editor."""


def require_empty(target: Path) -> None:
    """Raise :class:`TargetInUseError` when ``target`` is not a new or an empty folder."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise TargetInUseError(f"{target} is niet leeg. Kies een nieuwe of lege map.")


_WINDOWS = frozenset(
    "aux con conin$ conout$ nul prn".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file, "Naming Conventions"."""
_LONGEST = 100


def storable(path: str) -> bool:
    """Tell whether every part of a path can be the name of a file or folder, also on Windows."""
    parts = path.split("/")
    return len(path) <= _LONGEST and all(
        part.partition(".")[0].lower() not in _WINDOWS and not part.endswith((".", " "))
        for part in parts
    )
