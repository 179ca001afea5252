"""What the core hands to a renderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from wijzer.base.signs import fill, seal


@dataclass(frozen=True)
class Sitepagina:
    """A complete page or file for the docs tree."""

    pad: str
    """POSIX path in the docs tree, such as ``kernwaarden/zorgvuldigheid.md``."""
    sjabloon: str
    """Markdown without front matter, or the whole text of another kind of file.

    Macro calls stand in it between the signs of :mod:`wijzer.base.signs`.
    """
    bronpad: str = ""
    """The source that an editor would change, relative to the project root."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """Front matter for the renderer: ``title``, ``description`` and what the theme reads.

    Empty for a file that is no page, such as a redirect.
    """
    concept: bool = False
    """True for a page that is shown in the preview only."""
    uitkomsten: Mapping[str, str] = field(default_factory=dict)
    """What every macro call on the page came to."""

    @cached_property
    def inhoud(self) -> str:
        """The content, with the outcome of every macro call in its place."""
        return fill(self.sjabloon, self.uitkomsten)

    @property
    def text(self) -> str:
        """The file for any renderer: front matter (when there is any) and content."""
        return self._header + self.inhoud

    @property
    def text_with_calls(self) -> str:
        """The same file for a renderer that expands the calls itself."""
        return self._header + seal(self.sjabloon, self.uitkomsten)

    @property
    def _header(self) -> str:
        if not self.meta:
            return ""
        header = yaml.safe_dump(dict(self.meta), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{seal(header, {})}---\n\n"
