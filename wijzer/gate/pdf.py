"""A PDF that an editor offers: text and pictures, nothing that runs or hides another file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_BYTES = 10_000_000
_MAX_INFLATED = 50_000_000
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_CODED = re.compile(rb"#([0-9a-fA-F]{2})")
_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])"
)


def wrong_pdf(data: bytes) -> Iterator[str]:
    """Yield in Dutch what is wrong with a PDF (ISO 32000, 7.3.5 and 12.6)."""
    if len(data) > MAX_BYTES:
        yield f"deze PDF is te groot: {len(data) // 1_000_000} MB, ten hoogste 10"
    elif not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        yield "dit is geen goede PDF"
    elif b"/Encrypt" in data:
        yield "deze PDF is op slot gezet"
    elif any(_active(part) for part in _parts(data)):
        yield "deze PDF kan iets uitvoeren of bevat een ander bestand"


def _active(part: bytes) -> bool:
    return _ACTIVE.search(_plain(part)) is not None


def _plain(part: bytes) -> bytes:
    """Return a part with its names in one spelling: ``/J#53`` is ``/JS``."""
    return _CODED.sub(lambda m: bytes([int(m[1], 16)]), part) if b"#" in part else part


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the file without its streams, then the streams that hold objects, unpacked."""
    yield _STREAM.sub(b"", data)
    for found in _STREAM.finditer(data):
        if b"/ObjStm" in _plain(data[max(0, found.start() - 1000) : found.start()]):
            unpacked = zlib.decompressobj()
            try:
                yield unpacked.decompress(found[1], _MAX_INFLATED)
            except zlib.error:
                yield b"/JS"  # what cannot be read is not trusted
