"""Carrying out a change to the sources, and only when the check has nothing against it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from wijzer.app.check import check
from wijzer.base.output import Formaat, render
from wijzer.base.trouble import PlainError
from wijzer.corpus.corpus import Corpus
from wijzer.editor.move import Bewerking, EditError
from wijzer.recht.store import replace_file


class EditRefusedError(PlainError):
    """The sources are as they were; the message says what is wrong."""


def changed(root: Path, plan: Callable[[Corpus], Bewerking]) -> int:
    """Carry out a change and say which files it touched; return the exit code of the command."""
    try:
        files = carry_out(root, plan)
    except EditError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join([*files, f"Klaar: {len(files)} bestanden zijn veranderd, zonder fouten."]))
    return 0


def carry_out(root: Path, plan: Callable[[Corpus], Bewerking]) -> list[str]:
    """Change the sources as planned; return the paths of all files that changed.

    Raises :class:`EditRefusedError` when there are mistakes before, or would be after.
    """
    before = check(root)
    if before.errors:
        report = render(before.errors, Formaat.TEKST, len(before.corpus.all_documents))
        raise EditRefusedError(f"{report}\nVerbeter eerst deze fouten. Er is niets veranderd.")
    change = plan(before.corpus)
    touched = [*change.weg, *change.inhoud]
    kept = {path: file.read_bytes() for path in touched if (file := root / path).is_file()}
    try:
        _write(root, change)
        after = check(root)
        if after.errors:
            report = render(after.errors, Formaat.TEKST, len(after.corpus.all_documents))
            raise EditRefusedError(f"{report}\nDit zou er dan misgaan. Er is niets veranderd.")
    except BaseException:
        _write(root, Bewerking(kept, tuple(path for path in touched if path not in kept)))
        raise
    return sorted(set(touched))


def _write(root: Path, change: Bewerking) -> None:
    for path, data in change.inhoud.items():
        replace_file(root / path, data)
    for path in change.weg:
        (root / path).unlink(missing_ok=True)
