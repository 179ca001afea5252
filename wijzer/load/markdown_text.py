"""A light look at Markdown: headings with anchors, links, raw HTML and sentences.

This is no renderer.  The check reads a thousand files in a second or two, which rules out
rendering each of them; the built site is verified in full afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

from markdown.extensions.toc import slugify, unique

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
_HEADING_ID = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+[\"'(].*?)?\)")
_REFERENCE = re.compile(r"^\s{0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s|$)")
_AUTOLINK = re.compile(r"<((?:https?|mailto|tel):[^>\s]+)>")
_BARE_URL = re.compile(r"(?<![(<\"'=\]\w/])https?://[^\s<>)\]]+")
_MARKUP = re.compile(r"[*_]{1,3}|\{\{.*?\}\}|\{:?[^}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Ý0-9])")


@dataclass(frozen=True)
class Heading:
    """A heading, with the anchor that the site gives it."""

    line: int
    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Link:
    """A link or image as the editor wrote it."""

    line: int
    href: str
    text: str


@dataclass(frozen=True)
class Tag:
    """The start of a raw HTML element."""

    line: int
    name: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Body:
    """The body of a page; line numbers are those of the file."""

    text: str
    first_line: int

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Numbered lines outside fenced code, with inline code blanked."""
        return tuple(_prose(self.text, self.first_line))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(_headings(self.prose))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors of all headings."""
        return frozenset(heading.anchor for heading in self.headings)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images, bare web addresses included."""
        return tuple(_links(self.prose))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All raw HTML start tags."""
        if not any("<" in line for _, line in self.prose):
            return ()
        reader = _TagReader()
        first = self.prose[0][0] if self.prose else self.first_line
        reader.feed(_with_blank_lines(self.prose, first))
        return tuple(Tag(first + at - 1, name, attrs) for at, name, attrs in reader.found)

    @cached_property
    def sections(self) -> dict[str, tuple[int, str]]:
        """Text under each heading of level 2: ``{heading: (line, text)}``."""
        tops = [h for h in self.headings if h.level == 2]
        lines = self.text.split("\n")
        found: dict[str, tuple[int, str]] = {}
        for here, after in zip(tops, [*tops[1:], None], strict=True):
            end = after.line - self.first_line if after else len(lines)
            text = "\n".join(lines[here.line - self.first_line + 1 : end]).strip()
            found.setdefault(here.text, (here.line, text))
        return found


def _prose(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(text.split("\n"), start=first_line):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield number, ""
        elif mark:
            fence = mark[1]
            yield number, ""
        else:
            yield number, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line


def _headings(prose: tuple[tuple[int, str], ...]) -> Iterator[Heading]:
    used: set[str] = set()
    for number, line in prose:
        if not line.startswith("#") or not (found := _HEADING.match(line)):
            continue
        text = found[2]
        if explicit := _HEADING_ID.search(text):
            text, anchor = text[: explicit.start()], explicit[1]
            used.add(anchor)
        else:
            anchor = unique(slugify(plain(text), "-"), used)
        yield Heading(number, len(found[1]), text, anchor)


def _links(prose: tuple[tuple[int, str], ...]) -> Iterator[Link]:
    for number, line in prose:
        if "](" in line:
            yield from (Link(number, m[2], m[1]) for m in _LINK.finditer(line))
        if "]:" in line and (reference := _REFERENCE.match(line)) and reference[1][0] != "^":
            yield Link(number, reference[2], reference[1])
        elif "://" in line or "<mailto:" in line or "<tel:" in line:
            yield from (Link(number, m[1], m[1]) for m in _AUTOLINK.finditer(line))
            yield from (Link(number, m[0].rstrip(".,;:!?"), m[0]) for m in _BARE_URL.finditer(line))


def _with_blank_lines(prose: tuple[tuple[int, str], ...], first: int) -> str:
    lines = dict(prose)
    return "\n".join(lines.get(n, "") for n in range(first, max(lines, default=first) + 1))


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str, tuple[tuple[str, str], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple((name, value or "") for name, value in attrs)
        if not tag.startswith(("http:", "https:", "mailto:", "tel:")):
            self.found.append((self.getpos()[0], tag, pairs))


def plain(text: str) -> str:
    """Return Markdown text without its markup."""
    text = _LINK.sub(lambda m: m[1], text) if "](" in text else text
    return _MARKUP.sub("", text).replace("`", "").strip()


def sentences(body: Body) -> Iterator[tuple[int, str]]:
    """Yield every sentence of running text with the line on which its paragraph begins.

    Quotations are left out: an official text is quoted as it is.
    """
    paragraph: list[str] = []
    start = body.first_line
    for number, line in (*body.prose, (body.first_line, "")):
        bare = line.strip()
        starts_item = bare.startswith(("- ", "* ", "+ ")) or re.match(r"\d+[.)] ", bare)
        if not bare or bare.startswith(("#", ">", "|", "<", "!!!", "???")) or starts_item:
            yield from ((start, s) for s in _split_sentences(" ".join(paragraph)))
            paragraph = []
            start = number
        if bare and not bare.startswith(("#", ">", "|", "<", "!!!", "???")):
            if not paragraph:
                start = number
            paragraph.append(re.sub(r"^([-*+]|\d+[.)]) ", "", bare))


def _split_sentences(text: str) -> Iterator[str]:
    if text:
        yield from (s.strip() for s in _SENTENCE_END.split(plain(text)) if s.strip())
