"""A web server on loopback that plays every case that the real web has in store.

Every case has a host of its own (127.0.0.2, 127.0.0.3, …), since a polite visitor waits between
two visits to one host.
"""

from __future__ import annotations

import http.server
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import trustme

GOOD = "<!doctype html><html><head><title>wetten.nl - Regeling - {}</title></head></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path of the address."""

    seen: ClassVar[list[tuple[float, str, str]]]

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        self.seen.append((time.monotonic(), self.headers["Host"], self.path))
        name = self.path.split("/")[1]
        if name == "robots.txt":
            self._robots()
        elif name.isdigit() and 300 <= int(name) < 400:
            self._send(int(name), Location=self._after_redirect())
        elif hasattr(self, f"_{name}"):
            getattr(self, f"_{name}")()
        else:
            self._send(int(name) if name.isdigit() else 404)

    def _robots(self) -> None:
        forbidden = self.headers["Host"].startswith("127.0.0.200:")
        text = "User-agent: *\nDisallow: /\n" if forbidden else ""
        self._send(200 if forbidden else 404, text.encode(), Content_Type="text/plain")

    def _after_redirect(self) -> str:
        return self.path.split("/", 2)[2].join(("/", ""))

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self, titel: str, encoding: str = "utf-8", charset: str = "; charset=utf-8") -> None:
        body = GOOD.format(titel).encode(encoding)
        self._send(200, body, Content_Type=f"text/html{charset}")

    def _goed(self) -> None:
        self._page("Ambtenarenwet 2017")

    def _fout(self) -> None:
        self._page("Wet op de dierproeven")

    def _latin(self) -> None:
        self._page("Coöperatie &amp; privé", "iso-8859-1", "; charset=iso-8859-1")

    def _zonder(self) -> None:
        self._send(200, b"<p>geen titel</p>", Content_Type="text/html")

    def _even(self) -> None:
        """500 the first time, 200 after that."""
        earlier = [path for _, _, path in self.seen if path == self.path]
        self._goed() if len(earlier) > 1 else self._send(500)

    def _druk(self) -> None:
        self._send(429, Retry_After="120")

    def _kring(self) -> None:
        self._send(302, Location="/kring")

    def _traag(self) -> None:
        time.sleep(3)
        self._send(200)

    def _breekt(self) -> None:
        """Reset the connection: no linger means no orderly end."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def handle_one_request(self) -> None:
        """Do not complain when the visitor has gone."""
        try:
            super().handle_one_request()
        except (OSError, ValueError):
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    """A server on every loopback address that keeps what it has seen."""

    daemon_threads = True

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.seen: list[tuple[float, str, str]] = []
        handler = type("Handler", (Handler,), {"seen": self.seen})
        super().__init__(("0.0.0.0", 0), handler)
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about visitors who refuse our certificate."""

    def paths(self, case: str) -> list[str]:
        """Return the requests for a case, in order."""
        return [path for _, _, path in self.seen if path.startswith(f"/{case}")]


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server until the block ends."""
    server = Server(context)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def tls(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Return a context with a certificate that nobody knows, and the file to know it by."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.99").configure_cert(context)
    pem = folder / "ca.pem"
    authority.cert_pem.write_to_path(pem)
    return context, pem


def closed_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
