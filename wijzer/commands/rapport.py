"""``rapport``: what the municipality still has to review, confirm or fill in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.base.clock import today
from wijzer.base.files import TargetInUseError, require_empty
from wijzer.base.git import NoHistoryError
from wijzer.base.version import version_date
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.editor.herziening import calendar, herziening, proposal
from wijzer.editor.report import report
from wijzer.editor.review_issues import review_issues
from wijzer.editor.wetswijziging import changes
from wijzer.recht.history import texts_at

_WRONG_PART = (
    "--ics, --per-eigenaar en --voorstel horen bij: python3 scripts/wijzer.py rapport herziening"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument(
        "deel",
        nargs="?",
        choices=["herziening"],
        metavar="herziening",
        help="alleen welke pagina's iemand moet nalopen, per eigenaar",
    )
    parser.add_argument(
        "--ics", type=Path, metavar="BESTAND", help="zet die datums in een agenda (.ics)"
    )
    parser.add_argument(
        "--per-eigenaar",
        type=Path,
        metavar="MAP",
        help="schrijf per eigenaar één bestand (Markdown) met wat binnen een maand moet",
    )
    parser.add_argument(
        "--voorstel", action="store_true", help="stel datums voor, over een jaar verdeeld"
    )


def run(options: argparse.Namespace) -> int:
    """Toon voor HRM wat nog nagelopen, bevestigd of ingevuld moet worden."""
    if (options.ics or options.voorstel or options.per_eigenaar) and not options.deel:
        print(_WRONG_PART, file=sys.stderr)
        return 2
    corpus, _ = load_corpus(options.map)
    if options.per_eigenaar:
        return _per_owner(corpus, options.per_eigenaar)
    if options.ics:
        text = calendar(corpus, version_date(options.map))
        options.ics.write_text(text, encoding="utf-8", newline="")
        print(f"De agenda staat in {options.ics}.")
    elif options.voorstel:
        print(proposal(corpus, today()))
    elif options.deel:
        print(herziening(corpus, today()))
    else:
        print(report(corpus, today()))
    return 0


def _per_owner(corpus: Corpus, target: Path) -> int:
    """Write a file for every owner with something to review; the law counts as Git has it."""
    try:
        require_empty(target)
        changed = list(changes(corpus, texts_at(corpus.root, "HEAD"), today()))
    except (TargetInUseError, NoHistoryError) as error:
        print(error, file=sys.stderr)
        return 2
    found = review_issues(corpus, changed, today())
    target.mkdir(parents=True, exist_ok=True)
    for owner, text in found.items():
        (target / f"{owner}.md").write_text(text, encoding="utf-8", newline="\n")
    print(f"Iets na te lopen: {', '.join(found) or 'niemand'}. De lijsten staan in {target}.")
    return 0
