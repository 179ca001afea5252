"""Reading macro calls in Markdown: ``{{ name("literal", key="literal") }}``, no more.

Jinja in content is a shell: a template can reach Python's internals.  So content is only
*parsed* with Jinja's grammar, never rendered.  Every expression must be one call with literal
arguments; what it means is up to :mod:`wijzer.corpus.macro`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn, TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from wijzer.base.unseen import unseen

# `{#` opens an anchor in Markdown (`## Kop {#anker}`), so Jinja's comments are switched off.
_GRAMMAR = Environment(
    keep_trailing_newline=True, comment_start_string="\0{#", comment_end_string="#}\0"
)
_CURLY = re.compile(r"\{\{[^{}\n]*\}\}")
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'"))
FORM = 'Schrijf een macro zo: {{ verwijs("relatiegeschenken") }}'
_TRIMMED = re.compile(r"\{[{%][-+]|[-+][%}]\}")
"""Jinja drops the blank lines around it, and the heading below is no heading any more."""


class MacroError(Exception):
    """A macro was called with something that cannot be; the message is for the author."""

    def __init__(self, text: str, tip: str = "", unknown_id: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.tip = tip
        self.unknown_id = unknown_id


@dataclass(frozen=True)
class MacroProblem:
    """Something wrong with a call; ``line`` counts from 1 within the text."""

    line: int
    text: str
    tip: str = ""
    unknown_id: str = ""

    @classmethod
    def of(cls, error: MacroError, line: int) -> MacroProblem:
        """Return the problem that an error on a line is."""
        return cls(line, error.text, error.tip, error.unknown_id)


@dataclass(frozen=True)
class Call:
    """One call as an author wrote it."""

    name: str
    arguments: tuple[str, ...]
    """Texts; a number means its text: `artikel("awb", 8)`."""
    options: tuple[tuple[str, str], ...]
    line: int
    alone: bool
    """Whether it has its line for itself."""

    @property
    def source(self) -> str:
        """The call written anew: one spelling per meaning, without any sign of Markdown or Jinja.

        Letters, digits, spaces and hyphens of a text stand as they are; all else is a number.
        """
        options = (f"{key}={_literal_source(value)}" for key, value in self.options)
        return f"{self.name}({','.join([*map(_literal_source, self.arguments), *options])})"


_SIGN = re.compile(r"[^\w -]|_")
"""All but letters, digits, spaces and hyphens."""
Part: TypeAlias = str | Call | MacroProblem


@lru_cache(maxsize=2048)
def read_calls(text: str) -> tuple[Part, ...]:
    """Return a text as its pieces in order: Markdown, calls, and what is wrong."""
    if "{{" not in text and "{%" not in text:
        return (text,)
    if trimmed := _TRIMMED.search(text):
        line = text.count("\n", 0, trimmed.start()) + 1
        return text, MacroProblem(line, f"een macro kan niet met `{trimmed[0]}`", FORM)
    try:
        template = _GRAMMAR.parse(text)
    except TemplateSyntaxError as error:
        return text, _badly_written(text, error.lineno)
    except (RecursionError, ValueError) as error:  # ValueError: a number of 5,000 digits
        what = "heeft te veel lagen in elkaar"
        if isinstance(error, ValueError):
            what = "krijgt een getal mee dat te lang is"
        line = text[: text.index("{")].count("\n") + 1
        return text, MacroProblem(line, f"een macro {what}", FORM)
    return tuple(_parts(template, text.split("\n")))


def _badly_written(text: str, line: int) -> MacroProblem:
    """Say what is wrong with a call; the quotes that Word makes are mended in the example."""
    for found in _CURLY.finditer(text):
        number = text.count("\n", 0, found.start()) + 1
        mended = found[0].translate(_STRAIGHT)
        if number >= line and mended != found[0]:
            tip = f"Gebruik rechte aanhalingstekens: {mended}"
            return MacroProblem(number, "in een macro staan aanhalingstekens uit Word", tip)
    return MacroProblem(line, "een macro is niet goed geschreven", FORM)


def literal_places(text: str) -> Iterator[tuple[Call, tuple[tuple[int, int], ...]]]:
    """Yield every call with the places of its literals: arguments first, then options.

    A call whose literals are not written one by one (``"a" "b"`` is one text) has no places.
    """
    calls = (part for part in read_calls(text) if not isinstance(part, str))
    for part, places in zip(calls, _literal_tokens(text), strict=False):
        if isinstance(part, Call):
            known = len(places) == len(part.arguments) + len(part.options)
            yield part, tuple(places) if known else ()


def _literal_tokens(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield for everything between ``{{`` and ``}}`` where its literals stand."""
    at = 0
    found: list[tuple[int, int]] = []
    for _, kind, value in _GRAMMAR.lex(text):
        begin = text.index(value, at)
        at = begin + len(value)
        if kind == "variable_begin":
            found = []
        elif kind in ("string", "integer"):
            found.append((begin, at))
        elif kind == "variable_end":
            yield found


def _parts(template: nodes.Template, lines: list[str]) -> Iterator[Part]:
    for statement in template.body:
        if isinstance(statement, nodes.Output):
            for node in statement.nodes:
                yield _part(node, lines)
        else:
            text = "opdrachten tussen `{%` en `%}` mogen niet"
            yield MacroProblem(statement.lineno, text, FORM)


def _part(node: nodes.Node, lines: list[str]) -> Part:
    if isinstance(node, nodes.TemplateData):
        return node.data
    try:
        return _call(node, _alone(lines[node.lineno - 1]))
    except MacroError as error:
        return MacroProblem.of(error, node.lineno)


def _call(node: nodes.Node, alone: bool) -> Call:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        raise MacroError("tussen `{{` en `}}` mag alleen een macro staan", FORM)
    name = node.node.name
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        _refuse_argument(name)
    arguments = tuple(_literal(argument, name) for argument in node.args)
    options = {pair.key: _literal(pair.value, name) for pair in node.kwargs}
    return Call(name, arguments, tuple(options.items()), node.lineno, alone)


def _literal(node: nodes.Node, name: str) -> str:
    if not isinstance(node, nodes.Const) or type(node.value) not in (str, int):
        _refuse_argument(name)
    value = str(node.value)
    if any("\ud800" <= char <= "\udfff" for char in value):  # half a character: `"\ud800"`
        _refuse_argument(name)
    for found in unseen(value):  # written as "\u202e", say
        raise MacroError(found.text, found.tip)
    return value


def _refuse_argument(name: str) -> NoReturn:
    text = f"de macro `{name}` mag alleen tekst tussen aanhalingstekens of een getal krijgen"
    raise MacroError(text, FORM)


def _alone(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("{{") and stripped.endswith("}}") and stripped.count("{{") == 1


def _literal_source(value: str) -> str:
    numbered = _SIGN.sub(lambda found: f"\\U{ord(found[0]):08x}", value)
    return f'"{numbered}"'
