"""Where the text of a rule can be read: addresses made from identifiers, never typed."""

from __future__ import annotations

from wijzer.model.pages import Bron, BronSoort, Regeling
from wijzer.relations import Plaats

_LEDEN = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
).split()


def source_url(bron: Bron) -> str:
    """Return the address of the current text, or an empty text when it has none."""
    match bron.soort:
        case BronSoort.BWB:
            return f"https://wetten.overheid.nl/{bron.waarde}"
        case BronSoort.CVDR:
            return f"https://lokaleregelgeving.overheid.nl/{bron.waarde}"
        case BronSoort.CELEX:
            return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{bron.waarde}"
        case BronSoort.ECLI:
            return f"https://deeplink.rechtspraak.nl/uitspraak?id={bron.waarde}"
        case BronSoort.PUBLICATIE:
            return f"https://zoek.officielebekendmakingen.nl/{bron.waarde}.html"
        case _:
            return ""


def article_url(bron: Bron, plaats: Plaats) -> str:
    """Return the address of an article: a JCI 1.3 reference for a national law (BWB)."""
    if bron.soort is BronSoort.BWB:
        return f"https://wetten.overheid.nl/jci1.3:c:{bron.waarde}&artikel={plaats.artikel}"
    return source_url(bron)


def plaats_text(plaats: Plaats) -> str:
    """Print a place in Dutch legal style: ``artikel 8, eerste lid, onder e``."""
    parts = [f"artikel {plaats.artikel}"]
    if plaats.lid:
        index = int(plaats.lid) if plaats.lid.isdigit() else 0
        word = _LEDEN[index - 1] if 0 < index <= len(_LEDEN) else f"{plaats.lid}e"
        parts.append(f"{word} lid")
    if plaats.onderdeel:
        parts.append(f"onder {plaats.onderdeel}")
    return ", ".join(parts)


def find_article(regeling: Regeling, plaats: Plaats) -> bool:
    """Tell whether the rule's list of articles holds this place, or the article around it."""
    for artikel in regeling.artikelen:
        if artikel.nummer != plaats.artikel:
            continue
        lid_fits = not plaats.lid or not artikel.lid or artikel.lid == plaats.lid
        part_fits = not plaats.onderdeel or artikel.onderdeel in (None, plaats.onderdeel)
        if lid_fits and part_fits:
            return True
    return False
