"""Building without risk: a new site replaces the old one only when everything passed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from wijzer.app.mkdocs_words import in_dutch
from wijzer.base.output import Formaat, render
from wijzer.base.version import source_date_epoch
from wijzer.corpus.corpus import load_corpus
from wijzer.links.verify import verify_folder

SITE = "site"
_NEW = ".site-nieuw"
_OLD = ".site-oud"


class BuildError(Exception):
    """The build failed; the message is for the editor."""


def build_site(root: Path) -> Path:
    """Build into a temporary folder and swap it in; return the path of the home page.

    Raises :class:`BuildError` when anything is wrong; ``site/`` is then as it was.
    """
    target = root / _NEW
    _remove(target)
    try:
        _run_mkdocs(root, target)
        _verify_links(root, target)
        _swap(root, target)
    finally:
        _remove(target)
    return root / SITE / "index.html"


def _run_mkdocs(root: Path, target: Path) -> None:
    print("De site wordt gebouwd …", flush=True)
    # Not with --quiet: that silences the warnings before --strict can count them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(target)]
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(source_date_epoch(root)),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",  # an English banner that no editor can act on
    }
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    for line in _for_the_editor(done.stdout):
        print(line, file=sys.stderr)
    if done.returncode:
        kept = (root / SITE).is_dir()
        after = "De vorige site is niet veranderd." if kept else "Er is nog geen site."
        raise BuildError(f"De site is niet gebouwd. {after}")


def _for_the_editor(output: str) -> Iterator[str]:
    """Yield our own lines as they are, and those of MkDocs in Dutch."""
    before, traceback, _ = output.partition("Traceback (most recent call last):\n")
    for line in before.splitlines():
        level = line.partition(" ")[0]
        if level in ("WARNING", "ERROR", "CRITICAL"):
            yield in_dutch(line)
        elif level not in ("INFO", "Aborted"):
            yield line
    if traceback:
        yield in_dutch(traceback)


def _verify_links(root: Path, target: Path) -> None:
    corpus, _ = load_corpus(root)
    meldingen, pages = verify_folder(target, corpus)
    if meldingen:
        report = render(meldingen, Formaat.TEKST, pages)
        raise BuildError(
            f"{report}\nDe links in de nieuwe site kloppen niet; de site is niet vervangen."
        )


def _swap(root: Path, new: Path) -> None:
    site, old = root / SITE, root / _OLD
    _remove(old)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError as error:
        if old.exists():
            old.rename(site)
        raise BuildError(f"De nieuwe site kon niet op zijn plaats gezet worden: {error}") from error
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
