"""Which characters the typeface of the cards has; anything else would print as an empty box."""

from __future__ import annotations

_EXTRA = frozenset("–—‘’‚“”„†‡•…‰‹›€™−×÷←↑→↓≤≥≠≈½¼¾")


def unprintable(text: str) -> list[str]:
    """Return the characters that cannot be printed, each once, in order.

    Latin letters with their accents are fine, as are the usual marks; emoji are not.
    """
    return [char for char in dict.fromkeys(text) if not _known(char)]


def _known(char: str) -> bool:
    return char in "\n\t" or " " <= char <= "~" or "\u00a0" <= char <= "\u017e" or char in _EXTRA
