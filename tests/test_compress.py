"""Compressed copies: the same text, always the same bytes, and never of the manifest."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from tests.bouw_hulp import fingerprint
from wijzer.release import manifest
from wijzer.release.compress import compress, without_copies

LONG = "Wat doe je als iemand je iets geeft? " * 100


def folder(root: Path) -> Path:
    (root / "map").mkdir(parents=True)
    (root / "map/index.html").write_text(LONG, encoding="utf-8")
    (root / "kort.css").write_text("a{}", encoding="utf-8")
    (root / "foto.png").write_bytes(LONG.encode())
    (root / manifest.NAME).write_text(LONG, encoding="utf-8")
    compress(root)
    return root


def test_only_long_texts_get_a_copy_that_says_the_same(tmp_path: Path) -> None:
    root = folder(tmp_path / "a")
    assert sorted(fingerprint(root)) == [
        "foto.png",
        "kort.css",
        "map/index.html",
        "map/index.html.br",
        "map/index.html.gz",
        manifest.NAME,
    ]
    assert gzip.decompress((root / "map/index.html.gz").read_bytes()).decode() == LONG
    assert brotli.decompress((root / "map/index.html.br").read_bytes()).decode() == LONG


def test_the_same_site_gives_the_same_copies(tmp_path: Path) -> None:
    assert fingerprint(folder(tmp_path / "a")) == fingerprint(folder(tmp_path / "b"))


def test_a_copy_is_told_from_a_file_of_its_own() -> None:
    found = {"a.html": "1", "a.html.gz": "2", "a.html.br": "3", "eigen.gz": "4"}
    assert without_copies(found) == {"a.html": "1", "eigen.gz": "4"}
