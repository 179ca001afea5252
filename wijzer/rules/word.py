"""Lists and tables that look right in the editor and not on the site, mostly out of Word."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from wijzer.base.findings import Melding
from wijzer.model.document import Document
from wijzer.rules.markup import CODE

_BLANK = r"[ \t\xa0]*"
_SIGN = r"[•·▪■●◦‣\uf0b7\uf0a7]|[o–—](?=[\t\xa0])|[-*+](?=\xa0)"
_BULLET = re.compile(rf"{_BLANK}(?:{_SIGN}){_BLANK}(?=\S)")
_NUMBER = re.compile(rf"{_BLANK}(\d{{1,3}})(?:\)(?=[ \t\xa0])|\.(?=\xa0)){_BLANK}(?=\S)")
_ITEM = re.compile(r"(?:[-*+]|1\.)[ \t]+\S")
_NO_TEXT = re.compile(r"[ \t>:#|!]|[-*+][ \t]|\d+\.[ \t]")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def check(document: Document) -> Iterator[Melding]:
    """Yield findings about one page, each with the Markdown that was meant."""
    lines = document.body.prose
    code = {html.unescape(text) for text in _code_lines(document)}
    for number, line in lines:
        if line.startswith("\t") and line.strip() and line.strip() in code:
            text = "deze regel begint met een tab en wordt daardoor code"
            yield document.fout(number, text, f"Haal de tab weg: {line.strip()}")
        elif line.strip() not in code and (meant := _meant(line)):
            text = "dit lijkt een lijst uit Word; op de site is het gewone tekst"
            yield document.fout(number, text, f"Schrijf, met een lege regel ervoor: {meant}")
    yield from _tables(document, lines)
    yield from _glued(document, lines)


def _glued(document: Document, lines: tuple[tuple[int, str], ...]) -> Iterator[Melding]:
    """Find the first item of every list right under a text: the renderer makes it one text."""
    begins, text = True, False
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            begins, text = True, False
        elif begins:
            begins, text = False, not _NO_TEXT.match(line)
        elif text and _ITEM.match(line):
            found = "boven deze lijst ontbreekt een lege regel; op de site is het gewone tekst"
            yield document.fout(number, found, "Zet een lege regel boven de lijst.")
            text = False


def _code_lines(document: Document) -> Iterator[str]:
    for found in CODE.finditer(document.body.reading.html):
        yield from (line.strip() for line in found[1].split("\n"))


def _meant(line: str) -> str:
    """Return a line as it should be written; empty when it is as it should be."""
    if found := _BULLET.match(line):
        return f"- {line[found.end() :].strip()}"
    if found := _NUMBER.match(line):
        return f"{found[1]}. {line[found.end() :].strip()}"
    return ""


def _tables(document: Document, lines: tuple[tuple[int, str], ...]) -> Iterator[Melding]:
    """Find the first line of every table without a line of dashes, or with tabs for columns."""
    before = ""
    for (number, line), (_, after) in pairwise(lines):
        cells, next_cells = _cells(line), _cells(after)
        begins = len(cells) > 1 and not _cells(before)
        if begins and before.strip() and _RULE.fullmatch(after) and not line.startswith(" "):
            text = "boven deze tabel ontbreekt een lege regel; op de site is het gewone tekst"
            yield document.fout(number, text, "Zet een lege regel boven de tabel.")
        if begins and len(cells) == len(next_cells) and not _RULE.fullmatch(after):
            text = "dit lijkt een tabel; op de site is het gewone tekst"
            row, dashes = "| " + " | ".join(cells) + " |", "|---" * len(cells) + "|"
            tip = f"Zet streepjes onder de koppen, en een lege regel om de tabel:\n{row}\n{dashes}"
            yield document.fout(number, text, tip)
        before = line


def _cells(line: str) -> list[str]:
    """Return the cells of a row between bars, or between the tabs of Word; else nothing."""
    inner = line.strip()
    if len(inner) > 2 and inner[0] == inner[-1] == "|":
        return [cell.strip() for cell in inner[1:-1].split("|")]
    if "\t" in inner and not line.startswith((" ", "\t")) and not _meant(line):
        return [cell.strip() for cell in inner.split("\t")]
    return []
