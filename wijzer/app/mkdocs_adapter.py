"""Hands MkDocs the pages of the core, with the macro calls in them, and stops a bad build."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, outside any package

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from wijzer.app.around import around, is_sensitive
from wijzer.app.build import SITE
from wijzer.app.bundles import Bundles
from wijzer.app.menu import full_menu, places
from wijzer.app.mkdocs_run import CHOSEN_DAY, GATE_LATER
from wijzer.app.settings import edit_settings, settings
from wijzer.app.site import Site, failure_site, load_site
from wijzer.app.syllables import with_soft_hyphens
from wijzer.base.output import Formaat, render
from wijzer.base.policy import meta_policy
from wijzer.base.signs import CALL_START
from wijzer.base.trouble import PlainError, explain
from wijzer.base.version import source_date_epoch
from wijzer.links.published import close
from wijzer.load.tree import is_published
from wijzer.pages.markdown import day
from wijzer.release.lock import exclusive
from wijzer.release.swap import recover

_state: dict[str, Any] = {"command": "build"}
_lock = contextlib.ExitStack()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is ``build`` or ``serve``."""
    del dirty
    _state["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the sources before MkDocs empties the output folder.

    ``build`` stops here without a traceback.  ``serve`` goes on and shows the findings on every
    page, so that the browser comes back by itself once they are mended.
    """
    root = Path(config.config_file_path).parent
    if _state["command"] == "build" and Path(config.site_dir) == root / SITE:
        _keep_out(root / SITE)
    os.environ["SOURCE_DATE_EPOCH"] = str(source_date_epoch(root))
    serving = _state["command"] == "serve"
    op: datetime.date | None = config.extra.get(CHOSEN_DAY)
    site = load_site(root, drafts=serving, op=op)
    if site.errors:
        print(site.report, file=sys.stderr)
        if not serving:
            raise Abort("De site is niet gebouwd: verbeter eerst de fouten hierboven.")
        site = failure_site(site)
    _state["site"] = site
    _set(config, site, serving=serving)
    config.nav = full_menu(config.nav, site.corpus) if config.nav else config.nav
    documents = site.corpus.graph.documents.values()
    _state["gevoelig"] = {d.site_path for d in documents if is_sensitive(d)}
    _state["plekken"] = places(config.nav or [], site.corpus)
    config.extra["versie"] = site.version
    config.extra["zoekpagina"] = "zoeken/" if "zoeken" in site.corpus.graph.documents else ""
    config.extra["licht"] = bool(site.corpus.thema)  # a theme knows one scheme of colours
    config.extra["van"] = site.corpus.gemeente.voluit
    config.extra["op"] = day(op) if op else ""
    config.extra["beleid"] = meta_policy()
    config.extra["feed"] = site.feed
    config.extra["snel_weg"] = site.corpus.gemeente.site.snel_weg
    config.extra["hulp"] = around(site.corpus)
    config.extra["wijzer_site"] = site  # for the macros and mkdocs_search
    return config


def _keep_out(site: Path) -> None:
    """Keep ``bouw`` away while MkDocs itself writes in its folder; MkDocs has no lock."""
    try:
        _lock.enter_context(exclusive(site))
        recover(site)
    except (OSError, PlainError) as error:
        raise Abort(explain(error)) from error


def on_shutdown() -> None:
    """Let the next build in."""
    _lock.close()


def _set(config: MkDocsConfig, site: Site, *, serving: bool) -> None:
    """Put what is the municipality's own in the configuration."""
    gemeente = site.corpus.gemeente
    found = {**settings(gemeente), **edit_settings(gemeente)}
    if serving:
        del found["site_url"]  # MkDocs has set the address of the preview
    config.update(found)
    config.theme["language"] = gemeente.site.talen[0]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape what the theme puts in its pages as it is: its templates escape nothing.

    As ``Markup`` a text is escaped once, also where a template does escape it.
    """
    for key in ("site_name", "site_description", "copyright"):
        config[key] = _safe(config[key])
    for page in (file.page for file in files.documentation_pages()):
        if page is None:
            continue
        page.title = _safe(page.title)
        for key in ("title", "description"):
            if key in page.meta:
                page.meta[key] = _safe(page.meta[key])
    return env


def _safe(text: str | None) -> Markup | None:
    return escape(text) if text else None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace what MkDocs found under ``docs/`` by the complete pages of the core.

    Every page that MkDocs found goes: a draft, say, would be published as its author typed it.
    """
    site: Site = _state["site"]
    editable = bool(config.repo_url)  # without a Git server there is nowhere to edit
    for found in [*files]:
        if found.is_documentation_page() or not is_published(found.src_uri):
            files.remove(found)
    for page in site.pages:
        if (existing := files.get_file_from_path(page.pad)) is not None:
            files.remove(existing)
        level = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.pad, content=page.text_with_calls, inclusion=level)
        file.edit_uri = page.bronpad if editable else None
        files.append(file)
    for item in site.bestanden:
        if (existing := files.get_file_from_path(item.pad)) is not None:
            files.remove(existing)  # a picture as it was typed in
        # MkDocs leaves out what begins with a dot, such as .well-known, unless told otherwise.
        level = InclusionLevel.INCLUDED
        files.append(File.generated(config, item.pad, content=item.inhoud, inclusion=level))
    if config.theme.name == "material":
        _join(files, config)
    return files


def _join(files: Files, config: MkDocsConfig) -> None:
    """Publish joined style sheets and scripts in the place of the ones they were made from."""
    scripts = [*config.extra.get("polyfills", ()), *map(_path, config.extra_javascript)]

    def read(name: str) -> bytes | None:
        found = files.get_file_from_path(name)
        return found.content_bytes if found else None

    dark = not config.extra["licht"]
    found = Bundles.join(files.src_uris, config.extra_css, scripts, read, dark=dark)
    _state["bundels"] = found
    if found is None:
        return
    for name in found.replaced:
        for gone in (name, f"{name}.map"):
            if (file := files.get_file_from_path(gone)) is not None:
                files.remove(file)
    for item in found.files:
        files.append(File.generated(config, item.pad, content=item.inhoud))
    config.extra_css = [found.style.pad]
    config.extra_javascript = []
    config.extra["polyfills"] = []
    config.extra["eerst"], config.extra["overal"] = found.early.pad, found.always.pad


def _path(script: ExtraScriptValue | str) -> str:
    return script if isinstance(script, str) else script.path


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> None:
    """Tell the templates what they say of this page beside its text.

    The text is hyphenated last of all: the search has its own copy by now (``mkdocs_search``).
    """
    del nav
    page.content = with_soft_hyphens(page.content or "", config.theme["language"])
    context["gevoelig"] = page.file.src_uri in _state["gevoelig"]
    context["plek"] = _state["plekken"].get(page.file.src_uri, "")
    if bundles := _state.get("bundels"):
        # With instant navigation a page keeps the scripts of the page before it.
        every = "navigation.instant" in config.theme["features"]
        context["bundels"] = [*bundles.scripts(page.content or "", all_parts=every)]


@event_priority(-100)  # after the search, which writes the last file
def on_post_build(config: MkDocsConfig) -> None:
    """Let no page stand that holds what may not be there, whatever way it was built."""
    if config.extra.get(GATE_LATER) or config.theme.name != "material":
        return  # `bouw` looks at the whole folder itself; of another theme nothing is known
    site: Site = _state["site"]
    meldingen = close(Path(config.site_dir), site.corpus)
    if meldingen:
        print(render(meldingen, Formaat.TEKST, len(site.pages)), file=sys.stderr)
        if _state["command"] == "build":
            raise Abort("De site is niet af: deze pagina's zijn niet gemaakt.")


@event_priority(-100)  # after mkdocs-macros-plugin
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Stop when a macro call was left standing: the plugin is not set up as it should be."""
    del config, files
    if CALL_START in markdown:
        raise PluginError(
            f"{page.file.src_uri}: de macro's zijn niet uitgevoerd. "
            "Zet `macros` met zijn instellingen terug bij `plugins` in mkdocs.yml."
        )


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Watch the folders of all kinds of pages; MkDocs itself watches ``docs``."""
    del builder
    root = Path(config.config_file_path).parent
    site: Site = _state["site"]
    for folder in site.corpus.soorten.bronmappen:
        if (root / folder).is_dir():
            server.watch(str(root / folder))
    return server
