"""What a colleague wrote about a change: a sentence for readers, or that it is not worth telling.

Nothing else of a message reaches the site, and neither does who wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wijzer.base.unseen import seen_only

_LINE = re.compile(
    r"^[ \t]*(voor-lezers|klein)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_LONGEST = 300


@dataclass(frozen=True)
class Noot:
    """The lines ``Voor-lezers: …`` and ``Klein: ja`` of one message."""

    zin: str = ""
    klein: bool = False


def read_note(bericht: str) -> Noot:
    """Read the message of a commit; the last of two equal lines counts."""
    found = {key.lower(): text for key, text in _LINE.findall(bericht.replace("\r\n", "\n"))}
    words = seen_only(found.get("voor-lezers", ""))
    sentence = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    return Noot(sentence, found.get("klein", "").lower().rstrip(".") == "ja")
