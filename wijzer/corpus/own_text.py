"""The editor's own text, made ready for the page that shows it."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit, urlunsplit

from wijzer.corpus.addresses import place, relative
from wijzer.load.html_text import plain_address
from wijzer.load.markdown.rewrite import rewrite_links
from wijzer.model.document import Document


def site_links(document: Document, host: Document | None = None) -> str:
    """Return a page's own text with links that work in the docs tree, on the page ``host``.

    Editors link as the folders of the checkout lie; in the docs tree ``docs/`` is the top.  On
    another page than its own (the workshop) a text starts from another folder as well.
    """
    return rewrite_links(document.body, lambda href: _address(href, document, host or document))


def _address(href: str, document: Document, host: Document) -> str | None:
    """Return an address inside the site as the renderer wants it; None for any other."""
    try:
        parts = urlsplit(plain_address(href))
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    path = ""  # a place on the page itself
    if parts.path or host is not document:
        target = place(document, unquote(parts.path)) if parts.path else document.site_path
        path = quote(relative(target, host))
    return urlunsplit(("", "", path, parts.query, unquote(parts.fragment)))
