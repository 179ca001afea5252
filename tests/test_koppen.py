"""Headings: long words break between syllables, where a reader sees it and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser import OpenPage
from wijzer.app.syllables import SOFT_HYPHEN, with_soft_hyphens

PAGES = ("rollen/vertrouwenspersonen/", "matrix/", "regelgeving/basisnormen/relatiegeschenken/")

# Every place where a heading goes on in the middle of a word, with the sign before it.
BROKEN = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, th)")].flatMap((heading) => {
  const head = heading.closest("thead"); // on a phone only for who listens
  if (head && getComputedStyle(head).clipPath !== "none") return [];
  const found = [], walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data, range = document.createRange();
    const top = (at) => {
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      return [...range.getClientRects()].at(-1)?.top; // the first may be the end of the line before
    };
    let before = "", line;
    for (let at = 0; at < text.length; at++) {
      const here = /[\\s\\u00ad]/.test(text[at]) ? undefined : top(at);
      if (line !== undefined && here > line + 3 && !/[\\s/-]/.test(before)) found.push([text, before]);
      line = here ?? line;
      before = text[at];
    }
  }
  return found;
})"""


def broken(html: str, language: str = "nl") -> str:
    """Return HTML with a ``|`` for every soft hyphen."""
    return with_soft_hyphens(html, language).replace(SOFT_HYPHEN, "|")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Vertrouwenspersoon</h1>", "<h1>Ver|trou|wens|per|soon</h1>"),
        ("<th scope='col'>Zorgvuldigheid</th>", "<th scope='col'>Zorg|vul|dig|heid</th>"),
        ("<h2 id='a'>De <a href='b'>gemeentesecretaris</a></h2>",
         "<h2 id='a'>De <a href='b'>gemeen|te|se|cre|ta|ris</a></h2>"),
        ("<h3>GEMEENTESECRETARIS</h3>", "<h3>GEMEEN|TE|SE|CRE|TA|RIS</h3>"),
        ("<h2>Privacy-verantwoordelijkheid</h2>", "<h2>Privacy-ver|ant|woor|de|lijk|heid</h2>"),
        ("<h2>Huis, klokkenluiders.</h2>", "<h2>Huis, klok|ken|lui|ders.</h2>"),
    ],
)  # fmt: skip
def test_a_long_word_in_a_heading_may_break(html: str, expected: str) -> None:
    assert broken(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>Vertrouwenspersoon</p><h5>Vertrouwenspersoon</h5>",
        "<h2>Kernwaarden</h2>",  # eleven letters
        '<h2 id="vertrouwenspersoon" title="a > vertrouwenspersoon">x</h2>',
        "<h2><code>vertrouwenspersonen</code></h2>",
        "<h2>www.vertrouwenspersoon.nl of vertrouwenspersoon.nl</h2>",
        "<h2>vertrouwenspersoon@voorbeeld.nl of a@vertrouwenspersoon</h2>",
        "<h2>&CounterClockwiseContourIntegral;</h2>",
        "<h2>abcdefghijklm1</h2>",
    ],
)
def test_nothing_else_changes(html: str) -> None:
    assert broken(html) == html


def test_of_a_language_without_a_dictionary_nothing_changes() -> None:
    assert broken("<h1>Vertrouwenspersoon</h1>", "fy") == "<h1>Vertrouwenspersoon</h1>"


def test_only_a_reader_of_the_page_gets_them(site: Path) -> None:
    html = (site / PAGES[2] / "index.html").read_text("utf-8")
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", html)
    assert len(headings) == 1 and SOFT_HYPHEN in headings[0]
    assert SOFT_HYPHEN not in re.sub(r"<(h[1-4]|th)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    for file in site.glob("search/*.js*"):
        assert SOFT_HYPHEN not in file.read_text("utf-8"), file.name


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_a_heading_breaks_only_between_syllables(
    open_page: OpenPage, base: str, width: int
) -> None:
    page = open_page(width=width)
    for address in PAGES:
        page.goto(base + address)
        assert [pair for pair in page.evaluate(BROKEN) if pair[1] != SOFT_HYPHEN] == [], address


@pytest.mark.browser
def test_who_looks_for_a_word_on_the_page_finds_it(open_page: OpenPage, base: str) -> None:
    page = open_page(width=320)
    page.goto(base + PAGES[0])
    page.evaluate(
        "document.querySelectorAll('body > :not(.md-container)').forEach((e) => e.remove())"
    )
    page.evaluate("document.querySelector('article').replaceChildren(document.querySelector('h1'))")
    assert SOFT_HYPHEN in page.locator("h1").inner_text()
    assert page.evaluate("window.find('vertrouwenspersonen')")


@pytest.mark.browser
def test_a_heading_has_no_link_to_itself(open_page: OpenPage, base: str) -> None:
    page = open_page()
    page.goto(base + PAGES[2])
    assert page.locator("article").get_by_role("link", name="¶").count() == 0
