"""The real site in a real browser: build once, serve on loopback, open Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests import proces
from tests.boom import environment as fixed_environment

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (1280, 390)
Scheme: TypeAlias = Literal["light", "dark"]
OpenPage: TypeAlias = Callable[..., Page]
Once: TypeAlias = Callable[[str, Callable[[Path], object]], Path]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
AXE = Axe().axe_script
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that depend on colours; on a long page they take most of its time."""


@dataclass(frozen=True)
class Form:
    """A width and a colour scheme, and which rules can have another outcome there."""

    width: int
    scheme: Scheme
    rules: Literal["alle", "zonder kleur", "kleur"]

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"

    @property
    def options(self) -> dict[str, Any]:
        """What axe is asked."""
        run: dict[str, Any] = {"runOnly": {"type": "tag", "values": _TAGS}}
        if self.rules == "kleur":
            run = {"runOnly": {"type": "rule", "values": _COLOURS}}
        if self.rules == "zonder kleur":
            run |= {"rules": {rule: {"enabled": False} for rule in _COLOURS}}
        return {**run, "resultTypes": ["violations"]}


ALL_RULES = Form(1280, "light", "alle")
FORMS = (ALL_RULES, Form(390, "light", "zonder kleur"), Form(390, "dark", "kleur"))
"""All rules once; on a phone those about layout, and in the dark those about colour."""
in_every_form = pytest.mark.parametrize("form", FORMS, ids=str)


def build(target: Path, root: Path = ROOT, **environment: str) -> Path:
    """Build the site below ``root`` with the real MkDocs; return the folder."""
    arguments = ("build", "--strict", "-d", str(target))
    done = proces.run("mkdocs", *arguments, cwd=root, env=fixed_environment(**environment))
    assert done.returncode == 0, done.stdout + done.stderr
    return target


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def policy_of_the_readme() -> str:
    """Return the Content-Security-Policy that the README asks a web server to send."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^Content-Security-Policy: (.+)$", readme, re.MULTILINE)
    assert found
    return found[1]


class _WithPolicy(_Quiet):
    policy = ""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


class Server(http.server.ThreadingHTTPServer):
    """A server that a busy machine does not make refuse a browser's many requests at once."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hangs up: a test that leaves a page is no mistake."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, policy: str = "", port: int = 0) -> Iterator[str]:
    """Serve a folder on loopback; yield its address with a slash at the end.

    ``policy`` is sent as Content-Security-Policy with every file.
    """
    kind = type("Handler", (_WithPolicy,), {"policy": policy}) if policy else _Quiet
    handler = functools.partial(kind, directory=str(folder))
    server = Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


_ALONE = "--proxy-server=127.0.0.1:9"
"""All but loopback goes to a proxy that is not there: no test ever reaches another machine."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system."""
    found = map(shutil.which, ("chromium-headless-shell", "chromium"))
    path = os.environ.get("WIJZER_CHROMIUM") or next(filter(None, found), None)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", _ALONE]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched(
    browser: Browser,
    width: int = 1280,
    height: int = 900,
    scheme: Scheme = "light",
    javascript: bool = True,
) -> Iterator[Page]:
    """Open a page in a context of its own; fail afterwards when the site failed in it.

    Chromium reports there what a script threw, what the policy refused and what did not load.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=javascript,
        reduced_motion="reduce",
    )
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    # From disk the theme cannot fetch its index; the search of the site does without.
    assert [problem for problem in problems if "search_index" not in problem] == []


def violations(page: Page, part: str | None = None, form: Form = ALL_RULES) -> list[str]:
    """Return what axe-core finds on the page, or in the part of a selector: a line a finding.

    ``form`` tells which rules; the page must have been opened in it.

    Only findings are worked out in full: describing the thousands of elements that are in order
    took most of the time on a long page.
    """
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(AXE)
    found = page.evaluate(
        "([part, options]) => axe.run(part || document, options)", [part, form.options]
    )
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
