"""Links in Markdown lead to a page, an anchor or a file that exists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from wijzer.base.findings import Melding
from wijzer.corpus.addresses import place, relative
from wijzer.corpus.corpus import Corpus
from wijzer.gate.address import wrong_address
from wijzer.gate.allowed import SAFE_SCHEMES
from wijzer.links.reach import wrong_reach
from wijzer.load.html_text import plain_address
from wijzer.load.markdown.found import Link
from wijzer.load.markdown.marks import HIDDEN
from wijzer.model.document import Document
from wijzer.model.validate import suggestion

_MACRO = 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
_IN_MARKDOWN = "Schrijf de link in gewone Markdown: [tekst](adres)"
_COPY = {
    "": "Kopieer het adres uit de browser.",
    "http": "Kopieer het adres uit de browser.",
    "https": "Kopieer het adres uit de browser.",
    "mailto": "Zo ziet het eruit: [schrijf ons](mailto:naam@voorbeeld.nl)",
    "tel": "Zo ziet het eruit: [bel 112](tel:112)",
}
_HIDDEN_SIGN = re.compile(r"^[^?#]*?(&(?!amp;)(?:#\w+;?|\w+;))", re.IGNORECASE)
_LEFT_OUT = (".md", ".markdown", ".yml")
"""Files in ``docs/`` that are no files of the site (see ``exclude_docs`` in mkdocs.yml)."""


def check(document: Document, corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the links of one page that stay inside the site."""
    for link in (*document.body.links, *_in_html(document)):
        parts = _split(link.href)
        if HIDDEN in link.href:
            tip = 'Zet de macro in plaats van de hele link: {{ verwijs("melden", "tekst") }}'
            yield document.fout(link.line, "in het adres van een link staat een macro", tip)
        elif parts and parts.scheme and parts.scheme not in SAFE_SCHEMES:
            continue  # the rule about HTML says so
        elif parts and parts.scheme and (sign := _HIDDEN_SIGN.match(link.href)):
            text = f"in het adres van een link staat een tekencode: `{sign[1]}`"
            yield document.fout(link.line, text, "Schrijf het teken zelf.")
        elif parts is None or (parts.scheme in ("http", "https") and not parts.netloc):
            text = f"`{link.href}` is geen goed webadres"
            yield document.fout(link.line, text, "Kopieer het adres uit de browser.")
        elif parts.netloc and not parts.scheme:
            yield document.fout(
                link.line, f"een adres zonder https: ervoor: `{link.href}`", _COPY[""]
            )
        elif link.image and parts.scheme:
            text = f"de afbeelding `{link.href}` komt niet van deze site"
            yield document.fout(link.line, text, _own_picture(document))
        elif reach := wrong_reach(plain_address(link.href)):
            yield document.fout(link.line, f"{reach[0]}: `{link.href}`", reach[1])
        elif parts.scheme in SAFE_SCHEMES and (wrong := wrong_address(plain_address(link.href))):
            yield document.fout(link.line, f"{wrong}: `{link.href}`", _COPY[parts.scheme])
        elif not parts.scheme and not parts.netloc:
            yield from _inside(document, corpus, link, parts)


def _in_html(document: Document) -> Iterator[Link]:
    """Yield the links that an editor wrote as HTML, which no renderer translates."""
    for tag in document.body.tags:
        yield from (
            Link(tag.line, value, "", by_attribute=True)
            for name, value in tag.attributes
            if tag.name == "a" and name == "href"
        )


def _split(href: str) -> SplitResult | None:
    try:
        return urlsplit(plain_address(href))
    except ValueError:
        return None


def _inside(
    document: Document, corpus: Corpus, link: Link, parts: SplitResult
) -> Iterator[Melding]:
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path and not fragment:
        yield document.fout(link.line, "een link zonder adres", _IN_MARKDOWN)
    elif path.startswith(("/", "\\")):
        yield document.fout(link.line, f"een link die met `/` begint: `{link.href}`", _MACRO)
    elif link.by_attribute and path:
        text = f"een link in HTML of accolades: `{link.href}`"
        yield document.fout(link.line, text, _IN_MARKDOWN)
    elif not link.by_attribute and not link.span:
        text = f"het adres van deze link is niet te lezen: `{' '.join(link.href.split())}`"
        tip = "Schrijf het adres op één regel, zonder `\\` en zonder spaties."
        yield document.fout(link.line, text, tip)
    else:
        yield from _target(document, corpus, link, path, fragment)


def _target(
    document: Document, corpus: Corpus, link: Link, path: str, fragment: str
) -> Iterator[Melding]:
    target = corpus.by_site_path.get(place(document, path)) if path else document
    if link.image and (target or not _is_file(document, path, corpus)):
        text = f"de afbeelding `{link.href}` bestaat niet"
        yield document.fout(link.line, text, _own_picture(document))
    elif target is None:
        name = posixpath.basename(path.rstrip("/")).removesuffix(".md")
        if name not in corpus.unreadable and not _is_file(document, path, corpus):
            tip = suggestion(name, corpus.graph.documents) or _MACRO
            yield document.fout(link.line, f"de link `{link.href}` leidt naar niets", tip)
    else:
        yield from _page(document, target, link, fragment)


def _own_picture(document: Document) -> str:
    folder = relative("assets", document)
    return f"Zet de afbeelding in docs/assets/ en schrijf: ![wat je ziet]({folder}/foto.png)"


def _page(document: Document, target: Document, link: Link, fragment: str) -> Iterator[Melding]:
    if target.model.concept and not document.model.concept:
        text = f"de link `{link.href}` leidt naar een pagina die nog concept is"
        yield document.fout(link.line, text, "Publiceer die pagina, of haal de link weg.")
    if fragment and not target.body.problems and fragment not in target.body.anchors:
        tip = suggestion(fragment, target.body.anchors)
        text = f"het anker `#{fragment}` bestaat niet in {target.path}"
        yield document.fout(link.line, text, tip or "Neem de tekst van de kop over.")


def _is_file(document: Document, path: str, corpus: Corpus) -> bool:
    """Tell whether a path leads to a file that the renderer copies to the site."""
    target = place(document, path)
    hidden = any(part.startswith(".") for part in target.split("/"))
    if hidden or target.endswith(_LEFT_OUT):
        return False
    try:
        return (corpus.root / "docs" / target).is_file()
    except (OSError, ValueError):  # a name too long for a file, or with a NUL in it
        return False
