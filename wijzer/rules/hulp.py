"""The pages that ``docs/hulp.yml`` points at exist."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield a finding for every page that is named and is not there."""
    known = {**dict.fromkeys(corpus.unreadable), **corpus.graph.documents}
    yield from corpus.hulpteksten.unknown_pages(known)
