"""The address for vulnerabilities is looked at every year (RFC 9116, 2.5.5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.findings import Ernst, Melding
from wijzer.corpus.corpus import Corpus

_SOON = datetime.timedelta(days=30)
_LONGEST = datetime.timedelta(days=366)
_TIP = "Kijk na of het adres nog klopt en zet hier een dag die hooguit een jaar later is."


def check(corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield a tip when ``geldig_tot`` has passed, nearly has, or lies too far away."""
    end = corpus.gemeente.beveiliging.geldig_tot
    if end is None:
        return
    if end < today:
        text = "`beveiliging geldig_tot` is voorbij; security.txt staat niet meer op de site"
    elif end <= today + _SOON:
        text = "`beveiliging geldig_tot` is bijna voorbij; dan verdwijnt security.txt van de site"
    elif end > today + _LONGEST:
        text = "`beveiliging geldig_tot` is meer dan een jaar later"
    else:
        return
    line = corpus.gemeente_bron.line_of(("beveiliging", "geldig_tot"))
    yield Melding(corpus.gemeente_bron.path, line, text, _TIP, Ernst.TIP)
