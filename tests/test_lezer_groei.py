"""Four times as much text takes about four times as long to read, whatever stands in it.

The only tests that compare times: of the processor, with a wide margin, and measured again when
one seems too slow.  A reader that takes quadratic time would need sixteen times as long.
"""

from __future__ import annotations

import time

import pytest

from tests.boom import pagina
from wijzer.load.markdown.body import Body
from wijzer.load.markdown.reading import read
from wijzer.load.sentences import sentences

FACTOR = 12
FLOOR = 0.01
"""Seconds below which a difference says nothing."""


def repeated(*pieces):
    return {repr(piece): (lambda size, p=piece: p * (size // len(p) + 1)) for piece in pieces}


SHAPES = {
    **repeated("[", "](", "[a](", "[a](\n", "[]", "[a](b) ", "![", "![a](b) ", "[^1]", "[^1]: a\n"),
    **repeated("`", "`a``b```c", "```\n", "```a\n", "```a\n\n", "~~~", "~~~\n", "    a\n", "    a\n\n"),
    **repeated("<!--", "<a ", "<a", "</", "<", '<a title="', "<div>", "<div markdown>\n\n", "<![CDATA[", "<?"),
    **repeated("<http://", "<a@", "http://", "https://a.nl ", "&", "&a", "&amp;", "&#", "\\", "\\*", "\\`"),
    **repeated("*", "_", "*a ", "*a b* ", "**a *b ", "_a ", "a*b_c", "***a** ", "* ", "- ", "1. "),
    **repeated(">", "> ", "> a\n", "> - a\n", "- a\n", "- a\n\n", "1. a\n", "a\n: b\n", "a\n\n:   b\n\n", ": "),
    **repeated("#", "## a\n", "## a\n\n", "## a {: #b }\n\n", "a\n--\n", "a\n==\n\n", "---\n\n", "[TOC]\n\n"),
    **repeated("|", "|a|b|\n|-|-|\n", "{{", "{{ a }} ", "{%", "{:", '{: a=" ', "{#", "a {: #b }\n\n", "{", "}"),
    **repeated("*[A]: b\n", "*[A]: b\n\n", "[a]: b\n", "!!! a\n", "!!! a\n\n    b\n\n", "a", " ", "\t", "\n", "a  \n"),
    "hashes after spaces": lambda size: "## a" + " " * size + "b #c",
    "anchors": lambda size: "## a" + "{#a" * (size // 3),
    "deeper and deeper": lambda size: "\n".join(">" * n for n in range(int((2 * size) ** 0.5))),
    "lists in lists": lambda size: "\n".join("    " * n + "- a" for n in range(int((size / 2) ** 0.5))),
    "uses of a label": lambda size: "[a]: b\n\n" + "[x][a] [a]\n\n" * (size // 12),
    "labels": lambda size: "\n\n".join(f"[a{n}]: b" for n in range(size // 12)),
    "notes": lambda size: "\n\n".join(f"a[^{n}]\n\n[^{n}]: b" for n in range(size // 24)),
    "brackets in brackets": lambda size: "[" * (size // 5) + "](b)" * (size // 5),
    "quotes in an address": lambda size: '[a](b "' + '"' * size,
    "table": lambda size: "|a|b|\n|-|-|\n" + "|c|d|\n" * (size // 6),
    "row of a table": lambda size: "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|",
}  # fmt: skip


def spread(text):
    """The same in pieces that a page may hold."""
    return "\n\n".join(text[n : n + 200] for n in range(0, len(text), 200))


def cost(text):
    begin = time.process_time()
    read.cache_clear()
    body = Body(text, 1)
    if not body.problems:
        assert len(body.prose) == text.count("\n") + 1
        list(sentences(body))
        _ = body.links, body.headings, body.tags, body.sections, body.anchors
    return max(time.process_time() - begin, FLOOR)


def grows_evenly(small, large):
    """Tell whether four times the text costs no more than FACTOR times as much; try thrice."""
    return any(cost(large) <= FACTOR * cost(small) for _ in range(3))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_all_at_once(shape):
    assert grows_evenly(shape(32_000), shape(128_000))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_in_pieces_that_are_read(shape):
    text = spread(shape(16_000)[:16_000])
    assert grows_evenly(text[: len(text) // 4], text)


@pytest.mark.parametrize(
    "text", ["*a " * 1_300, ">" * 900, "* " * 1_000, "a\n: b\n" * 1_500], ids=range(4)
)
def test_what_would_bring_the_renderer_down_is_refused(boom, text):
    assert boom({"docs/vragen.md": pagina(f"{text}\n")}).check().errors
