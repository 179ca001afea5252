"""Compare the check inside the site with linkchecker and lychee: same site, same faults.

Builds a site of 1,000 pages with MkDocs, lets each tool read it, plants every fault of
``tests/links_fouten.py`` and counts which of them each tool names. Prints a Markdown table.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.links_fouten import faults, plant  # noqa: E402 - after the path is set
from wijzer.links import inside  # noqa: E402
from wijzer.links.linkchecker import sweep  # noqa: E402
from wijzer.links.site import BuiltSite  # noqa: E402

PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
ADDRESS = "https://wijzer.example/"
CONFIG = """\
site_name: Proef
site_url: https://wijzer.example/
theme: {name: material, font: false, language: nl}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
PAGE = """\
# Pagina {n}

Een [buur](pagina-{next}.md), een [onderdeel](pagina-{other}.md#tweede-kop) en een
[ander onderdeel](#eerste-kop). ![Teken](assets/favicon.svg)

## Eerste kop

{text}

## Tweede kop

{text}
"""
Tool = Callable[[Path], str]
"""Reads a built site and returns all it has to say about it."""


def make_site(folder: Path) -> Path:
    docs = folder / "docs"
    (docs / "assets").mkdir(parents=True)
    icon = (ROOT / "docs/assets/favicon.svg").read_bytes()
    (docs / "assets/favicon.svg").write_bytes(icon)
    for n in range(PAGES):
        name = "index" if n == 0 else f"pagina-{n}"
        rest = {"next": n % (PAGES - 1) + 1, "other": (n * 7) % (PAGES - 1) + 1}
        text = PAGE.format(n=n, text="Gewone tekst over een gewone regel. " * 40, **rest)
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder / "site")]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "site"


def ours(site: Path) -> str:
    return "\n".join(f"{m.pad} {m.tekst}" for m in sorted(inside.check(BuiltSite(site))))


def lychee(site: Path) -> str:
    command = ["lychee", "--offline", "--include-fragments", "--index-files", "index.html"]
    command += ["--root-dir", str(site), "--format", "json", "--no-progress", str(site)]
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run([str(tool), *command[1:]], capture_output=True, text=True, check=False)
    errors = json.loads(done.stdout).get("error_map", {})
    return "\n".join(f"{page} {json.dumps(row)}" for page, rows in errors.items() for row in rows)


def linkchecker(site: Path) -> str:
    return "\n".join(f"{m.pad} {m.tekst}" for m in sweep(site))


def found_by(report: str) -> int:
    return sum(fout.spoor in report for fout in faults("pagina-2"))


def main() -> int:
    tools: dict[str, Tool] = {"eigen controle": ours, "lychee": lychee, "linkchecker": linkchecker}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        site = make_site(folder)
        times, alarms = {}, {}
        for tool, read in tools.items():
            start = time.perf_counter()
            alarms[tool] = len(read(site).splitlines())
            times[tool] = time.perf_counter() - start
        plant(site, "pagina-1", "pagina-2", ADDRESS)
        total = len(faults("pagina-2"))
        print(f"| Gereedschap | Gevonden van {total} fouten | Vals alarm | Tijd (verhouding) |")
        print("|---|---|---|---|")
        for tool, read in tools.items():
            ratio = times[tool] / times["eigen controle"]
            row = f"{found_by(read(site))} | {alarms[tool]} | {times[tool]:.1f} s ({ratio:.1f})"
            print(f"| {tool} | {row} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
