"""What a site consists of: the hash of every file, so that a copy can be told from a whole one."""

from __future__ import annotations

import datetime
import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from wijzer.base.version import version_date

NAME = "uitgave.json"
"""The manifest stands in the site itself: whoever hosts it can ask which version is there."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""So a link, which has no hash of its own, can never be part of a whole site."""


class Manifest(BaseModel):
    """The contents of a site."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    versie: datetime.date
    """The date of the sources."""
    commit: str | None = None
    """The commit of the sources, with ``-dirty`` when they were changed since; None without Git."""
    peildag: datetime.date | None = None
    """The day of which the site tells, when somebody chose one (``bouw --op``)."""
    bestanden: dict[str, Sha256]
    """The SHA-256 of every file but this one, by its path with ``/``."""
    uitgave: str | None = None
    """The name of the release, once published."""
    gepubliceerd: datetime.date | None = None


def describe(folder: Path, root: Path, peildag: datetime.date | None = None) -> Manifest:
    """Return the manifest of a site that was just made from the sources below ``root``."""
    return Manifest(
        versie=version_date(root),
        commit=_commit(root),
        peildag=peildag,
        bestanden=hashes(folder),
    )


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, but for the manifest; sorted by path."""
    files = {file.relative_to(folder).as_posix(): file for file in _files(folder)}
    return {name: _hash(files[name]) for name in sorted(files) if name != NAME}


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into its folder."""
    text = manifest.model_dump_json(indent=1, exclude_none=True)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Manifest | None:
    """Return the manifest of a folder; None when it is not there or cannot be read."""
    return read_file(folder / NAME)


def read_file(file: Path) -> Manifest | None:
    """Return the manifest in a file; None when it is not there or cannot be read."""
    try:
        return Manifest.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None


def damage(folder: Path, manifest: Manifest | None) -> list[str]:
    """Return in Dutch how a folder differs from its manifest: one line a file, empty when whole."""
    if manifest is None:
        return [f"{NAME} ontbreekt of is niet te lezen"]
    found = hashes(folder)
    wanted = manifest.bestanden
    changed = {name for name in wanted.keys() & found.keys() if wanted[name] != found[name]}
    return [
        *(f"{name} ontbreekt" for name in sorted(wanted.keys() - found.keys())),
        *(f"{name} is veranderd" for name in sorted(changed)),
        *(f"{name} hoort er niet bij" for name in sorted(found.keys() - wanted.keys())),
    ]


def _hash(file: Path) -> str:
    if file.is_symlink():
        return f"koppeling naar {file.readlink()}"
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file; a link too, as it is no part of a whole site and must be noticed."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
        yield from (Path(place, name) for name in folders if Path(place, name).is_symlink())


def _commit(root: Path) -> str | None:
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=40"]
    try:
        done = subprocess.run(
            [*command, "--exclude=*"], capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 and done.stdout.strip() else None
