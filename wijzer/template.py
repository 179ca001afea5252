"""What the models say about themselves: templates, the editor's table of fields, JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijzer.model.kinds import SOORTEN, Soort
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
    """Return a Markdown table of a model's fields for the editor's guide."""
    rows = ["| Sleutel | Verplicht | Uitleg | Voorbeeld |", "|---|---|---|---|"]
    rows += [
        f"| `{name}` | {_required(info)} | {info.description} | {_inline(name, info)} |"
        for name, info in model.model_fields.items()
    ]
    return "\n".join(rows)


def _required(info: FieldInfo) -> str:
    return "ja" if info.is_required() else "nee"


def _inline(name: str, info: FieldInfo) -> str:
    text = yaml_example(name, _example(info)).replace("\n", " ↵ ").replace("|", "\\|")
    return f"`{text}`" if info.examples and info.examples[0] != [] else ""


def all_models() -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield every model that an editor fills, with a heading; nested ones after their owner."""
    seen: set[type[BaseModel]] = set()
    for soort in SOORTEN:
        yield soort.naam, soort.model
        for info in soort.model.model_fields.values():
            for nested in inner_classes(info.annotation, BaseModel):
                if nested not in seen:
                    seen.add(nested)
                    yield nested.__name__.lower(), nested


def json_schema(soort: Soort) -> dict[str, Any]:
    """Return the JSON Schema of a kind's front matter, for editors that understand it."""
    return soort.model.model_json_schema(mode="validation")
