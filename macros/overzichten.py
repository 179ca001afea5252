"""Macros that make an overview with filters; without JavaScript all of it is one list.

The filters are built in the browser from the ``data-`` attributes, so that a reader without
JavaScript never sees a control that does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.findings import quoted
from wijzer.macro import Context, MacroError
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling
from wijzer.pages.markdown import attribute, inline, link


def regeloverzicht(context: Context, *, map: str = "") -> str:
    """Alle wetten en regels (of die van één map), te filteren op soort, status en doelgroep."""
    folders = {folder.rpartition("/")[2]: folder for folder in REGELING.mappen}
    if map and map not in folders:
        raise MacroError(f"`{map}` is geen map met regels", f"Kies uit: {quoted(folders)}.")
    rows = [
        _rule(context, document)
        for document in context.graph.of_kind(REGELING)
        if not map or document.path.startswith(f"{folders[map]}/")
    ]
    return overzicht("regels", "Soort|Status|Geldt voor", rows)


def overzicht(css_class: str, facets: str, rows: Iterable[str]) -> str:
    """Wrap list items in the element that gets filters; ``facets`` are their names."""
    items = "\n".join(rows)
    return (
        f'<div class="overzicht" data-filter="{attribute(facets)}" data-search-exclude '
        f'markdown="1">\n<ul class="{css_class}" markdown="1">\n{items}\n</ul>\n</div>'
    )


def _rule(context: Context, document: Document) -> str:
    model = document.model
    assert isinstance(model, Regeling)
    groups = [group.label for group in model.doelgroep]
    return (
        f'<li{facetten([model.soort.label], [model.status.label], groups)} markdown="span">'
        f"{link(context.document, document)}"
        f' <span class="status status--{model.status.value}">{model.status.label}</span>'
        f"<p>{inline(model.samenvatting)}</p></li>"
    )


def facetten(*values: Iterable[str]) -> str:
    """Print the values of each facet as ``data-f0``, ``data-f1``, …, separated by ``|``."""
    return "".join(
        f' data-f{index}="{attribute("|".join(words))}"' for index, words in enumerate(values)
    )
