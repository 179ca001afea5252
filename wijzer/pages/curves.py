"""Curved lines between two columns of blocks, as the paths of an SVG that stretches with them.

The blocks of a column are equally high, so a line needs only their places.  Every line has a spot
of its own along the side of a block; the spots follow the blocks at the other end, so that lines
of one block never cross each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 100, 1000
"""Size of the picture in SVG units, whatever room it gets on the page."""
_SIDE = 0.7
"""The part of the side of a block along which lines arrive; the corners stay free."""


@dataclass(frozen=True, order=True)
class Line:
    """A line between two blocks, each with its place in its column, counted from 0."""

    left: int
    right: int


def curves(lines: Sequence[Line], left: int, right: int) -> dict[Line, str]:
    """Return the path of every line; ``left`` and ``right`` say how many blocks a column has."""
    begins = _spots([(line.left, line.right) for line in lines], left)
    ends = _spots([(line.right, line.left) for line in lines], right)
    return {
        line: _path(begins[line.left, line.right], ends[line.right, line.left])
        for line in sorted(set(lines))
    }


def _spots(ends: Sequence[tuple[int, int]], blocks: int) -> dict[tuple[int, int], float]:
    """Return the height of every end ``(block, block at the other side)``."""
    others: dict[int, list[int]] = defaultdict(list)
    for block, other in sorted(set(ends)):
        others[block].append(other)
    return {
        (block, other): HEIGHT / blocks * (block + (1 - _SIDE) / 2 + _SIDE * (n + 0.5) / len(found))
        for block, found in others.items()
        for n, other in enumerate(found)
    }


def _path(begin: float, end: float) -> str:
    half = WIDTH // 2
    return f"M0 {begin:.0f}C{half} {begin:.0f} {half} {end:.0f} {WIDTH} {end:.0f}"
