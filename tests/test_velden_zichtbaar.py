"""What an editor fills in stands somewhere on the site, or the model says why it does not."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import BaseModel

from macros import REGISTRY
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


def tried_fields(corpus: Corpus) -> dict[Field, bool]:
    """Return every field of the pages, with whether it makes a difference to what readers get."""
    before = everything(corpus)
    shown: dict[Field, bool] = {}
    for field, changed in changed_corpora(corpus):
        if not shown.get(field):
            shown[field] = everything(changed) != before
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
    shown = tried_fields(load_corpus(project.root, REGISTRY)[0])
    fields = fields_of_editors()
    absent = [_name(field) for field in fields if field not in shown]
    assert absent == [], "zet een pagina met dit veld in tests/alle_soorten.py"
    hidden = [_name(f) for f, intern in fields.items() if not intern and not shown[f]]
    assert hidden == [], WHAT_TO_DO
    needless = [_name(f) for f, intern in fields.items() if intern and shown[f]]
    assert needless == [], "dit veld is te zien; haal `Intern` weg"


def _name(field: Field) -> str:
    return f"{field[0].__name__}.{field[1]}"
