"""Identifiers of legal texts in front matter: the right shape for the right key.

Shapes: BWB and CVDR numbers as used by wetten.overheid.nl and lokaleregelgeving.overheid.nl,
CELEX (EUR-Lex), ECLI (Council conclusions 2011/C 127/01), official publications
(officielebekendmakingen.nl).
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from wijzer.model.fields import Tekst, refuse

SHAPES: dict[str, tuple[re.Pattern[str], str]] = {
    "bwb": (re.compile(r"BWB[RV]\d{7}"), "BWBR0001947"),
    "cvdr": (re.compile(r"CVDR\d{1,7}"), "CVDR696775"),
    "celex": (re.compile(r"[1-9CE]\d{4}[A-Z]{1,2}\d{4}"), "32016R0679"),
    "ecli": (
        re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}"),
        "ECLI:NL:HR:1977:AC1784",
    ),
    "publicatie": (re.compile(r"(?:gmb|stb|stcrt|trb|kst)-[0-9a-zA-Z-]+"), "gmb-2023-237726"),
}


def _shape(value: str, info: ValidationInfo) -> str:
    pattern, example = SHAPES[str(info.field_name)]
    if not pattern.fullmatch(value):
        raise refuse(f"is geen goede aanduiding: `{value}`", f"Zo ziet het eruit: {example}")
    return value


CheckedIdentifier = Annotated[Tekst, AfterValidator(_shape)]
