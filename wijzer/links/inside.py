"""Layer 1: everything in the built site that points into the site leads somewhere."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from wijzer.base.findings import Melding
from wijzer.gate.refs import Ref
from wijzer.links.reach import wrong_reach
from wijzer.links.site import NOT_FOUND, BuiltSite, Doel

_REMAKE = "Bouw de site opnieuw. Blijft dit staan? Verbeter dan de pagina of het sjabloon."
_RUNS_CODE = frozenset({"javascript", "vbscript"})
_RELATIVE = "Zo'n adres werkt niet als de site in een map staat. Schrijf het zoals: ../melden/"
_PLACEHOLDER = "javascript:void(0)"
"""Material's button for sharing a search is a link until its script takes over."""
_NO_PLACE = frozenset({"mailto", "tel", "data", "blob", "about", "sms"})
_KNOWN = _NO_PLACE | _RUNS_CODE | {"", "http", "https"}


def check(site: BuiltSite) -> Iterator[Melding]:
    """Yield every finding about addresses inside the site, and ids that stand there twice."""
    for name, ref in site.refs():
        yield from _one(site, name, ref)
    for name, why in site.unreadable.items():
        yield Melding(name, 1, f"het bestand {why}", _REMAKE)
    for name, page in site.pages.items():
        for identifier, count in page.ids.items():
            if count > 1:
                lines = site.lines_of_id(name, identifier)
                where = " en ".join(str(line) for line in lines[:-1])
                text = f'id="{identifier}" staat er vaker: ook op regel {where}'
                yield Melding(
                    name, lines[-1], text, "Elke id mag op een pagina maar één keer staan."
                )
        yield from _loop(site, name)


def is_outside(site: BuiltSite, adres: str) -> bool:
    """Tell whether an address leaves the site."""
    return _is_outside(site.address, adres)


@lru_cache(maxsize=50_000)
def _is_outside(own: str, adres: str) -> bool:
    parts = urlsplit(adres)
    on_the_web = parts.scheme in ("http", "https") or (bool(parts.netloc) and not parts.scheme)
    return on_the_web and not (own and adres.startswith(own))


def _one(site: BuiltSite, name: str, ref: Ref) -> Iterator[Melding]:
    try:
        outside = is_outside(site, ref.adres)
    except ValueError:
        yield Melding(name, site.line(name, ref), f"{ref.element}: dit is geen goed adres", _REMAKE)
        return
    if outside:
        return
    doel = resolve(site, name, ref)
    if doel.probleem:
        yield Melding(name, site.line(name, ref), f"{ref.element}: {doel.probleem}", doel.tip)
    elif doel.anker and doel.bestand in site.pages:
        ids = site.pages[doel.bestand].ids
        if doel.anker not in ids:
            text = f"{ref.element}: het anker `#{doel.anker}` bestaat niet in {doel.bestand}"
            yield Melding(name, site.line(name, ref), text, _near(doel.anker, ids))


def resolve(site: BuiltSite, name: str, ref: Ref) -> Doel:
    """Return where an address in the file ``name`` leads."""
    adres = _read(ref.adres)
    if adres.wrong:
        return adres.wrong
    if adres.rooted and name != NOT_FOUND and ref.adres.startswith("/"):
        return Doel(probleem="dit adres begint met `/`", tip=_RELATIVE)  # 404.html is at any depth
    if adres.nowhere:
        return Doel()
    if adres.rooted:
        return _file(site, adres.path.removeprefix(site.prefix), adres.fragment)
    if not adres.path:
        return Doel(name, adres.fragment)
    base = site.pages[name].base if name in site.pages else ""
    folder = posixpath.dirname(posixpath.join(posixpath.dirname(name), base))
    return _file(site, posixpath.join(folder, adres.path), adres.fragment)


@dataclass(frozen=True)
class _Adres:
    """What an address says, wherever it stands."""

    wrong: Doel | None
    nowhere: bool
    """It opens the mail, say."""
    rooted: bool
    path: str
    fragment: str


@lru_cache(maxsize=50_000)
def _read(adres: str) -> _Adres:
    parts = urlsplit(adres)
    path, fragment = unquote(parts.path), unquote(parts.fragment).partition(":~:")[0]
    nowhere = parts.scheme in _NO_PLACE or adres == _PLACEHOLDER
    rooted = bool(parts.netloc) or path.startswith("/")
    return _Adres(_wrong_form(adres), nowhere, rooted, path, fragment)


def _wrong_form(adres: str) -> Doel | None:
    parts = urlsplit(adres)
    if not adres:
        return Doel(probleem="het adres is leeg", tip=_REMAKE)
    if parts.scheme in _RUNS_CODE and adres != _PLACEHOLDER:
        return Doel(probleem="een adres mag geen code zijn", tip=_REMAKE)
    if parts.scheme not in _KNOWN:
        return Doel(probleem=f"`{parts.scheme}:` is geen soort adres dat wij kennen", tip=_REMAKE)
    if reach := wrong_reach(adres):
        return Doel(probleem=reach[0], tip=reach[1])
    return None


def _file(site: BuiltSite, path: str, fragment: str) -> Doel:
    clean = posixpath.normpath(path) if path else "."
    key = f"{clean}/" if path.endswith("/") else clean
    if key not in site.leads:  # a fault in the menu stands on every page: look once
        site.leads[key] = _lead(site, clean, as_folder=path.endswith("/"))
    found = site.leads[key]
    return replace(found, anker=fragment) if found.bestand and fragment else found


def _lead(site: BuiltSite, clean: str, *, as_folder: bool) -> Doel:
    if clean.startswith(".."):
        return Doel(probleem="dit adres ligt buiten de site", tip=_REMAKE)
    as_page = posixpath.normpath(posixpath.join(clean, "index.html"))
    found = next((f for f in (clean, as_page) if f in site.files), "")
    if found and not (found == clean and as_folder):
        if site.size(found) == 0:
            return Doel(probleem=f"het bestand {found} is leeg", tip=_REMAKE)
        return Doel(found)
    for wanted in (clean, as_page):
        if other := site.spelling.get(wanted.lower()):
            tip = f"Let op hoofdletters: het bestand heet {other}"
            return Doel(probleem="dit adres bestaat niet in de site", tip=tip)
    return Doel(
        probleem="dit adres bestaat niet in de site", tip=_near(f"{clean}/", site.addresses)
    )


def _near(found: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(found, known, n=1, cutoff=0.6)
    return f"Bedoelde je `{near[0]}`?" if near else _REMAKE


def _loop(site: BuiltSite, start: str) -> Iterator[Melding]:
    """Report a redirect that leads back to itself, by way of others or at once."""
    first = site.pages[start].refresh
    seen, here, ref = {start}, start, first
    while ref and not is_outside(site, ref.adres):
        here = resolve(site, here, ref).bestand
        if here == start and first:
            text = f"{first.element}: deze doorverwijzing komt weer bij zichzelf uit"
            yield Melding(
                start,
                site.line(start, first),
                text,
                "Laat het oude adres naar een gewone pagina gaan.",
            )
        if here in seen or here not in site.pages:
            return
        seen.add(here)
        ref = site.pages[here].refresh
