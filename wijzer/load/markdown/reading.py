"""One text, read once: links, headings and ids as the renderer sees them, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wijzer.load.markdown.found import Found
from wijzer.load.markdown.limits import Problem, too_much
from wijzer.load.markdown.tree import find


@dataclass(frozen=True)
class Reading(Found):
    """What stands in a text.  Lines count from 1 and offsets from 0, in that text."""

    problems: tuple[Problem, ...] = ()
    """What must be mended before the text can be read at all; the rest is then empty."""


@lru_cache(maxsize=2048)
def read(text: str, title: str = "") -> Reading:
    """Read Markdown; ``title`` is the heading that stands above it, whose anchor is taken."""
    if problems := too_much(text, 1):
        return Reading(problems=problems)
    try:
        found = find(text, title)
    except Exception:  # what its renderer cannot render, the site cannot show
        tip = "Haal stukken weg tot de fout verdwijnt; wat je het laatst weghaalde, is de oorzaak."
        return Reading(problems=(Problem(1, "deze tekst is niet te lezen", tip),))
    return Reading(**vars(found))
