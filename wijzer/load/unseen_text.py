"""Characters that nobody sees, found in a source with their lines."""

from __future__ import annotations

from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen

_MOST = 20


def unseen_problems(path: str, text: str) -> list[Melding]:
    """Return a finding for every character of a source that a reader would not see as it is."""
    meldingen: dict[Melding, None] = {}
    for found in unseen(text):
        line = text.count("\n", 0, found.offset) + 1
        meldingen[Melding(path, line, found.text, found.tip)] = None
        if len(meldingen) == _MOST:
            break
    return [*meldingen]
