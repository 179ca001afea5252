"""From raw to typed: every mistake in a front matter becomes a Dutch finding."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wijzer.base.findings import Melding, quoted
from wijzer.load.document import RawDocument
from wijzer.load.yaml_text import Location, Value
from wijzer.model.document import Document
from wijzer.model.soort import Soort

M = TypeVar("M", bound=BaseModel)


def to_document(raw: RawDocument, soort: Soort) -> tuple[Document | None, list[Melding]]:
    """Type a raw document; return it, or None and all that is wrong with its front matter."""
    model, meldingen = validate(soort.model, raw.values, raw.path, raw.line_of)
    return (Document(soort, model, raw) if model else None), meldingen


def validate(
    model: type[M], values: Mapping[str, Value], path: str, line_of: Callable[[Location], int]
) -> tuple[M | None, list[Melding]]:
    """Type raw values; return the model, or None and all that is wrong.

    ``line_of`` tells on which line of the file at ``path`` a value stands.
    """
    try:
        return model.model_validate(dict(values)), []
    except ValidationError as error:
        return None, list(_findings(model, error, path, line_of))


def _findings(
    model: type[BaseModel], error: ValidationError, path: str, line_of: Callable[[Location], int]
) -> Iterator[Melding]:
    details = error.errors(include_url=False)
    around = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    for detail in details:
        location = tuple(detail["loc"])
        if detail["type"] == "too_short" and location in around:
            continue  # its items are wrong, not too few
        text, tip = explain(model, location, detail)
        field = str(detail.get("ctx", {}).get("veld", ""))
        at = (*location, field) if field else location
        yield Melding(path, line_of(at), text, tip)


def explain(model: type[BaseModel], location: Location, detail: ErrorDetails) -> tuple[str, str]:
    """Return in Dutch what is wrong at a place in a model, and what is expected there."""
    name = field_label(location)
    parent = model_at(model, location[:-1])
    example = _example(model, location)
    match detail["type"]:
        case "missing":
            explained = f"de sleutel `{name}` ontbreekt", _with("Voeg toe:", example)
        case "extra_forbidden":
            explained = _unknown_key(name, str(location[-1]), parent)
        case "enum":
            explained = _unknown_word(model, name, location, detail)
        case "tuple_type" | "list_type" | "model_type" | "model_attributes_type":
            explained = _wrong_shape(name, detail, example)
        case "less_than_equal":
            limit = detail["ctx"]["le"]
            text = f"`{name}` is te hoog: `{detail['input']}`"
            explained = text, f"Het hoogste nummer is {limit}."
        case "too_short" | "too_long":
            explained = _wrong_count(name, detail)
        case _:
            explained = _custom(name, detail)
    return explained


def _wrong_shape(name: str, detail: ErrorDetails, example: str) -> tuple[str, str]:
    found = detail["input"]
    if not found:
        return f"`{name}` is leeg", "Vul een waarde in of haal de regel weg."
    shown = f"`{found}`" if isinstance(found, str) else "iets anders"
    if detail["type"] in ("tuple_type", "list_type"):
        tip = _with("Zet elke waarde op een eigen regel:", example)
        return f"`{name}` moet een lijst zijn; er staat {shown}", tip
    return (
        f"`{name}` moet sleutels met waarden hebben; er staat {shown}",
        _with("Bijvoorbeeld:", example),
    )


def _with(lead: str, example: str) -> str:
    """Put an example behind its lead, or below it when it takes more lines."""
    return f"{lead}\n{example}" if "\n" in example else f"{lead} {example}"


def _custom(name: str, detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    text = str(context.get("text", detail["msg"]))
    sentence = text if not name or text.startswith("`") else f"`{name}` {text}"
    return sentence, str(context.get("tip", ""))


def _unknown_key(name: str, key: str, parent: type[BaseModel] | None) -> tuple[str, str]:
    known = list(parent.model_fields) if parent else []
    hint = suggestion(key, known)
    tip = hint or f"Deze sleutels mogen hier: {', '.join(known)}."
    return f"de sleutel `{name}` is onbekend", tip


def _unknown_word(
    model: type[BaseModel], name: str, location: Location, detail: ErrorDetails
) -> tuple[str, str]:
    words = [str(word) for word in _enum_words(model, location)]
    choice = f"Kies uit: {quoted(words)}."
    if not isinstance(detail["input"], str):
        return f"`{name}` moet één woord zijn; er staat een lijst of een groep sleutels", choice
    found = detail["input"]
    if not found:
        return f"`{name}` is leeg", choice
    tip = suggestion(found, words) or choice
    return f"`{name}` heeft een onbekende waarde: `{found}`", tip


def _wrong_count(name: str, detail: ErrorDetails) -> tuple[str, str]:
    context = detail["ctx"]
    found = context["actual_length"]
    if "min_length" in context and found is not None and found < context["min_length"]:
        return f"`{name}` heeft er te weinig: {found}", f"Het minste is {context['min_length']}."
    return f"`{name}` heeft er te veel: {found}", f"Het meeste is {context['max_length']}."


def suggestion(found: str, known: Iterable[str]) -> str:
    """Return ``Bedoelde je `x`?`` for the nearest known word, or an empty text."""
    near = difflib.get_close_matches(found.lower(), list(known), n=1, cutoff=0.6)
    return f"Bedoelde je `{near[0]}`?" if near else ""


_FEW = 5
_NEAREST = 3


def choice(found: str, known: Iterable[str], intro: str = "Kies uit") -> str:
    """Return what was probably meant; else all known words when they are few, or the nearest."""
    words = list(known)
    if hint := suggestion(found, words):
        return hint
    if len(words) <= _FEW:
        return f"{intro}: {', '.join(words)}."
    near = difflib.get_close_matches(found.lower(), words, n=_NEAREST, cutoff=0.0)
    return f"Dichtbij staan: {', '.join(near)}."


def field_label(location: Location) -> str:
    """Print a location for an editor: ``artikelen (2e) nummer``."""
    parts: list[str] = []
    for part in location:
        if isinstance(part, int):
            parts.append(f"({part + 1}e)")
        else:
            parts.append(part)
    return " ".join(parts)


def model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """Return the model that holds the fields at ``location``."""
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current else None
        current = next(inner_classes(field.annotation, BaseModel), None) if field else None
    return current


def _enum_words(model: type[BaseModel], location: Location) -> list[Any]:
    names = [part for part in location if isinstance(part, str)]
    parent = model_at(model, tuple(names[:-1]))
    field = parent.model_fields.get(names[-1]) if parent else None
    for found in inner_classes(field.annotation, StrEnum) if field else ():
        return list(found.__members__.values())
    return []


def inner_classes(annotation: Any, base: type[Any]) -> Iterator[type[Any]]:
    """Yield the classes below ``base`` inside ``tuple[...]``, ``X | None`` and ``Annotated``."""
    if get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from inner_classes(part, base)
    elif isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation


def _example(model: type[BaseModel], location: Location) -> str:
    """Return the field at ``location`` with its example; that of the list for an item of it."""
    while location and isinstance(location[-1], int):
        location = location[:-1]
    if not location:
        return ""
    owner = model_at(model, location[:-1])
    field = owner.model_fields.get(str(location[-1])) if owner else None
    examples = field.examples if field else None
    return yaml_example(str(location[-1]), examples[0] if examples else "…")


def yaml_example(key: str, value: object) -> str:
    """Print a field with an example value as YAML; lists and groups may hold others."""
    if isinstance(value, list):
        return "\n".join([f"{key}:", *(_item(item) for item in value or ["…"])])
    if isinstance(value, dict):
        return f"{key}:\n  " + _group(value).replace("\n", "\n  ")
    return f"{key}: {value}"


def _group(values: dict[str, object]) -> str:
    return "\n".join(yaml_example(key, value) for key, value in values.items())


def _item(item: object) -> str:
    text = _group(item) if isinstance(item, dict) else str(item)
    return "  - " + text.replace("\n", "\n    ")
