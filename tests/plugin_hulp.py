"""Small projects that MkDocs builds with our hooks and mkdocs-macros-plugin, and what it saw."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.boom import REPO, Project, Tree, plant
from tests.bouw_hulp import mkdocs
from wijzer.base.config import read_config

_SPY = """
from pathlib import Path
from mkdocs.plugins import CombinedEvent, event_priority

ROOT = Path(__file__).parent

def _keep(folder, markdown, page):
    file = ROOT / folder / page.file.src_uri
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(markdown.encode())

@event_priority(90)
def before(markdown, page, **_):
    _keep("voor", markdown, page)

@event_priority(-90)
def after(markdown, page, **_):
    _keep("na", markdown, page)

on_page_markdown = CombinedEvent(before, after)
"""
"""Writes the Markdown of every page down, just before and just after the plugin."""


def with_spy(project: Project, hooks: str = _SPY) -> Project:
    """Add a hook to the settings of a project."""
    file = project.root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    project.write("spion.py", hooks)
    assert "hooks: [" in text
    project.write("mkdocs.yml", text.replace("hooks: [", "hooks: [spion.py, ", 1))
    return project


def plant_site(root: Path, tree: Tree, **settings: Any) -> Project:
    """Plant a project that MkDocs can build, with the plugin set up as in the real one."""
    project = plant(root, tree)
    shutil.copytree(REPO / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    real = read_config(REPO).values
    config = {
        "site_name": "Proef",
        "theme": "mkdocs",
        "plugins": {"macros": real["plugins"]["macros"]},
        "markdown_extensions": real["markdown_extensions"],
        **settings,
    }
    hook = REPO / "wijzer/app/mkdocs_adapter.py"
    text = yaml.safe_dump(config, allow_unicode=False)
    project.write("mkdocs.yml", f"hooks: [{hook}]\n{text}")
    return project


def built(project: Project) -> subprocess.CompletedProcess[str]:
    """Build with the real MkDocs; it must go well."""
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    return result


def seen(project: Project, folder: str) -> dict[str, str]:
    """Return what the spy wrote down: the Markdown of every page."""
    top = project.root / folder
    return {f.relative_to(top).as_posix(): f.read_bytes().decode() for f in top.rglob("*.md")}
