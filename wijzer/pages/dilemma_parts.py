"""The parts of a dilemma, ready to be shown on another page than its own."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from wijzer.corpus.macro import Context
from wijzer.model.document import Document, site_path
from wijzer.model.kinds import DILEMMADELEN
from wijzer.model.pages import Dilemma
from wijzer.pages.markdown import attribute
from wijzer.pages.overview import facetten

_PAGE_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s#:]+\.md)(?:#([^)\s]*))?\)")


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
    expansion = context.expand(dilemma)
    found = {naam: expansion.sections.get(kop, "") for naam, kop in DILEMMADELEN.items()}
    moved = {naam: _moved(part, dilemma, context) for naam, part in found.items()}
    return Delen({naam: expansion.fill(part) for naam, part in moved.items()})


def _moved(text: str, dilemma: Document, context: Context) -> str:
    """Rewrite the editor's own links between files, which start from the dilemma's folder."""
    pages = context.graph.by_site_path

    def rewrite(match: re.Match[str]) -> str:
        base = posixpath.dirname(dilemma.path)
        target = pages.get(site_path(posixpath.normpath(posixpath.join(base, match[2]))))
        if target is None:
            return match[0]
        folder = posixpath.dirname(context.document.site_path) or "."
        anchor = f"#{match[3]}" if match[3] else ""
        return f"[{match[1]}]({posixpath.relpath(target.site_path, folder)}{anchor})"

    return _PAGE_LINK.sub(rewrite, text)


def titel_van(context: Context, document_id: str) -> str:
    """Return the title of a page, or its id while that page is missing."""
    found = context.graph.documents.get(document_id)
    return found.titel if found else document_id


def kop(text: str) -> str:
    """Return a heading that gets no anchor of its own: here every dilemma has the same ones."""
    return f'<p class="kop" role="heading" aria-level="3">{attribute(text)}</p>'


FACETTEN = "Kernwaarde|Thema|Voor|Basisnorm"
"""Names of the filters, in the order of :func:`kenmerken`."""


def kenmerken(context: Context, model: Dilemma) -> str:
    """Print the number and what can be filtered on as ``data-`` attributes of a dilemma."""
    values = [titel_van(context, value) for value in model.kernwaarden]
    norms = [titel_van(context, norm) for norm in model.basisnormen]
    groups = [group.label for group in model.doelgroep]
    return f' data-nummer="{model.nummer}"' + facetten(values, [model.thema.label], groups, norms)
