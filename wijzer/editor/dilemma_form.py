"""From the form "Stel een dilemma voor" to the text of a draft, every line with its origin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijzer.editor.issue_form import Antwoord, FormError, read_form
from wijzer.editor.template import template
from wijzer.model.fields import UNFILLED
from wijzer.model.kinds import DILEMMA, DILEMMADELEN
from wijzer.model.validate import choice
from wijzer.model.vocabulary import Doelgroep, Thema, Woord

TITEL, SAMENVATTING, THEMA, VOOR_WIE = "Titel", "In één zin", "Thema", "Voor wie"
ZOEKWOORDEN, AKKOORD = "Zoekwoorden", "Even nalopen"
SITUATIE, VRAAG = DILEMMADELEN["situatie"], DILEMMADELEN["vraag"]
_POINTS = {DILEMMADELEN["bespreek"]: "1. ", DILEMMADELEN["wendingen"]: "- "}
"""Parts that are a list, with what stands in front of each line."""
_PARTS = (SITUATIE, VRAAG, *_POINTS)
_REQUIRED = (TITEL, SAMENVATTING, SITUATIE, VRAAG, THEMA, VOOR_WIE)
LABELS = (*_REQUIRED, *_POINTS, ZOEKWOORDEN, AKKOORD)
_SIGN = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+")
"""What people put in front of each line themselves."""
_HEADING = "## "
Regel = tuple[str, int]
"""A line of the draft, and the line of the form that it comes from; 0 for one of our own."""


@dataclass(frozen=True)
class Concept:
    """The text of a draft."""

    regels: tuple[Regel, ...]
    titel: str

    @property
    def tekst(self) -> str:
        """The draft as a file."""
        return "\n".join(line for line, _ in self.regels)

    def herkomst(self, regel: int) -> int:
        """Return the line of the form behind a line of the draft; 0 when there is none."""
        return self.regels[regel - 1][1] if 0 < regel <= len(self.regels) else 0

    def voor_redactie(self, regel: int) -> bool:
        """Tell whether the editor still has to do something here, whatever the form says.

        That is a heading above an empty part, or a key that a new page begins with.
        """
        lines = [line for line, _ in self.regels]
        empty = lines[regel : regel + 2] == ["", UNFILLED]
        in_head = 1 < regel <= lines.index("---", 1)
        return empty or (in_head and not self.herkomst(regel))


def draft(text: str, nummer: int) -> Concept:
    """Return a draft dilemma from a filled-in form; raise :class:`FormError` when it is not one."""
    answers = read_form(text, LABELS)
    for label in _REQUIRED:
        if label not in answers:
            tip = "Neem de hele tekst van het formulier over, met de koppen erbij."
            raise FormError(1, f"onder `### {label}` staat niets", tip)
    keys = dict(_keys(answers))
    head, _, body = template(DILEMMA, nummer).partition("\n---\n")
    rows = (*_head(head, keys), ("---", 0), *_body(body, answers))
    return Concept(rows, answers[TITEL].zin)


def _keys(answers: Mapping[str, Antwoord]) -> Iterator[tuple[str, list[Regel]]]:
    """Yield every key that the form fills, with its lines; no lines for one that may go."""
    yield "titel", [_text("titel", answers[TITEL])]
    yield "samenvatting", [_text("samenvatting", answers[SAMENVATTING])]
    words = answers.get(ZOEKWOORDEN)
    items = [(f"  - {_quoted(_bare(word))}", n) for n, word in words.punten] if words else []
    yield "zoekwoorden", [("zoekwoorden:", 0), *items] if items else [("zoekwoorden: []", 0)]
    yield "beoordelen_voor", []
    theme = answers[THEMA]
    yield "thema", [(f"thema: {_word(Thema, theme.zin, theme.regel)}", theme.regel)]
    groups = answers[VOOR_WIE]
    chosen = [_word(Doelgroep, name, groups.regel) for name in groups.zin.split(", ")]
    yield "doelgroep", [("doelgroep:", 0), *((f"  - {one}", groups.regel) for one in chosen)]


def _text(key: str, answer: Antwoord) -> Regel:
    return f"{key}: {_quoted(answer.zin)}", answer.regel


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _bare(line: str) -> str:
    found = _SIGN.match(line)
    return line[found.end() :] if found else line


def _word(kind: type[Woord], label: str, line: int) -> Woord:
    known = {word.label: word for word in kind}
    if label not in known:
        raise FormError(line, f"onbekende keuze: `{label}`", choice(label, known))
    return known[label]


def _head(head: str, keys: Mapping[str, list[Regel]]) -> Iterator[Regel]:
    """Yield the header of a new page with the keys that the form fills."""
    ours = True
    for line in head.split("\n"):
        key = "" if line.startswith(" ") else line.partition(":")[0]
        if key:
            ours = key not in keys
            yield from keys.get(key, [])
        if ours:
            yield line, 0


def _body(body: str, answers: Mapping[str, Antwoord]) -> Iterator[Regel]:
    """Yield the text of a new page with the parts that the form fills."""
    part = ""
    for line in body.split("\n"):
        part = line.removeprefix(_HEADING) if line.startswith(_HEADING) else part
        answer = answers.get(part) if part in _PARTS else None
        if answer is None:
            yield line, 0
        elif line.startswith(_HEADING):
            yield line, answer.regel
        elif line == UNFILLED:
            yield from _part(part, answer)
        else:
            yield line, 0


def _part(part: str, answer: Antwoord) -> Iterator[Regel]:
    if sign := _POINTS.get(part):
        yield from ((sign + _bare(line), number) for number, line in answer.punten)
    else:
        yield from ((line, number) for number, line in enumerate(answer.regels, answer.regel))
