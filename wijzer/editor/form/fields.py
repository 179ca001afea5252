"""The fields of the form, from the models: a widget of Decap CMS for every type of field."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeAlias, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijzer.model.fields import Id, Regel, Samenvatting, Tekst
from wijzer.model.markers import Relatie, marked
from wijzer.model.validate import inner_classes
from wijzer.model.vocabulary import Woord

Widget: TypeAlias = dict[str, Any]
Option: TypeAlias = dict[str, str]
Pages = Callable[[Relatie], list[Option]]
"""The pages to which a relation may lead."""

_TEXT, _ONE_LINE, _SUMMARY, _ID = (get_args(kind)[-1] for kind in (Tekst, Regel, Samenvatting, Id))
_YES_NO = [{"label": "ja", "value": "true"}, {"label": "nee", "value": "false"}]
_NUMBER = ["^[1-9][0-9]{0,3}$", "Schrijf een heel getal vanaf 1, zoals: 12"]
_DAY: Widget = {
    "widget": "datetime",
    "format": "YYYY-MM-DD",
    "date_format": "YYYY-MM-DD",
    "time_format": False,
    "default": "",
}


def fields(model: type[BaseModel], pages: Pages) -> list[Widget]:
    """Return the fields of a model, in its order."""
    relations = marked(model, Relatie)
    return [
        _field(name, info, relations.get(name), pages) for name, info in model.model_fields.items()
    ]


def _field(name: str, info: FieldInfo, relation: Relatie | None, pages: Pages) -> Widget:
    return {
        "name": name,
        "label": label(name),
        "hint": (info.description or "").replace("`", ""),
        "required": info.is_required(),
        **(_many if _is_list(info) else _one)(info, relation, pages),
    }


def label(name: str) -> str:
    """Return how a key is called above its field: ``geldig_vanaf`` -> ``Geldig vanaf``."""
    return name.replace("_", " ").capitalize()


def _one(info: FieldInfo, relation: Relatie | None, pages: Pages) -> Widget:
    if options := pages(relation) if relation else _words(info):
        return {"widget": "select", "options": options}
    if nested := next(inner_classes(info.annotation, BaseModel), None):
        return {"widget": "object", "collapsed": True, "fields": fields(nested, pages)}
    if _has(info, bool):
        return {"widget": "select", "options": _YES_NO}
    if _has(info, datetime.date):
        return _DAY
    if _has(info, int):
        return {"widget": "string", "pattern": _NUMBER}
    return {"widget": "text" if _is_long(info) else "string"}


def _is_long(info: FieldInfo) -> bool:
    """Tell whether a text gets more than one line to type in."""
    short = _ONE_LINE in info.metadata or _ID in info.metadata
    return _SUMMARY in info.metadata or (_TEXT in info.metadata and not short)


def _many(info: FieldInfo, relation: Relatie | None, pages: Pages) -> Widget:
    if options := pages(relation) if relation else _words(info):
        return {"widget": "select", "multiple": True, "options": options, **_count(info)}
    shape: Widget = {"widget": "list", "minimize_collapsed": True, **_count(info)}
    if nested := next(inner_classes(info.annotation, BaseModel), None):
        return {**shape, "summary": _summary(nested), "fields": fields(nested, pages)}
    one = {"name": "regel", "label": "Regel", "widget": "string"}
    return {**shape, "summary": "{{fields.regel}}", "field": one}


def _summary(nested: type[BaseModel]) -> str:
    """Return what a folded item of a list shows: its required texts, else its first key."""
    names = [name for name, info in nested.model_fields.items() if info.is_required()]
    texts = [name for name in names if not _is_list(nested.model_fields[name])]
    return " – ".join(f"{{{{fields.{name}}}}}" for name in (texts or [*nested.model_fields])[:2])


def _count(info: FieldInfo) -> Widget:
    """Return how few and how many there may be, as the model says."""
    few = [item.min_length for item in info.metadata if isinstance(item, MinLen)]
    many = [item.max_length for item in info.metadata if isinstance(item, MaxLen)]
    return {**({"min": few[0]} if few else {}), **({"max": many[0]} if many else {})}


def _words(info: FieldInfo) -> list[Option]:
    found = next(inner_classes(info.annotation, StrEnum), None)
    return [{"label": _shown(word), "value": str(word)} for word in found] if found else []


def _shown(word: Any) -> str:
    return word.label if isinstance(word, Woord) else str(word)


def _has(info: FieldInfo, kind: type[Any]) -> bool:
    return next(inner_classes(info.annotation, kind), None) is not None


def _is_list(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is tuple
