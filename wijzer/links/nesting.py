"""How deep a page nests, before a parser reads it.

The HTML standard makes a parser look through all open elements again and again, so that a page of
a million ``<div>`` takes hours.  Browsers stop at 512 levels (Chromium); no real page gets there.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

DEEPEST = 500
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_SCOPES = frozenset({"applet", "marquee", "object", "table", "template"})
"""An end tag in one of these never ends an element around it
(https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope)."""
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # have no content
    "dd dt li optgroup option p rp rt tbody td tfoot th thead tr".split()  # end by themselves
)


def shallow(html: str) -> str:
    """Return the page up to where it nests too deep: all of it, for any real page."""
    scopes = [_Scope("")]
    depth = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if name in _NEVER_DEEP:
            continue
        depth += -_closed(scopes, name) if found[1] else _opened(scopes, name)
        if depth > DEEPEST:
            return html[: found.start()]
    return html


@dataclass
class _Scope:
    name: str
    open: Counter[str] = field(default_factory=Counter)


def _opened(scopes: list[_Scope], name: str) -> int:
    """Note an element that begins; return how much deeper that is."""
    if name in _SCOPES:
        scopes.append(_Scope(name))
    else:
        scopes[-1].open[name] += 1
    return 1


def _closed(scopes: list[_Scope], name: str) -> int:
    """Note an end tag; return how many levels it ends."""
    if name not in _SCOPES:
        ends = 1 if scopes[-1].open[name] else 0
        scopes[-1].open[name] -= ends
        return ends
    ends = 0
    if any(scope.name == name for scope in scopes):
        while (scope := scopes.pop()).name != name:
            ends += scope.open.total() + 1
        ends += scope.open.total() + 1
    return ends
