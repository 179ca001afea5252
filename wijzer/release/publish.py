"""Adding a release to a shelf, showing one in one step, going back, and keeping the last five.

``huidig`` becomes a link.  Where links cannot be made (a Windows without the right to, a Windows
share), it is a copy of the release, put in place as :mod:`wijzer.release.swap` says.
"""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wijzer.release import folders, manifest, swap
from wijzer.release.compress import compress, without_copies
from wijzer.release.lock import exclusive
from wijzer.release.shelf import Shelf, ShelfError

KEEP = 5


@dataclass(frozen=True)
class Uitgave:
    """The release that readers see after publishing."""

    name: str
    count: int
    """The number of files."""
    new: bool
    """False when the site was the same as what readers saw already."""


def publish(shelf: Shelf, site: Path, day: datetime.date) -> Uitgave:
    """Copy a site that ``bouw`` made to the shelf and show it.

    Raises :class:`ShelfError` when the site or the shelf is not as it should be, OSError when the
    disk is full or closed; readers then see what they saw.
    """
    folders.make(shelf.map)
    with _changing(shelf):
        before = shelf.current()
        with exclusive(site):  # no build may exchange the site while it is copied
            swap.recover(site)
            wanted = _whole(site)
            if before and _is_same(shelf, before, wanted):
                return Uitgave(before, len(wanted.bestanden), new=False)
            name = _add(shelf, site, wanted, day)
        _show(shelf, name)
        _prune(shelf)
    return Uitgave(name, len(wanted.bestanden), new=True)


def go_back(shelf: Shelf) -> tuple[str | None, dict[str, list[str]]]:
    """Show the last whole release before the current one.

    Return its name, None when there is none, and the damage of those that were passed over.
    """
    damaged: dict[str, list[str]] = {}
    with _changing(shelf):
        names, now = shelf.names(), shelf.current()
        earlier = names[: names.index(now)] if now in names else names
        for name in reversed(earlier):
            if not (found := shelf.damage(name)):
                _show(shelf, name)
                return name, damaged
            damaged[name] = found
    return None, damaged


def inspect(shelf: Shelf) -> tuple[str | None, dict[str, list[str]]]:
    """Return the current release, and the damage of every release, oldest first."""
    with _changing(shelf):
        return shelf.current(), {name: shelf.damage(name) for name in shelf.names()}


@contextlib.contextmanager
def _changing(shelf: Shelf) -> Iterator[None]:
    with exclusive(shelf.huidig):
        shelf.recover()
        yield


def _whole(site: Path) -> manifest.Manifest:
    """Return the manifest of a site that is exactly what ``bouw`` made."""
    if not (site / "index.html").is_file():
        raise ShelfError(
            f"Er is geen site in {site}. Bouw die eerst met `python3 scripts/wijzer.py bouw`."
        )
    found = manifest.read(site)
    if found is None or (damage := manifest.damage(site, found)):
        reason = damage[0] if found else f"{manifest.NAME} ontbreekt of is niet te lezen"
        raise ShelfError(
            f"De site in {site} is niet zoals `bouw` haar maakte: {reason}. "
            "Bouw haar opnieuw met `python3 scripts/wijzer.py bouw`."
        )
    if found.peildag:
        raise ShelfError(
            f"De site in {site} is gebouwd met `--op {found.peildag}` en toont niet wat nu geldt. "
            "Bouw haar opnieuw met `python3 scripts/wijzer.py bouw`."
        )
    return found


def _is_same(shelf: Shelf, name: str, wanted: manifest.Manifest) -> bool:
    there = manifest.read(shelf.uitgaven / name)
    if there is None or without_copies(there.bestanden) != without_copies(wanted.bestanden):
        return False
    return not shelf.damage(name)


def _add(shelf: Shelf, site: Path, wanted: manifest.Manifest, day: datetime.date) -> str:
    """Copy the site, hold the copy against the manifest, compress; return the release's name."""
    name = f"{shelf.next_number():04}-{day}"
    folders.make(shelf.uitgaven)
    try:
        folders.copy(site, shelf.making)
        if damage := manifest.damage(shelf.making, wanted):
            raise ShelfError(f"De kopie is niet goed: {damage[0]}. Kijk of de schijf in orde is.")
        compress(shelf.making)
        added = {"bestanden": manifest.hashes(shelf.making)}
        named = wanted.model_copy(update={"uitgave": name, "gepubliceerd": day} | added)
        manifest.write(shelf.making, named)
        folders.open_to_readers(shelf.making)
        shelf.making.rename(shelf.uitgaven / name)
    finally:
        swap.remove(shelf.making)
    return name


def _show(shelf: Shelf, name: str) -> None:
    new = swap.staging(shelf.huidig)
    if hasattr(os, "sync"):  # after a power cut, no link may lead to files that were never written
        os.sync()
    try:
        try:
            new.symlink_to(Path(shelf.uitgaven.name, name), target_is_directory=True)
        except (OSError, NotImplementedError):
            folders.copy(shelf.uitgaven / name, new)
            folders.open_to_readers(new)
        swap.put_in_place(new, shelf.huidig)
    finally:
        swap.remove(new)


def _prune(shelf: Shelf) -> None:
    """Remove old releases, but never one without a manifest of ours; try again next time."""
    for name in shelf.names()[:-KEEP]:
        found = manifest.read(shelf.uitgaven / name)
        if name != shelf.current() and found is not None and found.uitgave == name:
            with contextlib.suppress(OSError):
                swap.remove((shelf.uitgaven / name).rename(shelf.making))
