"""One visit to an address outside: what came back, or why nothing did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urldefrag, urljoin, urlsplit


class Storing(StrEnum):
    """Why a visit gave no page; the value is what the editor reads."""

    GEEN_NAAM = "de website bestaat niet"
    GEWEIGERD = "de verbinding werd geweigerd"
    ONBEREIKBAAR = "de website is niet te bereiken"
    VERBROKEN = "de verbinding werd verbroken"
    TE_LAAT = "te laat antwoord"
    AFGEKAPT = "het antwoord kwam niet heel binnen"
    TLS = "de beveiligde verbinding klopt niet"
    KRING = "het adres verwijst eindeloos door"
    GEEN_ADRES = "het adres leidt naar iets dat geen webadres is"
    NIET_OPENBAAR = "het adres leidt naar een netwerk dat niet openbaar is"
    ROBOTS = "robots.txt verbiedt de controle"
    ROBOTS_STUK = "robots.txt geeft een fout; dan mag de controle niet kijken"

    @property
    def no_network(self) -> bool:
        """Tell whether not even a connection was made."""
        return self in (Storing.GEEN_NAAM, Storing.GEWEIGERD, Storing.ONBEREIKBAAR)

    @property
    def says_nothing(self) -> bool:
        """Tell whether the address may well be right: we could not look, or a host kept silent."""
        return self in (
            Storing.ONBEREIKBAAR,
            Storing.TE_LAAT,
            Storing.NIET_OPENBAAR,
            Storing.ROBOTS,
            Storing.ROBOTS_STUK,
        )

    @property
    def may_pass(self) -> bool:
        """Tell whether trying again in a moment may help."""
        passing = (Storing.VERBROKEN, Storing.TE_LAAT, Storing.AFGEKAPT, Storing.ROBOTS_STUK)
        return self.no_network or self in passing


class VisitError(Exception):
    """A visit stops here.  No ``OSError``: it must come through every library as it is."""

    def __init__(self, storing: Storing) -> None:
        super().__init__(storing.value)
        self.storing = storing


@dataclass(frozen=True)
class Pagina:
    """What a page from outside shows a reader."""

    titel: str = ""
    kop: str = ""
    """The first main heading."""
    ankers: frozenset[str] | None = None
    """What can stand after ``#``; None for a file that is no HTML page."""
    ververst_naar: str = ""
    """Where a ``meta refresh`` sends the reader on, as written."""
    vraagt_wachtwoord: bool = False
    leeg: bool = False
    """Nothing to see, and nothing that could put something there."""
    heel: bool = True
    """False when only the start was read, since the page is very large."""


@dataclass(frozen=True)
class Bezoek:
    """One visit, with the redirects that led to the answer."""

    url: str
    """Without the part after ``#``, which never leaves the browser."""
    storing: Storing | None = None
    status: int = 0
    sprongen: tuple[tuple[int, str], ...] = ()
    """Redirects in order: status (0 for a ``meta refresh``) and the address it leads to."""
    pagina: Pagina = Pagina()
    komt_terug: bool = False
    """The server said when to try again (``Retry-After``)."""

    @property
    def einde(self) -> str:
        """The address at which the visit ended."""
        return self.sprongen[-1][1] if self.sprongen else self.url

    @property
    def may_pass(self) -> bool:
        """Tell whether trying again in a moment may help."""
        if self.storing:
            return self.storing.may_pass
        return self.status == 408 or (500 <= self.status < 600 and not self.komt_terug)

    @property
    def no_network(self) -> bool:
        """Tell whether not even the first connection was made."""
        return bool(self.storing and self.storing.no_network and not self.sprongen)

    @property
    def leave_alone(self) -> bool:
        """Tell whether the server asked for rest."""
        return self.status == 429 or self.komt_terug

    def anchor(self, url: str) -> str:
        """Return the anchor at which a browser ends: a redirect keeps it (RFC 9110, 10.2.2)."""
        found = urlsplit(url).fragment
        for _, address in self.sprongen:
            found = urlsplit(address).fragment or found
        return found


def with_anchor(address: str, anchor: str) -> str:
    """Return an address that keeps its own anchor, or else gets this one."""
    if not anchor or urldefrag(address).fragment:
        return address
    return urljoin(address, f"#{anchor}")
