"""The sentences that a reader gets from a page: those of the text and those in the header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from wijzer.load.markdown.body import Body
from wijzer.load.markdown.limits import too_much
from wijzer.load.sentences import sentences
from wijzer.model.document import Document

_SENTENCE = re.compile(r"\S+\s+\S+\s+\S.*[.?!]")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|(?<!\w)‘[^’]*’?")
_NO_WORDS = re.compile(r"@|://|www\.|\w\.[a-z]{2,4}\b|\[\^")
"""What makes an address, a name of a file or a footnote of what stands between two spaces."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MACRO = "Macro"
"""What stands in a sentence for the words of a macro."""


@dataclass(frozen=True)
class Zin:
    """A sentence of running text; what is quoted as it is, is not in it."""

    regel: int
    tekst: str
    in_kop: bool = False
    """True for a sentence in the header."""

    @cached_property
    def eigen(self) -> str:
        """The sentence without what somebody else said."""
        return _QUOTED.sub("…", self.tekst)

    @cached_property
    def woorden(self) -> tuple[str, ...]:
        """The words, without addresses and numbers."""
        return tuple(word for word in words_in(self.tekst) if word != MACRO)


Texts: TypeAlias = Sequence[tuple[Document, tuple[Zin, ...]]]
"""Every page with its sentences."""


def words_in(text: str) -> list[str]:
    """Return the words of a text, without addresses and numbers."""
    parts = (part for part in text.split() if not _NO_WORDS.search(part))
    return [word for part in parts for word in _WORD.findall(part)]


def names_of(document: Document) -> Iterator[str]:
    """Yield what stands in the header of a page and is no sentence: titles, names, search words."""
    for _, text in document.raw.scalars:
        if not _is_sentence(text):
            yield text


def sentences_of(document: Document) -> tuple[Zin, ...]:
    """Return the sentences of a page, those in its header first."""
    return (*_in_header(document), *(Zin(line, text) for line, text in sentences(document.body)))


def _in_header(document: Document) -> Iterator[Zin]:
    """Yield what ends like a sentence: no title, name, id or search word does."""
    for at, text in document.raw.scalars:
        if _is_sentence(text) and not too_much(text, 1):
            line = document.raw.line_of(at)
            yield from (Zin(line, found, in_kop=True) for _, found in sentences(Body(text, line)))


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.fullmatch(" ".join(text.split())))
