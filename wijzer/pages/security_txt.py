"""``security.txt`` (RFC 9116): where somebody reports a vulnerability of the site."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.files import Bestand
from wijzer.model.gemeente import Gemeente

PATH = ".well-known/security.txt"


def security_txt(
    gemeente: Gemeente, address: str | None, today: datetime.date
) -> Iterator[Bestand]:
    """Yield the file when somebody can be reached, and somebody still stands for it.

    A file past its ``Expires`` must not be used (RFC 9116, 2.5.5), so then there is none.
    """
    data = gemeente.beveiliging
    if not data.contact or not data.geldig_tot or data.geldig_tot < today:
        return
    contact = data.contact if data.contact.startswith("https:") else f"mailto:{data.contact}"
    lines = [
        f"Contact: {contact}",
        f"Expires: {data.geldig_tot}T23:59:59Z",
        f"Preferred-Languages: {', '.join(dict.fromkeys([*gemeente.site.talen, 'en']))}",
    ]
    if address and address.startswith("https:"):
        host = "/".join(address.split("/")[:3])  # the file stands at the top of the host
        lines.append(f"Canonical: {host}/{PATH}")
    yield Bestand(PATH, "".join(f"{line}\n" for line in lines).encode("utf-8"))
