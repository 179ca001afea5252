"""A page from outside that nests without end is read as far as a browser would."""

from __future__ import annotations

import pytest

from wijzer.links.answer import read_answer
from wijzer.links.nesting import DEEPEST, shallow

MANY = 100_000
DEEP = {
    "elements": "<div>" * MANY,
    "elements with attributes": "<b id=a class='b'>" * MANY,
    "end tags of others": "<div></span>" * MANY,
    "end tags in a table": "<div><table></div></table>" * MANY,
    "end tags in an object": "<div><object></div></object>" * MANY,
    "tables": "<table><tr><td>" * MANY,
    "in capitals": "<DIV\n>" * MANY,
}
FLAT = {
    "balanced": "<div><b>x</b></div>" * MANY,
    "paragraphs that end by themselves": "<p>x<br>" * MANY,
    "a list": "<ul>" + "<li>x" * MANY + "</ul>",
    "a table": "<table>" + "<tr><td>x<td>y" * MANY + "</table>",
    "tables after each other": "<table><tr><td><div>x</table>" * MANY,
    "as deep as may be": "<div>" * DEEPEST + "</div>" * DEEPEST,
    "no tags": "< 1 << 2 <3 " * MANY,
}


@pytest.mark.parametrize("body", DEEP.values(), ids=DEEP.keys())
def test_too_deep_is_cut_off(body: str) -> None:
    html = f"<title>Wet</title>{body}<p id=daar>"
    assert len(shallow(html)) < 40 * DEEPEST
    pagina = read_answer(html.encode(), "text/html")
    assert (pagina.titel, pagina.leeg, pagina.heel) == ("Wet", False, False)


@pytest.mark.parametrize("body", FLAT.values(), ids=FLAT.keys())
def test_a_long_page_is_read_to_its_end(body: str) -> None:
    html = f"<title>Wet</title>{body}<p id=daar>"
    assert shallow(html) == html
    assert "daar" in (read_answer(html.encode(), "text/html").ankers or ())
