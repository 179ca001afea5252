"""``links``: verify every link of the built site, and with ``--extern`` those that leave it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wijzer.app.build import SITE
from wijzer.base.clock import today
from wijzer.base.findings import Melding, errors
from wijzer.base.output import Formaat, render
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.corpus.linkstand import save_state
from wijzer.links.linkchecker import LinkcheckerError, sweep
from wijzer.links.outcome import NO_NETWORK, counts, findings
from wijzer.links.outside import check_outside, expected_titles
from wijzer.links.references import outside_urls
from wijzer.links.request import Bezoekregels
from wijzer.links.site import BuiltSite
from wijzer.links.verify import verify


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    formats = [f.value for f in Formaat]
    parser.add_argument(
        "--site", type=Path, metavar="MAP", help="de map met de gebouwde site (anders: site)"
    )
    parser.add_argument(
        "--formaat", choices=formats, default=Formaat.TEKST.value, help="hoe de uitkomst eruitziet"
    )
    parser.add_argument(
        "--extern", action="store_true", help="bezoek ook alle adressen op andere websites"
    )
    parser.add_argument(
        "--linkchecker",
        action="store_true",
        help="laat ook het programma linkchecker door de site lopen (duurt langer)",
    )
    parser.add_argument(
        "--alles", action="store_true", help="bezoek ook wat pas nog in orde was (bij --extern)"
    )
    parser.add_argument(
        "--streng",
        action="store_true",
        help="alles wat niet in orde is, telt als fout (bij --extern)",
    )


def run(options: argparse.Namespace) -> int:
    """Kijk alle links van de gebouwde site na."""
    folder: Path = (options.site or options.map / SITE).resolve()
    if not (folder / "index.html").is_file():
        print(
            f"Er is geen site in {folder}. Bouw die eerst: python3 scripts/wijzer.py bouw",
            file=sys.stderr,
        )
        return 2
    corpus, problems = load_corpus(options.map)
    site = BuiltSite(folder)
    meldingen = verify(site, corpus)
    closing = ""
    if options.linkchecker:
        try:
            meldingen = sorted([*meldingen, *sweep(folder)])
        except LinkcheckerError as error:
            print(error, file=sys.stderr)
            return 2
    if options.extern:
        found, closing = _outside(site, corpus, options)
        meldingen += [m.as_error() if options.streng else m for m in found]
    formaat = Formaat(options.formaat)
    print(render(meldingen, formaat, len(site.pages)))
    if closing:
        print(closing, file=sys.stdout if formaat is Formaat.TEKST else sys.stderr)
    return 1 if errors([*meldingen, *errors(problems)]) else 0


def _outside(
    site: BuiltSite, corpus: Corpus, options: argparse.Namespace
) -> tuple[list[Melding], str]:
    """Visit the addresses outside; keep the state; return the findings and a closing line."""
    pages = outside_urls(site)
    titles = {url: expected_titles(url, corpus.graph) for url in sorted(pages)}
    before = corpus.graph.stand
    regels = Bezoekregels(namens=site.address)
    ronde = check_outside(titles, before, today(), regels, alles=options.alles)
    if ronde.geen_netwerk:
        return findings(before, pages, corpus, visited=False), NO_NETWORK
    save_state(options.map, ronde.stand)
    return findings(ronde.stand, pages, corpus), counts(ronde)
