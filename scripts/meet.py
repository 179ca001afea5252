"""Measure how much time a build takes: ours, and that of plain MkDocs on the same pages.

Whole processes, one after another in turns, several rounds; what counts is the time of the
processor, for a busy machine only makes the clock untrue.  Prints a Markdown table.

    python3 scripts/meet.py            # 150 and 1,000 pages, three rounds
    python3 scripts/meet.py 5000 --rondes 1
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
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
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=cwd, env=env, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise omgeving.OmgevingError(f"{' '.join(command)}:\n{said.read().decode()}")
    busy = used.ru_utime + used.ru_stime
    return Cost(busy, time.perf_counter() - begin, used.ru_maxrss / 1024)


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
    parser = argparse.ArgumentParser(description="Meet hoe lang het bouwen van de site duurt.")
    parser.add_argument("paginas", type=int, nargs="*", help="hoeveel pagina's: 150 1000")
    parser.add_argument(
        "--rondes", type=int, default=ROUNDS, help="hoe vaak alles om de beurt gaat"
    )
    chosen = parser.parse_args()
    omgeving.prepare("site")
    if Path(sys.prefix).resolve() != omgeving.VENV.resolve():
        omgeving.become(["python", __file__, *sys.argv[1:]])
    omgeving.say(f"{os.cpu_count()} kernen, {chosen.rondes} rondes, middelste waarde\n")
    print("| Pagina's | Wat | Processor (s) | Klok (s) | Geheugen (MB) | Deel |")
    print("|--:|---|--:|--:|--:|--:|")
    for pages in chosen.paginas or SIZES:
        for row in measure(pages, chosen.rondes):
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
