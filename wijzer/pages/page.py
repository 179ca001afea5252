"""What the core hands to a renderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml


@dataclass(frozen=True)
class Sitepagina:
    """A complete page or file for the docs tree."""

    pad: str
    """POSIX path in the docs tree, such as ``kernwaarden/zorgvuldigheid.md``."""
    inhoud: str
    """Markdown without front matter, or the whole text of another kind of file."""
    bronpad: str = ""
    """The source that an editor would change, relative to the project root."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """Front matter for the renderer: ``title``, ``description`` and what the theme reads."""
    concept: bool = False
    """True for a page that is shown in the preview only."""

    @property
    def text(self) -> str:
        """The file as written: front matter (when there is any) and content."""
        if not self.meta:
            return self.inhoud
        header = yaml.safe_dump(dict(self.meta), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{header}---\n\n{self.inhoud}"
