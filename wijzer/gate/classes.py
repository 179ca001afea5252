"""Classes that a style or script of the site knows: an editor's text must not pass for its parts.

A class that nothing knows does nothing, and may stand in a text.  With one that the theme knows a
text could lie over the page, or (``mermaid``) make the theme fetch a program from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wijzer.gate.allowed import CONTENT_CLASSES, LANGUAGE_CLASS

_OURS = Path(__file__).resolve().parents[2] / "docs" / "assets"
_IN_STYLE = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_TEXT = re.compile(r"\"([^\"\n]{1,400})\"|'([^'\n]{1,400})'|`([^`]{1,400})`")
_WORD = re.compile(r"(?:^|[\s.])(-?[A-Za-z_][\w-]*)")


def may_be_written(word: str) -> bool:
    """Tell whether an editor may give this class to something."""
    known = word in CONTENT_CLASSES or LANGUAGE_CLASS.fullmatch(word)
    return bool(known) or (word.isascii() and word.lower() not in _known())


@cache
def _known() -> frozenset[str]:
    """Return every class in the style sheets, and every word in the scripts that may be one."""
    found: set[str] = set()
    for file in _files():
        text = file.read_text("utf-8")
        if file.suffix == ".css":
            found.update(_IN_STYLE.findall(text))
        else:
            pieces = (a or b or c for a, b, c in _TEXT.findall(text))
            words = (word for piece in pieces for word in _WORD.findall(piece))
            found.update(word for word in words if len(word) > 2)
    return frozenset(word.lower() for word in found)


def _files() -> Iterator[Path]:
    theme = find_spec("material")
    folders = [_OURS]
    if theme and theme.submodule_search_locations:
        folders.append(Path(theme.submodule_search_locations[0]) / "templates" / "assets")
    for folder in folders:
        for kind in ("*.css", "*.js"):
            yield from (f for f in sorted(folder.rglob(kind)) if "lunr" not in f.parts)
