"""What a reader finds in a text: links, headings, ids, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Place(Enum):
    """Where a heading stands; only one at the top begins a section of the page."""

    TOP = auto()
    INSIDE = auto()
    """In a quotation or another block."""
    LIST = auto()
    """In an item of a list, or a footnote."""


@dataclass(frozen=True)
class Heading:
    """A heading, with the anchor that the site gives it."""

    line: int
    level: int
    text: str
    """As written, without hashes and attributes."""
    anchor: str
    """Empty when a macro decides what the anchor will be."""
    place: Place = Place.TOP
    underlined: bool = False


@dataclass(frozen=True)
class Link:
    """A link or image: where it leads, and where that stands."""

    line: int
    href: str
    text: str
    image: bool = False
    span: tuple[int, int] | None = None
    """Place of ``href`` in the text; None when it does not stand there letter by letter."""
    by_attribute: bool = False
    """True when an attribute gives the address: ``{: href=… }`` or ``<a href=…>``."""


@dataclass(frozen=True)
class Use:
    """A place where a definition is used: ``[x][m]``, ``[m][]`` or ``[m]``."""

    span: tuple[int, int]
    """Place of the label with its brackets."""
    href: str
    title: str
    after_text: bool
    """True for ``[x][m]``: the label comes after the text of the link."""


@dataclass(frozen=True)
class Found:
    """What the renderer makes of a text."""

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    """Every id in the rendered page that is sure, as often as it stands there."""
    uses: tuple[Use, ...] = ()
    unused_notes: tuple[tuple[int, str], ...] = ()
    """Footnotes that nothing in the text leads to: line and name."""
    html: str = ""
    """What a browser gets, with opaque signs where macros stand."""
    unbalanced: tuple[str, ...] = ()
    """Names of HTML elements that begin without an end, or end without a beginning."""
