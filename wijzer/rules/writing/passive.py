"""Sentences that do not say who does it: a form of "worden" with a past participle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wijzer.base.findings import Melding
from wijzer.model.document import Document
from wijzer.rules.writing.texts import Zin

_WORDEN = frozenset("word wordt worden werd werden".split())
_IRREGULAR = (
    "aangepakt bedrogen begonnen bekeken beschreven besloten besproken betrokken bewezen gebeden "
    "gebogen gebonden geboden gebroken gedaan gedragen gedreven gedwongen gegeten gegeven gegrepen "
    "geheven geholpen gehouden gekeken gekozen gekregen gelaten gelezen gemeten genomen geroepen "
    "geschonken geschoven geschreven gesloten gesproken gestolen getroffen getrokken gevangen "
    "gevonden gewezen gewogen geworpen gezien gezonden herzien misbruikt onderhouden ondernomen "
    "onderzocht ontnomen ontslagen ontvangen overdreven overhandigd overlegd overtreden overwogen "
    "verboden verbroken verdreven vergeleken vergeten verkozen verkregen verlaten verloren "
    "vermeden vernomen verschoven verwezen verworpen verzonden voltooid voorkomen weersproken"
).split()
"""Participles that do not end in -d or -t behind ge-, be-, ver-, ont- or her-."""
_PARTICIPLE = re.compile(
    rf"(?:[a-z]{{2,9}}?)?(?:{'|'.join(_IRREGULAR)})"
    r"|(?!\w*recht$)(?:[a-z]{2,9}?)?(?:ge[a-zëï]{2,}|(?:be|ver|ont|her)[a-zëï]{3,})[dt]"
)
_LEFT_ALONE = frozenset(
    # no participles, or participles that are used as an adjective
    "bekend bereid bericht beleid besluit bestand bewust bezit gebied gedicht geduld geld gerecht "
    "gericht geschikt gevecht gewicht gezicht gezond herfst verband verbod verdriet verplicht "
    "verstand verwant vertrouwd bewind beest verdacht verliefd verrast "
    # what is done to somebody by whoever it may be, and what everybody does
    "afgekort bedreigd benadeeld beschuldigd betaald buitengesloten gediscrimineerd geïntimideerd "
    "gepest lastiggevallen overtreden verboden".split()
)
_PERSONS = frozenset("ik je jij u iemand".split())
"""What happens to somebody may well be told so: "je wordt bedreigd"."""
_CLAUSE = re.compile(r"[^,;:.?!…()–]+")
_WORD = re.compile(r"[^\W\d_]+")
_AFTER = frozenset(
    "aan als bij dan dat door en in met na naar of om omdat op over per terwijl tot uit van via "
    "volgens voor voordat wanneer worden wordt werd werden zonder zodra zolang".split()
)
"""What may follow a participle at the end of its clause."""


def tips(document: Document, zinnen: Iterable[Zin]) -> Iterator[Melding]:
    """Yield a tip for every sentence in the passive."""
    for zin in zinnen:
        if found := passive(zin.eigen):
            text = f"lijdende vorm: “{found}”"
            tip = "Zeg liever wie het doet, zoals: HRM bekijkt de melding."
            yield document.tip(zin.regel, text, tip)


def passive(sentence: str) -> str:
    """Return the words that make a sentence passive; empty when none do, or it says who does it."""
    for clause in _CLAUSE.findall(sentence):
        words = _WORD.findall(clause.lower())
        if "door" not in words:
            for verb in (n for n, word in enumerate(words) if word in _WORDEN):
                if (at := _participle(words, verb)) is not None:
                    first, last = sorted((verb, at))
                    gap = " … " if last - first > 1 else " "
                    return f"{words[first]}{gap}{words[last]}"
    return ""


def _participle(words: list[str], verb: int) -> int | None:
    """Return where the participle stands: beside the verb, or where its clause ends."""
    if not _PERSONS.isdisjoint(words[max(verb - 1, 0) : verb + 2]):
        return None
    for at, word in enumerate(words):
        beside = abs(at - verb) == 1
        closing = at > verb and words[at + 1 : at + 2] in ([], *([w] for w in _AFTER))
        if (beside or closing) and word not in _LEFT_ALONE and _PARTICIPLE.fullmatch(word):
            return at
    return None
