"""What the renderer makes of a page, held against the list of what may stand in one.

Raw HTML is looked at twice: as it is written, strictly, so that the line is known and nobody can
hide in what renderers disagree about; and as the renderer reads it, with the parser and the list
that the finished site is held against.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen
from wijzer.gate.allowed import BY_HAND, CONTENT, SAFE_SCHEMES
from wijzer.gate.judge import Wrong
from wijzer.gate.page import judge_piece
from wijzer.load.html_text import Tag
from wijzer.load.markdown.reading import read
from wijzer.model.document import Document

_SCHEME_TIP = "Gebruik alleen https:, mailto: of tel:."
_BLANKS = re.compile(r"[\x00-\x20]")
CODE = re.compile(r"<pre><code[^<>]*>(.*?)</code></pre>", re.DOTALL)
_SCHEME = re.compile(r"^\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_TIP = "Schrijf het in gewone Markdown, of vraag de beheerder om een macro."
_ELSEWHERE = "het anker `__"
_ADDRESS = ("dit is geen goed", "in dit webadres", "deze naam van een website")
"""What other rules say, with the line."""
_ENDS = "het HTML-element"
_FOLLOWS = ("een opmerking", "deze afbeelding")
"""What follows from HTML by hand that is refused already."""
_MOST = 12
"""How many findings on a page get a line of their own; finding one takes a few readings."""


def check(document: Document) -> Iterator[Melding]:
    """Yield findings about the elements and links of one page."""
    code = _code(document.body.reading.html)
    tags = [tag for tag in document.body.tags if _written(document, tag.line) not in code]
    by_hand = [melding for tag in tags for melding in _tag(document, tag)]
    schemes = [*_schemes(document)]
    unbalanced = [*_unbalanced(document)]
    yield from by_hand or unbalanced
    yield from schemes
    hrefs = [*_hrefs(document)]
    known = {melding.tekst for melding in by_hand}
    refused = tuple(f"<{tag.name}" for tag in tags if tag.name not in BY_HAND)
    known |= {found.text for found in unseen(document.raw.body)}  # the loader has said so
    rendered = [
        wrong
        for wrong in dict.fromkeys(judge_piece(document.body.reading.html))
        if wrong.text not in known
        and not wrong.text.startswith(_ELSEWHERE)
        and not ((by_hand or unbalanced) and wrong.text.startswith(_ENDS))
        and not (
            wrong.text.startswith(_ADDRESS) and any(href and href in wrong.text for href in hrefs)
        )
        and not wrong.element.startswith(refused)
        and not (schemes and wrong.text.startswith("dit soort link"))
        and not (by_hand and wrong.text.startswith(_FOLLOWS))
    ]
    for number, wrong in enumerate(rendered):
        line = _line(document, wrong) if number < _MOST else document.body.first_line
        yield document.fout(line, wrong.text, wrong.tip)


def _code(rendered: str) -> str:
    """Return the code blocks in what the renderer made; there HTML is text."""
    return "\n".join(found[1] for found in CODE.finditer(rendered))


def _written(document: Document, line: int) -> str:
    """Return a line of the source as it would stand in a code block."""
    text = document.raw.body.split("\n")[line - document.body.first_line].strip()
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _hrefs(document: Document) -> Iterator[str]:
    """Yield the addresses of all links, of which the rule for links says what is wrong."""
    yield from (link.href for link in document.body.links)
    for tag in document.body.tags:
        yield from (value for name, value in tag.attributes if (tag.name, name) == ("a", "href"))


def _line(document: Document, wrong: Wrong) -> int:
    """Return the line that brings something wrong: the last of the shortest text that has it."""
    lines = document.raw.body.split("\n")
    low, high = 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        reading = read("\n".join(lines[:middle]), document.titel)
        if wrong in judge_piece(reading.html):
            high = middle
        else:
            low = middle + 1
    return document.body.first_line + low - 1


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
    if tag.name not in BY_HAND:
        yield document.fout(tag.line, f"HTML-element `<{tag.name}>` mag niet in een pagina", _TIP)
        return
    for name, value in tag.attributes:
        if name not in CONTENT.attributes[tag.name] | {"markdown"}:
            text = f"HTML-kenmerk `{name}` mag niet in een pagina"
            yield document.fout(tag.line, text, _TIP)
        elif name == "href" and unsafe_scheme(value):
            yield document.fout(tag.line, f"dit soort link mag niet: `{value}`", _SCHEME_TIP)


def unsafe_scheme(href: str) -> bool:
    """Tell whether a link has a scheme other than the web, mail or telephone."""
    cleaned = _BLANKS.sub("", html.unescape(href))
    found = _SCHEME.match(cleaned)
    return bool(found and found[1].lower() not in SAFE_SCHEMES)
