"""Layers 1 and 2 together, for the command and for every build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.site_address import repository
from wijzer.links import inside, published, references
from wijzer.links.hosts import Hosts, load_hosts
from wijzer.links.site import BuiltSite
from wijzer.model.gemeente import Gemeente


def verify(site: BuiltSite, corpus: Corpus) -> list[Melding]:
    """Return every finding about the links of a built site, sorted."""
    hosts = with_own(load_hosts(corpus.root), corpus.gemeente)
    found = [*inside.check(site), *references.check(site, corpus, hosts)]
    return sorted(set(found))


def with_own(hosts: Hosts, gemeente: Gemeente) -> Hosts:
    """Allow what ``gemeente.yml`` leads to: the Git server, and the website for a quick way out."""
    found = (urlsplit(url).hostname for url in (repository(gemeente), gemeente.site.snel_weg))
    return replace(hosts, toegestaan=hosts.toegestaan | {host for host in found if host})


def verify_folder(folder: Path, corpus: Corpus) -> tuple[list[Melding], int]:
    """Hold the site in a folder against all rules; return the findings and the number of pages.

    The gate and the links share one reading of each page.
    """
    site = BuiltSite(folder)
    return sorted({*published.check(site, corpus), *verify(site, corpus)}), len(site.pages)
