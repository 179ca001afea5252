"""What is too much for the renderer, found before it starts.

Python-Markdown takes quadratic time over a long paragraph and calls itself for every level of
nesting, until Python gives up.  Its work stays linear when no block of text between blank lines
is long, crowded or deep.  The limits lie far above real use: in the first 150 pages the longest
text had 5 kB, the longest line 650 characters and the longest block 1,030, with 13 lines and 28
times the same sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TEXT = 40_000
MAX_LINE = 5_000
MAX_BLOCK_LINES = 200
MAX_BLOCK = 8_000
MAX_SIGN = 100
"""How often a block may hold the same sign that means something in Markdown."""
MAX_SIGN_ON_PAGE = 500
"""The same for what the renderer looks for through the whole page."""
MAX_CELLS = 5_000
"""The cells of all tables on a page: the renderer fills up every row that is short."""
MAX_DEPTH = 10
_SIGNS = "[<`*_{"
_PAGE_SIGNS = "[<`"
_INDENT = 4 * MAX_DEPTH
_TOC = "[TOC]"
_UNDER_HEAD = re.compile(r"[ \t>]*+[|:-][|: \t-]*+")
"""The line below the head of a table, which tells how many columns it has."""
_MARKS = re.compile(r"[ \t]*+(?:>|(?:[-*+:]|\d{1,9}+\.)(?=[ \t]))")


@dataclass(frozen=True)
class Problem:
    """Something in the text that an editor must change; ``line`` is that of the file."""

    line: int
    text: str
    tip: str


def too_much(text: str, first_line: int) -> tuple[Problem, ...]:
    """Return what the renderer could not handle in reasonable time; in linear time itself."""
    if len(text) > MAX_TEXT:
        found = f"de tekst is te lang: {_thousands(len(text))} tekens"
        tip = f"Een pagina heeft ten hoogste {_thousands(MAX_TEXT)} tekens. Splits de pagina op."
        return (Problem(first_line, found, tip),)
    lines = text.split("\n")
    found_in_lines = [p for n, line in enumerate(lines, first_line) for p in _line(line, n)]
    blocks = [p for number, block in _blocks(lines, first_line) for p in _block(block, number)]
    return (*found_in_lines, *blocks, *_cells(lines, first_line), *_page(text, first_line))


def _line(line: str, number: int) -> Iterator[Problem]:
    if len(line) > MAX_LINE:
        found = f"deze regel is te lang: {_thousands(len(line))} tekens"
        tip = f"Maak er regels van met elk ten hoogste {_thousands(MAX_LINE)} tekens."
        yield Problem(number, found, tip)
    elif _depth(line) > MAX_DEPTH:
        tip = f"Gebruik ten hoogste {MAX_DEPTH} lagen. Maak er liever gewone alinea's van."
        yield Problem(number, "hier staan te veel lagen in elkaar", tip)


def _depth(line: str) -> int:
    """Return how deep a line lies: one for each quote or list in front, and for each indent."""
    indent = len(line) - len(line.lstrip(" \t"))
    if indent > _INDENT or line.count("\t", 0, indent) > MAX_DEPTH:
        return MAX_DEPTH + 1
    depth = at = 0
    while depth <= MAX_DEPTH and (mark := _MARKS.match(line, at)):
        depth, at = depth + 1, mark.end()
    return depth


def _blocks(lines: list[str], first_line: int) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*lines, ""], first_line):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _block(block: list[str], number: int) -> Iterator[Problem]:
    text = "\n".join(block)
    if len(block) > MAX_BLOCK_LINES or len(text) > MAX_BLOCK:
        found = f"een stuk van {len(block)} regels zonder lege regel ertussen"
        tip = (
            f"Ten hoogste {MAX_BLOCK_LINES} regels en {_thousands(MAX_BLOCK)} tekens mogen aan "
            "elkaar staan. Zet er een lege regel tussen."
        )
        yield Problem(number, found, tip)
    for sign in _SIGNS:
        if (count := text.count(sign)) > MAX_SIGN:
            found = f"in dit stuk tekst staat {count} keer het teken `{sign}`"
            tip = f"Ten hoogste {MAX_SIGN} keer kan. Zet er een lege regel tussen."
            yield Problem(number, found, tip)


def _cells(lines: list[str], first_line: int) -> Iterator[Problem]:
    cells = 0
    for number, block in _blocks(lines, first_line):
        columns = [line.count("|") + 1 for line in block if _UNDER_HEAD.fullmatch(line)]
        cells += max(columns, default=0) * len(block)
        if cells > MAX_CELLS:
            found = "de tabellen op deze pagina zijn te groot"
            tip = f"Samen hebben ze ten hoogste {_thousands(MAX_CELLS)} vakken. Splits de tabel op."
            yield Problem(number, found, tip)
            return


def _page(text: str, first_line: int) -> Iterator[Problem]:
    if text.count(_TOC) > 1:
        line = first_line + text.count("\n", 0, text.rindex(_TOC))
        tip = "Eén keer is genoeg: haal de andere weg."
        yield Problem(line, f"`{_TOC}` staat meer dan één keer op deze pagina", tip)
    for sign in _PAGE_SIGNS:
        if (count := text.count(sign)) > MAX_SIGN_ON_PAGE:
            found = f"op deze pagina staat {_thousands(count)} keer het teken `{sign}`"
            tip = f"Ten hoogste {MAX_SIGN_ON_PAGE} keer kan. Splits de pagina op."
            yield Problem(first_line, found, tip)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
