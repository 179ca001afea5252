"""What the form gets of a source, and the source that its answer makes.

The form never sees YAML: it gets the values as our own reader read them, and what it sends back is
laid over the source.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel

from wijzer.base.trouble import PlainError
from wijzer.editor.form.rewrite import rewritten
from wijzer.load.document import FENCE
from wijzer.load.edit import Aanpassing, apply, plain_text
from wijzer.load.yaml_places import header_span
from wijzer.load.yaml_text import Location, Value, read_yaml
from wijzer.model.validate import model_at

BODY = "body"
VERSION = "_versie"
"""Which text the form began with; it keeps keys that it does not know."""
Entry: TypeAlias = dict[str, Any]
_WORDS = {True: "true", False: "false", None: ""}


def to_entry(data: bytes, *, page: bool) -> Entry:
    """Return what the form shows of a source; a page has a text below its values.

    Raises :class:`PlainError` when the source cannot be read.
    """
    text = plain_text(data)
    head, body = _split(text) if page else (text, None)
    reading = read_yaml(head)
    if reading.problems:
        raise PlainError(f"{reading.problems[0].text}. {reading.problems[0].tip}")
    entry: Entry = {**reading.values, VERSION: version(data)}
    return entry if body is None else {**entry, BODY: body}


def version(data: bytes) -> str:
    """Return what tells one text of a source from another."""
    return hashlib.sha256(data).hexdigest()


def from_entry(data: bytes, entry: Mapping[str, Any], model: type[BaseModel] | None) -> bytes:
    """Return the source with what the form sends; what is the same stays byte for byte.

    A new page has no ``data``.  Without ``model`` a new key comes last.
    """
    page = BODY in entry
    before = data or (f"{FENCE}\n{FENCE}\n".encode() if page else b"")
    text = plain_text(before)
    head, body = _split(text) if page else (text, "")
    old = read_yaml(head).values
    new = _values({key: v for key, v in entry.items() if key not in (BODY, VERSION)}, old)
    new_head = rewritten(head, new, _order_of(model))
    if read_yaml(new_head).values != new:
        raise PlainError("Dit is niet goed op te schrijven. Verander het bestand zelf.")
    begin = text.index("\n") + 1 if page else 0
    changes = [Aanpassing(begin, begin + len(head), new_head)] if new_head != head else []
    if page and (new_body := str(entry[BODY])) != body:
        tail = "" if new_body.endswith("\n") else "\n"
        changes.append(Aanpassing(len(text) - len(body), len(text), new_body + tail))
    return apply(before, changes)


def _split(text: str) -> tuple[str, str]:
    """Return the lines between the fences of a page, and what is below them."""
    try:
        first, end = header_span(text)
    except ValueError:
        raise PlainError("De kop tussen twee regels `---` ontbreekt.") from None
    below = text.find("\n", end)
    return text[first:end], "" if below < 0 else text[below + 1 :]


def _order_of(model: type[BaseModel] | None) -> Callable[[Location], Sequence[str]]:
    def order(at: Location) -> Sequence[str]:
        found = model_at(model, at) if model else None
        return list(found.model_fields) if found else []

    return order


def _values(new: Mapping[str, Any], old: Mapping[str, Value]) -> dict[str, Value]:
    """Return values as text, without what is empty; but a key that stood empty stays."""
    read = {key: _value(value, old.get(key)) for key, value in new.items()}
    return {key: value for key, value in read.items() if value or old.get(key) == value}


def _value(new: Any, old: Value | None) -> Value:
    if new == old and isinstance(old, str):
        return old
    if isinstance(new, dict):
        return _values(new, old if isinstance(old, dict) else {})
    if isinstance(new, list):
        before = old if isinstance(old, list) else []
        read = [_value(one, before[n] if n < len(before) else None) for n, one in enumerate(new)]
        return [one for one in read if one]
    return _WORDS[new] if new is None or isinstance(new, bool) else _text(new)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else json.dumps(value)
