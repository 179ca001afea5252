"""What the address of a link may look like: shapes that every browser and program reads alike.

Browsers drop tabs and line ends, take ``\\`` for ``/`` and forgive much more
(https://url.spec.whatwg.org), and Python's ``urlsplit`` does not: between the two a link can
seem to lead to one host and go to another.  So an address has one of these shapes or is refused.
"""

from __future__ import annotations

import re

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_TAIL = r"(?:[/?#][^\s\\\x00-\x20\x7f<>\"`{}^]*)?"
_WEB = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?{_TAIL}", re.IGNORECASE)
_MAIL = re.compile(
    r"mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}"
    r"(?:\?subject=[A-Za-z0-9%._~+-]{0,200})?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"tel:\+?[0-9][0-9.\- ]{1,20}")
_INSIDE = re.compile(
    r"(?!/)(?!//)[^\s\\\x00-\x20\x7f<>\"`{}^:?#]*(?:[?#][^\s\\\x00-\x20\x7f<>\"`{}^]*)?"
)
_PUNYCODE = re.compile(r"(?:^|[/.@])xn--", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")


def wrong_address(address: str, *, rooted: bool = False) -> str:
    """Return in Dutch what is wrong with an address; empty when nothing is.

    With ``rooted`` it may begin with ``/``, as on the page for an address that does not exist.
    """
    if rooted and address.startswith("/") and not address.startswith(("//", "/\\")):
        address = address.lstrip("/")
    scheme = _scheme(address)
    if scheme in ("http", "https"):
        return _wrong_web(address)
    if scheme == "mailto":
        return "" if _MAIL.fullmatch(address) else "dit is geen goed e-mailadres"
    if scheme == "tel":
        return "" if _PHONE.fullmatch(address) else "dit is geen goed telefoonnummer"
    if scheme:
        return "dit soort link mag niet"
    return "" if _INSIDE.fullmatch(address) else "dit is geen goed adres"


def _scheme(address: str) -> str:
    bare = re.sub(r"[\x00-\x20]", "", address)
    found = _SCHEME.match(bare)
    return found[1].lower() if found else ""


def _wrong_web(address: str) -> str:
    if not address.isascii():
        return "in dit webadres staat een teken dat er niet hoort"
    if not _WEB.fullmatch(address):
        return "dit is geen goed webadres"
    host = address.split("/")[2]
    return "deze naam van een website kan op een andere lijken" if _PUNYCODE.search(host) else ""
