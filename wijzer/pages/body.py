"""The editor's own text, made ready for its place in the docs tree."""

from __future__ import annotations

import posixpath
import re

from wijzer.corpus.addresses import resolve
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document

_TARGET = re.compile(r"(\]\()([^)\s#:]+\.md)((?:#[^)\s]*)?)(?=[\s)])")


def site_links(document: Document, body: str, corpus: Corpus) -> str:
    """Rewrite links to sources so that they fit the docs tree.

    Editors link as the folders of the checkout lie; in the docs tree ``docs/`` is the top.
    """

    def rewrite(match: re.Match[str]) -> str:
        target = resolve(document, match[2], corpus)
        if target is None:
            return match[0]
        folder = posixpath.dirname(document.site_path) or "."
        return f"{match[1]}{posixpath.relpath(target.site_path, folder)}{match[3]}"

    return _TARGET.sub(rewrite, body)
