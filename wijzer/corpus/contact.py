"""Reading ``docs/contact.yml``: per role a list of people or teams, every value as typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wijzer.base.findings import Melding
from wijzer.load.data_file import DataFile, read_data_file
from wijzer.load.yaml_text import Location, Value
from wijzer.model.contact import Contactpersoon
from wijzer.model.validate import choice, explain

PATH = "docs/contact.yml"
_EXAMPLE = "Bijvoorbeeld:\nhrm:\n  - naam: Team HRM\n    telefoon: 023 000 00 00"


@dataclass(frozen=True)
class Contactlijst:
    """Who can be reached per role, and the line on which every value stands."""

    personen: Mapping[str, tuple[Contactpersoon, ...]] = field(default_factory=dict)
    regels: Mapping[Location, int] = field(default_factory=dict)

    def line(self, *location: str | int) -> int:
        """Return the line of a value, or of the nearest value around it; 1 when there is none."""
        while location and location not in self.regels:
            location = location[:-1]
        return self.regels.get(location, 1)


def load_contact(root: Path, rollen: Collection[str]) -> tuple[Contactlijst, list[Melding]]:
    """Read the contact data below ``root``; without the file nothing is known yet.

    ``rollen`` are the ids of all roles that exist.
    """
    data = read_data_file(root, PATH)
    meldingen = [*data.meldingen]
    personen: dict[str, tuple[Contactpersoon, ...]] = {}
    for rol, value in data.values.items():
        if rol not in rollen:
            meldingen.append(_unknown_role(data, rol, rollen))
            continue
        found, problems = _entries(data, rol, value)
        meldingen.extend(problems)
        personen[rol] = found
    meldingen.extend(_photos(root, personen, data))
    return Contactlijst(personen, data.lines), meldingen


def _unknown_role(data: DataFile, rol: str, rollen: Collection[str]) -> Melding:
    tip = choice(rol, sorted(rollen), "De rollen staan in docs/rollen/")
    return data.fout((rol,), f"`{rol}` is geen rol", tip)


def _entries(
    data: DataFile, rol: str, value: Value
) -> tuple[tuple[Contactpersoon, ...], list[Melding]]:
    if value == "":
        return (), []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        text = f"bij `{rol}` hoort een lijst van mensen of teams, elk met een streepje"
        return (), [data.fout((rol,), text, _EXAMPLE)]
    found: list[Contactpersoon] = []
    meldingen: list[Melding] = []
    for index, item in enumerate(value):
        try:
            found.append(Contactpersoon.model_validate(item))
        except ValidationError as error:
            meldingen.extend(_findings(data, (rol, index), error))
    return tuple(found), meldingen


def _findings(data: DataFile, at: Location, error: ValidationError) -> Iterator[Melding]:
    for detail in error.errors(include_url=False):
        location: tuple[Any, ...] = tuple(detail["loc"])
        text, tip = explain(Contactpersoon, location, detail)
        yield data.fout((*at, *location), f"bij `{at[0]}`: {text}", tip)


def _photos(
    root: Path, personen: Mapping[str, tuple[Contactpersoon, ...]], data: DataFile
) -> Iterator[Melding]:
    for rol, people in personen.items():
        for index, person in enumerate(people):
            if person.foto and not (root / "docs" / person.foto).is_file():
                text = f"bij `{rol}`: de foto `{person.foto}` bestaat niet"
                tip = f"Zet de foto in docs/{person.foto}, of maak `foto` leeg."
                yield data.fout((rol, index, "foto"), text, tip)
