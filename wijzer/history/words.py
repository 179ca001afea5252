"""What differs between two versions of a page, in the words of a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from wijzer.base.unseen import seen_only
from wijzer.history.version import INTRO, Versie, plain_heading
from wijzer.load.yaml_text import Value
from wijzer.model.kinds import DILEMMA
from wijzer.model.soort import Soort

_Item: TypeAlias = "Mapping[str, Value]"

SILENT = frozenset(
    "beoordeeld_op beoordelen_voor concept eigen_contact gevoelig oude_paden tekst_ontbreekt titel "
    "zekerheid zoekwoorden".split()
)
"""Fields that a reader need not hear of, or hears of in another way."""
LISTS = {
    "begrippen": "term",
    "deelfacetten": "titel",
    "instellingen": "naam",
    "onderwerpen": "titel",
    "plekken": "titel",
}
"""Lists of which each part has a name of its own, and the key that holds it."""
LABELS = {
    "aliassen": "de andere namen",
    "artikelen": "de artikelen",
    "basisnormen": "de Basisnormen die erbij horen",
    "bron": "waar de tekst staat",
    "doelgroep": "voor wie dit is",
    "eigenaar": "wie de pagina bijhoudt",
    "geldig_tot": "tot wanneer de regel geldt",
    "geldig_vanaf": "vanaf wanneer de regel geldt",
    "kernwaarden": "de kernwaarden die erbij horen",
    "nummer": "het nummer",
    "officiele_titel": "de officiële titel",
    "paragraaf": "waar dit in het beleidsplan staat",
    "pijler": "de pijler",
    "regelingen": "de wetten en regels die erbij horen",
    "rollen": "bij wie je terechtkunt",
    "samenvatting": "de samenvatting",
    "soort": "wat voor regel dit is",
    "stappenplan": "het stappenplan",
    "status": "of de regel geldt",
    "thema": "het thema",
    "uitkomsten": "de uitkomsten",
    "vastgesteld_door": "wie de regel vaststelde",
    "vervangen_door": "wat er voor de regel in de plaats komt",
    "vragen": "de vragen",
    "wettelijke_basis": "waar de norm in de wet staat",
}
"""What a reader calls a field."""
_ANOTHER_PART = "een ander onderdeel"
_SHOWN = 4
"""Parts that are named; the rest is a number."""


def fate(
    oud: Versie | None, nieuw: Versie | None, soort: Soort, *, verhuisd: bool
) -> Iterator[str]:
    """Yield what became of a page as a whole; nothing when it stayed where it is."""
    before, after = public(oud), public(nieuw)
    if after and not before:
        number = after.veld("nummer")
        yield f"Nieuw dilemma (kaart {number})" if soort == DILEMMA and number else "Nieuw"
    elif before and not after:
        yield "Vervallen"
    elif before and after:
        if verhuisd:
            yield "Verhuisd"
        if _withdrawn(after) and not _withdrawn(before):
            yield "Ingetrokken"


def edits(oud: Versie | None, nieuw: Versie | None, erbij: Iterable[str]) -> Iterator[str]:
    """Yield what became of the words of a page that readers saw before and after.

    ``erbij`` names what changed outside the page itself, such as contact data.
    """
    before, after = public(oud), public(nieuw)
    if before and after:
        if (title := before.veld("titel")) and title != after.veld("titel"):
            yield f"Andere titel: eerst “{title}”"
        if names := [*dict.fromkeys((*changed_parts(before, after), *erbij))]:
            yield changed(names)


def changed(names: list[str]) -> str:
    """Say which parts changed; the first few by name."""
    rest = len(names) - _SHOWN
    shown = names if rest <= 1 else [*names[:_SHOWN], f"nog {rest} onderdelen"]
    comma = "; " if any("," in name for name in shown) else ", "
    return f"Gewijzigd: {' en '.join(filter(None, [comma.join(shown[:-1]), shown[-1]]))}"


def public(versie: Versie | None) -> Versie | None:
    """Return a version if readers saw it."""
    return versie if versie and versie.publiek else None


def _withdrawn(versie: Versie) -> bool:
    return versie.veld("status") == "ingetrokken"


def changed_parts(oud: Versie, nieuw: Versie) -> Iterator[str]:
    """Yield the name of every field and of every part of the text that is another now."""
    for field in dict.fromkeys((*nieuw.koppen, *oud.koppen)):
        before, after = oud.koppen.get(field, ""), nieuw.koppen.get(field, "")
        if field in SILENT or _even(before) == _even(after):
            continue
        if field == "status" and _withdrawn(nieuw):
            continue  # there is a word for that
        if field in LISTS and isinstance(before, list) and isinstance(after, list):
            yield from _changed_items(before, after, LISTS[field])
        else:
            yield LABELS.get(field, _ANOTHER_PART)
    alone = {*oud.delen, *nieuw.delen} == {INTRO}
    for heading in dict.fromkeys((*nieuw.delen, *oud.delen)):
        if oud.delen.get(heading) != nieuw.delen.get(heading):
            yield _part(heading, alone=alone)


def _part(heading: str, *, alone: bool) -> str:
    if heading == INTRO:
        return "de tekst" if alone else "het begin"
    name = plain_heading(heading)
    return f"“{name}”" if name else _ANOTHER_PART


def _changed_items(before: list[Value], after: list[Value], key: str) -> Iterator[str]:
    """Yield the names of the parts of a list that came, went or are another now."""
    old, new = dict(_items(before, key)), dict(_items(after, key))
    for name in dict.fromkeys((*new, *old)):
        was, now = old.get(name), new.get(name)
        if _even(was or {}) != _even(now or {}):
            item = now or was or {}
            yield seen_only(str(item.get(key, ""))) or _ANOTHER_PART
    if not old.keys() ^ new.keys() and [*old] != [*new]:
        yield "de volgorde"


def _items(values: list[Value], key: str) -> Iterator[tuple[str, _Item]]:
    for value in values:
        if isinstance(value, dict):
            yield str(value.get("id") or value.get(key) or ""), value


def _even(value: Value | _Item) -> object:
    """Return a value with its white space made even: a new line in a source is no news."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_even(item) for item in value]
    return {key: _even(item) for key, item in value.items()}
