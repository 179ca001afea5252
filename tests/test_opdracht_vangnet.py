"""Whatever goes wrong in a command, the editor reads one Dutch sentence and what to do."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from tests.boom import REPO, environment
from wijzer import cli
from wijzer.base.trouble import PlainError

DEEP = "Een tekst zit te diep in elkaar: haal citaten, lijsten of haakjes uit elkaar.\n"
FULL = "De schijf is vol: maak ruimte vrij en geef de opdracht opnieuw.\n"


def deep():
    return deep()


def failing(error: BaseException):
    def command() -> int:
        raise error

    return command


def sharing_violation() -> OSError:
    error = PermissionError(errno.EACCES, "in use", "site")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


CASES = [
    (OSError(errno.ENOSPC, "No space left on device", "x"), FULL),
    (
        PermissionError(errno.EACCES, "Permission denied", "map/x"),
        "map/x mag niet veranderd worden: vraag schrijfrechten of werk in een andere map.\n",
    ),
    (
        OSError(errno.EROFS, "Read-only file system"),
        "Een bestand mag niet veranderd worden: vraag schrijfrechten of werk in een andere map.\n",
    ),
    (
        sharing_violation(),
        "site is in gebruik: sluit programma's die deze map of dit bestand open hebben.\n",
    ),
    (
        FileNotFoundError(errno.ENOENT, "No such file", "weg"),
        "weg is er niet (meer): kijk of iemand de map verplaatst of verwijderd heeft.\n",
    ),
    (
        MemoryError(),
        "Het geheugen is vol: sluit andere programma's en geef de opdracht opnieuw.\n",
    ),
    (PlainError("Zo los je het op."), "Zo los je het op.\n"),
    (
        ZeroDivisionError("division by zero"),
        "Dit had niet mogen gebeuren (ZeroDivisionError): zet WIJZER_DEBUG=1 voor de opdracht en "
        "stuur wat je dan ziet naar de beheerder.\n",
    ),
    (
        OSError(errno.ELOOP, "Too many levels of symbolic links", "x"),
        "Dit had niet mogen gebeuren (OSError): zet WIJZER_DEBUG=1 voor de opdracht en "
        "stuur wat je dan ziet naar de beheerder.\n",
    ),
]


@pytest.mark.parametrize(("error", "text"), CASES, ids=lambda case: type(case).__name__)
def test_one_sentence(error, text, capsys, monkeypatch):
    monkeypatch.delenv("WIJZER_DEBUG", raising=False)
    assert cli.guarded(failing(error)) == 1
    assert capsys.readouterr() == ("", text)


def test_endless_recursion(capsys):
    assert cli.guarded(deep) == 1
    assert capsys.readouterr().err == DEEP


def test_what_was_noted_is_said(capsys):
    error = RecursionError()
    error.add_note("Het ging mis bij de pagina melden.md.")
    assert cli.guarded(failing(error)) == 1
    assert capsys.readouterr().err == f"{DEEP[:-1]} Het ging mis bij de pagina melden.md.\n"


def test_interrupted(capsys):
    assert cli.guarded(failing(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == "Gestopt. Je kunt de opdracht gewoon opnieuw geven.\n"


def test_traceback_only_on_request(capsys, monkeypatch):
    monkeypatch.setenv("WIJZER_DEBUG", "1")
    assert cli.guarded(failing(OSError(errno.ENOSPC, "No space left on device"))) == 1
    err = capsys.readouterr().err
    assert err.startswith("Traceback (most recent call last):\n")
    assert err.endswith(FULL)


@pytest.mark.skipif(os.name != "posix", reason="head bestaat niet op Windows")
def test_a_reader_that_stops_reading():
    command = f"'{sys.executable}' -m wijzer rapport | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=REPO,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.traag
def test_a_page_that_is_too_deep_for_the_renderer_is_named(boom):
    """A theme is code: its own fault is caught too, with the page where it showed."""
    project = boom(
        {
            "mkdocs.yml": "site_name: Proef\ntheme: {name: null, custom_dir: thema}\n"
            "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n",
            "thema/main.html": "{% macro diep() %}{{ diep() }}{% endmacro %}{{ diep() }}",
        }
    )
    result = project.wijzer("bouw")
    assert result.returncode == 1
    note = "Het ging mis bij de pagina index.md."
    assert result.stderr == f"{DEEP[:-1]} {note} De site is niet gebouwd. Er is nog geen site.\n"
