"""Another name or another folder for a page, everywhere at once."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from wijzer.corpus.corpus import Corpus
from wijzer.editor.mentions import Vindplaats, Vorm, body_start, leads_to, mentions
from wijzer.editor.old_addresses import change_old_addresses
from wijzer.load.edit import Aanpassing, apply, plain_text
from wijzer.model.document import Document, address, page_id, site_path
from wijzer.model.fields import ID
from wijzer.model.kinds import REGELING
from wijzer.model.validate import suggestion
from wijzer.recht.store import path_of

_Aanpassingen: TypeAlias = dict[str, list[Aanpassing]]


class EditError(Exception):
    """This cannot be done; the message is for the editor."""


@dataclass(frozen=True)
class Bewerking:
    """What happens to the files of a project; nothing has happened yet."""

    inhoud: dict[str, bytes] = field(default_factory=dict)
    """Files by path with what comes in them."""
    weg: tuple[str, ...] = ()
    """Files that are no longer there afterwards."""


def find_page(corpus: Corpus, name: str) -> Document:
    """Return a page by id; raise :class:`EditError` when there is none."""
    if found := corpus.graph.documents.get(name):
        return found
    tip = suggestion(name, corpus.graph.documents)
    raise EditError(f"Er is geen pagina `{name}`. {tip}".strip())


def rename(corpus: Corpus, document: Document, name: str) -> Bewerking:
    """Give a page another id; raise :class:`EditError` when that cannot be."""
    if not ID.fullmatch(name):
        raise EditError(
            f"`{name}` is geen goede naam; "
            "gebruik kleine letters, cijfers en streepjes, zoals: fles-wijn"
        )
    if other := corpus.graph.documents.get(name):
        raise EditError(f"`{name}` is al de naam van {other.path}.")
    return move(corpus, document, f"{posixpath.dirname(document.path)}/{name}.md")


def relocate(corpus: Corpus, document: Document, folder: str) -> Bewerking:
    """Put a page in another folder of its kind; raise :class:`EditError` when that cannot be."""
    path = f"{folder.strip('/')}/{document.id}.md"
    soort = corpus.soorten.of_path(path)
    if soort != document.soort:
        folders = " of ".join(document.soort.mappen)
        below = " of een map daaronder" if document.soort.vrij else ""
        raise EditError(f"Een {document.soort.naam} hoort in {folders}{below}.")
    return move(corpus, document, path)


def move(corpus: Corpus, document: Document, path: str) -> Bewerking:
    """Return what has to change for a page to be at another path."""
    _refuse(corpus, document, path)
    changes: _Aanpassingen = defaultdict(list)
    for found in mentions(corpus, document):
        changes[found.pad].append(_renamed(found, corpus, document, path))
    changes[document.path] += _own_links(corpus, document, path)
    changes[document.path] += change_old_addresses(
        plain_text((corpus.root / document.path).read_bytes()),
        gone=(address(path).strip("/"),),
        new=() if document.model.concept else (document.address.strip("/"),),
    )
    contents = {pad: apply((corpus.root / pad).read_bytes(), new) for pad, new in changes.items()}
    contents[path] = contents.pop(document.path)
    texts = dict(_official_texts(corpus, document, page_id(path)))
    contents |= {new: (corpus.root / old).read_bytes() for old, new in texts.items()}
    return Bewerking(contents, (document.path, *texts))


def keeps_its_place(corpus: Corpus, document: Document) -> None:
    """Raise :class:`EditError` for a page that the program itself looks for by its name."""
    fixed = {*corpus.soorten.hubs, "index"}
    if document.id in fixed or document.path in document.soort.paginas:
        raise EditError(f"{document.path} houdt zijn plek: het programma zoekt de pagina daar.")


def _refuse(corpus: Corpus, document: Document, path: str) -> None:
    keeps_its_place(corpus, document)
    if path == document.path:
        raise EditError(f"{document.path} staat daar al.")
    if (corpus.root / path).exists():
        raise EditError(f"{path} bestaat al.")


def _renamed(found: Vindplaats, corpus: Corpus, document: Document, path: str) -> Aanpassing:
    """Return the change at one place that names the page."""
    text = plain_text((corpus.root / found.pad).read_bytes())
    written = text[found.begin : found.eind]
    match found.vorm:
        case Vorm.ID:
            new = written.replace(document.id, page_id(path))
        case Vorm.SITEPAD:
            new = written.replace(document.site_path, site_path(path))
        case Vorm.PAD:
            new = path
        case Vorm.ADRES:
            here = next(d for d in corpus.all_documents if d.path == found.pad)
            new = _new_address(written, here, document.path, path, moves=here is document)
    return Aanpassing(found.begin, found.eind, new)


def _new_address(written: str, here: Document, old: str, new: str, *, moves: bool) -> str:
    """Return an address as it is written on a page, when it must lead to another path."""
    end = min(i for mark in "?#" if (i := f"{written}{mark}".index(mark)) >= 0)
    path, rest = written[:end], written[end:]
    if posixpath.dirname(old) == posixpath.dirname(new):
        return path.removesuffix(posixpath.basename(old)) + posixpath.basename(new) + rest
    folder = posixpath.dirname(new if moves else here.path)
    in_checkout = posixpath.normpath(posixpath.join(posixpath.dirname(here.path), path)) == old
    return posixpath.relpath(new if in_checkout else site_path(new), folder) + rest


def _own_links(corpus: Corpus, document: Document, path: str) -> Iterator[Aanpassing]:
    """Yield what changes in the links on the page itself when it gets another folder."""
    before, after = posixpath.dirname(document.path), posixpath.dirname(path)
    if before == after:
        return
    start = body_start(document, plain_text((corpus.root / document.path).read_bytes()))
    for link in document.body.reading.links:
        if link.span and _relative(link.href) and leads_to(document, link.href, corpus) != document:
            target = posixpath.normpath(posixpath.join(before, link.href))
            begin, end = link.span
            yield Aanpassing(start + begin, start + end, posixpath.relpath(target, after))


def _relative(href: str) -> bool:
    return not href.startswith("#") and ":" not in href.partition("/")[0]


def _official_texts(corpus: Corpus, document: Document, name: str) -> Iterator[tuple[str, str]]:
    """Yield the old and new path of the texts of a rule, which bear its name."""
    if document.soort == REGELING and name != document.id:
        for coming in (False, True):
            old = path_of(document.id, volgende=coming)
            if (corpus.root / old).is_file():
                yield old, path_of(name, volgende=coming)
