"""One Markdown source: split into front matter and body, nothing interpreted yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wijzer.base.findings import Melding
from wijzer.load.unseen_text import unseen_problems
from wijzer.load.yaml_text import Location, Value, read_yaml

FENCE = "---"
MAX_BYTES = 256 * 1024

_EXAMPLE = 'Begin het bestand met een kop tussen twee regels `---`, zoals:\n---\ntitel: "…"\n---'


@dataclass(frozen=True)
class RawDocument:
    """A source as it stands on disk: raw values, where they stand, and the body."""

    path: str
    """POSIX path relative to the project root."""
    values: Mapping[str, Value]
    """Front matter; every scalar is text."""
    lines: Mapping[Location, int]
    """Line in the file of every front-matter value."""
    body: str
    """Markdown after the front matter."""
    body_line: int
    """Line in the file on which ``body`` begins."""

    def line_of(self, location: Location) -> int:
        """Return the line of a value, or of the nearest value around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    @property
    def scalars(self) -> Iterator[tuple[Location, str]]:
        """Every text in the front matter, with its place."""
        yield from _scalars(dict(self.values), ())


def _scalars(value: Value, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield from _scalars(inner, (*at, key))


@dataclass(frozen=True)
class Reading:
    """The outcome of reading a file: a document when that was possible, and findings."""

    document: RawDocument | None = None
    meldingen: list[Melding] = field(default_factory=list)


def read_document(path: str, data: bytes) -> Reading:
    """Read a Markdown source with YAML front matter.

    A byte order mark and Windows line endings are accepted, since editors on Windows write
    them.  All else that is wrong becomes a finding; this never raises.
    """
    if len(data) > MAX_BYTES:
        text = f"het bestand is te groot: {len(data) // 1024} kB"
        tip = f"Een pagina is ten hoogste {MAX_BYTES // 1024} kB. Splits de pagina op."
        return Reading(meldingen=[Melding(path, 1, text, tip)])
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return Reading(meldingen=[_encoding_finding(path, data, error)])
    if not text.strip("\ufeff \n\t"):
        return Reading(meldingen=[Melding(path, 1, "het bestand is leeg", _EXAMPLE)])
    return _split(path, text)


def _encoding_finding(path: str, data: bytes, error: UnicodeDecodeError) -> Melding:
    line = data.count(b"\n", 0, error.start) + 1
    tip = "Sla het bestand op met de codering UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
    return Melding(path, line, "het bestand is geen UTF-8-tekst", tip)


def _split(path: str, text: str) -> Reading:
    found = unseen_problems(path, text)
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Reading(meldingen=[Melding(path, 1, "er is geen kop (front matter)", _EXAMPLE)])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        tip = "Zet onder de laatste sleutel een regel met alleen `---`."
        return Reading(meldingen=[Melding(path, 1, "de kop wordt niet afgesloten", tip)])
    if any(melding.regel <= end for melding in found):
        return Reading(meldingen=found)  # what follows would be said about the same sign
    yaml = read_yaml("\n".join(lines[1:end]), first_line=2)
    meldingen = [Melding(path, p.line, p.text, p.tip) for p in yaml.problems]
    if not yaml.values and not meldingen:
        meldingen.append(Melding(path, 1, "de kop is leeg", _EXAMPLE))
    if not yaml.values:
        return Reading(meldingen=meldingen)
    body = "\n".join(lines[end + 1 :])
    document = RawDocument(path, yaml.values, yaml.lines, body, end + 2)
    return Reading(document, [*meldingen, *found])
