"""Reading ``mkdocs.yml`` without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Config:
    """``mkdocs.yml`` as data; empty when it is not there, as in a tree of pages only."""

    values: dict[str, Any] = field(default_factory=dict)
    menu: tuple[tuple[str, int], ...] = ()
    """The pages and addresses under ``nav``, each with its line."""
    menu_line: int = 1
    """Where ``nav`` stands."""
    wrong_line: int = 0
    """The first line that is no YAML; 0 when all of it is."""


def read_config(root: Path) -> Config:
    """Read ``mkdocs.yml`` below ``root``; this never raises for what stands in it."""
    file = root / CONFIG
    if not file.is_file():
        return Config()
    try:
        text = file.read_text("utf-8")
        node = yaml.compose(text, yaml.SafeLoader)
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:  # a ValueError is what is no UTF-8 and no date
        mark = getattr(error, "problem_mark", None)
        return Config(wrong_line=mark.line + 1 if mark else 1)
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        return Config(wrong_line=0 if values is None else 1)
    nav = next(((key, value) for key, value in node.value if key.value == "nav"), None)
    if nav is None:
        return Config(values)
    return Config(values, tuple(_targets(nav[1])), nav[0].start_mark.line + 1)


def _targets(node: yaml.Node) -> list[tuple[str, int]]:
    """Return every text below a node that is no title."""
    if isinstance(node, yaml.ScalarNode):
        return [(str(node.value), node.start_mark.line + 1)] if node.value else []
    pairs = isinstance(node, yaml.MappingNode)
    children = [value for _, value in node.value] if pairs else node.value
    return [target for child in children for target in _targets(child)]


def strings_of(values: Any) -> list[str]:
    """Return the texts in a list of settings, whatever else stands there."""
    if not isinstance(values, list):
        return []
    return [str(item.get("path", "")) if isinstance(item, dict) else str(item) for item in values]
