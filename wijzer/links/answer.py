"""Reading a page from outside the way a browser does, for what a reader would see of it."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wijzer.links.nesting import shallow
from wijzer.links.visit import Pagina

_HTML = re.compile(r"(?:text/html|application/xhtml\+xml)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_REFRESH = re.compile(r"\s*(\d+)[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*", re.I | re.S)
_SOON = 15
"""A page that goes on after more seconds than this is read first, or refreshes itself."""
_SHOWS = "img, picture, svg, video, audio, canvas, iframe, frame, object, embed, script"


def read_answer(body: bytes, content_type: str, refresh: str = "", *, heel: bool = True) -> Pagina:
    """Return what a reader sees; ``refresh`` is the header that works like the ``meta`` element.

    Anything but HTML (a PDF, say) has no title and no anchors that we can see.
    """
    onward = _onward(refresh)
    if not is_html(content_type) or not body.strip():
        return Pagina(leeg=not body.strip(), ververst_naar=onward, heel=heel)
    text = _text(body, content_type)
    shown = shallow(text)
    tree = LexborHTMLParser(shown, scripting=True)
    metas = [_attribute(node, "content") for node in tree.css("meta[http-equiv=refresh i]")]
    shows = tree.css_first(_SHOWS) is not None
    tree.strip_tags(["style", "noscript", "template", "script"])
    seen = tree.body.text(strip=True) if tree.body else ""
    names = [_attribute(node, "id") for node in tree.css("[id]")]
    names += [_attribute(node, "name") for node in tree.css("a[name]")]
    return Pagina(
        titel=_first(tree, "title"),
        kop=_first(tree, "h1"),
        ankers=frozenset(names),
        ververst_naar=onward or next((to for meta in metas if (to := _onward(meta))), ""),
        vraagt_wachtwoord=tree.css_first("input[type=password i]") is not None,
        leeg=not seen and not shows and shown == text,
        heel=heel and shown == text,
    )


def is_html(content_type: str) -> bool:
    """Tell whether this is a page; without a type, a browser looks and mostly finds one."""
    return not content_type or bool(_HTML.match(content_type))


def clean(text: str, most: int = 200) -> str:
    """Return text from elsewhere as one short line in which every character can be seen.

    It goes into a file, a terminal and an issue: no direction marks, no backticks.
    """
    line = " ".join(text.replace("`", "'").split())
    bare = "".join(char for char in line if char.isprintable())
    return bare if len(bare) <= most else f"{bare[:most]}…"


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _first(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(name)
    return clean(node.text()) if node else ""


def _onward(content: str) -> str:
    found = _REFRESH.fullmatch(content)
    return found[2] if found and int(found[1][:6]) <= _SOON else ""


def _text(body: bytes, content_type: str) -> str:
    """Decode by byte order mark, header, ``meta`` or else as a browser guesses (WHATWG)."""
    if body.startswith(codecs.BOM_UTF8):
        return body.decode("utf-8-sig", "replace")
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    start = body[:1024].decode("ascii", "replace")
    found = _CHARSET.search(content_type) or _CHARSET.search(start)
    for name in (found[1] if found else "", "utf-8"):
        try:
            return body.decode("cp1252" if name.lower() == "iso-8859-1" else name)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("utf-8" if found else "cp1252", "replace")
