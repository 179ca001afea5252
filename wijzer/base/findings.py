"""Findings: what is wrong, where, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Ernst(StrEnum):
    """How serious a finding is: a ``fout`` fails the check, a ``tip`` does not."""

    FOUT = "fout"
    TIP = "tip"


@dataclass(frozen=True, order=True)
class Melding:
    """One finding for the editor, in plain Dutch.

    ``pad`` is a POSIX path relative to the project root, ``regel`` counts from 1
    (1 as well when the finding is about the file as a whole).  ``tekst`` says what was
    found, ``tip`` what is expected, with an example.
    """

    pad: str
    regel: int
    tekst: str
    tip: str = ""
    ernst: Ernst = Ernst.FOUT

    def as_error(self) -> Melding:
        """Return the same finding as one that fails the check (for ``--strikt``)."""
        return replace(self, ernst=Ernst.FOUT)


def errors(meldingen: Iterable[Melding]) -> list[Melding]:
    """Return the findings that fail the check."""
    return [m for m in meldingen if m.ernst is Ernst.FOUT]


def quoted(values: Iterable[str]) -> str:
    """Print values as a Dutch enumeration: ```a`, `b` of `c```."""
    items = [f"`{value}`" for value in values]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} of {items[-1]}"
