"""Whom to turn to: the box on pages, and the way in on the page of a role."""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.corpus.relations import Graph
from wijzer.model.contact import LEEG, Contactpersoon
from wijzer.model.document import Document
from wijzer.model.pages import Rol
from wijzer.pages.facts import to_fill_in
from wijzer.pages.markdown import (
    attribute,
    bullets,
    day,
    enumerate_words,
    escape,
    file_link,
    link,
    section,
)
from wijzer.pages.vcard import has_vcard, tel_uri, vcard_path

_VELDEN = {
    "naam": "naam",
    "telefoon": "telefoonnummer",
    "mail": "e-mailadres",
    "kamer": "kamer",
    "uren": "wanneer je iemand bereikt",
}
_IN_BOX = ("naam", "telefoon", "mail", "uren")
"""What a box says is missing; the page of the role tells everything."""
CONTACT_CLASS = 'class="terecht"'
"""Tells that a text holds a box already."""


def contact_box(document: Document, roles: Iterable[str], graph: Graph) -> str:
    """Return a box with the roles that can help, best first, and the way to report."""
    found = [graph.documents[role] for role in roles if role in graph.documents]
    lines = [_role(document, rol) for rol in found]
    if (melden := graph.documents.get("melden")) and melden is not document:
        lines.append(f"Wil je iets melden? Lees {link(document, melden)}.")
    if not lines:
        return ""
    return section(
        "terecht", f"**Bij wie kan ik terecht?**\n\n{bullets(lines)}", "Bij wie kan ik terecht?"
    )


def _role(document: Document, rol: Document) -> str:
    lines = [f"**{link(document, rol)}**: {escape(rol.model.samenvatting)}"]
    if has_own_contact(rol):
        lines += [f"    - {_person(person)}" for person in rol.contact or (LEEG,)]
        if has_vcard(rol):
            lines.append(f"    - {_vcard_link(document, rol)}")
    return "\n".join(lines)


def has_own_contact(rol: Document) -> bool:
    """Tell whether a role has contact data of its own; a manager, say, is different for all."""
    return isinstance(rol.model, Rol) and rol.model.eigen_contact


def _person(person: Contactpersoon) -> str:
    """Return one line: name, telephone, mail, place and hours, and what is still missing."""
    parts = [_value(person, veld) for veld in _VELDEN]
    missing = [veld for veld in _IN_BOX if veld in person.leeg]
    if missing:
        parts.append(to_fill_in(enumerate_words(_VELDEN[veld] for veld in missing)))
    return " · ".join(part for part in parts if part)


def _value(person: Contactpersoon, veld: str) -> str:
    text = person.value(veld)
    if text and veld == "telefoon":
        return f'<a href="{attribute(tel_uri(text))}">{escape(text)}</a>'
    if text and veld == "mail":
        return f'<a href="mailto:{attribute(text)}">{escape(text)}</a>'
    return escape(text)


def _vcard_link(document: Document, rol: Document) -> str:
    text = f"Zet {rol.titel} in je contacten (vCard)"
    return file_link(document, vcard_path(rol), text)


def contact_block(rol: Document) -> str:
    """Return how to reach a role, for the top of its own page; empty for other pages.

    Unlike a box it is searchable: who looks for a colleague's name wants this page.
    """
    if not has_own_contact(rol):
        return ""
    people = "\n\n".join(_details(person) for person in rol.contact or (LEEG,))
    parts = ["**Contactgegevens**", people]
    if has_vcard(rol):
        parts.append(_vcard_link(rol, rol))
    content = "\n\n".join(parts)
    label = f"Contactgegevens: {rol.titel}"
    opening = f'<section class="bereik" aria-label="{attribute(label)}" markdown="1">'
    return f"{opening}\n\n{content}\n\n</section>"


def _details(person: Contactpersoon) -> str:
    rows = [(veld, _value(person, veld)) for veld in _VELDEN]
    if person.geldig_tot:
        rows.append(("geldig tot", day(person.geldig_tot)))
    filled = "\n\n".join(f"{veld.capitalize()}\n:   {value}" for veld, value in rows if value)
    missing = [veld for veld in _VELDEN if veld in person.leeg]
    gap = to_fill_in(enumerate_words(_VELDEN[veld] for veld in missing)) if missing else ""
    content = "\n\n".join(part for part in (_photo(person), filled, gap) if part)
    return f'<div class="persoon" markdown="1">\n\n{content}\n\n</div>'


def _photo(person: Contactpersoon) -> str:
    if not person.foto:
        return ""
    alt = f"Foto van {person.value('naam')}" if person.value("naam") else "Foto"
    return f"![{escape(alt)}](../{person.foto}){{: .bereik__foto }}"
