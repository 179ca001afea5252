"""Small pieces of Markdown and HTML, safely escaped."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterable
from functools import lru_cache

from wijzer.base.escape import markdown_attribute, markdown_inline, markdown_text
from wijzer.model.document import Document

escape = markdown_text
"""Text that Markdown, or an HTML element in it, shows as it is."""
attribute = markdown_attribute
"""Text for a quoted attribute of an HTML element in Markdown."""

_relative = lru_cache(maxsize=100_000)(posixpath.relpath)


def link(van: Document, naar: Document, text: str = "", anchor: str = "", query: str = "") -> str:
    """Return a Markdown link from one page to another, relative between source files."""
    folder = posixpath.dirname(van.site_path) or "."
    target = _relative(naar.site_path, folder)
    suffix = (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
    return f"[{markdown_inline(text or naar.titel)}]({target}{suffix})"


def file_link(van: Document, path: str, text: str) -> str:
    """Return a Markdown link to a file in the docs tree, such as ``downloads/poster.pdf``."""
    folder = posixpath.dirname(van.site_path) or "."
    return f"[{markdown_inline(text)}]({_relative(path, folder)})"


def outside(text: str, url: str) -> str:
    """Return a Markdown link that leaves the site."""
    return f"[{markdown_inline(text)}]({url})"


def bullets(items: Iterable[str]) -> str:
    """Return a Markdown list."""
    return "\n".join(f"- {item}" for item in items)


def enumerate_words(words: Iterable[str]) -> str:
    """Print words as a Dutch enumeration: ``naam, kamer en uren``."""
    items = list(words)
    return " en ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def section(css_class: str, content: str, label: str = "", tag: str = "section") -> str:
    """Wrap Markdown in an element that search leaves out.

    Blocks made from relations hold the titles of other pages; in the index they would drown
    the page that a searcher wants.
    """
    name = f' aria-label="{attribute(label)}"' if label else ""
    opening = f'<{tag} class="{css_class}"{name} data-search-exclude markdown="1">'
    return f"{opening}\n\n{content}\n\n</{tag}>"


def folded(css_class: str, summary: str, content: str) -> str:
    """Wrap Markdown in an element that unfolds, and that search leaves out."""
    return section(css_class, f"{fold_title(summary)}\n\n{content}", tag="details")


def fold_title(text: str) -> str:
    """Return the words of which a click unfolds what follows."""
    return f'<summary class="vouwkop">{escape(text)}</summary>'


def day(date: datetime.date) -> str:
    """Print a date in Dutch: ``23 november 2026``."""
    return f"{date.day} {month(date)}"


def month(date: datetime.date) -> str:
    """Print the month of a date in Dutch: ``november 2026``."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
