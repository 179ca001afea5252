"""Every page has an id, a number and an address of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wijzer.base.findings import Melding, quoted
from wijzer.corpus.addresses import short_address
from wijzer.corpus.adressen import card_numbers, leading
from wijzer.corpus.corpus import Corpus
from wijzer.model.document import Document
from wijzer.model.pages import Dilemma
from wijzer.model.soort import Soort

_FILES = "assets"
"""The folder of the styles, the scripts and the pictures."""


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about ids, numbers and addresses that two pages claim."""
    yield from _duplicate_ids(corpus)
    for soort in corpus.soorten:
        yield from _duplicate_numbers(corpus, soort)
    yield from _addresses(corpus)


def _duplicate_ids(corpus: Corpus) -> Iterator[Melding]:
    seen: dict[str, Document] = {}
    for document in corpus.all_documents:
        if first := seen.get(document.id):
            text = f"de id `{document.id}` is al van {first.path}"
            yield document.fout(1, text, "Geef het bestand een andere naam; die naam is de id.")
        else:
            seen[document.id] = document


def _duplicate_numbers(corpus: Corpus, soort: Soort) -> Iterator[Melding]:
    if "nummer" not in soort.model.model_fields:
        return
    seen: dict[int, Document] = {}
    documents = [d for d in corpus.all_documents if d.soort == soort]
    free = free_number(corpus, soort)
    for document in documents:
        if first := seen.get(_nummer(document)):
            text = f"`nummer` {_nummer(document)} is al van {first.path}"
            yield document.fout(("nummer",), text, f"Het eerste vrije nummer is {free}.")
        else:
            seen[_nummer(document)] = document


def free_number(corpus: Corpus, soort: Soort) -> int:
    """Return the lowest ``nummer`` that no page of this kind has, nor ever had on a card."""
    used = {_nummer(document) for document in corpus.all_documents if document.soort == soort}
    if issubclass(soort.model, Dilemma):
        used |= card_numbers({*corpus.adressen.regels, *leading(corpus.all_documents)})
    return next(n for n in range(1, len(used) + 2) if n not in used)


def _nummer(document: Document) -> int:
    return int(getattr(document.model, "nummer", 0))


def _addresses(corpus: Corpus) -> Iterator[Melding]:
    taken = {document.address.strip("/"): document.path for document in corpus.all_documents}
    for document in corpus.all_documents:
        if document.address.split("/")[0] == _FILES:
            text = f"in docs/{_FILES}/ horen alleen bestanden, en geen pagina's"
            yield document.fout(1, text, "Verplaats de pagina, of geef haar een andere naam.")
    yield from _on_a_short_address(corpus, taken)
    taken |= _short_addresses(corpus)
    yield from _files_in_the_way(corpus, taken)
    old: dict[str, Document] = {}
    for document in corpus.all_documents:
        for index, path in enumerate(document.model.oude_paden):
            where = ("oude_paden", index)
            if path in taken:
                text = f"het oude adres `{path}` is het adres van {taken[path]}"
                yield document.fout(where, text, "Haal het adres weg; die pagina bestaat nog.")
            elif (corpus.root / "docs" / path / "index.html").is_file():
                text = f"het oude adres `{path}` is het adres van docs/{path}/index.html"
                yield document.fout(where, text, "Haal het adres weg; dat bestand bestaat nog.")
            elif path in old:
                text = f"het oude adres `{path}` staat ook in {old[path].path}"
                yield document.fout(where, text, "Een oud adres kan maar naar één pagina leiden.")
            old.setdefault(path, document)
    yield from _shared_addresses(corpus)


def _short_addresses(corpus: Corpus) -> dict[str, str]:
    """Return the addresses that stand on cards, each with the path of its dilemma."""
    return {
        short_address(document.model.nummer).strip("/"): document.path
        for document in corpus.all_documents
        if isinstance(document.model, Dilemma)
    }


def _on_a_short_address(corpus: Corpus, taken: dict[str, str]) -> Iterator[Melding]:
    for address, dilemma in _short_addresses(corpus).items():
        if path := taken.get(address):
            text = f"het adres `/{address}/` staat op de kaart van {dilemma}"
            yield Melding(path, 1, text, "Hernoem of verplaats het bestand.")


def _shared_addresses(corpus: Corpus) -> Iterator[Melding]:
    claims: dict[str, list[Document]] = defaultdict(list)
    for document in corpus.all_documents:
        claims[document.address].append(document)
    for address, documents in claims.items():
        if len(documents) > 1:
            paths = quoted(document.path for document in documents[:-1])
            text = f"het adres `/{address}` is ook van {paths}"
            yield documents[-1].fout(1, text, "Hernoem of verplaats een van de bestanden.")


def _files_in_the_way(corpus: Corpus, taken: dict[str, str]) -> Iterator[Melding]:
    """Find plain files under docs/ that would overwrite a page without a word."""
    docs = corpus.root / "docs"
    for file in sorted(docs.rglob("*.html")) if docs.is_dir() else ():
        path = file.relative_to(docs).as_posix().removesuffix("index.html").strip("/")
        if path in taken:
            text = f"dit bestand heeft hetzelfde adres als {taken[path]}"
            source = file.relative_to(corpus.root).as_posix()
            yield Melding(source, 1, text, "Haal het bestand weg of geef het een andere naam.")
