"""The PDF files of the poster and the wallet cards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from wijzer.base.files import Bestand
from wijzer.base.version import source_date_epoch, version_date
from wijzer.cards.compile import make_pdf
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.site_address import site_address
from wijzer.pages.markdown import day
from wijzer.poster.content import DRUKWERK, print_data


def print_files(corpus: Corpus) -> Iterator[Bestand]:
    """Yield the poster and the wallet cards; the sources must have passed the check."""
    if corpus.hulpteksten.hulp is None:
        return  # there are no sentences to print
    site, moment = site_address(corpus.gemeente), source_date_epoch(corpus.root)
    versie = day(version_date(corpus.root))
    for druk in DRUKWERK:
        data = print_data(druk, corpus, site, versie)
        pdf = _pdf(druk.sjabloon, json.dumps(data, ensure_ascii=False, sort_keys=True), moment)
        yield Bestand(druk.bestand, pdf)


@lru_cache(maxsize=8)
def _pdf(template: str, data: str, moment: int) -> bytes:
    """Return the PDF; kept, so that a preview makes it again only when something changed."""
    return make_pdf(template, json.loads(data), moment)
