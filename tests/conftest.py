"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boom import Project, plant

# Making all cards takes seconds; the tests of the cards ask for them.
os.environ.setdefault("WIJZER_KAARTEN", "nee")


@pytest.fixture
def boom(tmp_path: Path) -> Callable[..., Project]:
    """Plant a project from an indented text or a dict; see :mod:`tests.boom`."""

    def grow(tree: object = "", *, kaal: bool = False) -> Project:
        return plant(tmp_path / "project", tree, kaal=kaal)  # type: ignore[arg-type]

    return grow
