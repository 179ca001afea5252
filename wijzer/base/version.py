"""Which version of the sources this is: the date of the last commit."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

from wijzer.base.trouble import PlainError


class SettingError(PlainError):
    """An environment variable has a value that cannot be."""


_LAST = 2**32 - 1
"""The last second that fits in the sitemap's gzip header (RFC 1952, MTIME)."""

_NO_HISTORY = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
"""Used when the sources came without their history, such as a downloaded archive."""


def source_date_epoch(root: Path) -> int:
    """Return the moment of the last commit in seconds, so that equal sources give equal bytes.

    The environment variable ``SOURCE_DATE_EPOCH`` goes first
    (https://reproducible-builds.org/specs/source-date-epoch/).  Raises :class:`SettingError`.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH", ""):
        return _seconds(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return int(found)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return int(_NO_HISTORY.timestamp())


def _seconds(given: str) -> int:
    if given.isascii() and given.isdigit() and int(given) <= _LAST:
        return int(given)
    raise SettingError(
        f"SOURCE_DATE_EPOCH is `{given}`, maar moet een aantal seconden sinds 1970 zijn, zoals "
        "1795000000. Haal de variabele weg: dan telt de datum van de laatste commit."
    )


def version_date(root: Path) -> datetime.date:
    """Return the day of the version that readers see in the footer and on cards."""
    return datetime.datetime.fromtimestamp(source_date_epoch(root), tz=datetime.UTC).date()
