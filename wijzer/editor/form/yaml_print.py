"""Printing values as the YAML that an editor would type: no quotes where none are needed."""

from __future__ import annotations

import json
import re

from wijzer.load.yaml_text import Value, read_yaml

STEP = "  "
_FRACTION = re.compile(r"[\d_]*[.:][\d.:_]+")
"""What other readers of YAML take for a number: ``3.10`` or ``1:20``."""

_FLOW = ",[]{}"
"""What means something between brackets."""


def written(key: str, value: Value, indent: str = "", quoted: bool = False) -> list[str]:
    """Return the lines of a key with its value."""
    if isinstance(value, str):
        return [f"{indent}{key}: {scalar(value, quoted)}".rstrip()]
    below = _mapping(value, indent + STEP) if isinstance(value, dict) else items(value, indent)
    return [f"{indent}{key}:", *below]


def in_brackets(key: str, values: list[str], indent: str) -> list[str]:
    """Return the line of a key with a list between brackets."""
    inside = (scalar(value, quoted=any(sign in value for sign in _FLOW)) for value in values)
    return [f"{indent}{key}: [{', '.join(inside)}]"]


def items(values: list[Value], indent: str = "") -> list[str]:
    """Return the lines of a list below a key at ``indent``."""
    return [line for value in values for line in item(value, indent + STEP)]


def item(value: Value, indent: str) -> list[str]:
    """Return the lines of one item of a list, its dash at ``indent``."""
    if isinstance(value, str):
        return [f"{indent}- {scalar(value)}"]
    deeper = indent + STEP
    lines = _mapping(value, deeper) if isinstance(value, dict) else items(value, indent)
    return dashed(lines, len(indent))


def dashed(lines: list[str], column: int) -> list[str]:
    """Return lines of which the first that holds something begins with a dash."""
    first = next((n for n, line in enumerate(lines) if line.strip()[:1] not in ("", "#")), None)
    if first is None:
        return lines
    line = lines[first]
    return [*lines[:first], f"{line[:column]}-{line[column + 1 :]}", *lines[first + 1 :]]


def scalar(text: str, quoted: bool = False) -> str:
    """Return a text as YAML that our reader reads as that very text."""
    if not text and not quoted:
        return ""
    plain = not quoted and not _FRACTION.fullmatch(text) and "\n" not in text
    if plain:
        reading = read_yaml(f"x: {text}")
        if not reading.problems and reading.values == {"x": text}:
            return text
    return json.dumps(text, ensure_ascii=False)


def _mapping(values: dict[str, Value], indent: str) -> list[str]:
    return [line for key, value in values.items() for line in written(key, value, indent)]
