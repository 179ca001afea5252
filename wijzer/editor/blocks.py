"""A Markdown body as blocks that can be left out one by one: paragraphs, list items, headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_HEADING = re.compile(r"(#+)\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(?:[*+-]|\d+[.)])\s")
_NUMBER = re.compile(r"\A\d+([.)]\s)")
_ANCHOR = re.compile(r"\]\(#([\w-]+)\)")


@dataclass(frozen=True, eq=False)
class Blok:
    """Lines that belong together; empty lines after them included."""

    tekst: str

    @property
    def kop(self) -> str:
        """The text of a heading; empty for another block."""
        found = _HEADING.match(self.tekst)
        return found[2] if found else ""

    @property
    def niveau(self) -> int:
        """The level of a heading; 7 for another block, below every heading."""
        found = _HEADING.match(self.tekst)
        return len(found[1]) if found else 7

    @property
    def punt(self) -> bool:
        """Tell whether this is an item of a list."""
        return bool(_ITEM.match(self.tekst))

    @property
    def inleiding(self) -> bool:
        """Tell whether this sentence only leads to the list below it."""
        return not self.punt and self.tekst.rstrip().endswith(":")


def bloks(body: str) -> Iterator[Blok]:
    """Split a body; all blocks together are the body again."""
    lines: list[str] = []
    for line in body.splitlines(keepends=True):
        ended = bool(lines) and not lines[-1].strip() and bool(line.strip())
        goes_on = ended and line.startswith("  ")  # indented: it belongs to the item above
        if lines and not goes_on and (ended or _ITEM.match(line) or _HEADING.match(line)):
            yield Blok("".join(lines))
            lines = []
        lines.append(line)
    if lines:
        yield Blok("".join(lines))


def without(
    parts: Sequence[Blok], lost: Collection[Blok], keep_headings: Collection[str]
) -> tuple[str, str]:
    """Return the body without some blocks, and the text of all that went with them.

    A sentence that leads to a list goes with the list, and a list with its sentence.  Text goes
    with its heading.  A heading without text goes too, and so do the links to it; but one of
    ``keep_headings`` stays and says that the municipality has to fill it in.
    """
    gone = {*lost}
    gone |= {under for n, part in enumerate(parts) if part in lost for under in _under(parts, n)}
    gone |= _lists(parts, gone)
    gone |= _empty_headings(parts, gone, keep_headings)
    anchors = {slug(part.kop) for part in parts if part in gone and part.kop}
    gone |= {part for part in parts if anchors & {*_ANCHOR.findall(part.tekst)}}
    kept = [part for part in parts if part not in gone]
    body = "".join(_filled(kept, gone))
    return body, "".join(part.tekst for part in parts if part in gone)


def slug(heading: str) -> str:
    """Return the anchor of a heading."""
    return re.sub(r"[^\w]+", "-", heading.casefold()).strip("-")


def _lists(parts: Sequence[Blok], gone: Collection[Blok]) -> set[Blok]:
    found: set[Blok] = set()
    for number, part in enumerate(parts):
        if not part.inleiding:
            continue
        items = []
        for after in parts[number + 1 :]:
            if not after.punt:
                break
            items.append(after)
        if part in gone:
            found.update(items)
        elif items and all(item in gone for item in items):
            found.add(part)
    return found


def _empty_headings(
    parts: Sequence[Blok], gone: Collection[Blok], keep: Collection[str]
) -> set[Blok]:
    found: set[Blok] = set()
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        if not part.kop or part.kop in keep:
            continue
        under = _under(parts, number)
        if under and all(block in gone or block in found for block in under):
            found.add(part)
    return found


def _under(parts: Sequence[Blok], number: int) -> list[Blok]:
    found = []
    for part in parts[number + 1 :]:
        if not parts[number].kop or part.niveau <= parts[number].niveau:
            break
        found.append(part)
    return found


def _filled(kept: Sequence[Blok], gone: Collection[Blok]) -> Iterator[str]:
    """Yield the text; where all text under a heading went, say that it has to be filled in."""
    count = 0
    for number, part in enumerate(kept):
        numbered = _NUMBER.match(part.tekst)
        count = count + 1 if numbered else 0
        if part.kop and gone and not _under(kept, number):
            gap = f'Dit is {{{{ nog_in_te_vullen("{part.kop.lower()}") }}}}.'
            yield f"{part.tekst.rstrip()}\n\n{gap}\n\n"
        else:
            yield _NUMBER.sub(rf"{count}\1", part.tekst, count=1) if numbered else part.tekst
