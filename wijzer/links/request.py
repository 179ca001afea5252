"""Asking one address for one answer, within limits of time and size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import requests
from urllib3.exceptions import HTTPError

from wijzer.links.answer import is_html
from wijzer.links.net import Grens, Netwerk
from wijzer.links.visit import Storing, VisitError

NAAM = "Integriteitswijzer"
_FIRST_BYTES = 1024
"""Enough of a file that is no page, to see that it is not empty."""


@dataclass(frozen=True)
class Bezoekregels:
    """How patient we are; the defaults are for real websites.  Times are in seconds."""

    timeout: float = 30
    """To wait for a connection, and for the next bytes."""
    heel: float = 60
    """For one whole request."""
    tussen: float = 1
    """Between two requests to one host."""
    pogingen: int = 3
    """How often to try when a fault may pass."""
    wacht: float = 10
    """Before the second try; doubled before each next one."""
    grootste: int = 8 * 1024 * 1024
    """How many bytes of a page are read, unpacked."""
    certificaten: Path | None = None
    """Certificates to trust instead of the usual ones."""
    ook: tuple[str, ...] = ()
    """Networks that may be visited though they are not public, such as ``127.0.0.0/8``."""
    namens: str = ""
    """The address of our own site, for whoever wonders about the visit."""


@dataclass(frozen=True)
class Antwoord:
    """What a server answered."""

    status: int
    naar: str = ""
    """Where it sends the visitor on, as written."""
    soort: str = ""
    """The ``Content-Type``."""
    ververs: str = ""
    """The ``Refresh`` header."""
    komt_terug: bool = False
    """There was a ``Retry-After``."""
    inhoud: bytes = b""
    heel: bool = True


class Verbinding:
    """Asks on behalf of one visit, and keeps the cookies for as long as that takes."""

    def __init__(self, regels: Bezoekregels) -> None:
        self._regels = regels
        self._netwerk = Netwerk(regels.ook)
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._netwerk)
        self._session.auth = _no_password
        self._session.headers.update(
            {
                "User-Agent": f"{NAAM}/1.0 (linkcontrole; {regels.namens or 'nog zonder adres'})",
                "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
                "Accept-Language": "nl, en;q=0.5",
                "Accept-Encoding": "gzip, deflate",
                "Connection": "close",
            }
        )

    def __enter__(self) -> Verbinding:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    @property
    def cookies(self) -> str:
        """The cookies so far, to tell a loop from a page that first sets one."""
        return str(sorted(self._session.cookies.items()))

    def ask(self, url: str, most: int, *, page: bool = True) -> Antwoord:
        """Return the answer, with at most so many bytes of it; raise :class:`VisitError`.

        When a ``page`` is wanted, no more than the start is read of anything else.
        """
        self._netwerk.refuse(split(url).hostname or "")
        with Grens(self._regels.heel) as grens:
            self._netwerk.grens = grens
            try:
                with self._session.get(
                    url,
                    stream=True,
                    allow_redirects=False,
                    timeout=self._regels.timeout,
                    verify=str(self._regels.certificaten or "") or None,
                ) as answer:
                    enough = _FIRST_BYTES if page and not is_html(_kind(answer)) else most
                    return self._taken(answer, enough, grens)
            except (requests.RequestException, HTTPError, OSError, ValueError) as error:
                raise VisitError(_storing(error, grens)) from None

    def _taken(self, answer: requests.Response, most: int, grens: Grens) -> Antwoord:
        onward = self._session.get_redirect_target(answer) or ""
        found = Antwoord(
            answer.status_code,
            onward,
            _kind(answer),
            answer.headers.get("Refresh", ""),
            "Retry-After" in answer.headers and answer.status_code == 503,
        )
        if onward or not answer.ok:
            return found
        body, whole = _read(answer, most, grens)
        return replace(found, inhoud=body, heel=whole)


def split(url: str) -> SplitResult:
    """Return the parts of a web address; raise :class:`VisitError` for anything else."""
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise VisitError(Storing.GEEN_ADRES)
    return parts


def _kind(answer: requests.Response) -> str:
    return answer.headers.get("Content-Type", "")


def _read(answer: requests.Response, most: int, grens: Grens) -> tuple[bytes, bool]:
    """Return the start of the body, unpacked, and whether that is all of it."""
    found = bytearray()
    try:
        # read1 returns what has come in; packed bytes are never unpacked further than is asked.
        while len(found) < most and (piece := answer.raw.read1(65536, decode_content=True)):
            found += piece
    except (HTTPError, OSError):
        raise VisitError(Storing.AFGEKAPT) from None
    if grens.voorbij:
        raise VisitError(Storing.AFGEKAPT)
    return bytes(found), len(found) < most


def _storing(error: Exception, grens: Grens) -> Storing:
    if grens.voorbij or isinstance(error, requests.Timeout):
        return Storing.TE_LAAT
    if isinstance(error, requests.exceptions.SSLError):
        return Storing.TLS
    if isinstance(error, requests.exceptions.ProxyError):
        return Storing.ONBEREIKBAAR
    if isinstance(error, ValueError):  # the many ways in which an address can be wrong
        return Storing.GEEN_ADRES
    return Storing.VERBROKEN


def _no_password(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Send no password, neither from the address nor from somebody's ``.netrc``."""
    return request
