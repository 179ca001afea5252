"""Makes the end of every stream in a PDF unmistakable.

ISO 19005-2 (PDF/A-2), 6.1.7.1: the length of a stream counts the bytes up to the line end before
``endstream``.  Typst ends streams with LF.  Where the data themselves end in CR, a checker reads
CR LF as the line end and finds the stream one byte short.  With CR LF as the line end there is
no doubt.  One byte more moves everything after it, so the table of positions moves along.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_DOUBTFUL = re.compile(rb"\r\nendstream\b")
_ENTRY = re.compile(rb"(\d{10})( \d{5} n)")
_TABLE = re.compile(rb"\nxref\n.*?\ntrailer", re.DOTALL)
_START = re.compile(rb"startxref\n(\d+)\n")


def unmistakable(pdf: bytes) -> bytes:
    """Return the PDF with CR LF after every stream that ends in CR; a PDF as Typst writes it."""
    places = [match.start() + 1 for match in _DOUBTFUL.finditer(pdf)]
    if not places:
        return pdf

    def moved(position: int) -> int:
        return position + bisect_left(places, position)

    def entry(match: re.Match[bytes]) -> bytes:
        return b"%010d" % moved(int(match[1])) + match[2]

    tail_at = int(_last(_START, pdf)[1])
    body, tail = pdf[:tail_at], pdf[tail_at:]
    for place in reversed(places):
        body = body[:place] + b"\r" + body[place:]
    tail = _TABLE.sub(lambda table: _ENTRY.sub(entry, table[0]), b"\n" + tail)[1:]
    return body + _START.sub(lambda m: b"startxref\n%d\n" % moved(int(m[1])), tail)


def _last(pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes]:
    *_, last = pattern.finditer(data)
    return last
