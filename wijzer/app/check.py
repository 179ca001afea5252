"""The check as one call: everything that is wrong with a checkout, sorted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from macros import REGISTRY
from wijzer.base.clock import Peildag, today
from wijzer.base.findings import Melding, errors
from wijzer.cards.check import check_cards
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.model.kinds import SOORTEN
from wijzer.model.soort import Soorten
from wijzer.rules import check_corpus
from wijzer.rules.contact import check_complete


@dataclass(frozen=True)
class Outcome:
    """The sources of a checkout and every finding about them."""

    corpus: Corpus
    meldingen: tuple[Melding, ...]

    @property
    def errors(self) -> list[Melding]:
        """The findings that fail the check."""
        return errors(self.meldingen)


def check(
    root: Path,
    on: datetime.date | None = None,
    *,
    peildag: Peildag | None = None,
    publish: bool = False,
    soorten: Soorten = SOORTEN,
) -> Outcome:
    """Read and check everything below ``root``, as seen on a given day (default: today).

    ``peildag`` is the day of which the site will tell, when that is another one.
    With ``publish`` the contact data must be complete as well.
    """
    seen = on or today()
    corpus, meldingen = load_corpus(root, REGISTRY, soorten, peildag or Peildag(seen))
    meldingen += check_corpus(corpus, seen)
    meldingen += check_cards(corpus)
    if publish:
        meldingen += check_complete(corpus)
    return Outcome(corpus, tuple(sorted(set(meldingen))))
