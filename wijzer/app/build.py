"""Building without risk: a new site replaces the old one only when everything passed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from wijzer.app.mkdocs_run import RenderError, render_site
from wijzer.base.output import Formaat, render
from wijzer.base.stop import stoppable
from wijzer.base.trouble import PlainError
from wijzer.corpus.corpus import load_corpus
from wijzer.links.verify import verify_folder
from wijzer.release import folders, manifest, swap
from wijzer.release.lock import exclusive

SITE = "site"


class BuildError(PlainError):
    """The build failed."""


def build_site(root: Path, op: datetime.date | None = None) -> Path:
    """Build beside the old site and put it in its place; return the path of the home page.

    With ``op`` the site tells what holds on that day, and says so on every page.
    Raises :class:`PlainError` for what the editor can mend; any other exception passes with a note
    of what became of the site.  ``site/`` is then as it was.
    """
    site = root / SITE
    try:
        with exclusive(site), stoppable() as stop_if_asked:
            _build(root, site, op, stop_if_asked)
    except RenderError as error:
        raise BuildError(_not_built(site)) from error
    except PlainError:
        raise
    except Exception as error:
        error.add_note(_not_built(site))
        raise
    return site / "index.html"


def _build(
    root: Path, site: Path, op: datetime.date | None, stop_if_asked: Callable[[], None]
) -> None:
    swap.recover(site)
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise BuildError(
            f"{site} is geen gewone map. Haal weg wat daar staat; een bouw maakt de map zelf. "
            "Wil je de site ergens anders hebben: python3 scripts/wijzer.py publiceer MAP"
        )
    new = swap.staging(site)
    try:
        print("De site wordt gebouwd …", flush=True)
        render_site(root, new, op)
        _verify_links(root, new)
        manifest.write(new, manifest.describe(new, root, op))
        folders.open_to_readers(new)
        stop_if_asked()
        swap.put_in_place(new, site)
    finally:
        swap.remove(new)


def _verify_links(root: Path, folder: Path) -> None:
    corpus, _ = load_corpus(root)
    meldingen, pages = verify_folder(folder, corpus)
    if meldingen:
        report = render(meldingen, Formaat.TEKST, pages)
        raise BuildError(
            f"{report}\nDe links in de nieuwe site kloppen niet; de site is niet vervangen."
        )


def _not_built(site: Path) -> str:
    after = "De vorige site is niet veranderd." if site.is_dir() else "Er is nog geen site."
    return f"De site is niet gebouwd. {after}"
