"""Identifiers of legal texts in front matter: the right shape for the right key."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from wijzer.legal.errors import MalformedReferenceError
from wijzer.legal.identifiers import KINDS
from wijzer.legal.place import ARTIKEL_TIP, is_article_number, is_part_number
from wijzer.model.fields import Regel, Tekst, refuse


def _shape(value: str, info: ValidationInfo) -> str:
    try:
        return str(KINDS[str(info.field_name)].parse(value))
    except MalformedReferenceError as error:
        why = error.text.partition(": ")[2]
        tip = f"{why[:1].upper()}{why[1:]}. {error.tip}" if why else error.tip
        raise refuse(f"is geen goede aanduiding: `{value}`", tip) from None


def _article(value: str) -> str:
    if not is_article_number(value):
        raise refuse(f"is geen artikelnummer: `{value}`", ARTIKEL_TIP)
    return value


def _part(value: str) -> str:
    if not is_part_number(value):
        tip = "Schrijf alleen het nummer of de letter, zoals: 1 of e"
        raise refuse(f"is geen nummer van een lid of onderdeel: `{value}`", tip)
    return value


CheckedIdentifier = Annotated[Tekst, AfterValidator(_shape)]
ArtikelNummer = Annotated[Regel, AfterValidator(_article)]
DeelNummer = Annotated[Regel, AfterValidator(_part)]
