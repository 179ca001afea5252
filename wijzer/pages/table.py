"""Tables that stay tables: for a screen reader on a phone, and for every renderer.

On a phone the rows become blocks, and CSS that changes ``display`` takes the table away from
some screen readers.  In HTML a part of a table may have no ARIA role, so a script gives the roles
(``docs/assets/js/tabel.js``); ``data-kop`` says in every cell what it is about.  Links are
Markdown, so that every renderer makes the right address of them: hence ``markdown=`` on all around
them.  Python-Markdown knows no ``caption``; a paragraph names the table instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wijzer.pages.markdown import attribute, escape


@dataclass(frozen=True)
class Cell:
    """A cell: Markdown, in one line or (``block``) in paragraphs and lists."""

    text: str
    css_class: str = ""
    block: bool = False


@dataclass(frozen=True)
class Row:
    """A row under its header; without cells the header spans the table and names a group."""

    header: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with a caption; ``name`` is unique on its page and the CSS class as well."""

    name: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    css_class: str = ""
    searchable: bool = True

    def markdown(self) -> str:
        """Return the table as HTML with Markdown inside."""
        title = f"{self.name}-titel"
        classes = f"{self.css_class or self.name}"
        search = "" if self.searchable else " data-search-exclude"
        head = _lines(f'<th scope="col" markdown="span">{escape(text)}</th>' for text in self.head)
        rows = _lines(self._row(row) for row in self.rows)
        return (
            f'<div class="{classes}"{search} markdown="1">\n'
            f'<p class="tabel-titel" id="{title}" markdown="span">{escape(self.caption)}</p>\n'
            f'<table class="tabel" aria-labelledby="{title}" markdown="1">\n'
            f'<thead markdown="1">\n<tr markdown="1">\n{head}\n</tr>\n'
            f'</thead>\n<tbody markdown="1">\n{rows}\n</tbody>\n</table>\n</div>'
        )

    def _row(self, row: Row) -> str:
        if not row.cells:
            span = f'scope="colgroup" colspan="{len(self.head)}" markdown="span"'
            return f'<tr class="groep" markdown="1">\n<th {span}>{row.header}</th>\n</tr>'
        header = f'<th scope="row" markdown="span">{row.header}</th>'
        named = zip(self.head[1:], row.cells, strict=True)
        content = _lines([header, *(_cell(label, cell) for label, cell in named)])
        return f'<tr markdown="1">\n{content}\n</tr>'


def _cell(label: str, cell: Cell) -> str:
    css = f' class="{cell.css_class}"' if cell.css_class else ""
    opening = f'<td{css} data-kop="{attribute(label)}"'
    if cell.block:
        return f'{opening} markdown="block">\n\n{cell.text}\n\n</td>'
    return f'{opening} markdown="span">{cell.text}</td>'


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)
