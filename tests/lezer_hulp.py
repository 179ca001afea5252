"""A small project with the whole engine, and bodies out of every form that Markdown has."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.boom import REPO, Project, pagina, plant

OVER = "docs/over.md"
BRIEF = b"%PDF-1.4\n%%EOF\n"
_NAV = re.compile(r"^nav:\n(?:  .*\n?)+", re.MULTILINE)


def engine(root: Path, pages: dict[str, str]) -> Project:
    """Plant the minimal project with these pages, and all that a build of the site needs."""
    config = (REPO / "mkdocs.yml").read_text(encoding="utf-8")
    files: dict[str, str | bytes | None] = {
        "mkdocs.yml": _NAV.sub("", config),
        OVER: pagina("## Wie dit maakt\n\nTekst.\n\n## Dubbel\n\n## Dubbel\n", titel="Over"),
        "docs/melden.md": pagina("## Melden\n\nTekst.\n", titel="Melden"),
        "docs/toegankelijkheid.md": pagina(titel="Toegankelijkheid"),
        "docs/a-z.md": pagina(titel="Zoekwoorden van A tot Z"),
        "docs/assets/brief.pdf": BRIEF,
        "docs/assets/een foto.png": (REPO / "tests/data/pixel.png").read_bytes(),
    }
    project = plant(root, {**files, **pages})
    for folder in ("wijzer", "macros", "thema", "docs/assets"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPO / folder, root / folder, ignore=ignore, dirs_exist_ok=True)
    return project


# -- bodies ---------------------------------------------------------------------------------------

GOOD = [
    "over.md", "../docs/over.md", "./over.md", "over.md#wie-dit-maakt", "over.md#dubbel_1",
    "../kernwaarden/zorgvuldigheid.md", "kernwaarden/zorgvuldigheid.md#zo-herken-je-het",
    "rollen/hrm.md", "rollen%2Fhrm.md", "over.md?x=1", "over.md?x=1&amp;y=2#dubbel", "#kop", "#eigen",
    "assets/brief.pdf", "../docs/assets/brief.pdf", "https://www.haarlem.nl/", "mailto:naam@example.nl",
]  # fmt: skip
BAD = [
    "weg.md", "over.md#weg", "#weg", "", "#", "?x", "/over/", "over/", "over", ".", "..", "over.md#wie%20",
    "assets/weg.png", "assets/", "contact.yml", "toegestane-hosts.yml", "../mkdocs.yml", "rollen\\/hrm.md",
    "java&#115;cript:x", "http:", "//", "http://[x", "over .md", "naam@example.nl", "tel:112", "OVER.md",
    '{{ verwijs("hrm") }}', "over.md'", "(over.md", "over.md)", "`over.md`", "*over.md*", "&#111;ver.md",
    "over.md#", "index.md", "..//over.md", "%00", "é.md", "__drawer",
]  # fmt: skip
IMAGES = [
    "assets/een%20foto.png",
    "assets/een foto.png",
    "../docs/assets/een%20foto.png",
    "assets/weg.png",
    "over.md",
]

_word = st.sampled_from(
    "een twee *schuin* **vet** `code` AVG a_b_c &amp; \\* <b>x</b> x<br> …".split()
)
_target = st.one_of(st.sampled_from(GOOD), st.sampled_from(GOOD), st.sampled_from(BAD))
_text = st.sampled_from(
    ["x", "een *twee*", "a [b] c", "a\nb", "`]`", "![i](assets/een%20foto.png)", "", "\\]"]
)
_title = st.sampled_from(
    ["", "", ' "titel"', " 'titel'", ' "ti(t)el"', ' "a \\" b"', "  (t)", '"t"']
)
_link = st.builds("[{}]({}{})".format, _text, _target, _title)
_angled = st.builds("[{}](<{}>{})".format, _text, _target, _title)
_image = st.builds("![{}]({}{})".format, _text, st.sampled_from(IMAGES), _title)
_use = st.sampled_from(
    ["[x][m]", "[m][]", "[m]", "[x] [m]", "[x]\n[m]", "![x][p]", "![p]", "[M][n]", "[x][weg]"]
)
_other = st.sampled_from(
    [
        "<https://www.haarlem.nl>",
        "<naam@example.nl>",
        "https://www.haarlem.nl/x",
        "[^1]",
        "[^weg]",
        "[TOC]",
    ]
    + [
        '<a href="#kop">x</a>',
        '<a href="over.md">x</a>',
        "<a>x</a>",
        '<span id="eigen">x</span>',
        "<!-- x -->",
    ]
    + [
        '{{ verwijs("hrm") }}',
        '{{ artikel("ambtenarenwet-2017", "8") }}',
        '{{ nog_in_te_vullen("x") }}',
    ]
    + [
        "*x*{: .a }",
        '[x](over.md){: href="weg.md" }',
        "[x](over.md){#eigen}",
        "(",
        "[",
        "](",
        "`",
        "*",
        "_",
        "\\",
    ]
)
_inline = st.one_of(_word, _word, _word, _link, _link, _angled, _image, _use, _other)
_line = st.lists(_inline, min_size=1, max_size=5).map(" ".join)
_prose = st.lists(_line, min_size=1, max_size=3).map("\n".join)


def _indent(text: str, first: str, rest: str) -> str:
    return "\n".join((first if not n else rest) + line for n, line in enumerate(text.split("\n")))


def _nested(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(block, min_size=1, max_size=3).map("\n\n".join)
    frames = [
        ("> ", "> "),
        ("- ", "    "),
        ("1. ", "    "),
        ("* ", "  "),
        ("[^1]: ", "    "),
        (":   ", "    "),
    ]
    framed = st.builds(lambda text, frame: _indent(text, *frame), several, st.sampled_from(frames))
    boxes = [
        '!!! note "Let op"\n\n{}',
        "<div markdown>\n\n{}\n\n</div>",
        "woord\n{}",
        "{}",
        "<details>\n{}\n</details>",
    ]
    boxed = st.builds(
        lambda text, box: box.format(_indent(text, "    ", "    ") if box[0] == "!" else text),
        several,
        st.sampled_from(boxes),
    )
    return st.one_of(framed, boxed)


_heading = st.one_of(
    st.builds("{} {}{}".format, st.sampled_from(["##", "###", "## #", "#"]), _line,
              st.sampled_from(["", "", " ##", " {#eigen}", " {: #anders .x }"])),
    st.builds("{}\n{}".format, _line, st.sampled_from(["---", "===", "-"])),
    st.sampled_from(["## Kop", "## Kop", "Kop\n---", "##Kop", "## Kop {#eigen}", "## Dubbel", "## Kop_1", "## …"]),
)  # fmt: skip
_table = st.builds("| a | b |\n|---|:-:|\n| {} | {} |".format, _line, _line)
_definition = st.builds("[{}]: {}{}".format, st.sampled_from("mnp"), _target, _title)
_code = st.builds(
    "{0}{1}\n{2}\n{0}".format,
    st.sampled_from(["```", "~~~"]),
    st.sampled_from(["", " yaml", " {.x}"]),
    _prose,
)
_single = st.one_of(
    _prose, _prose, _heading, _heading, _table, _definition, _code,
    _prose.map(lambda text: _indent(text, "    ", "    ")),
    st.sampled_from(["*[AVG]: een wet", "---", '{{ lijst("rollen") }}', "[m]:\n  over.md", "[m]: <over.md> 'x'",
                     "[p]: assets/een%20foto.png", "[^1]: Noot met [x](over.md).", "term\n:   uitleg [x](over.md)"]),
)  # fmt: skip
_block = st.recursive(_single, _nested, max_leaves=4)
_soup = st.lists(
    st.sampled_from(["[", "]", "(", ")", "<", ">", "!", "over.md", "weg.md", "](", "]:", "[m]", "#", "## ", "`", "```"]
                    + ["\n", "\n\n", "    ", "> ", "- ", "* ", "*", "_", "|", ":", ": ", "{", "}", "{#x}", "'", '"', "\\"]
                    + ["<div>", "</div>", "<b", " ", "---", "[^1]", "&", "x", "é", "~~~", "!!! x", "<a href="]),
    max_size=20,
).map("".join)  # fmt: skip
body = st.one_of(
    st.lists(_block, min_size=1, max_size=4).map("\n\n".join),
    st.lists(_block, min_size=1, max_size=3).map("\n".join),
    _soup,
)


def bodies(number: int) -> list[str]:
    """Return the same different bodies on every run."""
    found: dict[str, None] = {}

    @settings(max_examples=number * 2, deadline=None, derandomize=True, database=None)
    @given(body)
    def collect(text: str) -> None:
        found[text] = None

    collect()
    return [*found][:number]
