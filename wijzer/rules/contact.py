"""Contact data: old data is a tip; what is empty stops a build that is meant to be published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from wijzer.base.findings import Ernst, Melding
from wijzer.corpus.contact import PATH
from wijzer.corpus.corpus import Corpus
from wijzer.model.contact import LEEG
from wijzer.model.document import Document
from wijzer.model.kinds import ROL
from wijzer.model.pages import Rol


@dataclass(frozen=True)
class Gat:
    """A field of ``docs/contact.yml`` that the municipality still has to fill in."""

    rol: str
    naam: str
    """Who it is about, empty as long as there is no name."""
    veld: str
    regel: int


def check(corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield tips about data that is past its date, and findings about roles without data."""
    for rol, people in corpus.contact.personen.items():
        document = corpus.graph.documents.get(rol)
        if document and people and not _has_contact(document):
            text = f"`{rol}` heeft geen eigen contactgegevens (`eigen_contact: false`)"
            tip = f"Haal `{rol}` weg uit dit bestand, of verander {document.path}."
            yield Melding(PATH, corpus.contact.line(rol), text, tip)
        for index, person in enumerate(people):
            if person.voorbij(today) and person.geldig_tot:
                text = f"de gegevens bij `{rol}` golden tot {person.geldig_tot}"
                tip = "Kijk of ze nog kloppen en zet een nieuwe datum bij `geldig_tot`."
                line = corpus.contact.line(rol, index, "geldig_tot")
                yield Melding(PATH, line, text, tip, Ernst.TIP)


def check_complete(corpus: Corpus) -> Iterator[Melding]:
    """Yield a finding for every empty field, for a site that is meant to be published."""
    for gap in gaps(corpus):
        who = f" ({gap.naam})" if gap.naam else ""
        text = f"`{gap.veld}` van `{gap.rol}`{who} is nog leeg"
        tip = "Vul de waarde in. Hoort er niets? Schrijf `n.v.t.`"
        if gap.veld in ("naam", "geldig_tot"):
            tip = "Vul de waarde in."
        yield Melding(PATH, gap.regel, text, tip)


def gaps(corpus: Corpus) -> Iterator[Gat]:
    """Yield every empty field of every role that has contact data of its own."""
    for document in corpus.graph.of_kind(ROL):
        if not _has_contact(document):
            continue
        for index, person in enumerate(document.contact or (LEEG,)):
            for veld in person.leeg:
                line = corpus.contact.line(document.id, index, veld)
                yield Gat(document.id, person.value("naam"), veld, line)


def _has_contact(document: Document) -> bool:
    return isinstance(document.model, Rol) and document.model.eigen_contact
