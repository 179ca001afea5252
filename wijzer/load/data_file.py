"""A file of data beside the pages (``docs/*.yml``): read once, with the line of every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.unseen_text import unseen_problems
from wijzer.load.yaml_text import Location, Value, read_yaml

MAX_BYTES = 64 * 1024


@dataclass(frozen=True)
class DataFile:
    """What stands in a file; no values when it is not there or cannot be read."""

    path: str
    """POSIX path relative to the project root."""
    values: Mapping[str, Value] = field(default_factory=dict)
    lines: Mapping[Location, int] = field(default_factory=dict)
    meldingen: tuple[Melding, ...] = ()
    exists: bool = False

    def line_of(self, location: Location) -> int:
        """Return the line of a value, or of the nearest value around it; 1 when there is none."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def fout(self, location: Location, tekst: str, tip: str = "") -> Melding:
        """Make a finding about the value at a location."""
        return Melding(self.path, self.line_of(location), tekst, tip)


def read_data_file(root: Path, path: str) -> DataFile:
    """Read a YAML file below ``root``; what is wrong becomes findings, this never raises."""
    file = root / path
    if not file.is_file():
        return DataFile(path)
    try:
        data = file.read_bytes()
        if len(data) > MAX_BYTES:
            tip = f"Het bestand is ten hoogste {MAX_BYTES // 1024} kB."
            return _refused(path, "het bestand is te groot", tip)
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError:
        tip = "Kijk of het bestand bestaat en of je het mag openen."
        return _refused(path, "het bestand is niet te lezen", tip)
    except UnicodeDecodeError:
        tip = "Sla het bestand op met de codering UTF-8."
        return _refused(path, "het bestand is geen UTF-8-tekst", tip)
    if found := unseen_problems(path, text):
        return DataFile(path, meldingen=tuple(found), exists=True)
    yaml = read_yaml(text)
    meldingen = tuple(
        # a header has nothing but YAML around it, and so has this file
        Melding(path, p.line, p.text.replace("de kop", "het bestand"), p.tip)
        for p in yaml.problems
    )
    return DataFile(path, yaml.values, yaml.lines, meldingen, exists=True)


def _refused(path: str, tekst: str, tip: str) -> DataFile:
    return DataFile(path, meldingen=(Melding(path, 1, tekst, tip),), exists=True)
