"""The clock of the core, in one place."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """Return today's date; the only place where the core asks what day it is."""
    return datetime.date.today()
