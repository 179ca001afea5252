"""A page as it once was: its front matter and the text under each of its headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wijzer.base.unseen import seen_only
from wijzer.load.document import read_document
from wijzer.load.markdown.body import Body
from wijzer.load.yaml_text import Value
from wijzer.model.fields import is_true

INTRO = ""
"""Instead of a heading: what stands above the first one."""
_HEADING = re.compile(r"##[ \t]+(.+?)[ \t]*#*[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{[:#][^}]*\}[ \t]*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`\\]|<[^>]*>")


@dataclass(frozen=True)
class Versie:
    """One version of a source; it need not be one that would pass the check of today."""

    koppen: Mapping[str, Value]
    """The front matter."""
    tekst: str

    @property
    def publiek(self) -> bool:
        """Whether readers saw it."""
        return not is_true(self.koppen.get("concept", ""))

    def veld(self, name: str) -> str:
        """Return a value that is one text, as it can be shown; empty when there is none."""
        value = self.koppen.get(name, "")
        return seen_only(value) if isinstance(value, str) else ""

    @cached_property
    def delen(self) -> dict[str, str]:
        """The text under each heading of level 2, white space made even."""
        found: dict[str, list[str]] = {INTRO: []}
        heading = INTRO
        prose = (line for _, line in Body(self.tekst, 1).prose)
        for line, outside_code in zip(self.tekst.split("\n"), prose, strict=True):
            if match := _HEADING.fullmatch(outside_code):
                heading = _ATTRIBUTES.sub("", match[1])
            found.setdefault(heading, []).append(line)
        return {heading: " ".join(" ".join(rows).split()) for heading, rows in found.items()}


def read_version(path: str, data: bytes | None) -> Versie | None:
    """Read a version; None when it is not there or cannot be read, so that no site had it."""
    document = read_document(path, data).document if data is not None else None
    return Versie(document.values, document.body) if document else None


def plain_heading(heading: str) -> str:
    """Return a heading as a reader saw it; empty when a macro makes it or it cannot be shown."""
    if "{{" in heading:
        return ""
    return seen_only(_MARKS.sub("", _LINK.sub(r"\1", heading)))
