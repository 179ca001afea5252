"""The verdicts about addresses outside, as findings for a person, GitHub or a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from wijzer.base.findings import Ernst, Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.linkstand import AdresStand, LinkStand, Oordeel
from wijzer.links.outside import Ronde

NO_NETWORK = (
    "Er is geen netwerk: alle adressen buiten de site zijn niet gecontroleerd. "
    "Wat eerder gevonden was, blijft staan."
)
_TIPS = {
    Oordeel.GEBROKEN: "Zoek het goede adres of haal de link weg.",
    Oordeel.VERKEERDE_TITEL: "Kijk of het nummer bij `bron` bij deze regel hoort.",
    Oordeel.ANKER_ONTBREEKT: "Zoek op die pagina de goede plek, of haal weg wat na `#` staat.",
    Oordeel.VERPLAATST: "Neem het nieuwe adres over.",
    Oordeel.NIET_GECONTROLEERD: "Open de link zelf om het na te kijken.",
}
_MISTAKES = (Oordeel.GEBROKEN, Oordeel.VERKEERDE_TITEL)


def findings(
    stand: LinkStand, pages: Mapping[str, Sequence[str]], corpus: Corpus, *, visited: bool = True
) -> list[Melding]:
    """Return a finding for each address that is not in order, at the first page that has it."""
    sources = {f"{document.address}index.html": document.path for document in corpus.all_documents}
    return sorted(_each(stand, pages, sources, visited))


def _each(
    stand: LinkStand, pages: Mapping[str, Sequence[str]], sources: Mapping[str, str], visited: bool
) -> Iterator[Melding]:
    for url, names in pages.items():
        adres = stand.of(url) if visited else AdresStand(toelichting="geen netwerk")
        if adres.oordeel is Oordeel.IN_ORDE:
            continue
        also = f" (en op {len(names) - 1} andere)" if len(names) > 1 else ""
        why = f": {adres.toelichting}" if adres.toelichting else ""
        text = f"{adres.oordeel.value}: {url}{also}{why}"
        level = Ernst.FOUT if adres.oordeel in _MISTAKES else Ernst.TIP
        yield Melding(sources.get(names[0], names[0]), 1, text, _TIPS[adres.oordeel], level)


def counts(ronde: Ronde) -> str:
    """Return the closing line of a round of visits."""
    found = Counter(adres.oordeel for adres in ronde.stand.adressen.values())
    parts = [f"{found[oordeel]} {oordeel.value}" for oordeel in Oordeel if found[oordeel]]
    total = len(ronde.stand.adressen)
    verdicts = ", ".join(parts) or "geen"
    return f"{total} adressen buiten de site, {ronde.bezocht} nu bezocht: {verdicts}."
