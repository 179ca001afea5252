"""The characters that mark macro calls in a page for MkDocs, and that may stand nowhere else.

They come from the private use area of Unicode: nobody can type them, and no text needs them.
``mkdocs.yml`` names the same six as the delimiters of mkdocs-macros-plugin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

CALL_START, CALL_END = "\ue000", "\ue001"
RESERVED = "\ue000-\ue005"
"""All six as a range for a regular expression: around calls, statements and comments."""
REPLACEMENT = "\ufffd"

_RESERVED = re.compile(f"[{RESERVED}]")
_CALL = re.compile(f"{CALL_START}([^{RESERVED}]*){CALL_END}|[{RESERVED}]")


def marked(call: str) -> str:
    """Return a call as it stands in a page for MkDocs."""
    return f"{CALL_START}{call}{CALL_END}"


def fill(text: str, outcomes: Mapping[str, str]) -> str:
    """Put the outcome of every call in its place; other reserved characters are replaced."""
    return _each(text, outcomes, lambda found: outcomes[found[1]])


def seal(text: str, outcomes: Mapping[str, str]) -> str:
    """Leave the calls that have an outcome; other reserved characters are replaced."""
    return _each(text, outcomes, lambda found: found[0])


def _each(text: str, known: Container[str], made: Callable[[re.Match[str]], str]) -> str:
    def one(found: re.Match[str]) -> str:
        return made(found) if found[1] in known else _RESERVED.sub(REPLACEMENT, found[0])

    return _CALL.sub(one, text)
