"""The search index: plain text per page and section, with what the core knows about each page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from wijzer.search.facts import PageFacts, as_record

Record = dict[str, Any]
"""One entry: ``location`` (with ``#section`` or without), ``title``, ``text``, and page facts."""


def enrich(records: Iterable[Record], facts: Mapping[str, PageFacts]) -> list[Record]:
    """Return the index as our worker reads it, from the records that a renderer collected.

    The record of a page comes first and holds its opening text; a record per section with
    text follows.  Left out: drafts, pages that the core does not know, and sections without
    text (those hold lists of other pages, which would drown the page that a searcher wants).
    """
    return [
        record
        for address, group in _by_page(records).items()
        if address in facts and not facts[address].concept
        for record in _page(address, group, facts[address])
    ]


def _by_page(records: Iterable[Record]) -> dict[str, list[Record]]:
    pages: dict[str, list[Record]] = {}
    for record in records:
        pages.setdefault(record["location"].partition("#")[0], []).append(record)
    return pages


def _page(address: str, group: list[Record], facts: PageFacts) -> Iterator[Record]:
    title = next((plain(r["title"]) for r in group if r["location"] == address), "")
    opening: list[str] = []
    sections: list[Record] = []
    for record in group:
        heading, text = plain(record["title"]), plain(record["text"])
        if heading == title:  # the page itself, its h1, or a block without a heading of its own
            opening.append(text)
        elif text:
            sections.append({"location": record["location"], "title": heading, "text": text})
    text = " ".join(" ".join(opening).replace(facts.samenvatting, " ").split())
    yield {"location": address, "title": title, "text": text, **as_record(facts)}
    yield from sections


class _Text(HTMLParser):
    """Collects the text of an HTML fragment, with a space where a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append(" ")


_INLINE = frozenset("a abbr b code em i mark span strong sub sup".split())


def plain(html: str) -> str:
    """Return the text of an HTML fragment on one line."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return re.sub(r"\s+", " ", "".join(parser.parts)).strip()
