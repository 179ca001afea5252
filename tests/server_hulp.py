"""Real web servers on loopback, with the configurations that ``wijzer server`` writes."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from tests.boom import REPO
from tests.browser import Once, build
from tests.gemeente import frozen
from wijzer.base.policy import HSTS, headers
from wijzer.pages.redirects import moved
from wijzer.release.compress import compress
from wijzer.server.config import FOREVER, Webserver, configurations

PATHS = ("", "/integriteitswijzer")
SECURITY = "Contact: mailto:veilig@gemeente.example\nExpires: 2027-01-01T00:00:00Z\n"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(two.getsockname()[1])


INTRANET_PORT = free_ports()[0]
INTRANET = f"http://intranet.localhost:{INTRANET_PORT}"
"""A browser finds every name below ``localhost`` on this computer."""
HEADERS = dict(headers([INTRANET]))


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Running:
    """A server that shows the site below a path, over HTTP and over TLS."""

    port: int
    tls: int
    pad: str

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.pad}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path of the site."""
        return self.ask_host(self.pad + path, method, **headers)

    def ask_host(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path of the host."""
        return _ask(http.client.HTTPConnection("127.0.0.1", self.port), path, method, headers)

    def ask_tls(self, path: str) -> Answer:
        unknown = ssl._create_unverified_context()  # the certificate was made a moment ago
        connection = http.client.HTTPSConnection("127.0.0.1", self.tls, context=unknown)
        return _ask(connection, self.pad + path, "GET", {})


def _ask(
    connection: http.client.HTTPConnection, path: str, method: str, wanted: Mapping[str, str]
) -> Answer:
    connection.timeout = 30
    named = {name.replace("_", "-"): value for name, value in wanted.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    found = Answer(answer.status, answer.headers, answer.read())  # type: ignore[arg-type]
    connection.close()
    return found


def published(target: Path, site: Path) -> Path:
    """Copy the site as ``publiceer`` would, with ``security.txt`` and files of every kind."""
    shutil.copytree(site, target)
    (target / ".well-known").mkdir(exist_ok=True)
    (target / ".well-known/security.txt").write_text(SECURITY, encoding="utf-8")
    (target / "contact").mkdir(exist_ok=True)
    (target / "contact/proef.vcf").write_text("BEGIN:VCARD\r\nEND:VCARD\r\n", encoding="utf-8")
    compress(target)
    return target


def published_for(pad: str, once: Once, request: pytest.FixtureRequest) -> Path:
    """Return the published site of the frozen municipality that knows the path it stands below."""

    def fill(target: Path) -> None:
        site = request.getfixturevalue("site")
        if pad:
            address = f"https://www.gemeente.example{pad}/"
            root = request.getfixturevalue("gemeente")
            site = build(target.with_name("site-submap"), root, WIJZER_ADRES=address)
        published(target, site)

    return once(f"gepubliceerd{pad.replace('/', '-')}", fill)


def write_configurations(target: Path, folder: Path, pad: str) -> Path:
    """Write what ``wijzer server`` writes for the frozen municipality."""
    leads = tuple((old, document.address) for old, document, _ in moved(frozen()))
    facts = Webserver(str(folder), pad, (*leads, ("oud/adres", "melden/")), (INTRANET,))
    target.mkdir()
    for name, text in configurations(REPO, facts).items():
        (target / name).write_text(text, encoding="utf-8")
    return target


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate for loopback; return it and its key."""
    made = trustme.CA().issue_cert("127.0.0.1")
    cert, key = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(b"".join(blob.bytes() for blob in made.cert_chain_pems))
    made.private_key_pem.write_to_path(key)
    return cert, key


@contextmanager
def started(command: list[str], ports: tuple[int, int], pad: str, log: Path) -> Iterator[Running]:
    """Run a server until the end of the block."""
    own = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    environment = os.environ | dict.fromkeys(own, str(log.parent))
    with (
        log.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=out, env=environment) as server,
    ):
        try:
            for _ in range(300):
                if all(_listens(port) for port in ports):
                    break
                if server.poll() is not None:
                    pytest.fail(log.read_text("utf-8"))
                time.sleep(0.1)
            else:
                pytest.fail(f"{command[0]} luistert niet: {log.read_text('utf-8')}")
            yield Running(*ports, pad)
        finally:
            server.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


class Promises:
    """What every server keeps; a module subclasses it and brings the fixture ``server``."""

    @pytest.mark.parametrize(
        "path",
        "/ /melden/ /kernwaarden/zorgvuldigheid/ /search/search_index.json /assets/favicon.svg "
        "/search/zoekindex.json /bestaat/niet/ /d/12/".split(),
    )
    def test_every_answer_has_every_header(self, server: Running, path: str) -> None:
        answer = server.ask(path)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert f"frame-ancestors 'self' {INTRANET}" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Strict-Transport-Security"] is None

    def test_an_encrypted_answer_asks_for_encryption_from_now_on(self, server: Running) -> None:
        answer = server.ask_tls("/melden/")
        assert answer.status == 200
        assert answer.headers["Strict-Transport-Security"] == HSTS

    def test_an_unknown_address_gets_the_page_that_helps(self, server: Running) -> None:
        answer = server.ask("/bestaat/niet/")
        assert answer.status == 404
        assert "Deze pagina bestaat niet" in answer.text
        assert "Lees hoe je iets meldt" in answer.text
        assert answer.headers["Cache-Control"] == "no-cache"

    @pytest.mark.parametrize("path", ["/assets/", "/assets/javascripts/", "/d/"])
    def test_no_folder_shows_its_list(self, server: Running, path: str) -> None:
        answer = server.ask(path)
        assert answer.status == 404
        assert "Deze pagina bestaat niet" in answer.text

    def test_a_folder_without_its_slash_leads_to_the_page(self, server: Running) -> None:
        answer = server.ask("/melden")
        assert answer.status in {301, 308}
        assert answer.headers["Location"] == f"{server.pad}/melden/"

    def test_the_path_of_the_site_without_its_slash_leads_to_the_site(
        self, server: Running
    ) -> None:
        if server.pad:
            answer = server.ask_host(server.pad)
            assert (answer.status, answer.headers["Location"]) == (301, f"{server.pad}/")

    @pytest.mark.parametrize("tail", ["", "/", "/index.html"])
    def test_old_and_short_addresses_have_moved_for_good(self, server: Running, tail: str) -> None:
        found = server.ask(f"/oud/adres{tail}")
        assert (found.status, found.headers["Location"]) == (301, f"{server.pad}/melden/")
        for old, document, _ in moved(frozen()):
            answer = server.ask(f"/{old}{tail}")
            assert answer.status == 301
            assert answer.headers["Location"] == f"{server.pad}/{document.address}"

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
    @pytest.mark.parametrize("path", ["/", "/melden/", "/search/search_index.json", "/d/12/"])
    def test_a_reader_can_only_read(self, server: Running, method: str, path: str) -> None:
        answer = server.ask(path, method)
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")

    def test_head_gives_the_headers_only(self, server: Running) -> None:
        answer = server.ask("/melden/", "HEAD")
        assert (answer.status, answer.body) == (200, b"")
        assert int(answer.headers["Content-Length"]) > 0

    def test_what_cannot_change_is_kept_and_the_rest_is_asked_for(
        self, server: Running, folder: Path
    ) -> None:
        hashed = ("js/site.*.min.js", "opmaak.*.min.css", "wijzer-sans.*.woff2")
        kept = [file for name in hashed for file in folder.glob(f"assets/{name}")]
        assert len(kept) == len(hashed)
        for file in kept:
            answer = server.ask(f"/{file.relative_to(folder).as_posix()}")
            assert (answer.status, answer.headers["Cache-Control"]) == (200, FOREVER)
        for path in ("/", "/melden/", "/assets/favicon.svg", "/search/search_index.json"):
            assert server.ask(path).headers["Cache-Control"] == "no-cache"

    def test_a_page_that_did_not_change_is_not_sent_again(self, server: Running) -> None:
        tag = server.ask("/melden/").headers["ETag"]
        again = server.ask("/melden/", If_None_Match=tag)
        assert (again.status, again.body) == (304, b"")

    @pytest.mark.parametrize("coding", ["gzip", "br"])
    @pytest.mark.parametrize("path", ["/melden/", "/search/search_index.json"])
    def test_the_compressed_copy_is_sent_to_who_can_read_it(
        self, server: Running, folder: Path, path: str, coding: str
    ) -> None:
        file = folder / path.strip("/")
        file = file / "index.html" if file.is_dir() else file
        answer = server.ask(path, Accept_Encoding=coding)
        assert answer.headers["Content-Encoding"] == coding
        copy = file.with_name(file.name + {"gzip": ".gz", "br": ".br"}[coding])
        assert answer.body == copy.read_bytes()
        assert "Accept-Encoding" in answer.headers["Vary"]
        plain = server.ask(path)
        assert (plain.headers["Content-Encoding"], plain.body) == (None, file.read_bytes())

    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            ("/melden/", "text/html; charset=utf-8"),
            ("/assets/opmaak.*.css", "text/css"),
            ("/assets/js/site.*.js", "javascript"),
            ("/assets/wijzer-sans.*.woff2", "font/woff2"),
            ("/assets/favicon.svg", "image/svg+xml"),
            ("/search/zoekindex.json", "application/json"),
            ("/contact/proef.vcf", "text/vcard"),
        ],
    )
    def test_every_file_says_what_it_is(
        self, server: Running, folder: Path, path: str, kind: str
    ) -> None:
        if "*" in path:  # its name holds a hash
            (file,) = folder.glob(path.strip("/"))
            path = f"/{file.relative_to(folder).as_posix()}"
        assert kind in server.ask(path).headers["Content-Type"].lower()

    def test_security_txt_stands_where_the_standard_wants_it(self, server: Running) -> None:
        answer = server.ask_host("/.well-known/security.txt")
        assert (answer.status, answer.text) == (200, SECURITY)
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
