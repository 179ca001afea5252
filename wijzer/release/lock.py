"""One build at a time for each output folder.

The lock is the operating system's own (``flock`` or ``LockFileEx``): it ends with the process that
holds it, however that dies, so there is no stale lock to judge.  Beside it stands who holds it,
only to tell the one who waits.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from wijzer.base.trouble import PlainError

PATIENCE = 600.0
"""Seconds to wait for another build; a build of 1,000 pages takes less than one."""


class BusyError(PlainError):
    """Another process holds the lock and keeps it."""


def lock_file(target: Path) -> Path:
    """Return the file that is locked for an output folder: beside it, for it is replaced."""
    return target.parent / f".{target.name}-slot"


@contextlib.contextmanager
def exclusive(target: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of an output folder; wait for another holder, and say so in one line.

    Raises :class:`BusyError` after ``patience`` seconds, OSError when the folder is not writable.
    """
    file = lock_file(target)
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        _wait(lock, target, patience)
    try:
        _holder_file(file).write_text(_myself(), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            _holder_file(file).unlink(missing_ok=True)
        lock.release()


def _wait(lock: FileLock, target: Path, patience: float) -> None:
    holder = _holder(lock_file(target))
    text = f"Er wordt al gewerkt aan de map {target}, door {holder}."
    print(f"{text} Ik wacht tot dat klaar is …", file=sys.stderr, flush=True)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise BusyError(
            f"{text} Dat duurt te lang. Stop dat andere proces en geef de opdracht opnieuw."
        ) from None


def _holder_file(file: Path) -> Path:
    return file.with_name(f"{file.name}-wie")


def _myself() -> str:
    since = datetime.datetime.now().astimezone()
    return f"proces {os.getpid()} (sinds {since:%H:%M:%S})"


def _holder(file: Path) -> str:
    """Return who holds the lock; between two holders nothing may stand there."""
    try:
        text = _holder_file(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        text = ""
    return text or "een ander proces"
