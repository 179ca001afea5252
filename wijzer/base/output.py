"""Printing findings: for a person, for GitHub, or as JSON."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum

from wijzer.base.escape import terminal_line, workflow_property, workflow_text
from wijzer.base.findings import Ernst, Melding, errors


class Formaat(StrEnum):
    """How findings are printed."""

    TEKST = "tekst"
    GITHUB = "github"
    JSON = "json"
    JUNIT = "junit"


def render(meldingen: Sequence[Melding], formaat: Formaat, pages: int) -> str:
    """Return all findings and, but for JSON and JUnit, one closing line with counts."""
    return _RENDERERS[formaat](meldingen, pages)


def _text(meldingen: Sequence[Melding], pages: int) -> str:
    lines: list[str] = []
    for melding in meldingen:
        mark = "tip: " if melding.ernst is Ernst.TIP else ""
        place = terminal_line(f"{melding.pad}:{melding.regel}")
        lines.append(f"{place}: {mark}{terminal_line(melding.tekst)}")
        lines.extend(f"    {terminal_line(line)}" for line in melding.tip.split("\n") if line)
    return "\n".join([*lines, summary(meldingen, pages)])


def summary(meldingen: Iterable[Melding], pages: int) -> str:
    """Return the closing line: how many pages, mistakes and tips."""
    meldingen = list(meldingen)
    mistakes = len(errors(meldingen))
    tips = len(meldingen) - mistakes
    found = f"{_count(mistakes, 'fout', 'fouten')}, {_count(tips, 'tip', 'tips')}"
    return f"{_count(pages, 'pagina', 'pagina’s')} nagekeken: {found}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _github(meldingen: Sequence[Melding], pages: int) -> str:
    """Print workflow commands: https://docs.github.com/actions, "Setting an error message"."""
    lines = []
    for melding in meldingen:
        level = "notice" if melding.ernst is Ernst.TIP else "error"
        place = f"file={workflow_property(melding.pad)},line={melding.regel}"
        text = melding.tekst + (f"\n{melding.tip}" if melding.tip else "")
        lines.append(f"::{level} {place}::{workflow_text(text)}")
    return "\n".join([*lines, summary(meldingen, pages)])


def _json(meldingen: Sequence[Melding], pages: int) -> str:
    mistakes = len(errors(meldingen))
    data = {
        "paginas": pages,
        "fouten": mistakes,
        "tips": len(meldingen) - mistakes,
        "meldingen": [asdict(melding) for melding in meldingen],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _junit(meldingen: Sequence[Melding], pages: int) -> str:
    """Print one test case per finding; a run without findings is one case that passed."""
    del pages
    suite = ET.Element("testsuite", name="wijzer", tests=str(len(meldingen) or 1))
    suite.set("failures", str(len(errors(meldingen))))
    for melding in meldingen:
        text = terminal_line(melding.tekst)
        place = {"classname": melding.pad, "name": f"regel {melding.regel}: {text}"}
        case = ET.SubElement(suite, "testcase", place)
        kind = "failure" if melding.ernst is Ernst.FOUT else "system-out"
        found = ET.SubElement(case, kind)
        if kind == "failure":
            found.set("message", text)
        found.text = "\n".join(map(terminal_line, melding.tip.split("\n")))
    if not meldingen:
        ET.SubElement(suite, "testcase", classname="wijzer", name="geen meldingen")
    ET.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode")


_RENDERERS: dict[Formaat, Callable[[Sequence[Melding], int], str]] = {
    Formaat.TEKST: _text,
    Formaat.GITHUB: _github,
    Formaat.JSON: _json,
    Formaat.JUNIT: _junit,
}
