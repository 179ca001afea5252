"""Where the site and its sources stand on the web; the environment goes before ``gemeente.yml``."""

from __future__ import annotations

import ipaddress
import os
from urllib.parse import urlsplit

from wijzer.model.gemeente import Gemeente


def site_address(gemeente: Gemeente) -> str | None:
    """Return the public address of the site with a slash at the end: paper needs it in full.

    None when there is none yet: empty, no web address, or one that only works on the
    computer where the site was built.
    """
    url = (os.environ.get("WIJZER_ADRES") or gemeente.site.adres or "").strip()
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or _only_here(parts.hostname or ""):
        return None
    return url.rstrip("/") + "/"


def repository(gemeente: Gemeente) -> str:
    """Return the address of the Git server with a slash at the end; empty when there is none."""
    url = (os.environ.get("WIJZER_REPO") or gemeente.site.repo or "").strip()
    return f"{url.rstrip('/')}/" if url else ""


def edit_path(gemeente: Gemeente) -> str:
    """Return the path below the repository that opens a page to edit, with a slash at the end."""
    path = os.environ.get("WIJZER_BEWERKEN") or gemeente.site.bewerken
    return f"{path.rstrip('/')}/"


def _only_here(host: str) -> bool:
    if not host or host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified
