"""A second opinion on the built site: linkchecker walks through it by way of a web server.

Our own check (``inside``) reads files; linkchecker follows links from the home page and knows
nothing of our code, so that a mistake in ``inside`` shows.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from wijzer.base.findings import Melding

_CONFIG = """\
[checking]
threads=8
maxrequestspersecond=10000
[output]
log=xml
status=0
[AnchorCheck]
"""
_SECONDS_PER_FILE = 1
_EMPTY = "url-content-size-zero"
_ANCHOR = "Anchor `"
"""How the warning begins that has no tag: there is no such anchor."""
_TIP = "Open de pagina en klik op deze link. Werkt hij? Dan kijkt linkchecker hier verkeerd."


class LinkcheckerError(Exception):
    """linkchecker could not do its work; the message is for the editor."""


def sweep(folder: Path) -> list[Melding]:
    """Return what linkchecker finds in a built site, at the page that has the link.

    Raises :class:`LinkcheckerError` when it gives no report.
    """
    files = sum(file.is_file() for file in folder.rglob("*"))
    with _served(folder) as address:
        report, errors = _run(address, 60 + _SECONDS_PER_FILE * files)
    try:
        tree = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", report))
    except (ET.ParseError, DefusedXmlException):
        raise LinkcheckerError(
            f"linkchecker deed het niet: {errors.strip() or 'geen uitvoer'}"
        ) from None
    return sorted({finding for data in tree.iter("urldata") for finding in _findings(data)})


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("LinkChecker", "1")  # asks linkchecker not to hold back
        super().end_headers()


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """From disk linkchecker cannot see that ``melden/`` means ``melden/index.html``."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _run(address: str, seconds: float) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(prefix="links-") as name:
        home = Path(name)
        home.chmod(0o755)  # as root, linkchecker goes on as the user nobody
        config = home / "linkcheckerrc"
        config.write_text(_CONFIG, encoding="utf-8")
        config.chmod(0o644)
        own = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1", "no_proxy": "127.0.0.1"}
        own |= {"XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name}
        command = [sys.executable, "-m", "linkcheck", "--config", str(config), address]
        try:
            done = subprocess.run(
                command,
                env=os.environ | own,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise LinkcheckerError(
                f"linkchecker was na {seconds:.0f} seconden niet klaar"
            ) from None
    return done.stdout, done.stderr


def _findings(data: ET.Element) -> Iterator[Melding]:
    parent = data.find("parent")
    page, line = ("index.html", 1) if parent is None else (parent.text or "", _line(parent))
    name = unquote(urlsplit(page).path).lstrip("/")
    name = f"{name}index.html" if not name or name.endswith("/") else name
    shown = f"`{data.findtext('url', '')}`"
    valid = data.find("valid")
    if valid is not None and valid.text != "1":
        yield Melding(name, line, f"{shown}: linkchecker vindt dit adres niet", _TIP)
    for warning in data.iter("warning"):
        if (warning.text or "").startswith(_ANCHOR):
            yield Melding(name, line, f"{shown}: linkchecker vindt dit anker niet", _TIP)
        elif warning.get("tag") == _EMPTY:
            yield Melding(name, line, f"{shown}: linkchecker vindt hier een leeg bestand", _TIP)


def _line(parent: ET.Element) -> int:
    found = parent.get("line") or ""
    return int(found) if found.isdigit() and found != "0" else 1
