"""What a field is besides its value: a relation, a fact for readers, or something internal.

A marker stands in the type of a field: ``Annotated[Datum, Feit("Geldig vanaf")]``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

_M = TypeVar("_M")


@dataclass(frozen=True)
class Relatie:
    """The field holds ids of pages of the given kinds (names of ``Soort``)."""

    naar: tuple[str, ...]
    verwant: bool = True
    """Both pages show each other under "Hangt samen met"; False when the relation has another
    place on the site."""

    def __init__(self, *naar: str, verwant: bool = True) -> None:
        object.__setattr__(self, "naar", naar)
        object.__setattr__(self, "verwant", verwant)


@dataclass(frozen=True)
class Feit:
    """The field is a fact about its page: readers see it on that page."""

    label: str
    vorm: str = "{}"
    """How the value is printed, such as ``Dilemma {}``."""
    boven: bool = False
    """The fact stands under the title; the others stand at the foot of the page."""


@dataclass(frozen=True)
class Intern:
    """No page of the site shows the field."""

    waarom: str
    """What it is for then; in English, for who reads the model."""


@dataclass(frozen=True)
class Later:
    """A new page begins without the field: it only comes up in the life of a page."""


@cache
def marked(model: type[BaseModel], marker: type[_M]) -> dict[str, _M]:
    """Return the fields of a model that have a marker, in their order, each with the marker."""
    found = {
        name: _in_metadata(info.metadata, marker) or _in_annotation(info.annotation, marker)
        for name, info in model.model_fields.items()
    }
    return {name: mark for name, mark in found.items() if mark is not None}


def _in_metadata(metadata: Iterable[Any], marker: type[_M]) -> _M | None:
    return next((item for item in metadata if isinstance(item, marker)), None)


def _in_annotation(annotation: Any, marker: type[_M]) -> _M | None:
    """Find the marker inside ``tuple[Annotated[str, Relatie(...)], ...]``."""
    if found := _in_metadata(getattr(annotation, "__metadata__", ()), marker):
        return found
    inner = (_in_annotation(part, marker) for part in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found), None)
