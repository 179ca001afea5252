"""The Dutch dictionary of this computer, when it has one: Hunspell, by way of ``chunspell``."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VARIABLE = "WIJZER_WOORDENBOEK"
"""Path of ``nl.dic`` or ``nl_NL.dic``, when it stands somewhere else."""
_OFFICE = "share/extensions/dict-nl"
_FOLDERS = (
    *("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling"),
    f"/usr/lib/libreoffice/{_OFFICE}",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-nl",
    f"C:/Program Files/LibreOffice/{_OFFICE}",
)
_NAMES = ("nl.dic", "nl_NL.dic")


class Dictionary:
    """Dutch words; what it found out about a word it keeps."""

    def __init__(self, hunspell: Any) -> None:
        self._hunspell = hunspell
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Tell whether this is a Dutch word, a compound or a form of one."""
        if word not in self._known:
            self._known[word] = bool(self._hunspell.spell(word))
        return self._known[word]

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that look like this one, the nearest first."""
        return tuple(self._hunspell.suggest(word))


class NoDictionaryError(Exception):
    """There is no dictionary to look in; the text says in Dutch how to get it."""


def load_dictionary() -> Dictionary:
    """Open the dictionary; raise :class:`NoDictionaryError` when there is none."""
    try:
        hunspell = importlib.import_module("hunspell")
    except ImportError:
        raise NoDictionaryError(
            "Het pakket chunspell is er niet. Draai: python3 scripts/bouw.py\n"
            "Voor een Mac met een processor van Intel bestaat het niet."
        ) from None
    file = next((path for path in _places() if path.is_file()), None)
    if file is None:
        raise NoDictionaryError(
            "Installeer LibreOffice met de Nederlandse taal, of op Debian en Ubuntu: "
            f"sudo apt install hunspell-nl\nStaat nl.dic ergens anders? Zet het pad in {VARIABLE}."
        )
    return Dictionary(hunspell.Hunspell(file.stem, hunspell_data_dir=str(file.parent)))


def _places() -> Iterator[Path]:
    if chosen := os.environ.get(VARIABLE):
        yield Path(chosen)
        return
    for folder in _FOLDERS:
        yield from (Path(folder, name) for name in _NAMES)
