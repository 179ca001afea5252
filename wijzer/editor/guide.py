"""The generated parts of the editor's guide: macros, keys and headings, straight from the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from pydantic import BaseModel

from wijzer.corpus.macro import Macros
from wijzer.editor.template import all_models, field_table, nested_models
from wijzer.model.gemeente import Gemeente
from wijzer.model.kinds import SOORTEN


def fill_guide(text: str, registry: Macros) -> str:
    """Return the guide with its generated blocks renewed.

    A block stands between ``<!-- name -->`` and ``<!-- einde name -->``.
    """
    parts = {
        "macros": "\n".join(_macro_rows(registry)),
        "velden": "\n\n".join(_field_tables()),
        "koppen": "\n".join(_heading_rows()),
    }
    for name, content in parts.items():
        text = _replace_block(text, name, content)
    return text


def _replace_block(text: str, name: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- einde {name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}\n{content}\n\n{match[2]}", text)


def _macro_rows(registry: Macros) -> Iterator[str]:
    yield "| Schrijf dit | Dan krijg je |\n|---|---|"
    for macro in registry.values():
        meaning = inspect.getdoc(macro.function) or ""
        alone = " Op een eigen regel." if macro.block else ""
        yield f"| `{macro.example}` | {' '.join(meaning.split())}{alone} |"


def _field_tables() -> Iterator[str]:
    for name, model in all_models():
        yield _field_table(name, model)
    parts: list[type[BaseModel]] = [Gemeente, *nested_models(Gemeente)]
    for part in dict.fromkeys(parts):
        yield _field_table(part.__name__, part)


def _field_table(name: str, model: type[BaseModel]) -> str:
    return f"### {name.capitalize()}\n\n{inspect.getdoc(model)}\n\n{field_table(model)}".rstrip()


def _heading_rows() -> Iterator[str]:
    for soort in SOORTEN:
        if soort.koppen:
            headings = ", ".join(f"`## {heading}`" for heading in soort.koppen)
            more = "".join(f" (mag erbij: `## {heading}`)" for heading in soort.optionele_koppen)
            yield f"- **{soort.naam}**: {headings}{more}"
