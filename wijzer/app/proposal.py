"""A draft from a filled-in form, kept only when the check has nothing against what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.findings import Melding
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.dilemma_form import Concept, draft
from wijzer.editor.interview import name_from
from wijzer.editor.issue_form import FormError
from wijzer.editor.new_page import new_path
from wijzer.model.kinds import DILEMMA
from wijzer.recht.store import replace_file
from wijzer.rules.identity import free_number

_MAX_BYTES = 256 * 1024
"""More than a Git server takes in one issue."""


@dataclass(frozen=True)
class Voorstel:
    """A draft that was written, or why it was not."""

    pad: str = ""
    nummer: int = 0
    fouten: tuple[Melding, ...] = ()
    """What the check refuses, on the lines of the form."""


def propose(root: Path, form: Path, page_id: str = "") -> Voorstel:
    """Write a draft dilemma from a form; nothing is written when something in it is refused.

    Raises :class:`~wijzer.editor.new_page.NewPageError` when the page cannot have that name.
    """
    try:
        text = _read(form)
        corpus, _ = load_corpus(root)
        nummer = free_number(corpus, DILEMMA)
        concept = draft(text, nummer)
    except FormError as error:
        return Voorstel(fouten=(Melding(form.name, error.regel, error.tekst, error.tip),))
    path = new_path(root, DILEMMA, page_id or name_from(concept.titel))
    replace_file(root / path, concept.tekst.encode())
    refused: tuple[Melding, ...] | None = None
    try:
        refused = tuple(_refused(root, path, concept, form.name))
    finally:
        if refused is None or refused:
            (root / path).unlink()
    return Voorstel(path, nummer, refused)


def _read(form: Path) -> str:
    data = form.read_bytes()
    if len(data) > _MAX_BYTES:
        raise FormError(1, "het formulier is te groot", "Neem alleen de tekst van het formulier.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        tip = "Sla het bestand op met de codering UTF-8."
        raise FormError(1, "het formulier is geen UTF-8-tekst", tip) from None


def _refused(root: Path, path: str, concept: Concept, form: str) -> list[Melding]:
    """Return the errors in a draft but for what the editor still has to do."""
    return [
        Melding(form, concept.herkomst(m.regel) or 1, m.tekst, m.tip)
        for m in check(root).errors
        if m.pad == path and not concept.voor_redactie(m.regel)
    ]
