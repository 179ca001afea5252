"""Old addresses that lead to the page of today, without server settings."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from wijzer.corpus import Corpus
from wijzer.model.document import Document
from wijzer.pages.markdown import attribute
from wijzer.pages.page import Pagina

_HTML = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Verhuisd: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body>
<main>
<h1>Deze pagina is verhuisd</h1>
<p>Ga naar <a href="{url}">{title}</a>.</p>
</main>
</body>
</html>
"""


def redirects(corpus: Corpus) -> Iterator[Pagina]:
    """Yield a small HTML file for every old address in ``oude_paden``."""
    for document in corpus.all_documents:
        for old in document.model.oude_paden:
            yield redirect(old, document)


def redirect(old: str, document: Document) -> Pagina:
    """Return the file that leads from an old address to a page, relative so that it can move."""
    url = posixpath.relpath(document.address or ".", old) + "/"
    text = _HTML.format(title=attribute(document.titel), url=attribute(url))
    return Pagina(f"{old}/index.html", text, document.path)
