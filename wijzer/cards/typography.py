"""Spaces that may not break: ``€ 50`` and ``artikel 5`` stay on one line."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"

_NUMBERED = "artikel(?:en)?|art\\.|lid|paragraaf|hoofdstuk|dilemma|kaart|stap"
_UNITS = "mm|cm|meter|euro|uur|procent|%"
_TOGETHER = re.compile(
    rf"(€|\b(?:{_NUMBERED})(?=\s\d)|\b(?:onder|onderdeel)(?=\s[a-z0-9]\b)"
    rf"|\b\d+(?=\s(?:{_UNITS})(?!\w)))[ \t\n]+",
    re.IGNORECASE,
)


def no_break(text: str) -> str:
    """Return the text with no-break spaces where a line may not end.

    After the euro sign, between a word such as ``artikel`` and its number, and between a
    number and its unit.
    """
    return _TOGETHER.sub(lambda match: match[1] + NO_BREAK_SPACE, text)
