"""The check of raw HTML: nothing that runs code or breaks the look of a page."""

from __future__ import annotations

import html.parser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.boom import pagina
from wijzer.load.document import read_document
from wijzer.load.html_text import tags
from wijzer.model.kinds import PAGINA
from wijzer.model.validate import to_document
from wijzer.rules import markup

TIP = "Schrijf het in gewone Markdown, of vraag de beheerder om een macro."
SCHEMA = "Gebruik alleen https:, mailto: of tel:."
AF = "Bedoel je het teken zelf? Schrijf dan `&lt;`. Anders: maak de HTML af."

WRONG = {
    "script": ("<script>alert(1)</script>", ["HTML-element `<script>` mag niet in een pagina"], TIP),
    "capitals": ("<SCRIPT>alert(1)</SCRIPT>", ["HTML-element `<script>` mag niet in een pagina"], TIP),
    "iframe": ('<iframe src="https://a.nl">', ["HTML-element `<iframe>` mag niet in een pagina"], TIP),
    "style": ("<style>p{}</style>", ["HTML-element `<style>` mag niet in een pagina"], TIP),
    "form": ("<form>", ["HTML-element `<form>` mag niet in een pagina"], TIP),
    "image": ("<img src=x onerror=alert(1)>", ["HTML-element `<img>` mag niet in een pagina"], TIP),
    "closing tag": ("</article>", ["HTML-element `<article>` mag niet in een pagina"], TIP),
    "handler": ('<b onclick="x()">a</b>', ["HTML-kenmerk `onclick` mag niet in een pagina"], TIP),
    "style attribute": (
        '<b style="color:red">a</b>',
        ["HTML-kenmerk `style` mag niet in een pagina"],
        TIP,
    ),
    "handler in Markdown": ("*Tekst*{: onclick=x }", ["HTML-kenmerk `onclick` mag niet in een pagina"], TIP),
    "style in Markdown": ("*Tekst*{style=x}", ["HTML-kenmerk `style` mag niet in een pagina"], TIP),
    "javascript": ("[a](javascript:x)", ["dit soort link mag niet: `javascript:x`"], SCHEMA),
    "javascript in a tag": (
        '<a href="javascript:x">a</a>',
        ["dit soort link mag niet: `javascript:x`"],
        SCHEMA,
    ),
    "data": ("[a](data:text/html,x)", ["dit soort link mag niet: `data:text/html,x`"], SCHEMA),
    "coded": ("[a](java&#115;cript:x)", ["dit soort link mag niet: `java&#115;cript:x`"], SCHEMA),
    "on the next line": ("[a]:\n javascript:x", ["dit soort link mag niet: `javascript:x`"], SCHEMA),
    "broken over lines": ("[a](java\nscript:x)", ["dit soort link mag niet: `javascript:x`"], SCHEMA),
    "not finished": ("<b", ["dit lijkt op HTML die niet af is: `<b`"], AF),
    "quote open": ('<b title="x>a</b>', ['dit lijkt op HTML die niet af is: `<b title="x>a</b>`'], AF),
    "tag in an attribute": (
        '<b title="<b onclick=x">',
        ['dit lijkt op HTML die niet af is: `<b title="<b onclick`', "dit lijkt op HTML die niet af is: `<b onclick=x\">`"],
        AF,
    ),
    "comment open": ("<!-- later", ["dit lijkt op HTML die niet af is: `<!--`"], AF),
    "in a comment": ("<!-- <script> -->", ["HTML-element `<script>` mag niet in een pagina"], TIP),
    "in indented fences": (
        "   ```\n<script>\n   ```",
        ["HTML-element `<script>` mag niet in een pagina"],
        TIP,
    ),
    "in an open fence": ("```\n<script>", ["HTML-element `<script>` mag niet in een pagina"], TIP),
    "marked section": ("<![foo[ <script>", ["HTML-element `<script>` mag niet in een pagina"], TIP),
}  # fmt: skip
RIGHT = {
    "small markup": "Een <abbr title='x'>afk.</abbr><br/> en <kbd>Ctrl</kbd>.",
    "details": '<details markdown="1">\n<summary>Meer</summary>\n\nTekst.\n\n</details>',
    "class": '<div class="let-op" markdown>\n\nTekst.\n\n</div>',
    "link": '<a href="https://www.haarlem.nl">Haarlem</a>',
    "addresses": "<https://www.haarlem.nl> <mailto:a@b.nl> <naam@example.nl>",
    "comparison": "3 < 4 en a <3 en 5 > 2.",
    "inline code": "Schrijf `<script>` niet, en ook niet `vector<int>`.",
    "braces": "Tekst {: onclick=x } is gewone tekst.",
    "fenced": "```\n<script>\n```",
    "comment": "<!-- hier komt nog iets -->",
    "javascript as a word": "Zonder JavaScript: alles staat er ook.",
    "data as a word": "De data: 1 mei en 2 mei.",
}


def found(body):
    reading = read_document("docs/x.md", pagina(body).encode())
    document, _ = to_document(reading.document, PAGINA)
    return [*markup.check(document)]


@pytest.mark.parametrize(("body", "texts", "tip"), WRONG.values(), ids=WRONG.keys())
def test_refused(boom, body, texts, tip):
    lines = boom({"docs/vragen.md": pagina(f"Tekst.\n\n{body}\n")}).meldingen().split("\n")
    shown = sorted({line.split(": ", 1)[1] for line in lines if line[0] != " "})
    assert (shown, {line.strip() for line in lines if line[0] == " "}) == (sorted(texts), {tip})


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT.keys())
def test_accepted(boom, body):
    assert boom({"docs/vragen.md": pagina(f"Tekst.\n\n{body}\n")}).meldingen() == ""


def test_lines_of_tags():
    assert [(t.line, t.name) for t in tags("a\n<b>\n\n<i\nclass=x>", 10)] == [(11, "b"), (13, "i")]


class Danger(html.parser.HTMLParser):
    """Finds what a browser would run in a rendered page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        bad = [n for n, v in attrs if n.startswith("on") or n == "style" or _runs(n, v or "")]
        if tag in ("script", "iframe", "style", "object", "embed", "form", "base", "meta"):
            bad.append(tag)
        self.found += bad


def _runs(name, value):
    cleaned = "".join(c for c in value if c > " ").lower()
    return name in ("href", "src", "action") and cleaned.startswith(("javascript:", "vbscript:"))


EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
] + ["fenced_code"]  # those of mkdocs.yml, and what MkDocs adds by itself
PIECES = (
    ["<script>", "</script>", "<b ", ">", "<", "onclick=x", "style=x", '"', "'", "`", "```", "~~~"]
    + ["\n", "\n\n", "    ", "   ", "> ", "- ", "[a](", ")", "[a]: ", "javascript:x", "java", "script:"]
    + ["<!--", "-->", "<![CDATA[", "]]>", "<?", "{", "}", "{: ", "\\", "&lt;", "&#106;", "a", "<div markdown>"]
    + ["</div>", "<a href=", "<p title=", "<img ", "src=x ", "<br/", "/", "[", "]", "!", "[^1]", "[^1]: "]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_passes_is_harmless_once_rendered(body):
    """The renderer is the judge: what the check lets through must not run in a browser."""
    if found(body):
        return
    page = Danger()
    page.feed(markdown.markdown(body, extensions=EXTENSIONS))
    page.close()
    assert page.found == []
