"""Raw HTML in Markdown: what could run code or break the page's look is refused."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.load.html_text import Tag
from wijzer.model.document import Document

ALLOWED_TAGS = frozenset(
    "a abbr b br cite code dd del details div dl dt em i ins kbd li mark ol p q s small span "
    "strong sub summary sup table tbody td th thead tr u ul wbr".split()
)
_ALLOWED_ATTRIBUTES = frozenset(
    "class colspan href id lang markdown open rowspan scope title".split()
)
_SCHEME_TIP = "Gebruik alleen https:, mailto: of tel:."
_BLANKS = re.compile(r"[\x00-\x20]")
_SCHEME = re.compile(r"^\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ATTR_LIST = re.compile(r"(?<!\{)\{(?!\{):?[^{}]*?(?<![\w-])(on\w+|style)\s*=", re.IGNORECASE)
_TIP = "Schrijf het in gewone Markdown, of vraag de beheerder om een macro."


def check(document: Document) -> Iterator[Melding]:
    """Yield findings about raw HTML and unsafe links in one page."""
    wrong = [melding for tag in document.body.tags for melding in _tag(document, tag)]
    yield from wrong or _unbalanced(document)
    yield from _schemes(document)
    for number, line in document.body.prose:
        if "{" in line and (found := _ATTR_LIST.search(line)):
            text = f"het kenmerk `{found[1]}` mag niet in een pagina"
            yield document.fout(number, text, _TIP)


def _unbalanced(document: Document) -> Iterator[Melding]:
    for name in dict.fromkeys(document.body.reading.unbalanced):
        lines = [tag.line for tag in document.body.tags if tag.name == name]
        text = f"het HTML-element `<{name}>` begint of eindigt niet goed"
        tip = f"Zet `</{name}>` in dezelfde alinea als `<{name}>`, en sluit eerst wat erin staat."
        yield document.fout(lines[-1] if lines else document.body.first_line, text, tip)


def _schemes(document: Document) -> Iterator[Melding]:
    for link in document.body.links:
        if unsafe_scheme(link.href):
            shown = _BLANKS.sub("", link.href)
            yield document.fout(link.line, f"dit soort link mag niet: `{shown}`", _SCHEME_TIP)


def _tag(document: Document, tag: Tag) -> Iterator[Melding]:
    if tag.broken:
        tip = "Bedoel je het teken zelf? Schrijf dan `&lt;`. Anders: maak de HTML af."
        yield document.fout(tag.line, f"dit lijkt op HTML die niet af is: `{tag.name}`", tip)
        return
    if tag.name not in ALLOWED_TAGS:
        yield document.fout(tag.line, f"HTML-element `<{tag.name}>` mag niet in een pagina", _TIP)
        return
    for name, value in tag.attributes:
        if name not in _ALLOWED_ATTRIBUTES:
            text = f"HTML-kenmerk `{name}` mag niet in een pagina"
            yield document.fout(tag.line, text, _TIP)
        elif name == "href" and unsafe_scheme(value):
            yield document.fout(tag.line, f"dit soort link mag niet: `{value}`", _SCHEME_TIP)


def unsafe_scheme(href: str) -> bool:
    """Tell whether a link has a scheme other than the web, mail or telephone."""
    cleaned = _BLANKS.sub("", html.unescape(href))
    found = _SCHEME.match(cleaned)
    return bool(found and found[1].lower() not in SAFE_SCHEMES)
