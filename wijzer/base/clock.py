"""The clock of the core, in one place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/Amsterdam")
"""A server that counts in another time zone would let a rule begin an hour or two late."""


def today() -> datetime.date:
    """Return today's date in the Netherlands; the only place where the core asks what day it is."""
    return datetime.datetime.now(_HERE).date()


def day_of(moment: int) -> datetime.date:
    """Return the date in the Netherlands of a moment in seconds since 1970."""
    return datetime.datetime.fromtimestamp(moment, _HERE).date()


@dataclass(frozen=True)
class Peildag:
    """The day of which the site tells what holds."""

    dag: datetime.date = field(default_factory=today)
    vast: bool = False
    """True for a day that somebody chose: nothing on that site turns when the calendar does."""
