"""The municipality's colours, font and theme as CSS custom properties, for every style sheet.

The names are those of NL Design System (:mod:`wijzer.model.tokens`), so a published theme can be
laid over ours.  A theme knows one scheme of colours; with a theme the site is light.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from wijzer.base.files import Bestand
from wijzer.corpus.corpus import Corpus
from wijzer.model.gemeente import Gemeente
from wijzer.model.tokens import DARK, LIGHT, colour_tokens
from wijzer.pages.letter import faces, family, uses_ours
from wijzer.pages.tekens import signs

PATH = "assets/gemeente.css"
_FONT = "basis-text-font-family-default"
_ASSETS = Path(__file__).resolve().parents[2] / "docs" / "assets"
_USED = re.compile(r"var\(\s*--((?:basis|utrecht|nl)-[a-z0-9-]+)")


def stylesheet(corpus: Corpus) -> Bestand:
    """Return the generated style sheet; on paper everything stays dark on white."""
    gemeente, theme = corpus.gemeente, themed(corpus)
    lines = ["/* Gemaakt uit gemeente.yml: verander de kleuren daar. */"]
    if uses_ours(gemeente):
        lines += faces()
    lines += _rule(":root", light_tokens(gemeente) | theme)
    if not theme:
        dark = colour_tokens(gemeente.huisstijl.donker, DARK)
        lines += ["@media screen {", *_rule('  [data-md-color-scheme="slate"]', dark), "}"]
    lines += signs(gemeente.kernwaarden, dark=not theme)
    return Bestand(PATH, ("\n".join(lines) + "\n").encode("utf-8"))


def light_tokens(gemeente: Gemeente) -> dict[str, str]:
    """Return the tokens that follow from ``gemeente.yml`` alone."""
    colours = colour_tokens(gemeente.huisstijl.licht, LIGHT)
    return {**colours, _FONT: family(gemeente)}


def themed(corpus: Corpus) -> dict[str, str]:
    """Return what the theme sets of what our style sheets use; nothing without a theme."""
    known = _used() | light_tokens(corpus.gemeente).keys()
    return {name: value for name, value in corpus.thema.items() if name in known}


@cache
def _used() -> frozenset[str]:
    files = sorted(_ASSETS.glob("*.css"))
    return frozenset(name for file in files for name in _USED.findall(file.read_text("utf-8")))


def _rule(selector: str, tokens: Mapping[str, str]) -> Iterable[str]:
    indent = " " * (len(selector) - len(selector.lstrip()))
    yield f"{selector} {{"
    yield from _lines(tokens, indent + "  ")
    yield f"{indent}}}"


def _lines(tokens: Mapping[str, str], indent: str) -> Iterator[str]:
    for name, value in tokens.items():
        yield f"{indent}--{name}: {value};"
