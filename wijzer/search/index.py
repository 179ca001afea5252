"""The search index: plain text per page and section, with what the core knows about each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wijzer.search.facts import PageFacts, as_record
from wijzer.search.sections import sections

Record = dict[str, Any]
"""One entry: ``location`` (with ``#section`` or without), ``title``, ``text``, and page facts."""


@dataclass(frozen=True)
class Rendered:
    """A page as the renderer made it."""

    address: str
    """Such as ``melden/``; the home page is ````."""
    title: str
    html: str
    """What stands inside the article."""


def index(pages: Iterable[Rendered], facts: Mapping[str, PageFacts]) -> list[Record]:
    """Return the index as our worker reads it, in the order of the pages.

    The record of a page comes first and holds its opening text; a record per section with
    text follows.  Left out: drafts, pages that the core does not know, and sections without
    text (those hold lists of other pages, which would drown the page that a searcher wants).
    """
    return [
        record
        for page in pages
        if page.address in facts and not facts[page.address].concept
        for record in _page(page, facts[page.address])
    ]


def _page(page: Rendered, facts: PageFacts) -> Iterator[Record]:
    opening: list[str] = []
    below: list[Record] = []
    for section in sections(page.html):
        if section.title in ("", page.title):  # the beginning, and what stands below its own title
            opening.append(section.text)
        elif section.text:
            location = f"{page.address}#{section.anchor}"
            below.append({"location": location, "title": section.title, "text": section.text})
    text = " ".join(" ".join(opening).replace(facts.samenvatting, " ").split())
    yield {"location": page.address, "title": page.title, "text": text, **as_record(facts)}
    yield from below
