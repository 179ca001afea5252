"""Words that no dictionary knows, and the site itself does not know either."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from wijzer.base.findings import Ernst, Melding
from wijzer.corpus.corpus import Corpus
from wijzer.load.dutch_dictionary import Dictionary, NoDictionaryError, load_dictionary
from wijzer.rules.writing.texts import Texts, Zin, names_of, words_in

SUGGESTIONS = 3
_MOST_ADVICE = 50
"""So many words get suggestions, each in a fraction of a second; more come after these are well."""
_STRESS = "\u0301"
_LONGEST = 40
"""A longer word gets no suggestions: looking for them would take too long."""


def tips(corpus: Corpus, texts: Texts) -> Iterator[Melding]:
    """Yield a tip for every first time that a page has an unknown word."""
    try:
        dictionary = load_dictionary()
    except NoDictionaryError as error:
        text = "naar spelling is niet gekeken: er is geen Nederlands woordenboek"
        yield Melding(corpus.woordenlijst.file.path, 1, text, str(error), Ernst.TIP)
        return
    speller = _Speller(
        dictionary, known_words(corpus), [zin for _, zinnen in texts for zin in zinnen]
    )
    for document, zinnen in texts:
        lines = {word: zin.regel for zin in reversed([*zinnen]) for word in zin.woorden}
        for word, line in lines.items():
            if not speller.knows(word):
                text = f"dit woord staat niet in het woordenboek: “{word}”"
                yield document.tip(line, text, speller.advice(word))


def known_words(corpus: Corpus) -> frozenset[str]:
    """Return every word, in lower case, of a name that the site has given something."""
    gemeente = corpus.gemeente
    names = [gemeente.naam, gemeente.bijvoeglijk, gemeente.site.naam]
    names += filter(None, gemeente.woorden.model_dump().values())
    names += (one.naam for people in corpus.contact.personen.values() for one in people if one.naam)
    names += corpus.woordenlijst.woorden.goed_gespeld
    for document in corpus.all_documents:
        names += (document.id, *names_of(document))
    return frozenset(word.lower() for name in names for word in words_in(name))


def _without_stress(word: str) -> str:
    """Take off the accents that only say how to read a word: één, níet."""
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", letters.replace(_STRESS, ""))


class _Speller:
    def __init__(
        self, dictionary: Dictionary, known: frozenset[str], zinnen: Collection[Zin]
    ) -> None:
        self._dictionary = dictionary
        self._known = known
        self._advised = 0
        self._names = {w for zin in zinnen for w in zin.woorden[1:] if w[0].isupper()}
        """A capital inside a sentence: somebody's name."""
        used = {word for zin in zinnen for word in zin.woorden}
        self._good = sorted(known | {word for word in used if self.knows(word)})

    def knows(self, word: str) -> bool:
        """Tell whether a word needs no tip."""
        plain = word.replace("’", "'")
        return self._is_name(plain) or self._is_word(plain) or self._is_word(_without_stress(plain))

    def _is_word(self, word: str) -> bool:
        parts = word.split("-")
        return (
            word.lower() in self._known
            or self._dictionary.knows(word)
            or (len(parts) > 1 and all(self._is_word(part) for part in parts))
        )

    def _is_name(self, word: str) -> bool:
        """Tell whether a word is a name, its genitive, or an abbreviation."""
        inside = any(letter.isupper() for letter in word[1:])
        stem = word.removesuffix("s").removesuffix("'")
        return inside or (word[0].isupper() and not {word, stem}.isdisjoint(self._names))

    def advice(self, word: str) -> str:
        """Return the nearest words, those of the site first, and what to do with a good word."""
        keep = "Is het goed? Zet het dan bij `goed_gespeld` in docs/schrijfhulp.yml."
        self._advised += 1
        names = ", ".join(self._near(word)) if self._advised <= _MOST_ADVICE else ""
        return f"Bedoelde je: {names}?\n{keep}" if names else keep

    def _near(self, word: str) -> list[str]:
        near = [*get_close_matches(word, self._good, SUGGESTIONS, 0.8)]
        if len(near) < SUGGESTIONS and len(word) <= _LONGEST:
            near += (other for other in self._dictionary.near(word) if other not in near)
        return near[:SUGGESTIONS]
