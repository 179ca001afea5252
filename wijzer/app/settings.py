"""What ``gemeente.yml`` sets in the configuration of the renderer; ``mkdocs.yml`` has the rest."""

from __future__ import annotations

from wijzer.corpus.site_address import edit_path, repository, site_address
from wijzer.model.gemeente import Gemeente

_LOCAL = "http://localhost:8000/"
"""The renderer wants an address, also when the site does not have one yet."""


def settings(gemeente: Gemeente) -> dict[str, str]:
    """Return the settings that every renderer knows, by their name in ``mkdocs.yml``."""
    return {
        "site_name": gemeente.site.naam,
        "site_description": gemeente.site.omschrijving,
        "site_url": site_address(gemeente) or _LOCAL,
        "copyright": gemeente.uitgever,
    }


def edit_settings(gemeente: Gemeente) -> dict[str, str]:
    """Return what links every page to its source; nothing when there is no Git server."""
    if not (url := repository(gemeente)):
        return {}
    path = edit_path(gemeente)
    base = url.rstrip("/") if path.startswith(("?", "#")) else url
    return {"repo_url": base, "repo_name": "Broncode", "edit_uri": path}
