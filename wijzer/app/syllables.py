"""Soft hyphens in the headings of a finished page, so that a long word breaks between syllables.

``hyphens: auto`` alone is not enough: Chromium has no Dutch dictionary on most computers, and then
cuts "Vertrouwensperso|nen" wherever the screen ends.  Only what a reader sees gets them: anchors,
the table of contents, the title of the window and the search index are made before this.
"""

from __future__ import annotations

import re

from pyphen import Pyphen, language_fallback

SOFT_HYPHEN = "\u00ad"
_SHORTEST = 12
"""The fewest letters of a word that breaks: a shorter one fits next to another on a phone."""
_TOGETHER = 3
"""The fewest letters that stand on a line of their own."""
_REST_OF_TAG = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
_HEADING = re.compile(rf"(<(h[1-4]|th)\b{_REST_OF_TAG})(.*?)(?=</\2>)", re.DOTALL | re.IGNORECASE)
_PIECE = re.compile(
    r"<code\b.*?</code>"  # is typed over, so it stays as it is
    rf"|<{_REST_OF_TAG}"
    rf"|(?<![\w&.@/:])(?P<word>[^\W\d_]{{{_SHORTEST},}})(?![\w;@/:]|\.\w)",  # no part of an address
    re.DOTALL | re.IGNORECASE,
)


def with_soft_hyphens(html: str, language: str) -> str:
    """Return HTML with soft hyphens in the long words of its headings and table headers.

    ``language`` is a code such as ``nl``; of a language without a dictionary nothing changes.
    """
    if (known := language_fallback(language)) is None:
        return html
    words = Pyphen(lang=known, left=_TOGETHER, right=_TOGETHER)

    def piece(found: re.Match[str]) -> str:
        word = found["word"]
        return words.inserted(word, SOFT_HYPHEN) if word else found[0]

    return _HEADING.sub(lambda found: found[1] + _PIECE.sub(piece, found[3]), html)
