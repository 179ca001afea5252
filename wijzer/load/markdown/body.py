"""The Markdown of a page as the project holds it, with the lines of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from wijzer.load.html_text import Tag, tags
from wijzer.load.markdown.found import Heading, Link, Place
from wijzer.load.markdown.limits import Problem
from wijzer.load.markdown.reading import Reading, read

_FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
"""The renderer's own idea of fenced code: what it takes for text must be checked as text."""
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_BARE_URL = re.compile(r"(?<![\[(<\"'=\]\w/])(?<!\]: )https?://[^\s<>)\]]+")
_PLAIN_ID = re.compile(r"[\w.:-]+")


@dataclass(frozen=True)
class Part:
    """A piece of a text: what stands above the first heading of level 2, or one section."""

    heading: str
    """Empty for what stands above the first heading."""
    line: int
    """Where it begins in the file."""
    head: str
    """The heading as written."""
    text: str
    """What stands under it, up to the next heading of level 2."""


@dataclass(frozen=True)
class Body:
    """The body of a page; line numbers are those of the file."""

    text: str
    first_line: int
    title: str = ""
    """Title of the page: it takes the anchor of its own heading."""

    @cached_property
    def reading(self) -> Reading:
        """What the renderer makes of the text, with lines and offsets in the text itself."""
        return read(self.text, self.title)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Why the text cannot be read at all; all that follows is then empty or unsure."""
        return tuple(replace(p, line=self._in_file(p.line)) for p in self.reading.problems)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return tuple(replace(h, line=self._in_file(h.line)) for h in self.reading.headings)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images, bare web addresses included."""
        links = (replace(link, line=self._in_file(link.line)) for link in self.reading.links)
        return (*links, *_bare_links(self.paragraphs))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids to which a link can lead."""
        return frozenset(filter(_PLAIN_ID.fullmatch, self.reading.ids))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All raw HTML tags outside code."""
        return tuple(tags("\n".join(line for _, line in self.prose), self.first_line))

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Numbered lines outside fenced code, with inline code blanked."""
        return tuple(_prose(self.text, self.first_line))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Blocks of :attr:`prose` between blank lines, each with its first line."""
        return tuple(_paragraphs(self.prose))

    @cached_property
    def sections(self) -> dict[str, tuple[int, str]]:
        """Text under each heading of level 2: ``{heading: (line, text)}``."""
        return self.sections_of(self.text)

    def sections_of(self, text: str) -> dict[str, tuple[int, str]]:
        """Return the sections of another text with the same lines, such as one with new links."""
        found: dict[str, tuple[int, str]] = {}
        for part in self.parts_of(text)[1:]:
            found.setdefault(part.heading, (part.line, part.text.strip()))
        return found

    def parts_of(self, text: str) -> tuple[Part, ...]:
        """Return the pieces of a text with the same lines; together they are that text."""
        tops = [h for h in self.headings if h.level == 2 and h.place is Place.TOP]
        lines = text.split("\n")
        starts = [*(h.line - self.first_line for h in tops), len(lines)]
        found = [Part("", self.first_line, "", "\n".join(lines[: starts[0]]))]
        for here, start, end in zip(tops, starts, starts[1:], strict=False):
            under = start + (2 if here.underlined else 1)
            head, rest = "\n".join(lines[start:under]), "\n".join(lines[under:end])
            found.append(Part(here.text, here.line, head, rest))
        return tuple(found)

    def _in_file(self, line: int) -> int:
        return line + self.first_line - 1


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


def _bare_links(paragraphs: tuple[tuple[int, str], ...]) -> Iterator[Link]:
    for first, text in paragraphs:
        if "://" in text:
            for found in _BARE_URL.finditer(text):
                href = found[0].rstrip(".,;:!?")
                yield Link(first + text.count("\n", 0, found.start()), href, found[0])
