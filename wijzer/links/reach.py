"""Links that open the mail or the telephone: is there somebody at the other end?"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from wijzer.model.contact import is_mail, is_phone

_MAIL_TIP = "Zo ziet het eruit: mailto:naam@voorbeeld.nl"
_PHONE_TIP = "Schrijf het hele nummer, met netnummer, zoals: tel:023-0000000 of tel:+31230000000"


def wrong_reach(adres: str) -> tuple[str, str] | None:
    """Return what is wrong with a ``mailto:`` or ``tel:`` address, and a tip; None when it is fine.

    Other addresses are fine here.  ``mailto:a@b.nl,c@d.nl?subject=…`` is RFC 6068,
    ``tel:+31-23-0000000;ext=1`` is RFC 3966.
    """
    parts = urlsplit(adres)
    if parts.scheme == "mailto" and not all(is_mail(each) for each in _people(parts.path)):
        return "dit is geen goed e-mailadres", _MAIL_TIP
    if parts.scheme == "tel" and not is_phone(unquote(parts.path).partition(";")[0]):
        return "dit is geen goed telefoonnummer", _PHONE_TIP
    return None


def _people(path: str) -> list[str]:
    return [unquote(each) for each in path.split(",")]
