"""Identifiers of legal texts: one frozen class per kind, each with one written form.

Shapes: BWB and CVDR numbers as used by wetten.overheid.nl and lokaleregelgeving.overheid.nl,
CELEX and ELI (EUR-Lex), ECLI (Council conclusions 2011/C 127/01), official publications
(officielebekendmakingen.nl).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self, TypeAlias

from wijzer.legal.errors import MalformedReferenceError


@dataclass(frozen=True, order=True)
class _Identifier:
    """Base: a checked value in its normal form; ``parse`` also takes other spellings."""

    waarde: str

    VORM: ClassVar[re.Pattern[str]]
    NAAM: ClassVar[str]
    VOORBEELD: ClassVar[str]

    def __post_init__(self) -> None:
        if not self.VORM.fullmatch(self.waarde):
            raise MalformedReferenceError(self._what_is_wrong(self.waarde), self.VOORBEELD)

    def __str__(self) -> str:
        return self.waarde

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an identifier; raise :class:`MalformedReferenceError` with what is wrong."""
        return cls(cls._normal(text.strip()))

    @classmethod
    def _normal(cls, text: str) -> str:
        return text.upper()

    @classmethod
    def _what_is_wrong(cls, text: str) -> str:
        return f"`{text}` is geen {cls.NAAM}"


class Bwb(_Identifier):
    """A national regulation (R) or treaty (V) in the Basiswettenbestand."""

    VORM = re.compile(r"BWB[RV]\d{7}", re.ASCII)
    NAAM = "BWB-nummer"
    VOORBEELD = "BWBR0001947"

    @classmethod
    def _what_is_wrong(cls, text: str) -> str:
        if found := re.fullmatch(r"BWB[RV](\d+)", text):
            return f"`{text}` is geen BWB-nummer: het heeft {len(found[1])} cijfers in plaats van 7"
        if re.fullmatch(r"BWB\w?\d+", text):
            return f"`{text}` is geen BWB-nummer: na BWB hoort een R (regeling) of een V (verdrag)"
        return super()._what_is_wrong(text)


class Cvdr(_Identifier):
    """A local rule; the version follows a slash (an underscore is read as well)."""

    VORM = re.compile(r"CVDR[1-9]\d{0,6}(?:/[1-9]\d{0,3})?", re.ASCII)
    NAAM = "CVDR-nummer"
    VOORBEELD = "CVDR696775"

    @classmethod
    def _normal(cls, text: str) -> str:
        return text.upper().replace("_", "/")


_ELI = re.compile(
    r"(?:.*/)?eli/(reg|dir|dec)/(\d{4})/(\d{1,4})(?:/oj(?:/[a-z]{3})?)?/?", re.I | re.A
)
_ELI_TYPES = {"reg": "R", "dir": "L", "dec": "D"}


class Celex(_Identifier):
    """A text of the European Union; its ELI is another way to write the same number."""

    VORM = re.compile(r"[1-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?", re.ASCII)
    NAAM = "CELEX-nummer"
    VOORBEELD = "32016R0679"

    @classmethod
    def _normal(cls, text: str) -> str:
        if eli := _ELI.fullmatch(text):
            return f"3{eli[2]}{_ELI_TYPES[eli[1].lower()]}{int(eli[3]):04d}"
        return text.upper().removeprefix("CELEX:")

    @property
    def eli(self) -> str:
        """``eli/reg/2016/679/oj`` for a regulation, directive or decision; else empty."""
        if found := re.fullmatch(r"3(\d{4})([RLD])(\d{4})", self.waarde):
            kind = next(name for name, letter in _ELI_TYPES.items() if letter == found[2])
            return f"eli/{kind}/{found[1]}/{int(found[3])}/oj"
        return ""

    @property
    def nummer(self) -> str:
        """The number as people write it: ``2016/679``; empty when it has none."""
        found = re.fullmatch(r"3(\d{4})[RLD](\d{4})", self.waarde)
        return f"{found[1]}/{int(found[2])}" if found else ""


class Ecli(_Identifier):
    """A judgment."""

    VORM = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", re.ASCII)
    NAAM = "ECLI"
    VOORBEELD = "ECLI:NL:HR:1977:AC1784"

    @classmethod
    def _what_is_wrong(cls, text: str) -> str:
        if text.startswith("ECLI:") and (parts := text.count(":") + 1) != 5:
            return f"`{text}` is geen ECLI: het heeft {parts} delen in plaats van 5"
        return super()._what_is_wrong(text)


class Publicatie(_Identifier):
    """An official publication: journals carry a year, parliamentary papers do not."""

    VORM = re.compile(
        r"(?:gmb|prb|wsb|bgr|stb|stcrt|trb)-\d{4}-[1-9]\d{0,6}|kst-\d{4,6}(?:-[0-9A-Z]+){0,3}",
        re.ASCII,
    )
    NAAM = "officiële bekendmaking"
    VOORBEELD = "gmb-2023-237726"

    @classmethod
    def _normal(cls, text: str) -> str:
        journal, dash, rest = text.partition("-")
        return journal.lower() + dash + rest.upper()


Identifier: TypeAlias = Bwb | Cvdr | Celex | Ecli | Publicatie

KINDS: dict[str, type[Identifier]] = {
    "bwb": Bwb,
    "cvdr": Cvdr,
    "celex": Celex,
    "ecli": Ecli,
    "publicatie": Publicatie,
}
"""The kinds by the key that `bron` uses for them."""
