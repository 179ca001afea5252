"""A YAML text with other values: all that stays the same keeps its lines, comments and quotes.

The text is read as a tree of which every part has its lines.  A part with the same value goes
along as it stands; only what differs is written anew, as deep in the tree as can be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from wijzer.editor.form.yaml_print import dashed, in_brackets, item, written
from wijzer.load.yaml_text import Location, Value, read_yaml

Order = Callable[[Location], Sequence[str]]
"""The keys of the mapping at a place, in the order in which a new one has to come."""


@dataclass(frozen=True)
class _Part:
    """A key with its value, or an item of a list: its node and its lines (``eind`` not)."""

    node: yaml.Node
    begin: int
    """The first line, comments above the key included."""
    start: int
    """The line of the key itself."""
    eind: int


def rewritten(text: str, values: dict[str, Value], order: Order) -> str:
    """Return a YAML text that was read without problems, with these values."""
    old = read_yaml(text).values
    node = yaml.compose(text, yaml.BaseLoader)
    if old == values:
        return text
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        keys = _in_order([], list(values), order(()))
        return "".join(f"{line}\n" for key in keys for line in written(key, values[key]))
    lines = text.removesuffix("\n").split("\n")
    new = _Rewriter(lines, order).mapping(node, (0, len(lines)), old, values, ())
    return "\n".join(new) + "\n"


class _Rewriter:
    def __init__(self, lines: list[str], order: Order) -> None:
        self.lines = lines
        self.order = order

    def mapping(
        self,
        node: yaml.Node,
        span: tuple[int, int],
        old: dict[str, Value],
        new: dict[str, Value],
        at: Location,
    ) -> list[str]:
        """Return the lines of a mapping with other values."""
        pairs = [(str(key.value), key, value) for key, value in node.value]
        parts = self._parts([(key, value) for _, key, value in pairs], span)
        by_key = {name: part for (name, _, _), part in zip(pairs, parts, strict=True)}
        indent = " " * int(pairs[0][1].start_mark.column)
        lines = list(self.lines[span[0] : parts[0].begin])
        for key in _in_order(list(by_key), list(new), self.order(at)):
            if key not in by_key:
                lines += written(key, new[key], indent)
            elif key in new:
                lines += self._value(by_key[key], key, (old[key], new[key]), (*at, key), indent)
        return lines

    def _value(
        self, part: _Part, key: str, values: tuple[Value, Value], at: Location, indent: str
    ) -> list[str]:
        """Return the lines of a key whose value may have changed."""
        old, new = values
        if old == new:
            return self.lines[part.begin : part.eind]
        node, inside = part.node, (part.start + 1, part.eind)
        above = self.lines[part.begin : part.start + 1]
        below = node.start_mark.line > part.start and not getattr(node, "flow_style", True)
        if below and new and isinstance(old, dict) and isinstance(new, dict):
            return [*above, *self.mapping(node, inside, old, new, at)]
        if below and new and isinstance(old, list) and isinstance(new, list):
            return [*above, *self._sequence(node, inside, (old, new), at)]
        after = self.lines[_last_line(node, part.start) + 1 : part.eind]
        return [*above[:-1], *_anew(node, key, new, indent), *after]

    def _sequence(
        self,
        node: yaml.Node,
        span: tuple[int, int],
        values: tuple[list[Value], list[Value]],
        at: Location,
    ) -> list[str]:
        """Return the lines of a list with other items; an item that was there keeps its lines."""
        old, new = values
        parts = self._parts([(one, one) for one in node.value], span)
        column = self.lines[parts[0].start].index("-")
        lines = list(self.lines[span[0] : parts[0].begin])
        for was, now in _pairs(old, new):
            if now is None:
                continue
            if was is None:
                lines += item(new[now], " " * column)
            elif old[was] == new[now]:
                lines += self.lines[parts[was].begin : parts[was].eind]
            else:
                lines += self._item(parts[was], column, (old[was], new[now]), (*at, was))
        return lines

    def _item(
        self, part: _Part, column: int, values: tuple[Value, Value], at: Location
    ) -> list[str]:
        old, new = values
        node = part.node
        block = isinstance(node, yaml.MappingNode) and not node.flow_style
        if block and isinstance(old, dict) and isinstance(new, dict):
            line = self.lines[part.start]
            self.lines[part.start] = f"{line[:column]} {line[column + 1 :]}"  # a mapping by itself
            return dashed(self.mapping(node, (part.begin, part.eind), old, new, at), column)
        above = self.lines[part.begin : part.start]
        after = self.lines[_last_line(node, part.start) + 1 : part.eind]
        return [*above, *item(new, " " * column), *after]

    def _parts(
        self, nodes: Sequence[tuple[yaml.Node, yaml.Node]], span: tuple[int, int]
    ) -> list[_Part]:
        """Divide lines among the parts of a collection; comments go with what is below them."""
        starts = [int(first.start_mark.line) for first, _ in nodes]
        begins: list[int] = []
        earliest = span[0]
        for start, (_, value) in zip(starts, nodes, strict=True):
            begin = start
            while begin > earliest and self.lines[begin - 1].strip()[:1] in ("", "#"):
                begin -= 1
            begins.append(begin)
            earliest = _last_line(value, start) + 1
        ends = [*begins[1:], span[1]]
        found = zip(nodes, begins, starts, ends, strict=True)
        return [_Part(value, begin, start, end) for (_, value), begin, start, end in found]


def _anew(node: yaml.Node, key: str, new: Value, indent: str) -> list[str]:
    """Return the lines of a key with another value, in the style of the one that stood there."""
    texts = [one for one in new if isinstance(one, str)] if isinstance(new, list) else []
    if isinstance(node, yaml.SequenceNode) and node.flow_style and texts and len(texts) == len(new):
        return in_brackets(key, texts, indent)
    return written(key, new, indent, getattr(node, "style", None) in ('"', "'"))


def _last_line(node: yaml.Node, start: int) -> int:
    """Return the last line of a value; ``start`` is the line of its key."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last, start)
    end = node.end_mark
    return max(int(end.line) - (1 if end.column == 0 else 0), start)


def _in_order(old: list[str], new: list[str], order: Sequence[str]) -> list[str]:
    """Return all keys: the old ones as they were, a new one after what comes before it."""
    keys = list(old)
    for key in new:
        if key in keys:
            continue
        before = order[: order.index(key)] if key in order else keys
        at = max((keys.index(one) + 1 for one in before if one in keys), default=0)
        keys.insert(at, key)
    return keys


def _pairs(old: list[Value], new: list[Value]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which item became which; None for one that was not there, or is no more."""
    before, after = (
        [json.dumps(value, sort_keys=True) for value in values] for values in (old, new)
    )
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        yield from zip(range(a, a + both), range(c, c + both), strict=True)
        yield from ((number, None) for number in range(a + both, b))
        yield from ((None, number) for number in range(c + both, d))
