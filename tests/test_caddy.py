"""The built site behind a real Caddy with the configuration of ``deploy/``."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server_hulp import (
    Promises,
    Running,
    certificate,
    free_ports,
    started,
    write_configurations,
)

CADDY = os.environ.get("WIJZER_CADDY") or shutil.which("caddy")
pytestmark = pytest.mark.skipif(not CADDY, reason="Caddy is er niet")

CONFIG = """{{
	admin off
	auto_https off
}}
import {conf}/wijzer.caddy
http://127.0.0.1:{port} {{
	bind 127.0.0.1
	import integriteitswijzer
}}
https://127.0.0.1:{tls} {{
	bind 127.0.0.1
	tls {cert} {key}
	import integriteitswijzer
}}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, folder: Path, pad: str) -> Iterator[Running]:
    place = tmp_path_factory.mktemp("caddy")
    conf = write_configurations(place / "conf", folder, pad)
    port, tls = free_ports()
    cert, key = certificate(place)
    text = CONFIG.format(conf=conf, port=port, tls=tls, cert=cert, key=key)
    (place / "Caddyfile").write_text(text, encoding="utf-8")
    command = [str(CADDY), "run", "--adapter", "caddyfile", "--config", str(place / "Caddyfile")]
    with started(command, (port, tls), pad, place / "log") as running:
        yield running


class TestCaddy(Promises):
    pass
