"""What may stand in a page: a list of what is permitted, and all else is refused.

``CONTENT`` is for what editors write; the check, the build and the cards share it.  ``MADE`` is
what our own macros and templates add to that in the text of a page.  ``THEME`` and ``HEAD`` are
what the theme puts around it, as it is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Attributes = frozenset[str]


@dataclass(frozen=True, eq=False)
class Shapes:
    """Which elements may stand somewhere, each with the attributes that it may have."""

    attributes: Mapping[str, Attributes]


ID = re.compile(r"(?!__)[a-z0-9_][a-z0-9_.-]*|fn(?:ref\d*)?:(?!__)[\w.-]+")
"""An anchor; scripts use names with a capital or with two underscores, so none can be hidden."""
CONTENT_CLASSES = frozenset(
    "abstract admonition admonition-title bug danger example failure footnote "
    "footnote-ref important info let-op meldkaart meldkaarten note question quote success "
    "tijdlijn tip toc toctitle warning".split()
)
WAY_BACK = "footnote-backref"
"""The renderer's link from a note to its place in the text; the theme shows it on hover only."""
WAY_BACK_TEXT = "\u21a9"
LANGUAGE_CLASS = re.compile(r"language-[\w+#.-]+")
"""What ``fenced_code`` makes of the name behind three backticks."""

_EVERYWHERE = "class id lang title"
_TYPING = "autocomplete autocapitalize autocorrect spellcheck"


def _shapes(text: str, everywhere: str = "") -> dict[str, Attributes]:
    rows = (line.replace("@typing", _TYPING).split() for line in text.strip().splitlines())
    return {name: frozenset([*more, *everywhere.split()]) for name, *more in rows}


CONTENT = Shapes(
    _shapes(
        """
    a href
    abbr
    b
    blockquote
    br
    cite
    code
    dd
    del
    details open
    div
    dl
    dt
    em
    h1
    h2
    h3
    h4
    h5
    h6
    hr
    i
    img src alt
    ins
    kbd
    li
    mark
    ol start
    p
    pre
    q
    s
    small
    span
    strong
    sub
    summary
    sup
    table
    tbody
    td style colspan rowspan
    th style colspan rowspan scope
    thead
    tr
    u
    ul
    wbr
    """,
        _EVERYWHERE,
    )
)
CONTENT_TAGS = frozenset(CONTENT.attributes)
BY_HAND = CONTENT_TAGS - frozenset("blockquote h1 h2 h3 h4 h5 h6 hr img pre".split())
"""Elements that an editor may write as HTML; for the others Markdown has signs."""

_OWN = (
    "aria-current aria-label aria-labelledby aria-level data-search-exclude hidden markdown role "
    "tabindex"
)
_DATA = (
    "data-beoordelen-voor data-deel data-f0 data-f1 data-f2 data-f3 data-f4 data-f5 data-filter "
    "data-keer-f1 data-knoop data-kop data-letters data-nog data-nummer data-stap data-stappenplan "
    "data-thema data-titel data-tot data-vanaf"
)
_MADE = _shapes(
    """
    a rel
    article
    nav
    section
    svg viewBox preserveAspectRatio width height xmlns
    """,
    f"{_EVERYWHERE} {_OWN} {_DATA}",
)
_MORE = frozenset(f"{_OWN} {_DATA}".split())
MADE = Shapes(
    {
        name: CONTENT.attributes.get(name, frozenset()) | _MADE.get(name, _MORE)
        for name in (*CONTENT.attributes, *_MADE)
    }
)
SVG = Shapes(
    _shapes(
        """
    circle cx cy r
    desc
    g transform
    line x1 y1 x2 y2
    path d data-lijn
    rect x y width height rx ry
    text x y text-anchor
    title
    """,
        "class id",
    )
)
"""What may stand inside a drawing on a page."""

THEME = Shapes(
    _shapes(
        """
    a href title rel tabindex aria-current data-clipboard data-clipboard-text
    aside
    body dir data-md-color-scheme data-md-color-primary data-md-color-accent
    button type title tabindex hidden aria-expanded aria-controls
    div id tabindex hidden data-md-type data-md-scrollfix
    footer
    form name
    h2 id
    head
    header
    html lang
    input type id name placeholder required data-md-toggle @typing
    label for
    li
    main
    nav id
    ol
    p
    path d
    script src defer id type
    section id aria-labelledby
    span
    svg xmlns viewBox
    ul data-md-scrollfix
    """,
        "class role aria-label aria-hidden data-md-component data-search-exclude",
    )
)
"""Around the text of a page.  The names in it (``__search`` and such) are the theme's own."""
THEME_NAMES = frozenset({"search", "query"})
THEME_IDS = re.compile(r"__(?:drawer|search|config|source|menu|zoeken|(?:hulp|verlaat)(?:_kop)?)")

REDIRECT = Shapes(
    _shapes(
        """
    a href
    body
    h1
    head
    html lang
    main
    meta charset name content http-equiv
    p
    title
    """
    )
)
"""A page that leads on from an old address."""
META_NAMES = frozenset({"viewport", "description", "generator", "robots", "referrer"})
META_ORDERS = frozenset({"content-security-policy", "refresh"})
RELATIONS = frozenset({"canonical", "icon", "stylesheet", "prev", "next", "alternate"})
FEED = {"rel": "alternate", "type": "application/atom+xml", "title": "Wat is er veranderd"}
"""A link in the head to the one feed of the site, :data:`FEED_FILE`."""
FEED_FILE = "veranderd.xml"

OWN_SCRIPT = re.compile(r"assets/js/[a-z0-9.-]+\.js|assets/javascripts/[\w.-]+\.min\.js")
OWN_STYLE = re.compile(r"assets/[a-z0-9.-]+\.css|assets/stylesheets/[\w.-]+\.min\.css")

STYLE = re.compile(r"text-align: (?:left|right|center);")
NUMBER = re.compile(r"\d{1,4}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
SCOPE = re.compile(r"col|row|colgroup|rowgroup")
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
