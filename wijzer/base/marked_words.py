"""The difference between two texts as somebody reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wijzer.base.escape import issue_text, terminal_line
from wijzer.base.word_diff import Stukje


@dataclass(frozen=True)
class Schrift:
    """How words that stayed, went and came are written, and what makes them harmless there."""

    merken: dict[str, str]
    veilig: Callable[[str], str]


TERMINAL = Schrift({"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}, terminal_line)
ISSUE = Schrift({"=": "{}", "-": "~~{}~~", "+": "**{}**"}, issue_text)


def marked_words(stukjes: Iterable[Stukje], schrift: Schrift) -> str:
    """Return pieces of text with what went and what came marked."""
    return " ".join(schrift.merken[p.teken].format(schrift.veilig(p.tekst)) for p in stukjes)
