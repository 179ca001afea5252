"""Small projects for tests: a text or a dict *is* the file tree.

A tree grows on a minimal project that passes the check without a single tip.  A test thus shows
only the page that it is about::

    boom('''
        dilemmas/
            fles-wijn.md
                ---
                titel: Fles wijn
                ---
    ''')
    boom({"dilemmas/fles-wijn.md": dilemma(titel=None), "docs/index.md": None})

``None`` takes a file or a key away.
"""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, TypeAlias

from tests import proces
from tests.gemeente_hulp import gemeente
from wijzer.app.check import Outcome, check
from wijzer.base.output import Formaat, render
from wijzer.model import kinds
from wijzer.recht.lines import dump
from wijzer.recht.passages import Passage, Wettekst

REPO = Path(__file__).resolve().parent.parent
DAG = datetime.date(2026, 11, 23)
"""The day on which the tests look: nothing depends on the clock."""

Tree: TypeAlias = "str | Mapping[str, str | bytes | None]"
Field: TypeAlias = "str | list[str] | dict[str, str] | None"


@dataclass(frozen=True)
class Project:
    """A project on disk, and what a person can do with it."""

    root: Path

    def check(self, on: datetime.date = DAG) -> Outcome:
        """Check everything, as seen on a day."""
        return check(self.root, on)

    def meldingen(self, on: datetime.date = DAG) -> str:
        """Return what an editor reads, without the closing line; empty when all is well."""
        text = render(self.check(on).meldingen, Formaat.TEKST, 0)
        return text.rpartition("\n")[0]

    def fouten(self, on: datetime.date = DAG) -> str:
        """Return what an editor reads about mistakes; wishes of style are left out."""
        text = render(self.check(on).errors, Formaat.TEKST, 0)
        return text.rpartition("\n")[0]

    def wijzer(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line in a process of its own."""
        return proces.run(
            "wijzer", "--map", str(self.root), *arguments, cwd=REPO, env=environment()
        )

    def write(self, path: str, content: str | bytes) -> Path:
        """Write one file as it is."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file


def environment(**extra: str) -> dict[str, str]:
    """Return the environment of a child process: UTF-8, no banner, a fixed moment."""
    fixed = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795000000"}
    return {**os.environ, **fixed, **extra}


def plant(root: Path, tree: Tree = "", *, kaal: bool = False) -> Project:
    """Write a tree below ``root``, on top of the minimal project unless ``kaal`` (bare)."""
    files = dict(parse(tree) if isinstance(tree, str) else tree)
    files.setdefault(
        "gemeente.yml", gemeente(_kernwaarden(files if kaal else {**minimal(), **files}))
    )
    project = Project(root)
    for path, content in ({} if kaal else {**minimal(), **files} if files else minimal()).items():
        if content is not None:
            project.write(path, content)
    if kaal:
        for path, content in files.items():
            project.write(path, content or "")
    return project


def parse(text: str) -> Iterator[tuple[str, str]]:
    """Yield the files of an indented text: a name ending in ``/`` is a folder."""
    yield from _level(dedent(text).strip("\n").split("\n"), "")


def _level(lines: list[str], folder: str) -> Iterator[tuple[str, str]]:
    for name, block in _blocks(lines):
        if name.endswith("/"):
            yield from _level(block, folder + name)
        else:
            yield folder + name, "\n".join(block).strip("\n") + "\n"


def _blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    name = ""
    block: list[str] = []
    for line in lines:
        if line and not line.startswith(" "):
            if name:
                yield name, dedent("\n".join(block)).split("\n")
            name, block = line.strip(), []
        else:
            block.append(line)
    if name:
        yield name, dedent("\n".join(block)).split("\n")


def tekst(text: str) -> str:
    """Return an expected text without the indentation of the test around it."""
    return dedent(text).strip("\n")


def _kernwaarden(files: Mapping[str, str | bytes | None]) -> list[str]:
    paths = sorted(path for path, content in files.items() if content is not None)
    found = [Path(path).stem for path in paths if path.startswith("kernwaarden/")]
    return found or ["zorgvuldigheid"]


# -- pages that pass the check -------------------------------------------------------------------

_ELKE: dict[str, Field] = {
    "titel": "Een titel",
    "samenvatting": "Wat hier staat in een zin.",
    "zoekwoorden": "eigen",
    "eigenaar": "hrm",
}


def bron(body: str, fields: Mapping[str, Field]) -> str:
    """Return a source: the fields as YAML, one a line in the given order, and a body."""
    if fields.get("zoekwoorden") == _ELKE["zoekwoorden"]:
        fields = {**fields, "zoekwoorden": _eigen_woorden(fields.get("titel"))}
    rows = [_yaml(key, value) for key, value in fields.items() if value is not None]
    return "\n".join(["---", *rows, "---", body])


def _eigen_woorden(titel: Field) -> str:
    """Return five zoekwoorden of the page's own on one line, so that they give no tips."""
    name = "".join(c for c in str(titel).casefold() if c.isalnum())
    return "\n  [" + ", ".join(f"w{number}{name}" for number in range(5)) + "]"


def _yaml(key: str, value: Field) -> str:
    if isinstance(value, list):
        return "\n".join([f"{key}:", *(f"  - {indent(item, '    ').lstrip()}" for item in value)])
    if isinstance(value, dict):
        return "\n".join([f"{key}:", *(f"  {k}: {v}" for k, v in value.items())])
    return f"{key}: {value}"


GEWENST = {
    "Situatie": " ".join(["Dit is de tekst."] * 15),
    "De vraag": "Mag dat?",
    "Bespreek met elkaar": "- Wat is dit?\n- Wie is dat?\n- Hoe dan?",
    "En als …": "- dit zo is?\n- dat zo is?",
    "Wat de regels zeggen": 'Lees {{ verwijs("relatiegeschenken") }}.',
    "Voor de begeleider": "- Een.\n- Twee.\n- Drie.",
}
"""Texts of a dilemma that give no tips."""


def koppen(names: Iterable[str], **other: str) -> str:
    """Return a body with these headings of level 2, each with a text that gives no tips."""
    texts = {**GEWENST, **other}
    return "\n".join(
        f"## {name}\n\n{texts.get(name, 'Dit is de tekst.').strip()}\n" for name in names
    )


def pagina(body: str = "Dit is de tekst.\n", **fields: Field) -> str:
    """Return a free page."""
    return bron(body, {**_ELKE, **fields})


def kernwaarde(body: str | None = None, **fields: Field) -> str:
    """Return a kernwaarde."""
    body = koppen(kinds.KERNWAARDE.koppen) if body is None else body
    return bron(body, {**_ELKE, **fields})


def basisnorm(body: str | None = None, **fields: Field) -> str:
    """Return a Basisnorm."""
    own: dict[str, Field] = {
        "nummer": "9",
        "kernwaarden": ["zorgvuldigheid"],
        "pijler": "beschermen",
    }
    body = koppen(kinds.BASISNORM.koppen) if body is None else body
    return bron(body, {**_ELKE, **own, **fields})


def regeling(body: str | None = None, **fields: Field) -> str:
    """Return a rule."""
    own: dict[str, Field] = {
        "soort": "wet",
        "geldig_vanaf": "2020-01-01",
        "bron": {"bwb": "BWBR0001947"},
        "officiele_titel": "Ambtenarenwet 2017",
        "zekerheid": "V",
        "basisnormen": ["relatiegeschenken"],
        "doelgroep": ["medewerker"],
        "artikelen": ['nummer: "8"\nonderwerp: geen geschenken'],
    }
    body = koppen(kinds.REGELING.koppen) if body is None else body
    return bron(body, {**_ELKE, **own, **fields})


def wettekst(*passages: Passage, **fields: Any) -> str:
    """Return the file of an official text, as the program writes it."""
    own: dict[str, Any] = {
        "nummer": "BWBR0001947",
        "titel": "Ambtenarenwet 2017",
        "versie": datetime.date(2025, 7, 1),
        "herkomst": "een proef",
        "gelezen_op": DAG,
        "volledig": True,
    }
    return dump(Wettekst(**{**own, **fields}, passages=passages))


def passage(artikel: str, lid: str = "", onderdeel: str = "", tekst: str = "Woorden.") -> Passage:
    """Return a passage of an official text."""
    return Passage(artikel, lid, onderdeel, tekst, datetime.date(2025, 7, 1))


def dilemma(body: str | None = None, **fields: Field) -> str:
    """Return a dilemma."""
    own: dict[str, Field] = {
        "nummer": "1",
        "thema": "geschenken",
        "doelgroep": ["medewerker"],
        "kernwaarden": ["zorgvuldigheid", "onafhankelijkheid"],
        "basisnormen": ["relatiegeschenken"],
    }
    body = koppen(kinds.DILEMMA.koppen) if body is None else body
    return bron(body, {**_ELKE, **own, **fields})


def rol(body: str = "Dit is de tekst.\n", **fields: Field) -> str:
    """Return a role."""
    return bron(body, {**_ELKE, **fields})


def pijler(body: str | None = None, **fields: Field) -> str:
    """Return a pillar with three deelfacetten."""
    names = ("Een", "Twee", "Drie")
    facets = [f"titel: {n}\nsamenvatting: Een zin." for n in names]
    own: dict[str, Field] = {"nummer": "1", "deelfacetten": facets}
    return bron(koppen(names) if body is None else body, {**_ELKE, **own, **fields})


def hubs() -> dict[str, str | bytes | None]:
    """Return the pages that list a kind, which a project with a menu must have."""
    with_pages = ("kernwaarden", "basisnormen", "regelgeving", "dilemmas", "rollen", "pijlers")
    return {f"docs/{name}.md": pagina(titel=f"Alle {name}") for name in with_pages}


def minimal() -> dict[str, str | bytes | None]:
    """Return the smallest project that has every kind of page and no finding at all."""
    return {
        "mkdocs.yml": "site_name: Proef\n",
        "docs/index.md": pagina(titel="Begin"),
        "docs/toegestane-hosts.yml": "hosts:\n  - host: www.haarlem.nl\n    waarom: de gemeente\n",
        "docs/rollen/hrm.md": rol(titel="Afdeling HRM"),
        "docs/pijlers/beschermen.md": pijler(titel="Beschermen"),
        "kernwaarden/zorgvuldigheid.md": kernwaarde(titel="Zorgvuldigheid"),
        "kernwaarden/onafhankelijkheid.md": kernwaarde(titel="Onafhankelijkheid"),
        "regelgeving/basisnormen/relatiegeschenken.md": basisnorm(titel="Relatiegeschenken"),
        "regelgeving/wetten/ambtenarenwet-2017.md": regeling(titel="Ambtenarenwet 2017"),
        "dilemmas/fles-wijn.md": dilemma(titel="Een fles wijn"),
    }
