"""What a kind of page is, and how the kind of a source follows from its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wijzer.model.pages import Pagina

DOCS = "docs"


@dataclass(frozen=True, kw_only=True, eq=False)
class Soort:
    """A kind of page: all that the project knows about it stands here and in its model.

    Kinds are the same when their names are: a site may give a kind another folder or heading.
    """

    naam: str
    """Singular, as used in messages and relations."""
    meervoud: str
    """Plural, as used in the menu."""
    model: type[Pagina]
    mappen: tuple[str, ...] = ()
    """Source folders, relative to the project root."""
    paginas: tuple[str, ...] = ()
    """Sources that are of this kind wherever they stand, such as ``docs/begrippen.md``."""
    hub: str = ""
    """Id of the page that lists all pages of this kind; it stands in the menu."""
    koppen: tuple[str, ...] = ()
    """Headings of level 2 that the body must have, in this order."""
    optionele_koppen: tuple[str, ...] = ()
    """Headings that may follow them."""
    eerst: tuple[str, ...] = ()
    """Headings whose text a reader gets first, wherever the editor wrote it: what you do.
    Whom to turn to follows them."""
    gevouwen: tuple[str, ...] = ()
    """Headings whose text unfolds when a reader asks for it."""
    verwant: str = ""
    """Heading above pages of this kind under "Hangt samen met"; empty: the plural."""
    vooraan: bool = False
    """That heading comes before those of the other kinds."""
    vrij: bool = False
    """The editor decides how the page begins: no summary above the text."""
    terecht: bool = False
    """The page says whom to turn to: its own roles, or those of its norms."""
    gewicht: float = 1
    """How much the page counts in search when others answer a question as well."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Soort) and self.naam == other.naam

    def __hash__(self) -> int:
        return hash(self.naam)

    @property
    def verwante_kop(self) -> str:
        """The heading above pages of this kind in the block of related pages."""
        return self.verwant or self.meervoud


@dataclass(frozen=True)
class Soorten:
    """All kinds of pages of a site, in the order in which readers and editors meet them."""

    alle: tuple[Soort, ...]

    def __iter__(self) -> Iterator[Soort]:
        return iter(self.alle)

    def __getitem__(self, naam: str) -> Soort:
        return next(soort for soort in self if soort.naam == naam)

    def of_path(self, path: str) -> Soort | None:
        """Return the kind of the source at ``path``, or None when nothing belongs there.

        Only ``docs/`` may hold folders of the editor's own; the other folders are flat.
        """
        folder = path.rpartition("/")[0]
        return (
            next((soort for soort in self if path in soort.paginas), None)
            or next((soort for soort in self if folder in soort.mappen), None)
            or next((s for s in self if DOCS in s.mappen and folder.startswith(f"{DOCS}/")), None)
        )

    def with_folders(self, naam: str, mappen: Iterable[str]) -> Soorten:
        """Return the kinds of a site on which one kind has these folders as well."""
        more = dict.fromkeys((*self[naam].mappen, *mappen))
        wider = replace(self[naam], mappen=tuple(more))
        return Soorten(tuple(wider if soort.naam == naam else soort for soort in self))

    @property
    def bronmappen(self) -> tuple[str, ...]:
        """The top folders that hold sources; ``docs`` always does."""
        folders = (folder.partition("/")[0] for soort in self for folder in soort.mappen)
        return tuple(dict.fromkeys((*folders, DOCS)))

    @property
    def hubs(self) -> dict[str, Soort]:
        """The kinds that have a page which lists them, by the id of that page."""
        return {soort.hub: soort for soort in self if soort.hub}

    @property
    def beginbaar(self) -> dict[str, Soort]:
        """The kinds of which an editor can begin a new page, by name."""
        return {soort.naam: soort for soort in self if soort.mappen}
