"""The last gate: nothing that the list does not permit leaves the build, in any file."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.base.unseen import unseen
from wijzer.corpus.corpus import Corpus
from wijzer.gate.address import wrong_address
from wijzer.gate.judge import Wrong
from wijzer.gate.svg import wrong_svg
from wijzer.links.site import SEARCH_INDEX, BuiltSite

_KINDS = frozenset(
    ".css .gz .html .ico .jpeg .jpg .js .json .map .pdf .png .svg .vcf "
    ".webp .woff .woff2 .xml".split()
)
_PLACES = frozenset({".well-known/security.txt", "robots.txt"})
_REMAKE = "Bouw de site opnieuw. Blijft dit staan? Meld het bij de beheerder van deze site."
_REFUSED = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Deze pagina kan niet</title>'
    "</head><body><main><h1>Deze pagina kan niet</h1><p>Er staat iets in wat niet mag. "
    "De opdracht die de site bouwde, zegt wat.</p></main></body></html>\n"
)
_CARD = frozenset("BEGIN VERSION UID FN ORG ROLE TEL EMAIL NOTE END".split())


def check(site: BuiltSite, corpus: Corpus) -> Iterator[Melding]:
    """Yield what may not be published, at its source where that is known."""
    sources = _Sources(corpus.root, {_file(d.address): d.path for d in corpus.all_documents})
    for name, page in site.pages.items():
        yield from (sources.melding(name, wrong) for wrong in dict.fromkeys(page.wrong))
    for name in sorted(site.files):
        yield from (Melding(name, 1, text, _REMAKE) for text in _other(site, name))


def close(folder: Path, corpus: Corpus) -> list[Melding]:
    """Take out of a folder the pages that may not be published; return what is wrong with them."""
    site = BuiltSite(folder)
    meldingen = sorted(set(check(site, corpus)))
    for name, page in site.pages.items():
        if page.wrong:
            (folder / name).write_text(_REFUSED, encoding="utf-8")
    return meldingen


def _file(address: str) -> str:
    return f"{address}index.html"


@dataclass(frozen=True)
class _Sources:
    root: Path
    by_page: dict[str, str]

    def melding(self, name: str, wrong: Wrong) -> Melding:
        """Return a finding in the source of a page, or in the page itself when it has none."""
        where = f" ({wrong.element})" if wrong.element and wrong.element not in wrong.text else ""
        path = self.by_page.get(name)
        if path is None:
            return Melding(name, 1, f"{wrong.text}{where}", wrong.tip)
        return Melding(path, self._line(path, wrong.written), f"{wrong.text}{where}", wrong.tip)

    def _line(self, path: str, written: str) -> int:
        """Return the first line of a source where something is written; 1 when it is nowhere."""
        lines = (self.root / path).read_text("utf-8", errors="replace").lower().split("\n")
        wanted = written.lower()
        return next((n for n, line in enumerate(lines, 1) if wanted and wanted in line), 1)


def _other(site: BuiltSite, name: str) -> Iterator[str]:
    """Yield what is wrong with a file that is no page."""
    suffix = posixpath.splitext(name)[1].lower()
    if suffix not in _KINDS and name not in _PLACES:
        yield "dit soort bestand hoort niet op de site"
    elif name == SEARCH_INDEX:
        yield from _index(site.text(name))
    elif suffix == ".svg":
        yield from wrong_svg((site.root / name).read_bytes())
    elif suffix == ".vcf":
        yield from _card((site.root / name).read_bytes().decode("utf-8"))


def _index(text: str) -> Iterator[str]:
    try:
        records = json.loads(text)["docs"]
    except (ValueError, KeyError):
        return  # the check of links says so
    for record in records:
        address = str(record.get("location", ""))
        if wrong := wrong_address(address):
            yield f"in de zoekindex: {wrong}: `{address}`"
    yield from (f"in de zoekindex: {found.text}" for found in unseen(text))


def _card(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    names = [line.partition(":")[0].partition(";")[0] for line in lines if line]
    if any(name not in _CARD for name in names) or "\n" in "".join(lines):
        yield "dit visitekaartje (vCard) heeft een regel die er niet hoort"
