"""A whole project in a folder of its own, to build, break and mend."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from tests import proces
from tests.boom import Project, environment, hubs, pagina, plant
from tests.gemeente import add_engine, assemble


def copy_of_project(target: Path) -> Project:
    """Put a project that can be built in a folder of its own; it has no history."""
    return Project(assemble(target))


def small_project(target: Path) -> Project:
    """Put a project of a dozen pages in a folder: it builds in a fraction of the time."""
    asked_for = ("a-z", "melden", "over", "toegankelijkheid")  # by the theme
    pages = {f"docs/{name}.md": pagina(titel=f"Pagina {name}") for name in asked_for}
    plant(target, {**hubs(), **pages})
    return Project(add_engine(target))


def mkdocs(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real MkDocs in the project."""
    return proces.run("mkdocs", *arguments, cwd=project.root, env=environment())


def fingerprint(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the hash of its bytes."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def mistake(project: Project) -> str:
    """Put a mistake in a page; return the finding."""
    file = project.root / "kernwaarden/zorgvuldigheid.md"
    text = file.read_text(encoding="utf-8")
    project.write("kernwaarden/zorgvuldigheid.md", text.replace("titel:", "titl:", 1))
    return "kernwaarden/zorgvuldigheid.md:2: de sleutel `titl` is onbekend"
