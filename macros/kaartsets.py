"""The macro that lists the PDF files with cards."""

from __future__ import annotations

from itertools import groupby

from wijzer.cards.downloads import Download
from wijzer.cards.typst_input import amount
from wijzer.corpus.macro import Context
from wijzer.pages.markdown import bullets, escape, section

_NOTHING_YET = (
    "In dit voorbeeld staan geen PDF's: die worden pas gemaakt als je de hele site bouwt. "
    "Dat doe je met `python3 scripts/wijzer.py bouw`."
)
_GROUPS = {"alle": "Alle dilemma's", "kernwaarde": "Per kernwaarde", "thema": "Per thema"}


def kaartsets(context: Context) -> str:
    """Alle PDF's met dilemmakaarten, met het aantal bladzijden en de grootte."""
    found = [file for file in context.bestanden if isinstance(file, Download)]
    if not found:
        return _NOTHING_YET
    parts = []
    for group, files in groupby(found, key=lambda file: file.stapel.partition("-")[0]):
        parts.append(f"## {_GROUPS[group]}")
        for title, deck in groupby(files, key=lambda file: file.titel):
            parts.extend(_deck(title, list(deck), alone=group == "alle"))
    return section("kaartsets", "\n\n".join(parts), tag="div")


def _deck(title: str, files: list[Download], *, alone: bool) -> list[str]:
    """Return the files of one deck; a deck that is a selection is folded, to keep a phone short."""
    lines = bullets(_line(file) for file in files)
    count = amount(files[0].dilemmas)
    if alone:
        return [count, lines]
    summary = f"<summary>{escape(title)}: {count}</summary>"
    return [f'<details markdown="1">\n{summary}\n\n{lines}\n\n</details>']


def _line(file: Download) -> str:
    pages = f"{file.paginas} bladzijde{'' if file.paginas == 1 else 'n'}"
    text = f"{file.titel}: {file.vorm.label} (PDF, {pages}, {file.grootte})"
    return f"[{escape(text)}]({file.pad})"
