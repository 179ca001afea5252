"""Putting a new folder in the place of an old one, and mending what a dead process left.

Linux and macOS exchange two names in one step (``renameat2`` with ``RENAME_EXCHANGE``, Linux 3.15;
``renamex_np`` with ``RENAME_SWAP``, macOS 10.12): whoever opens a page gets the old one or the new
one.  Windows, and file systems without that call, rename the old folder aside first: there is then
no page for less than a thousandth of a second, and :func:`recover` mends a death in between.

At every moment at least one whole folder stands at ``target`` or at ``aside(target)``.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_CALLS = {"linux": "renameat2", "darwin": "renamex_np"}

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""linux/fs.h; see renameat2(2)."""

_RENAME_SWAP = 2
"""sys/stdio.h of macOS; see renamex_np(2)."""

_NOT_HERE = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM}
)
"""What a kernel or a file system answers that cannot exchange."""


def staging(target: Path) -> Path:
    """Return where the new folder is made: beside the old one, on the same file system."""
    return target.with_name(f".{target.name}-nieuw")


def aside(target: Path) -> Path:
    """Return where the old folder stands for a moment when names cannot be exchanged."""
    return target.with_name(f".{target.name}-oud")


def put_in_place(new: Path, target: Path) -> None:
    """Make ``new`` the folder (or link) at ``target`` and throw the old one away.

    Raises OSError when that is impossible; the old one then stands at ``target`` as before.
    """
    if not os.path.lexists(target):
        new.rename(target)
    elif os.name == "posix" and new.is_symlink() and target.is_symlink():
        new.replace(target)
    elif exchange(new, target):
        _throw_away(new, target)
    else:
        _rename_aside(new, target)
        _throw_away(aside(target), target)


def recover(target: Path) -> None:
    """Put right what a process left that died: the last whole folder stands at ``target``.

    Raises OSError when a remainder cannot be removed.
    """
    old = aside(target)
    if not os.path.lexists(target) and os.path.lexists(old):
        old.rename(target)
    for remainder in (staging(target), old, _doomed(target)):
        remove(remainder)


def remove(path: Path) -> None:
    """Remove a folder with all that is in it, a file or a link; nothing there is fine."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False when this system or file system cannot."""
    call = _exchange_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    system: str = sys.platform
    name = _CALLS.get(system)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:  # Windows, or a C library from before the call
        return None
    path, number = ctypes.c_char_p, ctypes.c_int
    if system == "darwin":
        call.argtypes = (path, path, ctypes.c_uint)
        return lambda one, other: int(call(one, other, _RENAME_SWAP))
    call.argtypes = (number, path, number, path, ctypes.c_uint)
    return lambda one, other: int(call(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))


def _rename_aside(new: Path, target: Path) -> None:
    target.rename(aside(target))
    try:
        new.rename(target)
    except OSError:
        aside(target).rename(target)
        raise


def _doomed(target: Path) -> Path:
    return target.with_name(f".{target.name}-weg")


def _throw_away(old: Path, target: Path) -> None:
    """Remove what is no longer needed; what cannot go now, goes at the next start."""
    with contextlib.suppress(OSError):
        # First under a name that recover() never puts back: from here on it is not whole.
        remove(old.rename(_doomed(target)))
