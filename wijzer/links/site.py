"""A built site on disk: which files it has, and what stands in each of them."""

from __future__ import annotations

import json
import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from wijzer.gate.page import Page, read_page
from wijzer.gate.refs import Ref, css_refs, line_of, lines_of_id

NOT_FOUND = "404.html"
SEARCH_INDEX = "search/zoekindex.json"
"""What search knows; the theme's own file holds the settings only."""


@dataclass(frozen=True)
class Doel:
    """Where an address leads inside the site, or why it leads nowhere."""

    bestand: str = ""
    anker: str = ""
    probleem: str = ""
    tip: str = ""


@dataclass(frozen=True)
class BuiltSite:
    """A site as MkDocs (or another renderer) wrote it.  Paths are POSIX, relative to ``root``."""

    root: Path
    unreadable: dict[str, str] = field(default_factory=dict)
    """Files that should have been read but could not be, with the reason."""
    leads: dict[str, Doel] = field(default_factory=dict)
    """Where a path in the site leads: worked out once, for a menu stands on every page."""

    @cached_property
    def files(self) -> frozenset[str]:
        """All files of the site."""
        return frozenset(
            f.relative_to(self.root).as_posix() for f in self.root.rglob("*") if f.is_file()
        )

    @cached_property
    def addresses(self) -> list[str]:
        """The addresses of all files, pages by their folder."""
        return sorted(name.removesuffix("index.html") for name in self.files)

    @cached_property
    def spelling(self) -> dict[str, str]:
        """Every file by its name in lower case, to recognise a mistake in capitals."""
        return {name.lower(): name for name in self.files}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page, read once."""
        return {
            name: read_page(self.text(name), name)
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    @cached_property
    def address(self) -> str:
        """The address of the site, as its home page calls itself; empty when it does not."""
        home = self.pages.get("index.html")
        return home.canonical if home else ""

    @property
    def prefix(self) -> str:
        """The path below which the site lives on its host, such as ``/wijzer/``."""
        return urlsplit(self.address).path or "/"

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        return (self.root / path).stat().st_size

    def refs(self) -> Iterator[tuple[str, Ref]]:
        """Yield every address with the file it stands in: pages, styles, feeds, search index."""
        for name, page in self.pages.items():
            yield from ((name, ref) for ref in page.refs)
        for name in sorted(self.files):
            if name.endswith(".css"):
                yield from ((name, ref) for ref in css_refs(self.text(name)))
            elif name.endswith((".xml", ".rss", ".atom")):
                yield from ((name, ref) for ref in self._xml(name))
            elif name.endswith((".webmanifest", "manifest.json")) or name == SEARCH_INDEX:
                yield from ((name, ref) for ref in self._json(name))

    def line(self, name: str, ref: Ref) -> int:
        """Return the line of an address; only a finding needs it, so it is looked up then."""
        return ref.regel or line_of(self.text(name), ref)

    def lines_of_id(self, name: str, identifier: str) -> list[int]:
        """Return the lines of a page on which an id stands."""
        return lines_of_id(self.text(name), identifier)

    def text(self, name: str) -> str:
        """Return what stands in a file."""
        return (self.root / name).read_text(encoding="utf-8", errors="replace")

    def _xml(self, name: str) -> Iterator[Ref]:
        """Read a sitemap (``loc``), RSS (``link``, ``url``) or Atom (``href``)."""
        try:
            tree = ET.fromstring(self.text(name))  # our own build wrote it
        except ET.ParseError as error:
            self.unreadable[name] = f"is geen goede XML (regel {error.position[0]})"
            return
        for element in tree.iter():
            tag = element.tag.rpartition("}")[2]
            text = (element.text or "").strip()
            if tag in ("loc", "link") and text:
                yield Ref("", tag, text, regel=1)
            for attribute in ("href", "url"):
                if value := element.get(attribute):
                    yield Ref("", attribute, value, regel=1)

    def _json(self, name: str) -> Iterator[Ref]:
        try:
            data = json.loads(self.text(name))
        except json.JSONDecodeError as error:
            self.unreadable[name] = f"is geen goede JSON (regel {error.lineno})"
            return
        if name == SEARCH_INDEX:  # its addresses count from the top of the site
            up = posixpath.relpath(".", posixpath.dirname(name))
            for row in data.get("docs", []):
                yield Ref("", "location", f"{up}/{row.get('location', '')}", regel=1)
        else:
            icons = [icon.get("src", "") for icon in data.get("icons", [])]
            yield from (
                Ref("", "src", url, regel=1) for url in [data.get("start_url", "."), *icons]
            )
