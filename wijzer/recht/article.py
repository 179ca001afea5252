"""From the XML of one article (or another piece of text) to its passages.

BWB and CVDR use the same elements: ``lid``, ``al``, ``lijst``/``li``, ``specificatielijst``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from wijzer.recht.passages import AANHEF, BEGRIP, SLOT
from wijzer.recht.xml import children, first, name, text_at, words

LISTS = ("lijst", "specificatielijst")
BLOCKS = ("lid", "al", "table", "tabel", "groep", "citaat", "formule", "adres", *LISTS)
"""What text is made of; anything else around it is structure."""
_BULLET = re.compile(r"[^0-9A-Za-z]*")
_LAPSED = re.compile(r"\[?(?:vervallen|gereserveerd)\.?\]?\.?", re.IGNORECASE)

Part = tuple[str, str, str]
"""A lid, a part of it, and the words: all of them text."""


def parts_of(blocks: Iterable[Element]) -> list[Part]:
    """Return the passages of an article, in order; what has no words is left out.

    A lid without a number counts by its place.
    """
    found: list[Part] = []
    loose: list[Element] = []
    leden = 0
    for block in blocks:
        if name(block) == "lid":
            leden += 1
            number = clean_number(text_at(block, "lidnr")) or str(leden)
            inner = [child for child in block if name(child) != "lidnr"]
            found += [(number, part, text) for part, text in _parts(inner, "")]
        else:
            loose.append(block)
    around = [("", part, text) for part, text in _parts(loose, "")]
    return _unique([*around, *found] if found and around else around or found)


def _parts(blocks: list[Element], inside: str) -> Iterator[tuple[str, str]]:
    """Yield part and words; ``inside`` is the part that these blocks belong to."""
    has_list = any(name(block) in LISTS for block in blocks)
    before = inside or (AANHEF if has_list else "")
    text: list[str] = []
    for block in blocks:
        if name(block) in LISTS:
            yield from _said(before, text)
            text, before = [], _join(inside, SLOT)
            yield from _items(block, inside)
        else:
            text.append(_table(block) if name(block) in ("table", "tabel") else words(block))
    yield from _said(before, text)


def _said(part: str, text: list[str]) -> Iterator[tuple[str, str]]:
    said = " ".join(filter(None, text))
    if said and not _LAPSED.fullmatch(said):
        yield part, said


def _items(block: Element, inside: str) -> Iterator[tuple[str, str]]:
    for place, item in enumerate(children(block, "li", "specificatie-item"), 1):
        inner = [child for child in item if name(child) != "li.nr"]
        number = clean_number(text_at(item, "li.nr") or item.get("nr", ""))
        if number or not (term := _term(item, block)):
            yield from _parts(inner, _join(inside, number or f"streepje {place}"))
            continue
        for part, text in _parts(inner, BEGRIP + term):
            whole = part == BEGRIP + term
            yield part, (text[len(term) :].lstrip(" :") if whole else "") or text


def _term(item: Element, block: Element) -> str:
    """Return the word that an item without a number defines, or an empty text."""
    al = first(item, "al")
    if al is None:
        return ""
    term, colon, _ = words(al).partition(":")
    marked = len(al) > 0 and not (al.text or "").strip() and words(al[0]).rstrip(": ") == term
    listed = block.get("type") == "ongemarkeerd"
    return term if colon and len(term) <= 100 and (marked or listed) else ""


def clean_number(text: str) -> str:
    """Return a number or letter without its full stop or degree sign; empty for a bullet."""
    bare = text.strip().strip("().°º ").strip()
    return "" if _BULLET.fullmatch(bare) else re.sub(r"\s+", "", bare)


def _join(inside: str, part: str) -> str:
    return f"{inside}.{part}" if inside else part


def _table(block: Element) -> str:
    rows = (row for row in block.iter() if name(row) == "row")
    return " / ".join(" | ".join(filter(None, (words(cell) for cell in row))) for row in rows)


def _unique(parts: list[Part]) -> list[Part]:
    """Give a second part with the same name a number of its own: two lists may share letters."""
    seen: Counter[tuple[str, str]] = Counter()
    found: list[Part] = []
    for lid, part, text in parts:
        seen[lid, part] += 1
        again = f" ({seen[lid, part]})" if seen[lid, part] > 1 else ""
        found.append((lid, (part + again).strip(), text))
    return found
