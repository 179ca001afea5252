"""How hard a page is to read, with a formula made for Dutch.

Flesch-Douma: 206,84 - 0,77 times the syllables in 100 words - 0,93 times the words in a sentence.
W.H. Douma, De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen, bulletin 17 (1960);
his table calls 60 to 70 normal and what lies below "tamelijk moeilijk".  It knows nothing of what
a text says, so it only speaks when a page lies below normal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wijzer.base.findings import Melding
from wijzer.model.document import Document
from wijzer.rules.writing.texts import Zin

NORMAL = 60
FEWEST_WORDS = 100
"""A shorter text says too little."""
_VOWELS = re.compile(r"(?:aai|ooi|oei)(?=e)|[aeiouyáéíóúàèìòùâêîôû]+|[äëïöü][aeiouy]*")
"""One syllable each; a diaeresis begins a new one."""


def tips(document: Document, zinnen: Iterable[Zin]) -> Iterator[Melding]:
    """Yield one tip when a page is clearly harder than B1."""
    texts = [zin.woorden for zin in zinnen if not zin.in_kop and len(zin.woorden) > 1]
    if sum(map(len, texts)) < FEWEST_WORDS or (found := score(texts)) >= NORMAL:
        return
    text = f"de pagina is moeilijk te lezen: {found:.0f} op de schaal van Flesch-Douma"
    tip = f"Vanaf {NORMAL} is een tekst gewoon te lezen. Kies kortere zinnen en kortere woorden."
    yield document.tip(document.raw.body_line, text, tip)


def score(texts: Iterable[tuple[str, ...]]) -> float:
    """Return the score of sentences (as words): 100 is very easy, 0 very hard."""
    sentences = [*texts]
    words = [word for sentence in sentences for word in sentence]
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / len(sentences)


def syllables(word: str) -> int:
    """Estimate the syllables of a Dutch word."""
    return max(len(_VOWELS.findall(word.lower())), 1)
