"""A date as people type it, in a page or behind an option: ``2027-05-01``, read in one way."""

from __future__ import annotations

import argparse
import datetime
import re

_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class WrongDateError(ValueError):
    """Not a date; ``tekst`` reads on after what is wrong, ``tip`` says what is expected."""

    def __init__(self, tekst: str, tip: str) -> None:
        super().__init__(tekst)
        self.tekst, self.tip = tekst, tip


def read_date(text: str) -> datetime.date:
    """Return the date that a text is; raise :class:`WrongDateError` when it is none."""
    if not _SHAPE.fullmatch(text):
        tip = "Schrijf een datum als jaar-maand-dag, zoals: 2027-05-01"
        raise WrongDateError(f"is geen datum: `{text}`", tip)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        tip = "Kijk op de kalender; een datum is jaar-maand-dag, zoals: 2027-05-01"
        raise WrongDateError(f"is een datum die niet bestaat: `{text}`", tip) from None


def date_option(text: str) -> datetime.date:
    """Return the date behind an option of a command, as ``argparse`` wants it."""
    try:
        return read_date(text)
    except WrongDateError as error:
        raise argparse.ArgumentTypeError(f"dit {error.tekst}. {error.tip}") from None
