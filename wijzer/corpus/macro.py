"""Macros: functions that authors may call in Markdown, what they know, and what comes of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from wijzer.base.files import Bestand
from wijzer.base.signs import fill, marked
from wijzer.corpus.calls import Call, MacroError, MacroProblem, read_calls
from wijzer.corpus.citations import cited_on
from wijzer.corpus.own_text import site_links
from wijzer.corpus.relations import Aanhaling, Graph
from wijzer.corpus.veranderingen import ONBEKEND, Veranderingen
from wijzer.model.document import Document
from wijzer.model.validate import choice, suggestion

__all__ = ["Context", "Expansion", "Macro", "MacroError", "MacroProblem", "Macros"]


PAGE_PARAMETERS = frozenset({"kernwaarde", "pagina", "regeling", "rollen"})
"""Parameters of macros that hold the id of a page."""


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

    def page_ids(self, call: Call) -> Iterator[int]:
        """Yield which literals of a call are ids of pages, counted as they are written."""
        try:
            bound = self.signature.bind(None, *range(len(call.arguments)), **_numbered(call))
        except TypeError:
            return
        for name, value in bound.arguments.items():
            if name in PAGE_PARAMETERS:
                yield from value if isinstance(value, tuple) else (value,)


def _numbered(call: Call) -> dict[str, int]:
    keys = (key for key, _ in call.options)
    return {key: number for number, key in enumerate(keys, len(call.arguments))}


Macros: TypeAlias = Mapping[str, Macro]


@dataclass(frozen=True)
class Expansion:
    """A text with its macro calls, and what they came to on one page."""

    template: str
    """Markdown in which every call stands between the signs of :mod:`wijzer.base.signs`."""
    outcomes: Mapping[str, str] = field(default_factory=dict)
    """What each call came to, by its :attr:`~wijzer.corpus.calls.Call.source`."""
    problems: tuple[MacroProblem, ...] = ()

    @cached_property
    def text(self) -> str:
        """The Markdown with every outcome in its place."""
        return self.fill(self.template)

    def fill(self, part: str) -> str:
        """Put the outcomes in a text that holds the template or a piece of it."""
        return fill(part, self.outcomes)


class Context:
    """What a macro knows: all pages, and the page on which it is called.

    It keeps what it expanded, so that every text is expanded once for each page that shows it.
    """

    def __init__(
        self,
        graph: Graph,
        document: Document,
        macros: Macros,
        bestanden: tuple[Bestand, ...] = (),
        veranderingen: Veranderingen = ONBEKEND,
    ) -> None:
        self.graph = graph
        self.document = document
        self.looked_ahead = False
        """Whether anything on this page depends on what is only there after the check."""
        self._macros = macros
        self._bestanden = bestanden
        self._veranderingen = veranderingen
        self._expansions: dict[str, Expansion] = {}
        self._busy: set[str] = set()

    @property
    def bestanden(self) -> tuple[Bestand, ...]:
        """Files that the site offers; none during the check and in the preview."""
        self.looked_ahead = True
        return self._bestanden

    @property
    def veranderingen(self) -> Veranderingen:
        """What changed on the site; nothing is known during the check."""
        self.looked_ahead = True
        return self._veranderingen

    @cached_property
    def own_places(self) -> frozenset[Aanhaling]:
        """The places in the law that this page cites itself: it shows their words."""
        return frozenset(one.plaats for one in cited_on(self.document))

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

    def expand(self, source: Document) -> Expansion:
        """Return the text of a page, its links and macros made for the page of this context."""
        path = source.path
        if path in self._busy:
            text = "deze macro toont de pagina waar hij zelf op staat"
            raise MacroError(text, "Haal de macro weg van deze pagina.")
        if path not in self._expansions:
            self._busy.add(path)
            try:
                self._expansions[path] = self._expanded(site_links(source, self.document))
            finally:
                self._busy.discard(path)
        return self._expansions[path]

    def sections(self, source: Document) -> dict[str, str]:
        """Return the expanded text under each heading of level 2 of a page."""
        outcomes = self.expand(source).outcomes
        found = source.body.sections_of(site_links(source, self.document))
        return {heading: _filled(text, outcomes) for heading, (_, text) in found.items()}

    def _expanded(self, text: str) -> Expansion:
        template: list[str] = []
        outcomes: dict[str, str] = {}
        problems: list[MacroProblem] = []
        for part in read_calls(text):
            match part:
                case str():
                    template.append(part)
                case MacroProblem():
                    problems.append(part)
                case Call():
                    try:
                        outcomes[part.source] = self._outcome(part)
                        template.append(marked(part.source))
                    except MacroError as error:
                        problems.append(MacroProblem.of(error, part.line))
        return Expansion("".join(template), outcomes, tuple(problems))

    def _outcome(self, call: Call) -> str:
        macro = self._macro(call.name)
        try:
            bound = macro.signature.bind(self, *call.arguments, **dict(call.options))
        except TypeError:
            tip = f"Zo gebruik je de macro: {macro.example}"
            raise MacroError(f"de macro `{macro.name}` krijgt andere gegevens mee", tip) from None
        if macro.block and not call.alone:
            tip = "Zet de macro op een eigen regel, met een lege regel ervoor en erna."
            raise MacroError(f"de macro `{macro.name}` staat midden in een tekst", tip)
        return macro.function(*bound.args, **bound.kwargs)

    def _macro(self, name: str) -> Macro:
        if name in self._macros:
            return self._macros[name]
        tip = choice(name, sorted(self._macros))
        raise MacroError(f"de macro `{name}` bestaat niet", tip)


def sealed_calls(text: str) -> str:
    """Return a text in which every call stands as in :attr:`Expansion.template`."""
    parts = read_calls(text)
    return "".join(marked(part.source) if isinstance(part, Call) else str(part) for part in parts)


def _filled(text: str, outcomes: Mapping[str, str]) -> str:
    """Put known outcomes in a piece of a text; a call that came to nothing leaves nothing."""
    parts = read_calls(text)
    return "".join(
        part if isinstance(part, str) else outcomes.get(getattr(part, "source", ""), "")
        for part in parts
    )
