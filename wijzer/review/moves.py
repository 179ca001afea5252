"""Which page of before is which page of now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wijzer.corpus.relations import Aanhaling
from wijzer.model.document import Document
from wijzer.review.side import Kant
from wijzer.review.words import alike

_SAME = 0.6
"""Two pages of one kind with so many of the same words are the same page."""


@dataclass(frozen=True)
class Paren:
    """The pages of two versions, paired."""

    samen: tuple[tuple[Document, Document], ...]
    """Pages that are in both, in the order of their source now."""
    weg: tuple[Document, ...]
    nieuw: tuple[Document, ...]
    ids: dict[str, str] = field(default_factory=dict)
    """From the id of before to the one of now, for pages that got another."""
    paden: dict[str, str] = field(default_factory=dict)
    """The same for sources."""

    def now(self, page_id: str) -> str:
        """Return the id that a page of before has now."""
        return self.ids.get(page_id, page_id)

    def place_now(self, place: Aanhaling) -> Aanhaling:
        """Return a place in a rule of before as it is called now."""
        return Aanhaling(self.now(place.regeling), *place.sleutel)


def pair(before: Kant, after: Kant) -> Paren:
    """Pair the pages: by their source, by an old address, by id, and at last by their words."""
    old = {document.path: document for document in before.corpus.all_documents}
    new = {document.path: document for document in after.corpus.all_documents}
    gone = [document for path, document in sorted(old.items()) if path not in new]
    fresh = [document for path, document in sorted(new.items()) if path not in old]
    moved = dict(_moved(gone, fresh, before, after))
    pairs = [(old[path], document) for path, document in new.items() if path in old]
    pairs += [(old[van], new[naar]) for van, naar in moved.items()]
    return Paren(
        tuple(sorted(pairs, key=lambda both: both[1].path)),
        tuple(d for d in gone if d.path not in moved),
        tuple(d for d in fresh if d.path not in moved.values()),
        {old[van].id: new[naar].id for van, naar in moved.items() if old[van].id != new[naar].id},
        moved,
    )


def _moved(
    gone: list[Document], fresh: list[Document], before: Kant, after: Kant
) -> Iterator[tuple[str, str]]:
    """Yield the old and the new source of a page that stands elsewhere now."""
    left = list(fresh)
    for document in gone:
        said = (d for d in left if document.address.strip("/") in d.model.oude_paden)
        same = (d for d in left if d.id == document.id and d.soort == document.soort)
        there = next(said, None) or next(same, None) or _by_words(document, left, before, after)
        if there:
            left.remove(there)
            yield document.path, there.path


def _by_words(
    document: Document, fresh: list[Document], before: Kant, after: Kant
) -> Document | None:
    if before.woorden is None or after.woorden is None:
        return None
    words = before.woorden[document.path]
    found = [
        (alike(words, after.woorden[d.path]), d.path, d) for d in fresh if d.soort == document.soort
    ]
    best = max(found, key=lambda row: row[:2], default=(0.0, "", None))
    return best[2] if best[0] >= _SAME else None
