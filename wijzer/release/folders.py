"""Folders that a web server reads, whatever the umask of the one who makes them."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

FOLDER, FILE = 0o755, 0o644
"""The modes of what a web server must read."""


def make(folder: Path) -> None:
    """Make a folder that a web server can read; leave one that is there as it is."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(FOLDER)


def copy(source: Path, target: Path) -> None:
    """Copy a folder file by file: the first OSError stops it, as ``copytree`` would not."""
    target.mkdir()
    for path in sorted(source.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            (target / path.relative_to(source)).mkdir()
        else:
            shutil.copyfile(path, target / path.relative_to(source), follow_symlinks=False)


def open_to_readers(folder: Path) -> None:
    """Let a web server read everything, whatever the umask of the one who built."""
    for path in (folder, *folder.rglob("*")):
        mode = FOLDER if path.is_dir() else FILE
        if path.stat().st_mode & 0o777 != mode:
            with contextlib.suppress(PermissionError):  # a file system without modes of its own
                path.chmod(mode)
