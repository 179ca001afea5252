"""Filling the templates in ``deploy/``: nginx, Caddy and IIS say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from wijzer.base.policy import HSTS, headers
from wijzer.base.trouble import PlainError

TEMPLATES = ("nginx-http.conf", "nginx-server.conf", "wijzer.caddy", "web.config")
HASHED = r"\.[0-9a-f]{8}\.(?:min\.(?:css|js)|woff2)$"
"""The files of the theme whose names change with their contents."""
FOREVER = "public, max-age=31536000, immutable"

_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
_FOLDER = re.compile(r"[^\"'{}$\\;\x00-\x1f]+")


class ServerError(PlainError):
    """The facts do not fit in a configuration."""


@dataclass(frozen=True)
class Webserver:
    """What a web server must know of the site."""

    map: str
    """The folder that it shows, on the server: ``/srv/integriteitswijzer/huidig``."""
    pad: str
    """Where the site stands on the host: empty, or ``/integriteitswijzer``."""
    verhuisd: tuple[tuple[str, str], ...]
    """Old addresses, and where each leads now (with a slash at the end), both below ``pad``."""
    frame_ancestors: tuple[str, ...] = ()
    """Websites that may show the site in a frame."""

    def __post_init__(self) -> None:
        if not _FOLDER.fullmatch(self.map) or not self.map.startswith("/"):
            raise ServerError(
                f"`{self.map}` kan niet in de instellingen staan. Geef het hele pad op de server, "
                "zonder aanhalingstekens of accolades, zoals: /srv/integriteitswijzer/huidig"
            )
        if not _PATH.fullmatch(self.pad):
            raise ServerError(
                f"Het pad `{self.pad}` in het adres van de site kan niet in de instellingen staan. "
                "Gebruik letters, cijfers en streepjes, zoals: https://www.voorbeeld.nl/wijzer/"
            )


def path_of(address: str | None) -> str:
    """Return the path of the address of the site without slash at the end; empty for a root."""
    return urlsplit(address or "").path.rstrip("/")


def configurations(root: Path, facts: Webserver) -> dict[str, str]:
    """Return every configuration by its file name; the templates stand in ``deploy/``."""
    made = _environment(root / "deploy")
    names: dict[str, object] = {
        "map": facts.map.rstrip("/"),
        "pad": facts.pad,
        "verhuisd": _sorted(facts.verhuisd),
        "regels_voor_de_browser": headers(facts.frame_ancestors),
        "hsts": HSTS,
        "vast": HASHED,
        "blijvend": FOREVER,
    }
    return {name: made.get_template(name).render(names) for name in TEMPLATES}


def _sorted(moved: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Order addresses as people do: a change shows as a line, not as another order."""
    return sorted(moved, key=lambda pair: [part.zfill(9) for part in pair[0].split("/")])


def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(enabled_extensions=("config",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
