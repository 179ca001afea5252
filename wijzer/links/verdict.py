"""From one visit to a verdict about one address: what a sensible reader would say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from wijzer.corpus.linkstand import Bezoekoordeel, Oordeel
from wijzer.legal.urls import parse_url
from wijzer.links.answer import clean
from wijzer.links.visit import Bezoek, Pagina, with_anchor

_PERMANENT = (301, 308)
_REFUSED = {
    401: "aanmelden nodig",
    402: "alleen tegen betaling",
    403: "geen toegang",
    407: "aanmelden nodig",
    418: "de website wil geen programma's op bezoek",
    429: "te druk",
    451: "niet te zien om een juridische reden",
    999: "de website wil geen programma's op bezoek",
}
_GONE = {404: "de pagina bestaat niet", 410: "de pagina is weggehaald"}
_HOME = re.compile(
    r"/?(?:(?:nl|nl-nl|en|home|index|default|start|startpagina|homepage)(?:\.\w{2,5})?/?){0,2}",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?[io]n|sign-?in|inloggen|aanmelden|sso|saml2?|adfs|oauth2?|auth|"
    r"authenticate|authenticatie)(?:[/._-]|$)",
    re.IGNORECASE,
)
_ASKS_LOGIN = re.compile(r"\b(?:log ?in|inloggen|aanmelden|sign in)\b", re.IGNORECASE)
_NOT_THERE = (
    r"(?:(?:niet|niets) (?:meer |worden |te )?(?:gevonden|vinden|beschikbaar)|bestaat niet"
    r"|verwijderd|not (?:be )?found|cannot be found)(?: \(?meer\)?)?(?: worden)?"
)
_OPENING = r"(?:(?:oeps|oops|sorry|helaas|fout|error|http|status|foutmelding)[\s:!,.-]*)*"
_WHICH = (
    r"(?:(?:we|wij) (?:kunnen|konden) )?"
    r"(?:(?:de|deze|the|this|uw|opgevraagde|gevraagde|requested) )*"
)
_WHAT = r"(?:webpagina|pagina|page|document|regeling|bestand|url) "
_HOW = r"(?:(?:(?:die|that) )?(?:je|u|you) \w+ |(?:kon|kan|is|werd|could|can|was) )*"
_SAYS_GONE = re.compile(
    rf"{_OPENING}(?:404[\s:!,.-]*)?(?:(?:{_WHICH}{_WHAT}{_HOW})?{_NOT_THERE}|(?<=404)|(?<=404 ))"
    rf"(?:[\s:!,.-]*(?:fout|error)?[\s:!,.-]*404)?[\s!.]*",
    re.IGNORECASE,
)
"""The title or heading of such a page, as a whole: a text about such pages says more."""
_PARTS = re.compile(r"\s[-–—|·:»]\s|\s*\|\s*")
_SCRIPTED = ("/", "!", ":~:")
"""What begins like this after ``#`` is for a script or for the browser itself, no anchor."""


def judge(bezoek: Bezoek, titels: Sequence[str], anker: str = "") -> Bezoekoordeel:
    """Return the verdict.

    ``titels`` are texts of which the page's title must hold one; ``anker`` is what stands after
    ``#`` at the end of the visit (:meth:`Bezoek.anchor`).
    """
    if verdict := _no_page(bezoek) or _other_page(bezoek) or _no_content(bezoek, titels):
        return verdict
    if titels and not _has_title(bezoek.pagina, titels):
        found = f"de pagina heet “{bezoek.pagina.titel}”"
        if not bezoek.pagina.titel:
            found = "de pagina heeft geen titel"
        text = f"{found}, verwacht was “{titels[0]}”"
        return Bezoekoordeel(Oordeel.VERKEERDE_TITEL, text)
    if _lacks(bezoek.pagina, anker):
        text = f"op de pagina staat geen `#{clean(anker)}`; de lezer komt bovenaan uit"
        return Bezoekoordeel(Oordeel.ANKER_ONTBREEKT, text)
    if (new := _moved_to(bezoek)) and not _same_text(bezoek.url, new):
        address = clean(with_anchor(new, anker), 2000)
        return Bezoekoordeel(Oordeel.VERPLAATST, f"het nieuwe adres is {address}", address)
    return Bezoekoordeel(Oordeel.IN_ORDE)


def _no_page(bezoek: Bezoek) -> Bezoekoordeel | None:
    """Judge a visit that gave no page at all."""
    status = bezoek.status
    if bezoek.storing:
        return _unchecked_if(bezoek.storing.says_nothing, bezoek.storing.value)
    if why := _REFUSED.get(status):
        return _unchecked_if(True, f"{why} ({status})")
    if status == 503 and bezoek.komt_terug:
        return _unchecked_if(True, "de website is even dicht (503)")
    if status < 300:
        return None
    fault = "de website heeft een storing" if status >= 500 else "de website geeft een fout"
    return _unchecked_if(False, f"{_GONE.get(status, fault)} ({status})")


def _other_page(bezoek: Bezoek) -> Bezoekoordeel | None:
    """Judge a visit that ended at a page which is there for any address: log-in or home."""
    first, last = urlsplit(bezoek.url), urlsplit(bezoek.einde)
    asks_here, asks_there = (
        bool(_LOGIN.search(f"{parts.hostname}{parts.path}")) for parts in (first, last)
    )
    form = bezoek.pagina.vraagt_wachtwoord and _ASKS_LOGIN.search(
        f"{bezoek.pagina.titel} {bezoek.pagina.kop}"
    )
    if not asks_here and (asks_there or form):
        return _unchecked_if(True, "het adres leidt naar een inlogpagina")
    if last.query or not _HOME.fullmatch(last.path) or _HOME.fullmatch(first.path):
        return None
    if _bare(first.hostname) == _bare(last.hostname):
        return _unchecked_if(
            False, "het adres leidt naar de voorpagina; de pagina zelf is er niet meer"
        )
    return _unchecked_if(True, f"het adres leidt naar de voorpagina van {_bare(last.hostname)}")


def _no_content(bezoek: Bezoek, titels: Sequence[str]) -> Bezoekoordeel | None:
    """Judge a page that says it is not there, or nothing (a "soft 404")."""
    pagina = bezoek.pagina
    if pagina.leeg:
        return _unchecked_if(False, "de pagina is leeg")
    if titels and _has_title(pagina, titels):
        return None
    for text in (pagina.kop, *_PARTS.split(pagina.titel)):
        if _SAYS_GONE.fullmatch(text):
            return _unchecked_if(False, f"de pagina zegt zelf “{text}”")
    return None


def _unchecked_if(unchecked: bool, why: str) -> Bezoekoordeel:
    return Bezoekoordeel(Oordeel.NIET_GECONTROLEERD if unchecked else Oordeel.GEBROKEN, why)


def _has_title(pagina: Pagina, titels: Sequence[str]) -> bool:
    return any(_plain(titel) in _plain(pagina.titel) for titel in titels)


def _lacks(pagina: Pagina, anker: str) -> bool:
    """Tell whether a page that was read to its end has no such anchor."""
    if not anker or not pagina.heel or pagina.ankers is None or anker.startswith(_SCRIPTED):
        return False
    wanted = {anker, unquote(anker)}
    return "top" not in wanted and not wanted & pagina.ankers


def _moved_to(bezoek: Bezoek) -> str:
    """Return the last address of the permanent redirects at the start of the chain."""
    new = ""
    for status, address in bezoek.sprongen:
        if status not in _PERMANENT:
            break
        new = address
    return new


def _same_text(old: str, new: str) -> bool:
    """Tell whether a redirect stays with the same law: its host may add a date to the address."""
    before, after = parse_url(old), parse_url(new)
    return bool(before and after and before.regeling == after.regeling)


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _plain(text: str) -> str:
    """Return a title for comparison: no case, no accents, single spaces, plain quotes."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.sub(r"[’‘`]", "'", bare).split())
