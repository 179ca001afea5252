"""What stands on a page around its text: whom to turn to, and the quick way out."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.corpus.corpus import Corpus
from wijzer.model.contact import phone_digits
from wijzer.model.document import Document
from wijzer.model.wegwijzer import Wegwijzer

REPORTING = "docs/melden"
"""The page on reporting (``docs/melden.md``), and the folder with the pages below it."""


@dataclass(frozen=True)
class Bellen:
    """A number to call; ``href`` is a ``tel:`` address."""

    naam: str
    telefoon: str
    waarvoor: str

    @property
    def href(self) -> str:
        """What a telephone dials."""
        return f"tel:{phone_digits(self.telefoon)}"


@dataclass(frozen=True)
class Around:
    """What the templates show at the foot of every page; the same on all of them."""

    gevaar: Bellen | None
    """In danger: ``naam`` and ``waarvoor`` are the words before and after the number."""
    nummers: tuple[Bellen, ...]
    paginas: tuple[Document, ...]
    """The pages for who is worried, in the order of ``docs/hulp.yml``."""


def around(corpus: Corpus) -> Around:
    """Return what ``docs/hulp.yml`` says; without that file there is nothing to say."""
    hulp = corpus.hulpteksten.hulp
    if hulp is None:
        return Around(None, (), ())
    before, _, after = hulp.gevaar.tekst.partition(hulp.gevaar.telefoon)
    pages = (corpus.graph.documents.get(name) for name in hulp.zoeken.eerst)
    return Around(
        Bellen(before, hulp.gevaar.telefoon, after),
        tuple(Bellen(n.naam, n.telefoon, n.waarvoor) for n in hulp.nummers),
        tuple(page for page in pages if page),
    )


def is_sensitive(document: Document) -> bool:
    """Tell whether somebody may want to leave this page before another person sees it."""
    model = document.model
    if isinstance(model, Wegwijzer):
        return model.gevoelig
    return document.path == f"{REPORTING}.md" or document.path.startswith(f"{REPORTING}/")
