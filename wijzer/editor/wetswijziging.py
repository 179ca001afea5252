"""What changed in the law, and which pages lean on it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wijzer.corpus.citations import Vermelding, citations
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.kinds import REGELING
from wijzer.pages.markdown import day
from wijzer.recht.diff import Verschil, compare
from wijzer.recht.passages import Wettekst


@dataclass(frozen=True)
class Wetswijziging:
    """What changed, or will change, in one rule."""

    regeling: Document
    oud: Wettekst
    nieuw: Wettekst
    verschillen: tuple[Verschil, ...]
    vermeldingen: tuple[Vermelding, ...]
    komt: bool = False
    """True for a version that is known but does not apply yet."""

    def leans(self, verschil: Verschil) -> list[Document]:
        """Return the pages that lean on a passage, dilemmas with their card."""
        found = (v.document for v in self.vermeldingen if v.leans_on(*verschil.plaats))
        return list({document.id: document for document in found}.values())

    @property
    def kop(self) -> Iterator[str]:
        """Yield what changed in the text as a whole."""
        if self.oud.titel != self.nieuw.titel:
            yield f"De titel was “{self.oud.titel}” en is nu “{self.nieuw.titel}”."
        if self.komt:
            yield f"Vanaf {day(self.nieuw.versie)} verandert deze tekst."
        elif self.oud.versie != self.nieuw.versie:
            before, after = day(self.oud.versie), day(self.nieuw.versie)
            yield f"Was de tekst van {before}, is nu die van {after}."
        if self.nieuw.geldig_tot and not self.komt and self.oud.geldig_tot != self.nieuw.geldig_tot:
            yield f"Deze tekst geldt tot {day(self.nieuw.geldig_tot)}."


def changes(
    corpus: Corpus, before: Mapping[str, Wettekst], on: datetime.date
) -> Iterator[Wetswijziging]:
    """Yield what changed since ``before``, and what is known to come after a day."""
    mentions = citations(corpus.graph)
    for rule in corpus.graph.of_kind(REGELING):
        cited = mentions.get(rule.id, ())
        now, coming = rule.tekst, corpus.teksten.volgende.get(rule.id)
        old = before.get(rule.id)
        if now and old:
            if coming:  # its end is the start of the next version, which is told below
                old = replace(old, geldig_tot=now.geldig_tot)
            found = Wetswijziging(rule, old, now, tuple(compare(old, now)), cited)
            if found.verschillen or [*found.kop]:
                yield found
        if now and coming and coming.versie > on:
            yield Wetswijziging(rule, now, coming, tuple(compare(now, coming)), cited, komt=True)
