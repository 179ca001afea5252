"""What the models say about themselves: templates and the editor's table of fields."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijzer.model.fields import UNFILLED
from wijzer.model.kinds import SOORTEN
from wijzer.model.markers import Later, Relatie, marked
from wijzer.model.pages import Pagina
from wijzer.model.soort import Soort, Soorten
from wijzer.model.validate import inner_classes, yaml_example


def template(soort: Soort, nummer: int | None = None) -> str:
    """Return the text of a new page: its keys and headings, ``…`` where something must come.

    Only ids and words from a closed list are examples; text and dates are not, because an
    example that stays behind would be read as a fact.
    """
    later = marked(soort.model, Later)
    keys = [
        yaml_example(name, nummer if name == "nummer" and nummer else _start(soort.model, name))
        for name in soort.model.model_fields
        if name not in later
    ]
    keys.append("concept: true")
    headings = [f"## {heading}\n\n…\n" for heading in soort.koppen] or ["## …\n\n…\n"]
    return "\n".join(["---", *keys, "---", "", *headings])


def _start(model: type[BaseModel], name: str) -> Any:
    """Return what a field of a new page holds."""
    info = model.model_fields[name]
    example = _example(info)
    if name in marked(model, Relatie) or any(inner_classes(info.annotation, StrEnum)):
        return example
    nested = next(inner_classes(info.annotation, BaseModel), None)
    if nested is None:
        return [UNFILLED] if isinstance(example, list) else UNFILLED
    if isinstance(example, list) and any("id" in item for item in example):
        return example  # items that name each other: the example shows how they hang together
    if isinstance(example, dict):
        return dict.fromkeys(example, UNFILLED)
    keys = [key for key, field in nested.model_fields.items() if field.is_required()]
    item = {key: _start(nested, key) for key in keys}
    return [item] * max((m.min_length for m in info.metadata if isinstance(m, MinLen)), default=1)


def _example(info: FieldInfo) -> Any:
    return info.examples[0] if info.examples else "…"


def field_table(model: type[BaseModel]) -> str:
    """Return a Markdown table of a model's own fields for the editor's guide.

    Fields that a page of every kind has stand in the table of :class:`Pagina` only; a kind without
    fields of its own has no table.
    """
    rows = ["| Sleutel | Moet | Uitleg | Voorbeeld |", "|---|---|---|---|"]
    shared = Pagina.model_fields if model is not Pagina and issubclass(model, Pagina) else {}
    for name, info in model.model_fields.items():
        if name not in shared:
            example = _inline(name, info)
            rows.append(f"| `{name}` | {_required(info)} | {info.description} | {example} |")
    return "\n".join(rows) if len(rows) > 2 else ""


def _required(info: FieldInfo) -> str:
    return "ja" if info.is_required() else "nee"


def _inline(name: str, info: FieldInfo) -> str:
    """Print an example on one line, as YAML allows: a list between brackets."""
    value = _example(info)
    if value == []:
        return ""
    if isinstance(value, list) and not isinstance(value[0], dict):
        return f"`{name}: [{', '.join(map(str, value))}]`"
    return "`" + "` `".join(yaml_example(name, value).split("\n")) + "`"


def all_models(soorten: Soorten = SOORTEN) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield every model that an editor fills, with a heading; nested ones after their owner."""
    seen: set[type[BaseModel]] = set()
    yield "elke pagina", Pagina
    for name, model in ((soort.naam, soort.model) for soort in soorten):
        yield name, model
        for nested in nested_models(model):
            if nested not in seen:
                seen.add(nested)
                yield nested.__name__.lower(), nested


def nested_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the models of the groups of keys inside a model, each after the one around it."""
    for info in model.model_fields.values():
        for nested in inner_classes(info.annotation, BaseModel):
            yield nested
            yield from nested_models(nested)
