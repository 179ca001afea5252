"""Reading ``gemeente.yml``: what belongs to the municipality, with the line of every value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wijzer.base.findings import Melding
from wijzer.load.data_file import DataFile, read_data_file
from wijzer.load.design_tokens import read_tokens
from wijzer.model.gemeente import (
    Adresgegevens,
    Gemeente,
    Huisstijl,
    Kleuren,
    LokaleRegels,
    Woorden,
)
from wijzer.model.kinds import SOORTEN
from wijzer.model.validate import validate

PATH = "gemeente.yml"


def _plain(ink: str, paper: str) -> Kleuren:
    on_paper = {"hoofdkleur_tekst": paper, "vlak": paper}
    return Kleuren.model_validate(dict.fromkeys(Kleuren.model_fields, ink) | on_paper)


ONBEKEND = Gemeente(
    naam="de gemeente",
    voluit="gemeente",
    bijvoeglijk="gemeentelijke",
    site=Adresgegevens(
        naam="Integriteitswijzer", omschrijving="De gedragscode", snel_weg="https://www.knmi.nl/"
    ),
    lokale_regels=LokaleRegels(map="onbekend", gezag="onbekend"),
    kernwaarden=("onbekend",),
    woorden=Woorden(intranet="Intranet", meldpunt="Meldpunt"),
    huisstijl=Huisstijl(
        letter="sans-serif",
        licht=_plain("#000000", "#ffffff"),
        donker=_plain("#ffffff", "#000000"),
    ),
)
"""Stands in for a file with mistakes, so that all other mistakes show at the same time."""


def load_gemeente(root: Path) -> tuple[Gemeente, DataFile, list[Melding]]:
    """Read the file below ``root``; :data:`ONBEKEND` when it is not there or wrong."""
    data = read_data_file(root, PATH)
    if not data.exists:
        tip = "Zet het bestand terug uit Git, of begin met: python3 scripts/wijzer.py begin MAP"
        return ONBEKEND, data, [Melding(PATH, 1, "het bestand ontbreekt", tip)]
    if data.meldingen:
        return ONBEKEND, data, [*data.meldingen]
    found, problems = validate(Gemeente, data.values, PATH, data.line_of)
    return found or ONBEKEND, data, problems


def load_theme(
    root: Path, gemeente: Gemeente, bron: DataFile
) -> tuple[Mapping[str, str], list[Melding]]:
    """Read the design tokens of the theme that the file names; nothing when it names none."""
    if (path := gemeente.huisstijl.thema) is None:
        return {}, []
    tip = "Zet het CSS-bestand van het thema daar, of laat `thema` leeg."
    try:
        tokens = read_tokens((root / path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        text = f"het thema `{path}` bestaat niet of is niet te lezen"
        return {}, [bron.fout(("huisstijl", "thema"), text, tip)]
    if not tokens:
        text = f"in het thema `{path}` staat geen enkel design token"
        tip = (
            "Neem het bestand theme.css uit het pakket van het thema. Daarin staan regels "
            "zoals: --utrecht-link-color: #154273;"
        )
        return {}, [bron.fout(("huisstijl", "thema"), text, tip)]
    return tokens, []


def local_folders(root: Path, gemeente: Gemeente) -> list[str]:
    """Return the folder with the rules of the municipality itself, relative to ``root``.

    While ``gemeente.yml`` is wrong, any folder with rules may be the local one: one finding about
    the file is enough.
    """
    if gemeente is not ONBEKEND:
        return [gemeente.map]
    folders = (root / "regelgeving").glob("*/")
    known = {folder for soort in SOORTEN for folder in soort.mappen}
    found = (folder.relative_to(root).as_posix() for folder in sorted(folders))
    return [folder for folder in found if folder not in known]
