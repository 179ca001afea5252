"""Results kept on disk under the hash of what they were made from."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Store:
    """A folder of results.

    A result never changes, so it may be read while another process writes the same one.
    """

    folder: Path

    def path(self, name: str) -> Path:
        """Return where a result stands, whether it is there or not."""
        return self.folder / name

    def read(self, name: str) -> bytes | None:
        """Return a result, or None when it is not there."""
        try:
            return self.path(name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep a result, all of it or nothing; a folder that cannot be written is no problem."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(temporary).replace(self.path(name))
            except OSError:
                Path(temporary).unlink(missing_ok=True)


def kept(root: Path, name: str) -> Store:
    """Return the store ``name`` of a checkout; it may be thrown away at any time."""
    return Store(root / ".cache" / name)
