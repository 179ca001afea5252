"""Reading ``mkdocs.yml`` without MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_config(root: Path) -> dict[str, Any]:
    """Return ``mkdocs.yml`` as data; empty when it is not there, as in a tree of pages only."""
    file = root / "mkdocs.yml"
    return (yaml.safe_load(file.read_text(encoding="utf-8")) or {}) if file.is_file() else {}
