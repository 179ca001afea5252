"""The menu leads to pages that are there, and every kind has the page that lists it."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.base.config import CONFIG, Config, read_config
from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus

_BROKEN = "Zet het bestand terug zoals het was, of vraag het de beheerder van deze site."


def check(corpus: Corpus) -> Iterator[Melding]:
    """Yield findings about ``nav`` in ``mkdocs.yml``; the renderer would stop on them."""
    config = read_config(corpus.root)
    if config.wrong_line:
        yield Melding(CONFIG, config.wrong_line, "dit bestand is geen goede YAML", _BROKEN)
    elif not isinstance(config.values.get("nav", []), list):
        tip = "Geef elke pagina een regel met een streepje, zoals: - Melden: melden.md"
        yield Melding(CONFIG, config.menu_line, "het menu (`nav`) is geen lijst van pagina's", tip)
    else:
        yield from _entries(config, corpus)
        if config.menu:
            yield from _hubs(corpus)


def _entries(config: Config, corpus: Corpus) -> Iterator[Melding]:
    pages = {document.site_path: document for document in corpus.all_documents}
    for target, line in config.menu:
        page = pages.get(target)
        if page is None and "://" not in target:
            tip = "Haal deze regel weg uit het menu, of zet de pagina terug."
            text = f"het menu (`nav`) noemt `{target}`, maar die pagina is er niet"
            yield Melding(CONFIG, line, text, tip)
        elif page and page.model.concept:
            tip = "Haal `concept: true` weg uit die pagina, of haal deze regel weg uit het menu."
            text = f"het menu (`nav`) noemt `{target}`, maar die pagina is nog concept"
            yield Melding(CONFIG, line, text, tip)


def _hubs(corpus: Corpus) -> Iterator[Melding]:
    """Without the page that lists it, nobody finds a kind of page from the menu."""
    present = {document.id for document in corpus.all_documents}
    for hub, soort in corpus.soorten.hubs.items():
        first = next((d for d in corpus.all_documents if d.soort == soort), None)
        if first and hub not in present:
            text = f"de pagina met de lijst hiervan, `docs/{hub}.md`, is er niet"
            tip = f"Zet `docs/{hub}.md` terug, of haal alle pagina's van deze soort weg."
            yield first.fout(1, text, tip)
