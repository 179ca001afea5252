"""``kaarten``: make a PDF of any selection of dilemmas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.output import Formaat, render
from wijzer.base.store import kept
from wijzer.cards.card import cards
from wijzer.cards.compile import CompileError
from wijzer.cards.deck import SelectionError, select
from wijzer.cards.downloads import edition_of
from wijzer.cards.form import Vorm
from wijzer.cards.printing import Press, TooLongError
from wijzer.cards.typst_input import amount
from wijzer.corpus.corpus import without_drafts
from wijzer.model.vocabulary import Thema

NO_ADDRESS = (
    "Let op: het adres van de site is nog niet ingevuld. Op de kaarten staat nu geen QR-code,\n"
    "maar dat het adres nog in te vullen is door de gemeente. Zo vul je het in:\n"
    "    WIJZER_ADRES=https://… python3 scripts/wijzer.py kaarten"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    forms = "; ".join(f"{vorm.value}: {vorm.label}" for vorm in Vorm)
    parser.add_argument("--thema", choices=[t.value for t in Thema], help="alleen dit thema")
    parser.add_argument(
        "--kernwaarde", default="", help="alleen deze kernwaarde, zoals: zorgvuldigheid"
    )
    parser.add_argument(
        "--nummers", type=_numbers, default=(), help="ook deze dilemma's, zoals: 3,12,18"
    )
    parser.add_argument(
        "--vorm", choices=[v.value for v in Vorm], default=Vorm.A6X4.value, help=forms
    )
    parser.add_argument(
        "--uit", type=Path, default=Path("kaarten.pdf"), help="naam van het bestand"
    )


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        message = f"`{text}` zijn geen nummers; schrijf ze met komma's, zoals: 3,12,18"
        raise argparse.ArgumentTypeError(message) from None


def _pages(count: int) -> str:
    return "1 bladzijde" if count == 1 else f"{count} bladzijden"


def run(options: argparse.Namespace) -> int:
    """Maak een PDF met dilemmakaarten om te printen."""
    outcome = check(options.map)
    if outcome.errors:
        print(render(outcome.errors, Formaat.TEKST, len(outcome.corpus.all_documents)))
        return 1
    edition = edition_of(outcome.corpus)
    found = cards(without_drafts(outcome.corpus), edition.site)
    try:
        deck = select(found, options.thema or "", options.kernwaarde, options.nummers)
        press = Press(deck.kaarten, edition, kept(options.map, "kaarten"))
        made = press.make(deck, Vorm(options.vorm))
        options.uit.write_bytes(made.pdf)
    except SelectionError as error:
        print(error, file=sys.stderr)
        return 2
    except (CompileError, TooLongError, OSError) as error:
        print(f"De kaarten zijn niet gemaakt. {error}", file=sys.stderr)
        return 1
    if edition.site is None:
        print(NO_ADDRESS, file=sys.stderr)
    print(f"{options.uit} staat klaar: {amount(len(deck.kaarten))}, {_pages(made.pages)}.")
    return 0
