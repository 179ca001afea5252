"""Contact cards: vCard 4.0 (RFC 6350), one file per role, for a telephone's address book."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from wijzer.base.content_lines import content_lines
from wijzer.base.escape import vcard_text
from wijzer.base.files import Bestand
from wijzer.corpus.corpus import Corpus
from wijzer.model.contact import Contactpersoon, phone_digits
from wijzer.model.document import Document
from wijzer.model.kinds import ROL

_NAMESPACE = uuid.UUID("6f2f0c5e-6d0b-5a52-9f0e-1d7a3b0f0392")
"""Fixed, so that a card that is saved again replaces the old one."""


def vcard_path(rol: Document) -> str:
    """Return where the card of a role stands in the docs tree."""
    return f"contact/{rol.id}.vcf"


def has_vcard(rol: Document) -> bool:
    """Tell whether there is somebody to save: a name with a telephone number or a mail address."""
    return any(person.bereikbaar for person in rol.contact)


def vcards(corpus: Corpus) -> Iterator[Bestand]:
    """Yield a file for every role that can be reached."""
    for rol in corpus.graph.of_kind(ROL):
        if has_vcard(rol):
            yield Bestand(vcard_path(rol), vcard(rol, corpus.gemeente.uitgever).encode("utf-8"))


def vcard(rol: Document, organisatie: str) -> str:
    """Return the cards of everybody in a role who can be reached; lines end in CRLF."""
    people = [person for person in rol.contact if person.bereikbaar]
    return content_lines(line for person in people for line in _card(rol, person, organisatie))


def tel_uri(value: str) -> str:
    """Return a telephone number as a ``tel:`` address (RFC 3966), with the country in front.

    Service and help numbers (14 023, 112, 0800, 0900) work inside the country only and stay
    as they are.
    """
    digits = phone_digits(value)
    local = digits.startswith(("1", "0800", "0900", "+"))
    return f"tel:{digits}" if local else f"tel:+31{digits.removeprefix('0')}"


def _card(rol: Document, person: Contactpersoon, organisatie: str) -> Iterator[str]:
    naam = person.value("naam")
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID:urn:uuid:{uuid.uuid5(_NAMESPACE, f'{rol.id}/{naam}')}"
    yield f"FN:{vcard_text(naam)}"
    yield f"ORG:{vcard_text(organisatie)}"
    yield f"ROLE:{vcard_text(rol.titel)}"
    if telefoon := person.value("telefoon"):
        yield f"TEL;VALUE=uri;TYPE=work,voice:{tel_uri(telefoon)}"
    if mail := person.value("mail"):
        yield f"EMAIL;TYPE=work:{vcard_text(mail)}"
    notes = [person.value("kamer"), person.value("uren")]
    if person.geldig_tot:
        notes.append(f"Geldig tot {person.geldig_tot.isoformat()}")
    if note := ". ".join(filter(None, notes)):
        yield f"NOTE:{vcard_text(note)}"
    yield "END:VCARD"
