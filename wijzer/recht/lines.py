"""The file of one text: JSON with one passage a line, and a seal that shows changes by hand.

JSON, because it has one way to write every value and never reads ``1.10`` or ``no`` as something
else; one passage a line, so that a change in the law reads well in Git.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from wijzer.recht.passages import Passage, Wettekst

LET_OP = "Dit bestand schrijft het programma. Verander het niet met de hand."
_SEAL = '],\n"zegel": "'


class BrokenTextError(ValueError):
    """A file is not as the program wrote it; ``line`` counts from 1."""

    def __init__(self, text: str, line: int = 1) -> None:
        super().__init__(text)
        self.text = text
        self.line = line


def dump(tekst: Wettekst) -> str:
    """Return the content of the file: the same text always gives the same characters."""
    head = {
        "let_op": LET_OP,
        "nummer": tekst.nummer,
        "titel": tekst.titel,
        "opschrift": tekst.opschrift,
        "soort": tekst.soort,
        "afkortingen": list(tekst.afkortingen),
        "versie": tekst.versie.isoformat(),
        "geldig_tot": tekst.geldig_tot and tekst.geldig_tot.isoformat(),
        "herkomst": tekst.herkomst,
        "gelezen_op": tekst.gelezen_op.isoformat(),
        "volledig": tekst.volledig,
        "laatste_artikel": tekst.laatste_artikel,
        "zonder_tekst": list(tekst.zonder_tekst),
    }
    rows = [f"{_json(key)}: {_json(value)}," for key, value in head.items()]
    passages = ",\n".join(_json(_row(passage)) for passage in tekst.passages)
    body = "\n".join(["{", *rows, '"passages": [', passages, ""])
    return f'{body}{_SEAL}{_seal(body)}"\n}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _row(passage: Passage) -> dict[str, str]:
    row = {
        "artikel": passage.artikel,
        "lid": passage.lid,
        "onderdeel": passage.onderdeel,
        "geldig_vanaf": passage.geldig_vanaf.isoformat(),
        "stam": passage.stam,
        "hash": passage.hash,
        "tekst": passage.tekst,
    }
    return {key: value for key, value in row.items() if value}


def load(text: str) -> Wettekst:
    """Read the content of a file; raise :class:`BrokenTextError` when a hand has changed it."""
    try:
        data = json.loads(text)
        tekst = _text(data)
        same = dump(tekst) == text  # half a character (`"\\ud800"`) is no text either
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BrokenTextError("dit bestand is niet te lezen") from None
    if not same:
        line = next(_changed(tekst, data, text), 1)
        raise BrokenTextError("dit bestand is met de hand veranderd", line)
    return tekst


def _changed(tekst: Wettekst, data: dict[str, Any], text: str) -> Iterator[int]:
    """Yield the lines of passages whose words no longer fit their hash."""
    for passage, row in zip(tekst.passages, data["passages"], strict=True):
        if passage.hash != row.get("hash"):
            words = _json(passage.tekst)
            lines = enumerate(text.split("\n"), 1)
            yield from (number for number, line in lines if words in line)


def _text(data: dict[str, Any]) -> Wettekst:
    return Wettekst(
        nummer=str(data["nummer"]),
        titel=str(data["titel"]),
        versie=_date(data["versie"]),
        herkomst=str(data["herkomst"]),
        gelezen_op=_date(data["gelezen_op"]),
        volledig=data["volledig"] is True,
        passages=tuple(_passage(row) for row in data["passages"]),
        laatste_artikel=str(data["laatste_artikel"]),
        zonder_tekst=tuple(str(number) for number in data["zonder_tekst"]),
        geldig_tot=_date(data["geldig_tot"]) if data["geldig_tot"] else None,
        opschrift=str(data["opschrift"]),
        soort=str(data["soort"]),
        afkortingen=tuple(str(short) for short in data["afkortingen"]),
    )


def _passage(row: dict[str, str]) -> Passage:
    return Passage(
        str(row["artikel"]),
        str(row.get("lid", "")),
        str(row.get("onderdeel", "")),
        str(row["tekst"]),
        _date(row["geldig_vanaf"]),
        str(row.get("stam", "")),
    )


def _date(value: object) -> datetime.date:
    return datetime.date.fromisoformat(str(value))
