"""What changed as a feed (Atom, RFC 4287), for who wants to hear of it without coming to look."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator

from wijzer.base.escape import html_text
from wijzer.base.files import Bestand
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.veranderingen import Verandering, Veranderingen
from wijzer.model.document import address

PATH = "veranderd.xml"
PAGE = "wat-is-er-veranderd"
"""Id of the page that shows the same."""
TYPE = "application/atom+xml"
_MOST = 50
_NAMESPACE = uuid.UUID("0b1c5d0a-6a3e-5c52-8f9d-3f1f6a7a2c11")
"""Fixed, so that a change keeps its id wherever the site stands."""
_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
  <title>{title}</title>
  <id>{id}</id>
  <updated>{updated}</updated>
  <author><name>{author}</name></author>
  <link rel="self" type="{type}" href="{own}"/>
  <link rel="alternate" type="text/html" href="{page}"/>
{entries}</feed>
"""
_ENTRY = """\
  <entry>
    <title>{title}</title>
    <id>{id}</id>
    <updated>{updated}</updated>
    <link rel="alternate" type="text/html" href="{page}"/>
    <summary>{summary}</summary>
  </entry>
"""


def feed(corpus: Corpus, found: Veranderingen, site: str | None) -> Iterator[Bestand]:
    """Yield the feed; ``site`` is the address of the site with a slash at the end.

    A feed holds whole addresses (RFC 4287, 4.2.7), so without an address there is none; and none
    without a history.
    """
    if site is None or found.sinds is None:
        return
    gemeente = corpus.gemeente
    home = corpus.graph.documents.get(PAGE)
    page = f"{site}{home.address if home else ''}"
    text = _FEED.format(
        title=html_text(f"Wat is er veranderd: {gemeente.site.naam}"),
        id=_id(corpus, "feed"),
        updated=_moment(found.alle[0].dag if found.alle else found.sinds),
        author=html_text(gemeente.uitgever),
        type=TYPE,
        own=html_text(f"{site}{PATH}"),
        page=html_text(page),
        entries="".join(_entry(one, corpus, site, page) for one in found.alle[:_MOST]),
    )
    yield Bestand(PATH, text.encode("utf-8"))


def _entry(one: Verandering, corpus: Corpus, site: str, otherwise: str) -> str:
    """Return one change; one about a page that is gone leads to what came in its place."""
    there = one.pagina or one.opvolger
    return _ENTRY.format(
        title=html_text(one.titel),
        id=_id(corpus, f"{one.bron} {one.dag.isoformat()}"),
        updated=_moment(one.dag),
        page=html_text(f"{site}{address(there)}" if there else otherwise),
        summary=html_text(one.tekst),
    )


def _id(corpus: Corpus, name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, f'{corpus.gemeente.voluit} {name}')}"


def _moment(dag: datetime.date) -> str:
    """Return the beginning of a day (RFC 3339): at what time somebody worked is nobody's affair."""
    return f"{dag.isoformat()}T00:00:00Z"
