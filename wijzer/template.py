"""What the models say about themselves: templates and the editor's table of fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijzer.model.kinds import SOORTEN, Soort
from wijzer.model.pages import Pagina
from wijzer.model.validate import inner_classes, yaml_example

_FILLED_BY_HAND = {"beoordeeld_op", "oude_paden", "concept"}


def template(soort: Soort) -> str:
    """Return the text of a new page: every key with an example, every heading."""
    fields = soort.model.model_fields.items()
    keys = [
        yaml_example(name, _example(info)) for name, info in fields if name not in _FILLED_BY_HAND
    ]
    keys.append("concept: true")
    headings = [f"## {heading}\n\n…\n" for heading in soort.koppen] or ["## …\n\n…\n"]
    return "\n".join(["---", *keys, "---", "", *headings])


def _example(info: FieldInfo) -> Any:
    return info.examples[0] if info.examples else "…"


def field_table(model: type[BaseModel]) -> str:
    """Return a Markdown table of a model's own fields for the editor's guide.

    Fields that a page of every kind has stand in the table of :class:`Pagina` only.
    """
    rows = ["| Sleutel | Moet | Uitleg | Voorbeeld |", "|---|---|---|---|"]
    shared = Pagina.model_fields if model is not Pagina and issubclass(model, Pagina) else {}
    for name, info in model.model_fields.items():
        if name not in shared:
            example = _inline(name, info)
            rows.append(f"| `{name}` | {_required(info)} | {info.description} | {example} |")
    return "\n".join(rows)


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


def all_models() -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield every model that an editor fills, with a heading; nested ones after their owner."""
    seen: set[type[BaseModel]] = set()
    yield "elke pagina", Pagina
    for soort in SOORTEN:
        yield soort.naam, soort.model
        for info in soort.model.model_fields.values():
            for nested in inner_classes(info.annotation, BaseModel):
                if nested not in seen:
                    seen.add(nested)
                    yield nested.__name__.lower(), nested
