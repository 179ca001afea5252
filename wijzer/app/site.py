"""The whole site as data: checked pages, or the findings that stand in the way."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wijzer.app.check import check
from wijzer.app.images import images
from wijzer.base.clock import Peildag, today
from wijzer.base.files import Bestand
from wijzer.base.findings import Melding, errors
from wijzer.base.output import Formaat, render
from wijzer.base.version import version_date
from wijzer.cards.compile import CompileError
from wijzer.cards.downloads import downloads
from wijzer.corpus.corpus import Corpus, without_drafts
from wijzer.corpus.site_address import site_address
from wijzer.history.changes import read_changes
from wijzer.load.tree import SourceFile, find_sources
from wijzer.model.document import site_path
from wijzer.model.kinds import SOORTEN
from wijzer.model.soort import Soorten
from wijzer.pages.atom import PATH as FEED
from wijzer.pages.atom import feed
from wijzer.pages.compose import compose
from wijzer.pages.huisstijl import stylesheet
from wijzer.pages.letter import letter
from wijzer.pages.markdown import day, escape
from wijzer.pages.page import Sitepagina
from wijzer.pages.security_txt import security_txt
from wijzer.pages.vcard import vcards
from wijzer.poster.files import print_files


@dataclass(frozen=True)
class Site:
    """Everything a renderer needs."""

    root: Path
    corpus: Corpus
    pages: tuple[Sitepagina, ...]
    meldingen: tuple[Melding, ...]
    bestanden: tuple[Bestand, ...] = ()
    """Finished files besides the pages: colours, cards and posters as PDF, contact cards."""

    @property
    def errors(self) -> list[Melding]:
        """The findings that stop a build."""
        return errors(self.meldingen)

    @property
    def report(self) -> str:
        """The mistakes as text for the terminal."""
        return render(self.errors, Formaat.TEKST, len(self.corpus.all_documents))

    @property
    def feed(self) -> str:
        """Where the feed stands in the docs tree; empty when there is none."""
        return next((file.pad for file in self.bestanden if file.pad == FEED), "")

    @property
    def version(self) -> str:
        """The date of this version as readers see it."""
        return day(version_date(self.root))


def load_site(
    root: Path,
    *,
    drafts: bool = False,
    soorten: Soorten = SOORTEN,
    op: datetime.date | None = None,
) -> Site:
    """Check the sources and compose the pages; no pages when something is wrong.

    The pages tell what holds today, or on the day ``op``; the check looks as it does today.
    With ``drafts`` (the preview) there are no cards to download: they take too long to wait for
    after every change.
    """
    peildag = Peildag(op, vast=True) if op else None
    outcome = check(root, peildag=peildag, soorten=soorten)
    corpus = outcome.corpus if drafts else without_drafts(outcome.corpus)
    if outcome.errors:
        return Site(root, corpus, (), outcome.meldingen)
    try:
        cards = tuple(downloads(corpus)) if _wants_cards(drafts) else ()
        own = (*_looks(corpus), *_security_txt(corpus), *images(root))
        found = read_changes(corpus)
        news = feed(corpus, found, site_address(corpus.gemeente))
        bestanden = (*own, *news, *cards, *vcards(corpus), *print_files(corpus))
    except CompileError as error:
        return Site(root, corpus, (), (*outcome.meldingen, _no_cards(error)))
    corpus = corpus.with_files(bestanden, found)
    return Site(root, corpus, tuple(compose(corpus)), outcome.meldingen, bestanden)


def _wants_cards(drafts: bool) -> bool:
    """Tell whether to make the cards; ``WIJZER_KAARTEN=nee`` leaves them out, to build faster."""
    return not drafts and os.environ.get("WIJZER_KAARTEN", "") != "nee"


def _looks(corpus: Corpus) -> Iterator[Bestand]:
    yield stylesheet(corpus)
    yield from letter(corpus.gemeente)


def _security_txt(corpus: Corpus) -> Iterator[Bestand]:
    return security_txt(corpus.gemeente, site_address(corpus.gemeente), today())


def _no_cards(error: CompileError) -> Melding:
    text = f"de kaarten konden niet worden gemaakt: {error}"
    return Melding("dilemmas", 1, text, "Meld dit bij de beheerder van deze site.")


def failure_site(site: Site) -> Site:
    """Return a site that shows the findings at every address (for the preview).

    An editor who has a page open sees what is wrong there, and gets the page back once it is
    mended.
    """
    rows = [
        f"- `{m.pad}`, regel {m.regel}: **{escape(m.tekst)}**\n\n    {_tip(m)}" for m in site.errors
    ]
    text = "# Er is nog iets mis\n\nVerbeter dit en sla op. De pagina komt vanzelf terug.\n\n"
    text += "\n".join(rows) + "\n"
    sources = find_sources(site.root, site.corpus.soorten.bronmappen)
    paths = {site_path(s.path): s.path for s in sources if isinstance(s, SourceFile)}
    paths.setdefault("index.md", "docs/index.md")
    meta = {"title": "Er is nog iets mis", "hide": ["toc"]}
    pages = tuple(Sitepagina(path, text, source, meta) for path, source in sorted(paths.items()))
    return replace(site, pages=pages, bestanden=tuple(_looks(site.corpus)))


def _tip(melding: Melding) -> str:
    return "  \n    ".join(escape(line) for line in melding.tip.split("\n"))
