"""The municipality's colours and font as CSS custom properties, for every stylesheet to use."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.files import Bestand
from wijzer.model.gemeente import Gemeente, Kleuren

PATH = "assets/gemeente.css"


def stylesheet(gemeente: Gemeente) -> Bestand:
    """Return the generated stylesheet; on paper everything stays dark on white."""
    stijl = gemeente.huisstijl
    light = [*_tokens(stijl.licht), f"  --wijzer-letter: {stijl.letter};"]
    dark = [f"  {line}" for line in _tokens(stijl.donker)]
    lines = [
        "/* Gemaakt uit gemeente.yml: verander de kleuren daar. */",
        *(":root {", *light, "}"),
        *("@media screen {", '  [data-md-color-scheme="slate"] {', *dark, "  }", "}"),
    ]
    return Bestand(PATH, ("\n".join(lines) + "\n").encode("utf-8"))


def _tokens(kleuren: Kleuren) -> Iterator[str]:
    for name, value in kleuren.model_dump().items():
        yield f"  --wijzer-{name.replace('_', '-')}: {value};"
