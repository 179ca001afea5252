"""A quick and cautious guess: does the text of a side surely fit, whatever the line breaks?

The check reads a thousand files in a second or two; asking Typst about every card would take
longer.  So this module only says "surely" or "perhaps", with widths that are never too small.
"""

from __future__ import annotations

import math
import re
from functools import cache

from wijzer.cards.form import Face
from wijzer.load.markdown.words import plain

_NARROW = frozenset("fijlrtI.,:;!'‘’()[]| ")

_LINE = 1.2
"""Height of a line in em, its leading included."""
_BLOCK = 0.3
"""Extra space between two paragraphs or items, in em."""
_INDENT = 1.6
"""What a list takes from the width, in em."""
_RAGGED = 0.92
"""Part of a line that is filled at least; words are hyphenated."""
_LONG_WORD = re.compile(r"\S{25}")
"""A longer word, such as a web address, may stand alone on a line: no guess then."""
_MM_PER_POINT = 25.4 / 72


def surely_fits(texts: list[str], headings: float, face: Face, height: float) -> bool:
    """Tell whether Markdown fits in the smallest type; False means: ask Typst.

    ``headings`` is what stands there besides the text, in em; ``height`` is the room in mm.
    """
    em = face.smallest * _MM_PER_POINT
    width = ((face.width - 2 * face.padding) / em - _INDENT) * _RAGGED
    total = headings
    shown = [line for line in map(plain, "\n".join(texts).split("\n")) if line]
    if _LONG_WORD.search("\n".join(shown)):
        return False
    for line in shown:
        total += math.ceil(_width(line) / width) * _LINE + _BLOCK
    return total * em <= height


def _width(text: str) -> float:
    """Return at least the width of a text in Source Sans, in em."""
    return sum(map(_width_of, text))


@cache
def _width_of(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if (char.islower() and char not in "mwæœ") or char.isdigit() or char in '-–“”"€?*\u00a0':
        return 0.56
    return 1.0
