"""Which characters the typeface of the cards has; others cannot be printed."""

from __future__ import annotations

import re

_UNKNOWN = re.compile("[^\n\t -~\u00a0-\u017e–—‘’‚“”„†‡•…‰‹›€™−×÷←↑→↓≤≥≠≈½¼¾]")


def unprintable(text: str) -> list[str]:
    """Return the characters that cannot be printed, each once, in order.

    Latin letters with their accents are fine, as are the usual marks; emoji are not.
    """
    return list(dict.fromkeys(_UNKNOWN.findall(text)))
