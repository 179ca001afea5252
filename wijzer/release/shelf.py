"""The folder of a web server with the last releases, and ``huidig``: the one that readers see.

    MAP/huidig                        leads to one of:
    MAP/uitgaven/0007-2026-11-24/     a whole site with its manifest; the newest five stay

``huidig`` is a link, put in place in one step.  Where links cannot be made (a Windows without the
right to, a share of Windows), it is a copy of the release, exchanged as :mod:`wijzer.release.swap`
says.  Names count up, so a clock that goes back changes nothing.  The lock file marks the folder
as ours; what has no manifest of ours is never removed.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from wijzer.release import manifest, swap
from wijzer.release.lock import lock_file

KEEP = 5
_NAME = re.compile(r"(?P<nummer>\d{4,})-\d{4}-\d{2}-\d{2}")
_FROM_THE_SYSTEM = frozenset({"lost+found", ".DS_Store", "Thumbs.db", "desktop.ini"})


class ShelfError(Exception):
    """The folder cannot be used; the message is for whoever publishes."""


@dataclass(frozen=True)
class Shelf:
    """A folder to publish in; use it under the lock of :attr:`huidig`."""

    map: Path

    @property
    def huidig(self) -> Path:
        """The folder that the web server shows."""
        return self.map / "huidig"

    @property
    def uitgaven(self) -> Path:
        """The folder with all releases."""
        return self.map / "uitgaven"

    def claim(self, root: Path) -> None:
        """Make the folder, or see that it is one of ours.

        Raises :class:`ShelfError` when it lies in the project or holds files of somebody else.
        """
        if self.map.is_relative_to(root):
            raise ShelfError(f"{self.map} ligt in het project zelf. Kies een map daarbuiten.")
        if self.map.exists() and not self.map.is_dir():
            raise ShelfError(f"{self.map} is een bestand. Kies een map.")
        if not self.map.exists():
            self.map.mkdir(parents=True)
            self.map.chmod(0o755)
        others = sorted({path.name for path in self.map.iterdir()} - _FROM_THE_SYSTEM)
        if others and not lock_file(self.huidig).is_file():
            raise ShelfError(
                f"In {self.map} staan al andere bestanden, zoals {others[0]}. "
                "Kies een lege of nieuwe map, of een map waarin je al eerder publiceerde."
            )

    def recover(self) -> None:
        """Put right what a process left that died."""
        swap.recover(self.huidig)
        swap.recover(self._making)

    def names(self) -> list[str]:
        """Return the releases, oldest first."""
        if not self.uitgaven.is_dir():
            return []
        found = [path.name for path in self.uitgaven.iterdir() if _NAME.fullmatch(path.name)]
        return sorted(found, key=_number)

    def current(self) -> str | None:
        """Return the name of the release that readers see; None before the first.

        Raises :class:`ShelfError` when ``huidig`` is not ours.
        """
        link = self.huidig
        if not os.path.lexists(link):
            return None
        if link.is_symlink():
            target = link.readlink()
            name = target.name if target.parent == Path(self.uitgaven.name) else None
        else:
            found = manifest.read(link)
            name = found.uitgave if found else None
        if name is None:
            raise ShelfError(f"{link} is niet door publiceer gemaakt. Haal weg wat daar staat.")
        return name

    def damage(self, name: str) -> list[str]:
        """Return in Dutch what is wrong with a release; empty when it is whole."""
        return manifest.damage(self.uitgaven / name, manifest.read(self.uitgaven / name))

    def add(self, site: Path, day: datetime.date) -> str:
        """Copy a whole site, hold the copy against its manifest, and return its new name."""
        wanted = manifest.read(site)
        number = max(map(_number, self.names()), default=0) + 1
        name = f"{number:04}-{day}"
        self.uitgaven.mkdir(mode=0o755, exist_ok=True)
        self.uitgaven.chmod(0o755)
        new = swap.staging(self._making)
        try:
            shutil.copytree(site, new, symlinks=True, copy_function=shutil.copyfile)
            if wanted is None or manifest.damage(new, wanted):
                raise ShelfError("De kopie is niet gelijk aan de site. Geef de opdracht opnieuw.")
            named = wanted.model_copy(update={"uitgave": name, "gepubliceerd": day})
            manifest.write(new, named)
            manifest.open_to_readers(new)
            new.rename(self.uitgaven / name)
        finally:
            swap.remove(new)
        return name

    def show(self, name: str) -> None:
        """Let ``huidig`` lead to a release, in one step."""
        new = swap.staging(self.huidig)
        if hasattr(os, "sync"):  # a power cut must not leave a link to files that were never written
            os.sync()
        try:
            _link_or_copy(self.uitgaven / name, new)
            swap.put_in_place(new, self.huidig)
        finally:
            swap.remove(new)

    def prune(self) -> None:
        """Remove all but the newest releases; never the current one or one without a manifest."""
        keep = {*self.names()[-KEEP:], self.current()}
        for name in self.names():
            found = manifest.read(self.uitgaven / name)
            if name not in keep and found is not None and found.uitgave == name:
                doomed = swap.staging(self._making)
                (self.uitgaven / name).rename(doomed)
                swap.remove(doomed)

    @property
    def _making(self) -> Path:
        """The name of a release in the making."""
        return self.uitgaven / "uitgave"


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found["nummer"]) if found else 0


def _link_or_copy(release: Path, new: Path) -> None:
    try:
        new.symlink_to(Path(release.parent.name, release.name), target_is_directory=True)
    except (OSError, NotImplementedError):
        shutil.copytree(release, new)
