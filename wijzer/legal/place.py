"""Where in a legal text: article, paragraph, part, or a chapter; all numbers are text.

The keys are the location keys of Juriconnect BWB (JCI 1.3.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from wijzer.legal.errors import MalformedReferenceError

ARTIKEL_VORM = r"(?:\d+|[IVXLC]+)[a-z]*(?:[.:]\d+[a-z]*)*"
"""``8``, ``3a``, ``17da``, ``2:4``, ``1.10``; Roman in amending laws. Never a number."""
_ARTIKEL = re.compile(ARTIKEL_VORM, re.ASCII)
_NUMMER = re.compile(r"[0-9A-Za-z]+(?:[.:-][0-9A-Za-z]+)*", re.ASCII)
ARTIKEL_TIP = 'Schrijf alleen het nummer, als tekst, zoals: "8", "3a" of "2:4"'


class Sleutel(StrEnum):
    """A level of a legal text, by its key in a JCI reference."""

    BOEK = "boek"
    DEEL = "deel"
    TITEL = "titeldeel"
    HOOFDSTUK = "hoofdstuk"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    SUBPARAGRAAF = "sub-paragraaf"
    BIJLAGE = "bijlage"
    AANWIJZING = "aanwijzing"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "o"


_INSIDE_ARTICLE = (Sleutel.ARTIKEL, Sleutel.LID, Sleutel.ONDERDEEL)


def is_article_number(text: str) -> bool:
    """Tell whether a text is an article number and nothing more."""
    return bool(_ARTIKEL.fullmatch(text))


def is_part_number(text: str) -> bool:
    """Tell whether a text is the number or letter of a paragraph or part."""
    return bool(_NUMMER.fullmatch(text))


@dataclass(frozen=True, order=True)
class Vindplaats:
    """A place in a text, from the outside in: ``((artikel, 8), (lid, 1), (o, e))``.

    An empty place is the whole text.  Parts may nest (``o`` twice); other keys come once.
    """

    delen: tuple[tuple[Sleutel, str], ...] = ()

    def __post_init__(self) -> None:
        for sleutel, nummer in self.delen:
            shape = _ARTIKEL if sleutel is Sleutel.ARTIKEL else _NUMMER
            if not shape.fullmatch(nummer):
                raise MalformedReferenceError(f"`{nummer}` is geen nummer van een {sleutel}", "8")
        keys = [sleutel for sleutel, _ in self.delen]
        for before, after in pairwise(keys):
            if _depth(after) < _depth(before):
                text = f"`{after}` staat na `{before}`, maar hoort ervoor"
                raise MalformedReferenceError(text, "artikel=8&lid=1&o=e")
        for key in set(keys) - {Sleutel.ONDERDEEL}:
            if keys.count(key) > 1:
                raise MalformedReferenceError(f"`{key}` staat er twee keer", "artikel=8&lid=1")

    @classmethod
    def of(cls, artikel: str, lid: str = "", onderdeel: str = "") -> Vindplaats:
        """Make the place of an article, or of a paragraph or part of it."""
        found = zip(_INSIDE_ARTICLE, (artikel, lid, onderdeel), strict=True)
        return cls(tuple((sleutel, nummer) for sleutel, nummer in found if nummer))

    def get(self, sleutel: Sleutel) -> str:
        """Return the (first) number at a level, or an empty text."""
        return next((nummer for key, nummer in self.delen if key is sleutel), "")


GEHEEL = Vindplaats()
"""The whole text."""


def _depth(sleutel: Sleutel) -> int:
    """Order the levels: those around an article in any order, then article, lid, part."""
    return _INSIDE_ARTICLE.index(sleutel) + 1 if sleutel in _INSIDE_ARTICLE else 0


def sort_key(artikel: str) -> tuple[tuple[int, str], ...]:
    """Return the natural order of article numbers: 3 < 3a < 10, 2:4 < 2:10 < 9:1."""
    parts = re.findall(r"(\d+)([a-z]*)", artikel)
    return tuple((int(number), letters) for number, letters in parts)
