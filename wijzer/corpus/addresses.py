"""Which page an address means, and which address a page has on paper."""

from __future__ import annotations

import posixpath

from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document, site_path


def resolve(document: Document, path: str, corpus: Corpus) -> Document | None:
    """Return the page that a relative link leads to.

    Both readings of a path are understood: as the folders of the checkout lie (so that the
    link works on the Git server) and as the pages of the site lie.
    """
    in_checkout = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))
    in_site = posixpath.normpath(posixpath.join(posixpath.dirname(document.site_path), path))
    return corpus.by_path.get(in_checkout) or corpus.by_site_path.get(site_path(in_site))


def short_address(nummer: int) -> str:
    """Return the address that stands on the card of a dilemma, without leading slash.

    It holds no version, so a card printed years ago still leads to the text of today.
    """
    return f"d/{nummer}/"
