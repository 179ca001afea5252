"""Macros for the search words from A to Z; they work without a script and without a server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from macros.lijsten import sort_key
from wijzer.corpus.macro import Context
from wijzer.model.document import Document
from wijzer.pages.markdown import bullets, escape, link, section

_ALL = "alle-letters"
"""The anchor that shows every letter again."""
_OTHER = "0-9"
_Entries = Mapping[tuple[str, ...], list[str]]
"""The words by the ids of the pages they lead to, in the order of the first word."""


def letters(context: Context) -> str:
    """De letters van A tot Z, elk met een link naar de zoekwoorden die zo beginnen."""
    page = context.find("a-z")
    names = {
        letter: link(context.document, page, letter, _anchor(letter)) for letter in _index(context)
    }
    return _bar(names.values())


def zoekwoorden_a_z(context: Context) -> str:
    """Alle zoekwoorden van A tot Z, elk met de pagina's waar ze naartoe leiden."""
    index = _index(context)
    bar = _bar([*(f"[{letter}](#{_anchor(letter)})" for letter in index), f"[Alles](#{_ALL})"])
    parts = [_letter(context, letter, entries) for letter, entries in index.items()]
    text = "\n\n".join([bar, *parts])
    return f'<div class="a-z" id="{_ALL}" data-search-exclude markdown="1">\n\n{text}\n\n</div>'


def _bar(links: Iterable[str]) -> str:
    return section("letters", bullets(links), label="Kies een letter", tag="nav")


def _letter(context: Context, letter: str, entries: _Entries) -> str:
    """Return the words of a letter; those that lead to the same pages stand together."""
    rows = bullets(_row(context, words, pages) for pages, words in entries.items())
    heading = f"## {letter} {{#{_anchor(letter)}}}"
    return f'<div class="letter" markdown="1">\n\n{heading}\n\n{rows}\n\n</div>'


def _row(context: Context, words: list[str], pages: tuple[str, ...]) -> str:
    documents = (context.graph.documents[page] for page in pages)
    targets = ", ".join(link(context.document, document) for document in documents)
    return f"{escape(', '.join(words))}: **{targets}**"


def _index(context: Context) -> dict[str, _Entries]:
    words: dict[str, list[Document]] = defaultdict(list)
    for document in context.graph.documents.values():
        for word in document.model.zoekwoorden:
            words[word.casefold()].append(document)
    index: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for word in sorted(words, key=sort_key):
        pages = sorted(words[word], key=lambda document: document.titel.casefold())
        entries = index.setdefault(_first(word), {})
        entries.setdefault(tuple(page.id for page in pages), []).append(word)
    return {letter: index[letter] for letter in sorted(index)}


def _first(word: str) -> str:
    first = sort_key(word)[:1].upper()
    return first if first.isalpha() else _OTHER


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"
