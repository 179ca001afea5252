"""The search box of the built site, as a person uses it, and a server with a strict policy."""

from __future__ import annotations

import base64
import functools
import hashlib
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Page

from tests.browser import Server

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; worker-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class _Strict(http.server.SimpleHTTPRequestHandler):
    """Sends the policy with every file; only inline scripts that are in the file may run."""

    def end_headers(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        html = page.read_text("utf-8") if page.suffix == ".html" and page.is_file() else ""
        hashes = " ".join(sorted({_hash(script) for script in _INLINE.findall(html)}))
        self.send_header("Content-Security-Policy", POLICY.format(hashes=hashes))
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@contextmanager
def serving_strictly(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback under a strict Content-Security-Policy; yield its address."""
    handler = functools.partial(_Strict, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def ask(page: Page, question: str) -> None:
    """Put a question in the search box and wait until the answer to it is shown."""
    field = page.locator("[data-md-component=search-query]")
    field.fill("")
    field.press("Backspace")
    page.locator(".md-search-result__list:empty").wait_for(state="attached")
    field.fill(question)
    field.press("End")  # the theme asks when a key goes up
    page.locator(".md-search-result__item, .zoekhulp:visible").first.wait_for()


def found(page: Page, top: str) -> list[str]:
    """Return the addresses of the pages in the list, relative to the top of the site."""
    links = page.locator(".md-search-result__item > a:first-child, .md-search-result__item > a")
    hrefs = [link.get_attribute("href") or "" for link in links.all()]
    pages = [urljoin(top, href).split("?")[0].split("#")[0] for href in hrefs]
    relative = [href.removeprefix(top).removesuffix("index.html") for href in pages]
    return list(dict.fromkeys(relative))
