"""For tests of commands that change sources: what stands on disk."""

from __future__ import annotations

from pathlib import Path

from tests.boom import Project


def lines(project: Project, path: str) -> str:
    """Return a source as text."""
    return (project.root / path).read_text(encoding="utf-8")


def files(root: Path) -> dict[str, bytes]:
    """Return everything below a folder, but for what programs keep for themselves."""
    found = (f for f in root.rglob("*") if f.is_file() and ".cache" not in f.parts)
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}
