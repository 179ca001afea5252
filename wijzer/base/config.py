"""Reading ``mkdocs.yml`` without MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read_config(root: Path) -> dict[str, Any]:
    """Return ``mkdocs.yml`` as data."""
    return yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8")) or {}
