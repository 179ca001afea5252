"""JSON Schemas from the models: a form of every source that other programs can read.

They say what a file may look like; what the check knows besides (other pages, the law) is not in
them.  So a schema never refuses what the check accepts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from pydantic import BaseModel

from wijzer.model.contact import Contactpersoon
from wijzer.model.gemeente import Gemeente
from wijzer.model.hulp import Hulp
from wijzer.model.kinds import SOORTEN
from wijzer.model.schrijfhulp import Schrijfhulp
from wijzer.model.wet import Wetuitleg

Schema: TypeAlias = dict[str, Any]
_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors of YAML know best."""
_SCALAR = ["string", "number", "boolean", "null"]
"""We read every value as text, so `titel: 2027` and an empty value are fine to begin with."""


def schemas() -> Iterator[tuple[str, Schema]]:
    """Yield every schema with its file name: those of files of data, then those of pages."""
    yield "gemeente.schema.json", _schema(Gemeente, "gemeente.yml")
    yield "contact.schema.json", _per_role(_schema(Contactpersoon, "contact.yml"))
    yield "hulp.schema.json", _schema(Hulp, "hulp.yml")
    yield "wet-uitleg.schema.json", _schema(Wetuitleg, "wet-uitleg.yml")
    yield "schrijfhulp.schema.json", _schema(Schrijfhulp, "schrijfhulp.yml")
    for soort in SOORTEN:
        yield f"{soort.naam}.schema.json", _schema(soort.model, f"De kop van een {soort.naam}")


def print_schema(schema: Schema) -> str:
    """Return a schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(model: type[BaseModel], title: str) -> Schema:
    made = model.model_json_schema()
    for name, inner in made.get("$defs", {}).items():
        _in_dutch(inner, name)
    _in_dutch(made, title)
    return {"$schema": _DIALECT, **_each(made, _loosen)}


def _in_dutch(schema: Schema, title: str) -> None:
    """Give a model and its fields the names that an editor types; a closed list needs no text."""
    schema["title"] = title
    if "enum" in schema:
        schema.pop("description", None)
    for key, field in schema.get("properties", {}).items():
        field["title"] = key


def _each(value: Any, change: Callable[[Schema], Schema]) -> Any:
    """Return a schema with every schema in it changed, the innermost first."""
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    if isinstance(value, dict):
        return change({key: _each(item, change) for key, item in value.items()})
    return value


def _loosen(schema: Schema) -> Schema:
    """Let a text be written as YAML allows; `ja` is a truth and `2027` a title."""
    kind = schema.get("type")
    if "enum" in schema or kind not in ("string", "integer", "boolean", "null"):
        return schema
    return {key: value for key, value in schema.items() if key != "format"} | {"type": _SCALAR}


def _per_role(person: Schema) -> Schema:
    """Return the schema of a file with people by role."""
    defs = person.pop("$defs", {})
    dialect, title = person.pop("$schema"), person.pop("title")
    people = {"type": ["array", "null"], "items": person}
    return {
        "$schema": dialect,
        "title": title,
        "type": "object",
        "additionalProperties": people,
        **({"$defs": defs} if defs else {}),
    }
