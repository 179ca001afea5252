"""Seeing that a source was saved, without asking anything of the system."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from wijzer.corpus.adressen import PATH as ADRESSEN
from wijzer.corpus.gemeente import PATH as GEMEENTE
from wijzer.corpus.linkstand import PATH as LINKS
from wijzer.model.kinds import SOORTEN

_PAUSE = 0.5
"""Seconds between two looks: a few hundred files take a few milliseconds."""


def each_change(root: Path) -> Iterator[None]:
    """Yield at once, and again after every change to a source; never ends."""
    seen: dict[str, tuple[int, int]] | None = None
    while True:
        now = dict(_states(root))
        if now == seen:
            time.sleep(_PAUSE)
        else:
            seen = now
            yield


def _states(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in _files(root):
        try:
            found = os.stat(path)  # noqa: PTH116  (a str: os.walk gave it)
        except OSError:
            continue  # gone since we listed it
        yield path, (found.st_mtime_ns, found.st_size)


def _files(root: Path) -> Iterator[str]:
    yield from (str(root / name) for name in (GEMEENTE, ADRESSEN, LINKS))
    for folder in SOORTEN.bronmappen:
        for where, _, names in os.walk(root / folder):
            yield from (os.path.join(where, name) for name in names)  # noqa: PTH118
