"""Why a citation has no words: what is cited, and what the official text does have."""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.legal.place import Vindplaats, sort_key
from wijzer.legal.prose import Citaat
from wijzer.recht.passages import AANHEF, BEGRIP, SLOT, Wettekst

_NO_LETTER = (AANHEF, SLOT, BEGRIP)


def missing_article(tekst: Wettekst, artikel: str, titel: str) -> str:
    """Return why an article is not there, or an empty text when it is there or may be."""
    name = Citaat(Vindplaats.of(artikel), titel).lang
    if tekst.at(artikel):
        return ""
    if artikel in tekst.zonder_tekst:
        return f"{name} heeft geen geldende tekst"
    last = tekst.laatste_artikel
    if last and sort_key(artikel) > sort_key(last):
        return f"{name} bestaat niet: het laatste artikel is {last}"
    return f"{name} bestaat niet" if tekst.volledig else ""


def what_is_there(tekst: Wettekst, artikel: str, lid: str, onderdeel: str) -> str:
    """Say what an article does have: ``artikel 1 heeft lid 1 en lid 2; een lid 3 is er niet``.

    Empty when the article is not there.  Of a text that is not complete, only what we have is
    known, and the sentence says so.
    """
    passages = tekst.at(artikel, lid) or tekst.at(artikel)
    if not passages:
        return ""
    inside = bool(lid and tekst.at(artikel, lid))
    leden = [] if inside else [f"lid {n}" for n in dict.fromkeys(p.lid for p in passages) if n]
    parts = dict.fromkeys(p.onderdeel for p in passages)
    letters = [f"onderdeel {p}" for p in parts if p and not p.startswith(_NO_LETTER)]
    have = _and(leden or letters) or ("geen leden" if lid and not inside else "geen onderdelen")
    verb = "heeft" if tekst.volledig else "heeft in de tekst die wij hebben"
    where = f"artikel {artikel}, lid {lid}," if inside else f"artikel {artikel}"
    return f"{where} {verb} {have}; een {_asked('' if inside else lid, onderdeel)} is er niet"


def _asked(lid: str, onderdeel: str) -> str:
    if not lid:
        return f"onderdeel {onderdeel}"
    return f"lid {lid} onder {onderdeel}" if onderdeel else f"lid {lid}"


def _and(items: Iterable[str]) -> str:
    *first, last = list(items) or [""]
    return f"{', '.join(first)} en {last}" if first else last
