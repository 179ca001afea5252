"""The pages to measure with: the real ones, and as many more of the same shape as asked for."""

from __future__ import annotations

import html
import json
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.browser import ROOT, build

Index = dict[str, Any]
_WORD = re.compile(r"[a-zà-ÿ]{6,}", re.IGNORECASE)


def build_both(folder: Path) -> tuple[Path, Path]:
    """Build the site with our search and with the theme's own; return both folders."""
    plain = folder / "plain"
    shutil.copytree(ROOT, plain, ignore=shutil.ignore_patterns(".*", "site", "tests"))
    config = plain / "mkdocs.yml"
    text = config.read_text("utf-8").replace(", wijzer/app/mkdocs_search.py", "")
    config.write_text(text, encoding="utf-8")
    return build(folder / "ours"), build(folder / "theme", plain)


def grow(index: Index, pages: int) -> Index:
    """Return an index with copies of its pages, up to a number of pages.

    In a copy a third of the longer words gets an ending of its own, so that the vocabulary grows
    with the pages, as it does on a real site.  The same pages come out every time.
    """
    real = list(_by_page(index["docs"]))
    grown = [record for group in real[:pages] for record in group]
    for number in range(len(real), pages):
        chance = random.Random(number)
        for record in real[number % len(real)]:
            grown.append(_copy(record, number, chance))
    return {**index, "docs": grown}


def _by_page(records: Iterable[Index]) -> Iterator[list[Index]]:
    groups: dict[str, list[Index]] = {}
    for record in records:
        groups.setdefault(record["location"].partition("#")[0], []).append(record)
    yield from groups.values()


def _copy(record: Index, number: int, chance: random.Random) -> Index:
    def vary(match: re.Match[str]) -> str:
        return match[0] + chance.choice(_ENDINGS) if chance.random() < 0.33 else match[0]

    copy = {k: v for k, v in record.items() if k not in ("codes", "vervangen_door", "later")}
    text = re.sub(r"(<[^>]*>)", "", record["text"])
    copy["location"] = f"kopie-{number}/{record['location']}"
    copy["text"] = _WORD.sub(vary, text)
    copy["title"] = _WORD.sub(vary, record["title"])
    return copy


_ENDINGS = [
    a + b for a in "bal dam gor kim lup mer nos pir".split() for b in "tak vin zel wop".split()
]


def write_html(index: Index, folder: Path) -> None:
    """Write the pages of an index as bare HTML, for an engine that reads a built site."""
    for group in _by_page(index["docs"]):
        address = group[0]["location"].partition("#")[0]
        parts = [f"<h1>{html.escape(group[0]['title'])}</h1>"]
        for record in group:
            if "#" in record["location"]:
                parts.append(f"<h2>{html.escape(record['title'])}</h2>")
            parts.append(f"<p>{html.escape(record.get('samenvatting', ''))}</p>")
            parts.append(f"<p>{html.escape(record['text'])}</p>")
        page = folder / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        body = "\n".join(parts)
        page.write_text(f'<html lang="nl"><body>{body}</body></html>', encoding="utf-8")


def flat(index: Index) -> list[Index]:
    """Return one document per page, for an engine without sections."""
    return [
        {
            "id": group[0]["location"].partition("#")[0],
            "title": group[0]["title"],
            "text": " ".join([group[0].get("samenvatting", ""), *(r["text"] for r in group)]),
            "zoekwoorden": " ".join(group[0].get("zoekwoorden", [])),
        }
        for group in _by_page(index["docs"])
    ]


def dump(data: Any, path: Path) -> Path:
    """Write JSON as small as it gets; return the path."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return path
