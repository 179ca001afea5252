"""``rapport``: what the municipality still has to review, confirm or fill in."""

from __future__ import annotations

import argparse

from wijzer.base.clock import today
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.report import report


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Toon voor HRM wat nog nagelopen, bevestigd of ingevuld moet worden."""
    corpus, _ = load_corpus(options.map)
    print(report(corpus, today()))
    return 0
