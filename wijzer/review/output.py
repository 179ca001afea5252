"""Printing what a change does: for a person, as Markdown for a comment, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TypeVar

from wijzer.base.findings import Ernst, Melding
from wijzer.base.marked_words import ISSUE, TERMINAL, Schrift, marked_words
from wijzer.model.document import Document
from wijzer.review.cards import Kaartwijziging
from wijzer.review.change import (
    Adreswijziging,
    Paginawijziging,
    Sitewijziging,
    Verbandwijziging,
    Wat,
)

_T = TypeVar("_T")
MOST = 60_000
"""Characters of a comment; GitHub takes 65,536."""
_NOTHING = "Er verandert niets aan de site."
_NO_WORDS = (
    "Zolang er fouten zijn, is er geen nieuwe site. Welke woorden voor lezers veranderen, staat "
    "hier pas als de fouten verholpen zijn."
)
_NO_WORDS_BEFORE = (
    "In de eerdere versie vindt de controle van nu fouten. Welke woorden voor lezers veranderen, "
    "is daarom niet bekend."
)
_CUT = (
    "Er is meer veranderd dan hier past. Alles zie je met: python3 scripts/wijzer.py verschil BASIS"
)
_HEADS = {
    Wat.NIEUW: "Nieuwe pagina's",
    Wat.VERHUISD: "Pagina's die verhuizen",
    Wat.GEWIJZIGD: "Pagina's die veranderen",
    Wat.VERVALLEN: "Pagina's die verdwijnen",
    Wat.MEE: "Pagina's die mee veranderen",
}


class Vorm(StrEnum):
    """How the report is printed."""

    TEKST = "tekst"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True)
class _Stijl:
    """The signs of one form."""

    kop: str
    punt: str
    onder: str
    woorden: Schrift

    def say(self, text: str) -> str:
        return self.woorden.veilig(text)


_TEKST = _Stijl("{}", "- {}", "    {}", TERMINAL)
_MARKDOWN = _Stijl("### {}\n", "- {}", "    - {}", ISSUE)


def print_text(wijziging: Sitewijziging, opmerkingen: Sequence[str] = ()) -> str:
    """Print for a person at a terminal: ``[-weg-]`` and ``{+erbij+}``."""
    return "\n".join(_lines(wijziging, opmerkingen, _TEKST))


def print_markdown(wijziging: Sitewijziging, opmerkingen: Sequence[str] = ()) -> str:
    """Print for a comment; words from the sources cannot become a link, a mention or HTML.

    A comment that would be longer than :data:`MOST` is cut off, and says so.
    """
    lines = [*_lines(wijziging, opmerkingen, _MARKDOWN)]
    length, kept = 0, 0
    while kept < len(lines) and (length := length + len(lines[kept]) + 1) <= MOST:
        kept += 1
    if kept < len(lines):
        lines[kept:] = ["", _CUT]
    return "\n".join(lines)


def print_json(wijziging: Sitewijziging, opmerkingen: Sequence[str] = ()) -> str:
    """Print for a program."""
    data = {
        "opmerkingen": [*opmerkingen],
        "breekt": wijziging.breekt,
        "woorden_bekend": wijziging.woorden_bekend,
        "paginas": [_row(page) for page in wijziging.paginas],
        "concepten": [draft.path for draft in wijziging.concepten],
        "adressen": [asdict(row) for row in wijziging.adressen],
        "verbanden": [asdict(row) for row in wijziging.verbanden],
        "aanhalingen": [asdict(row) for row in wijziging.aanhalingen],
        "kaarten": [asdict(row) for row in wijziging.kaarten],
        "meldingen": [asdict(row) for row in wijziging.meldingen],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _row(page: Paginawijziging) -> dict[str, object]:
    return {
        "wat": page.wat.value,
        "pad": page.pagina.path,
        "titel": page.pagina.titel,
        "van": page.van,
        "woorden": [[[piece.teken, piece.tekst] for piece in alinea] for alinea in page.woorden],
    }


def _lines(wijziging: Sitewijziging, opmerkingen: Sequence[str], stijl: _Stijl) -> Iterator[str]:
    for text in (*opmerkingen, *_unknown(wijziging)):
        yield from (stijl.say(text), "")
    if wijziging.leeg:
        yield _NOTHING
    errors = [m for m in wijziging.meldingen if m.ernst is Ernst.FOUT]
    tips = [m for m in wijziging.meldingen if m.ernst is Ernst.TIP]
    yield from _part("Fouten", errors, _finding, stijl)
    yield from _part("Adressen die niet meer kloppen", wijziging.adressen, _address, stijl)
    for wat, head in _HEADS.items():
        yield from _part(head, [p for p in wijziging.paginas if p.wat is wat], _page, stijl)
    yield from _part("Concepten, nog niet op de site", wijziging.concepten, _draft, stijl)
    yield from _part("Kaarten", wijziging.kaarten, _card, stijl)
    yield from _part("Verbanden", wijziging.verbanden, _relation, stijl)
    yield from _part("Aanhalingen van wetten en regels", wijziging.aanhalingen, _citation, stijl)
    yield from _part("Nieuwe tips", tips, _finding, stijl)


def _unknown(wijziging: Sitewijziging) -> Iterator[str]:
    if wijziging.fout_na:
        yield _NO_WORDS
    elif wijziging.fout_voor:
        yield _NO_WORDS_BEFORE


def _part(
    kop: str, rows: Sequence[_T], show: Callable[[_T, _Stijl], Iterator[str]], stijl: _Stijl
) -> Iterator[str]:
    """Yield a part of the report: its heading with a count, and for each row one line or more."""
    if not rows:
        return
    yield stijl.kop.format(f"{kop} ({len(rows)})")
    for row in rows:
        first, *more = show(row, stijl)
        yield stijl.punt.format(first)
        yield from (stijl.onder.format(line) for line in more)
    yield ""


def _page(page: Paginawijziging, stijl: _Stijl) -> Iterator[str]:
    where = f"{page.van} wordt {page.pagina.path}" if page.van else page.pagina.path
    yield stijl.say(f"{page.pagina.titel} ({page.pagina.soort.naam}, {where})")
    yield from (marked_words(alinea, stijl.woorden) for alinea in page.woorden)


def _draft(draft: Document, stijl: _Stijl) -> Iterator[str]:
    yield stijl.say(f"{draft.titel} ({draft.soort.naam}, {draft.path})")


def _address(adres: Adreswijziging, stijl: _Stijl) -> Iterator[str]:
    if adres.wordt:
        yield stijl.say(f"/{adres.adres}/ was “{adres.was}” en leidt nu naar “{adres.wordt}”")
    else:
        yield stijl.say(
            f"/{adres.adres}/ (“{adres.was}”) leidt nergens meer heen: zet het adres bij "
            "oude_paden van de pagina die ervoor in de plaats komt"
        )


def _card(kaart: Kaartwijziging, stijl: _Stijl) -> Iterator[str]:
    fits = "" if kaart.wat == "vervallen" else "; past niet" if kaart.meldingen else "; past"
    yield stijl.say(f"Kaart {kaart.nummer}, {kaart.titel}: {kaart.wat}{fits}")


def _relation(row: Verbandwijziging, stijl: _Stijl) -> Iterator[str]:
    yield stijl.say(f"{_sign(row)}: {row.pagina} → {row.naar} ({row.wat})")


def _citation(row: Verbandwijziging, stijl: _Stijl) -> Iterator[str]:
    yield stijl.say(f"{_sign(row)}: {row.pagina} haalt {row.wat} aan ({row.naar})")


def _sign(row: Verbandwijziging) -> str:
    return "erbij" if row.erbij else "weg"


def _finding(melding: Melding, stijl: _Stijl) -> Iterator[str]:
    yield stijl.say(f"{melding.pad}:{melding.regel}: {melding.tekst}")
    yield from (stijl.say(line) for line in melding.tip.split("\n") if line.strip())


PRINTERS = {Vorm.TEKST: print_text, Vorm.MARKDOWN: print_markdown, Vorm.JSON: print_json}
