"""The words of a piece of Markdown without its signs, to count and to measure them.

An estimate for tips and for the width of a card, no reading: links are those of ``reading``.
"""

from __future__ import annotations

import re

from wijzer.load.markdown.marks import MACRO

_LINK = re.compile(r"!?\[|\]\([^()\s]*+(?:[ \n][^()\n]*+)?\)|\]")
_MARKUP = re.compile(r"[*_]{1,3}|\{:?[^{}]{0,400}\}")


def plain(text: str) -> str:
    """Return Markdown text without its markup."""
    text = _LINK.sub("", text) if "](" in text else text
    return _MARKUP.sub("", MACRO.sub("", text)).replace("`", "").strip()
