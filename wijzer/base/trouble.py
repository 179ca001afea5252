"""An exception in one Dutch sentence that says what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

DEBUG = "WIJZER_DEBUG"
"""With this environment variable on 1, the traceback is shown too."""

_FULL = "De schijf is vol: maak ruimte vrij en geef de opdracht opnieuw."
_CLOSED = "{} mag niet veranderd worden: vraag schrijfrechten of werk in een andere map."
_IN_USE = "{} is in gebruik: sluit programma's die deze map of dit bestand open hebben."

_SHARING = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, which call themselves EACCES."""

_SYSTEM: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: _FULL,
        errno.EDQUOT: "Je schijfruimte is op: ruim bestanden op en geef de opdracht opnieuw.",
        errno.EFBIG: "{} wordt te groot: maak ruimte vrij of verhoog de grens.",
        errno.EROFS: _CLOSED,
        errno.EACCES: _CLOSED,
        errno.EPERM: _CLOSED,
        errno.EBUSY: _IN_USE,
        errno.ENAMETOOLONG: "{} heeft een te lange naam: zet het project in een kortere map.",
        errno.ENOENT: "{} is er niet (meer): kijk of iemand de map verplaatst of verwijderd heeft.",
        errno.EMFILE: "Er staan te veel bestanden open: sluit programma's en probeer het opnieuw.",
    }
)


class PlainError(Exception):
    """Something that the editor can mend; the message says what and how, in Dutch."""


def explain(error: BaseException) -> str:
    """Return what happened and what the reader can do, with what was noted on the exception."""
    return " ".join([_sentence(error), *getattr(error, "__notes__", ())])


def _sentence(error: BaseException) -> str:
    if isinstance(error, PlainError):
        return str(error)
    if isinstance(error, OSError) and (text := _system(error)):
        return text.format(error.filename or "Een bestand")
    if isinstance(error, RecursionError):
        return "Een tekst zit te diep in elkaar: haal citaten, lijsten of haakjes uit elkaar."
    if isinstance(error, MemoryError):
        return "Het geheugen is vol: sluit andere programma's en geef de opdracht opnieuw."
    return (
        f"Dit had niet mogen gebeuren ({type(error).__name__}): zet {DEBUG}=1 voor de opdracht en "
        "stuur wat je dan ziet naar de beheerder."
    )


def _system(error: OSError) -> str | None:
    """Return the sentence about what the system answered, if we have one."""
    if getattr(error, "winerror", None) in _SHARING:
        return _IN_USE
    return _SYSTEM.get(error.errno or 0)
