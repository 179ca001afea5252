"""``.WTI`` of the official repository: what a law is called, what kind it is, its abbreviations.

Shape: ``wetstechnische-informatie[@bwb-id]`` › ``algemene-informatie`` › ``citeertitels``,
``afkortingen``, ``soort-regeling``.  Source: schema BWB-WTI 2016-1.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from wijzer.recht.xml import BrokenXmlError, children, first, name, parse, text_at, words


@dataclass(frozen=True)
class Wti:
    """What a law says about itself."""

    citeertitel: str
    """The title by which the law says it is quoted; empty when it has none."""
    soort: str
    """The kind of rule, as in ``wet``, ``AMvB`` or ``ministeriele-regeling``."""
    afkortingen: tuple[str, ...]


def read_wti(data: bytes, nummer: str, dag: datetime.date) -> Wti:
    """Read the information about this law as it is on a day; raise :class:`BrokenXmlError`."""
    root = parse(data)
    if name(root) != "wetstechnische-informatie" or root.get("bwb-id") != nummer:
        raise BrokenXmlError(f"de informatie is niet van {nummer}")
    info = first(root, "algemene-informatie")
    if info is None:
        raise BrokenXmlError(f"de informatie over {nummer} is leeg")
    short = first(info, "afkortingen")
    names = tuple(words(item) for item in children(short, "afkorting")) if short is not None else ()
    return Wti(_title(info, dag), text_at(info, "soort-regeling"), names)


def _title(info: Element, dag: datetime.date) -> str:
    dated = first(info, "citeertitels")
    for title in children(dated, "citeertitel") if dated is not None else []:
        if title.get("geldig-van", "") <= dag.isoformat() <= title.get("geldig-tot", "9999"):
            return words(title)
    return text_at(info, "citeertitel")
