"""The built site behind a real nginx, with the policy of the README and the site's own 404."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import policy_of_the_readme

NGINX = os.environ.get("WIJZER_NGINX") or shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
pytestmark = [
    pytest.mark.nginx,
    pytest.mark.skipif(not NGINX, reason="nginx is er niet (op Windows heel gewoon)"),
]

CONFIG = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{}}
http {{
  types {{ text/html html; text/css css; application/javascript js; application/pdf pdf; }}
  access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    error_page 404 /404.html;
    add_header Content-Security-Policy "{policy}" always;
  }}
}}
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    user = "user root;" if getattr(os, "geteuid", lambda: 1)() == 0 else ""
    text = CONFIG.format(
        folder=folder, port=number, site=site, policy=policy_of_the_readme(), user=user
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command) as server:
        _wait(number)
        yield number
        server.terminate()


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx start niet")


def get(port: int, path: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    found = answer.status, answer.getheader("Content-Security-Policy", ""), answer.read()
    connection.close()
    return found[0], found[1], found[2].decode("utf-8", "replace")


@pytest.mark.parametrize("path", ["/", "/melden/", "/kernwaarden/zorgvuldigheid/", "/d/12/"])
def test_pages_come_with_the_policy(port: int, path: str) -> None:
    status, policy, text = get(port, path)
    assert status == 200
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert '<html lang="nl"' in text


def test_an_unknown_address_gets_the_page_that_helps(port: int) -> None:
    status, _, text = get(port, "/bestaat/niet/")
    assert status == 404
    assert "Deze pagina bestaat niet" in text
    assert "Lees hoe je iets meldt" in text


def test_a_folder_without_its_slash_leads_to_the_page(port: int) -> None:
    status, _, _ = get(port, "/melden")
    assert status == 301
