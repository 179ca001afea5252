"""Old and short addresses that lead to the page of today, also without server settings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from wijzer.base.escape import html_text
from wijzer.base.policy import meta_policy
from wijzer.corpus.addresses import short_address
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.pages import Dilemma
from wijzer.pages.page import Sitepagina

_HTML = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{kop}: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body>
<main>
<h1>{kop}</h1>
<p>Ga naar <a href="{url}">{title}</a>.</p>
</main>
</body>
</html>
"""


def moved(corpus: Corpus) -> Iterator[tuple[str, Document, str]]:
    """Yield every old address and every address on a card, without slashes around it.

    With it come the page that it leads to and the heading for whoever lands on it.
    """
    for document in corpus.all_documents:
        for old in document.model.oude_paden:
            yield old, document, "Deze pagina is verhuisd"
        if isinstance(document.model, Dilemma):
            nummer = document.model.nummer
            yield short_address(nummer).rstrip("/"), document, f"Dilemma {nummer}"


def redirects(corpus: Corpus) -> Iterator[Sitepagina]:
    """Yield a small HTML file for every address in :func:`moved`."""
    for old, document, kop in moved(corpus):
        yield redirect(old, document, kop)


def redirect(old: str, document: Document, kop: str) -> Sitepagina:
    """Return the file that leads from an old address to a page, relative so that it can move."""
    url = posixpath.relpath(document.address or ".", old) + "/"
    text = _HTML.format(
        kop=html_text(kop),
        title=html_text(document.titel),
        url=html_text(url),
        policy=html_text(meta_policy()),
    )
    return Sitepagina(f"{old}/index.html", text, document.path)
