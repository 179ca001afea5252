"""A light look at Markdown: headings with anchors, links and raw HTML.

This is no renderer.  The check reads a thousand files in a second or two, which rules out
rendering each of them; the built site is verified in full afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import slugify, unique

from wijzer.load.html_text import Tag, tags

_FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
"""The renderer's own idea of fenced code: what it takes for text must be checked as text."""
_HEADING = re.compile(r"^(#{1,6})\s*([^#\s].*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^(=+|-+)[ ]*$")
_HEADING_ID = re.compile(r"\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")
_GIVEN_ID = re.compile(r"\{:?[^{}]*?#([\w-]+)[^{}]*\}")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400})\]"
    r"\(\s*<?([^)\s>]*)>?(?:\s+[\"'(][^\n]{0,400}?)?\s*\)"
)
_REFERENCE = re.compile(r"^[\s>]*\[([^\[\]]+)\]:\s*<?([^\s>]+)>?", re.MULTILINE)
_AUTOLINK = re.compile(r"<((?:https?|mailto|tel):[^>\s]+)>")
_BARE_URL = re.compile(r"(?<![\[(<\"'=\]\w/])(?<!\]: )https?://[^\s<>)\]]+")
MACRO = re.compile(r"\{\{[^{}]{0,400}\}\}")
_MARKUP = re.compile(r"[*_]{1,3}|\{:?[^{}]{0,400}\}")


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
class Body:
    """The body of a page; line numbers are those of the file."""

    text: str
    first_line: int
    title: str = ""
    """Title of the page: it takes the anchor of its own heading."""

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Numbered lines outside fenced code, with inline code blanked."""
        return tuple(_prose(self.text, self.first_line))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Blocks of :attr:`prose` between blank lines, each with its first line."""
        return tuple(_paragraphs(self.prose))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(_headings(self.prose, self.title))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The anchors of all headings and of everything that the editor gave an id."""
        given = {v for tag in self.tags for name, v in tag.attributes if name == "id"}
        given.update(m[1] for _, line in self.prose for m in _GIVEN_ID.finditer(line))
        return frozenset(given.union(heading.anchor for heading in self.headings))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images, bare web addresses included."""
        return tuple(_links(self.paragraphs))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All raw HTML tags; inline code is no hiding place."""
        return tuple(tags(_outside_fences(self.text), self.first_line))

    @cached_property
    def sections(self) -> dict[str, tuple[int, str]]:
        """Text under each heading of level 2: ``{heading: (line, text)}``."""
        tops = [h for h in self.headings if h.level == 2]
        lines = self.text.split("\n")
        found: dict[str, tuple[int, str]] = {}
        for here, after in zip(tops, [*tops[1:], None], strict=False):  # no heading, no section
            end = after.line - self.first_line if after else len(lines)
            text = "\n".join(lines[here.line - self.first_line + 1 : end]).strip()
            found.setdefault(here.text, (here.line, text))
        return found


def _outside_fences(text: str) -> str:
    """Blank fenced code, keeping the lines.  Code with attributes stays: it may be no code."""
    if "```" not in text and "~~~" not in text:
        return text
    return _FENCED.sub(lambda m: m[0] if m["attrs"] else "\n" * m[0].count("\n"), text)


def _prose(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_outside_fences(text).split("\n"), start=first_line):
        yield number, _CODE.sub(lambda m: " " * len(m[0]), line) if "`" in line else line


def _paragraphs(prose: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, str]]:
    block: list[str] = []
    for number, line in (*prose, (0, "")):
        if line.strip():
            block.append(line)
        elif block:
            last = number or prose[-1][0] + 1
            yield last - len(block), "\n".join(block)
            block = []


def _headings(prose: tuple[tuple[int, str], ...], title: str) -> Iterator[Heading]:
    found = [*_heading_lines(prose)]
    explicit = (_HEADING_ID.search(text) for _, _, text in found)
    used = {slugify(title, "-"), *(m[1] for m in explicit if m)}
    for number, level, text in found:
        if given := _HEADING_ID.search(text):
            yield Heading(number, level, text[: given.start()], given[1])
        else:
            yield Heading(number, level, text, unique(slugify(plain(text), "-"), used))


def _heading_lines(prose: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, int, str]]:
    """Yield line, level and text, of underlined headings as well."""
    before = above = ""
    for number, line in prose:
        if line.startswith("#") and (found := _HEADING.match(line)):
            yield number, len(found[1]), found[2]
        elif above.strip() and not before.strip() and (under := _UNDERLINE.match(line)):
            yield number - 1, 1 if under[1].startswith("=") else 2, above.strip()
        before, above = above, line


def _links(paragraphs: tuple[tuple[int, str], ...]) -> Iterator[Link]:
    for first, text in paragraphs:
        if "](" in text:
            for link in _LINK.finditer(text):
                line = first + text.count("\n", 0, link.start(2))
                yield Link(line, link[2], link[1])
        if "]:" in text:
            for reference in _REFERENCE.finditer(text):
                if not reference[1].startswith("^"):
                    line = first + text.count("\n", 0, reference.start(2))
                    yield Link(line, reference[2], reference[1])
        if "://" in text or "<mailto:" in text or "<tel:" in text:
            yield from _bare_links(first, text)


def _bare_links(first: int, text: str) -> Iterator[Link]:
    for pattern in (_AUTOLINK, _BARE_URL):
        for found in pattern.finditer(text):
            href = found[1] if pattern is _AUTOLINK else found[0].rstrip(".,;:!?")
            yield Link(first + text.count("\n", 0, found.start()), href, found[0])


def plain(text: str) -> str:
    """Return Markdown text without its markup."""
    text = _LINK.sub(lambda m: m[1], text) if "](" in text else text
    return _MARKUP.sub("", MACRO.sub("", text)).replace("`", "").strip()
