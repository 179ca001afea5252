"""Where the site will stand on the web: needed on paper, where a relative link is no use."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from wijzer.base.config import read_config


def site_address(root: Path) -> str | None:
    """Return the public address of the site with a slash at the end.

    It is ``site_url`` of ``mkdocs.yml`` (set with the environment variable ``WIJZER_ADRES``).
    None when there is none yet: empty, no web address, or one that only works on the
    computer where the site was built.
    """
    url = str(read_config(root).get("site_url") or "").strip()
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or _only_here(parts.hostname or ""):
        return None
    return url.rstrip("/") + "/"


def _only_here(host: str) -> bool:
    if not host or host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified
