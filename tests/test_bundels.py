"""What a page loads: few files, joined by the kind of page, and not before they are needed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.gemeente import frozen
from wijzer.app.bundles import Bundles
from wijzer.model.kinds import DILEMMA, WEGWIJZER

_SCRIPT = re.compile(r'<script src="(?:\.\./)*assets/js/([a-z]+)\.[0-9a-f]{8}\.min\.js"')
_FIRST_VISIT, _TYPEFACE = 110_000, 40_000
"""Bytes after gzip: everything but the typeface, and the typeface."""
_MOST_REQUESTS = 12
_PAGE = 20_000
_WHOLE = {"dilemmas", "workshop", "a-z"}
"""Hold every dilemma, so that a workshop goes on without a network; or every search word."""


def scripts(site: Path, address: str) -> list[str]:
    """Return the scripts that a page loads, by their name without hash."""
    return _SCRIPT.findall((site / address / "index.html").read_text("utf-8"))


def test_a_first_visit_is_light_and_asks_for_few_files(browser: Browser, base: str) -> None:
    page, got = browser.new_page(), {}
    page.on("response", lambda answer: got.update({answer.url: answer}))
    page.goto(base, wait_until="networkidle")
    page.wait_for_function("document.fonts.status === 'loaded'")
    sizes = {url: len(gzip.compress(answer.body())) for url, answer in got.items()}
    page.close()
    fonts = [url for url in sizes if url.endswith(".woff2")]
    assert len(fonts) == 1
    assert sizes[fonts[0]] <= _TYPEFACE
    assert sum(sizes.values()) - sizes[fonts[0]] <= _FIRST_VISIT
    assert len(sizes) <= _MOST_REQUESTS


def test_only_the_style_sheet_stands_between_a_reader_and_the_text(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    head = text.partition("</head>")[0]
    assert len(re.findall('<link rel="stylesheet"', text)) == 1
    assert re.findall("<script(?![^>]* defer)[^>]*>", head) == []


def test_every_page_after_the_first_is_light(site: Path) -> None:
    pages = {file.parent.name: file for file in site.glob("**/index.html")}
    sizes = {name: len(gzip.compress(file.read_bytes())) for name, file in pages.items()}
    heavy = {name for name, size in sizes.items() if size > _PAGE}
    assert heavy <= _WHOLE


def test_a_page_loads_the_scripts_of_its_kind(site: Path) -> None:
    graph = frozen().graph
    guide, dilemma = graph.of_kind(WEGWIJZER)[0].id, graph.of_kind(DILEMMA)[0].id
    assert scripts(site, ".") == ["site", "eerst"]
    assert scripts(site, f"dilemmas/{dilemma}") == ["site", "eerst"]
    assert scripts(site, f"wegwijzers/{guide}") == ["site", "wegwijzer", "eerst"]
    assert scripts(site, "regelgeving") == ["site", "filters", "eerst"]
    assert scripts(site, "matrix") == ["site", "samenhang", "eerst"]
    assert scripts(site, "workshop") == ["site", "filters", "kaarten", "eerst"]


def test_what_was_joined_is_not_published_apart(site: Path) -> None:
    names = {file.name.partition(".")[0] for file in site.glob("assets/**/*.js")}
    assert {"site", "eerst", "kaarten"} <= names
    assert not names & {"menu", "basis", "podium", "bundle"}
    assert [file.name.partition(".")[0] for file in site.glob("assets/**/*.css")] == ["opmaak"]


def joined(dark: bool = True, **files: str) -> Bundles | None:
    given = {
        "assets/stylesheets/main.0a1b2c3d.min.css": '@charset "UTF-8";a{}\n/*# sourceMappingURL=x */',
        "assets/javascripts/bundle.0a1b2c3d.min.js": "theme()\n//# sourceMappingURL=bundle.js.map",
        "assets/js/basis.js": "basis()",
        "assets/js/kleur.js": "kleur()",
        "assets/a.css": '@charset "utf-8";\nb{}',
        "assets/js/een.js": "een()",
        "assets/js/wegwijzer.js": "wegwijzer()",
        **files,
    }
    read = {name: text.encode() for name, text in given.items()}.get
    own = ["assets/js/een.js", "assets/js/wegwijzer.js"]
    return Bundles.join(given, ["assets/a.css"], own, read, dark=dark)


def test_files_are_joined_in_their_order_without_what_was_for_their_makers() -> None:
    found = joined()
    assert found is not None
    assert found.style.inhoud == b"a{}\n\nb{}\n"
    assert found.early.inhoud == b"basis()\n\nkleur()\n"
    assert found.always.inhoud == b"theme()\n\neen()\n"


def test_a_theme_without_dark_does_not_ask_the_device() -> None:
    found = joined(dark=False)
    assert found is not None
    assert b"kleur" not in found.early.inhoud
    assert "assets/js/kleur.js" in found.replaced


@pytest.mark.parametrize(
    ("page", "names"),
    [('<div class="wegwijzer">', ["site", "wegwijzer"]), ("<p>wegwijzer</p>", ["site"])],
)
def test_what_stands_in_a_page_tells_what_it_loads(page: str, names: list[str]) -> None:
    found = joined()
    assert found is not None
    assert [path.split("/")[-1].partition(".")[0] for path in found.scripts(page)] == names
    assert len([*found.scripts("", all_parts=True)]) == 5


def test_the_name_tells_what_is_in_it() -> None:
    one, same, other = joined(), joined(), joined(**{"assets/a.css": "c{}"})
    assert one and same and other
    assert one.style.pad == same.style.pad != other.style.pad
    assert one.always.pad == other.always.pad


def test_another_theme_keeps_its_own_files() -> None:
    assert Bundles.join(["assets/theme.css"], [], [], {}.get, dark=True) is None
