"""Which page cites which place of a rule: in its text, its front matter or the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wijzer.corpus.calls import Call, read_calls
from wijzer.corpus.relations import Aanhaling, Graph, edges_of
from wijzer.legal.place import is_article_number, is_part_number
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.recht.passages import AANHEF, SLOT, Passage, Wettekst

MACRO = "artikel"
"""The macro that cites a place in a text."""
_ARGUMENTS = ("regeling", "nummer", "lid", "onderdeel")


@dataclass(frozen=True)
class Vermelding:
    """One page that cites one place."""

    document: Document
    plaats: Aanhaling
    regel: int = field(default=1, compare=False)
    """The line of the page's file where it does so first."""

    def leans_on(self, artikel: str, lid: str, onderdeel: str) -> bool:
        """Tell whether the page leans on this passage.

        The words above and below a list belong to each of its parts, and whoever cites a lid leans
        on all of it.
        """
        return _leans(self.plaats, artikel, lid, onderdeel)


def _leans(cited: Aanhaling, artikel: str, lid: str, onderdeel: str) -> bool:
    if cited.artikel != artikel or (cited.lid and cited.lid != lid):
        return False
    around = onderdeel in ("", AANHEF, SLOT)
    inside = onderdeel == cited.onderdeel or onderdeel.startswith(f"{cited.onderdeel}.")
    return not cited.onderdeel or around or inside


def words_at(tekst: Wettekst | None, plaats: Aanhaling) -> tuple[Passage, ...]:
    """Return the passages that a citation leans on, in the order of the text.

    Of a part of a list also the words above and below that list: they hold the condition.
    """
    if tekst is None or not (own := tekst.at(plaats.artikel, plaats.lid, plaats.onderdeel)):
        return ()
    leden = {passage.lid for passage in own}
    passages = tekst.at(plaats.artikel, plaats.lid)
    return tuple(p for p in passages if p.lid in leden and _leans(plaats, *p.sleutel))


def citations(graph: Graph) -> dict[str, tuple[Vermelding, ...]]:
    """Return, by the id of a rule, every page that cites a place of it, in order of source."""
    found: dict[str, list[Vermelding]] = {}
    for document in sorted(graph.documents.values(), key=lambda d: d.path):
        for one in cited_on(document):
            found.setdefault(one.plaats.regeling, []).append(one)
    return {regeling: tuple(mentions) for regeling, mentions in found.items()}


def cited_on(document: Document) -> tuple[Vermelding, ...]:
    """Return every place that a page cites, each once: from the front matter, then the text."""
    found: dict[Aanhaling, Vermelding] = {}
    for plaats, line in _places(document):
        found.setdefault(plaats, Vermelding(document, plaats, line))
    return tuple(found.values())


def _places(document: Document) -> Iterator[tuple[Aanhaling, int]]:
    for edge in edges_of(document):
        if edge.plaats:
            yield edge.plaats, document.raw.line_of(edge.location)
    if isinstance(document.model, Regeling):
        for index, row in enumerate(document.model.artikelen):
            place = Aanhaling(document.id, row.nummer, row.lid or "", row.onderdeel or "")
            yield place, document.raw.line_of(("artikelen", index))
    yield from _in_text(document)


def _in_text(document: Document) -> Iterator[tuple[Aanhaling, int]]:
    """Yield the calls of the macro ``artikel``; a wrong one is reported where it is expanded."""
    for part in read_calls(document.raw.body):
        if isinstance(part, Call) and part.name == MACRO and (place := _place(part)):
            yield place, document.raw.body_line + part.line - 1


def _place(call: Call) -> Aanhaling | None:
    """Return the place that a call names, or None when it cannot be one."""
    given = dict(zip(_ARGUMENTS, call.arguments, strict=False))
    given.update(call.options)
    regeling, artikel, *parts = (str(given.get(key, "")) for key in _ARGUMENTS)
    if not is_article_number(artikel) or not all(map(is_part_number, filter(None, parts))):
        return None
    return Aanhaling(regeling, artikel, *parts)
