"""An overview with filters; without JavaScript all of it is one list.

The filters are built in the browser from the ``data-`` attributes, so that a reader without
JavaScript never sees a control that does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.pages.markdown import attribute


def overzicht(css_class: str, facets: str, rows: Iterable[str], more: str = "") -> str:
    """Wrap list items in the element that gets filters; ``facets`` are their names.

    ``more`` are other attributes of that element, each with a space before it.
    """
    items = "\n".join(rows)
    return (
        f'<div class="overzicht" data-filter="{attribute(facets)}"{more} data-search-exclude '
        f'markdown="1">\n<ul class="{css_class}" markdown="1">\n{items}\n</ul>\n</div>'
    )


def facetten(*values: Iterable[str]) -> str:
    """Print the values of each facet as ``data-f0``, ``data-f1``, …, separated by ``|``."""
    return "".join(
        f' data-f{index}="{attribute("|".join(words))}"' for index, words in enumerate(values)
    )
