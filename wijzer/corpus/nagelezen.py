"""The reader's table: which citation was laid beside which official words, and by what verdict.

``regelgeving/teksten/nagelezen.tsv`` has one citation a row.  The program adds rows and never
changes one; a person fills in the verdict.  A row counts for the words that its ``kenmerk`` belongs
to, so a change in the law makes itself known at every page that was read beside the old words.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.corpus.citations import Vermelding, words_at
from wijzer.corpus.relations import Graph
from wijzer.load.tree import NAGELEZEN
from wijzer.model.validate import validate
from wijzer.model.wet import Nagelezen

KOLOMMEN = tuple(Nagelezen.model_fields)
_SHORT = 300


class Stand(Enum):
    """How a citation stands in the table."""

    GELEZEN = "gelezen"
    VERANDERD = "veranderd"
    """It was read beside other words than those of today."""
    NIET = "niet"


@dataclass(frozen=True)
class Leestabel:
    """The rows of the table."""

    rijen: tuple[Nagelezen, ...] = ()
    aanwezig: bool = False
    """Whether the file exists: a project without it does not keep a table."""
    _gelezen: dict[tuple[str, str, tuple[str, str, str]], set[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for rij in self.rijen:
            if rij.oordeel:
                key = (rij.bestand, rij.regeling, rij.sleutel)
                self._gelezen.setdefault(key, set()).add(rij.kenmerk)

    def stand(self, vermelding: Vermelding, graph: Graph) -> Stand:
        """Tell whether a citation was read beside the words of today."""
        plaats = vermelding.plaats
        read = self._gelezen.get((vermelding.document.path, plaats.regeling, plaats.sleutel))
        if not read:
            return Stand.NIET
        return Stand.GELEZEN if kenmerk(vermelding, graph) in read else Stand.VERANDERD

    def missing(self, found: Iterable[Vermelding], graph: Graph) -> Iterator[Nagelezen]:
        """Yield a row without verdict for every citation that has none for the words of today."""
        here = {(r.bestand, r.regeling, r.sleutel, r.kenmerk) for r in self.rijen}
        for one in found:
            row = _row(one, graph)
            if (row.bestand, row.regeling, row.sleutel, row.kenmerk) not in here:
                yield row


def kenmerk(vermelding: Vermelding, graph: Graph) -> str:
    """Return sixteen hexadecimal digits that change with the words; empty when we have none."""
    rule = graph.documents.get(vermelding.plaats.regeling)
    found = words_at(rule.tekst if rule else None, vermelding.plaats)
    rows = "\n".join("\t".join((*passage.sleutel, passage.tekst)) for passage in found)
    return hashlib.sha256(rows.encode()).hexdigest()[:16] if found else ""


def _row(vermelding: Vermelding, graph: Graph) -> Nagelezen:
    plaats = vermelding.plaats
    rule = graph.documents.get(plaats.regeling)
    words = " ".join(p.tekst for p in words_at(rule.tekst if rule else None, plaats))
    return Nagelezen(
        regeling=plaats.regeling,
        artikel=plaats.artikel,
        lid=plaats.lid or None,
        onderdeel=plaats.onderdeel or None,
        pagina=f"{vermelding.document.path}:regel {vermelding.regel}",
        officiele_woorden=words if len(words) <= _SHORT else f"{words[: _SHORT - 2]} …",
        kenmerk=kenmerk(vermelding, graph),
    )


def load_table(root: Path) -> tuple[Leestabel, list[Melding]]:
    """Read the table below ``root``; what is wrong with it becomes findings."""
    file = root / NAGELEZEN
    if not file.is_file():
        return Leestabel(), []
    try:
        text = file.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter="\t", strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        tip = "Bewaar het als tekst met tabs, met de codering UTF-8, of haal het terug uit Git."
        return Leestabel(aanwezig=True), [Melding(NAGELEZEN, 1, "deze tabel is niet te lezen", tip)]
    if not rows or tuple(rows[0]) != KOLOMMEN:
        tip = f"De eerste regel is, met tabs ertussen: {' '.join(KOLOMMEN)}"
        return Leestabel(aanwezig=True), [Melding(NAGELEZEN, 1, "de kolommen kloppen niet", tip)]
    meldingen: list[Melding] = []
    rijen = [one for n, row in enumerate(rows[1:], 2) if (one := _read(row, n, meldingen))]
    return Leestabel(tuple(rijen), aanwezig=True), meldingen


def _read(row: list[str], line: int, meldingen: list[Melding]) -> Nagelezen | None:
    if len(row) != len(KOLOMMEN):
        text = f"deze rij heeft {len(row)} vakken"
        meldingen.append(Melding(NAGELEZEN, line, text, f"Elke rij heeft er {len(KOLOMMEN)}."))
        return None
    values = {key: value for key, value in zip(KOLOMMEN, row, strict=True) if value}
    found, wrong = validate(Nagelezen, values, NAGELEZEN, lambda _: line)
    meldingen += wrong
    return found


def dump(rijen: Iterable[Nagelezen]) -> str:
    """Return the file: the rows in order of place and page, so that a change reads well in Git."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    writer.writerow(KOLOMMEN)
    for rij in sorted(rijen, key=lambda r: (r.regeling, r.sleutel, r.pagina, r.kenmerk)):
        writer.writerow(getattr(rij, key) or "" for key in KOLOMMEN)
    return file.getvalue()
