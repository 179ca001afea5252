"""The one place that calls Typst: own fonts only, a fixed moment, no warnings accepted."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from wijzer.cards.characters import printable
from wijzer.cards.line_ends import unmistakable

TEMPLATES = Path(__file__).parent / "typst"
PDF_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""PDF/A-2a (ISO 19005-2, to keep) and PDF/UA-1 (ISO 14289-1, accessible), both in one file."""
_FONTS = ("Regular", "Bold", "It", "BoldIt")


class CompileError(Exception):
    """Typst refused the document; the message is for the person who asked for it."""


def make_pdf(template: str, data: Mapping[str, Any], moment: int) -> bytes:
    """Return the PDF of a template; ``moment`` is its date in seconds since 1970.

    Equal arguments give equal bytes.  Raises :class:`CompileError` on every error and on every
    warning: a font that is not found is only a warning for Typst.
    """
    try:
        pdf, warnings = _compiler(template).compile_with_warnings(
            sys_inputs=_inputs(data),
            format="pdf",
            pdf_standards=PDF_STANDARDS,
            timestamp=moment,
        )
    except typst.TypstError as error:
        raise CompileError(_message(error)) from error
    if warnings or not isinstance(pdf, bytes):
        raise CompileError("; ".join(warning.message for warning in warnings))
    return unmistakable(pdf)


def measure(template: str, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the values that a template leaves behind under the label ``<meting>``."""
    source = TEMPLATES / template
    compiler = typst.Compiler(
        source, TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=_inputs(data)
    )
    try:
        values: list[dict[str, Any]] = json.loads(compiler.query("<meting>", field="value"))
    except typst.TypstError as error:
        raise CompileError(_message(error)) from error
    return values


@cache
def _compiler(template: str) -> typst.Compiler:
    """Return a compiler that stays: a second deck reuses what the first has laid out."""
    source = TEMPLATES / template
    return typst.Compiler(source, TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(_printable(data), ensure_ascii=False, sort_keys=True)}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, list | tuple) else value


def _message(error: typst.TypstError) -> str:
    return "\n".join([error.message, *error.hints])


@cache
def _fonts() -> typst.Fonts:
    """Return the four styles that the templates use.

    The package holds every style twice (OTF and TTF), and which of the two Typst takes depends
    on the order of the folder on disk.  From a folder with one of each the bytes are the same
    everywhere.
    """
    folder = Path(tempfile.mkdtemp(prefix="wijzer-letters-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for style in _FONTS:
        name = f"SourceSansPro-{style}.otf"
        shutil.copyfile(Path(font_source_sans_pro.font_directory) / name, folder / name)
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


@cache
def template_fingerprint() -> bytes:
    """Return what a cached result depends on besides its data: templates and Typst itself."""
    sources = [file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ"))]
    return b"\0".join([version("typst").encode(), *sources])
