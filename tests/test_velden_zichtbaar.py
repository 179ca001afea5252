"""What an editor fills in stands somewhere on the site, or the model says why it does not."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel

from tests.alle_soorten import alle_soorten
from tests.boom import Project
from tests.velden_hulp import Field, changed_corpora, declared, everything
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.editor.template import all_models, nested_models
from wijzer.model.contact import Contactpersoon
from wijzer.model.hulp import Hulp
from wijzer.model.markers import Intern, marked

WHAT_TO_DO = (
    'laat dit veld zien (met `Feit("…")` in het model staat het bij de feiten boven de pagina), '
    'of zet `Intern("…")` bij het veld met de reden waarom geen lezer het ziet'
)


def shown_fields(corpus: Corpus) -> set[Field]:
    """Return every field that makes a difference to what readers get."""
    before = everything(corpus)
    shown: set[Field] = set()
    for field, changed in changed_corpora(corpus):
        if field not in shown and everything(changed) != before:
            shown.add(field)
    return shown


def fields_of_editors() -> dict[Field, Intern | None]:
    """Return every field that an editor can fill, with its marker when it is internal."""
    models: list[type[BaseModel]] = [model for _, model in all_models()]
    models += [Contactpersoon, Hulp, *nested_models(Hulp)]
    return {
        declared(model, name): marked(model, Intern).get(name)
        for model in models
        for name in model.model_fields
    }


def test_every_field_is_shown_or_says_why_not(boom: Callable[..., Project]) -> None:
    project = boom(alle_soorten())
    assert project.check().errors == []
    shown = shown_fields(load_corpus(project.root)[0])
    fields = fields_of_editors()
    hidden = [
        f"{model.__name__}.{name}"
        for (model, name), intern in fields.items()
        if not intern and (model, name) not in shown
    ]
    assert hidden == [], WHAT_TO_DO
    needless = [f"{m.__name__}.{n}" for (m, n), i in fields.items() if i and (m, n) in shown]
    assert needless == [], "dit veld is te zien; haal `Intern` weg"
