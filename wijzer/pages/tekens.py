"""A colour and a sign for each kernwaarde, wherever its name is a link.

The sign comes from the icons of the theme (Material Design Icons, Apache 2.0) and stands before the
name, so nothing is told by colour alone.  Both follow from the order in ``gemeente.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import quote

_SIGNS = (
    ("hand-heart", "#8a1f5c", "#f2a8cf"),
    ("shield-check", "#0b5f6b", "#7fd3de"),
    ("scale-balance", "#5b3a9e", "#c9b5f5"),
    ("certificate", "#7a4a00", "#f0c27a"),
    ("compass", "#1e5b2f", "#9fdcb0"),
    ("account-group", "#8a2c0d", "#ffb59c"),
    ("lightbulb-on", "#0f4c8a", "#9cc7f5"),
    ("leaf", "#4a5a12", "#c9d88a"),
)
"""Name of the icon, its colour on a light and on a dark page: at least 4.5 to 1 on both."""


_SHAPE = (
    'background: var(--teken-kleur); content: ""; display: inline-block; height: 1.05em; '
    "margin-right: 0.3em; mask: var(--teken) center / contain no-repeat; "
    "print-color-adjust: exact; vertical-align: -0.15em; width: 1.05em;"
)


_FORCED = "background: canvastext; forced-color-adjust: none;"


def signs(kernwaarden: Sequence[str], *, dark: bool) -> Iterator[str]:
    """Yield the lines of CSS that put a sign before the name of each kernwaarde.

    ``kernwaarden`` are ids in their order; with ``dark`` there is a dark scheme too.
    """
    if not kernwaarden:
        return
    chosen = [(value, *_SIGNS[i % len(_SIGNS)]) for i, value in enumerate(kernwaarden)]
    every = ", ".join(f"{_selector(value)}::before" for value, *_ in chosen)
    yield f"{every} {{ {_SHAPE} }}"
    for value, icon, light, _ in chosen:
        yield f'{_selector(value)} {{ --teken: url("{_picture(icon)}"); --teken-kleur: {light}; }}'
    yield f"@media (forced-colors: active) {{ {every} {{ {_FORCED} }} }}"
    if dark:
        yield "@media screen {"
        for value, _, _, colour in chosen:
            scheme = '[data-md-color-scheme="slate"]'
            yield f"  {scheme} {_selector(value)} {{ --teken-kleur: {colour}; }}"
        yield "}"


def sign_class(kernwaarde: str) -> str:
    """Return the class of an element that carries the sign of a kernwaarde itself."""
    return f"teken-{kernwaarde}"


def _selector(value: str) -> str:
    links = (f'article a[href{where}{value}/"]' for where in ('^="', '*="/'))
    return f":is({', '.join(links)}, .{sign_class(value)})"


@cache
def _picture(icon: str) -> str:
    svg = files("material").joinpath(f"templates/.icons/material/{icon}.svg").read_text("utf-8")
    return f"data:image/svg+xml,{quote(svg, safe=' =:/')}".replace('"', "'")
