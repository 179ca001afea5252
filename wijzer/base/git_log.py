"""The history of some folders, read from Git in three calls, whatever the length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijzer.base.git import run

NOTHING = ""
"""Instead of a blob or a path: on that side of the change the file is not there."""
MOST = 5_000
"""Commits that are read; more than a municipality makes in a year."""
_SAME = 75
"""Percentage of a file that is the same when it has moved: two pages of one kind look alike."""
_SECONDS_A_DAY = 24 * 60 * 60
_ABOUT = "HEAD"


@dataclass(frozen=True)
class Bestandswijziging:
    """What one commit did to one file: paths and blobs, before and after."""

    van: str
    naar: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Commit:
    """One commit, with what it changed in comparison with its first parent."""

    id: str
    ouders: tuple[str, ...]
    """Empty for the first commit, and for the last that a shallow clone has."""
    moment: int
    """When it came to be, in seconds since 1970."""
    bericht: str
    wijzigingen: tuple[Bestandswijziging, ...] = ()


@dataclass(frozen=True)
class Logboek:
    """The commits that were found, the newest first."""

    commits: tuple[Commit, ...]
    ondiep: bool
    """This copy has only the last part of the history (``git clone --depth``)."""


def read_log(root: Path, folders: Sequence[str], days: int) -> Logboek:
    """Read the commits of the ``days`` days before the newest, and what they did below folders.

    Commits that came in by a merge are among them.  Nothing depends on the settings of a person or
    on a time zone.  Raises :class:`~wijzer.base.git.NoHistoryError` when Git does not know this
    project.
    """
    known = run(root, "rev-parse", "--is-shallow-repository", "HEAD:./docs", about=_ABOUT)
    newest = int(run(root, "log", "-1", "--format=%ct", about=_ABOUT))
    form = "--format=%H%x00%P%x00%ct%x00%B"
    options = (
        "--raw",
        "-r",
        "-z",
        "--no-abbrev",
        "-M",
        "--relative",
        "--no-color",
        "--no-show-signature",
    )
    whole = ("--full-history", "--sparse", "--diff-merges=first-parent", "--encoding=UTF-8")
    bounds = (f"--max-count={MOST}", f"--max-age={newest - days * _SECONDS_A_DAY}")
    arguments = ("log", form, *options, *whole, *bounds, "HEAD", "--", *folders)
    output = run(root, *arguments, about=_ABOUT)
    return Logboek(tuple(_commits(output)), known.startswith(b"true"))


def _commits(output: bytes) -> Iterator[Commit]:
    """Read fields that end in NUL, so that no message can pass for something else."""
    fields = output.decode("utf-8", errors="replace").split("\0")
    at = 0
    while at + 3 < len(fields):
        name, parents, moment, message = fields[at : at + 4]
        at += 4
        changes = []
        while at < len(fields) and (head := fields[at].lstrip("\n")).startswith(":"):
            _, _, old, new, letter = head.split(" ")
            paths = fields[at + 1 : at + (3 if letter[0] in "RC" else 2)]
            at += 1 + len(paths)
            changes.append(_change(letter[0], paths, old, new))
        yield Commit(name.strip(), tuple(parents.split()), int(moment), message, tuple(changes))


def _change(letter: str, paths: Sequence[str], old: str, new: str) -> Bestandswijziging:
    was = NOTHING if letter in "AC" else paths[0]
    now = NOTHING if letter == "D" else paths[-1]
    return Bestandswijziging(was, now, old if was else NOTHING, new if now else NOTHING)


def read_blobs(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return what stands in each blob, in one call; what Git does not have is left out.

    Raises :class:`~wijzer.base.git.NoHistoryError`.
    """
    asked = "".join(f"{name}\n" for name in dict.fromkeys(names)).encode()
    output = run(root, "cat-file", "--batch", about=_ABOUT, given=asked) if asked else b""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        name, kind, *size = output[at:end].decode().split(" ")
        at = end + 1
        if size and kind == "blob":
            found[name] = output[at : at + int(size[0])]
        at += int(size[0]) + 1 if size else 0
    return found
