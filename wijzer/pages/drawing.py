"""A guide drawn as SVG: questions and outcomes in columns, an arrow for every answer.

The layout is the layered one of Sugiyama, Tagawa and Toda (1981), in small: a node stands one
column after the last question that leads to it, arrows that skip a column get a bend in each
column between, and the order within a column follows the middle of the neighbours.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from wijzer.base.escape import html_text
from wijzer.corpus.guide_paths import Knoop, leads_to, nodes
from wijzer.model.wegwijzer import Vraag, Wegwijzer

WIDTH, GAP_X, GAP_Y, PAD, LINE = 200, 48, 18, 8, 17
"""Sizes in SVG units: box width, space between columns and boxes, padding, line height."""
_CHARS = 24
"""Characters in a line of bold text: with room to spare in a wide system font."""
_SWEEPS = 6


@dataclass
class Box:
    """A node (or a bend in an arrow) with its place in the drawing."""

    key: str
    column: int
    node: Knoop | None = None
    title: list[str] = field(default_factory=list)
    answers: list[list[str]] = field(default_factory=list)
    y: float = 0.0

    @property
    def height(self) -> int:
        """Height in SVG units; a bend takes the room of a line."""
        if self.node is None:
            return LINE // 2
        lines = len(self.title) + sum(len(answer) for answer in self.answers)
        return 2 * PAD + LINE * lines + 6 * len(self.answers)

    @property
    def x(self) -> int:
        """Left side in SVG units."""
        return self.column * (WIDTH + GAP_X) + 1

    @property
    def middle(self) -> float:
        """Height at which arrows arrive."""
        return self.y + self.height / 2

    def port(self, index: int) -> float:
        """Height at which the arrow of an answer leaves."""
        lines = len(self.title) + sum(len(answer) for answer in self.answers[:index])
        return self.y + PAD + LINE * (lines + len(self.answers[index]) / 2) + 6 * (index + 1)


@dataclass(frozen=True)
class Arrow:
    """The arrow of one answer: the boxes that it passes, from question to target."""

    index: int
    boxes: tuple[Box, ...]


def draw(model: Wegwijzer) -> str:
    """Return the drawing as one line of SVG with a title and a description."""
    columns, arrows = _layout(model)
    boxes = [box for column in columns for box in column]
    width = max(box.x for box in boxes) + WIDTH + 1
    height = max(box.y + box.height for box in boxes) + 1
    count = f"{len(model.vragen)} vragen en {len(model.uitkomsten)} uitkomsten"
    title = html_text(f"{model.titel}: {count}")
    parts = [*map(_arrow, arrows), *(_box(box) for box in boxes if box.node)]
    return (
        f'<svg class="tekening" viewBox="0 0 {width} {height:.0f}" width="{width}" role="img" '
        'aria-labelledby="tekening-titel tekening-uitleg" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="tekening-titel">{title}</title>'
        '<desc id="tekening-uitleg">Van links naar rechts, met een pijl voor elk antwoord. '
        "Onder de tekening staat hetzelfde in woorden.</desc>" + "".join(parts) + "</svg>"
    )


def column_of(model: Wegwijzer) -> dict[str, int]:
    """Return the column of every node: the length of the longest way to it."""
    after = leads_to(model)
    columns = dict.fromkeys(after, 0)
    for _ in after:  # at most as many rounds as there are nodes: a guide has no cycles
        for node_id, targets in after.items():
            for target in targets:
                columns[target] = max(columns[target], columns[node_id] + 1)
    return columns


def _layout(model: Wegwijzer) -> tuple[list[list[Box]], list[Arrow]]:
    known, place = nodes(model), column_of(model)
    boxes = {key: _make(key, node, place[key]) for key, node in known.items()}
    columns: list[list[Box]] = [[] for _ in range(max(place.values()) + 1)]
    for box in boxes.values():
        columns[box.column].append(box)
    arrows = [*_arrows(model, boxes, columns)]
    _order(columns, arrows)
    _stack(columns)
    return columns, arrows


def _make(key: str, node: Knoop, column: int) -> Box:
    if isinstance(node, Vraag):
        answers = [textwrap.wrap(answer.tekst, _CHARS) for answer in node.antwoorden]
        return Box(key, column, node, textwrap.wrap(node.tekst, _CHARS), answers)
    return Box(key, column, node, textwrap.wrap(node.titel, _CHARS))


def _arrows(model: Wegwijzer, boxes: dict[str, Box], columns: list[list[Box]]) -> Iterator[Arrow]:
    """Yield the arrows; those that skip columns share their bends with others to that target."""
    bends: dict[tuple[str, int], Box] = {}
    for vraag in model.vragen:
        for index, answer in enumerate(vraag.antwoorden):
            start, end = boxes[vraag.id], boxes[answer.naar]
            trail = [start]
            for column in range(start.column + 1, end.column):
                key = (f"{vraag.id}>{end.key}", column)
                if key not in bends:
                    bends[key] = Box(f"{key[0]}@{column}", column)
                    columns[column].append(bends[key])
                trail.append(bends[key])
            yield Arrow(index, (*trail, end))


def _order(columns: list[list[Box]], arrows: list[Arrow]) -> None:
    """Sort every column by the middle of the neighbours, forwards and backwards."""
    before: dict[str, list[tuple[Box, float]]] = {}
    behind: dict[str, list[tuple[Box, float]]] = {}
    for arrow in arrows:
        for here, there in zip(arrow.boxes, arrow.boxes[1:], strict=False):
            share = arrow.index / 10  # the first answer pulls its target up
            before.setdefault(there.key, []).append((here, share))
            behind.setdefault(here.key, []).append((there, 0.0))
    for sweep in range(_SWEEPS):
        forwards = sweep % 2 == 0
        neighbours = before if forwards else behind
        for column in columns if forwards else reversed(columns):
            _sort(column, columns, neighbours)
    for column in columns[1:]:
        _sort(column, columns, before)


def _sort(
    column: list[Box], columns: list[list[Box]], neighbours: dict[str, list[tuple[Box, float]]]
) -> None:
    rank = {box.key: index for other in columns for index, box in enumerate(other)}

    def middle(box: Box) -> float:
        found = [rank[other.key] + share for other, share in neighbours.get(box.key, ())]
        return sum(found) / len(found) if found else rank[box.key]

    column.sort(key=middle)


def _stack(columns: list[list[Box]]) -> None:
    """Stack the boxes of each column, all columns around one middle."""
    heights = [sum(box.height + GAP_Y for box in column) - GAP_Y for column in columns]
    for column, height in zip(columns, heights, strict=True):
        top = (max(heights) - height) / 2 + 1
        for box in column:
            box.y = top
            top += box.height + GAP_Y


def _arrow(arrow: Arrow) -> str:
    first, *others = arrow.boxes
    x, y = first.x + WIDTH, first.port(arrow.index)
    path = [f"M{x} {y:.0f}"]
    for box in others:
        bend = GAP_X / 2
        end = box.x - (7 if box.node else 0)
        path.append(
            f"C{x + bend:.0f} {y:.0f} {end - bend:.0f} {box.middle:.0f} {end} {box.middle:.0f}"
        )
        x, y = end, box.middle
        if box.node is None:
            x = box.x + WIDTH
            path.append(f"H{x}")
    head = f"M{x} {y - 5:.0f}L{x + 7} {y:.0f}L{x} {y + 5:.0f}Z"
    return f'<path class="lijn" d="{"".join(path)}"/><path class="punt" d="{head}"/>'


def _box(box: Box) -> str:
    kind = "vraag" if isinstance(box.node, Vraag) else "uitkomst"
    radius = 4 if kind == "vraag" else 16
    frame = (
        f'<rect x="{box.x}" y="{box.y:.0f}" width="{WIDTH}" height="{box.height}" rx="{radius}"/>'
    )
    y = box.y + PAD + LINE - 4
    parts = [frame]
    for line in box.title:
        parts.append(f'<text class="kop" x="{box.x + PAD}" y="{y:.0f}">{html_text(line)}</text>')
        y += LINE
    for answer in box.answers:
        y += 6
        parts.append(f'<path class="streep" d="M{box.x} {y - LINE + 1:.0f}h{WIDTH}"/>')
        for line in answer:
            text = f'<text x="{box.x + WIDTH - PAD}" y="{y:.0f}" text-anchor="end">'
            parts.append(f"{text}{html_text(line)}</text>")
            y += LINE
    return f'<g class="{kind}">{"".join(parts)}</g>'
