"""The menu: as it stands in ``mkdocs.yml``, and every hub of a kind that is not in it yet."""

from __future__ import annotations

from collections.abc import Iterator
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


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _paths(item)
    elif isinstance(nav, list):
        for item in nav:
            yield from _paths(item)
