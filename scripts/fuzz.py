"""Bedenk tien minuten lang vijandige teksten en kijk of lezer, controle en poort ze aankunnen.

Zo gebruik je het:  python3 scripts/fuzz.py [minuten]

De poort moet hetzelfde zien als Chromium: wat zij doorlaat, mag in de browser niets doen. De invoer
die misgaat, staat aan het eind kort op het scherm. Nodig: de pakketten van requirements/test.txt en
Chromium (WIJZER_CHROMIUM).
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page

from tests.browser import chromium
from tests.vijandig_hulp import corpus, good
from wijzer.gate.page import judge_piece, read_page
from wijzer.load.document import read_document
from wijzer.load.markdown.renderer import render
from wijzer.model.document import Document
from wijzer.model.kinds import PAGINA
from wijzer.model.validate import to_document
from wijzer.rules import headings, markup

_SLOW = 10.0
"""Seconds of work on one small text that count as hanging."""
_BATCH = 60
_BY_LINKS = ("dit is geen goed", "in dit webadres", "deze naam van een website")
"""What the rules about links say, which need a whole project."""
_HEADER = b"---\ntitel: Proef\nsamenvatting: Een zin.\nzoekwoorden: [x]\neigenaar: hrm\n---\n"
_GLUE = [
    "",
    " ",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "`",
    "*",
    '"',
    "'",
    "<",
    ">",
    "](",
    "{: ",
    " }",
    "\\",
    "&",
]
_TAGS = (
    "<p>|</p>|<table>|<tr>|<td>|</table>|<svg>|</svg>|<math>|<mtext>|<style>|</style>|<title>|"
    "</title>|<select>|<option>|<template>|</template>|<noscript>|</noscript>|<image src=x>|"
    "<a href=x>|</a>|<b>|</b>|<i>|</i>|<form>|<button>|<!--|-->|<![CDATA[|]]>|<plaintext>|"
    "<textarea>|<desc>|"
    "<foreignObject>|<annotation-xml encoding='text/html'>|<frameset>|<nobr>|<li>|<h2>|<p id=x>|"
    "<img src=x onerror=window.canary=1>|<script>window.canary=1</script>|<div markdown=1>|</div>|"
    "\x00|\x0c"
).split("|")
_LOAD = """(html) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.onload = () => setTimeout(() => {
    const page = frame.contentDocument;
    const ran = frame.contentWindow.canary === 1;
    const names = [...page.querySelectorAll("body *")].map((e) => e.localName.toLowerCase());
    const odd = [...page.querySelectorAll("body *")].flatMap((e) => e.getAttributeNames())
      .filter((n) => n.startsWith("on"));
    frame.remove();
    done({ ran, names, odd });
  }, 15);
  frame.srcdoc = html;
  document.body.append(frame);
})"""


def _texts(chance: random.Random) -> Iterator[str]:
    """Yield texts made of pieces of the corpora, of tags and of signs, without end."""
    pieces = [row.lading for row in corpus("teksten")] + good()
    while True:
        parts = chance.choices([pieces, _TAGS], weights=[1, 3], k=chance.randint(1, 7))
        text = "".join(chance.choice(part) + chance.choice(_GLUE) for part in parts)
        if chance.random() < 0.3:
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(_GLUE) + text[at + chance.randint(0, 5) :]
        yield text


def _document(text: str) -> Document | None:
    """Read a text as a page; every byte must come back as a page or as findings."""
    data = _HEADER + text.encode("utf-8", "surrogatepass")
    reading = read_document("docs/x.md", data)
    assert reading.document or reading.meldingen, "de lezer zegt niets"
    if reading.document is None or reading.meldingen:
        return None
    return to_document(reading.document, PAGINA)[0]


def _check(text: str) -> bool:
    """Tell whether the check lets a text through."""
    document = _document(text)
    if document is None or document.body.problems or "{{" in text or "{%" in text:
        return False
    return not [*markup.check(document), *headings.check(document)]


def _disagreements(page: Page, text: str) -> Iterator[str]:
    """Compare what the gate says of a text with what Chromium does with it."""
    html, _ = render(text, lambda root: None)
    gate = judge_piece(html)
    seen: dict[str, Any] = page.evaluate(_LOAD, f"<!doctype html><body>{html}")
    if not gate and (seen["ran"] or seen["odd"]):
        yield f"de poort laat door wat draait: {seen['odd']}"
    if not gate and _names(html) != sorted(seen["names"]):
        yield "de poort leest andere elementen dan Chromium"
    if gate and not gate[0].text.startswith(_BY_LINKS) and _check(text):
        yield f"de controle laat door wat de poort weigert: {gate[0].text}"


def _names(html: str) -> list[str]:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(f"<!doctype html><body>{html}", scripting=True).body
    assert body is not None
    inside = [node for node in body.traverse() if node.is_element_node][1:]
    return sorted(str(node.tag).lower() for node in inside)


def _try(page: Page, text: str) -> Iterator[str]:
    started = time.monotonic()
    try:
        _check(text)
        read_page(text)
        yield from _disagreements(page, text)
    except Exception as error:  # any exception is what we are looking for
        yield f"{type(error).__name__}: {error}"
    if time.monotonic() - started > _SLOW:
        yield "dit duurt te lang"


def main() -> int:
    """Fuzz for a while; return 1 when something was found."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    end, tried = time.monotonic() + 60 * minutes, 0
    found: dict[str, str] = {}
    texts = _texts(random.Random(seed))
    with chromium() as browser:
        while time.monotonic() < end:
            page = browser.new_page()
            page.route("**/*", lambda route: route.abort())
            for _ in range(_BATCH):
                text = next(texts)
                tried += 1
                for what in _try(page, text):
                    found.setdefault(what[:60], text)
            page.close()
    print(f"{tried} teksten geprobeerd (begin {seed}), {len(found)} soorten fouten.")
    for what, text in found.items():
        print(f"- {what}\n    {json.dumps(text)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
