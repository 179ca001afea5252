"""The typeface that the site serves itself: one small file with every weight.

Source Sans 3 (package ``fontpkg-source-sans-3``, licence OFL 1.1) holds 1,700 glyphs and weights
from 200 to 900.  The site needs those of Dutch and its neighbours, from 400 to 700: 28 kB instead
of 646.  The licence reserves the name "Source" for the unchanged font, so ours has another.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from wijzer.base.files import Bestand
from wijzer.base.store import kept
from wijzer.model.gemeente import Gemeente

NAME = "Wijzer Sans"
"""Whoever names this in ``huisstijl: letter:`` gets the file."""

_PACKAGE, _FILE = "fontpkg_source_sans_3", "SourceSans3[wght].ttf"
_WEIGHTS = (400, 700)
_CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: names of people from all over Europe
    *map(ord, "‐‑‒–—‘’“”„•…′″‹›€←↑→↓−≤≥✓"),
)
_FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "rvrn"]
_NAMES = {1, 4, 6, 16}
"""Records of a font's ``name`` table with the name of the family (OpenType, ``name``)."""
_ENGINE = Path(__file__).resolve().parents[2]

FALLBACKS = (
    ("Arial", "local('Arial'), local('Liberation Sans'), local('Helvetica')", 0.939),
    ("Roboto", "local('Roboto')", 0.944),
)
"""Fonts that most readers have, and how wide ours is beside each: text in the one takes as much
room as in the other, so nothing jumps when the file arrives."""
_ASCENT, _DESCENT = 0.92, 0.28
"""Above and below the line, in em: together a tight line.

The font itself says 1.024 and 0.4; then text sticks out of a line of 1.2, and a card that fits is
measured as too long.  The base line stays where it was.
"""


def letter(gemeente: Gemeente) -> Iterator[Bestand]:
    """Yield the font file when the municipality uses it."""
    if uses_ours(gemeente):
        content = _font()
        yield Bestand(f"assets/{_name(content)}", content)


def uses_ours(gemeente: Gemeente) -> bool:
    """Tell whether the municipality's list of fonts names ours."""
    names = (name.strip(" '\"") for name in gemeente.huisstijl.letter.split(","))
    return NAME in names


def faces() -> Iterator[str]:
    """Yield the lines of CSS that make the font and its stand-ins known."""
    yield "@font-face {"
    yield f'  font-family: "{NAME}";'
    yield f'  src: url("{_name(_font())}") format("woff2");'
    yield f"  font-weight: {_WEIGHTS[0]} {_WEIGHTS[1]};"
    yield "  font-display: swap;"
    yield from _lines_of(1)
    yield "}"
    for name, local, width in FALLBACKS:
        yield "@font-face {"
        yield f'  font-family: "{NAME} {name}";'
        yield f"  src: {local};"
        yield f"  size-adjust: {width:.1%};"
        yield from _lines_of(width)
        yield "}"


def _lines_of(width: float) -> Iterator[str]:
    yield f"  ascent-override: {_ASCENT / width:.1%};"
    yield f"  descent-override: {_DESCENT / width:.1%};"
    yield "  line-gap-override: 0%;"


def family(gemeente: Gemeente) -> str:
    """Return the value of ``font-family``: after our own font its stand-ins."""
    ours = ", ".join(f'"{NAME} {name}"' for name, _, _ in FALLBACKS)
    names = (name.strip() for name in gemeente.huisstijl.letter.split(","))
    return ", ".join(f'"{NAME}", {ours}' if name.strip("'\"") == NAME else name for name in names)


def _name(content: bytes) -> str:
    return f"wijzer-sans.{hashlib.sha256(content).hexdigest()[:8]}.woff2"


@cache
def _font() -> bytes:
    """Return the font, made once for each checkout: making it takes two seconds."""
    source = files(_PACKAGE) / "files" / _FILE
    made_with = (version("fonttools"), version("brotli"), _WEIGHTS, _CHARACTERS, _FEATURES, NAME)
    digest = hashlib.sha256(source.read_bytes() + repr(made_with).encode()).hexdigest()
    store = kept(_ENGINE, "letter")
    found = store.read(digest)
    if found is None:
        found = _make(source.read_bytes())
        store.write(digest, found)
    return found


def _make(source: bytes) -> bytes:
    # Imported here: most commands make no site.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options = subset.Options(layout_features=_FEATURES, hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_CHARACTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": _WEIGHTS})
    for record in font["name"].names:
        if record.nameID in _NAMES:
            record.string = NAME.replace(" ", "") if record.nameID == 6 else NAME
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
