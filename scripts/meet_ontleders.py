"""Meet welke HTML-ontleder leest wat Chromium leest, en hoe snel. Voor de tabel in ARCHITECTUUR.md.

Nodig naast de gewone pakketten: pip install html5lib lxml nh3. Geef de map van een gebouwde site.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import chromium

_DUMP = """(html) => {
  const dump = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1) return null;
    const attributes = [...node.attributes].map((a) => [a.name, a.value]).sort();
    const inner = (node.content instanceof DocumentFragment ? node.content : node).childNodes;
    const children = [];
    for (const child of inner) {
      const made = dump(child);
      if (made === null) continue;
      const last = children.length - 1;
      if (typeof made === "string" && typeof children[last] === "string") children[last] += made;
      else children.push(made);
    }
    return [node.localName, attributes, children];
  };
  return dump(new DOMParser().parseFromString(html, "text/html").documentElement);
}"""

_PIECES = (
    "<p>a<table><p>b",
    "<table><tr><td><svg><desc><td>x",
    "<svg></p><style><a id='</style><img src=x>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='-->'>",
    "<b><i>a</b>c</i>",
    "<form><form>x</form><input>",
    "<select><option><div>x</select>",
    "<svg><title><p>x</svg>",
    "<a href=x>a<a href=y>b",
    "<!--><b>x-->",
    "<!--a--!><b>x",
    "<![CDATA[<b>x]]>",
    "<svg><![CDATA[<b>x]]></svg>",
    "<?php <b> ?>x",
    "</p>",
    "<p/x=y/>",
    "<p a='b'c=d>",
    '<p a="&lt;&#x3c;&notin;&ampx">',
    "&#0;&#x80;&#xd800;&#x110000;",
    "<textarea><b></textarea>x",
    "<title></title><b>",
    "<noscript><b>x</noscript>",
    "<template><tr><td>x</template>",
    "<iframe><b></iframe>x",
    "<plaintext><b>",
    "<xmp><b></xmp>",
    "<script>'<!--<script>'</script>x",
    "<p\x0cid=x>",
    "<p id\n=\nx>",
    "<p =x y>",
    "<p '\"=x>",
    "<p id=a id=b>",
    "<P ID=A>",
    "<br></br>",
    "<image src=x>",
    "<isindex>",
    "<svg><circle r=1 viewbox=1/><foreignobject><p>x",
    "<ul><li>a<li>b<ul><li>c</ul>",
    "<dl><dt>a<dd>b<dt>c",
    "<h1>a<h2>b",
    "<button>a<button>b",
    "<nobr>a<nobr>b",
    "<p><div>x</p>",
    "<body class=a><body id=b>",
    "<html lang=x><head><p>",
    "<frameset><frame>",
    "<caption>x",
    "<col><td>y",
    "<table><caption><table>x",
    "<ruby>a<rt>b<rp>c",
    "<a b/c=d/ e>",
    "<a\x00b>x",
    "x\x00y",
    "<p title='a\rb\r\nc'>",
    "<style><b></style>y",
    "<object><p>a</object>",
    "<marquee>a<p>b</marquee>c",
    "<details><summary>x<p>y",
    "<dialog open>x",
    "<math><annotation-xml encoding='text/html'><p>x",
    "<svg><a xlink:href=x>y",
    "<noembed><b></noembed>",
)


def _cases() -> list[str]:
    pairs = ("".join(pair) for pair in itertools.permutations(_PIECES, 2))
    return [f"<!doctype html><body>{piece}" for piece in (*_PIECES, *pairs)]


def _joined(children: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for child in children:
        if isinstance(child, str) and found and isinstance(found[-1], str):
            found[-1] += child
        elif child != "":
            found.append(child)
    return found


def _lexbor(html: str) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    def dump(node: Any) -> Any:
        if node.is_text_node:
            return node.text_content or ""
        if not node.is_element_node:
            return ""
        inner = node.template_fragments() if node.tag == "template" else None
        children = list((inner[0] if inner else node).iter(include_text=True))
        attributes = sorted([k, v or ""] for k, v in node.attributes.items())
        return [node.tag, attributes, _joined(map(dump, children))]

    return dump(LexborHTMLParser(html).root)


def _html5lib(html: str) -> Any:
    import html5lib

    def name(found: Any) -> str:
        return str(found).rpartition("}")[2]

    def dump(node: Any) -> Any:
        if not isinstance(node.tag, str):
            return ""
        attributes = sorted([k.split("}")[-1], v] for k, v in node.attrib.items())
        parts = [node.text or ""]
        for child in node:
            parts += [dump(child), child.tail or ""]
        return [name(node.tag), attributes, _joined(parts)]

    return dump(html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False))


def _lxml(html: str) -> Any:
    import lxml.html

    def dump(node: Any) -> Any:
        if not isinstance(node.tag, str):
            return ""
        parts = [node.text or ""]
        for child in node:
            parts += [dump(child), child.tail or ""]
        return [node.tag, sorted([k, v] for k, v in node.attrib.items()), _joined(parts)]

    return dump(lxml.html.document_fromstring(html))


def _nh3(html: str) -> Any:
    import nh3

    return nh3.clean(html)


PARSERS: dict[str, Callable[[str], Any]] = {
    "selectolax (lexbor)": _lexbor,
    "html5lib": _html5lib,
    "lxml": _lxml,
    "nh3": _nh3,
}


def _plain(tree: Any) -> str:
    """Print a tree without what parsers call differently: the prefix of an attribute."""
    if isinstance(tree, str):
        return tree
    name, attributes, children = tree
    named = [[key.rpartition(":")[2], value] for key, value in attributes]
    return json.dumps([name, sorted(named), [_plain(child) for child in children]])


def main() -> None:
    """Print agreement and time as a table."""
    cases = _cases()
    pages = [file.read_text("utf-8") for file in sorted(Path(sys.argv[1]).rglob("*.html"))]
    with chromium() as browser:
        tab = browser.new_page()
        truth = [_plain(tab.evaluate(_DUMP, case)) for case in cases]
        real = [_plain(tab.evaluate(_DUMP, page)) for page in pages]
    for name, parse in PARSERS.items():
        spent = _seconds(parse, pages)
        thousand = _seconds(parse, list(itertools.islice(itertools.cycle(pages), 1000)))
        same = {"vreemd": "-", "echt": "-"}
        if name != "nh3":  # it cleans a fragment and gives no tree of a page
            for label, texts, wanted in (("vreemd", cases, truth), ("echt", pages, real)):
                good = sum(_tree(parse, t) == w for t, w in zip(texts, wanted, strict=True))
                same[label] = f"{good} van {len(texts)}"
        print(f"| {name} | {same['vreemd']} | {same['echt']} | {spent:.2f} s | {thousand:.2f} s |")


def _seconds(parse: Callable[[str], Any], pages: list[str]) -> float:
    started = time.process_time()
    for page in pages:
        parse(page)
    return time.process_time() - started


def _tree(parse: Callable[[str], Any], text: str) -> str:
    try:
        return _plain(parse(text))
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    main()
