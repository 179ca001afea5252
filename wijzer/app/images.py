"""Pictures as they are published: without the place, time and names that a camera adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from wijzer.base.files import Bestand
from wijzer.gate.image import IMAGE_TYPES, bare
from wijzer.load.tree import is_published


def images(root: Path) -> Iterator[Bestand]:
    """Yield every picture under ``docs/``; the sources must have passed the check."""
    docs = root / "docs"
    for file in sorted(docs.rglob("*")) if docs.is_dir() else ():
        path = file.relative_to(docs).as_posix()
        if file.suffix.lower() in IMAGE_TYPES and is_published(path) and file.is_file():
            yield Bestand(path, _bare(file.read_bytes(), file.suffix.lower()))


@lru_cache(maxsize=64)
def _bare(data: bytes, suffix: str) -> bytes:
    return bare(data, suffix)
