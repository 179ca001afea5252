"""Addresses of legal texts: made from a reference, and read back into one."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from wijzer.legal.errors import MalformedReferenceError
from wijzer.legal.identifiers import Bwb, Celex, Cvdr, Ecli, Identifier, Publicatie
from wijzer.legal.jci import Jci
from wijzer.legal.place import ARTIKEL_VORM, GEHEEL, Vindplaats

WETTEN = "wetten.overheid.nl"
LOKAAL = "lokaleregelgeving.overheid.nl"
EUROPA = "eur-lex.europa.eu"
UITSPRAKEN = "deeplink.rechtspraak.nl"
BEKENDMAKINGEN = "zoek.officielebekendmakingen.nl"

HOST_OF: dict[type[Identifier], str] = {
    Bwb: WETTEN,
    Cvdr: LOKAAL,
    Celex: EUROPA,
    Ecli: UITSPRAKEN,
    Publicatie: BEKENDMAKINGEN,
}
LEGAL_DOMAINS = (
    WETTEN,
    LOKAAL,
    EUROPA,
    "data.europa.eu",
    "rechtspraak.nl",
    "officielebekendmakingen.nl",
    "decentrale.regelgeving.overheid.nl",
)
"""Hosts (with all below them) whose addresses are always made from a reference."""


@dataclass(frozen=True)
class Adres:
    """What an address of a legal host points at."""

    regeling: Identifier
    plaats: Vindplaats = GEHEEL
    op: datetime.date | None = None

    @property
    def url(self) -> str:
        """The one right address for this."""
        return url_of(self.regeling, self.plaats, self.op)


def url_of(
    regeling: Identifier, plaats: Vindplaats = GEHEEL, op: datetime.date | None = None
) -> str:
    """Return the address of a text, of a place in it, or of either on a day.

    Only national law (BWB) has addresses for places and days; others open at the top.
    """
    match regeling:
        case Bwb() if plaats.delen or op:
            return f"https://{WETTEN}/{Jci.at(regeling, plaats, op)}"
        case Bwb() | Cvdr():
            return f"https://{HOST_OF[type(regeling)]}/{regeling}"
        case Celex():
            path = regeling.eli or f"legal-content/NL/TXT/?uri=CELEX:{regeling}"
            return f"https://{EUROPA}/{path}"
        case Ecli():
            return f"https://{UITSPRAKEN}/uitspraak?id={regeling}"
        case Publicatie():
            return f"https://{BEKENDMAKINGEN}/{regeling}.html"


def is_legal(url: str) -> bool:
    """Tell whether an address is on a host of legal texts."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return any(host == domain or host.endswith(f".{domain}") for domain in LEGAL_DOMAINS)


_BARE_ANCHOR = re.compile(rf"(?:.*_)?artikel_?({ARTIKEL_VORM})", re.IGNORECASE)


def parse_url(url: str) -> Adres | None:
    """Read an address back into what it points at, however it was written; None when unclear.

    Forgiving, so that a message can say which reference to write instead.
    """
    parts = urlsplit(url.replace("&amp;", "&"))
    path = unquote(parts.path).strip("/")
    try:
        if "jci" in path:
            jci = Jci.parse(path[path.index("jci") :])
            return Adres(jci.regeling, jci.plaats, dict(jci.datums).get("g"))
        if found := re.search(r"BWB[RV]\d{7}", path, re.IGNORECASE):
            anchor = _BARE_ANCHOR.fullmatch(parts.fragment)
            plaats = Vindplaats.of(anchor[1]) if anchor else GEHEEL
            return Adres(Bwb.parse(found[0]), plaats)
        if found := re.search(r"CVDR\d+(?:[/_]\d+)?", path, re.IGNORECASE):
            return Adres(Cvdr.parse(found[0]))
        return _other(path, parts.query)
    except MalformedReferenceError:
        return None


def _other(path: str, query: str) -> Adres | None:
    values = parse_qs(query)
    if uri := values.get("uri"):
        return Adres(Celex.parse(uri[0]))
    if ecli := values.get("id"):
        return Adres(Ecli.parse(ecli[0]))
    if "eli/" in path:
        return Adres(Celex.parse(path))
    name = path.rpartition("/")[2].removesuffix(".html").removesuffix(".pdf")
    return Adres(Publicatie.parse(name)) if name else None
