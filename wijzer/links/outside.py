"""Layer 3: visiting every address outside the site, politely and more than once."""

from __future__ import annotations

import datetime
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from wijzer.corpus.linkstand import Bezoekoordeel, LinkStand, Oordeel
from wijzer.corpus.register import official_title, rules_with
from wijzer.corpus.relations import Graph
from wijzer.legal.identifiers import Celex
from wijzer.legal.urls import parse_url
from wijzer.links.client import Bezoeker
from wijzer.links.request import Bezoekregels
from wijzer.links.verdict import judge
from wijzer.links.visit import Bezoek

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


def expected_titles(url: str, graph: Graph) -> list[str]:
    """Return texts of which the page's title must hold one; empty when any title will do.

    A wrong BWB number opens another real law without any error: only its title tells.
    """
    adres = parse_url(url)
    if adres is None:
        return []
    if isinstance(adres.regeling, Celex) and adres.regeling.nummer:
        return [adres.regeling.nummer]  # EUR-Lex chooses the language, the number stays
    return [official_title(rule) for rule in rules_with(adres.regeling, graph)]


def check_outside(
    titels: Mapping[str, list[str]],
    stand: LinkStand,
    on: datetime.date,
    regels: Bezoekregels,
    *,
    alles: bool = False,
) -> Ronde:
    """Visit what is due; return the new state of the addresses in ``titels``, and no others."""
    due = [url for url in titels if alles or _is_due(stand, url, on)]
    visits = _all_visits(list(dict.fromkeys(urldefrag(url).url for url in due)), regels)
    if due and visits is None:
        return Ronde(stand, 0, geen_netwerk=True)
    known = {url: stand.of(url) for url in titels if url in stand.adressen}
    for url in due:
        bezoek = (visits or {}).get(urldefrag(url).url)
        oordeel = judge(bezoek, titels[url], bezoek.anchor(url)) if bezoek else _UNREACHED
        known[url] = stand.of(url).after(oordeel, on)
    return Ronde(LinkStand(known), len(due))


def _is_due(stand: LinkStand, url: str, on: datetime.date) -> bool:
    adres = stand.of(url)
    if adres.oordeel is not Oordeel.IN_ORDE or adres.bezocht is None:
        return True
    return (on - adres.bezocht).days >= MAX_AGE_DAYS


def _all_visits(due: list[str], regels: Bezoekregels) -> dict[str, Bezoek] | None:
    """Visit all; None when there is no network: not one host could be reached."""
    bezoeker = Bezoeker(regels)
    firsts = list({urlsplit(url).netloc: url for url in reversed(due)}.values())
    visits = bezoeker.visit_all(firsts)
    if visits and all(bezoek.no_network for bezoek in visits.values()):
        return None
    resting = {urlsplit(bezoek.url).netloc for bezoek in visits.values() if bezoek.leave_alone}
    rest = [url for url in due if url not in firsts and urlsplit(url).netloc not in resting]
    visits |= bezoeker.visit_all(rest)
    for attempt in range(1, regels.pogingen):
        again = [url for url, bezoek in visits.items() if bezoek.may_pass]
        if again:
            time.sleep(regels.wacht * 2 ** (attempt - 1))
            visits |= bezoeker.visit_all(again)
    return visits
