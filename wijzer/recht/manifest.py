"""``manifest.xml`` of the official repository: every version of a rule, and its files.

Shape: ``work[@label]`` › ``expression[@label]`` (one version) › ``manifestation[@label=xml]`` with
the size in bytes, the SHA-512 and the name of the file.  A version in the future stands in it too.
Source: schema BWB-manifest 2016-1 of repository.officiele-overheidspublicaties.nl.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wijzer.recht.xml import BrokenXmlError, children, first, name, parse, text_at

_LABEL = re.compile(r"(?:\d{4}-\d{2}-\d{2}_)?\d{1,4}", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:xml|XML)", re.ASCII)
_SHA512 = re.compile(r"[0-9a-f]{128}", re.ASCII)
NOOIT = datetime.date(9999, 12, 31)
"""The last day of a version that still applies."""


@dataclass(frozen=True)
class Versie:
    """One version of a text and the file that holds it."""

    label: str
    """The name of the version: ``2025-07-01_0``, or for a local rule ``1``."""
    bestand: str
    vanaf: datetime.date | None
    """The first day on which it applies; local rules say it in the text itself."""
    tot_en_met: datetime.date
    grootte: int | None
    """Bytes of the file."""
    sha512: str

    @property
    def pad(self) -> str:
        """Where the file stands, below the folder of the rule."""
        return f"{self.label}/xml/{self.bestand}"

    @property
    def _volgorde(self) -> tuple[datetime.date, int]:
        return self.vanaf or datetime.date.min, int(self.label.rpartition("_")[2])


@dataclass(frozen=True)
class Manifest:
    """All versions of a rule, oldest first."""

    nummer: str
    versies: tuple[Versie, ...]

    def op(self, dag: datetime.date) -> Versie | None:
        """Return the version in force on a day; the last one that was made of it."""
        found = [v for v in self.versies if v.vanaf and v.vanaf <= dag <= v.tot_en_met]
        return found[-1] if found else None

    def na(self, dag: datetime.date) -> Versie | None:
        """Return the first version that comes into force after a day, when it is known."""
        coming = [v for v in self.versies if v.vanaf and v.vanaf > dag]
        return [v for v in coming if v.vanaf == coming[0].vanaf][-1] if coming else None

    def laatste(self, dag: datetime.date) -> Versie | None:
        """Return the last version that was in force before or on a day."""
        past = [v for v in self.versies if v.vanaf and v.vanaf <= dag]
        return past[-1] if past else None


def read_manifest(data: bytes, nummer: str) -> Manifest:
    """Read a manifest of this rule; raise :class:`BrokenXmlError`."""
    root = parse(data)
    found = root.get("label", "")
    if name(root) != "work" or found != nummer:
        raise BrokenXmlError(f"de lijst met versies is niet van {nummer} maar van {found or '?'}")
    versions = sorted(_versions(root), key=lambda versie: versie._volgorde)
    return Manifest(nummer, tuple(versions))


def _versions(root: Element) -> Iterator[Versie]:
    for expression in children(root, "expression"):
        for file in children(expression, "manifestation"):
            item = first(file, "item")
            if file.get("label") == "xml" and item is not None and item.get("_deleted") != "true":
                yield _version(expression, file, item.get("label", ""))


def _version(expression: Element, file: Element, item: str) -> Versie:
    label = expression.get("label", "")
    size, sha512 = text_at(file, "metadata", "size"), text_at(file, "metadata", "hashcode").lower()
    if not _LABEL.fullmatch(label) or not _FILE.fullmatch(item):
        raise BrokenXmlError(f"de lijst met versies noemt een vreemde naam: `{label}/{item}`")
    if (size and not size.isdecimal()) or (sha512 and not _SHA512.fullmatch(sha512)):
        raise BrokenXmlError(f"de grootte of de hash van versie {label} is niet te lezen")
    since = _date(text_at(expression, "metadata", "datum_inwerkingtreding"))
    until = _date(text_at(expression, "metadata", "einddatum")) or NOOIT
    return Versie(label, item, since, until, int(size) if size else None, sha512)


def _date(text: str) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        raise BrokenXmlError(f"`{text}` in de lijst met versies is geen datum") from None
