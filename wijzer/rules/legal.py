"""References to law: only what the register has, and never an address by hand."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.register import (
    find_article,
    plaats_in,
    problem_with,
    rules_with,
    without_words,
)
from wijzer.corpus.relations import Aanhaling, edges_of
from wijzer.legal.identifiers import Bwb, Cvdr
from wijzer.legal.urls import Adres, is_legal, parse_url
from wijzer.links.hosts import PATH, Hosts
from wijzer.load.html_text import plain_address
from wijzer.load.yaml_text import Location, Value
from wijzer.model.document import Document
from wijzer.model.gemeente import Gemeente
from wijzer.model.pages import Regeling


def check(document: Document, corpus: Corpus, hosts: Hosts) -> Iterator[Melding]:
    """Yield findings about citations and addresses of one page."""
    yield from _citations(document, corpus)
    yield from _own_articles(document)
    for where, written in _addresses(document):
        url = plain_address(written)
        if not _can_be_read(url):
            continue  # the rule about links says so
        if is_legal(url):
            text = f"een adres van een wet of regel met de hand: `{url}`"
            yield document.fout(where, text, instead_of(url, corpus))
        elif not hosts.allows(url):
            host = urlsplit(url).hostname or url
            text = f"de website `{host}` staat niet op de lijst: `{url}`"
            tip = f"Haal de link weg, of zet `{host}` met de reden in {PATH}."
            yield document.fout(where, text, tip)


def _citations(document: Document, corpus: Corpus) -> Iterator[Melding]:
    """Check every ``wettelijke_basis``; the macro ``artikel`` checks itself the same way."""
    for edge in edges_of(document):
        rule = corpus.graph.documents.get(edge.naar)
        if not edge.plaats or edge.plaats.regeling != edge.naar or rule is document:
            continue
        if rule and isinstance(rule.model, Regeling) and (wrong := problem_with(rule, edge.plaats)):
            yield document.fout((*edge.location[:-1], "artikel"), *wrong)


def _own_articles(document: Document) -> Iterator[Melding]:
    """Check that every article that a rule lists has words in its official text."""
    model = document.model
    if not isinstance(model, Regeling):
        return
    for index, artikel in enumerate(model.artikelen):
        plaats = Aanhaling(document.id, artikel.nummer, artikel.lid or "", artikel.onderdeel or "")
        if wrong := without_words(document, plaats):
            yield document.fout(("artikelen", index, "nummer"), *wrong)


def _addresses(document: Document) -> Iterator[tuple[Location | int, str]]:
    """Yield every web address that an editor wrote, with where it stands."""
    for link in document.body.links:
        if _is_web(link.href):
            yield link.line, link.href
    for tag in document.body.tags:
        yield from ((tag.line, v) for n, v in tag.attributes if n == "href" and _is_web(v))
    yield from _values(dict(document.raw.values), ())


def _values(value: Value, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _values(inner, (*at, index))
    elif "://" in value:
        yield from (
            (at, word.strip("()<>,;")) for word in value.split() if _is_web(word.strip("(<"))
        )


def _can_be_read(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _is_web(href: str) -> bool:
    return href.lower().startswith(("http://", "https://", "//"))


def instead_of(url: str, corpus: Corpus) -> str:
    """Return what to write in the place of an address of a legal host."""
    adres = parse_url(url)
    if adres is None:
        call = '{{ verwijs("ambtenarenwet-2017") }}'
        return f"Zoek de regel op in de map regelgeving/ en schrijf: {call}"
    found = list(rules_with(adres.regeling, corpus.graph))
    if not found:
        return _new_page(adres, corpus.gemeente)
    calls = " of ".join(_call(rule, adres) for rule in found)
    return f"Schrijf de macro: {calls}"


def _new_page(adres: Adres, gemeente: Gemeente) -> str:
    folder = gemeente.map if isinstance(adres.regeling, Cvdr) else "regelgeving/wetten"
    key = type(adres.regeling).__name__.lower()
    call = (
        '{{ artikel("de-id", "8") }}'
        if isinstance(adres.regeling, Bwb)
        else '{{ verwijs("de-id") }}'
    )
    source = f"`bron: {{{key}: {adres.regeling}}}`"
    return f"Maak eerst een pagina in {folder}/ met {source} en schrijf dan: {call}"


def _call(rule: Document, adres: Adres) -> str:
    plaats = plaats_in(rule, adres.plaats)
    model = rule.model
    if plaats is None or not isinstance(model, Regeling) or not find_article(model, plaats):
        return f'{{{{ verwijs("{rule.id}") }}}}'
    options = "".join(
        f', {name}="{value}"'
        for name, value in (("lid", plaats.lid), ("onderdeel", plaats.onderdeel))
        if value
    )
    return f'{{{{ artikel("{rule.id}", "{plaats.artikel}"{options}) }}}}'
