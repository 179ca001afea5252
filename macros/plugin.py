"""How MkDocs expands the macros: what mkdocs-macros-plugin calls, and what it may do.

The plugin gets pages in which only checked calls stand between its delimiters (see
:mod:`wijzer.base.signs`).  Jinja is a shell, so it gets nothing else either: no variables, no
filters, no macros of the plugin's own, and no grammar but that of a call.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from wijzer.corpus.corpus import Corpus
from wijzer.corpus.macro import Macro, Macros

_CALL = frozenset(
    "data variable_begin variable_end name lparen rparen comma assign string integer".split()
)


def offer(macros: Macros, env: Any) -> None:
    """Give the plugin these macros and take away all that it had; ``env`` is the plugin."""
    env.variables.clear()
    env.filters.clear()
    env.macros.clear()
    for macro in macros.values():
        env.macro(_on_the_page(macro, env), macro.name)


def _on_the_page(macro: Macro, env: Any) -> Callable[..., str]:
    @functools.wraps(macro.function)
    def call(*arguments: Any, **options: Any) -> str:
        corpus: Corpus = env.conf.extra["wijzer_site"].corpus
        page = corpus.by_site_path[env.page.file.src_uri]
        return macro.function(corpus.context(page), *arguments, **options)

    return call


def forget_variables(env: Any) -> None:
    """Take away what the plugin tells every page: settings, menu, files and the page itself.

    Without the page it does not see its front matter either, where ``render_macros`` could
    switch macros off.  One name stays: with none at all the plugin skips the page.
    """
    env.variables.clear()
    env.variables["macros"] = {}


class OnlyCalls(Extension):
    """Refuses everything in Jinja but calls with literals, and keeps the end of a page."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.keep_trailing_newline = True
        environment.globals.clear()

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a page; raise at the first that no call has."""
        for token in stream:
            if token.type not in _CALL:
                raise TemplateSyntaxError(f"not allowed: {token.type}", token.lineno)
            yield token
