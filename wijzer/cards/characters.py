"""Which characters the typeface of the cards has; others cannot be printed."""

from __future__ import annotations

import re
import unicodedata

_UNKNOWN = re.compile(
    "[^\n\t -~\u00a0-\u017e\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1ea0-\u1ef9"
    "–—‘’‚“”„†‡•…‰‹›€™−×÷←↑→↓≤≥≠≈½¼¾]"
)


def unprintable(text: str) -> list[str]:
    """Return the characters that cannot be printed, each once, in order.

    Latin letters with their accents are fine, as are the usual marks; emoji are not.
    """
    return list(dict.fromkeys(_UNKNOWN.findall(unicodedata.normalize("NFC", text))))


def printable(text: str) -> str:
    """Return a text without what cannot be printed, such as an emoji in the title of a page.

    The text of a dilemma has been checked; a name from elsewhere must not stop all cards.
    """
    return _UNKNOWN.sub("", unicodedata.normalize("NFC", text))
