"""The register of every address that was ever published: ``adressen.txt``.

One address a line, without slashes around it.  Behind the short address of a card stands the
address of its dilemma, because a number never goes to another dilemma.  Publishing adds lines;
nothing takes one away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.corpus.addresses import short_address
from wijzer.model.document import Document
from wijzer.model.pages import Dilemma

PATH = "adressen.txt"
_LINE = re.compile(r"(?P<adres>[a-z0-9/_.-]+)(?: (?P<pagina>[a-z0-9/_.-]+))?")
_CARD = re.compile(r"d/(?P<nummer>\d+)")
_HEAD = """\
# Elk adres dat ooit op de site stond. `publiceer` zet nieuwe adressen erbij. Haal er geen regel
# uit: iemand kan het adres hebben bewaard, of een kaart met de QR-code. Achter het korte adres van
# een kaart (d/nummer) staat het adres van het dilemma.
"""


@dataclass(frozen=True)
class Adressen:
    """The addresses that were ever published."""

    regels: Mapping[str, int] = field(default_factory=dict)
    """The line of every address in the file."""
    kaarten: Mapping[int, str] = field(default_factory=dict)
    """The address of the dilemma of every card, by its number."""


def load_addresses(root: Path) -> tuple[Adressen, list[Melding]]:
    """Read the register; without the file nothing was published yet."""
    try:
        lines = (root / PATH).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return Adressen(), []
    except (OSError, UnicodeDecodeError):
        tip = f"Zet het bestand terug uit Git: git checkout {PATH}"
        return Adressen(), [Melding(PATH, 1, "het bestand is niet te lezen", tip)]
    regels: dict[str, int] = {}
    kaarten: dict[int, str] = {}
    meldingen = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not (found := _LINE.fullmatch(line)):
            tip = "Een regel is een adres zonder streep ervoor en erachter, zoals: melden/welke-weg"
            meldingen.append(Melding(PATH, number, f"dit is geen adres: `{line[:60]}`", tip))
            continue
        regels[found["adres"]] = number
        if found["pagina"] and (card := _CARD.fullmatch(found["adres"])):
            kaarten[int(card["nummer"])] = found["pagina"]
    return Adressen(regels, kaarten), meldingen


def leading(documents: Iterable[Document]) -> dict[str, Document]:
    """Return every address of these pages, old and short ones included, with its page."""
    found: dict[str, Document] = {}
    for document in documents:
        found |= dict.fromkeys(document.model.oude_paden, document)
        found[document.address.strip("/")] = document
        if isinstance(document.model, Dilemma):
            found[short_address(document.model.nummer).strip("/")] = document
    return found


def card_numbers(addresses: Iterable[str]) -> set[int]:
    """Return the numbers of the short addresses among these."""
    return {int(found["nummer"]) for address in addresses if (found := _CARD.fullmatch(address))}


def keep_addresses(root: Path, documents: Iterable[Document]) -> int:
    """Add the addresses of published pages to the register; return how many are new."""
    known, _ = load_addresses(root)
    new = {address: document for address, document in leading(documents).items() if address}
    added = new.keys() - known.regels.keys()
    if added:
        cards = {short_address(n).strip("/"): page for n, page in known.kaarten.items()}
        lines = [_line(address, new.get(address), cards) for address in {*known.regels, *added}]
        text = _HEAD + "\n".join(sorted(lines)) + "\n"
        (root / PATH).write_text(text, encoding="utf-8", newline="\n")
    return len(added)


def _line(address: str, document: Document | None, cards: Mapping[str, str]) -> str:
    if address in cards:
        return f"{address} {cards[address]}"
    if document and isinstance(document.model, Dilemma) and _CARD.fullmatch(address):
        return f"{address} {document.address.strip('/')}"
    return address
