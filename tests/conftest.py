"""Fixtures that every test may use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boom import Project, plant


@pytest.fixture
def boom(tmp_path: Path) -> Callable[..., Project]:
    """Plant a project from an indented text or a dict; see :mod:`tests.boom`."""

    def grow(tree: object = "", *, kaal: bool = False) -> Project:
        return plant(tmp_path / "project", tree, kaal=kaal)  # type: ignore[arg-type]

    return grow
