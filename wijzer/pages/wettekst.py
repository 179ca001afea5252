"""The official words on a page: a quotation that unfolds in place, with its source.

The words stand in plain HTML, so that nothing in them can be read as Markdown.  A page shows the
words of an article once, however often it cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from wijzer.corpus.citations import Vermelding, cited_on, words_at
from wijzer.corpus.register import article_url, citation, plaats_text
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.legal.place import sort_key
from wijzer.model.document import Document
from wijzer.model.pages import Regeling
from wijzer.pages.facts import SOURCE_NAMES
from wijzer.pages.markdown import attribute, day, escape, link, outside, section
from wijzer.recht.passages import AANHEF, BEGRIP, SLOT, Passage, Wettekst

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_NO_WORDS = "De woorden hiervan hebben wij niet op deze site. Lees ze bij de bron:"


def anchor(plaats: Aanhaling) -> str:
    """Return the id of a place, the same on every page: ``ambtenarenwet-2017-artikel-8-lid-1``."""
    parts = (("artikel", plaats.artikel), ("lid", plaats.lid), ("onder", plaats.onderdeel))
    named = "-".join(f"{name}-{number}" for name, number in parts if number)
    return f"{plaats.regeling}-{_NOT_IN_ID.sub('-', named.lower())}"


def place_link(
    document: Document, plaats: Aanhaling, graph: Graph, text: str = "", *, here: bool = False
) -> str:
    """Return a link to the words of a place: on this page, on the rule's page or at the source.

    ``here`` tells that the page cites the place itself, so that it shows the words.
    """
    text = text or plaats_text(plaats)
    rule = graph.documents.get(plaats.regeling)
    if rule is None or not isinstance(rule.model, Regeling):
        return text
    if words_at(rule.tekst, plaats):
        where = anchor(plaats)
        return f"[{escape(text)}](#{where})" if here else link(document, rule, text, where)
    url = article_url(rule.model.bron, plaats)
    return outside(text, url) if url else text


def official_words(document: Document, graph: Graph) -> str:
    """Return the block with the words of every place that a page cites; empty when it cites none.

    The page of a rule has a list of its own.
    """
    groups = [
        (rule, [*places])
        for rule, places in _by_article(cited_on(document), graph)
        if rule is not document
    ]
    told: set[tuple[str, str]] = set()
    folded = [_article(rule, places, told) for rule, places in groups if _has_words(rule, places)]
    bare = [p for rule, places in groups if not _has_words(rule, places) for p in places]
    if not folded:
        return ""
    parts = ["## Zo staat het in de wet", *folded]
    if bare:
        parts.append(f"{_NO_WORDS}\n\n" + "\n".join(f"- {_bare(p, graph)}" for p in bare))
    return section("wetteksten", "\n\n".join(parts))


def _by_article(
    mentions: Iterable[Vermelding], graph: Graph
) -> Iterator[tuple[Document, Iterator[Aanhaling]]]:
    """Yield rules with the places in one article, in the order of title and article."""
    places = {m.plaats for m in mentions if _is_rule(graph.documents.get(m.plaats.regeling))}

    def order(plaats: Aanhaling) -> tuple[object, ...]:
        title = graph.documents[plaats.regeling].titel.casefold()
        return title, *_in_law(plaats)

    for (name, _), group in groupby(sorted(places, key=order), lambda p: (p.regeling, p.artikel)):
        yield graph.documents[name], group


def _is_rule(document: Document | None) -> bool:
    return document is not None and isinstance(document.model, Regeling)


def _in_law(plaats: Aanhaling) -> tuple[object, ...]:
    return sort_key(plaats.artikel), plaats.artikel, sort_key(plaats.lid), plaats.onderdeel


def _has_words(rule: Document, places: list[Aanhaling]) -> bool:
    return any(words_at(rule.tekst, plaats) for plaats in places)


def _bare(plaats: Aanhaling, graph: Graph) -> str:
    rule = graph.documents[plaats.regeling]
    assert isinstance(rule.model, Regeling)
    text, url = citation(rule.model, plaats).lang, article_url(rule.model.bron, plaats)
    meaning = rule.uitleg.get(plaats.sleutel, "")
    return f"{outside(text, url) if url else text}{f': {escape(meaning)}' if meaning else ''}"


def _article(rule: Document, places: list[Aanhaling], told: set[tuple[str, str]]) -> str:
    """Return one article, folded: our sentence, the words that are cited, and the rest."""
    assert isinstance(rule.model, Regeling) and rule.tekst
    whole = Aanhaling(rule.id, places[0].artikel)
    one = places[0] if len(places) == 1 else whole
    name = citation(rule.model, one).lang
    cited = dict.fromkeys(p for plaats in places for p in words_at(rule.tekst, plaats))
    parts = [
        f"<summary>{attribute(name[:1].upper() + name[1:])}</summary>",
        *(_meaning(rule, plaats, alone=len(places) == 1) for plaats in places),
        quotation(rule.tekst, places[0].artikel, cited),
        _rest(rule.tekst, places[0].artikel, cited),
        _terms(rule, cited, told),
        source(rule, whole),
    ]
    return f'<details class="wettekst">{"".join(parts)}</details>'


def _meaning(rule: Document, plaats: Aanhaling, *, alone: bool) -> str:
    """Return our own sentence about a place; its id is where citations lead."""
    meaning = attribute(rule.uitleg.get(plaats.sleutel, ""))
    name = "In gewone taal" if alone and meaning else plaats_text(plaats).capitalize()
    return f'<p id="{anchor(plaats)}"><strong>{name}</strong>{": " if meaning else ""}{meaning}</p>'


def quotation(
    tekst: Wettekst,
    artikel: str,
    shown: Iterable[Passage],
    anchors: Mapping[Passage, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return passages of an article as a quotation; what is left out between them is marked.

    ``anchors`` are the ids that links to a passage lead to.
    """
    wanted = frozenset(shown)
    rows: list[str] = []
    lid, gap = "", False
    for passage in tekst.at(artikel):
        if passage not in wanted:
            gap = bool(rows)
            continue
        rows += ["<p>[…]</p>"] if gap else []
        ids = "".join(f'<span id="{name}"></span>' for name in anchors.get(passage, ()))
        rows.append(_passage(passage, ids, new_lid=passage.lid != lid))
        lid, gap = passage.lid, False
    return f"<blockquote>{''.join(rows)}</blockquote>"


def _passage(passage: Passage, ids: str, *, new_lid: bool) -> str:
    words = attribute(passage.tekst)
    part = passage.onderdeel.partition(" (")[0]  # the second list in a lid: "a (2)"
    if part.startswith(BEGRIP):
        words = f"<strong>{attribute(part.removeprefix(BEGRIP))}</strong>: {words}"
    elif part.startswith("streepje"):
        words = f"– {words}"
    elif part and part.rpartition(".")[2] not in (AANHEF, SLOT):
        words = f"{attribute(part.rpartition('.')[2])}. {words}"
    number = f"{attribute(passage.lid)}. " if passage.lid and new_lid else ""
    inside = ' class="onderdeel"' if part not in ("", AANHEF, SLOT) else ""
    return f"<p{inside}>{ids}{number}{words}</p>"


def _rest(tekst: Wettekst, artikel: str, cited: Iterable[Passage]) -> str:
    rest = [passage for passage in tekst.at(artikel) if passage not in frozenset(cited)]
    if not rest:
        return ""
    summary = f"<summary>Meer uit artikel {attribute(artikel)}</summary>"
    return f"<details>{summary}{quotation(tekst, artikel, rest)}</details>"


def _terms(rule: Document, cited: Iterable[Passage], told: set[tuple[str, str]]) -> str:
    """Return the definitions of words in the cited passages, each once on a page."""
    assert rule.tekst
    words = " ".join(passage.tekst for passage in cited)
    found = [p for p in _definitions(rule.tekst) if p not in cited and _uses(words, p)]
    new = [p for p in found if (rule.id, p.onderdeel) not in told]
    told.update((rule.id, p.onderdeel) for p in new)
    if not new:
        return ""
    names = ", ".join(p.onderdeel.removeprefix(BEGRIP) for p in new)
    summary = f"<summary>Wat de wet hier bedoelt met: {attribute(names)}</summary>"
    quotes = "".join(quotation(rule.tekst, p.artikel, [p]) for p in new)
    return f"<details>{summary}{quotes}</details>"


def _definitions(tekst: Wettekst) -> Iterator[Passage]:
    return (passage for passage in tekst.passages if passage.onderdeel.startswith(BEGRIP))


def _uses(words: str, definition: Passage) -> bool:
    term = re.escape(definition.onderdeel.removeprefix(BEGRIP))
    return bool(re.search(rf"\b{term}(?:s|en|n)?\b", words, re.IGNORECASE))


def source(rule: Document, plaats: Aanhaling) -> str:
    """Return where the words come from: the title, the day of the text and the official source."""
    assert isinstance(rule.model, Regeling) and rule.tekst
    where = f"<cite>{attribute(rule.tekst.titel)}</cite>, {attribute(plaats_text(plaats))}"
    said = f"{where}, tekst van {day(rule.tekst.versie)}."
    if not rule.tekst.volledig:
        said += " Misschien staat hier niet het hele artikel."
    if not (url := article_url(rule.model.bron, plaats)):
        return f"<p>{said}</p>"
    name = f"Lees heel {plaats_text(plaats)} op {SOURCE_NAMES[rule.model.bron.soort]}"
    return f'<p>{said} <a href="{attribute(url)}">{attribute(name)}</a></p>'
