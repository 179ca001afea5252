"""Changing one field at a time, and seeing whether anything of the site changes with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from pydantic import BaseModel, TypeAdapter

from tests.boom import DAG
from wijzer.app.around import around
from wijzer.cards.card import cards
from wijzer.cards.deck import site_decks
from wijzer.cards.form import Vorm
from wijzer.cards.typst_input import Edition, deck_data
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.relations import build_graph
from wijzer.load.yaml_text import read_yaml
from wijzer.model.document import Document
from wijzer.model.markers import Relatie, marked
from wijzer.model.pages import Bron
from wijzer.model.validate import yaml_example
from wijzer.model.vocabulary import Woord
from wijzer.model.wegwijzer import Instelling
from wijzer.model.workshop import Workshop
from wijzer.pages.compose import compose
from wijzer.pages.vcard import vcards
from wijzer.poster.content import DRUKWERK, print_data
from wijzer.search.facts import page_facts
from wijzer.search.help import help_data

Field: TypeAlias = tuple[type[BaseModel], str]
"""A field: the model that declares it, and its name."""


def everything(corpus: Corpus) -> object:
    """Return all that a reader can get: pages, search, contact cards, posters and booklet."""
    plans = (d.model.stappenplan for d in corpus.all_documents if isinstance(d.model, Workshop))
    edition = Edition(DAG, None, next(plans, None))
    return (
        [(page.pad, page.text, page.concept) for page in compose(corpus)],
        page_facts(corpus),
        help_data(corpus),
        around(corpus).nummers,
        [*vcards(corpus)],
        [print_data(druk, corpus, None, "vandaag") for druk in DRUKWERK],
        [deck_data(deck, Vorm.BEGELEIDER, edition, {}) for deck in site_decks(cards(corpus, None))],
    )


def declared(model: type[BaseModel], name: str) -> Field:
    """Return a field with the model that declares it: ``Pagina`` for the title of a dilemma."""
    owners = (c for c in model.__mro__ if name in getattr(c, "__annotations__", {}))
    return next(owners), name


def changed_corpora(corpus: Corpus) -> Iterator[tuple[Field, Corpus]]:
    """Yield the corpus with one field of one page, person or text changed, for all of them."""
    for document in corpus.all_documents:
        for field, model in _changes(document.model, corpus):
            yield field, _with(corpus, document, replace(document, model=model))
        for index, person in enumerate(document.contact):
            for field, other in _changes(person, corpus):
                people = _replaced(document.contact, index, other)
                yield field, _with(corpus, document, replace(document, contact=people))
    texts = corpus.hulpteksten.hulp
    for field, hulp in _changes(texts, corpus) if texts else ():
        yield field, replace(corpus, hulpteksten=replace(corpus.hulpteksten, hulp=hulp))


def _with(corpus: Corpus, old: Document, new: Document) -> Corpus:
    documents = tuple(new if d is old else d for d in corpus.all_documents)
    graph = build_graph(documents, corpus.graph.stand, corpus.soorten, corpus.gemeente)
    return replace(corpus, graph=graph, all_documents=documents)


def _changes(root: Any, corpus: Corpus) -> Iterator[tuple[Field, Any]]:
    """Yield a model once per field, with another value there; the models inside it as well.

    An id inside a page is renamed wherever that page uses it.
    """
    ids = dict(_ids(root))
    for name, field in ids.items():
        yield field, _renamed(root, name, f"{name}-anders")
    yield from _walk(root, corpus, [*ids])


def _ids(model: Any) -> Iterator[tuple[str, Field]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name == "id":
            yield value, declared(type(model), name)
        for inner in _as_tuple(value):
            if isinstance(inner, BaseModel):
                yield from _ids(inner)


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return value.model_copy(update={n: _renamed(getattr(value, n), old, new) for n in names})
    if isinstance(value, tuple):
        return tuple(_renamed(item, old, new) for item in value)
    return new if value == old else value


def _walk(model: Any, corpus: Corpus, ids: list[str]) -> Iterator[tuple[Field, Any]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(model, Bron) and value is None:
            continue  # only one key may be there; another page has this one
        if isinstance(model, Instelling) and value is None:
            continue  # a setting that is still open; another one has these
        for index, inner in enumerate(_as_tuple(value)):
            if isinstance(inner, BaseModel):
                for field, other in _walk(inner, corpus, ids):
                    new = _replaced(value, index, other) if isinstance(value, tuple) else other
                    changed = model.model_copy(update={name: new})
                    yield field, changed
                    yield declared(type(model), name), changed
        if name != "id" and not isinstance(value, BaseModel):
            new = _changed(model, name, corpus, ids)
            yield declared(type(model), name), model.model_copy(update={name: new})


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _replaced(items: tuple[Any, ...], index: int, item: Any) -> tuple[Any, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _changed(model: Any, name: str, corpus: Corpus, ids: list[str]) -> Any:
    """Return another value for a field: one that can be, so that nothing falls over it."""
    value = getattr(model, name)
    relation = marked(type(model), Relatie).get(name)
    if value is None or value == ():
        return _example(type(model), name)
    if relation and isinstance(value, tuple):
        return ()
    if relation:
        kinds = (d.id for d in corpus.all_documents if d.soort.naam in relation.naar)
        return next((page for page in kinds if page != value), f"{value}x")
    if value in ids:
        return next(other for other in reversed(ids) if other != value)
    return _other(value)


def _example(model: type[BaseModel], name: str) -> Any:
    info = model.model_fields[name]
    example = info.examples[0] if info.examples else None
    assert example, f"vul `{name}` van {model.__name__} in tests/alle_soorten.py"
    value = read_yaml(yaml_example(name, example)).values[name]
    return TypeAdapter(info.annotation).validate_python(value)


def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 1000
        case datetime.date():
            return value + datetime.timedelta(days=366)
        case Woord():
            return next(word for word in type(value) if word is not value)
        case str() if value[-1].isdigit():
            return value[:-1] + str((int(value[-1]) + 1) % 10)
        case str():
            return f"{value}x"
        case (BaseModel(),):
            return ()
        case (item,):
            return (_other(item),)
        case _:
            return tuple(reversed(value))
