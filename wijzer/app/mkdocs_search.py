"""MkDocs hook of the search: writes the index and points the pages at our worker.

Second module beside ``mkdocs_adapter`` that touches MkDocs; it must come after it in ``hooks:``.
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from wijzer.app.site import Site
from wijzer.base.escape import script_json
from wijzer.links.site import SEARCH_INDEX
from wijzer.search.facts import page_facts
from wijzer.search.help import help_data
from wijzer.search.index import Rendered, index
from wijzer.search.worker import HookUpError, location, point_at_worker, source

_pages: list[Rendered] = []


def on_pre_build(config: MkDocsConfig) -> None:
    """Begin with no page: the preview builds more than once."""
    del config
    _pages.clear()


@event_priority(50)  # before the search plugin
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> None:
    """Keep a page for the index, and keep it from the theme's own reader, which takes longer."""
    del context, config, nav
    title = html.unescape(str(page.meta.get("title") or page.title))
    _pages.append(Rendered(page.url, title, page.content or ""))
    page.meta["search"] = {"exclude": True}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let a page load our search worker."""
    del config
    return _point(output, page.file.src_uri)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Let the page for a missing address load our search worker."""
    del config
    is_page = template_name.endswith(".html")
    return _point(output_content, template_name) if is_page else output_content


def _point(page: str, name: str) -> str:
    try:
        return point_at_worker(page, name)
    except HookUpError as error:
        raise PluginError(str(error)) from error


@event_priority(-50)  # after the search plugin, which writes the settings of the theme
def on_post_build(config: MkDocsConfig) -> None:
    """Write the index, and put it where nobody loads it before it is needed.

    The theme fetches its own file on every page, so only the settings stay there.  A page that was
    opened from disk cannot fetch JSON: for that page the whole index is a script.
    """
    site: Site = config.extra["wijzer_site"]
    folder = Path(config.site_dir)
    themes_own = folder / "search" / "search_index.json"
    data = json.loads(themes_own.read_text("utf-8"))
    data["docs"] = index(_pages, page_facts(site.corpus))
    data["config"]["hulp"] = help_data(site.corpus)
    text = script_json(data)
    (folder / SEARCH_INDEX).write_text(text, "utf-8")
    themes_own.with_suffix(".js").write_text(f"var __index = {text};\n", "utf-8")
    themes_own.write_text(script_json({**data, "docs": []}), "utf-8")
    (folder / location()).write_text(source(), "utf-8")
