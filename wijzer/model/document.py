"""A typed page together with where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wijzer.base.findings import Ernst, Melding
from wijzer.load.document import RawDocument
from wijzer.load.markdown.body import Body
from wijzer.load.yaml_text import Location
from wijzer.model.contact import Contactpersoon
from wijzer.model.pages import Pagina
from wijzer.model.soort import DOCS, Soort
from wijzer.model.wet import Sleutel
from wijzer.recht.passages import Wettekst


def page_id(path: str) -> str:
    """Return the id of the page at ``path``: its file name."""
    return path.rpartition("/")[2].removesuffix(".md")


def site_path(path: str) -> str:
    """Return where a source stands in the docs tree: ``docs/melden.md`` -> ``melden.md``."""
    return path.removeprefix(f"{DOCS}/")


def address(path: str) -> str:
    """Return the address of a source on the site, without leading slash: ``melden/``."""
    stem = site_path(path).removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


@dataclass(frozen=True)
class Document:
    """A typed page: its model, its body and its source."""

    soort: Soort
    model: Pagina
    raw: RawDocument
    contact: tuple[Contactpersoon, ...] = ()
    """For a role: who can be reached, from ``docs/contact.yml``."""
    tekst: Wettekst | None = None
    """For a rule: its official text, from ``regelgeving/teksten/``."""
    komt: Wettekst | None = None
    """For a rule: the next version of that text, when it is known."""
    uitleg: Mapping[Sleutel, str] = field(default_factory=dict)
    """For a rule: a plain sentence by place, from ``docs/wet-uitleg.yml``."""

    @property
    def id(self) -> str:
        """The page's id: its file name."""
        return page_id(self.raw.path)

    @property
    def path(self) -> str:
        """The source, relative to the project root."""
        return self.raw.path

    @property
    def site_path(self) -> str:
        """Where the page stands in the docs tree."""
        return site_path(self.raw.path)

    @property
    def address(self) -> str:
        """The address on the site, without leading slash."""
        return address(self.raw.path)

    @property
    def titel(self) -> str:
        """The page's title."""
        return self.model.titel

    @cached_property
    def body(self) -> Body:
        """The Markdown under the front matter."""
        return Body(self.raw.body, self.raw.body_line, self.titel)

    def fout(self, where: Location | int, tekst: str, tip: str = "") -> Melding:
        """Make a finding that fails the check; ``where`` is a line or a front-matter value."""
        line = where if isinstance(where, int) else self.raw.line_of(where)
        return Melding(self.path, line, tekst, tip)

    def tip(self, where: Location | int, tekst: str, tip: str = "") -> Melding:
        """Make a finding that does not fail the check."""
        line = where if isinstance(where, int) else self.raw.line_of(where)
        return Melding(self.path, line, tekst, tip, Ernst.TIP)
