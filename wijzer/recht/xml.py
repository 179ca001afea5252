"""Reading XML from elsewhere safely, and the words in an element.

``defusedxml`` refuses what XML may do to its reader: entities that grow, entities and
definitions that are fetched.  The official files use none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

_NO_WORDS = frozenset(
    "kop meta-data jcis redactie noot noot.nr nootref plaatje illustratie".split()
)
"""Parts of a text that are not the words of the law: headings, editorial notes, pictures."""
_APART = frozenset("al li lid lidnr li.nr waarde specificatie entry row".split())
"""Elements of which the words are apart from those before and after."""


class BrokenXmlError(ValueError):
    """A file is no XML, or XML that may not be read."""


def parse(data: bytes) -> Element:
    """Read XML; raise :class:`BrokenXmlError`."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise BrokenXmlError("het bestand bevat XML die niet mag (een DTD of entiteiten)") from None
    except (ParseError, ValueError, LookupError):
        raise BrokenXmlError("het bestand is geen goede XML") from None
    return root


def name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> list[Element]:
    """Return the direct children with one of these names."""
    return [child for child in element if name(child) in names]


def first(element: Element, *path: str) -> Element | None:
    """Return the element at the end of a path of names, or None."""
    found: Element | None = element
    for step in path:
        found = next(iter(children(found, step)), None) if found is not None else None
    return found


def text_at(element: Element, *path: str) -> str:
    """Return the words at the end of a path of names; empty when there is nothing."""
    found = first(element, *path)
    return words(found) if found is not None else ""


def words(element: Element) -> str:
    """Return the words of an element on one line, without headings and editorial notes."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if name(child) not in _NO_WORDS:
            space = " " if name(child) in _APART else ""
            yield space
            yield from _pieces(child)
            yield space
        yield child.tail or ""
