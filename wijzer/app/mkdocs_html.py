"""Takes out of the theme's pages what the standard of HTML does not allow."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_ON_A_CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""It keeps Firefox from opening the menu after a reload; ``menu.js`` does that in its place."""


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend a page."""
    del page, config
    return _ON_A_CHECKBOX.sub(r"\1", output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the page for a missing address."""
    del template_name, config
    return _ON_A_CHECKBOX.sub(r"\1", output_content)
