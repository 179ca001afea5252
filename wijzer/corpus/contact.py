"""Reading ``docs/contact.yml``: per role a list of people or teams, every value as typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wijzer.base.findings import Melding
from wijzer.load.yaml_text import Location, Value, YamlText, read_yaml
from wijzer.model.contact import Contactpersoon
from wijzer.model.validate import explain, suggestion

PATH = "docs/contact.yml"
MAX_BYTES = 64 * 1024
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
    file = root / PATH
    if not file.is_file():
        return Contactlijst(), []
    try:
        data = file.read_bytes()
        text = data[: MAX_BYTES + 1].decode("utf-8-sig").replace("\r\n", "\n")
    except OSError:
        tip = "Kijk of het bestand bestaat en of je het mag openen."
        return Contactlijst(), [Melding(PATH, 1, "het bestand is niet te lezen", tip)]
    except UnicodeDecodeError:
        tip = "Sla het bestand op met de codering UTF-8."
        return Contactlijst(), [Melding(PATH, 1, "het bestand is geen UTF-8-tekst", tip)]
    if len(data) > MAX_BYTES:
        tip = f"Het bestand is ten hoogste {MAX_BYTES // 1024} kB."
        return Contactlijst(), [Melding(PATH, 1, "het bestand is te groot", tip)]
    yaml = read_yaml(text)
    meldingen = [Melding(PATH, p.line, _about_file(p.text), p.tip) for p in yaml.problems]
    personen: dict[str, tuple[Contactpersoon, ...]] = {}
    for rol, value in yaml.values.items():
        if rol not in rollen:
            meldingen.append(_unknown_role(yaml, rol, rollen))
            continue
        found, problems = _entries(yaml, rol, value)
        meldingen.extend(problems)
        personen[rol] = found
    meldingen.extend(_photos(root, personen, yaml))
    return Contactlijst(personen, yaml.lines), meldingen


def _about_file(text: str) -> str:
    """Word a YAML problem for a file that is nothing but YAML."""
    return text.replace("de kop", "het bestand")


def _unknown_role(yaml: YamlText, rol: str, rollen: Collection[str]) -> Melding:
    tip = (
        suggestion(rol, rollen) or f"De rollen staan in docs/rollen/: {', '.join(sorted(rollen))}."
    )
    return Melding(PATH, yaml.lines.get((rol,), 1), f"`{rol}` is geen rol", tip)


def _entries(
    yaml: YamlText, rol: str, value: Value
) -> tuple[tuple[Contactpersoon, ...], list[Melding]]:
    if value == "":
        return (), []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        text = f"bij `{rol}` hoort een lijst van mensen of teams, elk met een streepje"
        return (), [Melding(PATH, yaml.lines.get((rol,), 1), text, _EXAMPLE)]
    found: list[Contactpersoon] = []
    meldingen: list[Melding] = []
    for index, item in enumerate(value):
        try:
            found.append(Contactpersoon.model_validate(item))
        except ValidationError as error:
            meldingen.extend(_findings(yaml, (rol, index), error))
    return tuple(found), meldingen


def _findings(yaml: YamlText, at: Location, error: ValidationError) -> Iterator[Melding]:
    lines = Contactlijst(regels=yaml.lines)
    for detail in error.errors(include_url=False):
        location: tuple[Any, ...] = tuple(detail["loc"])
        text, tip = explain(Contactpersoon, location, detail)
        yield Melding(PATH, lines.line(*at, *location), f"bij `{at[0]}`: {text}", tip)


def _photos(
    root: Path, personen: Mapping[str, tuple[Contactpersoon, ...]], yaml: YamlText
) -> Iterator[Melding]:
    lines = Contactlijst(regels=yaml.lines)
    for rol, people in personen.items():
        for index, person in enumerate(people):
            if person.foto and not (root / "docs" / person.foto).is_file():
                text = f"bij `{rol}`: de foto `{person.foto}` bestaat niet"
                tip = f"Zet de foto in docs/{person.foto}, of maak `foto` leeg."
                yield Melding(PATH, lines.line(rol, index, "foto"), text, tip)
