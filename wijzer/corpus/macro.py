"""What an author may call inside Markdown: ``{{ name("literal", key="literal") }}``, no more.

Jinja in content is a shell: a template can reach Python's internals.  So content is only
*parsed* with Jinja's grammar, never rendered.  Every expression must be one call of a
registered macro with literal arguments; that call is then made directly.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NoReturn, TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from wijzer.base.files import Bestand
from wijzer.base.findings import quoted
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.validate import suggestion

# `{#` opens an anchor in Markdown (`## Kop {#anker}`), so Jinja's comments are switched off.
_GRAMMAR = Environment(
    keep_trailing_newline=True, comment_start_string="\0{#", comment_end_string="#}\0"
)
_FORM = 'Schrijf een macro zo: {{ verwijs("relatiegeschenken") }}'


class MacroError(Exception):
    """A macro was called with something that cannot be; the message is for the author."""

    def __init__(self, text: str, tip: str = "", unknown_id: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.tip = tip
        self.unknown_id = unknown_id


@dataclass(frozen=True)
class Context:
    """What a macro knows: all pages, and the page in which it is called."""

    graph: Graph
    document: Document
    bestanden: tuple[Bestand, ...] = ()
    """Files that the site offers; none during the check and in the preview."""

    def find(self, document_id: str) -> Document:
        """Return a page by id; raise :class:`MacroError` when there is none."""
        found = self.graph.documents.get(document_id)
        if found is None:
            tip = suggestion(document_id, self.graph.documents) or "Kijk in de map naar de naam."
            text = f"de pagina `{document_id}` bestaat niet"
            raise MacroError(text, tip, unknown_id=document_id)
        if found.model.concept and not self.document.model.concept:
            tip = "Publiceer die pagina eerst, of haal de macro weg."
            raise MacroError(f"de pagina `{document_id}` is nog concept", tip)
        return found


@dataclass(frozen=True)
class Macro:
    """A function that authors may call.

    ``function`` takes the :class:`Context` first and literal arguments after it, and returns
    Markdown.  A ``block`` macro makes paragraphs or lists, so it stands on a line of its own.
    """

    function: Callable[..., str]
    example: str
    block: bool = False

    @cached_property
    def signature(self) -> inspect.Signature:
        """What the function takes."""
        return inspect.signature(self.function)

    @property
    def name(self) -> str:
        """The name by which authors call it."""
        return self.function.__name__


Macros: TypeAlias = Mapping[str, Macro]


@dataclass(frozen=True)
class MacroProblem:
    """Something wrong with a call; ``line`` counts from 1 within the text."""

    line: int
    text: str
    tip: str = ""
    unknown_id: str = ""


@dataclass
class _Expansion:
    context: Context
    registry: Macros
    source: list[str]
    problems: list[MacroProblem] = field(default_factory=list)

    def part(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        try:
            return self.call(node)
        except MacroError as error:
            problem = MacroProblem(node.lineno, error.text, error.tip, error.unknown_id)
            self.problems.append(problem)
            return ""

    def call(self, node: nodes.Node) -> str:
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            raise MacroError("tussen `{{` en `}}` mag alleen een macro staan", _FORM)
        macro = self._find(node.node.name)
        arguments, options = _literals(node, macro.name)
        try:
            macro.signature.bind(self.context, *arguments, **options)
        except TypeError:
            tip = f"Zo gebruik je de macro: {macro.example}"
            raise MacroError(f"de macro `{macro.name}` krijgt andere gegevens mee", tip) from None
        if macro.block and not _alone(self.source[node.lineno - 1]):
            tip = "Zet de macro op een eigen regel, met een lege regel ervoor en erna."
            raise MacroError(f"de macro `{macro.name}` staat midden in een tekst", tip)
        return macro.function(self.context, *arguments, **options)

    def _find(self, name: str) -> Macro:
        if name in self.registry:
            return self.registry[name]
        tip = suggestion(name, self.registry) or f"Kies uit: {quoted(sorted(self.registry))}."
        raise MacroError(f"de macro `{name}` bestaat niet", tip)


def expand(text: str, context: Context, registry: Macros) -> tuple[str, list[MacroProblem]]:
    """Replace every macro call in ``text``; return the Markdown and what was wrong."""
    if "{{" not in text and "{%" not in text:
        return text, []
    try:
        template = _parse(text)
    except TemplateSyntaxError as error:
        problem = MacroProblem(error.lineno, "een macro is niet goed geschreven", _FORM)
        return text, [problem]
    except RecursionError:
        line = text[: text.index("{")].count("\n") + 1
        return text, [MacroProblem(line, "een macro heeft te veel lagen in elkaar", _FORM)]
    expansion = _Expansion(context, registry, text.split("\n"))
    return "".join(_parts(template, expansion)), expansion.problems


@lru_cache(maxsize=2048)
def _parse(text: str) -> nodes.Template:
    """Parse a text; cards, workshop and check read the same texts, and nobody changes a tree."""
    return _GRAMMAR.parse(text)


def _parts(template: nodes.Template, expansion: _Expansion) -> Iterator[str]:
    for statement in template.body:
        if isinstance(statement, nodes.Output):
            yield from (expansion.part(node) for node in statement.nodes)
        else:
            text = "opdrachten tussen `{%` en `%}` mogen niet"
            expansion.problems.append(MacroProblem(statement.lineno, text, _FORM))


def _literals(node: nodes.Call, name: str) -> tuple[list[Any], dict[str, Any]]:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        _refuse_argument(name)
    arguments = [_literal(argument, name) for argument in node.args]
    options = {pair.key: _literal(pair.value, name) for pair in node.kwargs}
    return arguments, options


def _literal(node: nodes.Node, name: str) -> str | int:
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
        return node.value
    _refuse_argument(name)


def _refuse_argument(name: str) -> NoReturn:
    text = f"de macro `{name}` mag alleen tekst tussen aanhalingstekens of een getal krijgen"
    raise MacroError(text, _FORM)


def _alone(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("{{") and stripped.endswith("}}") and stripped.count("{{") == 1
