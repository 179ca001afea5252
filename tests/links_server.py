"""A web server on loopback that plays every case that the real web has in store.

The path says what to play: ``/301/goed`` is a redirect to ``/goed``.  Every case has a host of its
own (127.0.0.2, 127.0.0.3, …), as on the real web.
"""

from __future__ import annotations

import gzip
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
from urllib.parse import unquote, urlsplit

import trustme

TEXT = "<h1>{kop}</h1><p>Hier staat de tekst van deze pagina.</p>"
PAGE = "<!doctype html><html lang=nl><head><title>{titel}</title>{hoofd}</head><body>{body}</body>"
MEGABYTE = 1024 * 1024

BOMB = gzip.compress(
    PAGE.format(titel="Ambtenarenwet 2017", hoofd="", body="tekst").encode()
    + b" " * (32 * MEGABYTE),
    compresslevel=1,
)
"""Blanks: 200 times as many bytes as it seems."""

PAGES = {
    # path: title, something more in the head, body (None: a heading with the title)
    "goed": ("wetten.nl - Regeling - Ambtenarenwet 2017", "", None),
    "fout": ("wetten.nl - Regeling - Wet op de dierproeven", "", None),
    "zonder": ("", "", "<p>geen titel</p>"),
    "zacht404": ("Pagina niet gevonden - Gemeente", "", None),
    "zacht404kop": (
        "Gemeente",
        "",
        "<h1>Oeps! Deze pagina bestaat niet meer.</h1><p>Zoek verder.</p>",
    ),
    "zacht404en": ("404 Not Found", "", None),
    "artikel404": ("Artikel 404 | Boeken", "", None),
    "gids404": ("Wat doe je als een pagina niet gevonden wordt?", "", None),
    "inloggen": ("Inloggen", "", '<h1>Inloggen</h1><form><input type="password"></form>'),
    "formulier": ("Mijn portaal", "", '<h1>Log in</h1><form><input type="password"></form>'),
    "wit": ("Gemeente", "", "  <div> </div><!-- niets --><style>p {}</style>"),
    "script": ("Gemeente", "", '<div id="app"></div><script src="app.js"></script>'),
    "ververs": ("Even geduld", '<meta http-equiv="Refresh" content="0; url=/goed">', None),
    "verversfout": ("Even geduld", "<meta http-equiv=refresh content=\"0;URL='/fout'\">", None),
    "ververskring": ("Kring", '<meta http-equiv=refresh content="0; url=/ververskring2">', None),
    "ververskring2": ("Kring", '<meta http-equiv=refresh content="0; url=/ververskring">', None),
    "verversvaak": ("Ambtenarenwet 2017", '<meta http-equiv=refresh content="5">', None),
    "ververslaat": (
        "Ambtenarenwet 2017",
        '<meta http-equiv=refresh content="600; url=/fout">',
        None,
    ),
    "zonderjs": (
        "Ambtenarenwet 2017",
        '<noscript><meta http-equiv=refresh content="0; url=/fout"></noscript>',
        None,
    ),
    "ankers": (
        "Ambtenarenwet 2017",
        "",
        '<h1>Wet</h1><h2 id="Hoofdstuk2_Artikel8">8</h2><a name="oud">x</a><p id="é">y</p>',
    ),
    "boos": ("x\u202e`y`\x1b[31m" + "z" * 500, "", None),
    "": ("Voorpagina van de gemeente", "", None),
}


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path of the address."""

    server: Server
    seen: ClassVar[list[tuple[float, str, str]]]

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        self.server.note(self)
        self.path = urlsplit(self.path)._replace(scheme="", netloc="").geturl()  # as a proxy too
        path = urlsplit(self.path).path
        name = path.split("/")[1]
        if name == "robots.txt":
            self._robots()
        elif name.isdigit() and 300 <= int(name) < 400 and path.count("/") > 1:
            self._send(int(name), Location=unquote(self._after()))
        elif name in PAGES:
            titel, hoofd, body = PAGES[name]
            self._page(titel, hoofd, body)
        elif hasattr(self, f"_{name}"):
            getattr(self, f"_{name}")()
        else:
            self._send(int(name) if name.isdigit() else 404, b"<h1>Fout</h1>")

    def _robots(self) -> None:
        status, text = self.server.robots.get(self.headers["Host"].split(":")[0], (404, ""))
        self._send(status, text.encode(), Content_Type="text/plain")

    def _after(self) -> str:
        """What comes after the first part of the path: an address, or a path here."""
        rest = self.path.split("/", 2)[2]
        return rest if "%3A" in rest else f"/{rest}"

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _page(self, titel: str, hoofd: str = "", body: str | None = None) -> None:
        text = TEXT.format(kop=titel) if body is None else body
        html = PAGE.format(titel=titel, hoofd=hoofd, body=text).encode("utf-8")
        self._send(200, html, Content_Type="text/html; charset=utf-8")

    def _latin(self) -> None:
        html = PAGE.format(titel="Coöperatie &amp; privé", hoofd="", body="Tekst")
        self._send(200, html.encode("iso-8859-1"), Content_Type="text/html; charset=iso-8859-1")

    def _meta(self) -> None:
        hoofd = "<meta charset=windows-1252>"
        html = PAGE.format(titel="Coöperatie &amp; privé", hoofd=hoofd, body="Tekst")
        self._send(200, html.encode("cp1252"), Content_Type="text/html")

    def _even(self) -> None:
        """500 the first time, 200 after that."""
        earlier = [path for _, _, path in self.server.seen if path == self.path]
        self._page("Ambtenarenwet 2017") if len(earlier) > 1 else self._send(500)

    def _koekje(self) -> None:
        """First set a cookie, then send the visitor to the same address."""
        if self.headers["Cookie"]:
            self._page("Ambtenarenwet 2017")
        else:
            self._send(302, Location="/koekje", Set_Cookie="gezien=1")

    def _druk(self) -> None:
        self._send(429, Retry_After="120")

    def _onderhoud(self) -> None:
        self._send(503, Retry_After="3600")

    def _kring(self) -> None:
        self._send(302, Location="/kring")

    def _diep(self) -> None:
        """Go one deeper each time, without end."""
        self._send(302, Location=f"{self.path}/x")

    def _brokken(self) -> None:
        self._chunked(end=True)

    def _halfbrok(self) -> None:
        self._chunked(end=False)

    def _chunked(self, *, end: bool) -> None:
        self.protocol_version = "HTTP/1.1"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        html = PAGE.format(titel="Ambtenarenwet 2017", hoofd="", body="tekst").encode()
        for piece in (html[:50], html[50:]):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if end:
            self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def _nest(self) -> None:
        """Deeper than any program should follow by calling itself."""
        body = b"<title>Ambtenarenwet 2017</title>" + b"<div>" * 200_000 + b"tekst"
        self._send(200, body, Content_Type="text/html")

    def _mail(self) -> None:
        self._send(302, Location="mailto:niemand@voorbeeld.nl")

    def _pdf(self) -> None:
        self._send(200, b"%PDF-1.7 ...", Content_Type="application/pdf")

    def _niets(self) -> None:
        self._send(200, Content_Type="text/html")

    def _kop(self) -> None:
        """A redirect in the header that most people do not know."""
        self._send(200, b"<p>Even geduld</p>", Content_Type="text/html", Refresh="0; url=/goed")

    def _traag(self) -> None:
        self.server.stop.wait(20)
        self._send(200)

    def _druppel(self) -> None:
        """Start well, and then give a byte now and then."""
        self._start(10_000)
        while not self.server.stop.wait(0.2):
            self.wfile.write(b" ")

    def _druppelkop(self) -> None:
        """Never get to the end of the headers."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.stop.wait(0.2):
            self.wfile.write(b"X-Druppel: 1\r\n")

    def _afgekapt(self) -> None:
        self._start(10_000)

    def _start(self, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(b"<!doctype html><html><head>")
        self.close_connection = True

    def _groot(self) -> None:
        """A title, and then more than anybody wants to read."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE.format(titel="Ambtenarenwet 2017", hoofd="", body="").encode())
        for _ in range(64):
            self.wfile.write(b"<p>tekst</p>" * (MEGABYTE // 12))
            self.server.sent += 1

    def _portaal(self) -> None:
        self._send(302, Location="/inloggen?terug=/portaal")

    def _portaal301(self) -> None:
        self._send(301, Location="/account/login")

    def _account(self) -> None:
        self._page("Welkom")

    def _door(self) -> None:
        """A page that sends the reader on to the address after the question mark."""
        to = unquote(self.path.partition("?")[2])
        self._page("Even geduld", f'<meta http-equiv=refresh content="0; url={to}">')

    def _bom(self) -> None:
        self._send(200, BOMB, Content_Type="text/html", Content_Encoding="gzip")

    def _stuk(self) -> None:
        self._send(200, b"geen gzip", Content_Type="text/html", Content_Encoding="gzip")

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

    def __init__(self, context: ssl.SSLContext | None = None, host: str = "0.0.0.0") -> None:
        self.seen: list[tuple[float, str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.robots: dict[str, tuple[int, str]] = {}
        """Status and text of robots.txt by host; 404 for all others."""
        self.sent = 0
        """Megabytes of the large page that went out."""
        self.stop = threading.Event()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), Handler)
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)

    def note(self, request: http.server.BaseHTTPRequestHandler) -> None:
        """Remember a request."""
        self.seen.append((time.monotonic(), request.headers["Host"], request.path))
        self.headers.append(dict(request.headers))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about visitors who refuse our certificate."""

    def paths(self, case: str) -> list[str]:
        """Return the requests for a case, in order."""
        return [path for _, _, path in self.seen if path.startswith(f"/{case}")]

    def hosts(self) -> set[str]:
        """Return the hosts that were asked for anything but robots.txt."""
        return {host.split(":")[0] for _, host, path in self.seen if path != "/robots.txt"}


@contextmanager
def serving(context: ssl.SSLContext | None = None, host: str = "0.0.0.0") -> Iterator[Server]:
    """Run a server until the block ends."""
    server = Server(context, host)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()


def tls(folder: Path, *names: str) -> tuple[ssl.SSLContext, Path]:
    """Return a context with a certificate that nobody knows, and the file to know it by."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*(names or ("127.0.0.99",))).configure_cert(context)
    pem = folder / "ca.pem"
    authority.cert_pem.write_to_path(pem)
    return context, pem


def closed_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
