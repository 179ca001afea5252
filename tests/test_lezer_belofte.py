"""What the check accepts, the build accepts; what it refuses, it refuses in Dutch, on its line."""

from __future__ import annotations

import re

import pytest

from tests.boom import DAG, pagina
from tests.lezer_hulp import bodies, engine

pytestmark = pytest.mark.traag
BODIES = 700
HREF = re.compile(
    r"^(?:de link|de afbeelding) `(.*?)` (?:leidt naar niets|bestaat niet)$", re.DOTALL
)
ENGLISH = re.compile(r"\b(?:WARNING|ERROR|Traceback|Error|Aborted|contains|the)\b")


@pytest.fixture(scope="module")
def garden(tmp_path_factory):
    """A project in which every generated body is a page, with what the check says of it."""
    pages = {
        f"docs/p{n:04}.md": pagina(text, titel="Proef") for n, text in enumerate(bodies(BODIES))
    }
    project = engine(tmp_path_factory.mktemp("tuin"), pages)
    return project, pages, project.check(DAG).errors


def test_the_bodies_are_many_and_of_both_kinds(garden):
    _, pages, errors = garden
    refused = {melding.pad for melding in errors}
    assert refused <= set(pages)
    assert len(pages) == BODIES
    assert len(refused) > 150
    assert len(pages) - len(refused) > 150


def test_what_is_refused_is_refused_in_dutch_on_its_own_line(garden):
    _, pages, errors = garden
    for melding in errors:
        lines = pages[melding.pad].split("\n")
        assert 8 <= melding.regel <= len(lines) or melding.regel == 1, melding
        assert not ENGLISH.search(re.sub(r"`.*?`", "", melding.tekst, flags=re.DOTALL)), melding
        if found := HREF.match(melding.tekst):
            assert found[1].split("\n")[0] in lines[melding.regel - 1], melding


def test_what_is_accepted_builds(garden):
    """One real build, strict and with its links verified, of all that passed."""
    project, pages, errors = garden
    for path in {melding.pad for melding in errors}:
        (project.root / path).unlink()
    result = project.wijzer("bouw")
    assert result.returncode == 0, result.stdout + result.stderr
    accepted = pages.keys() - {melding.pad for melding in errors}
    built = {f"docs/{f.parent.name}.md" for f in (project.root / "site").glob("p*/index.html")}
    assert accepted <= built
