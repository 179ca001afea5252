"""``gemeente.yml`` and the pages agree, and every text stands out enough to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.gemeente import ONBEKEND, PATH
from wijzer.gate.address import wrong_address
from wijzer.model.gemeente import Kleuren
from wijzer.model.kinds import KERNWAARDE, ROL
from wijzer.model.tokens import DARK, LIGHT, PAGE, colour_tokens, pairs

MELDPUNT = "meldpunt-integriteit"
"""The role that takes reports of a suspicion."""

_TEXT, _LINE = 4.5, 3.0
"""Least contrast of text (WCAG 2.2, 1.4.3) and of what shows where something is (1.4.11)."""
_BASE = re.compile(r"https?://[a-z0-9.:-]+(?:/(?!\.{1,2}(?:/|$))[^/?#]+)*/?")
"""An address that others are put behind."""
_ON_PAGE = {
    "link": _TEXT,
    "link_actief": _TEXT,
    "waarschuwing": _TEXT,
    "goed": _TEXT,
    "focus": _LINE,
}
_PAGES = {"licht": LIGHT[PAGE], "donker": DARK[PAGE]}
"""The background of a page."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about kernwaarden that are missing on either side, and about colours."""
    if corpus.gemeente is ONBEKEND:
        return  # the file itself has findings; the rest would only repeat them
    yield from _values(corpus)
    yield from _reporting_desk(corpus)
    yield from _colours(corpus)
    yield from _theme_colours(corpus)
    yield from _addresses(corpus)


def _addresses(corpus: Corpus) -> Iterator[Melding]:
    """An address of the municipality has the same shape as any other address on the site."""
    site, contact = corpus.gemeente.site, corpus.gemeente.beveiliging.contact or ""
    found = {
        ("site", "adres"): site.adres,
        ("site", "repo"): site.repo,
        ("site", "snel_weg"): site.snel_weg,
        ("beveiliging", "contact"): contact if contact.startswith("https:") else None,
    }
    for where, url in found.items():
        wrong = wrong_address(url) if url else ""
        if not wrong and url and where[1] in ("adres", "repo") and not _BASE.fullmatch(url):
            wrong = "hier horen kleine letters in de naam, en geen `?`, `#` of `//`"
        if wrong:
            text = f"`{' '.join(where)}`: {wrong}: `{url}`"
            yield corpus.gemeente_bron.fout(where, text, "Kopieer het adres uit de browser.")


def _values(corpus: Corpus) -> Iterator[Melding]:
    listed = corpus.gemeente.kernwaarden
    pages = {d.id: d for d in corpus.all_documents if d.soort == KERNWAARDE}
    if not pages:
        return  # nobody has begun with them yet, or the folder itself has a finding
    for index, value in enumerate(listed):
        where = ("kernwaarden", index)
        if value in listed[:index]:
            text = f"de kernwaarde `{value}` staat er twee keer"
            yield corpus.gemeente_bron.fout(where, text, "Haal een van de twee weg.")
        elif value not in pages and value not in corpus.unreadable:
            text = f"de kernwaarde `{value}` heeft geen pagina"
            tip = (
                f"Maak kernwaarden/{value}.md (python3 scripts/wijzer.py nieuw kernwaarde {value})."
            )
            yield corpus.gemeente_bron.fout(where, text, tip)
    for value, document in pages.items():
        if value not in listed:
            tip = f"Zet `{value}` daar op zijn plaats bij `kernwaarden`."
            yield document.fout(1, f"de kernwaarde `{value}` staat niet in {PATH}", tip)


def _reporting_desk(corpus: Corpus) -> Iterator[Melding]:
    """The role has the name that texts give it."""
    role, name = corpus.graph.documents.get(MELDPUNT), corpus.gemeente.woorden.meldpunt
    if role and role.soort == ROL and role.titel != name:
        text = f"het meldpunt heet hier `{role.titel}` en in {PATH} `{name}`"
        yield role.fout(("titel",), text, "Kies één naam en zet die op beide plekken.")


def _colours(corpus: Corpus) -> Iterator[Melding]:
    stijl = corpus.gemeente.huisstijl
    for name, kleuren in (("licht", stijl.licht), ("donker", stijl.donker)):
        for field, behind, least in _pairs(kleuren, _PAGES[name]):
            found = contrast(getattr(kleuren, field), behind)
            if found >= least:
                continue
            text = f"`huisstijl {name} {field}` steekt te weinig af tegen {behind}: {_nl(found)}"
            tip = f"Kies een andere kleur: het contrast is minstens {_nl(least)} (WCAG)."
            yield corpus.gemeente_bron.fout(("huisstijl", name, field), text, tip)


def _theme_colours(corpus: Corpus) -> Iterator[Melding]:
    """A theme's colours stand out as much as our own have to; other notations are not judged."""
    if not corpus.thema:
        return
    tokens = {**colour_tokens(corpus.gemeente.huisstijl.licht, LIGHT), **corpus.thema}
    where, path = ("huisstijl", "thema"), corpus.gemeente.huisstijl.thema
    for name, behind, is_text in pairs():
        one, other, least = tokens[name], tokens[behind], _TEXT if is_text else _LINE
        if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
            continue
        if (found := contrast(one, other)) < least:
            text = (
                f"in {path} steekt `--{name}` ({one}) te weinig af "
                f"tegen `--{behind}` ({other}): {_nl(found)}"
            )
            tip = f"Vraag een andere kleur: het contrast is minstens {_nl(least)} (WCAG)."
            yield corpus.gemeente_bron.fout(where, text, tip)


def _pairs(kleuren: Kleuren, page: str) -> Iterator[tuple[str, str, float]]:
    """Yield a field, the colour behind it and the least contrast between the two."""
    yield "hoofdkleur_tekst", kleuren.hoofdkleur, _TEXT
    for field, least in _ON_PAGE.items():
        yield field, page, least
        yield field, kleuren.vlak, least
    yield "rand", page, _LINE  # it parts the page from a box


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (``#rrggbb``), from 1 to 21, as in WCAG 2.2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _nl(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
