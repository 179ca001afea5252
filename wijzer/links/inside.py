"""Layer 1: everything in the built site that points into the site leads somewhere."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from wijzer.base.findings import Melding
from wijzer.gate.refs import Ref
from wijzer.links.reach import wrong_reach
from wijzer.links.site import NOT_FOUND, BuiltSite

_REMAKE = "Bouw de site opnieuw. Blijft dit staan? Verbeter dan de pagina of het sjabloon."
_RUNS_CODE = frozenset({"javascript", "vbscript"})
_RELATIVE = "Zo'n adres werkt niet als de site in een map staat. Schrijf het zoals: ../melden/"
_PLACEHOLDER = "javascript:void(0)"
"""Material's button for sharing a search is a link until its script takes over."""
_NO_PLACE = frozenset({"mailto", "tel", "data", "blob", "about", "sms"})
_KNOWN = _NO_PLACE | _RUNS_CODE | {"", "http", "https"}


@dataclass(frozen=True)
class Doel:
    """Where an address leads inside the site, or why it leads nowhere."""

    bestand: str = ""
    anker: str = ""
    probleem: str = ""
    tip: str = ""


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
    parts = urlsplit(adres)
    on_the_web = parts.scheme in ("http", "https") or (bool(parts.netloc) and not parts.scheme)
    return on_the_web and not (site.address and adres.startswith(site.address))


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
    parts = urlsplit(ref.adres)
    if wrong := _wrong_form(name, ref.adres):
        return wrong
    if parts.scheme in _NO_PLACE or ref.adres == _PLACEHOLDER:
        return Doel()
    path, fragment = unquote(parts.path), unquote(parts.fragment).partition(":~:")[0]
    if parts.netloc or path.startswith("/"):
        return _file(site, path.removeprefix(site.prefix), fragment)
    if not path:
        return Doel(name, fragment)
    base = site.pages[name].base if name in site.pages else ""
    folder = posixpath.dirname(posixpath.join(posixpath.dirname(name), base))
    return _file(site, posixpath.join(folder, path), fragment)


def _wrong_form(name: str, adres: str) -> Doel | None:
    parts = urlsplit(adres)
    if not adres:
        return Doel(probleem="het adres is leeg", tip=_REMAKE)
    if parts.scheme in _RUNS_CODE and adres != _PLACEHOLDER:
        return Doel(probleem="een adres mag geen code zijn", tip=_REMAKE)
    if parts.scheme not in _KNOWN:
        return Doel(probleem=f"`{parts.scheme}:` is geen soort adres dat wij kennen", tip=_REMAKE)
    if reach := wrong_reach(adres):
        return Doel(probleem=reach[0], tip=reach[1])
    if adres.startswith("/") and name != NOT_FOUND:  # 404.html is shown at any depth
        return Doel(probleem="dit adres begint met `/`", tip=_RELATIVE)
    return None


def _file(site: BuiltSite, path: str, fragment: str) -> Doel:
    clean = posixpath.normpath(path) if path else "."
    if clean.startswith(".."):
        return Doel(probleem="dit adres ligt buiten de site", tip=_REMAKE)
    as_page = posixpath.normpath(posixpath.join(clean, "index.html"))
    found = next((f for f in (clean, as_page) if f in site.files), "")
    if found and not (found == clean and path.endswith("/")):
        if site.size(found) == 0:
            return Doel(probleem=f"het bestand {found} is leeg", tip=_REMAKE)
        return Doel(found, fragment)
    for wanted in (clean, as_page):
        if other := site.spelling.get(wanted.lower()):
            tip = f"Let op hoofdletters: het bestand heet {other}"
            return Doel(probleem="dit adres bestaat niet in de site", tip=tip)
    if clean not in site.hints:  # a fault in the menu stands on every page: look once
        site.hints[clean] = _near(f"{clean}/", site.addresses)
    return Doel(probleem="dit adres bestaat niet in de site", tip=site.hints[clean])


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
