"""Measure search engines side by side on the same pages (run by scripts/meet_zoeken.py).

The theme's own search, Pagefind, MiniSearch as it comes, and ours.  Pagefind (PyPI) and
MiniSearch (npm) are fetched into a temporary folder and are no part of the project; what cannot
be fetched is left out of the table.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser  # noqa: E402

from tests.browser import chromium, serving  # noqa: E402
from tests.gemeente import content  # noqa: E402
from tests.zoekmeting_paginas import build_both, dump, flat, grow, write_html  # noqa: E402
from tests.zoekvragen import Zoekvraag, rank_of, read_questions  # noqa: E402
from wijzer.corpus.corpus import without_drafts  # noqa: E402

SIZES = (0, 1000, 5000)
ROUNDS = 3
_MINI_WORKER = """
importScripts("umd.js");
let mini;
onmessage = ({ data }) => {
  if (typeof data === "string") return postMessage(mini.search(data).map(({ id }) => id));
  mini = new MiniSearch({ fields: ["title", "zoekwoorden", "text"] });
  mini.addAll(data);
  postMessage(mini.documentCount);
};
"""


@dataclass(frozen=True)
class Engine:
    """One engine, ready to be measured; paths are relative to the folder that is served."""

    naam: str
    driver: str
    script: str
    index: str
    engine_files: tuple[Path, ...]
    index_files: tuple[Path, ...]


def workers(naam: str, site: Path, pattern: str, pages: int, folder: Path) -> Engine:
    """Prepare an engine that speaks the theme's protocol: the theme's own, or ours."""
    (worker,) = site.glob(f"assets/javascripts/workers/{pattern}")
    name = "search_index.json" if site.name == "theme" else "zoekindex.json"
    index = json.loads((site / "search" / name).read_text("utf-8"))
    path = dump(grow(index, pages) if pages else index, folder / f"{site.name}-{pages}.json")
    files = [worker]
    if site.name == "theme":  # it loads the stemmer and the Dutch rules besides
        lunr = site / "assets/javascripts/lunr/min"
        files += [lunr / "lunr.stemmer.support.min.js", lunr / "lunr.nl.min.js"]
    script = worker.relative_to(folder).as_posix()
    return Engine(naam, "themeWorker", f"/{script}", f"/{path.name}", tuple(files), (path,))


def mini_search(index: dict[str, Any], folder: Path) -> Engine:
    """Fetch MiniSearch and prepare it with its own default settings."""
    target = folder / "minisearch"
    if not target.exists():
        target.mkdir()
        command = ["npm", "pack", "minisearch@7.2.0", "--silent", "--pack-destination", str(target)]
        subprocess.run(command, check=True, capture_output=True)
        with tarfile.open(next(target.glob("*.tgz"))) as archive:
            archive.extractall(target, filter="data")
        shutil.copy(target / "package/dist/umd/index.js", target / "umd.js")
        (target / "worker.js").write_text(_MINI_WORKER, encoding="utf-8")
    path = dump(flat(index), folder / f"mini-{len(index['docs'])}.json")
    files = (target / "umd.js", target / "worker.js")
    return Engine(
        "MiniSearch", "miniSearch", "/minisearch/worker.js", f"/{path.name}", files, (path,)
    )


def pagefind(index: dict[str, Any], folder: Path) -> Engine:
    """Fetch Pagefind and let it read the same pages as HTML."""
    program = folder / "pagefind-program"
    if not program.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(program)]
        subprocess.run([*command, "pagefind[bin]==1.5.2"], check=True, capture_output=True)
    top = folder / f"pagefind-{len(index['docs'])}"
    write_html(index, top / "html")
    command = [sys.executable, "-m", "pagefind", "--site", str(top / "html")]
    subprocess.run(command, check=True, capture_output=True, env={"PYTHONPATH": str(program)})
    made = top / "html" / "pagefind"
    engine = [made / "pagefind.js", made / "pagefind-worker.js", *made.glob("wasm.nl*")]
    files = [f for f in made.rglob("*") if f.suffix in (".pf_index", ".pf_fragment", ".pf_meta")]
    script = f"/{top.name}/html/pagefind/pagefind.js"
    return Engine("Pagefind", "pagefind", script, "", tuple(engine), tuple(files))


def engines(folder: Path, pages: int, sites: tuple[Path, Path]) -> Iterator[Engine]:
    """Yield what can be had, ready for a number of pages (0: the real site)."""
    ours, theme = sites
    index = json.loads((ours / "search" / "zoekindex.json").read_text("utf-8"))
    grown = grow(index, pages) if pages else index
    yield workers("Material", theme, "search.*.js", pages, folder)
    for prepare in (pagefind, mini_search):
        try:
            yield prepare(grown, folder)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{prepare.__name__} is niet op te halen: {error}", file=sys.stderr)
    yield workers("Integriteitswijzer", ours, "zoeken.*.js", pages, folder)


def zipped(files: Iterable[Path]) -> float:
    """Return the size in kB as a server sends it."""
    return (
        sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files if file.exists())
        / 1000
    )


def measure(
    browser: Browser, base: str, engine: Engine, questions: list[Zoekvraag]
) -> dict[str, Any]:
    """Run one engine in a fresh page; return times in milliseconds and what it found."""
    page = browser.new_page()
    page.goto(f"{base}leeg.html")
    page.add_script_tag(path=ROOT / "tests" / "zoekmeting.js")
    job = {
        "driver": engine.driver,
        "script": engine.script,
        "index": engine.index,
        "questions": [q.vraag for q in questions],
        "rounds": ROUNDS,
    }
    result: dict[str, Any] = page.evaluate("job => measure(job)", job)
    page.close()
    return result


def quality(questions: list[Zoekvraag], found: list[list[str]]) -> list[str]:
    """Return hit@1, hit@3 and hit@10 as percentages, and the mean reciprocal rank.

    A copy of a right page counts as right too.
    """
    real = [[re.sub(r"^kopie-\d+/", "", address) for address in addresses] for addresses in found]
    ranks = [rank_of(q, addresses) for q, addresses in zip(questions, real, strict=True)]
    hits = [sum(0 < rank <= top for rank in ranks) / len(ranks) for top in (1, 3, 10)]
    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return [*(f"{100 * hit:.0f} %" for hit in hits), f"{mrr:.2f}"]


def main(sizes: list[int]) -> None:
    """Print a Markdown table per number of pages."""
    corpus = without_drafts(content())
    questions = read_questions(corpus)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        (folder / "leeg.html").write_text("<!doctype html><title>meting</title>", encoding="utf-8")
        sites = build_both(folder)
        with serving(folder) as base:
            for pages in sizes:
                print(f"\n**{pages or len(corpus.all_documents)} pagina's**\n")
                print("| | hit@1 | hit@3 | hit@10 | MRR | index | script | eerste | p50 | p95 |")
                print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
                for engine in engines(folder, pages, sites):
                    result = measure(browser, base, engine, questions)
                    sizes_kb = [
                        f"{zipped(f):.0f} kB" for f in (engine.index_files, engine.engine_files)
                    ]
                    times = [f"{result[key]:.0f} ms" for key in ("first", "p50", "p95")]
                    good = quality(questions, result["found"])
                    print("|", " | ".join([engine.naam, *good, *sizes_kb, *times]), "|", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
