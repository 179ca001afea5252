"""Kinds with a fixed shape have their headings: all of them, once, filled and in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.load.markdown.found import Place
from wijzer.model.document import Document
from wijzer.model.fields import UNFILLED
from wijzer.model.pages import Pijler
from wijzer.model.validate import suggestion


def check(document: Document) -> Iterator[Melding]:
    """Yield findings about the headings of one page."""
    for heading in document.body.headings:
        if heading.level == 1:
            tip = "De titel komt uit de kop van het bestand. Begin met `## `."
            yield document.fout(heading.line, f"een kop van niveau 1: `# {heading.text}`", tip)
        if heading.place is Place.LIST:  # Material's search index cannot read it
            text = f"een kop in een lijst of voetnoot: `{heading.text}`"
            yield document.fout(heading.line, text, "Zet de kop buiten de lijst, of maak hem vet.")
        if heading.text == UNFILLED:
            yield document.fout(
                heading.line, "deze kop is nog niet ingevuld", "Schrijf een kop, of haal hem weg."
            )
    yield from _ids(document)
    yield from _notes(document)
    wanted = required_headings(document)
    if wanted:
        yield from _fixed(document, wanted)


def required_headings(document: Document) -> tuple[str, ...]:
    """Return the headings of level 2 that the page must have, in order."""
    if isinstance(document.model, Pijler):
        return tuple(dict.fromkeys(facet.titel for facet in document.model.deelfacetten))
    return document.soort.koppen


def _ids(document: Document) -> Iterator[Melding]:
    """Yield findings about anchors that a page would have twice, or that the theme has itself."""
    for name, count in Counter(document.body.reading.ids).items():
        if count > 1:
            tip = "Geef elk anker een eigen naam, zoals: {#nog-een-naam}"
            yield document.fout(_last_line(document, name), f"het anker `#{name}` is er al", tip)
        elif name.startswith("__"):
            tip = "Begin de naam van een anker met een letter."
            yield document.fout(_last_line(document, name), f"een anker `#{name}`", tip)


def _notes(document: Document) -> Iterator[Melding]:
    for line, name in document.body.reading.unused_notes:
        tip = f"Zet `[^{name}]` in de tekst op de plek van de noot, of haal de noot weg."
        found = f"de voetnoot `[^{name}]` wordt nergens gebruikt"
        yield document.fout(document.body.first_line + line - 1, found, tip)


def _last_line(document: Document, name: str) -> int:
    """Return the last line on which an editor wrote an id."""
    written = re.compile(rf"""(?:#|\bid\s*=\s*["']?){re.escape(name)}(?![\w-])""")
    lines = enumerate(document.raw.body.split("\n"), document.raw.body_line)
    return max((number for number, line in lines if written.search(line)), default=1)


def _fixed(document: Document, wanted: tuple[str, ...]) -> Iterator[Melding]:
    allowed = (*wanted, *document.soort.optionele_koppen)
    order = f"De koppen zijn, in deze volgorde: {', '.join(allowed)}."
    found = [h for h in document.body.headings if h.level == 2 and h.place is Place.TOP]
    texts = [heading.text for heading in found]
    for heading in found:
        if heading.text not in allowed:
            tip = suggestion(heading.text, allowed) or order
            yield document.fout(heading.line, f"onbekende kop: `## {heading.text}`", tip)
        elif texts.index(heading.text) != found.index(heading):
            text = f"de kop `## {heading.text}` staat er twee keer"
            yield document.fout(heading.line, text, "Voeg de twee stukken samen.")
        elif (content := document.body.sections[heading.text][1]) in ("", UNFILLED):
            found_here = "nog alleen `…`" if content else "niets"
            text = f"onder de kop `## {heading.text}` staat {found_here}"
            yield document.fout(heading.line, text, "Schrijf hier de tekst van dit onderdeel.")
    missing = [text for text in wanted if text not in texts]
    end = document.body.first_line
    for text in missing:
        yield document.fout(end, f"de kop `## {text}` ontbreekt", order)
    present = [text for text in dict.fromkeys(texts) if text in allowed]
    if not missing and present != [text for text in allowed if text in present]:
        line = next(h.line for h, w in zip(found, allowed, strict=False) if h.text != w)
        yield document.fout(line, "de koppen staan niet in de goede volgorde", order)
