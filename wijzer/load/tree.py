"""Walking the source folders: which files are sources, and which do not belong there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wijzer.base.files import storable
from wijzer.base.findings import Melding

TEKSTEN = "regelgeving/teksten"
"""Official texts of the law, as data: they are read by ``wijzer.recht.store``."""
NAGELEZEN = f"{TEKSTEN}/nagelezen.tsv"
"""The table of who read our citations beside them."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.md")
IGNORED = re.compile(r"^[.~]|~$|^Thumbs\.db$|^desktop\.ini$", re.IGNORECASE)


def is_published(path: str) -> bool:
    """Tell whether a file below ``docs/`` is for the site, and none of a program or a system."""
    return not any(IGNORED.search(part) for part in path.split("/"))


@dataclass(frozen=True)
class SourceFile:
    """A Markdown source on disk."""

    path: str
    """POSIX path relative to the project root."""
    file: Path


def find_sources(root: Path, folders: tuple[str, ...]) -> Iterator[SourceFile | Melding]:
    """Yield every Markdown source below ``folders``, and a finding for what may not be there.

    A folder that is not there holds nothing: Git keeps no empty folder.  Only ``docs`` must be
    there.  Only ``docs`` may hold other files than Markdown (styles, scripts, images, data), and
    :data:`TEKSTEN` holds data and nothing else.
    """
    for folder in folders:
        if (root / folder).is_symlink():
            yield _link(folder)
            continue
        if folder == "docs" and not (root / folder).is_dir():
            yield Melding(folder, 1, f"de map `{folder}` ontbreekt", "Zet de map terug uit Git.")
        for file in sorted(_below(root / folder)):
            yield from _look(file, file.relative_to(root).as_posix())


def _below(folder: Path) -> Iterator[Path]:
    """Yield all files and folders below a folder; what is a link is not followed."""
    for where, folders, files in os.walk(folder):
        yield from (Path(where) / name for name in (*folders, *files))


def _link(path: str) -> Melding:
    tip = "Zet het bestand zelf in deze map."
    return Melding(path, 1, "dit is een koppeling naar een andere plek (symbolic link)", tip)


def _look(file: Path, path: str) -> Iterator[SourceFile | Melding]:
    if not is_published(path):
        return
    if file.is_symlink():
        yield _link(path)
    elif file.is_dir():
        return
    elif path.startswith(f"{TEKSTEN}/"):
        if file.suffix != ".json" and path != NAGELEZEN:
            tip = "In deze map staan alleen wetteksten die het programma zelf ophaalt (.json)."
            yield Melding(path, 1, "dit bestand hoort niet in deze map", tip)
    elif file.suffix.lower() not in {".md", ".markdown"}:
        if not path.startswith("docs/"):
            tip = "Hier horen alleen Markdown-bestanden (.md). Afbeeldingen horen in docs/assets/."
            yield Melding(path, 1, "dit bestand hoort niet in deze map", tip)
    elif not _NAME.fullmatch(file.name) or not storable(path):
        tip = "Gebruik kleine letters, cijfers en streepjes, zoals: eed-of-belofte.md"
        yield Melding(path, 1, f"`{file.name}` is geen goede bestandsnaam", tip)
    else:
        yield SourceFile(path, file)
