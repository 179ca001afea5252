"""Running the real linkchecker, with a configuration of ours, and reading its report."""

from __future__ import annotations

import ast
import html
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijzer.links.verdict import Bezoek

_CONFIG = """\
[checking]
threads=8
timeout={timeout}
recursionlevel=0
robotstxt=1
maxrequestspersecond=1
sslverify={certificates}
[filtering]
internlinks=.
[output]
log=xml
verbose=1
status=0
[RegexCheck]
warningregex=(?is)<title[^>]*>.*?</title>
"""
"""Only the addresses given (no recursion), one request a second per host.

``internlinks`` matches everything, since linkchecker reads no content of what it calls external,
and the title is in the content; ``RegexCheck`` then reports that title.
"""
_START = """\
import linkcheck.url
linkcheck.url._nopathquote_chars += ":&"
from linkcheck.command.linkchecker import linkchecker
linkchecker()
"""
"""linkchecker as it is, but for this: it would ask for ``jci1.3%3Ac%3ABWBR…%26artikel=8``, and a
law must be visited at the very address that our pages show (RFC 3986 allows both signs)."""
_REDIRECT = re.compile(r"Redirected to `(.*)' status: (\d{3})", re.DOTALL)
_TITLE = re.compile(r"Found (.+) at line \d+ in link contents\.", re.DOTALL)
_SECONDS_PER_URL = 10


class LinkcheckerError(Exception):
    """linkchecker could not do its work; the message is for the editor."""


@dataclass(frozen=True)
class Bezoekregels:
    """How patient we are; the defaults are for real websites."""

    timeout: int = 30
    """Seconds to wait for an answer."""
    pogingen: int = 3
    """How often to try when a fault may pass."""
    wacht: float = 10.0
    """Seconds before the second try; doubled before each next one."""
    certificaten: str = "1"
    """``1`` for the certificates of the system, or a path to others."""


def visit(urls: Sequence[str], instellingen: Bezoekregels) -> dict[str, Bezoek]:
    """Visit every address once; return the visits by address as given.

    An address that linkchecker did not get to (time ran out) is missing from the result.
    Raises :class:`LinkcheckerError` when there is no report at all.
    """
    if not urls:
        return {}
    with tempfile.TemporaryDirectory(prefix="links-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # as root, linkchecker goes on as the user nobody
        config = folder / "linkcheckerrc"
        text = _CONFIG.format(timeout=instellingen.timeout, certificates=instellingen.certificaten)
        config.write_text(text, encoding="utf-8")
        config.chmod(0o644)
        report, errors = _run(config, urls, instellingen.timeout)
    visits = {visit.url: visit for visit in read_report(report)}
    if not visits and "<linkchecker" not in report:
        raise LinkcheckerError(f"linkchecker deed het niet: {errors.strip() or 'geen uitvoer'}")
    return visits


def _run(config: Path, urls: Sequence[str], timeout: int) -> tuple[str, str]:
    command = [sys.executable, "-c", _START, "--config", str(config), "--stdin"]
    own = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1"}
    own |= {"XDG_CONFIG_HOME": str(config.parent), "XDG_DATA_HOME": str(config.parent)}
    limit = timeout + _SECONDS_PER_URL * len(urls) + 60
    given = "\n".join(urls) + "\n"
    try:
        done = subprocess.run(
            command,
            input=given,
            env=os.environ | own,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return _text(error.stdout), _text(error.stderr)
    return done.stdout, done.stderr


def _text(output: str | bytes | None) -> str:
    return output.decode("utf-8", "replace") if isinstance(output, bytes) else output or ""


def read_report(xml: str) -> Iterator[Bezoek]:
    """Yield the visits in a report, also in one that was cut off."""
    for block in re.findall(r"<urldata>.*?</urldata>", xml, re.DOTALL):
        clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", block)
        yield _visit(ET.fromstring(clean))


def _visit(data: ET.Element) -> Bezoek:
    warnings = [element.text or "" for element in data.iter("warning")]
    tags = [element.get("tag") for element in data.iter("warning")]
    infos = " ".join(element.text or "" for element in data.iter("info"))
    valid = data.find("valid")
    result = valid.get("result", "") if valid is not None else ""
    fine = valid is not None and valid.text == "1"
    if "url-error-getting-content" in tags:
        fine, result = False, "could not get content"
    return Bezoek(
        url=data.findtext("url", ""),
        geldig=fine,
        resultaat=result,
        sprongen=tuple(_redirects(warnings)),
        titel=_title(warnings),
        robots="robots.txt" in infos,
    )


def _redirects(warnings: list[str]) -> Iterator[tuple[int, str]]:
    for warning in warnings:
        if found := _REDIRECT.match(warning):
            yield int(found[2]), found[1]


def _title(warnings: list[str]) -> str | None:
    """Read the title back; linkchecker prints what it found the way Python prints text."""
    for warning in warnings:
        if found := _TITLE.fullmatch(warning):
            element = str(ast.literal_eval(found[1]))
            inner = re.sub(r"<[^>]*>", "", element)
            return " ".join(html.unescape(inner).split())
    return None
