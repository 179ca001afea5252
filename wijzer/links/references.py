"""Layer 2: addresses that leave the site are made from a reference, or on the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.register import plaats_in, problem_with, rules_with
from wijzer.gate.refs import Ref
from wijzer.legal.urls import is_legal, parse_url
from wijzer.links.hosts import PATH, Hosts
from wijzer.links.inside import is_outside
from wijzer.links.site import BuiltSite

_LINKS = frozenset({"a", "area", "form", "button", "blockquote", "q", "ins", "del"})
_LOADED_RELS = frozenset(
    {"stylesheet", "icon", "preload", "preconnect", "manifest", "dns-prefetch"}
)


def check(site: BuiltSite, corpus: Corpus, hosts: Hosts) -> Iterator[Melding]:
    """Yield every finding about addresses that leave the site."""
    known: dict[str, tuple[str, str] | None] = {}
    for name, ref in _outside(site):
        if _is_loaded(ref):
            text = f"{ref.element}: de pagina haalt iets op bij een andere website"
            tip = "Zet het bestand in docs/assets/. De site vraagt niets aan anderen."
            yield Melding(name, site.line(name, ref), text, tip)
            continue
        if ref.adres not in known:
            known[ref.adres] = _problem(ref.adres, corpus, hosts)
        if problem := known[ref.adres]:
            yield Melding(name, site.line(name, ref), f"{ref.element}: {problem[0]}", problem[1])


def outside_urls(site: BuiltSite) -> dict[str, list[str]]:
    """Return every unique address outside the site, with the pages that link to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, ref in _outside(site):
        pages = found[urlsplit(ref.adres, scheme="https").geturl()]
        if name not in pages:
            pages.append(name)
    return dict(found)


def _outside(site: BuiltSite) -> Iterator[tuple[str, Ref]]:
    """Yield what leaves the site; an address that cannot be read at all is for layer 1."""
    for name, ref in site.refs():
        if ref.rel == "canonical":
            continue
        try:
            if is_outside(site, ref.adres):
                yield name, ref
        except ValueError:
            continue


def _is_loaded(ref: Ref) -> bool:
    if ref.tag == "link":
        return bool(_LOADED_RELS & set(ref.rel.split()))
    return ref.tag not in _LINKS and ref.attribuut not in (
        "loc",
        "link",
        "href",
        "http-equiv=refresh",
    )


def _problem(url: str, corpus: Corpus, hosts: Hosts) -> tuple[str, str] | None:
    if not is_legal(url):
        if hosts.allows(url):
            return None
        host = urlsplit(url).hostname or url
        return f"de website `{host}` staat niet op de lijst", f"De lijst staat in {PATH}."
    adres = parse_url(url)
    if adres is None:
        return (
            "dit is geen adres dat uit een verwijzing komt",
            "Gebruik de macro `artikel` of `verwijs`.",
        )
    if adres.url != url:
        return "dit adres is niet uit de verwijzing gemaakt", f"Het juiste adres is {adres.url}"
    rules = list(rules_with(adres.regeling, corpus.graph))
    if not rules:
        return f"{adres.regeling} staat niet in het register", "Maak een pagina in regelgeving/."
    plaats = plaats_in(rules[0], adres.plaats)
    return problem_with(rules[0], plaats) if plaats else None
