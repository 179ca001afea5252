"""Firefox over WebDriver BiDi: the browser of the system, without a driver in between."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.toetsenbord import PATIENCE, wait_for

KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}
PROXY = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}
"""All but loopback goes to a proxy that is not there: no test ever reaches another machine."""
PREFERENCES: dict[str, object] = {
    **PROXY,
    "accessibility.tabfocus": 7,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "focusmanager.testmode": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "nimbus.rollouts.enabled": False,
    "toolkit.telemetry.server": "",
    "ui.prefersReducedMotion": 1,
}
_READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """One window, that is made smaller and larger; a :class:`tests.toetsenbord.Window`."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._last = 0
        self._send("session.new", capabilities={})
        self._size = (1280, 900)
        self._context = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _send(self, method: str, **params: Any) -> Any:
        self._last += 1
        self._connection.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while (answer := json.loads(self._connection.recv(PATIENCE))).get("id") != self._last:
            pass  # an event, or an answer that nobody waited for
        assert answer["type"] == "success", answer
        return answer["result"]

    def _here(self, method: str, **params: Any) -> Any:
        return self._send(method, context=self._context, **params)

    def size(self, width: int, height: int) -> None:
        """Give the pages that are opened after this so many pixels."""
        self._size = (width, height)

    def open(self, address: str) -> None:
        """Go to an address and wait for the page with its scripts.

        In a new tab: that has the focus, also when it was on a button of Firefox itself.
        """
        before, width, height = self._context, *self._size
        self._context = self._send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.close", context=before)
        self._here("browsingContext.setViewport", viewport={"width": width, "height": height})
        self._here("browsingContext.navigate", url=address, wait="complete")
        wait_for(self, "document.hasFocus()")

    def reload(self) -> None:
        """Open the same page again, as someone does who waits for news."""
        self._here("browsingContext.reload", wait="complete")

    def come_back(self) -> None:
        """Leave the buttons of Firefox itself, which no key of BiDi reaches, for the page."""
        if not self.ask("document.hasFocus()"):
            other = self._send("browsingContext.create", type="tab")["context"]
            self._here("browsingContext.activate")
            self._send("browsingContext.close", context=other)

    def press(self, key: str) -> None:
        """Press and release a key."""
        value = KEYS.get(key, key)
        steps = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        keyboard = {"type": "key", "id": "toetsenbord", "actions": steps}
        self._here("input.performActions", actions=[keyboard])

    def ask(self, script: str) -> Any:
        """Return what an expression in JavaScript gives, as plain data."""
        answer = self._send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({script})) ?? null))()",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])


@contextmanager
def firefox(program: str) -> Iterator[Firefox]:
    """Start Firefox with a profile of its own, and end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items())
        Path(profile, "user.js").write_text("".join(lines), "utf-8")
        log = Path(profile, "log.txt")
        with log.open("w") as written:
            command = [program, "--headless", "--no-remote", "--profile", profile]
            command.append("--remote-debugging-port=0")
            started = subprocess.Popen(command, stdout=written, stderr=written)
        try:
            with connect(f"{_address(log)}/session", proxy=None, max_size=None) as connection:
                yield Firefox(connection)
        finally:
            started.terminate()
            started.wait(PATIENCE)


def _address(log: Path) -> str:
    """Return where Firefox listens, as soon as it says so."""
    end = time.monotonic() + PATIENCE
    while not (found := _READY.search(log.read_text("utf-8", "replace"))):
        assert time.monotonic() < end, log.read_text("utf-8", "replace")
        time.sleep(0.02)
    return found[1]
