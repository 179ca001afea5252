"""Reading HTML once, with the parser that reads what a browser reads: links, ids, what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from wijzer.base.unseen import unseen
from wijzer.gate import allowed
from wijzer.gate.head import Head
from wijzer.gate.judge import OPAQUE, Element, Values, Wrong, judge
from wijzer.gate.refs import Ref, anchor_of, css_refs, refs_of
from wijzer.gate.says import wrong_text

_START = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)|<([!?])")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SELF_CLOSING = frozenset({"path", "rect", "line", "circle"})
_IMPLIED = frozenset({"html", "head", "body", "tbody", "p"})
"""What a parser adds by itself; of a paragraph that ends early it makes one that is empty."""
_OPENS = re.compile("mailto:|tel:|https?:", re.IGNORECASE)
_BUTTON = "md-content__button"
_ODD = "Kijk of elk HTML-element dat begint ook eindigt, en schrijf een los `<` als `&lt;`."


@dataclass
class Page:
    """All that the checks need to know of one page."""

    refs: list[Ref] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    """How often each id (or old-style anchor name) stands there."""
    base: str = ""
    """The ``href`` of a ``base`` element."""
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def refresh(self) -> Ref | None:
        """Where the page sends the reader on, when it is a redirect."""
        return next((ref for ref in self.refs if ref.attribuut == "http-equiv=refresh"), None)

    @property
    def canonical(self) -> str:
        """The address that the page calls its own."""
        return next((ref.adres for ref in self.refs if ref.rel == "canonical"), "")


def read_page(html: str, name: str = "index.html") -> Page:
    """Read a page of the site; ``name`` is where it stands, such as ``melden/index.html``."""
    parser = LexborHTMLParser(html, scripting=True)
    moved = parser.css_first("meta[http-equiv=refresh i]") is not None
    reader = _Reader(name)
    reader.read(parser.root, allowed.REDIRECT if moved else allowed.THEME)
    reader.balance(html)
    reader.page.wrong += reader.head.finish(moved=moved)
    for sign in unseen(unescape(html)):
        reader.page.wrong.append(Wrong("", sign.text, sign.tip))
    return reader.page


def judge_piece(html: str, shapes: allowed.Shapes = allowed.CONTENT) -> list[Wrong]:
    """Return what is wrong in a piece of HTML that the renderer made of an editor's text.

    With the shapes ``MADE`` the text holds what macros make as well.
    """
    reader = _Reader("", by_editor=shapes is allowed.CONTENT)
    body = LexborHTMLParser(f"<!doctype html><body>{html}", scripting=True).body
    assert body is not None
    reader.read(body.first_child, shapes)
    reader.balance(f"<!doctype html>{html}")
    known = {wrong.text for wrong in reader.page.wrong}
    for sign in unseen(unescape(OPAQUE.sub("", html))):  # as of the finished page
        if sign.text not in known:
            reader.page.wrong.append(Wrong("", sign.text, sign.tip))
    return reader.page.wrong


@dataclass(frozen=True)
class _Known:
    """What follows from an element alone; the same elements come back on every page."""

    wrong: tuple[Wrong, ...]
    inside: allowed.Shapes
    anchor: str
    refs: tuple[Ref, ...]


@lru_cache(maxsize=50_000)
def _known(
    tag: str, values: Values, shapes: allowed.Shapes, by_editor: bool, rooted: bool
) -> _Known:
    named = dict(values)
    inside = _inside(tag, named, shapes)
    own = inside if tag == "article" and inside is allowed.MADE else shapes
    wrong = judge(Element(tag, values, own, by_editor, rooted))
    return _Known(wrong, inside, anchor_of(tag, named), tuple(refs_of(tag, named)))


class _Reader:
    def __init__(self, name: str, *, by_editor: bool = False) -> None:
        self.page = Page()
        self.head = Head(name)
        self._tags: Counter[str] = Counter()
        self._refs: Counter[tuple[str, str, str]] = Counter()
        self._rooted = name == "404.html"
        self._by_editor = by_editor

    def read(self, node: Any, shapes: allowed.Shapes) -> None:
        """Read an element, its neighbours and all inside them, however deep."""
        todo = [(node, shapes)]
        while todo:
            node, shapes = todo.pop()
            if node is None:
                continue
            todo.append((node.next, shapes))
            if node.is_element_node:
                todo.append((node.first_child, self._element(node, shapes)))

    def _element(self, node: Any, shapes: allowed.Shapes) -> allowed.Shapes:
        """Read one element; return what may stand inside it."""
        tag, values = node.tag, node.attributes
        self._tags[tag.lower()] += 1
        if tag == "style":
            self.page.refs += css_refs(node.text(deep=True) or "")
        if self.head.element(tag, values, shapes, node):
            self._note(tag, values, anchor_of(tag, values), refs_of(tag, values))
            return shapes
        if tag == "a" and _way_back(node):
            values = {name: value for name, value in values.items() if name != "class"}
        elif tag == "a" and (href := values.get("href") or ""):
            self._said(node, href)
        known = _known(tag, tuple(values.items()), shapes, self._by_editor, self._rooted)
        self.page.wrong += known.wrong
        self._note(tag, values, known.anchor, known.refs)
        return known.inside

    def _note(
        self, tag: str, values: Mapping[str, str | None], anchor: str, refs: Iterable[Ref]
    ) -> None:
        if anchor:
            self.page.ids[anchor] += 1
        if tag == "base":
            self.page.base = values.get("href") or ""
        for ref in refs:
            key = (ref.tag, ref.attribuut, ref.adres)
            self.page.refs.append(replace(ref, nth=self._refs[key]) if self._refs[key] else ref)
            self._refs[key] += 1

    def _said(self, node: Any, href: str) -> None:
        """Compare the text of a link with where it leads; on the site only what leaves a page."""
        if self._by_editor or _OPENS.match(href):
            self.page.wrong += wrong_text(node.text(deep=True) or "", href)

    def balance(self, html: str) -> None:
        """Compare what is written with what the parser made of it.

        Where a parser drops, adds or moves elements, another one may do otherwise.
        """
        begun: Counter[str] = Counter()
        ended: Counter[str] = Counter()
        orders = 0
        for slash, name, mark in _START.findall(_COMMENT.sub("", html)):
            if mark:
                orders += 1
            else:
                (ended if slash else begun)[name.lower()] += 1
        closed = begun - Counter({n: begun[n] for n in (_VOID | _SELF_CLOSING)})
        if orders > 1:
            text = "een opmerking of opdracht in HTML die niet mag"
            self.page.wrong.append(Wrong("<!", text, _ODD, "<!"))
        for name in dict.fromkeys((*begun, *ended, *self._tags)):
            made, implied = self._tags[name], name in _IMPLIED
            unlike = made < begun[name] or (made > begun[name] and not implied)
            if unlike or (ended[name] != closed[name] and name != "p"):
                text = f"het HTML-element `<{name}>` begint of eindigt niet goed"
                self.page.wrong.append(Wrong(f"<{name}>", text, _ODD, f"<{name}"))


def _way_back(node: Any) -> bool:
    """Tell whether a link is the renderer's own way back from a note, and no text that it hides."""
    values = node.attributes
    return (
        values.get("class") == allowed.WAY_BACK
        and (values.get("href") or "").startswith("#fnref")
        and node.text(deep=True) == allowed.WAY_BACK_TEXT
    )


def _inside(tag: str, values: Mapping[str, str | None], shapes: allowed.Shapes) -> allowed.Shapes:
    """Return what may stand inside an element."""
    if shapes is allowed.THEME and tag == "article":
        return allowed.MADE
    if shapes is allowed.MADE and tag == "a" and _BUTTON in (values.get("class") or ""):
        return allowed.THEME  # the theme's own button, to edit the page
    if shapes is allowed.MADE and tag == "svg":
        return allowed.SVG
    return shapes
