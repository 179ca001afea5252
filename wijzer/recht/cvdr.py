"""A local rule: the CVDR file of the official repository.

Shape: ``cvdr`` › ``meta/owmskern`` (identifier, title, creator), ``meta/owmsmantel`` (source rules)
and ``meta/cvdripm`` (in force, out of force) › ``body/regeling/regeling-tekst``.
Source: http://standaarden.overheid.nl/cvdr/terms/.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wijzer.recht.body import Inhoud, read_body
from wijzer.recht.xml import BrokenXmlError, children, first, name, parse, text_at, words


@dataclass(frozen=True)
class LokaleRegel:
    """One version of a local rule."""

    titel: str
    maker: str
    """The municipality or other body that published it."""
    vanaf: datetime.date
    tot: datetime.date | None
    """The day from which it no longer applies."""
    grondslag: tuple[str, ...]
    """The rules that it rests on, as they are written there."""
    inhoud: Inhoud

    def geldt_op(self, dag: datetime.date) -> bool:
        """Tell whether this version is in force on a day."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


def read_cvdr(data: bytes, nummer: str) -> LokaleRegel:
    """Read a version of this rule; raise :class:`BrokenXmlError`."""
    root = parse(data)
    core, body = first(root, "meta", "owmskern"), first(root, "body", "regeling")
    own = text_at(core, "identifier") if core is not None else ""
    if name(root) != "cvdr" or not _is(nummer, own):
        raise BrokenXmlError(f"de tekst is niet van {nummer} maar van {own or '?'}")
    since = _date(text_at(root, "meta", "cvdripm", "inwerkingtredingDatum"))
    if core is None or body is None or since is None:
        raise BrokenXmlError(f"het bestand van {nummer} is niet volledig")
    return LokaleRegel(
        text_at(core, "title"),
        text_at(core, "creator"),
        since,
        _date(text_at(root, "meta", "cvdripm", "uitwerkingtredingDatum")),
        tuple(words(source) for source in _sources(root)),
        read_body(body, since),
    )


def _is(nummer: str, identifier: str) -> bool:
    """Compare numbers: files write ``CVDR100394_2`` or, older, ``112779_1``."""
    digits = re.fullmatch(r"(?:CVDR)?(\d+)(?:[_/]\d+)?", identifier, re.ASCII)
    return digits is not None and nummer == f"CVDR{digits[1]}"


def _sources(root: Element) -> list[Element]:
    mantle = first(root, "meta", "owmsmantel")
    return children(mantle, "source") if mantle is not None else []


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        raise BrokenXmlError(f"`{text}` is geen datum") from None
