"""The text of a filled-in form, as a Git server shows it: ``### Label``, then the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

_HEADING = "### "
_EMPTY = "_No response_"


@dataclass(frozen=True)
class Antwoord:
    """What somebody answered, line by line, and on which line of the form that begins."""

    regel: int
    regels: tuple[str, ...] = ()

    @property
    def zin(self) -> str:
        """The answer on one line."""
        return " ".join(" ".join(self.regels).split())

    @property
    def punten(self) -> Iterator[tuple[int, str]]:
        """Every line that says something, with its number."""
        for number, line in enumerate(self.regels, self.regel):
            if line.strip():
                yield number, line.strip()


class FormError(Exception):
    """The text is not that form; the message is for the editor, ``regel`` counts from 1."""

    def __init__(self, regel: int, tekst: str, tip: str) -> None:
        super().__init__(tekst)
        self.regel, self.tekst, self.tip = regel, tekst, tip


def read_form(text: str, labels: Collection[str]) -> Mapping[str, Antwoord]:
    """Return the answers that are given, by label.

    Only a label of this form is a heading; any other line is what somebody typed.  Raises
    :class:`FormError` when a label stands there twice: then nobody can tell whose text it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        label = line.removeprefix(_HEADING).rstrip()
        if line.startswith(_HEADING) and label in labels:
            if label in starts:
                tip = "Haal een van de twee weg: zo is niet te zien welke tekst waarbij hoort."
                raise FormError(number, f"de kop `### {label}` staat er twee keer", tip)
            starts[label] = number
    ends = [*starts.values(), len(lines) + 1][1:]
    found = {
        label: _answer(start + 1, lines[start : end - 1])
        for (label, start), end in zip(starts.items(), ends, strict=False)
    }
    return {label: answer for label, answer in found.items() if answer.zin not in ("", _EMPTY)}


def _answer(first: int, lines: list[str]) -> Antwoord:
    """Return an answer without the blank lines around it."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return Antwoord(first)
    return Antwoord(first + filled[0], tuple(lines[filled[0] : filled[-1] + 1]))
