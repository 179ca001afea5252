"""Links in Markdown lead to a page, an anchor or a file that exists."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from wijzer.base.findings import Melding
from wijzer.corpus.addresses import resolve
from wijzer.corpus.corpus import Corpus
from wijzer.load.markdown_text import Link
from wijzer.model.document import Document
from wijzer.model.validate import suggestion


def check(document: Document, corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the links of one page that stay inside the site."""
    for link in document.body.links:
        try:
            parts = urlsplit(html.unescape(link.href))
        except ValueError:
            text = f"`{link.href}` is geen goed webadres"
            yield document.fout(link.line, text, "Kopieer het adres uit de browser.")
            continue
        if parts.scheme or parts.netloc:
            continue
        yield from _inside(document, corpus, link, unquote(parts.path), unquote(parts.fragment))


def _inside(
    document: Document, corpus: Corpus, link: Link, path: str, fragment: str
) -> Iterator[Melding]:
    if path.startswith("/"):
        tip = 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
        yield document.fout(link.line, f"een link die met `/` begint: `{link.href}`", tip)
        return
    target = resolve(document, path, corpus) if path else document
    if target is None:
        name = posixpath.basename(path).removesuffix(".md")
        if name not in corpus.unreadable and not _is_file(document, path, corpus):
            near = suggestion(name, corpus.graph.documents)
            tip = near or 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
            yield document.fout(link.line, f"de link `{link.href}` leidt naar niets", tip)
        return
    if target.model.concept and not document.model.concept:
        text = f"de link `{link.href}` leidt naar een pagina die nog concept is"
        yield document.fout(link.line, text, "Publiceer die pagina, of haal de link weg.")
    if fragment and fragment not in target.body.anchors:
        tip = suggestion(fragment, target.body.anchors)
        text = f"het anker `#{fragment}` bestaat niet in {target.path}"
        yield document.fout(link.line, text, tip or "Neem de tekst van de kop over.")


def _is_file(document: Document, path: str, corpus: Corpus) -> bool:
    base = posixpath.dirname(document.site_path)
    target = posixpath.normpath(posixpath.join(base, path))
    file = corpus.root / "docs" / target
    return not target.startswith("..") and file.is_file() and file.suffix != ".md"
