"""Printing what changed in the law: for a person, as JSON, and as Markdown for an issue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum

from wijzer.base.escape import issue_text
from wijzer.base.marked_words import ISSUE, TERMINAL, marked_words
from wijzer.corpus.register import plaats_text
from wijzer.corpus.relations import Aanhaling
from wijzer.editor.wetswijziging import Wetswijziging
from wijzer.legal.place import is_part_number
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma
from wijzer.pages.markdown import day
from wijzer.recht.diff import Sleutel, Verschil, Wijziging


class Vorm(StrEnum):
    """How the changes are printed."""

    TEKST = "tekst"
    JSON = "json"
    MARKDOWN = "markdown"


def place_name(sleutel: Sleutel) -> str:
    """Print a place: ``artikel 8, eerste lid, aanhef en onder e``; also of what has no letter."""
    artikel, lid, onderdeel = sleutel
    whole = not onderdeel or is_part_number(onderdeel)
    try:
        text = plaats_text(Aanhaling("", artikel, lid, onderdeel if whole else ""))
    except ValueError:  # an annex, or a piece of text without a number
        text = f"{artikel}, lid {lid}" if lid else artikel
    return text if whole else f"{text}, {onderdeel}"


def page_name(document: Document) -> str:
    """Print a page with its kind: ``dilemma en kaart 12: Een fles wijn``."""
    if isinstance(document.model, Dilemma):
        return f"{DILEMMA.naam} en kaart {document.model.nummer}: {document.titel}"
    return f"{document.soort.naam}: {document.titel}"


def said(wijziging: Wetswijziging, verschil: Verschil) -> str:
    """Say in one line what happened to a passage."""
    where = place_name(verschil.plaats)
    if verschil.soort is Wijziging.VERPLAATST and verschil.naar:
        return f"{where}: verplaatst naar {place_name(verschil.naar)}"
    if wijziging.komt and verschil.soort is Wijziging.VERANDERD:
        what = "dit lid" if verschil.plaats[1] and not verschil.plaats[2] else "deze tekst"
        return f"{where}: vanaf {day(wijziging.nieuw.versie)} luidt {what}"
    when = f" vanaf {day(wijziging.nieuw.versie)}" if wijziging.komt else ""
    return f"{where}: {verschil.soort}{when}"


def print_text(wijzigingen: Iterable[Wetswijziging]) -> str:
    """Print for a person at a terminal: ``[-weg-]`` and ``{+erbij+}``."""
    lines: list[str] = []
    for wijziging in wijzigingen:
        lines += [wijziging.regeling.titel, *(f"  {line}" for line in wijziging.kop)]
        for verschil in wijziging.verschillen:
            lines += [
                "",
                f"  {said(wijziging, verschil)}",
                f"    {marked_words(verschil.woorden, TERMINAL)}",
            ]
            pages = wijziging.leans(verschil)
            lines += [f"    leunt hierop: {page_name(d)} ({d.path})" for d in pages]
        lines.append("")
    return "\n".join(lines) or "Er is niets veranderd."


def print_markdown(wijzigingen: Iterable[Wetswijziging]) -> str:
    """Print for an issue; words from elsewhere cannot become a link, a mention or HTML."""
    lines: list[str] = []
    for wijziging in wijzigingen:
        lines += [f"## {issue_text(wijziging.regeling.titel)}", ""]
        lines += [issue_text(line) for line in wijziging.kop]
        for verschil in wijziging.verschillen:
            lines += ["", f"### {issue_text(said(wijziging, verschil))}", ""]
            lines += [f"> {marked_words(verschil.woorden, ISSUE)}", ""]
            pages = wijziging.leans(verschil)
            lines += [f"- [ ] {issue_text(page_name(d))} (`{d.path}`)" for d in pages]
        lines.append("")
    return "\n".join(lines) or "Er is niets veranderd.\n"


def print_json(wijzigingen: Iterable[Wetswijziging]) -> str:
    """Print for a program."""
    rows = [
        {
            "regeling": w.regeling.id,
            "titel": w.nieuw.titel,
            "was": w.oud.versie.isoformat(),
            "wordt": w.nieuw.versie.isoformat(),
            "komt": w.komt,
            "kop": [*w.kop],
            "verschillen": [_row(w, verschil) for verschil in w.verschillen],
        }
        for w in wijzigingen
    ]
    return json.dumps({"wijzigingen": rows}, ensure_ascii=False, indent=2)


def _row(wijziging: Wetswijziging, verschil: Verschil) -> dict[str, object]:
    return {
        "soort": verschil.soort.value,
        "van": verschil.van and list(verschil.van),
        "naar": verschil.naar and list(verschil.naar),
        "oud": verschil.oud,
        "nieuw": verschil.nieuw,
        "woorden": [[piece.teken, piece.tekst] for piece in verschil.woorden],
        "leunt_hierop": [document.path for document in wijziging.leans(verschil)],
    }


PRINTERS = {Vorm.TEKST: print_text, Vorm.JSON: print_json, Vorm.MARKDOWN: print_markdown}
