"""Fixtures that every test may use.

What is expensive is made once in a run, also when several processes share the work: see ``once``.
``site``, ``base`` and ``page`` show the frozen municipality (:mod:`tests.gemeente`);
``content_site`` and ``content_base`` show what HRM wrote.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests import gemeente as municipality
from tests.boom import REPO, Project, plant
from tests.browser import (
    Once,
    OpenPage,
    build,
    chromium,
    policy_of_the_readme,
    serving,
    watched,
)
from tests.firefox import Firefox
from tests.firefox import firefox as start_firefox
from tests.server_hulp import PATHS, published_for
from wijzer.cli import main

sys.path.insert(0, str(REPO / "scripts"))
import formulier
import html_keuring
import hulpprogrammas
import omgeving
from npm_pakket import NO_CONNECTION_TEXT, NpmPakket

# Making all cards takes seconds; the tests of the cards ask for them.
os.environ.setdefault("WIJZER_KAARTEN", "nee")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let someone write the kept texts anew."""
    parser.addoption("--vernieuw", action="store_true", help="schrijf bewaarde teksten opnieuw")


@pytest.fixture
def boom(tmp_path: Path) -> Callable[..., Project]:
    """Plant a project from an indented text or a dict; see :mod:`tests.boom`."""

    def grow(tree: object = "", *, kaal: bool = False) -> Project:
        return plant(tmp_path / "project", tree, kaal=kaal)  # type: ignore[arg-type]

    return grow


@pytest.fixture
def wijzer(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run a command in this process; return its exit code and what it says, in one place."""

    def run(project: Project, *arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--map", str(project.root), *arguments])
        said = capsys.readouterr()
        assert not (said.out and said.err)
        return code, said.out + said.err

    return run


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once in the whole run; tests only read it.

    Processes of pytest-xdist have the parent of their own folder in common.
    """
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "gedeeld"
    shared.mkdir(exist_ok=True)

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, ready = shared / name, shared / f"{name}.klaar"
        with FileLock(shared / f"{name}.slot"):
            if not ready.exists():
                shutil.rmtree(folder, ignore_errors=True)
                fill(folder)
                ready.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def gemeente(once: Once) -> Path:
    """The root of the frozen municipality, ready to build."""
    return once("gemeente", municipality.assemble)


@pytest.fixture(scope="session")
def site(once: Once, gemeente: Path) -> Path:
    """The built site of the frozen municipality."""
    return once("site", lambda folder: build(folder, gemeente))


@pytest.fixture(scope="session")
def content_site(once: Once) -> Path:
    """The built site of the real content."""
    return once("inhoud", lambda folder: build(folder, municipality.INHOUD))


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the site of the frozen municipality, under the policy of the README."""
    with serving(site, policy_of_the_readme()) as address:
        yield address


@pytest.fixture(scope="session")
def content_base(content_site: Path) -> Iterator[str]:
    """The address of the site of the real content, under the policy of the README."""
    with serving(content_site, policy_of_the_readme()) as address:
        yield address


@pytest.fixture(scope="session")
def cms(once: Once) -> Path:
    """The folder with Decap CMS."""
    return fetched(once, formulier.FORMULIER)


@pytest.fixture(scope="session")
def html_checker(once: Once) -> Path:
    """The folder with the Nu Html Checker, which needs Java."""
    if not hulpprogrammas.find_java():
        without("Java is er niet: de HTML-keuring wordt overgeslagen.")
    return fetched(once, html_keuring.KEURING)


def without(reason: str) -> NoReturn:
    """Skip a test for want of a program; in CI that is a mistake, else nobody would notice."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def fetched(once: Once, package: NpmPakket) -> Path:
    """Fetch a package of npm once; the hashes of its lock say that it is the same."""
    try:
        once(package.name, lambda _: package.ensure())
    except omgeving.OmgevingError as error:
        if hulpprogrammas.find_npm() and NO_CONNECTION_TEXT not in str(error):
            raise
        pytest.skip(str(error))
    return package.house


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; one in a process."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """Firefox; one in a process."""
    program = hulpprogrammas.find_firefox()
    if not program:
        without("Firefox is er niet: de tests ermee worden overgeslagen.")
    with start_firefox(program) as started:
        yield started


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page with the options of :func:`tests.browser.watched`; closed after the test."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(watched(browser, **options))


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page on a desk; the test fails when the site fails in it."""
    return open_page()


@pytest.fixture(scope="module", params=PATHS, ids=["root", "sub-folder"])
def pad(request: pytest.FixtureRequest) -> str:
    """The path on the host below which a web server shows the site."""
    return str(request.param)


@pytest.fixture(scope="module")
def folder(once: Once, pad: str, request: pytest.FixtureRequest) -> Path:
    """The site as it is published there."""
    return published_for(pad, once, request)
