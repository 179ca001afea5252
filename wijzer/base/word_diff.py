"""Two texts laid beside each other, word by word."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Stukje:
    """Words that stayed (``=``), went (``-``) or came (``+``)."""

    teken: str
    tekst: str


def word_diff(oud: str, nieuw: str) -> Iterator[Stukje]:
    """Yield the pieces of two texts, word by word."""
    before, after = oud.split(), nieuw.split()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Stukje("=", " ".join(before[a:b]))
            continue
        if b > a:
            yield Stukje("-", " ".join(before[a:b]))
        if d > c:
            yield Stukje("+", " ".join(after[c:d]))
