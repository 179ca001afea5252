"""The complete docs tree on disk: plain Markdown that any MkDocs-compatible renderer builds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from wijzer.app.menu import full_menu
from wijzer.app.settings import settings
from wijzer.app.site import Site
from wijzer.base.config import read_config
from wijzer.base.files import require_empty
from wijzer.base.policy import meta_policy
from wijzer.load.tree import is_published

_SOURCES = frozenset({".md", ".yml"})
_OURS = ("hooks", "watch")
_OUR_PLUGIN = "macros"  # in the tree every macro has been expanded


def write_tree(site: Site, target: Path) -> int:
    """Write ``docs/`` and ``mkdocs.yml`` below ``target``; return the number of files.

    Raises :class:`~wijzer.base.files.TargetInUseError` when ``target`` is not empty.
    """
    require_empty(target)
    docs = target / "docs"
    count = _copy(site.root / "docs", docs, leave=_SOURCES)
    contents = {page.pad: page.text.encode("utf-8") for page in site.pages}
    contents |= {item.pad: item.inhoud for item in site.bestanden}
    for path, content in contents.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if (theme := site.root / "thema").is_dir():
        count += _copy(theme, target / "thema", leave=frozenset())
    text = yaml.safe_dump(_plain_config(site), allow_unicode=True, sort_keys=False)
    (target / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")
    return count + len(contents) + 1


def _copy(source: Path, target: Path, leave: frozenset[str]) -> int:
    """Copy the files below a folder, but for those with a suffix in ``leave``; count them."""
    found = (f for f in sorted(source.rglob("*")) if f.is_file() and f.suffix not in leave)
    files = [f for f in found if is_published(f.relative_to(source).as_posix())]
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return len(files)


def _plain_config(site: Site) -> dict[str, Any]:
    config = read_config(site.root).values | settings(site.corpus.gemeente)
    for key in _OURS:
        config.pop(key, None)
    config.get("plugins", {}).pop(_OUR_PLUGIN, None)
    if config.get("nav"):
        config["nav"] = full_menu(config["nav"], site.corpus)
    if isinstance(theme := config.get("theme"), dict):
        theme["language"] = site.corpus.gemeente.site.talen[0]
    config.setdefault("extra", {}).update(versie=site.version, beleid=meta_policy(), feed=site.feed)
    config["extra"].update(van=site.corpus.gemeente.voluit, licht=bool(site.corpus.thema))
    return config
