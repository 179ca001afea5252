"""Reading ``docs/wet-uitleg.yml``: one plain sentence for each place in the law that we cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.data_file import DataFile, read_data_file
from wijzer.model.validate import validate
from wijzer.model.wet import Sleutel, Uitleg, Wetuitleg

PATH = "docs/wet-uitleg.yml"


@dataclass(frozen=True)
class Wetuitleglijst:
    """The sentences, and the file that they stand in."""

    file: DataFile = field(default_factory=lambda: DataFile(PATH))
    plaatsen: tuple[Uitleg, ...] = ()

    def of(self, regeling: str) -> Mapping[Sleutel, str]:
        """Return the sentences about one rule by place."""
        return {one.sleutel: one.uitleg for one in self.plaatsen if one.regeling == regeling}

    def fout(self, index: int, veld: str, tekst: str, tip: str) -> Melding:
        """Make a finding about one sentence."""
        return self.file.fout(("plaatsen", index, veld), tekst, tip)

    def twice(self) -> Iterator[int]:
        """Yield the index of every sentence about a place that has one already."""
        seen: set[tuple[str, Sleutel]] = set()
        for index, one in enumerate(self.plaatsen):
            if (one.regeling, one.sleutel) in seen:
                yield index
            seen.add((one.regeling, one.sleutel))


def load_wetuitleg(root: Path) -> tuple[Wetuitleglijst, list[Melding]]:
    """Read the sentences below ``root``; without the file the official words stand alone."""
    file = read_data_file(root, PATH)
    if not file.exists or file.meldingen:
        return Wetuitleglijst(file), [*file.meldingen]
    lijst, meldingen = validate(Wetuitleg, file.values, PATH, file.line_of)
    return Wetuitleglijst(file, lijst.plaatsen if lijst else ()), meldingen
