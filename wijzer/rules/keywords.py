"""Tips about zoekwoorden: the words by which an employee finds a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document

FEWEST = 5
MOST_PAGES = 5


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield tips about pages that are hard to find and words that find too much."""
    for document in corpus.all_documents:
        yield from _too_few(document)
        yield from _in_title(document)
    yield from _everywhere(corpus)


def _too_few(document: Document) -> Iterator[Melding]:
    number = len(document.model.zoekwoorden)
    if number < FEWEST:
        words = "1 zoekwoord" if number == 1 else f"{number} zoekwoorden"
        tip = (
            f"Noem er {FEWEST} of meer: woorden die een medewerker zou typen, "
            "zoals `cadeau` of `fles wijn`."
        )
        yield document.tip(("zoekwoorden",), f"deze pagina heeft {words}", tip)


def _in_title(document: Document) -> Iterator[Melding]:
    title = _words(document.titel)
    for index, word in enumerate(document.model.zoekwoorden):
        if f" {_words(word).strip()} " in title:
            tip = "De zoekfunctie kent de titel al. Kies een ander woord voor hetzelfde."
            text = f"het zoekwoord “{word}” staat al in de titel"
            yield document.tip(("zoekwoorden", index), text, tip)


def _everywhere(corpus: Corpus) -> Iterator[Melding]:
    places: dict[str, list[tuple[Document, int]]] = defaultdict(list)
    for document in corpus.all_documents:
        for index, word in enumerate(document.model.zoekwoorden):
            places[word.casefold()].append((document, index))
    for found in places.values():
        pages = len({document.path for document, _ in found})
        if pages > MOST_PAGES:
            for document, index in found:
                word = document.model.zoekwoorden[index]
                text = f"het zoekwoord “{word}” staat op {pages} pagina's"
                tip = (
                    f"Laat het staan op hoogstens {MOST_PAGES} pagina's die er echt over gaan. "
                    "Kies hier iets preciezers: niet `geld`, maar `geld lenen van een collega`."
                )
                yield document.tip(("zoekwoorden", index), text, tip)


def _words(text: str) -> str:
    """Return the words of a text in lower case, with a space around each."""
    words = re.findall(r"\w+", text.casefold())
    return f" {' '.join(words)} "
