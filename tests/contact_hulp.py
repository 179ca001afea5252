"""A filled ``docs/contact.yml`` for tests, and copies of the frozen municipality that carry it."""

from __future__ import annotations

from pathlib import Path

from tests.boom import REPO
from tests.gemeente import assemble

ROLLEN = (
    "vertrouwenspersonen",
    "meldpunt-integriteit",
    "hrm",
    "integriteitsambassadeurs",
    "virtueel-integriteitsbureau",
    "gemeentesecretaris",
    "burgemeester-en-college",
)


def persoon(
    naam: str = "Anna de Vries",
    telefoon: str = "023 000 00 01",
    mail: str = "anna_de_vries@voorbeeld.nl",
    **andere: str,
) -> str:
    """Return one entry of a role, every field filled."""
    fields = {"naam": naam, "telefoon": telefoon, "mail": mail}
    fields |= {"kamer": "kamer 2.14", "uren": "maandag", "foto": "", "geldig_tot": "2999-01-01"}
    rows = [f"{key}: {value}".rstrip() for key, value in (fields | andere).items()]
    return "  - " + "\n    ".join(rows) + "\n"


def vol(**rollen: str) -> str:
    """Return a file in which every role is filled; ``rollen`` replaces entries (``_`` for ``-``)."""
    own = {rol.replace("_", "-"): text for rol, text in rollen.items()}
    return "".join(f"{rol}:\n{own.get(rol, persoon(f'Team {rol}'))}" for rol in ROLLEN)


def project(target: Path, contact: str) -> Path:
    """Put the frozen municipality in ``target``, with these contact data.

    Cards that were printed before come from the cache of the project: they are the same.
    """
    target.mkdir(parents=True)
    (REPO / ".cache").mkdir(exist_ok=True)
    (target / ".cache").symlink_to(REPO / ".cache", target_is_directory=True)
    assemble(target)
    (target / "docs/contact.yml").write_text(contact, encoding="utf-8")
    return target
