"""The parts of a dilemma, ready to be shown on another page than its own."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.corpus.macro import Context
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMADELEN
from wijzer.model.pages import Dilemma
from wijzer.pages.markdown import attribute, escape
from wijzer.pages.overview import facetten


@dataclass(frozen=True)
class Delen:
    """The Markdown of a dilemma by part, with links that work on the page that shows it."""

    tekst: dict[str, str]

    def blok(self, naam: str) -> str:
        """Return one part as a block that scripts can find, with its heading on paper."""
        names = f'data-deel="{naam}" data-kop="{attribute(DILEMMADELEN[naam])}"'
        return f'<div {names} markdown="1">\n\n{self.tekst[naam]}\n\n</div>'


def delen(context: Context, dilemma: Document) -> Delen:
    """Take a dilemma apart for the page of ``context``; a missing part is empty.

    What is wrong with its macros or headings is reported on the dilemma itself.
    """
    sections = context.sections(dilemma)
    return Delen({naam: sections.get(kop, "") for naam, kop in DILEMMADELEN.items()})


def titel_van(context: Context, document_id: str) -> str:
    """Return the title of a page, or its id while that page is missing."""
    found = context.graph.documents.get(document_id)
    return found.titel if found else document_id


def kop(text: str) -> str:
    """Return a heading that gets no anchor of its own: here every dilemma has the same ones."""
    return f'<p class="kop" role="heading" aria-level="3">{escape(text)}</p>'


FACETTEN = "Kernwaarde|Thema|Voor|Basisnorm"
"""Names of the filters, in the order of :func:`kenmerken`."""


def kenmerken(context: Context, model: Dilemma) -> str:
    """Print the number and what can be filtered on as ``data-`` attributes of a dilemma."""
    values = [titel_van(context, value) for value in model.kernwaarden]
    norms = [titel_van(context, norm) for norm in model.basisnormen]
    groups = [group.label for group in model.doelgroep]
    return f' data-nummer="{model.nummer}"' + facetten(values, [model.thema.label], groups, norms)
