"""Reading ``docs/hulp.yml``: what the site says to somebody who is worried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.data_file import DataFile, read_data_file
from wijzer.model.hulp import Hulp
from wijzer.model.validate import suggestion, validate

PATH = "docs/hulp.yml"


@dataclass(frozen=True)
class Hulpteksten:
    """The texts, and the file that they stand in."""

    file: DataFile = field(default_factory=lambda: DataFile(PATH))
    hulp: Hulp | None = None
    """None when there is no file, or when something is wrong with it."""

    def unknown_pages(self, pages: Mapping[str, object]) -> list[Melding]:
        """Return a finding for every page that is named and does not exist."""
        if self.hulp is None:
            return []
        zoeken, drukwerk = self.hulp.zoeken, self.hulp.drukwerk
        named: list[tuple[tuple[str | int, ...], str]] = [
            *((("zoeken", "eerst", n), page) for n, page in enumerate(zoeken.eerst)),
            *((("zoeken", "vraag", n), page) for n, page in enumerate(zoeken.vraag)),
            *((("drukwerk", "rollen", n, "rol"), r.rol) for n, r in enumerate(drukwerk.rollen)),
            (("drukwerk", "pagina"), drukwerk.pagina),
        ]
        return [
            self.file.fout(at, f"de pagina `{page}` bestaat niet", suggestion(page, pages))
            for at, page in named
            if page not in pages
        ]


def load_hulp(root: Path) -> tuple[Hulpteksten, list[Melding]]:
    """Read the texts below ``root``; without the file there is no help and no poster."""
    file = read_data_file(root, PATH)
    if not file.exists or file.meldingen:
        return Hulpteksten(file), [*file.meldingen]
    hulp, meldingen = validate(Hulp, file.values, PATH, file.line_of)
    return Hulpteksten(file, hulp), meldingen
