"""Beginning a page: a file with all keys and headings of its kind."""

from __future__ import annotations

from pathlib import Path

from wijzer.corpus.corpus import load_corpus
from wijzer.editor.interview import with_title
from wijzer.editor.template import template
from wijzer.model.fields import ID
from wijzer.model.kinds import SOORTEN
from wijzer.model.soort import Soort, Soorten
from wijzer.rules.identity import free_number


class NewPageError(Exception):
    """The page cannot be begun; the message is for the editor."""


def begin_page(
    root: Path,
    naam: str,
    page_id: str,
    folder: str = "",
    titel: str = "",
    soorten: Soorten = SOORTEN,
) -> str:
    """Write a new page of the kind ``naam``; return its path below ``root``.

    Raises :class:`NewPageError` when the id or the folder cannot be, or the page exists already.
    """
    corpus, _ = load_corpus(root, soorten=soorten)
    soort = corpus.soorten.beginbaar[naam]
    path = new_path(root, soort, page_id, folder)
    text = template(soort, free_number(corpus, soort))
    text = with_title(text, titel) if titel else text
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8", newline="\n")
    return path


def new_path(root: Path, soort: Soort, page_id: str, folder: str = "") -> str:
    """Return where a new page comes; raise :class:`NewPageError` when it cannot come there."""
    if not ID.fullmatch(page_id):
        raise NewPageError(
            f"`{page_id}` is geen goede naam; "
            "gebruik kleine letters, cijfers en streepjes, zoals: fles-wijn"
        )
    folder = folder or soort.mappen[0]
    if folder not in soort.mappen:
        raise NewPageError(f"een {soort.naam} hoort in {' of '.join(soort.mappen)}")
    path = f"{folder}/{page_id}.md"
    if (root / path).exists():
        raise NewPageError(f"{path} bestaat al")
    return path
