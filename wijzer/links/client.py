"""The visitor: one request at a time per host, an unhurried pace, and robots.txt first."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

from protego import Protego

from wijzer.links.answer import read_answer
from wijzer.links.request import NAAM, Antwoord, Bezoekregels, Verbinding, split
from wijzer.links.visit import Bezoek, Pagina, Storing, VisitError

_ROBOTS_BYTES = 512 * 1024
_ROBOTS_SPRONGEN = 5
"""RFC 9309, sections 2.5 and 2.3.1.2."""
_SPRONGEN = 10
_STIL = 3
"""After so many addresses without an answer a host is left alone for the rest of the round."""
_LONGEST_DELAY = 30.0
"""The longest pause, in seconds, that a robots.txt may ask for."""


@dataclass
class _Beurt:
    """Whose turn it is at one host."""

    slot: threading.Lock = field(default_factory=threading.Lock)
    weer_vanaf: float = 0.0


class Bezoeker:
    """Visits addresses for one round."""

    def __init__(self, regels: Bezoekregels) -> None:
        self._regels = regels
        self._beurten: defaultdict[str, _Beurt] = defaultdict(_Beurt)
        self._robots: dict[str, Protego] = {}

    def visit_all(self, urls: Iterable[str]) -> dict[str, Bezoek]:
        """Visit every address once, several hosts side by side; return the visits by address.

        An address of a host that kept silent or asked for rest may be missing.
        """
        hosts: defaultdict[str, list[str]] = defaultdict(list)
        for url in urls:
            hosts[urlsplit(url).netloc].append(url)
        with ThreadPoolExecutor(8) as pool:
            rounds = list(pool.map(self._one_host, hosts.values()))
        return {visit.url: visit for visits in rounds for visit in visits}

    def _one_host(self, urls: list[str]) -> list[Bezoek]:
        visits: list[Bezoek] = []
        silent = 0
        for url in urls:
            visits.append(visit := self.visit(url))
            silent = silent + 1 if visit.storing and visit.storing.may_pass else 0
            if silent == _STIL or visit.leave_alone:
                break
        return visits

    def visit(self, url: str) -> Bezoek:
        """Visit one address and follow where it leads; what goes wrong stands in the visit."""
        hops: list[tuple[int, str]] = []
        with Verbinding(self._regels) as verbinding:
            try:
                return self._follow(verbinding, url, hops)
            except VisitError as error:
                return Bezoek(url, error.storing, sprongen=tuple(hops))

    def _follow(self, verbinding: Verbinding, url: str, hops: list[tuple[int, str]]) -> Bezoek:
        here, seen = url, set[tuple[str, str]]()
        while len(hops) <= _SPRONGEN and (state := (here, verbinding.cookies)) not in seen:
            seen.add(state)
            self._ask_robots(here)
            found = self._ask(verbinding, here, self._regels.grootste, page=True)
            pagina = read_answer(found.inhoud, found.soort, found.ververs, heel=found.heel)
            onward = _onward(here, found, pagina)
            if not onward:
                return Bezoek(url, None, found.status, tuple(hops), pagina, found.komt_terug)
            hops.append((found.status if found.naar else 0, onward))
            here = urldefrag(onward).url
        raise VisitError(Storing.KRING)

    def _ask_robots(self, url: str) -> None:
        """Raise :class:`VisitError` when we may not visit (RFC 9309)."""
        origin = _origin(split(url))
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        if not self._robots[origin].can_fetch(url, NAAM):
            raise VisitError(Storing.ROBOTS)

    def _read_robots(self, url: str) -> Protego:
        """Return the rules: none when there are none, an error when a server cannot say."""
        with Verbinding(self._regels) as verbinding:
            for hop in range(_ROBOTS_SPRONGEN + 1):
                try:
                    found = self._ask(verbinding, url, _ROBOTS_BYTES, page=False)
                except VisitError as error:  # at the start this says something of the page too
                    broken = hop > 0 or error.storing is Storing.AFGEKAPT
                    raise VisitError(Storing.ROBOTS_STUK if broken else error.storing) from None
                if not found.naar:
                    break
                url = _join(url, found.naar)
        if found.status >= 500 or found.status == 429:
            raise VisitError(Storing.ROBOTS_STUK)
        return Protego.parse(found.inhoud.decode("utf-8", "replace"))

    def _ask(self, verbinding: Verbinding, url: str, most: int, *, page: bool) -> Antwoord:
        """Ask when it is our turn at this host."""
        parts = split(url)
        beurt = self._beurten[parts.netloc.lower()]
        with beurt.slot:
            time.sleep(max(0.0, beurt.weer_vanaf - time.monotonic()))
            try:
                return verbinding.ask(url, most, page=page)
            finally:
                beurt.weer_vanaf = time.monotonic() + self._pause(parts)

    def _pause(self, parts: SplitResult) -> float:
        rules = self._robots.get(_origin(parts))
        asked = rules.crawl_delay(NAAM) if rules else None
        return max(self._regels.tussen, min(asked or 0.0, _LONGEST_DELAY))


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}"


def _onward(here: str, found: Antwoord, pagina: Pagina) -> str:
    """Return where a browser goes on to; a page that only refreshes itself stays."""
    written = found.naar or pagina.ververst_naar
    onward = _join(here, written) if written else ""
    return "" if not found.naar and urldefrag(onward).url == here else onward


def _join(here: str, written: str) -> str:
    try:
        return split(urljoin(here, written)).geturl()
    except ValueError:
        raise VisitError(Storing.GEEN_ADRES) from None
