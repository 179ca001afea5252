"""Where the site will stand on the web: needed on paper, where a relative link is no use."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, with the environment variables that are set now."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return the value of ``!ENV [NAME, ..., default]``."""
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(node.value))
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if os.environ.get(name)), default)


_ConfigLoader.add_constructor("!ENV", _env)


def site_address(root: Path) -> str | None:
    """Return the public address of the site with a slash at the end.

    It is ``site_url`` of ``mkdocs.yml`` (set with the environment variable ``WIJZER_ADRES``).
    None when there is none yet: empty, no web address, or one that only works on the
    computer where the site was built.
    """
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = yaml.load(text, Loader=_ConfigLoader)  # noqa: S506 - a SafeLoader
    url = str((config or {}).get("site_url") or "").strip()
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or _only_here(parts.hostname or ""):
        return None
    return url.rstrip("/") + "/"


def _only_here(host: str) -> bool:
    if not host or host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified
