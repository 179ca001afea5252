"""The folder ``regelgeving/teksten/``: one file per rule, written by ``recht ophalen`` only.

A file bears the id of the rule's page: ``regelgeving/teksten/ambtenarenwet-2017.json``.  The next
version of a text, when it is known already, stands under the same name in ``volgende/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.tree import TEKSTEN
from wijzer.recht.lines import BrokenTextError, dump, load
from wijzer.recht.passages import Wettekst

VOLGENDE = f"{TEKSTEN}/volgende"


@dataclass(frozen=True)
class Teksten:
    """All official texts of a checkout, by the id of the rule's page."""

    gelezen: Mapping[str, Wettekst] = field(default_factory=dict)
    volgende: Mapping[str, Wettekst] = field(default_factory=dict)
    """The next version of a text, for those of which it is known."""
    onleesbaar: frozenset[str] = frozenset()
    """Ids of which the file is damaged; what depends on it is not reported as well."""
    aanwezig: bool = False
    """Whether the folder exists: a project without it does not keep texts."""


def path_of(regeling: str, *, volgende: bool = False) -> str:
    """Return where the text of a rule stands, relative to the project root."""
    return f"{VOLGENDE if volgende else TEKSTEN}/{regeling}.json"


def load_texts(root: Path) -> tuple[Teksten, list[Melding]]:
    """Read all texts below ``root``; a damaged file is a finding."""
    now, meldingen, broken = _read_all(root, TEKSTEN)
    coming, more, _ = _read_all(root, VOLGENDE)
    present = (root / TEKSTEN).is_dir()
    return Teksten(now, coming, frozenset(broken), present), meldingen + more


def save_text(root: Path, regeling: str, nu: Wettekst, volgende: Wettekst | None) -> None:
    """Write the text of a rule and its next version; take away a next version that is none."""
    replace_file(root / path_of(regeling), dump(nu).encode())
    coming = root / path_of(regeling, volgende=True)
    if volgende:
        replace_file(coming, dump(volgende).encode())
    else:
        coming.unlink(missing_ok=True)


def replace_file(file: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.deel")
    half.write_bytes(data)
    half.replace(file)


def _read_all(root: Path, folder: str) -> tuple[dict[str, Wettekst], list[Melding], set[str]]:
    texts: dict[str, Wettekst] = {}
    meldingen: list[Melding] = []
    broken: set[str] = set()
    for file in sorted((root / folder).glob("*.json")):
        try:
            texts[file.stem] = load(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            broken.add(file.stem)
            meldingen.append(_melding(folder, file, "dit bestand is niet te lezen", 1))
        except BrokenTextError as error:
            broken.add(file.stem)
            meldingen.append(_melding(folder, file, error.text, error.line))
    return texts, meldingen, broken


def _melding(folder: str, file: Path, text: str, line: int) -> Melding:
    tip = f"Haal het opnieuw op met: python3 scripts/wijzer.py recht ophalen {file.stem}"
    return Melding(f"{folder}/{file.name}", line, text, tip)
