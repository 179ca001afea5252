"""Asking an editor what a new page is to be."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from wijzer.model.fields import ID
from wijzer.model.kinds import REGELING
from wijzer.model.soort import Soort, Soorten

_T = TypeVar("_T")
Ask: TypeAlias = Callable[[str], str]
"""Show a question and return what is typed; raises ``EOFError`` when nobody answers."""


@dataclass(frozen=True)
class Antwoorden:
    """What somebody wants to begin."""

    soort: str
    id: str
    map: str
    titel: str


def interview(soorten: Soorten, lokaal: str, ask: Ask) -> Antwoorden:
    """Ask for the kind, the folder, the title and the name; every question until it is answered.

    ``lokaal`` is the folder with the rules of the municipality itself.
    """
    soort = _kind(soorten, ask)
    folder = _folder(soort, lokaal, ask)
    title = _until(ask, "Wat is de titel? ", lambda text: text or None, "Typ een titel.")
    proposal = name_from(title)
    name = _until(
        ask,
        f"Hoe heet het bestand? (Enter: {proposal}) " if proposal else "Hoe heet het bestand? ",
        lambda text: text if ID.fullmatch(text := text or proposal) else None,
        "Gebruik kleine letters, cijfers en streepjes, zoals: fles-wijn",
    )
    return Antwoorden(soort.naam, name, folder, title)


def _kind(soorten: Soorten, ask: Ask) -> Soort:
    kinds = [*soorten.beginbaar]
    rows = "\n".join(f"  {number} {kind}" for number, kind in enumerate(kinds, 1))
    numbered = {str(number): kind for number, kind in enumerate(kinds, 1)}
    found = _until(
        ask,
        f"Wat voor pagina wil je maken?\n{rows}\nTyp het nummer of het woord: ",
        lambda text: numbered.get(text) or (text if text in kinds else None),
        "Kies een nummer of een woord uit de lijst.",
    )
    return soorten[found]


def _folder(soort: Soort, lokaal: str, ask: Ask) -> str:
    if soort != REGELING:
        return soort.mappen[0]
    yes = {"ja": True, "j": True, "nee": False, "n": False}
    own = _until(
        ask,
        "Is het een regel van de gemeente zelf? (ja/nee) ",
        lambda text: yes.get(text.lower()),
        "Typ ja of nee.",
    )
    return lokaal if own else soort.mappen[0]


def _until(ask: Ask, question: str, read: Callable[[str], _T | None], wrong: str) -> _T:
    found = read(ask(question).strip())
    while found is None:
        found = read(ask(f"{wrong}\n{question}").strip())
    return found


def name_from(title: str) -> str:
    """Return a name for a file that goes with a title; empty when no letter is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def with_title(text: str, title: str) -> str:
    """Return a new page with its title filled in."""
    key = f"titel: {json.dumps(title, ensure_ascii=False)}"
    return re.sub(r"^titel: .*$", lambda _: key, text, count=1, flags=re.MULTILINE)
