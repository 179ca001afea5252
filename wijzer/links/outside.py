"""Layer 3: visiting every address outside the site, politely and more than once."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from wijzer.corpus.linkstand import Bezoekoordeel, LinkStand, Oordeel
from wijzer.corpus.register import official_title, rules_with
from wijzer.legal.identifiers import Celex
from wijzer.legal.urls import parse_url
from wijzer.links.linkchecker import Bezoekregels, visit
from wijzer.links.verdict import Bezoek, judge
from wijzer.model.document import Document

MAX_AGE_DAYS = 6
"""An address that was right is visited again after so many days, so a weekly run sees it."""
_UNREACHED = Bezoekoordeel(Oordeel.NIET_GECONTROLEERD, "de controle kwam niet aan dit adres toe")


@dataclass(frozen=True)
class Ronde:
    """The outcome of a round of visits."""

    stand: LinkStand
    bezocht: int
    """How many addresses were visited; the others were right a short while ago."""
    geen_netwerk: bool = False


def expected_titles(url: str, documents: Iterable[Document]) -> list[str]:
    """Return texts of which the page's title must hold one; empty when any title will do.

    A wrong BWB number opens another real law without any error: only its title tells.
    """
    adres = parse_url(url)
    if adres is None:
        return []
    if isinstance(adres.regeling, Celex) and adres.regeling.nummer:
        return [adres.regeling.nummer]  # EUR-Lex chooses the language, the number stays
    return [official_title(rule) for rule in rules_with(adres.regeling, documents)]


def check_outside(
    titels: Mapping[str, list[str]],
    stand: LinkStand,
    on: datetime.date,
    instellingen: Bezoekregels,
    *,
    alles: bool = False,
) -> Ronde:
    """Visit what is due; return the new state of the addresses in ``titels``, and no others."""
    due = [url for url in titels if alles or _is_due(stand, url, on)]
    visits = _all_visits(due, instellingen)
    if due and visits is None:
        return Ronde(stand, 0, geen_netwerk=True)
    known = {url: stand.of(url) for url in titels if url in stand.adressen}
    for url in due:
        bezoek = (visits or {}).get(url)
        uitkomst = judge(bezoek, titels[url]) if bezoek else _UNREACHED
        known[url] = stand.of(url).after(uitkomst, on)
    return Ronde(LinkStand(known), len(due))


def _is_due(stand: LinkStand, url: str, on: datetime.date) -> bool:
    adres = stand.of(url)
    if adres.oordeel is not Oordeel.IN_ORDE or adres.bezocht is None:
        return True
    return (on - adres.bezocht).days >= MAX_AGE_DAYS


def _all_visits(due: list[str], instellingen: Bezoekregels) -> dict[str, Bezoek] | None:
    """Visit all; None when there is no network: not one host could be reached."""
    firsts = list({urlsplit(url).netloc: url for url in reversed(due)}.values())
    visits = visit(firsts, instellingen)
    if visits and all(bezoek.no_network for bezoek in visits.values()):
        return None
    rest = [url for url in due if url not in firsts]
    if rest:
        time.sleep(1)  # one request a second, also between two runs
        visits |= visit(rest, instellingen)
    for attempt in range(1, instellingen.pogingen):
        again = [url for url, bezoek in visits.items() if bezoek.may_pass]
        if again:
            time.sleep(instellingen.wacht * 2 ** (attempt - 1))
            visits |= visit(again, instellingen)
    return visits
