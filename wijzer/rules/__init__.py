"""The rules that sources must keep: small generators of findings, composed here."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.links.hosts import load_hosts
from wijzer.rules import (
    adressen,
    contact,
    dilemmas,
    files,
    geldigheid,
    gemeente,
    headings,
    hulp,
    identity,
    keywords,
    legal,
    links,
    macros,
    markup,
    melden,
    menu,
    relations,
    security,
    tips,
    wegwijzer,
    wetteksten,
    word,
    writing,
)


def check_corpus(corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield every finding that goes beyond a single front matter."""
    yield from files.check(corpus.root)
    yield from gemeente.check(corpus)
    yield from menu.check(corpus)
    yield from security.check(corpus, today)
    yield from identity.check(corpus)
    yield from adressen.check(corpus)
    yield from relations.check(corpus)
    yield from geldigheid.check(corpus, today)
    yield from contact.check(corpus, today)
    yield from melden.check(corpus)
    yield from hulp.check(corpus)
    yield from writing.check(corpus)
    yield from keywords.check(corpus)
    yield from wegwijzer.check(corpus, today)
    yield from wetteksten.check(corpus)
    hosts = load_hosts(corpus.root)
    yield from hosts.meldingen
    for document in corpus.all_documents:
        if document.body.problems:  # no other rule can read it
            yield from (document.fout(p.line, p.text, p.tip) for p in document.body.problems)
            continue
        yield from headings.check(document)
        yield from markup.check(document)
        yield from word.check(document)
        yield from links.check(document, corpus)
        yield from legal.check(document, corpus, hosts)
        yield from macros.check(document, corpus)
        yield from tips.check(document, corpus, today)
        yield from dilemmas.check(document)
