"""Let Lighthouse score one page of each kind of the built site: run bouw.py first.

It is fetched by npx, of one version, and runs nothing while it is installed.  Not a part of the
tests: the scores for speed depend on the computer.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import hulpprogrammas
import omgeving

LIGHTHOUSE = "lighthouse@12.8.2"
"""The last line that runs on the Node.js of Debian; 13 wants a newer one."""
CATEGORIES = {
    "performance": "snelheid",
    "accessibility": "toegankelijk",
    "best-practices": "goed gebouwd",
    "seo": "vindbaar",
}
PAGES = (
    "",
    "melden/",
    "kernwaarden/zorgvuldigheid/",
    "regelgeving/",
    "regelgeving/basisnormen/relatiegeschenken/",
    "regelgeving/wetten/ambtenarenwet-2017/",
    "dilemmas/drie-winters-haakwerk/",
    "wegwijzers/wegwijzer-geschenk/",
    "rollen/leidinggevende/",
    "matrix/",
    "workshop/",
    "begrippen/",
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files and say nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve the built site on loopback; yield its address."""
    handler = functools.partial(Quiet, directory=str(omgeving.ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def score(address: str, browser: str, npx: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page."""
    command = [npx, "--yes", LIGHTHOUSE, address, "--output=json", "--quiet"]
    command += ["--chrome-flags=--headless --no-sandbox --disable-gpu --proxy-server=127.0.0.1:9"]
    env = {**os.environ, "CHROME_PATH": browser, "npm_config_ignore_scripts": "true"}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise omgeving.OmgevingError(f"Lighthouse stopte:\n{omgeving.tail(done.stderr)}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def missed(report: dict[str, Any]) -> list[str]:
    """Return what keeps a page from 100, without the measures of speed."""
    wanted = [name for name in CATEGORIES if name != "performance"]
    refs = (ref for name in wanted for ref in report["categories"][name]["auditRefs"])
    audits = [report["audits"][ref["id"]] for ref in refs if ref["weight"]]
    return [audit["title"] for audit in audits if audit["score"] not in (None, 1)]


def main() -> int:
    if not (omgeving.ROOT / "site" / "index.html").is_file():
        raise omgeving.OmgevingError("Er is nog geen site. Draai eerst: python3 scripts/bouw.py")
    browser = hulpprogrammas.find_browser()
    if not browser:
        raise omgeving.OmgevingError(
            hulpprogrammas.help_text("een browser", "chromium", "chromium")
        )
    npx = hulpprogrammas.require_npm("Lighthouse").replace("npm", "npx")
    omgeving.say("  ".join([*CATEGORIES.values(), "pagina"]))
    with serving() as base:
        for page in PAGES:
            report = score(base + page, browser, npx)
            scores = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
            omgeving.say(
                "  ".join([f"{n:>{len(CATEGORIES[k])}}" for k, n in scores.items()] + [f"/{page}"])
            )
            for title in missed(report):
                omgeving.say(f"    {title}")
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
