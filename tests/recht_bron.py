"""A repository of law on loopback: the real official files, and versions made from them."""

from __future__ import annotations

import datetime
import hashlib
import http.server
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.boom import REPO

DATA = REPO / "tests/data/recht"
WOO = "BWBR0045754"
WOO_XML = (DATA / "bwb-toestand-woo-2022-05-01.xml").read_bytes()
WOO_WTI = (DATA / "bwb-wti-woo-ingekort.xml").read_bytes()
WOO_MANIFEST = (DATA / "bwb-manifest-woo.xml").read_bytes()
OPEN_END = "9999-12-31"

Answer = Callable[["Handler"], None]


@dataclass(frozen=True)
class Versie:
    """One version of a law as the repository holds it."""

    xml: bytes
    vanaf: str
    tot: str = OPEN_END
    hash: str = ""
    grootte: int = 0

    @property
    def label(self) -> str:
        return f"{self.vanaf}_0"


def woo(vanaf: str, tot: str = OPEN_END, *edits: tuple[str, str]) -> Versie:
    """Make a version of the Woo from the real file; every edit must fit exactly once."""
    text = WOO_XML.decode().replace('inwerkingtreding="2022-05-01"', f'inwerkingtreding="{vanaf}"')
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return Versie(text.encode(), vanaf, tot)


def artikel(number: str) -> str:
    """Return the XML of an article of the Woo, as it stands in the file."""
    found = re.search(
        rf'<artikel (?:(?!<artikel).)*?label="Artikel {re.escape(number)}".*?</artikel>',
        WOO_XML.decode(),
        re.DOTALL,
    )
    assert found
    return found[0]


def manifest(versies: list[Versie], nummer: str = WOO) -> bytes:
    """Return a manifest in the shape of the real one."""
    rows = "".join(
        f'<expression label="{v.label}"><metadata><datum_inwerkingtreding>{v.vanaf}'
        f"</datum_inwerkingtreding><einddatum>{v.tot}</einddatum></metadata>"
        f'<manifestation label="xml"><metadata><size>{v.grootte or len(v.xml)}</size><hashcode>'
        f"{v.hash or hashlib.sha512(v.xml).hexdigest()}</hashcode></metadata>"
        f'<item label="{nummer}_{v.label}.xml" _deleted="false" /></manifestation></expression>'
        for v in versies
    )
    return f'<?xml version="1.0" encoding="utf-8"?><work label="{nummer}">{rows}</work>'.encode()


def bwb(*versies: Versie, wti: bytes = WOO_WTI) -> dict[str, bytes]:
    """Return all files of the Woo with these versions."""
    files = {f"bwb/{WOO}/manifest.xml": manifest(list(versies)), f"bwb/{WOO}/{WOO}.WTI": wti}
    for versie in versies:
        files[f"bwb/{WOO}/{versie.label}/xml/{WOO}_{versie.label}.xml"] = versie.xml
    return files


@dataclass
class Bronserver:
    """What the server holds, and what it was asked."""

    adres: str
    bestanden: dict[str, bytes | Answer] = field(default_factory=dict)
    gevraagd: list[tuple[float, str, Mapping[str, str]]] = field(default_factory=list)

    @property
    def paden(self) -> list[str]:
        return [path for _, path, _ in self.gevraagd]


class Handler(http.server.BaseHTTPRequestHandler):
    """Gives what the server holds, or does what a function says."""

    protocol_version = "HTTP/1.1"
    bron: Bronserver

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        path = self.path.removeprefix("/")
        self.bron.gevraagd.append((time.monotonic(), path, dict(self.headers)))
        answer = self.bron.bestanden.get(path)
        if callable(answer):
            answer(self)
        elif answer is None:
            self.send(404)
        else:
            self.send(200, answer)

    def send(
        self, status: int, body: bytes = b"", length: int | None = None, **headers: str
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        if length is not None:
            self.close_connection = True


def antwoord(status: int, body: bytes = b"", **headers: str) -> Answer:
    """Answer always like this."""
    return lambda handler: handler.send(status, body, **headers)


def eerst(status: int, times: int, body: bytes, **headers: str) -> Answer:
    """Answer with a fault so many times, and then with the file."""
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        handler.send(status, **headers) if left[0] >= 0 else handler.send(200, body)

    return answer


def afgekapt(body: bytes) -> Answer:
    """Promise the whole file and break off half-way."""
    return lambda handler: handler.send(200, body[: len(body) // 2], len(body))


def druppelt(body: bytes, stil: threading.Event) -> Answer:
    """Give a byte now and then, until the test is over."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        try:
            for byte in body:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                if stil.wait(0.05):
                    break
        except OSError:
            pass
        handler.close_connection = True

    return answer


@contextmanager
def bron() -> Iterator[Bronserver]:
    """Run an empty repository on loopback."""
    handler = type("_Handler", (Handler,), {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    handler.bron = Bronserver(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield handler.bron
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


DAG = datetime.date(2026, 11, 23)
