"""The menu: as it stands in ``mkdocs.yml``, and every hub of a kind that is not in it yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from wijzer.corpus.corpus import Corpus


def full_menu(nav: list[Any], corpus: Corpus) -> list[Any]:
    """Return a menu in the form of MkDocs (``nav:``) in which every hub has a place.

    A hub that somebody gave a place and a name keeps them; another one comes at the end.
    """
    present = set(_paths(nav))
    pages = corpus.graph.documents
    found = [
        (s.meervoud, pages[hub].site_path) for hub, s in corpus.soorten.hubs.items() if hub in pages
    ]
    return [*nav, *({title: path} for title, path in found if path not in present)]


def places(nav: list[Any], corpus: Corpus) -> dict[str, str]:
    """Return for every page the page in the menu where it belongs, both as a path in the site.

    That is the page itself, or the hub of its kind, or the page of the folder it stands in
    (``melden.md`` for ``melden/na-je-melding.md``), or else the first page of the last group.
    """
    present = list(_paths(nav))
    pages = corpus.graph.documents
    hubs = {
        soort: pages[hub].site_path for hub, soort in corpus.soorten.hubs.items() if hub in pages
    }
    rest = next(_paths(nav[-1:]), "")
    return {
        d.site_path: next(
            (p for p in (d.site_path, hubs.get(d.soort), *_above(d.site_path)) if p in present),
            rest,
        )
        for d in pages.values()
    }


def _above(path: str) -> Iterator[str]:
    """Yield the page of each folder that a page stands in, the nearest first."""
    for folder in PurePosixPath(path).parents:
        if folder.name:
            yield f"{folder}.md"


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _paths(item)
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
