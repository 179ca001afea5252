"""Print ``door=ja`` when a planned run is the one of 0.05 uur in Amsterdam, else ``door=nee``.

GitHub plans in UTC and knows no summer time, so the workflow is started twice a night; this picks
one.  It looks at the moment that was planned: GitHub often starts later, sometimes after the clock
has changed.  Without an argument (somebody pushed, or pressed the button) it is always time.
"""

from __future__ import annotations

import datetime
import sys
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def is_the_night(cron: str, now: datetime.datetime) -> bool:
    """Tell whether ``cron`` (``minute hour * * *``, in UTC) last stood for 0.05 in Amsterdam."""
    minute, hour = map(int, cron.split()[:2])
    planned = now.astimezone(datetime.UTC).replace(hour=hour, minute=minute)
    if planned > now:
        planned -= datetime.timedelta(days=1)
    here = planned.astimezone(AMSTERDAM)
    return (here.hour, here.minute) == (0, 5)


def main(arguments: list[str]) -> None:
    cron = " ".join(arguments).strip()
    now = datetime.datetime.now(datetime.UTC)
    print(f"door={'ja' if not cron or is_the_night(cron, now) else 'nee'}")


if __name__ == "__main__":
    main(sys.argv[1:])
