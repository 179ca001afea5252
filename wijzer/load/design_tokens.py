"""The design tokens in a theme of NL Design System: a CSS file with nothing but custom properties.

Such a file sets some thousands of tokens on a class (``.voorbeeld-theme``), most of them by way of
another.  Here each comes out as its final value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([a-z0-9-]+)\s*:\s*([^;{}]+);", re.IGNORECASE)
_OTHER = re.compile(r"var\(\s*--([a-z0-9-]+)\s*(?:,\s*([^()]+))?\)", re.IGNORECASE)
_REM = re.compile(r"(?<![\w.-])(\d*\.?\d+)rem\b")
_SAFE = re.compile(r"[\w\s#%.,'\"()+*/-]+")
_CALL = re.compile(r"([\w-]+)\(")
_CALLS = frozenset({"rgb", "rgba", "hsl", "hsla", "calc", "clamp", "min", "max"})
_DEPTH = 20
_ROOT = 1.25
"""The root of our pages is 20 pixels, as in Material; a theme counts on a browser's 16."""


def read_tokens(css: str) -> Mapping[str, str]:
    """Return each token (without ``--``) with its value; what cannot be known is left out.

    Left out too is what reaches further than a colour, a size or a font, such as ``url()``.
    """
    found = {name: value.strip() for name, value in _TOKEN.findall(_COMMENT.sub("", css))}
    values = ((name, _resolve(value, found)) for name, value in found.items())
    return {name: _our_rem(value) for name, value in values if value and _is_safe(value)}


def _resolve(value: str, found: Mapping[str, str]) -> str:
    """Put the value of every other token in its place; empty when one is missing or a circle."""
    for _ in range(_DEPTH):
        if not (other := _OTHER.search(value)):
            return value
        inside = found.get(other[1], (other[2] or "").strip())
        if not inside:
            return ""
        value = value[: other.start()] + inside + value[other.end() :]
    return ""


def _is_safe(value: str) -> bool:
    calls = {name.lower() for name in _CALL.findall(value)}
    return bool(_SAFE.fullmatch(value)) and "//" not in value and calls <= _CALLS


def _our_rem(value: str) -> str:
    return _REM.sub(lambda size: f"{float(size[1]) / _ROOT:g}rem", value)
