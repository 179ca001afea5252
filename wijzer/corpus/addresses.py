"""Which page an address means, and which address a page has on paper."""

from __future__ import annotations

import posixpath

from wijzer.model.document import Document, site_path


def place(document: Document, path: str) -> str:
    """Return where in the docs tree a relative path leads, as seen from a page.

    Both readings of a path are understood: as the folders of the checkout lie (so that the
    link works on the Git server) and as the pages of the site lie.  Outside the docs tree the
    outcome is a path where no page or file can be.
    """
    return site_path(posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path)))


def relative(to: str, document: Document) -> str:
    """Return a path in the docs tree as it is written on a page."""
    return posixpath.relpath(to, posixpath.dirname(document.site_path) or ".")


def short_address(nummer: int) -> str:
    """Return the address that stands on the card of a dilemma, without leading slash.

    It holds no version, so a card printed years ago still leads to the text of today.
    """
    return f"d/{nummer}/"
