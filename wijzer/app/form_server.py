"""The form on this computer: a page of its own, which speaks to nobody else.

The site has nothing of it.  Only a browser on this computer gets an answer, and only from this
page: another website that is open cannot save anything.
"""

from __future__ import annotations

import http.server
import json
import os
import sys
from pathlib import Path
from typing import Any

from wijzer.app.form import Formulier
from wijzer.base.trouble import explain
from wijzer.editor.form.config import API

HOST = "127.0.0.1"
CMS = "decap-cms.js"
_PAGES = Path(__file__).parent / "form_pages"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json"}
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self' blob:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Decap CMS makes styles as it goes and compiles the form (``unsafe-eval``); it may go nowhere."""
_REFUSED = 422
_MAX_BYTES = 1024 * 1024


class FormServer(http.server.ThreadingHTTPServer):
    """Serves the form of one checkout; ``cms`` is the folder that holds Decap CMS."""

    allow_reuse_address = os.name != "nt"  # on Windows it would share the port of another program

    def __init__(self, root: Path, cms: Path, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.form = Formulier(root)
        self.cms = cms

    @property
    def address(self) -> str:
        """Where a browser finds the form."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    server: FormServer

    def do_GET(self) -> None:
        """Give one of the few files of the form."""
        name = self.path.partition("?")[0].removeprefix("/") or "index.html"
        if not self._from_here():
            self._send(403, b"", ".html")
        elif name == "config.json":
            self._json(200, self.server.form.config())
        elif name in {CMS, "index.html", "start.js"}:
            folder = self.server.cms if name == CMS else _PAGES
            self._send(200, (folder / name).read_bytes(), Path(name).suffix)
        else:
            self._send(404, b"", ".html")

    def do_POST(self) -> None:
        """Answer the form."""
        size = int(self.headers.get("Content-Length") or 0)
        kind = str(self.headers.get("Content-Type")).partition(";")[0]
        body = self.rfile.read(min(size, _MAX_BYTES))
        if not self._from_here() or self.path != API or kind != "application/json":
            self._json(403, {"error": "Dit formulier werkt alleen in je eigen browser."})
            return
        try:
            asked = json.loads(body)
            answer = self.server.form.answer(asked["action"], asked.get("params", {}))
        except Exception as error:
            self._json(_REFUSED, {"error": explain(error)})
        else:
            self._json(200, answer)

    def _from_here(self) -> bool:
        """Tell whether our own page asks: no other website, nor a name that leads to us."""
        here = self.server.address.removesuffix("/")
        origin = self.headers.get("Origin", here)
        return origin == here and f"http://{self.headers.get('Host')}" == here

    def _json(self, status: int, answer: Any) -> None:
        self._send(status, json.dumps(answer, ensure_ascii=False).encode(), ".json")

    def _send(self, status: int, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{_TYPES[suffix]}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of what goes well."""
