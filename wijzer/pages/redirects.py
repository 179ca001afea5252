"""Old and short addresses that lead to the page of today, without server settings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from wijzer.base.escape import html_text
from wijzer.corpus.addresses import short_address
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.pages import Dilemma
from wijzer.pages.page import Sitepagina

_HTML = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
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


def redirects(corpus: Corpus) -> Iterator[Sitepagina]:
    """Yield a small HTML file for every old address, and for every address on a card."""
    for document in corpus.all_documents:
        for old in document.model.oude_paden:
            yield redirect(old, document)
        if isinstance(document.model, Dilemma):
            short = short_address(document.model.nummer).rstrip("/")
            yield redirect(short, document, f"Dilemma {document.model.nummer}")


def redirect(old: str, document: Document, kop: str = "Deze pagina is verhuisd") -> Sitepagina:
    """Return the file that leads from an old address to a page, relative so that it can move."""
    url = posixpath.relpath(document.address or ".", old) + "/"
    text = _HTML.format(kop=html_text(kop), title=html_text(document.titel), url=html_text(url))
    return Sitepagina(f"{old}/index.html", text, document.path)
