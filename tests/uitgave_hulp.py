"""A small project that the real MkDocs builds with the real theme in about a second."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests import proces
from tests.boom import REPO, Project, environment
from tests.lezer_hulp import engine
from wijzer.release import manifest


def small_project(root: Path) -> Project:
    """Plant a small project with the real settings and theme; it has not been built yet."""
    return engine(root, {})


def start(project: Project, *arguments: str, **extra: str) -> subprocess.Popen[str]:
    """Start a command at a desk and do not wait for it; it leads a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "wijzer", "--map", str(project.root), *arguments],
        cwd=REPO,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(**extra),
        start_new_session=os.name == "posix",
    )


def run(project: Project, *arguments: str, **extra: str) -> tuple[int, str, str]:
    """Run a command to its end; return its exit code, stdout and stderr."""
    called = ("--map", str(project.root), *arguments)
    done = proces.run("wijzer", *called, cwd=REPO, env=environment(**extra))
    return done.returncode, done.stdout, done.stderr


def change(project: Project, text: str) -> None:
    """Change a page, so that the next site is another one."""
    page = project.root / "docs/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def spoil(project: Project) -> None:
    """Put a mistake in a page, so that a build fails."""
    page = project.root / "docs/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("titel:", "titl:", 1), encoding="utf-8")


_ON_DISK = frozenset(
    "os.rename os.remove os.rmdir os.mkdir os.symlink os.chmod shutil.copyfile".split()
)


def die_at(step: int, action: Callable[[], object]) -> bool:
    """Run an action in a child that dies just before a step on the disk; tell if it finished."""
    child = os.fork()
    if child == 0:
        left = [step]

        def hook(event: str, _: object) -> None:
            left[0] -= event in _ON_DISK
            if left[0] == 0:
                os._exit(9)

        sys.addaudithook(hook)
        action()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def is_whole(site: Path) -> bool:
    """Tell whether a site is exactly what a build made."""
    return manifest.damage(site, manifest.read(site)) == []
