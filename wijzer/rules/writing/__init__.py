"""The writing help: tips about words and sentences, for who asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.rules.writing import hard_words, level, passive, spelling
from wijzer.rules.writing.texts import names_of, sentences_of


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield what is wrong with the words of the help itself."""
    yield from corpus.woordenlijst.twice()


def tips(corpus: Corpus) -> list[Melding]:
    """Return all tips about the texts of a site, in order; a text is never wrong here."""
    texts = [(d, sentences_of(d)) for d in corpus.all_documents if not d.body.problems]
    names = [name for document in corpus.all_documents for name in names_of(document)]
    hard = hard_words.Finder(corpus.woordenlijst.woorden.moeilijk, names)
    found = [*spelling.tips(corpus, texts)]
    for document, zinnen in texts:
        found += hard.tips(document, zinnen)
        found += passive.tips(document, zinnen)
        found += level.tips(document, zinnen)
    return sorted(set(found))
