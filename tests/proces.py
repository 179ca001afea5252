"""Run a command in a process of its own that does not have to read its modules again.

Starting Python and importing the engine takes longer than most commands take.  A server that has
imported them makes a copy of itself for each command (``multiprocessing``'s forkserver): the same
``python -m`` in a process that can be killed, only warm.  Where that does not exist (Windows) and
for :func:`cold`, Python is started.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.process import BaseProcess
from pathlib import Path

WARM = "forkserver" in multiprocessing.get_all_start_methods()
_MODULES = [
    "wijzer.cli",
    "wijzer.app.mkdocs_adapter",
    "wijzer.app.mkdocs_run",
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "mkdocs_macros.plugin",
    "material.plugins.search.plugin",
]


@dataclass
class Child:
    """A command that runs; it leads a process group of its own."""

    process: BaseProcess
    folder: tempfile.TemporaryDirectory[str]
    arguments: tuple[str, ...]
    returncode: int | None = field(default=None)

    @property
    def pid(self) -> int:
        """The number of the process, and of its group."""
        return self.process.pid or 0

    def kill(self) -> None:
        """End the process, and leave what it started."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for the end; return what it wrote to stdout and to stderr."""
        self.process.join(timeout)
        if self.process.exitcode is None:
            raise subprocess.TimeoutExpired(self.arguments, timeout or 0)
        self.returncode = self.process.exitcode
        out, err = (Path(self.folder.name, name).read_text("utf-8") for name in ("uit", "fout"))
        return out, err


def start(module: str, *arguments: str, cwd: Path, env: Mapping[str, str]) -> Child:
    """Start ``python -m module`` and do not wait for it."""
    folder = tempfile.TemporaryDirectory(prefix="wijzer-proces-")
    for name in ("uit", "fout"):
        Path(folder.name, name).touch()
    umask = os.umask(0)
    os.umask(umask)
    given = (module, arguments, str(cwd), dict(env), umask, folder.name)
    process = _server().Process(target=_run, args=given)
    process.start()
    return Child(process, folder, (module, *arguments))


def run(
    module: str, *arguments: str, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m module`` to its end, in a copy of a Python that has all modules."""
    if not WARM:
        return cold(module, *arguments, cwd=cwd, env=env)
    child = start(module, *arguments, cwd=cwd, env=env)
    out, err = child.communicate()
    return subprocess.CompletedProcess([module, *arguments], child.returncode or 0, out, err)


def cold(
    module: str, *arguments: str, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m module`` to its end, as somebody starts it at a desk."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=dict(env),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@cache
def _server() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_MODULES)
    return context


def _run(
    module: str, arguments: tuple[str, ...], cwd: str, env: dict[str, str], umask: int, out: str
) -> None:
    """Become ``python -m module``: its place, its settings and where its words go."""
    os.setsid()
    for number, name in ((1, "uit"), (2, "fout")):
        os.dup2(os.open(Path(out, name), os.O_WRONLY | os.O_APPEND), number)
    os.chdir(cwd)
    os.umask(umask)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    sys.path[0:0] = [cwd]
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
