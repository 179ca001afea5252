"""Tips about the text of a dilemma: what makes it easy to read aloud and to talk about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.base.findings import Melding
from wijzer.load.markdown.words import plain
from wijzer.model.document import Document
from wijzer.model.fields import UNFILLED
from wijzer.model.kinds import DILEMMA

SITUATION_WORDS = (60, 110)
QUESTION_WORDS = 15
FIRST_WORDS = ("Mag", "Moet", "Wil", "Durf", "Durft", "Kan")
SITUATIE, VRAAG, BESPREEK, EN_ALS, REGELS, BEGELEIDER = DILEMMA.koppen
_ITEM = re.compile(r"^(?:[-*]|\d+\.) +(\S.*)$", re.MULTILINE)
_RULE = re.compile(r"\{\{ *(?:verwijs|artikel)\(")


@dataclass(frozen=True)
class Lijst:
    """What a list in a dilemma should hold."""

    kop: str
    wat: tuple[str, str]
    """What an item is, and what more of them are."""
    least: int
    most: int
    vragen: bool
    """Whether every item asks something."""
    tip: str


LIJSTEN = (
    Lijst(
        BESPREEK,
        ("vraag", "vragen"),
        3,
        4,
        True,
        "Schrijf er 3 of 4. Minder geeft weinig gesprek, meer past niet in een half uur.",
    ),
    Lijst(
        EN_ALS,
        ("wending", "wendingen"),
        2,
        3,
        True,
        "Schrijf er 2 of 3. Daarmee merkt een groep waar voor haar de grens ligt.",
    ),
    Lijst(
        BEGELEIDER,
        ("notitie", "notities"),
        3,
        99,
        False,
        "Schrijf er 3 of meer, zodat ook een begeleider die dit weinig doet vooruit kan.",
    ),
)


def check(document: Document) -> Iterator[Melding]:
    """Yield tips about a dilemma that is ready to be published."""
    if document.soort != DILEMMA or document.model.concept:
        return
    for kop, (line, text) in document.body.sections.items():
        if text in ("", UNFILLED):
            continue  # the rule about headings tells that
        if kop == SITUATIE:
            yield from _situation(document, line, len(plain(text).split()))
        elif kop == VRAAG:
            yield from _question(document, line, plain(text))
        elif kop == REGELS and not _RULE.search(text):
            tip = 'Noem een regel met een macro, zoals {{ verwijs("relatiegeschenken") }}.'
            yield document.tip(line, f"onder `{REGELS}` staat geen regel", tip)
    for lijst in LIJSTEN:
        yield from _list(document, lijst)


def _situation(document: Document, line: int, words: int) -> Iterator[Melding]:
    least, most = SITUATION_WORDS
    if not least <= words <= most:
        tip = (
            f"Houd het bij {least} tot {most} woorden: genoeg om je in te leven, "
            "kort genoeg om voor te lezen."
        )
        yield document.tip(line, f"de situatie heeft {words} woorden", tip)


def _question(document: Document, line: int, text: str) -> Iterator[Melding]:
    words = text.split()
    if words and not text.startswith(tuple(f"{word} " for word in FIRST_WORDS)):
        tip = "Begin met Mag, Moet, Wil, Durf of Kan: dan gaat het gesprek over kiezen."
        yield document.tip(line, f"de vraag begint anders: `{' '.join(words[:3])} …`", tip)
    if text.count("?") != 1 or not text.endswith("?"):
        tip = "Stel één vraag en sluit af met een vraagteken; de rest kan bij de wendingen."
        yield document.tip(line, f"onder `{VRAAG}` staat niet precies één vraag", tip)
    if len(words) > QUESTION_WORDS:
        tip = f"Houd het bij {QUESTION_WORDS} woorden: de vraag staat groot op de kaart."
        yield document.tip(line, f"de vraag heeft {len(words)} woorden", tip)
    if "," in text:
        tip = "Maak de vraag eenvoudiger: wie hem hoort, moet hem in één keer begrijpen."
        yield document.tip(line, "in de vraag staat een komma", tip)


def _list(document: Document, lijst: Lijst) -> Iterator[Melding]:
    line, text = document.body.sections.get(lijst.kop, (0, ""))
    if text in ("", UNFILLED):
        return
    items = _ITEM.findall(text)
    if not lijst.least <= len(items) <= lijst.most:
        yield document.tip(line, f"onder `{lijst.kop}` {_told(len(items), lijst.wat)}", lijst.tip)
    for item in items if lijst.vragen else ():
        if not plain(item).endswith("?"):
            start = " ".join(plain(item).split()[:6])
            tip = "Maak er een vraag van die eindigt op een vraagteken."
            yield document.tip(line, f"onder `{lijst.kop}` staat geen vraag: “{start} …”", tip)


def _told(number: int, names: tuple[str, str]) -> str:
    one, more = names
    return f"staat 1 {one}" if number == 1 else f"staan {number or 'geen'} {more}"
