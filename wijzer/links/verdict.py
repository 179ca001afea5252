"""From what linkchecker saw to a verdict about one address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from wijzer.corpus.linkstand import Bezoekoordeel, Oordeel
from wijzer.legal.urls import parse_url

_PERMANENT = (301, 308)
_REFUSED = {401: "aanmelden nodig", 403: "geen toegang", 407: "aanmelden nodig", 429: "te druk"}
_TIMEOUT = re.compile(r"(Read|Connect)?Timeout|timed out", re.IGNORECASE)
_NETWORK = re.compile(
    r"ProxyError|NameResolutionError|NewConnectionError|ConnectTimeout|Hostname not found"
    r"|Network is unreachable|Temporary failure in name resolution"
)
_PASSING = re.compile(r"5\d\d |ConnectionError|ChunkedEncodingError|could not get content")


@dataclass(frozen=True)
class Bezoek:
    """One visit, as linkchecker reports it."""

    url: str
    geldig: bool
    resultaat: str
    """``200 OK``, ``404 Not Found`` or the text of an exception."""
    sprongen: tuple[tuple[int, str], ...] = ()
    """Redirects in order: status and the address it leads to."""
    titel: str | None = None
    robots: bool = False
    """True when robots.txt forbade the visit; linkchecker then calls the address valid."""

    @property
    def status(self) -> int:
        """The HTTP status, or 0 when there was no answer."""
        found = re.match(r"(\d{3})\b", self.resultaat)
        return int(found[1]) if found else 0

    @property
    def no_network(self) -> bool:
        """Tell whether not even a connection was made."""
        return not self.geldig and bool(_NETWORK.search(self.resultaat))

    @property
    def may_pass(self) -> bool:
        """Tell whether trying again in a moment may help."""
        passing = _PASSING.search(self.resultaat) or _TIMEOUT.search(self.resultaat)
        return not self.geldig and bool(passing)


def judge(bezoek: Bezoek, titels: Iterable[str]) -> Bezoekoordeel:
    """Return the verdict; ``titels`` are texts of which the page's title must hold one."""
    if why := _why_unchecked(bezoek):
        return Bezoekoordeel(Oordeel.NIET_GECONTROLEERD, why)
    if not bezoek.geldig:
        return Bezoekoordeel(Oordeel.GEBROKEN, _reason(bezoek.resultaat))
    wanted = list(titels)
    if wanted and not any(_plain(titel) in _plain(bezoek.titel or "") for titel in wanted):
        found = f"de pagina heet “{bezoek.titel}”" if bezoek.titel else "de pagina heeft geen titel"
        text = f"{found}, verwacht was “{wanted[0]}”"
        return Bezoekoordeel(Oordeel.VERKEERDE_TITEL, text)
    if (new := _moved_to(bezoek)) and not _same_text(bezoek.url, new):
        return Bezoekoordeel(Oordeel.VERPLAATST, f"het nieuwe adres is {new}", new)
    return Bezoekoordeel(Oordeel.IN_ORDE)


def _why_unchecked(bezoek: Bezoek) -> str:
    if bezoek.robots:
        return "robots.txt verbiedt de controle"
    if bezoek.status in _REFUSED:
        return f"{_REFUSED[bezoek.status]} ({bezoek.status})"
    return "te laat antwoord" if not bezoek.geldig and _TIMEOUT.search(bezoek.resultaat) else ""


def _moved_to(bezoek: Bezoek) -> str:
    """Return the last address of the permanent redirects at the start of the chain."""
    new = ""
    for status, address in bezoek.sprongen:
        if status not in _PERMANENT:
            break
        new = address
    return new


def _same_text(old: str, new: str) -> bool:
    """Tell whether a redirect stays with the same law: its host may add a date to the address."""
    before, after = parse_url(old), parse_url(new)
    return bool(before and after and before.regeling == after.regeling)


def _reason(resultaat: str) -> str:
    if resultaat.startswith("TooManyRedirects"):
        return "het adres verwijst eindeloos door"
    if "SSLError" in resultaat or "certificate" in resultaat.lower():
        return "de beveiligde verbinding klopt niet"
    if "NameResolutionError" in resultaat or "Hostname not found" in resultaat:
        return "de website bestaat niet"
    if re.match(r"\d{3} ", resultaat):
        return resultaat
    return "de verbinding werd verbroken of geweigerd"


def _plain(text: str) -> str:
    """Return a title for comparison: no case, no accents, single spaces, plain quotes."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.sub(r"[’‘`]", "'", bare).split())
