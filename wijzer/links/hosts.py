"""The websites that pages may link to: one list, kept by HRM in ``docs/toegestane-hosts.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from wijzer.base.findings import Melding
from wijzer.legal.urls import is_legal
from wijzer.load.data_file import read_data_file

PATH = "docs/toegestane-hosts.yml"
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_EXAMPLE = "Bijvoorbeeld:\nhosts:\n  - host: www.rijksoverheid.nl\n    waarom: uitleg over wetten"


@dataclass(frozen=True)
class Hosts:
    """The allowed websites, and what is wrong with the list."""

    toegestaan: frozenset[str] = frozenset()
    meldingen: tuple[Melding, ...] = field(default=())

    def allows(self, url: str) -> bool:
        """Tell whether a page may link to this address (legal hosts have their own rule)."""
        return is_legal(url) or (urlsplit(url).hostname or "") in self.toegestaan


def load_hosts(root: Path) -> Hosts:
    """Read the list below ``root``; a project without the file allows no other websites."""
    found = read_data_file(root, PATH)
    meldingen = [*found.meldingen]
    rows = found.values.get("hosts", [])
    hosts: set[str] = set()
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        host = row.get("host") if isinstance(row, dict) else None
        reason = row.get("waarom") if isinstance(row, dict) else None
        if isinstance(host, str) and _HOST.fullmatch(host) and isinstance(reason, str) and reason:
            hosts.add(host)
        else:
            text = "een website heeft een `host` (zonder https://) en een `waarom` nodig"
            meldingen.append(found.fout(("hosts", index), text, _EXAMPLE))
    return Hosts(frozenset(hosts), tuple(meldingen))
