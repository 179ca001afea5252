"""A page without what belongs to one municipality, so that another can begin with it.

What is local: a name or word of the municipality, its plan, and every id of a page that another
municipality does not get (its kernwaarden, its own rules).  A local paragraph, list item or
relation is left out.  A page is given up when its title, summary or another sentence in its header
is local, or when a dilemma or guide would lose part of its story.  So nothing marks a page as
neutral: the check of the links between pages, which the site needs anyway, tells it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from wijzer.corpus.relations import edges_of
from wijzer.editor.blocks import Blok, bloks, without
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import DILEMMA, INSTELLINGEN, MELDWEGEN, WEGWIJZER

_LISTS_OF_FACTS = (MELDWEGEN, INSTELLINGEN)
"""Kinds whose header is a table: a cell that is local has to be filled in."""
_BACKGROUND = ("Wat de regels zeggen", "Voor de begeleider")
"""Headings of a dilemma that can lose a paragraph; the rest tells one story."""
_HISTORY = ("beoordeeld_op", "beoordelen_voor", "oude_paden", "paragraaf")
_DECISIONS = ("waarde", "vastgesteld_op")
"""What a municipality has set itself."""
_MEANINGLESS_WITHOUT = ("regeling", "term", "uitleg", "bron")
"""Keys without which a citation or an explained word says nothing."""
_TO_FILL_IN = "Nog in te vullen door de gemeente."
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STRING = re.compile(r"""["']([^"']*)["']""")
_YEAR = re.compile(r"([a-z]+)[a-z-]*-(20\d\d)")


@dataclass(frozen=True)
class Eigen:
    """What belongs to one municipality."""

    woorden: re.Pattern[str]
    """Matches its names and words."""
    weg: Collection[str]
    """Ids of the pages that another municipality does not get."""

    def text(self, text: str) -> bool:
        """Tell whether a text names the municipality, one of its words or one of its pages."""
        if self.woorden.search(text):
            return True
        calls = "".join(_CALL.findall(text))
        return any(name in self.weg for name in _STRING.findall(calls))


def local_words(gemeente: Gemeente, rules: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of all names and words; ``rules`` are the ids of the local rules.

    A rule such as ``meldprocedure-2023`` is also known as ``de meldprocedure van 2023``.
    """
    plan = (gemeente.woorden.beleidsplan or "").partition(" ")[0]
    names = [gemeente.naam, gemeente.bijvoeglijk, gemeente.woorden.intranet, plan]
    words = [re.escape(name) for name in names if name]
    words += [f"van {year}" for year in re.findall(r"20\d\d", gemeente.woorden.beleidsplan or "")]
    dated = filter(None, (_YEAR.fullmatch(rule) for rule in sorted(rules)))
    words += [rf"{found[1]}\w* (?:van|uit) {found[2]}" for found in dated]
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


def neutral(document: Document, eigen: Eigen, kernwaarden: list[str]) -> str | None:
    """Return the source of a page without what is local; None when the page is given up.

    Relations to kernwaarden become relations to those of the new municipality.
    """
    values: dict[str, Any] = copy.deepcopy(dict(document.raw.values))
    for name in _HISTORY:
        values.pop(name, None)
    if values.get("kernwaarden"):
        values["kernwaarden"] = list(kernwaarden)
    parts = [*bloks(document.raw.body)]
    lost = [blok for blok in parts if eigen.text(blok.tekst)]
    if not _can_miss(document, parts, lost):
        return None
    body, gone = without(parts, lost, keep_headings=_fixed(document))
    if not _clean(values, document, eigen, _Lost(gone, body)):
        return None
    head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n{body}"


def _can_miss(document: Document, parts: list[Blok], lost: list[Blok]) -> bool:
    """Tell whether a page is still worth reading without some blocks."""
    if document.soort == WEGWIJZER:
        return not lost
    if document.soort != DILEMMA:
        return True
    kop, kept = "", dict.fromkeys(_BACKGROUND, False)
    for part in parts:
        kop = part.kop or kop
        if part in lost and kop not in _BACKGROUND:
            return False
        if part not in lost and not part.kop and kop in kept:
            kept[kop] = True
    return all(kept.values())


def _fixed(document: Document) -> tuple[str, ...]:
    """Return the headings that a page must have, whatever stands under them."""
    facets = getattr(document.model, "deelfacetten", ())
    return (*document.soort.koppen, *(facet.titel for facet in facets))


@dataclass(frozen=True)
class _Lost:
    """The text that was left out of a page, and what remains."""

    weg: str
    rest: str

    def only_there(self, word: str) -> bool:
        """Tell whether a search word belongs to what was left out."""
        word = word.casefold()
        return word in self.weg.casefold() and word not in self.rest.casefold()


def _clean(values: dict[str, Any], document: Document, eigen: Eigen, lost: _Lost) -> bool:
    """Take what is local out of a header; tell whether the page can go on."""
    dropped: set[Location] = set()
    for at in (*_relations(document, eigen), *_texts(document, eigen, lost)):
        if document.soort in _LISTS_OF_FACTS and len(at) > 2 and at[-1] in _sentences(document):
            _put(values, at, _TO_FILL_IN)
        elif (item := _item(at)) is None:
            return False
        else:
            dropped.add(item)
    for at in sorted(dropped, key=_order, reverse=True):
        group = _get(values, at[:-1])
        del group[at[-1]]
        if not group and not (len(at) == 2 and _is_required(document, at[0])):
            _close(_get(values, at[:-2]), at[-2])
    return True


def _sentences(document: Document) -> tuple[str, ...]:
    names = ("titel", "wat", "wie", "wanneer", "waarvoor", "doe")
    return names if document.soort == MELDWEGEN else ("zolang",)


def _is_required(document: Document, name: str | int) -> bool:
    return type(document.model).model_fields[str(name)].is_required()


def _close(holder: Any, name: Any) -> None:
    """Take away a list that has become empty; an outcome then says that there is no rule."""
    del holder[name]
    if name == "regels" and "stappen" in holder:
        holder["geen_regel"] = "true"


def _relations(document: Document, eigen: Eigen) -> Iterator[Location]:
    for edge in edges_of(document):
        if edge.naar in eigen.weg and "kernwaarde" not in edge.soorten:
            yield edge.location


def _texts(document: Document, eigen: Eigen, lost: _Lost) -> Iterator[Location]:
    related = {edge.location for edge in edges_of(document)}
    for at, text in document.raw.scalars:
        if at in related or at[0] in _HISTORY:
            continue
        decision = at[-1] in _DECISIONS and len(at) > 2
        loose = at[0] == "zoekwoorden" and lost.only_there(text)
        if decision or loose or eigen.text(text):
            yield at


def _item(at: Location) -> Location | None:
    """Return what to leave out when the value at a place is local; None for the whole page.

    That is a decision, or the innermost item of a list that the value is (a text, an id) or that
    a relation makes meaningless (a citation).  A sentence inside a bigger item is part of a story.
    """
    if at[-1] in _DECISIONS or isinstance(at[-1], int):
        return at
    if len(at) > 2 and isinstance(at[-2], int) and at[-1] in _MEANINGLESS_WITHOUT:
        return at[:-1]
    return None


def _get(values: Any, at: Location) -> Any:
    for part in at:
        values = values[part]
    return values


def _put(values: Any, at: Location, text: str) -> None:
    _get(values, at[:-1])[at[-1]] = text


def _order(at: Location) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (-1, part) for part in at]
