"""Reading ``docs/schrijfhulp.yml``: the words that the writing help knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.data_file import DataFile, read_data_file
from wijzer.model.schrijfhulp import Schrijfhulp
from wijzer.model.validate import validate

PATH = "docs/schrijfhulp.yml"


@dataclass(frozen=True)
class Woordenlijst:
    """The words, and the file that they stand in."""

    file: DataFile = field(default_factory=lambda: DataFile(PATH))
    woorden: Schrijfhulp = field(default_factory=Schrijfhulp)

    def twice(self) -> Iterator[Melding]:
        """Yield a finding for every hard word that has a place already."""
        seen: dict[str, str] = {}
        for index, entry in enumerate(self.woorden.moeilijk):
            for form in dict.fromkeys(entry.alle):
                if form in seen:
                    text = f"`{form}` staat er twee keer: ook bij `{seen[form]}`"
                    yield self.file.fout(("moeilijk", index), text, "Haal een van de twee weg.")
                seen.setdefault(form, entry.woord)


def load_schrijfhulp(root: Path) -> tuple[Woordenlijst, list[Melding]]:
    """Read the words below ``root``; without the file there are none."""
    file = read_data_file(root, PATH)
    if not file.exists or file.meldingen:
        return Woordenlijst(file), [*file.meldingen]
    woorden, meldingen = validate(Schrijfhulp, file.values, PATH, file.line_of)
    return Woordenlijst(file, woorden or Schrijfhulp()), meldingen
