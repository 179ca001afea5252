"""Another name or place for a page: every mention follows, and not a byte more changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.boom import (
    Project,
    pagina,
    tekst,
)
from wijzer.cli import main

WET = "regelgeving/wetten/ambtenarenwet-2017.md"
OVER = """\
Zie [de norm](../regelgeving/basisnormen/relatiegeschenken.md#waar-gaat-het-om 'Titel'), en
[nog eens][n] of <a id="x"></a>{{ verwijs("relatiegeschenken", "relatiegeschenken") }}.

Het woord relatiegeschenken blijft, en `relatiegeschenken.md` ook.

{{- verwijs(tekst='x', pagina='relatiegeschenken') -}}

[n]: ./regelgeving/basisnormen/relatiegeschenken.md
"""


@pytest.fixture
def wijzer(capsys):
    """Run a command; return its exit code and what it says."""

    def run(project: Project, *arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--map", str(project.root), *arguments])
        said = capsys.readouterr()
        assert not (said.out and said.err)
        return code, said.out + said.err

    return run


def lines(project: Project, path: str) -> str:
    return (project.root / path).read_text(encoding="utf-8")


def files(root: Path) -> dict[str, bytes]:
    found = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


def test_every_mention_follows_and_nothing_else_changes(boom, wijzer):
    project = boom({"docs/over.md": pagina(OVER, titel="Over")})
    before = files(project.root)
    assert wijzer(project, "hernoem", "relatiegeschenken", "geschenken") == (
        0,
        tekst(f"""
            dilemmas/fles-wijn.md
            docs/over.md
            regelgeving/basisnormen/geschenken.md
            regelgeving/basisnormen/relatiegeschenken.md
            {WET}
            Klaar: 5 bestanden zijn veranderd, zonder fouten.
        """)
        + "\n",
    )
    assert project.meldingen() == ""
    after = files(project.root)
    norm = after.pop("regelgeving/basisnormen/geschenken.md").decode()
    assert norm == before.pop("regelgeving/basisnormen/relatiegeschenken.md").decode().replace(
        "pijler: beschermen\n---",
        "pijler: beschermen\noude_paden:\n  - regelgeving/basisnormen/relatiegeschenken\n---",
    )
    expected = OVER
    for old, new in (
        ("basisnormen/relatiegeschenken.md", "basisnormen/geschenken.md"),
        ('verwijs("relatiegeschenken"', 'verwijs("geschenken"'),
        ("pagina='relatiegeschenken'", "pagina='geschenken'"),
    ):
        expected = expected.replace(old, new)
    assert after.pop("docs/over.md").decode() == before.pop("docs/over.md").decode().replace(
        OVER, expected
    )
    for path in ("dilemmas/fles-wijn.md", WET):
        old = before.pop(path).decode()
        assert after.pop(path).decode() == old.replace("relatiegeschenken", "geschenken")
    assert after == before
