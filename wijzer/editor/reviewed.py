"""Writing down that pages were looked over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from wijzer.corpus.corpus import Corpus
from wijzer.editor.move import Bewerking, EditError, find_page
from wijzer.load.edit import Aanpassing, apply, plain_text
from wijzer.load.yaml_places import header_places
from wijzer.model.document import Document

REVIEWED, NEXT = "beoordeeld_op", "beoordelen_voor"


def reviewed(
    corpus: Corpus, ids: Sequence[str], on: datetime.date, before: datetime.date | None
) -> Bewerking:
    """Set the day on which pages were looked over, and by which day they are again.

    Raises :class:`EditError` with everything that is wrong at once.
    """
    pages = [*_pages(corpus, ids)]
    values = {REVIEWED: on.isoformat()} | ({NEXT: before.isoformat()} if before else {})
    contents: dict[str, bytes] = {}
    for page in pages:
        data = (corpus.root / page.path).read_bytes()
        contents[page.path] = apply(data, _set(plain_text(data), values))
    return Bewerking(contents)


def _pages(corpus: Corpus, ids: Sequence[str]) -> Iterator[Document]:
    wrong: list[str] = []
    for name in dict.fromkeys(ids):
        try:
            yield find_page(corpus, name)
        except EditError as error:
            wrong.append(str(error))
    if wrong:
        raise EditError("\n".join(wrong))


def _set(text: str, values: Mapping[str, str]) -> Iterator[Aanpassing]:
    """Yield the changes that give keys at the top a value, each on its own line."""
    places, fence = header_places(text)
    missing = "".join(f"{key}: {value}\n" for key, value in values.items() if (key,) not in places)
    if missing:
        after = places.get((NEXT,))
        at = after.sleutel if after else fence
        yield Aanpassing(at, at, missing)
    for key, value in values.items():
        if found := places.get((key,)):
            space = "" if found.eind > found.begin else " "
            yield Aanpassing(found.begin, found.eind, space + value)
