"""Style sheets and scripts joined, so that a first visit asks for few files.

``docs/assets`` keeps them apart, one subject each; ``mkdocs.yml`` names them in their order.  A
reader gets one style sheet, one script before the text is drawn, one for every page, and one for
the pages with a guide, filters or cards.  The name of a joined file holds a hash of what is in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from posixpath import basename
from typing import Self

from wijzer.base.files import Bestand

Read = Callable[[str], bytes | None]
"""Returns a file of the docs tree or of the theme; None when it is not there."""

_THEME_STYLES = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
_THEME_SCRIPT = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")
_SOURCE_MAP = re.compile(r"(?://[#@]|/\*[#@]) ?sourceMappingURL=\S+(?: ?\*/)?")
_CHARSET = re.compile(r'^@charset "[^"]+";', re.IGNORECASE)

_BASE, _COLOUR = "assets/js/basis.js", "assets/js/kleur.js"
"""Before the text is drawn: whether there is JavaScript, and light or dark."""


@dataclass(frozen=True)
class _Part:
    """Scripts that only some pages need."""

    name: str
    marker: str
    """What stands in the HTML of such a page."""
    scripts: tuple[str, ...]


_PARTS = (
    _Part("wegwijzer", 'class="wegwijzer', ("wegwijzer",)),
    _Part("filters", "data-filter=", ("filters",)),
    _Part("samenhang", 'class="samenhang"', ("samenhang",)),
    _Part(
        "kaarten",
        "data-nummer=",
        ("selectie", "vellen", "kaarten", "wekker", "stappen", "podium", "workshop"),
    ),
)


@dataclass(frozen=True)
class Bundles:
    """The joined files, and which of them a page loads."""

    style: Bestand
    early: Bestand
    always: Bestand
    parts: tuple[tuple[str, Bestand], ...]
    """What stands in a page that needs it, and the script."""
    replaced: frozenset[str]
    """The files that nothing loads any more."""

    @classmethod
    def join(
        cls,
        names: Iterable[str],
        styles: Sequence[str],
        scripts: Sequence[str],
        read: Read,
        *,
        dark: bool,
    ) -> Self | None:
        """Join what a theme and the site bring; None for a theme that has other files.

        ``names`` are all files of the theme and the docs tree, ``styles`` and ``scripts`` those
        of the site in the order in which they were given.  ``dark``: there is a dark scheme too.
        """
        known = sorted(names)
        themes = [name for name in known if _THEME_STYLES.fullmatch(name)]
        script = [name for name in known if _THEME_SCRIPT.fullmatch(name)]
        if not themes or len(script) != 1:
            return None
        alone = {f"assets/js/{name}.js" for part in _PARTS for name in part.scripts}
        every = [*script, *(name for name in scripts if name not in alone)]
        parts = [
            (part.marker, _joined(f"assets/js/{part.name}", ".js", _of(part, scripts), read))
            for part in _PARTS
        ]
        before = [_BASE, *([_COLOUR] if dark else []), *filter(_is_early, scripts)]
        return cls(
            _joined("assets/opmaak", ".css", [*themes, *styles], read),
            _joined("assets/js/eerst", ".js", before, read),
            _joined("assets/js/site", ".js", [n for n in every if not _is_early(n)], read),
            tuple(parts),
            frozenset({*themes, *script, *styles, *scripts, _BASE, _COLOUR}),
        )

    @property
    def files(self) -> tuple[Bestand, ...]:
        """Everything to publish."""
        return (self.style, self.early, self.always, *(file for _, file in self.parts))

    def scripts(self, page: str, *, all_parts: bool = False) -> Iterator[str]:
        """Yield the scripts of a page (its HTML), in the order in which they run."""
        yield self.always.pad
        yield from (file.pad for marker, file in self.parts if all_parts or marker in page)


def _is_early(name: str) -> bool:
    return basename(name) == "zoeken.js"  # between the theme and our search worker


def _of(part: _Part, scripts: Sequence[str]) -> list[str]:
    return [name for name in scripts if basename(name).removesuffix(".js") in part.scripts]


def _joined(stem: str, suffix: str, names: Sequence[str], read: Read) -> Bestand:
    contents = (read(name) for name in names)
    texts = [_clean(content.decode("utf-8")) for content in contents if content]
    data = "\n".join(texts).encode("utf-8")
    return Bestand(f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}.min{suffix}", data)


def _clean(text: str) -> str:
    text = _CHARSET.sub("", text.removeprefix("\ufeff"))  # our files are UTF-8, also without it
    return _SOURCE_MAP.sub("", text).strip() + "\n"
