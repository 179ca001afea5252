"""The built site behind a real nginx with the configuration of ``deploy/``, and in Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import serving
from tests.gemeente import frozen
from tests.server_hulp import (
    BROTLI,
    INTRANET,
    INTRANET_PORT,
    Promises,
    Running,
    certificate,
    free_ports,
    started,
    write_configurations,
)
from tests.zoekbox import ask, found
from wijzer.corpus.corpus import Corpus
from wijzer.model.kinds import WEGWIJZER

NGINX = os.environ.get("WIJZER_NGINX") or shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
pytestmark = [
    pytest.mark.nginx,
    pytest.mark.skipif(not NGINX, reason="nginx is er niet (op Windows heel gewoon)"),
]

# The temporary folders are of the test only: a server of Debian has its own.
CONFIG = """
{module}
daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; {user}
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {conf}/nginx-http.conf;
  server {{
    listen 127.0.0.1:{port};
    listen 127.0.0.1:{tls} ssl;
    ssl_certificate {cert};
    ssl_certificate_key {key};
    include {conf}/nginx-server.conf;
  }}
}}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, folder: Path, pad: str) -> Iterator[Running]:
    place = tmp_path_factory.mktemp("nginx")
    conf = write_configurations(place / "conf", folder, pad)
    port, tls = free_ports()
    cert, key = certificate(place)
    if BROTLI.is_file():  # as deploy/LEESMIJ.md says
        file = conf / "nginx-server.conf"
        text = file.read_text("utf-8").replace("#brotli_static on;", "brotli_static on;")
        file.write_text(text, encoding="utf-8")
    text = CONFIG.format(
        folder=place,
        conf=conf,
        port=port,
        tls=tls,
        cert=cert,
        key=key,
        user="user root;" if getattr(os, "geteuid", lambda: 1)() == 0 else "",
        module=f"load_module {BROTLI};" if BROTLI.is_file() else "",
    )
    (place / "nginx.conf").write_text(text, encoding="utf-8")
    command = [str(NGINX), "-p", str(place), "-c", str(place / "nginx.conf")]
    with started(command, (port, tls), pad, place / "log") as running:
        yield running


class TestNginx(Promises):
    pass


def one_of_every_kind(corpus: Corpus) -> list[str]:
    """Return the address of a page of every kind, and of every page that stands alone."""
    first = {document.soort.naam: document.address for document in corpus.graph.documents.values()}
    alone = [document.address for document in corpus.all_documents if "/" not in document.site_path]
    return sorted({*first.values(), *alone, "d/12/", "404.html"})


@pytest.mark.browser
class TestInTheBrowser:
    """``page`` fails when the policy refused something: Chromium says so in its console."""

    def test_every_kind_of_page(self, page: Page, server: Running) -> None:
        for address in one_of_every_kind(frozen()):
            page.goto(server.base + address)
            expect(page.locator("h1").first).to_be_attached()

    def test_an_unknown_address_looks_like_the_site(
        self, browser: Browser, server: Running
    ) -> None:
        page, said = browser.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{server.base}bestaat/niet/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
        page.get_by_role("link", name="Lees hoe je iets meldt").click()
        expect(page).to_have_url(f"{server.base}melden/")
        page.close()
        assert len(said) == 1  # that the page itself was not there
        assert "404" in said[0]

    def test_searching(self, page: Page, server: Running) -> None:
        page.goto(server.base)
        page.locator("[data-md-component=search-query]").click()
        ask(page, "cadeau gekregen")
        assert found(page, server.base)
        page.locator(".md-search-result__item a").first.click()
        expect(page.locator("h1").first).to_be_visible()

    def test_a_workshop(self, page: Page, server: Running) -> None:
        page.goto(f"{server.base}workshop/?kaarten=3,19")
        page.get_by_role("button", name="Begin met het eerste").click()
        page.keyboard.press("ArrowRight")
        stage = page.get_by_role("region", name="Workshop", exact=True)
        expect(stage.locator(".podium__groot")).to_be_visible()
        stage.get_by_role("button", name="Volledig scherm").click()
        page.wait_for_function("document.fullscreenElement")

    def test_a_guide(self, page: Page, server: Running) -> None:
        page.goto(f"{server.base}wegwijzers/{frozen().graph.of_kind(WEGWIJZER)[0].id}/")
        while page.locator(".wegwijzer__antwoord:visible").count():
            page.locator(".wegwijzer__antwoord:visible").first.click()
        expect(page.locator(".wegwijzer__status")).to_have_text("Dit is de uitkomst.")

    def test_printing_cards(self, page: Page, server: Running) -> None:
        page.goto(f"{server.base}dilemmas/?kaarten=3,12,19")
        page.get_by_role("button", name="Print de kaarten").click()
        assert page.pdf(prefer_css_page_size=True, print_background=True).startswith(b"%PDF")

    def test_the_intranet_may_show_the_site_in_a_frame_and_others_may_not(
        self, browser: Browser, server: Running, tmp_path: Path
    ) -> None:
        frame = f'<iframe src="{server.base}melden/"></iframe>'
        (tmp_path / "index.html").write_text(frame, encoding="utf-8")
        elsewhere = f"http://elders.localhost:{INTRANET_PORT}"
        with serving(tmp_path, port=INTRANET_PORT):
            for host, shown in ((INTRANET, 1), (elsewhere, 0)):
                page = browser.new_page()
                page.goto(f"{host}/", wait_until="networkidle")
                heading = page.frame_locator("iframe").get_by_role("heading", level=1)
                expect(heading).to_have_count(shown)
                page.close()
