"""Earlier versions of the project, read from Git without touching the checkout."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path


class NoHistoryError(Exception):
    """There is no such version of the project."""


def git(root: Path, *arguments: str, about: str) -> str:
    """Return what Git says about a version; raise :class:`NoHistoryError` when it says no."""
    return run(root, *arguments, about=about).decode("utf-8", errors="replace")


def require_version(versie: str) -> None:
    """Refuse what Git would take for an option."""
    if versie.startswith("-"):
        raise NoHistoryError(f"`{versie}` is geen versie van het project")


def extract(root: Path, versie: str, target: Path) -> None:
    """Write the whole project as it is in a version (``HEAD``, a tag, a commit) in a folder.

    Links and whatever else is no plain file stay behind: the check refuses them in a source.
    Raises :class:`NoHistoryError`.
    """
    require_version(versie)
    data = run(root, "archive", "--format=tar", versie, about=versie)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        plain = [member for member in archive if member.isfile() or member.isdir()]
        archive.extractall(target, plain, filter="data")


def begin_of(root: Path, versie: str) -> str | None:
    """Return the commit where ``HEAD`` left a version, or None when Git does not know it."""
    try:
        require_version(versie)
        return git(root, "merge-base", versie, "HEAD", about=versie).strip()
    except NoHistoryError:
        return None


def is_shallow(root: Path) -> bool:
    """Tell whether this copy has only the last part of the history (``git clone --depth``)."""
    try:
        return git(root, "rev-parse", "--is-shallow-repository", about="HEAD").strip() == "true"
    except NoHistoryError:
        return False


def run(root: Path, *arguments: str, about: str, given: bytes = b"") -> bytes:
    """Return what Git answers, in bytes; ``given`` is what it reads.

    Raises :class:`NoHistoryError`.
    """
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise NoHistoryError(f"de versie `{about}` van het project is er niet (in Git)") from None
