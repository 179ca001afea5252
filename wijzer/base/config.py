"""Reading ``mkdocs.yml`` without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class _ConfigLoader(yaml.SafeLoader):
    """Reads the ``!ENV`` tag of MkDocs; the environment is that of its own instance."""

    environment: Mapping[str, str] = os.environ


class _DefaultsLoader(_ConfigLoader):
    """Reads the default of every ``!ENV``, whatever is set now."""

    environment: Mapping[str, str] = {}


def _env(loader: _ConfigLoader, node: yaml.Node) -> Any:
    """Return the value of ``!ENV NAME`` or ``!ENV [NAME, ..., default]``."""
    if not isinstance(node, yaml.SequenceNode):
        return loader.environment.get(str(node.value))
    *names, default = loader.construct_sequence(node)
    found = (loader.environment.get(name) for name in names)
    return next(filter(None, found), default)


_ConfigLoader.add_constructor("!ENV", _env)


def read_config(root: Path, *, environment: bool = True) -> dict[str, Any]:
    """Return ``mkdocs.yml`` as data; without ``environment`` every variable has its default."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    loader = _ConfigLoader if environment else _DefaultsLoader
    return yaml.load(text, Loader=loader) or {}  # noqa: S506 - both are SafeLoaders
