"""Content lines, as contact cards (RFC 6350) and calendars (RFC 5545) have them."""

from __future__ import annotations

from collections.abc import Iterable

_MAX_OCTETS = 75
"""A line is folded after 75 octets (RFC 6350, 3.2 and RFC 5545, 3.1)."""


def content_lines(lines: Iterable[str]) -> str:
    """Return the text of a file: long lines folded, each line with CRLF behind it."""
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _fold(line: str) -> str:
    """Fold a long line without cutting a character in two."""
    parts: list[str] = []
    part = ""
    for char in line:
        room = _MAX_OCTETS - (1 if parts else 0)
        if len((part + char).encode("utf-8")) > room:
            parts.append(part)
            part = ""
        part += char
    return "\r\n ".join([*parts, part])
