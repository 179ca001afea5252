"""What changed on the site and when, in words for readers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Verandering:
    """What happened to one page on one day."""

    dag: datetime.date
    bron: str
    """The source as it was called at the end of that day."""
    titel: str
    """The title of the page now; the last one that it had when it is gone."""
    delen: tuple[str, ...]
    """What happened, in Dutch, a phrase or a sentence each; plain text."""
    pagina: str = ""
    """The source of the page now; empty when it is gone."""
    opvolger: str = ""
    """For a page that is gone: the source of the page that its address leads to."""

    @property
    def tekst(self) -> str:
        """All that happened, as sentences."""
        return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in self.delen)


@dataclass(frozen=True)
class Veranderingen:
    """All that is known of what changed, the newest first."""

    sinds: datetime.date | None = None
    """The day from which on everything is known; None when there is no history at all."""
    ondiep: bool = False
    """There is an older history, but this copy of the project does not have it."""
    alle: tuple[Verandering, ...] = ()

    def van(self, path: str) -> tuple[Verandering, ...]:
        """Return what happened to the page that now has this source."""
        return self._by_page.get(path, ())

    @cached_property
    def _by_page(self) -> dict[str, tuple[Verandering, ...]]:
        found: dict[str, list[Verandering]] = {}
        for one in self.alle:
            if one.pagina:
                found.setdefault(one.pagina, []).append(one)
        return {path: tuple(rows) for path, rows in found.items()}


ONBEKEND = Veranderingen()
"""What the check and the preview of a mistake know: nothing."""
