"""Only known kinds of files stand under ``docs/``: what stands there is published."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from wijzer.base.config import Config, read_config, strings_of
from wijzer.base.files import storable
from wijzer.base.findings import Melding
from wijzer.gate.image import IMAGE_TYPES, wrong_image
from wijzer.gate.pdf import wrong_pdf
from wijzer.gate.svg import wrong_svg
from wijzer.load.tree import is_published

_DOCS = "docs"
_MAX_SVG = 200_000
_ASSET = re.compile(r"assets/[\w./-]+\.(?:css|js)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]*")
_INSTEAD = {
    ".css": "Stijlen zijn van de beheerder: noem het bestand in mkdocs.yml, of haal het weg.",
    ".js": "Scripts zijn van de beheerder: noem het bestand in mkdocs.yml, of haal het weg.",
    ".html": "Maak er een gewone pagina van (.md). De site maakt zelf HTML.",
    ".htm": "Maak er een gewone pagina van (.md). De site maakt zelf HTML.",
    ".txt": "Maak er een gewone pagina van (.md).",
    ".gif": "Sla de afbeelding op als PNG.",
    ".yaml": "Noem het bestand .yml.",
    "cname": "De naam van de site hoort bij de webserver, niet in deze map.",
}
_OFFICE = frozenset(".doc .docx .odt .ods .ppt .pptx .rtf .xls .xlsx".split())
_OTHERWISE = (
    "In docs/ mogen Markdown (.md), gegevens (.yml), PDF's en afbeeldingen (PNG, JPEG, WebP, SVG)."
)


def check(root: Path) -> Iterator[Melding]:
    """Yield a finding for every file under ``docs/`` that may not be published."""
    config = read_config(root)
    named = _named(config, root)
    for file in _files(root / _DOCS):
        path = file.relative_to(root).as_posix()
        if config.wrong_line and file.suffix in (".css", ".js"):
            continue  # what the site uses is not known
        if not is_published(path) or file.is_symlink():
            continue  # not published; or reported by whoever walks the folders
        inside = path.removeprefix(f"{_DOCS}/")
        if wrong := next((p for p in inside.split("/")[:-1] if not _NAME.fullmatch(p)), None):
            tip = "Gebruik letters, cijfers, punten en streepjes."
            yield Melding(path, 1, f"`{wrong}` is geen goede naam van een map", tip)
        elif not storable(inside) or not _NAME.fullmatch(file.name):
            tip = "Gebruik letters, cijfers, punten en streepjes, en een korte naam."
            yield Melding(path, 1, f"`{file.name}` is geen goede bestandsnaam", tip)
        elif problem := next(_problems(file, inside, named), None):
            yield Melding(path, 1, *problem)


def _files(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):  # it follows no links
        yield from sorted(Path(where) / name for name in names)


def _named(config: Config, root: Path) -> frozenset[str]:
    """Return the styles and scripts that the site itself uses, by their place in ``docs/``."""
    extra = config.values.get("extra")
    polyfills = extra.get("polyfills") if isinstance(extra, dict) else ()
    listed = (config.values.get("extra_css"), config.values.get("extra_javascript"), polyfills)
    paths = {path for values in listed for path in strings_of(values)}
    theme = root / "thema"
    for template in sorted(theme.rglob("*.html")) if theme.is_dir() else ():
        paths |= set(_ASSET.findall(template.read_text("utf-8")))
    return frozenset(paths)


def _problems(file: Path, inside: str, named: frozenset[str]) -> Iterator[tuple[str, str]]:
    suffix = PurePosixPath(inside).suffix.lower()
    if suffix in (".md", ".markdown", ".yml") or inside in named:
        return
    try:
        data = file.read_bytes()
    except OSError:
        yield "het bestand is niet te lezen", "Kijk of het bestand bestaat en of je het mag openen."
        return
    if suffix in IMAGE_TYPES:
        yield from ((text, tip) for text, tip in wrong_image(data, suffix))
    elif suffix == ".svg":
        yield from ((text, _SVG_TIP) for text in _wrong_svg(data))
    elif suffix == ".pdf":
        yield from ((text, _PDF_TIP) for text in wrong_pdf(data))
    else:
        yield "dit soort bestand hoort niet in docs/", _instead(file.name, suffix)


_SVG_TIP = "Sla de tekening opnieuw op als gewone SVG, zonder scripts en zonder links naar buiten."
_PDF_TIP = "Maak de PDF opnieuw vanuit de tekst, zonder scripts, formulieren en bijlagen."


def _wrong_svg(data: bytes) -> Iterator[str]:
    if len(data) > _MAX_SVG:
        yield f"deze tekening is te groot: {len(data) // 1000} kB, ten hoogste {_MAX_SVG // 1000}"
    else:
        yield from wrong_svg(data)


def _instead(name: str, suffix: str) -> str:
    if suffix in _OFFICE:
        return "Maak er een pagina van (.md), of sla het document op als PDF."
    return _INSTEAD.get(suffix or name.lower(), _OTHERWISE)
