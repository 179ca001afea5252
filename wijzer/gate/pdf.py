"""A PDF that an editor offers: text and pictures, nothing that runs or hides another file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_BYTES = 10_000_000
_MAX_INFLATED = 50_000_000
"""Bytes of all streams together."""
_BEGIN, _END = b"stream", b"endstream"
_CODED = re.compile(rb"#([0-9a-fA-F]{2})")
_LONG = rb"JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|GoToR|Rendition"
_ACTIVE = re.compile(rb"/(?:" + _LONG + rb"|JS|XFA)(?![A-Za-z0-9])")
_ANYWHERE = re.compile(rb"/(?:" + _LONG + rb")(?![A-Za-z0-9])")
"""Names so long that they stand in no picture by chance."""
_BY_ITSELF = re.compile(rb"/AA\s*(?:<<|\d)|/OpenAction\s*(<<|(\d+)\s+\d+\s+R)")
"""What happens when somebody opens a file or a page; to go to a page is an array, or ``/GoTo``."""
_MOST = 10
"""A file has one; each version of a file that was saved again has one more."""
_GOES_TO_A_PAGE = re.compile(rb"\s*(?:\[|<<(?:(?!>>).)*/S\s*/GoTo(?![A-Za-z]))", re.DOTALL)
_HOLDS_OBJECTS = re.compile(rb"/ObjStm|/First\s++\d++(?!\s+\d+\s+R)")
_PREDICTOR = b"/Predictor"
"""It writes every byte as a difference, so that no name can be found."""
_BEFORE = 20_000
"""Bytes in front of a stream in which its dictionary stands."""


def wrong_pdf(data: bytes) -> Iterator[str]:
    """Yield in Dutch what is wrong with a PDF (ISO 32000, 7.3.5 and 12.6)."""
    if len(data) > MAX_BYTES:
        yield f"deze PDF is te groot: {len(data) // 1_000_000} MB, ten hoogste 10"
    elif not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        yield "dit is geen goede PDF"
    elif b"/Encrypt" in _plain(data):
        yield "deze PDF is op slot gezet"
    elif _ANYWHERE.search(_plain(data)) or any(_ACTIVE.search(part) for part in _parts(data)):
        yield "deze PDF kan iets uitvoeren of bevat een ander bestand"
    elif any(_acts(part) for part in _parts(data)):
        yield "deze PDF doet uit zichzelf iets als iemand haar opent"


def _acts(part: bytes) -> bool:
    """Tell whether something happens by itself (ISO 32000, 12.6.3), other than showing a page."""
    for number_of_actions, found in enumerate(_BY_ITSELF.finditer(part)):
        if not found[1] or number_of_actions > _MOST:
            return True
        at = found.start(1)
        if number := found[2]:
            action = re.search(rb"(?<!\d)" + number + rb"\s+\d+\s+obj", part)
            if action is None:
                continue  # it stands in a stream of objects, which is read as well
            at = action.end()
        if not _GOES_TO_A_PAGE.match(part, at):
            return True
    return False


def _plain(part: bytes) -> bytes:
    """Return a part with its names in one spelling: ``/J#53`` is ``/JS``."""
    return _CODED.sub(lambda m: bytes([int(m[1], 16)]), part) if b"#" in part else part


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the file without its streams, then the streams that hold objects, unpacked.

    Where a stream seems to stand, there may be none: ``% stream`` is a comment.  So long names are
    looked for in the whole file as well.
    """
    outside: list[bytes] = []
    room = _MAX_INFLATED
    at = 0
    while (begin := data.find(_BEGIN, at)) >= 0 and (end := data.find(_END, begin)) >= 0:
        outside.append(data[at:begin])
        dictionary = _plain(data[max(at, begin - _BEFORE) : begin])
        if _HOLDS_OBJECTS.search(dictionary):
            if _PREDICTOR in dictionary:
                yield b"/JS"
            objects = _unpacked(data[begin + len(_BEGIN) : end].lstrip(b"\r\n"), room)
            room -= len(objects)
            yield _plain(objects)
        at = end + len(_END)
    outside.append(data[at:])
    yield _plain(b"".join(outside))


def _unpacked(packed: bytes, room: int) -> bytes:
    unpacked = zlib.decompressobj()
    try:
        found = unpacked.decompress(packed, max(1, room))
    except zlib.error:
        return b"/JS"  # what cannot be read is not trusted
    return found if unpacked.eof else b"/JS"
