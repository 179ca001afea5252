"""Measure how long the check takes over 1,000 generated pages, beside those of this checkout.

Prints wall time and CPU time: on a busy machine only the second tells something.
"""

from __future__ import annotations

import itertools
import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import omgeving

PAGES = 1_000
RUNS = 3
NATIONAL = ("basisnormen", "wetten")
NUMBER = re.compile(r"^nummer: .*$", re.MULTILINE)
OLD_PATHS = re.compile(r"^oude_paden:\n(?:  - .*\n)+", re.MULTILINE)


def generate(root: Path) -> None:
    """Copy the sources, then add pages with the texts of the shipped dilemmas and rules."""
    from wijzer.model.kinds import SOORTEN

    for folder in SOORTEN.bronmappen:
        shutil.copytree(omgeving.ROOT / folder, root / folder)
    shutil.copyfile(omgeving.ROOT / "gemeente.yml", root / "gemeente.yml")
    dilemmas = [file.read_text(encoding="utf-8") for file in (root / "dilemmas").glob("*.md")]
    local = next(f for f in (root / "regelgeving").iterdir() if f.name not in NATIONAL)
    rules = [file.read_text(encoding="utf-8") for file in local.glob("*.md")]
    for number, text in zip(range(PAGES * 4 // 5), itertools.cycle(dilemmas), strict=False):
        page = OLD_PATHS.sub("", NUMBER.sub(f"nummer: {1_000 + number}", text))
        write(root / "dilemmas" / f"dilemma-{number}.md", page)
    for number, text in zip(range(PAGES // 5), itertools.cycle(rules), strict=False):
        write(local / f"regel-{number}.md", OLD_PATHS.sub("", text))


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def measure(root: Path) -> tuple[list[float], list[float]]:
    """Return the seconds of each run, by the clock and of the processor."""
    from wijzer.app.check import check

    seconds: list[float] = []
    busy: list[float] = []
    for _ in range(RUNS):
        begin, cpu = time.perf_counter(), time.process_time()
        outcome = check(root)
        seconds.append(time.perf_counter() - begin)
        busy.append(time.process_time() - cpu)
    print(f"{len(outcome.corpus.all_documents)} pagina's, {len(outcome.errors)} fouten")
    for melding in outcome.errors[:5]:
        print(f"  {melding.pad}:{melding.regel}: {melding.tekst}")
    return seconds, busy


def main() -> int:
    omgeving.prepare("site")
    if Path(sys.prefix).resolve() != omgeving.VENV.resolve():
        omgeving.become(["python", __file__])
    sys.path.insert(0, str(omgeving.ROOT))
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        for name, seconds in zip(("klok", "processor"), measure(Path(folder)), strict=True):
            best, median = min(seconds), statistics.median(seconds)
            print(f"{name}: {best:.2f} s (beste van {RUNS}), {median:.2f} s (middelste)")
    return 0


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
