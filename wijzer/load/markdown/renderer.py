"""The renderer of the site, with an ear in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

EXTENSIONS = (
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html tables toc".split()
)
"""Those of ``mkdocs.yml`` and the three that MkDocs adds by itself; a test compares them."""
Definitions: TypeAlias = dict[str, tuple[str, str]]
"""What labels stand for: ``{label: (href, title)}``."""
_TITLE = "#\n\n"
"""A heading above the text, as every page has: what follows is read otherwise than at the top."""
_BEFORE_HEADINGS_GET_IDS = 6  # the extension toc runs at 5, links and attributes are made before


class _Ear(Treeprocessor):
    def run(self, root: Element) -> None:
        self.listen(root)

    listen: Callable[[Element], None]


@cache
def _converter() -> tuple[Markdown, _Ear]:
    md = Markdown(extensions=EXTENSIONS)
    ear = _Ear(md)
    md.treeprocessors.register(ear, "wijzer", _BEFORE_HEADINGS_GET_IDS)
    return md, ear


def render(
    text: str,
    listen: Callable[[Element], None],
    definitions: Definitions | None = None,
) -> tuple[str, Definitions]:
    """Render Markdown; return the HTML, below an empty ``h1``, and what the labels stand for.

    ``listen`` gets the tree once links are made and before headings get their ids.
    ``definitions`` are known besides those in the text.
    """
    md, ear = _converter()
    md.reset()
    ear.listen = listen
    md.references.update(definitions or {})
    html = md.convert(_TITLE + text)
    return html, dict(md.references)
