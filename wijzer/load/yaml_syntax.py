"""What the YAML parser says, explained to someone who never heard of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Problem:
    """Something wrong in a YAML text; ``line`` is the line in the file."""

    line: int
    text: str
    tip: str = ""


QUOTE = 'Zet de hele tekst tussen dubbele aanhalingstekens, zoals: titel: "Geschenken: wat mag?"'

INVISIBLE = (
    "een onzichtbaar teken dat hier niet hoort",
    "Typ de tekst opnieuw in plaats van hem te plakken.",
)

_SYNTAX: Mapping[str, tuple[str, str]] = {
    "mapping values are not allowed": (
        "een dubbele punt met een spatie erachter (`: `) midden in een tekst",
        QUOTE,
    ),
    "found unexpected end of stream": (
        "een aanhalingsteken dat wel opent maar niet sluit",
        'Sluit de tekst af met hetzelfde aanhalingsteken, zoals: titel: "Geschenken"',
    ),
    "found unexpected document indicator": (
        "een aanhalingsteken dat wel opent maar niet sluit",
        'Sluit de tekst af met hetzelfde aanhalingsteken, zoals: titel: "Geschenken"',
    ),
    "found character that cannot start any token": (
        "een tekst die begint met een teken dat YAML voor zichzelf houdt (zoals @, % of `)",
        QUOTE,
    ),
    "could not find expected ':'": (
        "een regel zonder `sleutel: waarde`",
        "Schrijf een sleutel, een dubbele punt, een spatie en de waarde, zoals: titel: Geschenken",
    ),
    "did not find expected key": (
        "een regel die niet goed inspringt, of tekst achter een aanhalingsteken",
        "Laat sleutels van één niveau precies onder elkaar beginnen.",
    ),
    "did not find expected '-' indicator": (
        "een lijst waarin een regel niet met `- ` begint",
        "Laat elke regel van een lijst beginnen met twee spaties, een streepje en een spatie.",
    ),
    "did not find expected ',' or": (
        "een haak (`[` of `{`) die wel opent maar niet sluit",
        QUOTE,
    ),
    "block sequence entries are not allowed": (
        "een streepje (`- `) achter een sleutel",
        "Zet elk punt van een lijst op een eigen regel, of zet de tekst tussen aanhalingstekens.",
    ),
    "did not find expected comment or line break": (
        "een tekst die begint met een teken dat YAML voor zichzelf houdt (`>` of `|`)",
        QUOTE,
    ),
    "did not find expected alphabetic or numeric": (
        "een tekst die begint met een teken dat YAML voor zichzelf houdt (`*` of `&`)",
        QUOTE,
    ),
    "control characters are not allowed": INVISIBLE,
}
_UNKNOWN_SYNTAX = (
    "een regel die niet te lezen is als `sleutel: waarde`",
    "Meestal komt dit door `: ` of ` #` midden in een tekst. " + QUOTE,
)


def syntax_problem(error: yaml.YAMLError, first_line: int) -> Problem:
    """Explain an error of the YAML parser to an editor."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None)
    found = str(getattr(error, "problem", None) or error)
    text, tip = next((v for k, v in _SYNTAX.items() if k in found), _UNKNOWN_SYNTAX)
    if "wel opent" in text and start is not None:
        mark = start  # the line that opens, not the place where the parser gave up
    line = first_line + (mark.line if mark is not None else 0)
    return Problem(line, f"de kop is geen geldige YAML: {text}", tip)
