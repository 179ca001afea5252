"""Characters that a reader does not see, or that change how the rest of a text is read.

Somebody who reads a change in Git must see what a visitor will get ("Trojan Source",
CVE-2021-42574).  So these are refused wherever an editor writes: characters that give no ink
(Unicode's Default_Ignorable_Code_Point), that turn the direction of writing, control characters,
those for private use, and letters of another alphabet inside a Dutch word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_NAMELESS = {
    0x00: "NUL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "LINE TABULATION",
    0x0C: "FORM FEED",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line end
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"  # halves, private use, no characters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_ALWAYS_FINE = re.compile("[\x20-\x7e\xa0-\u024f\u2010-\u2027\u2030-\u205e\u20ac\n\t]*+")
"""What nearly every Dutch text consists of, passed over at once."""
_STACKED = re.compile(r"[^\W\d_](?:[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]){4,}")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKALIKES = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχγωϲϳ")
"""Greek letters that pass for Latin ones; a formula with Ω or µ deceives nobody."""
_DECEIVE = ("CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "GEORGIAN")
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


@dataclass(frozen=True)
class Unseen:
    """Something that a reader would not see."""

    offset: int
    """Where it stands in the text."""
    text: str
    """What was found, in Dutch, with the name that Unicode gives it."""
    tip: str


_TIP = "Haal het weg, of typ de regel opnieuw in plaats van hem te plakken."
_ALPHABET = (
    "Typ het woord opnieuw. Een letter kan van een ander alfabet zijn en er toch zo uitzien."
)


def unseen(text: str) -> Iterator[Unseen]:
    """Yield every character of a text that a reader would not see as it is."""
    start = _end_of_plain(text)
    if start == len(text):
        return
    for found in _UNSEEN.finditer(text, start):
        if not _part_of_emoji(text, found.start()):
            what = f"een onzichtbaar teken: {name(found[0])}"
            yield Unseen(found.start(), what, _TIP)
    for found in _STACKED.finditer(text):
        yield Unseen(found.start(), "een letter met een stapel tekens erop", _TIP)
    for found in _WORD.finditer(text):
        if not found[0].isascii() and (other := _other_alphabet(found[0])):
            what = f"het woord `{found[0]}` heeft een letter van een ander alfabet: {name(other)}"
            yield Unseen(found.start(), what, _ALPHABET)


def without_unseen(text: str) -> str:
    """Return a text without the characters that give no ink or turn the direction of writing."""
    return _UNSEEN.sub("", text)


def seen_only(text: str) -> str:
    """Return a text on one line without what nobody sees; empty when its letters may deceive."""
    kept = " ".join(without_unseen(text).split())
    return "" if any(unseen(kept)) else kept


def _end_of_plain(text: str) -> int:
    found = _ALWAYS_FINE.match(text)
    return found.end() if found else 0


def name(sign: str) -> str:
    """Print a character for an editor: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    code = ord(sign)
    known = _NAMELESS.get(code) or unicodedata.name(sign, "")
    if not known:
        private = unicodedata.category(sign) == "Co"
        known = "teken voor eigen gebruik" if private else "teken zonder naam"
    return f"U+{code:04X} {known}"


def _part_of_emoji(text: str, at: int) -> bool:
    """Tell whether a joiner or style sign stands in an emoji, as in a family or a heart."""
    before = text[at - 1 : at]
    if text[at] == _EMOJI_STYLE:
        return bool(before) and (
            unicodedata.category(before) in ("So", "Sk") or before in "0123456789#*‼⁉↔"
        )
    after = text[at + 1 : at + 2]
    around = all(sign and unicodedata.category(sign) in ("So", "Sk") for sign in (after,))
    fits = before == _EMOJI_STYLE or (before and unicodedata.category(before) in ("So", "Sk"))
    return text[at] == _JOINER and around and bool(fits)


def _other_alphabet(word: str) -> str:
    """Return the first letter that does not belong in a word with Latin letters, if any."""
    names = [(sign, unicodedata.name(sign, "")) for sign in word]
    if not any(found.startswith("LATIN") for _, found in names):
        return ""
    return next((s for s, found in names if found.startswith(_DECEIVE) or s in _LOOKALIKES), "")
