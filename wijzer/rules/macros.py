"""Macros in Markdown: only calls of known macros with literal arguments."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document


def check(document: Document, corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about the macro calls of one page, by expanding them."""
    for problem in corpus.expand(document).problems:
        if problem.unknown_id not in corpus.unreadable:
            yield document.fout(
                document.raw.body_line + problem.line - 1, problem.text, problem.tip
            )
