"""The folder of a web server with the last releases, and ``huidig``: the one that readers see.

    MAP/huidig                        leads to one of:
    MAP/uitgaven/0007-2026-11-24/     a whole site with its manifest

Names count up, so a clock that goes back changes nothing.  The lock file of ``huidig`` marks the
folder as ours.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from wijzer.base.trouble import PlainError
from wijzer.release import manifest, swap
from wijzer.release.lock import lock_file

_NAME = re.compile(r"(?P<nummer>\d{4,})-\d{4}-\d{2}-\d{2}")
_FROM_THE_SYSTEM = frozenset({"lost+found", ".DS_Store", "Thumbs.db", "desktop.ini"})


class ShelfError(PlainError):
    """The folder or the site cannot be used."""


@dataclass(frozen=True)
class Shelf:
    """A folder to publish in; change it only under the lock of :attr:`huidig`."""

    map: Path

    @property
    def huidig(self) -> Path:
        """The folder that the web server shows."""
        return self.map / "huidig"

    @property
    def uitgaven(self) -> Path:
        """The folder with all releases."""
        return self.map / "uitgaven"

    @property
    def making(self) -> Path:
        """The folder of a release that is being made or thrown away."""
        return swap.staging(self.uitgaven / "uitgave")

    def is_ours(self) -> bool:
        """Tell whether something was published here before."""
        return lock_file(self.huidig).is_file()

    def require_free(self, root: Path) -> None:
        """Raise :class:`ShelfError` when this lies in the project or is somebody else's."""
        if self.map.is_relative_to(root):
            raise ShelfError(f"{self.map} ligt in het project zelf. Kies een map daarbuiten.")
        if self.is_ours() or not self.map.exists():
            return
        if not self.map.is_dir():
            raise ShelfError(f"{self.map} is een bestand. Kies een map.")
        if others := sorted({path.name for path in self.map.iterdir()} - _FROM_THE_SYSTEM):
            raise ShelfError(
                f"In {self.map} staan al andere bestanden, zoals {others[0]}. "
                "Kies een lege of nieuwe map, of een map waarin je al eerder publiceerde."
            )

    def recover(self) -> None:
        """Put right what a process left that died."""
        swap.recover(self.huidig)
        swap.remove(self.making)

    def names(self) -> list[str]:
        """Return the releases, oldest first."""
        if not self.uitgaven.is_dir():
            return []
        found = [path.name for path in self.uitgaven.iterdir() if _NAME.fullmatch(path.name)]
        return sorted(found, key=_number)

    def next_number(self) -> int:
        """Return the number of the next release."""
        return max(map(_number, self.names()), default=0) + 1

    def current(self) -> str | None:
        """Return the name of the release that readers see; None before the first.

        Raises :class:`ShelfError` when ``huidig`` is not ours.
        """
        if not os.path.lexists(self.huidig):
            return None
        if (name := self._shown()) is None:
            raise ShelfError(
                f"{self.huidig} is niet door `publiceer` gemaakt. Haal weg wat daar staat."
            )
        return name

    def damage(self, name: str) -> list[str]:
        """Return in Dutch what is wrong with a release; empty when it is whole."""
        return manifest.damage(self.uitgaven / name, manifest.read(self.uitgaven / name))

    def _shown(self) -> str | None:
        if not self.huidig.is_symlink():  # a copy, where links cannot be made
            found = manifest.read(self.huidig)
            return found.uitgave if found else None
        target = Path(os.path.normpath(self.map / self.huidig.readlink()))
        return target.name if target.parent == self.uitgaven else None


def _number(name: str) -> int:
    found = _NAME.fullmatch(name)
    return int(found["nummer"]) if found else 0
