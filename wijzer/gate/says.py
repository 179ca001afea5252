"""A link says where it goes: an address, a number or a website in its text is the one it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from wijzer.gate.judge import OPAQUE, Wrong
from wijzer.model.contact import is_mail, is_phone, phone_digits

_MAIL = re.compile(r"[^\s<>()\",;:]+@[^\s<>()\"',;:]+\.[^\s<>()\"',;:]*[a-z]", re.IGNORECASE)
_PHONE = re.compile(r"[+(]?\d[\d\s().\-/\u00a0\u2011]*\d")
_SITE = re.compile(
    r"(?:https?://|\bwww\.)[a-z0-9.-]+|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|eu|com|org|net|gov|be)\b",
    re.IGNORECASE,
)
_WHOLE = 8
"""From so many digits on a number is a telephone number wherever it leads."""
_TIP = "Laat de tekst en het adres van de link hetzelfde zeggen."


def wrong_text(text: str, href: str) -> Iterator[Wrong]:
    """Yield what the text of a link says that is not where it leads.

    A person trusts ``[info@gemeente.nl](mailto:ander@elders.example)``; so does who merges it.
    """
    if OPAQUE.search(href) or not _can_be_read(href):
        return  # other rules refuse an address with a macro in it, or that cannot be read
    shown = " ".join(OPAQUE.sub(" ", text).split())
    for said in dict.fromkeys((*_mails(shown, href), *_phones(shown, href), *_sites(shown, href))):
        message = f"de tekst van de link noemt `{said}`, maar de link leidt naar `{href}`"
        yield Wrong("", message, _TIP, href)


def _can_be_read(href: str) -> bool:
    try:
        return urlsplit(href).hostname != ""
    except ValueError:  # such as https://[x
        return False


def _mails(text: str, href: str) -> Iterator[str]:
    parts = urlsplit(href)
    people = unquote(parts.path).lower().split(",") if parts.scheme == "mailto" else []
    for found in (each.strip("'") for each in _MAIL.findall(text)):
        if is_mail(found) and found.lower() not in people:
            yield found


def _phones(text: str, href: str) -> Iterator[str]:
    calls = href.lower().startswith("tel:")
    number = _digits(href.partition(":")[2]) if calls else ""
    for found in _PHONE.findall(text):
        digits = _digits(found)
        telephone = calls or (found == text and len(digits) >= _WHOLE)
        if telephone and is_phone(found) and digits != number:
            yield found


def _digits(number: str) -> str:
    """Return a number as somebody in the Netherlands dials it."""
    plain = number.replace("\u00a0", " ").replace("\u2011", "-")
    digits = phone_digits(unquote(plain).partition(";")[0])
    return f"0{digits.removeprefix('+31')}" if digits.startswith("+31") else digits


def _sites(text: str, href: str) -> Iterator[str]:
    host = _host(urlsplit(href).hostname or "")
    for found in _SITE.findall(text):
        if _host(found.rpartition("//")[2]) != host:
            yield found


def _host(name: str) -> str:
    return name.lower().rstrip(".").removeprefix("www.")
