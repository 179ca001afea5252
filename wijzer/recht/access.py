"""Getting files from the official repository: one at a time, unhurried, and only from there.

``requests`` because it is in the lock already and keeps to the proxy and the certificates of the
organisation.  Nothing but https to the official host is visited, redirects included.  European law
(EUR-Lex) is not fetched: its ELI addresses answer with redirects over several hosts and without a
size or hash to check the text by, so it cannot be done as safely.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

OFFICIEEL = "https://repository.officiele-overheidspublicaties.nl"
WIE = "Integriteitswijzer/1.0 (wetteksten; python -m wijzer recht ophalen)"
MAX_BYTES = 80 * 1024 * 1024
"""More than the largest law (about 50 MB)."""
MAX_SPRONGEN = 3
_OPNIEUW = (429, 500, 502, 503, 504)
_LOOPBACK = re.compile(r"http://127\.0\.0\.1:\d+", re.ASCII)


class FetchError(Exception):
    """A file could not be had; the message is for the person at the terminal."""


class NotThereError(FetchError):
    """The repository does not have the file."""


@dataclass(frozen=True)
class Geduld:
    """How long to wait, in seconds."""

    tussen: float = 1.0
    """Between two requests."""
    antwoord: float = 30.0
    """For the next bytes."""
    bestand: float = 600.0
    """For one whole file."""
    pogingen: int = 3
    """How often to try again after an answer that may pass (429 and 5xx)."""
    terugval: float = 2.0
    """Before trying again; twice as long every time, unless the server says how long."""
    wachten: int = 120
    """The longest wait that a server may ask for."""


@dataclass
class Bron:
    """The repository, with one connection that is used again."""

    basis: str = OFFICIEEL
    geduld: Geduld = field(default_factory=Geduld)

    def __post_init__(self) -> None:
        if self.basis != OFFICIEEL and not _LOOPBACK.fullmatch(self.basis):
            raise FetchError(f"{self.basis} is geen officiële bron")
        retry = urllib3.Retry(
            total=self.geduld.pogingen,
            redirect=0,
            status_forcelist=_OPNIEUW,
            backoff_factor=self.geduld.terugval,
            retry_after_max=self.geduld.wachten,
            raise_on_status=False,
            raise_on_redirect=False,
        )
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": WIE, "Accept-Encoding": "identity"})
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))
        self._last = 0.0

    def get(self, path: str, *, grootte: int | None = None) -> bytes:
        """Return a file; raise :class:`FetchError`.  ``grootte`` is its exact size, when known."""
        url = f"{self.basis}/{path}"
        for _ in range(MAX_SPRONGEN + 1):
            time.sleep(max(0.0, self._last + self.geduld.tussen - time.monotonic()))
            try:
                with self._session.get(
                    url, stream=True, allow_redirects=False, timeout=self.geduld.antwoord
                ) as answer:
                    if not answer.is_redirect:
                        return self._body(answer, path, grootte)
                    url = self._next(url, answer.headers["Location"])
            except (requests.RequestException, HTTPError, OSError) as error:
                raise FetchError(f"{path}: {_in_dutch(error)}") from None
            finally:
                self._last = time.monotonic()
        raise FetchError(f"{path}: de bron stuurt steeds door naar een ander adres")

    def _next(self, url: str, location: str) -> str:
        after = urljoin(url, location)
        if urlsplit(after)[:2] != urlsplit(self.basis)[:2]:
            host = urlsplit(after).netloc or after
            raise FetchError(
                f"de bron stuurt door naar een andere website ({host}); dat volg ik niet"
            )
        return after

    def _body(self, answer: requests.Response, path: str, grootte: int | None) -> bytes:
        if answer.status_code in (404, 410):
            raise NotThereError(f"{path}: dit staat niet bij de officiële bron")
        if answer.status_code != 200:
            raise FetchError(f"{path}: de bron antwoordt met een fout ({answer.status_code})")
        limit = MAX_BYTES if grootte is None else min(grootte, MAX_BYTES)
        deadline = time.monotonic() + self.geduld.bestand
        found = bytearray()
        # read1 returns what has come in, so that a slow trickle meets the deadline.
        while piece := answer.raw.read1(65536):
            found += piece
            if len(found) > limit:
                raise FetchError(f"{path}: het bestand is groter dan het hoort te zijn")
            if time.monotonic() > deadline:
                raise FetchError(f"{path}: het antwoord duurt te lang")
        return bytes(found)


def _in_dutch(error: Exception) -> str:
    """Say what went wrong on the way; ``requests`` wraps the reason once or twice."""
    inner = error.args[0] if error.args else None
    reasons = (error, inner, getattr(inner, "reason", None))
    if any(isinstance(r, requests.Timeout | ReadTimeoutError) for r in reasons):
        return "de bron geeft geen antwoord"
    if any(isinstance(r, ProtocolError) for r in reasons):
        return "het bestand kwam niet heel binnen"
    return "de bron is niet te bereiken; is er internet?"


def open_source(adres: str | None) -> Bron:
    """Return the official source, or for a rehearsal a server on this computer, without waiting.

    Raises :class:`FetchError` for any other address.
    """
    if adres is None:
        return Bron()
    return Bron(adres, Geduld(tussen=0, antwoord=5, bestand=10, terugval=0))
