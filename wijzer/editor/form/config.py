"""The form as a whole: which sources it opens, as the configuration of Decap CMS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias

from pydantic import BaseModel

from wijzer.corpus.contact import PATH as CONTACT
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.gemeente import PATH as GEMEENTE
from wijzer.corpus.hulp import PATH as HULP
from wijzer.corpus.schrijfhulp import PATH as SCHRIJFHULP
from wijzer.editor.form.entry import BODY
from wijzer.editor.form.fields import Option, Pages, Widget, fields
from wijzer.model.contact import Contactpersoon
from wijzer.model.document import address
from wijzer.model.fields import UNFILLED
from wijzer.model.gemeente import Gemeente
from wijzer.model.hulp import Hulp
from wijzer.model.kinds import ROL
from wijzer.model.markers import Relatie
from wijzer.model.schrijfhulp import Schrijfhulp
from wijzer.model.soort import DOCS, Soort
from wijzer.rules.identity import free_number

Collection: TypeAlias = dict[str, Any]
API = "/api/v1"
DATA: Mapping[str, tuple[str, type[BaseModel] | None]] = MappingProxyType(
    {
        GEMEENTE: ("Gemeente", Gemeente),
        CONTACT: ("Contactgegevens", None),
        HULP: ("Hulp", Hulp),
        SCHRIJFHULP: ("Schrijfhulp", Schrijfhulp),
    }
)
"""The files of data that the form opens, each with its name and its model; the contact data have
a key for every role.  ``wet-uitleg.yml`` is too long for one page."""


def form_config(corpus: Corpus) -> dict[str, Any]:
    """Return the configuration of the form for the sources as they are now."""
    pages = partial(_options, corpus)
    return {
        "load_config_file": False,
        "backend": {"name": "proxy", "proxy_url": API, "branch": "main"},
        "locale": "nl",
        "show_preview_links": False,
        "media_folder": f"{DOCS}/assets",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": [*_kinds(corpus, pages), _single(corpus, pages), _data(corpus, pages)],
    }


def _options(corpus: Corpus, relation: Relatie) -> list[Option]:
    found = [d for d in corpus.all_documents if d.soort.naam in relation.naar]
    found.sort(key=lambda document: document.titel.casefold())
    return [{"label": document.titel, "value": document.id} for document in found]


def folders(corpus: Corpus, soort: Soort) -> list[str]:
    """Return the folders with pages of a kind; only ``docs/`` has folders of the editor's own."""
    own = [d.path.rpartition("/")[0] for d in corpus.all_documents if d.soort == soort]
    return sorted({*soort.mappen, *own} if DOCS in soort.mappen else soort.mappen)


def _kinds(corpus: Corpus, pages: Pages) -> Iterator[Collection]:
    for soort in corpus.soorten:
        if not soort.mappen:
            continue
        where = folders(corpus, soort)
        for folder in where:
            more = f" ({folder})" if where[1:] else ""
            yield {
                "name": folder.replace("/", "-"),
                "label": f"{soort.meervoud}{more}",
                "label_singular": soort.naam,
                "folder": folder,
                "create": True,
                "delete": False,
                "extension": "md",
                "format": "json",
                "identifier_field": "titel",
                "summary": "{{titel}}",
                "sortable_fields": ["titel", *_number(soort)],
                "fields": _page(corpus, soort, pages),
            }


def _number(soort: Soort) -> list[str]:
    return ["nummer"] if "nummer" in soort.model.model_fields else []


def _page(corpus: Corpus, soort: Soort, pages: Pages) -> list[Widget]:
    """Return the fields of a page; a new one begins with a free number and its fixed headings."""
    headings = "\n".join(f"## {heading}\n\n{UNFILLED}\n" for heading in soort.koppen)
    hint = "Gewone Markdown; de uitleg staat in BIJDRAGEN.md."
    own = fields(soort.model, pages)
    for field in own:
        if field["name"] == "nummer":
            field["default"] = str(free_number(corpus, soort))
    text = {"name": BODY, "label": "Tekst", "hint": hint, "widget": "text", "default": headings}
    return [*own, text]


def _single(corpus: Corpus, pages: Pages) -> Collection:
    """Return the pages of which there is one."""
    files = [
        {
            "name": address(path).strip("/").replace("/", "-"),
            "label": soort.meervoud,
            "file": path,
            "fields": _page(corpus, soort, pages),
        }
        for soort in corpus.soorten
        for path in soort.paginas
        if (corpus.root / path).is_file()
    ]
    return _files("vast", "Vaste pagina's", files)


def _data(corpus: Corpus, pages: Pages) -> Collection:
    files = [
        {
            "name": path.rpartition("/")[2].split(".")[0],
            "label": name,
            "file": path,
            "fields": fields(model, pages) if model else _contact(corpus, pages),
        }
        for path, (name, model) in DATA.items()
        if (corpus.root / path).is_file()
    ]
    return _files("gegevens", "Gegevens", files)


def _contact(corpus: Corpus, pages: Pages) -> list[Widget]:
    """Return a list of people for every role."""
    roles = [d for d in corpus.all_documents if d.soort == ROL]
    person = fields(Contactpersoon, pages)
    return [
        {
            "name": role.id,
            "label": role.titel,
            "label_singular": "persoon of team",
            "required": False,
            "widget": "list",
            "minimize_collapsed": True,
            "summary": "{{fields.naam}}",
            "fields": person,
        }
        for role in roles
        if getattr(role.model, "eigen_contact", True)
    ]


def _files(name: str, title: str, files: list[Collection]) -> Collection:
    return {"name": name, "label": title, "format": "json", "files": files}
