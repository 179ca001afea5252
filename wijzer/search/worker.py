"""The search worker: small parts joined into one file, and pages pointed at it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

PARTS = ("language", "index", "expand", "rank", "help", "present", "worker")
"""The parts in the order in which they need each other."""
_FOLDER = Path(__file__).parent / "js"
_THEMES_OWN = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")


class HookUpError(Exception):
    """The theme does not load its search worker as we know it; the message is for the editor."""


@cache
def source() -> str:
    """Return the JavaScript of the worker."""
    return "\n".join((_FOLDER / f"{part}.js").read_text("utf-8") for part in PARTS)


def location() -> str:
    """Return where the worker stands on the site; a new text gets a new name."""
    digest = hashlib.sha256(source().encode()).hexdigest()[:12]
    return f"assets/javascripts/workers/zoeken.{digest}.js"


def point_at_worker(html: str, page: str) -> str:
    """Return a page that loads our worker in the place of the theme's.

    Raises :class:`HookUpError` when the theme's worker is not named exactly once.
    """
    changed, found = _THEMES_OWN.subn(location(), html)
    if found != 1:
        raise HookUpError(
            f"{page}: het zoekscript van het thema staat {found} keer op de pagina. "
            "Verwacht: precies één keer `assets/javascripts/workers/search.….min.js`. "
            "Is het thema veranderd? Pas dan wijzer/search/worker.py aan, "
            "of zet in requirements/site.in de vorige versie van mkdocs-material terug."
        )
    return changed
