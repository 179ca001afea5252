"""Documents are tested like code: what they promise exists, and what exists stands in them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from macros import REGISTRY
from wijzer.cli import build_parser
from wijzer.editor.guide import fill_guide
from wijzer.editor.template import all_models
from wijzer.model.kinds import SOORTEN

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "BIJDRAGEN.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    action = next(a for a in build_parser()._actions if a.dest == "opdracht")
    assert action.choices is not None
    return list(action.choices)


def test_the_generated_parts_of_the_guide_are_up_to_date() -> None:
    assert fill_guide(GUIDE, REGISTRY) == GUIDE, "draai: python3 scripts/gids.py"


@pytest.mark.parametrize("name", REGISTRY)
def test_every_macro_stands_in_the_guide_with_an_example(name: str) -> None:
    assert f"`{REGISTRY[name].example}`" in GUIDE
    assert REGISTRY[name].example.startswith(f"{{{{ {name}(")
    assert REGISTRY[name].function.__doc__


def test_every_field_is_explained_in_the_guide() -> None:
    for _, model in all_models():
        for name, info in model.model_fields.items():
            assert info.description, f"{model.__name__}.{name} heeft geen uitleg"
            assert f"| `{name}` |" in GUIDE


def test_every_fixed_heading_stands_in_the_guide() -> None:
    for soort in SOORTEN:
        for heading in (*soort.koppen, *soort.optionele_koppen):
            assert f"`## {heading}`" in GUIDE


def test_the_guide_tells_what_stands_in_every_folder() -> None:
    for soort in SOORTEN:
        for place in soort.mappen:
            assert f"`{place}/`" in GUIDE, f"zet `{place}/` in de tabel van BIJDRAGEN.md"


@pytest.mark.parametrize("name", commands())
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`python3 scripts/wijzer.py {name}" in README


def test_every_script_that_the_documents_name_exists() -> None:
    for document in ROOT.glob("*.md"):
        for script in re.findall(r"scripts/\w+\.py", document.read_text(encoding="utf-8")):
            assert (ROOT / script).is_file(), f"{document.name} noemt {script}"


def test_every_local_link_in_the_documents_exists() -> None:
    for document in ROOT.glob("*.md"):
        text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))  # code is no link
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / target).exists(), f"{document.name} verwijst naar {target}"


def test_publiccode_names_the_licence() -> None:
    data = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert data["legal"]["license"] == "EUPL-1.2"
    assert (
        (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE")
    )


def test_pull_requests_run_the_same_command_as_a_laptop() -> None:
    workflow = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    assert "run: python3 scripts/test.py" in workflow
    assert "scripts/test.py" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_every_pinned_package_has_a_reason_and_a_hash() -> None:
    for name in ("site", "test"):
        wanted = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8").splitlines()
        packages = [line for line in wanted if line and not line.startswith(("#", "-"))]
        assert packages
        assert all("  # " in line for line in packages), [x for x in packages if "  # " not in x]
        lock = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9_.\[\]-]+==\S+", lock, re.MULTILINE | re.IGNORECASE)
        assert len(pins) == len(re.findall(r"==\S+[^\n]*\\\n\s+--hash=sha256:", lock))
        assert "index-url" not in lock and "find-links" not in lock


def test_nothing_in_the_project_speaks_of_a_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    for name in filter(None, tracked):
        file = ROOT / name
        if file.suffix in {".png", ".woff2", ".pdf"} or not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="ignore")
        found = re.search(r"/(?:home|Users|root|work)/\w+", text)
        assert found is None, f"{name}: {found}"
