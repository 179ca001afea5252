"""Old addresses in the front matter of a page, changed without touching anything around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wijzer.load.edit import Aanpassing
from wijzer.load.yaml_places import header_places, items_of

KEY = "oude_paden"


def change_old_addresses(
    text: str, *, gone: Collection[str] = (), new: Collection[str] = ()
) -> Iterator[Aanpassing]:
    """Yield what must change for ``oude_paden`` to lose some addresses and get others."""
    places, fence = header_places(text)
    listed = places.get((KEY,))
    items = items_of(places, KEY)
    values = [text[item.begin : item.eind].strip("\"'") for item in items]
    kept = [value for value in values if value not in gone]
    wanted = [*kept, *(address for address in new if address not in kept)]
    if wanted == values:
        return
    if listed is None:
        yield Aanpassing(fence, fence, _written(wanted))
    elif kept == values and items and not listed.binnen_haken:
        end = _end_of_line(text, items[-1].eind)
        indent = " " * (items[-1].begin - text.rindex("\n", 0, items[-1].begin) - 1)
        dash = indent[:-2] + "- "
        added = "".join(f"{dash}{address}\n" for address in wanted[len(kept) :])
        yield Aanpassing(end, end, added)
    else:
        last = listed if listed.binnen_haken else items[-1]  # a list ends where its last item does
        yield Aanpassing(listed.sleutel, _end_of_line(text, last.eind), _written(wanted))


def _written(addresses: Collection[str]) -> str:
    rows = "".join(f"  - {address}\n" for address in addresses)
    return f"{KEY}:\n{rows}" if rows else ""


def _end_of_line(text: str, at: int) -> int:
    return text.index("\n", at) + 1
