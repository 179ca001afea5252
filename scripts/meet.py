"""Measure how much time a build takes: ours, and that of plain MkDocs on the same pages.

Whole processes, one after another in turns, several rounds; what counts is the time of the
processor, for a busy machine only makes the clock untrue.  Prints a Markdown table.

    python3 scripts/meet.py            # 150 and 1,000 pages, three rounds
    python3 scripts/meet.py 5000 1     # another number of pages, one round
"""

from __future__ import annotations

import itertools
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import omgeving

SIZES = (150, 1_000)
ROUNDS = 3
NUMBER = re.compile(r"^nummer: .*$", re.MULTILINE)
OLD_PATHS = re.compile(r"^oude_paden:\n(?:  - .*\n)+", re.MULTILINE)
NAV = re.compile(r"^nav:\n(?:-.*\n|  .*\n)+", re.MULTILINE)
LEAVE = (".git", ".venv", ".cache", "site", "tests", "__pycache__", "node_modules", ".*cache")


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds of the processor and by the clock, and megabytes at its peak."""

    processor: float
    clock: float
    memory: float


def grow(root: Path, pages: int) -> None:
    """Copy this checkout; add copies of dilemmas, with new numbers, up to a number of pages."""
    shutil.copytree(omgeving.ROOT, root, ignore=shutil.ignore_patterns(*LEAVE))
    sources = sorted((root / "dilemmas").glob("*.md"))
    have = sum(1 for folder in ("docs", "dilemmas", "kernwaarden", "regelgeving")
               for _ in (root / folder).rglob("*.md"))  # fmt: skip
    for number, source in zip(range(pages - have), itertools.cycle(sources), strict=False):
        text = OLD_PATHS.sub("", source.read_text("utf-8"))
        text = NUMBER.sub(f"nummer: {1_000 + number}", text)
        (root / "dilemmas" / f"kopie-{number}.md").write_text(text, "utf-8", newline="\n")


def run(command: list[str], cwd: Path) -> Cost:
    """Run a command to its end in a process of its own; raise when it fails."""
    env = omgeving.clean_env() | {"WIJZER_KAARTEN": "nee", "NO_MKDOCS_2_WARNING": "1"}
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, env=env, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise omgeving.OmgevingError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(busy, time.perf_counter() - begin, after.ru_maxrss / 1024)


def contenders(root: Path, folder: Path) -> dict[str, Callable[[], Cost]]:
    """Return what is measured, by name; the plain trees hold the pages that ours writes out."""
    hubs = folder / "hubs"
    run(["wijzer", "--map", str(root), "schrijf", str(hubs)], root)
    plain = folder / "gewoon"
    shutil.copytree(hubs, plain)
    config = plain / "mkdocs.yml"
    config.write_text(NAV.sub("", config.read_text("utf-8")), "utf-8")
    return {
        "controleer": lambda: run(["wijzer", "controleer"], root),
        "bouw (controle, MkDocs, poort, links)": lambda: run(["wijzer", "bouw"], root),
        "Material, gewoon menu": lambda: run(["mkdocs", "build", "-q"], plain),
        "Material, alleen onze hubs in het menu": lambda: run(["mkdocs", "build", "-q"], hubs),
    }


def measure(pages: int, rounds: int) -> Iterator[str]:
    """Yield the rows of a table; the last column holds the ratio to plain Material."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        grow(root, pages)
        names = contenders(root, Path(folder))
        found: dict[str, list[Cost]] = {name: [] for name in names}
        for _ in range(rounds):
            for name, go in names.items():
                found[name].append(go())
    base = statistics.median(cost.processor for cost in found["Material, gewoon menu"])
    for name, costs in found.items():
        busy = statistics.median(cost.processor for cost in costs)
        clock = statistics.median(cost.clock for cost in costs)
        memory = max(cost.memory for cost in costs)
        ratio = f"{busy / base:.2f}".replace(".", ",")
        yield f"| {pages} | {name} | {busy:.1f} | {clock:.1f} | {memory:.0f} | {ratio} |"


def main() -> int:
    omgeving.prepare("site")
    if Path(sys.prefix).resolve() != omgeving.VENV.resolve():
        omgeving.become(["python", __file__, *sys.argv[1:]])
    numbers = [int(text) for text in sys.argv[1:]]
    sizes, rounds = (numbers[:1] or SIZES), (numbers[1] if len(numbers) > 1 else ROUNDS)
    omgeving.say(f"{os.cpu_count()} kernen, {rounds} rondes, middelste waarde\n")
    print("| Pagina's | Wat | Processor (s) | Klok (s) | Geheugen (MB) | Deel |")
    print("|--:|---|--:|--:|--:|--:|")
    for pages in sizes:
        for row in measure(pages, rounds):
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
