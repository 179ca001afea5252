"""YAML read as plain text: every scalar stays the text the editor typed.

YAML's own guesses are the enemy here: ``artikel: 3.10`` would become 3.1, ``1:20`` would
become 80 and ``nee`` would become False.  This reader builds the tree from parser events,
so that values stay text, every value keeps its line number, and constructs that an editor
never needs (anchors, aliases, tags, duplicate keys) are reported instead of obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from wijzer.base.unseen import unseen
from wijzer.load.yaml_syntax import INVISIBLE, QUOTE, Problem, syntax_problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A raw value: text, a list or a mapping."""

Location: TypeAlias = tuple[str | int, ...]
"""Where a value stands: ``("artikelen", 2, "nummer")``."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml is ten times as fast


@dataclass
class YamlText:
    """The result of reading: values, their line numbers and what was wrong."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


_MAX_DEPTH = 20
"""Levels of nesting; an editor needs three, and Python's stack is not without end."""


def read_yaml(text: str, first_line: int = 1) -> YamlText:
    """Read a YAML mapping as text values with line numbers.

    ``first_line`` is the line of the file on which ``text`` begins.  Never raises on bad
    input: ``problems`` tells what is wrong, in Dutch.
    """
    result = YamlText()
    if problem := _sign_problem(text, first_line):
        result.problems.append(problem)
        return result
    builder = _Builder([*text.split("\n"), ""], first_line, result)  # YAML may end after it
    try:
        builder.build(iter(yaml.parse(text, Loader=_Loader)))
    except yaml.YAMLError as error:
        result.problems.append(syntax_problem(error, first_line))
        result.values.clear()  # half a header would only add misleading findings
    except _TooDeepError as error:
        tip = "Gebruik geen `[` of `{` aan het begin van een waarde, of zet er aanhalingstekens om."
        line = first_line + error.line
        result.problems.append(Problem(line, "de kop heeft te veel lagen in elkaar", tip))
        result.values.clear()
    return result


def _sign_problem(text: str, first_line: int) -> Problem | None:
    """Find a tab, or a line break that only YAML sees: it would shift every line number."""
    for number, line in enumerate(text.split("\n"), start=first_line):
        if "\t" in line:
            tip = "Gebruik spaties: twee voor elke stap naar rechts."
            return Problem(number, "er staat een tab in de kop; YAML kan niet met tabs omgaan", tip)
        if any(sign in line for sign in "\x85\u2028\u2029"):
            return Problem(number, f"de kop is geen geldige YAML: {INVISIBLE[0]}", INVISIBLE[1])
    return None


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder:
    """Turns parser events into text values, collecting problems on the way."""

    def __init__(self, lines: list[str], first_line: int, result: YamlText) -> None:
        self.lines = lines
        self.first_line = first_line
        self.result = result
        self.keys: dict[Location, int] = {}

    def line(self, event: Any) -> int:
        return self.first_line + int(event.start_mark.line)

    def problem(self, event: Any, text: str, tip: str) -> None:
        self.result.problems.append(Problem(self.line(event), text, tip))

    def build(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                self._refuse_markup(event)
                self._mapping(events, (), self.result.values)
            elif isinstance(event, yaml.NodeEvent):
                tip = (
                    "Schrijf op elke regel een sleutel, een dubbele punt, een spatie en een waarde."
                )
                self.problem(event, "de kop is geen lijst van `sleutel: waarde`", tip)
                return

    def _value(self, event: Any, events: Iterator[Any], at: Location) -> Value:
        if len(at) > _MAX_DEPTH:
            raise _TooDeepError(int(event.start_mark.line))
        self.result.lines.setdefault(at, self.line(event))
        self._refuse_markup(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_unseen(event)
            return self._own_text(event) + self._cut_off(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, at)
        if isinstance(event, yaml.MappingStartEvent):
            values: dict[str, Value] = {}
            self._mapping(events, at, values)
            return values
        return f"*{event.anchor}"  # reported by _refuse_markup; empty would be reported again

    def _sequence(self, events: Iterator[Any], at: Location) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*at, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], at: Location, into: dict[str, Value]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is not None:
                self._refuse_unseen(event)
            if key is None:
                self.problem(event, "een sleutel moet gewone tekst zijn", "Bijvoorbeeld: titel")
                self._value(event, events, (*at, "?"))
                key = "?"
            here = (*at, key)
            if key in into:
                text = f"de sleutel `{key}` staat er twee keer (ook op regel {self.keys[here]})"
                self.problem(event, text, "Haal een van de twee weg; er kan er maar één gelden.")
            else:
                self.keys[here] = self.line(event)
                self.result.lines[here] = self.line(event)
            into.setdefault(key, self._value(next(events), events, here))

    def _refuse_markup(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            tip = QUOTE.replace("titel: ", "")
            self.problem(event, f"een verwijzing in YAML (`*{event.anchor}`) mag hier niet", tip)
        elif getattr(event, "anchor", None):
            text = f"een anker in YAML (`&{event.anchor}`) mag hier niet"
            self.problem(event, text, "Schrijf de waarde gewoon uit.")
        elif getattr(event, "tag", None):
            text = f"een type-aanduiding in YAML (`{event.tag}`) mag hier niet"
            self.problem(event, text, "Schrijf alleen de waarde.")

    def _refuse_unseen(self, event: Any) -> None:
        """Report a sign that nobody sees: the text itself holds none, but ``"\\u202e"`` is one."""
        for found in unseen(event.value):
            problem = Problem(self.line(event), found.text, found.tip)
            if problem not in self.result.problems:
                self.result.problems.append(problem)

    def _own_text(self, event: Any) -> str:
        """Return a text without the items of a list that stand too far to the right.

        YAML adds such items to the text above; each is reported.
        """
        start, end = event.start_mark.line, event.end_mark.line
        below = range(start + 1, end + 1) if not event.style else ()
        swallowed = [n for n in below if self.lines[n].lstrip().startswith("- ")]
        for number in swallowed:
            text = (
                f"`{self.lines[number].strip()}` springt te ver in en hoort nu bij de tekst erboven"
            )
            tip = "Zet alle streepjes van een lijst recht onder elkaar."
            self.result.problems.append(Problem(self.first_line + number, text, tip))
        if not swallowed:
            return str(event.value)
        return self.lines[int(start)][int(event.start_mark.column) :].strip()

    def _cut_off(self, event: Any) -> str:
        """Return what YAML drops after `` #``, and report it: the editor meant it as text."""
        if event.style:  # quoted or block text keeps its `#`
            return ""
        rest = self.lines[event.end_mark.line][event.end_mark.column :].strip()
        if not rest.startswith("#"):
            return ""
        text = f"achter ` #` leest YAML niet verder; `{rest}` valt weg"
        self.problem(event, text, QUOTE)
        return "" if event.value else rest  # an empty value would be reported again
