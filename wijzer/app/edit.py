"""Carrying out a change to the sources, and only when the check has nothing against it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from wijzer.app.check import Outcome, check
from wijzer.base.findings import Melding
from wijzer.base.output import Formaat, render
from wijzer.base.trouble import PlainError
from wijzer.corpus.corpus import Corpus
from wijzer.editor.move import Bewerking, EditError
from wijzer.recht.store import replace_file
from wijzer.review.compare import compare
from wijzer.review.side import look

_UNCHANGED = "Er is niets veranderd."


class EditRefusedError(PlainError):
    """The sources are as they were; the message says what is wrong."""


def changed(root: Path, plan: Callable[[Corpus], Bewerking], *, same_words: bool = False) -> int:
    """Carry out a change and say which files it touched; return the exit code of the command."""
    try:
        files = carry_out(root, plan, same_words=same_words)
    except EditError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join([*files, f"Klaar: {len(files)} bestanden zijn veranderd, zonder fouten."]))
    return 0


def carry_out(
    root: Path,
    plan: Callable[[Corpus], Bewerking],
    *,
    same_words: bool = False,
    old_mistakes: bool = False,
) -> list[str]:
    """Change the sources as planned; return the paths of all files that changed.

    Raises :class:`EditRefusedError` when there are mistakes before, or would be after; with
    ``same_words`` also when any page would say something else to its readers.  With
    ``old_mistakes`` a mistake that was there before does not stand in the way.
    """
    before = check(root) if old_mistakes else _checked(root, "Verbeter eerst deze fouten.")
    change = plan(before.corpus)
    touched = [*change.weg, *change.inhoud]
    kept = {path: file.read_bytes() for path in touched if (file := root / path).is_file()}
    try:
        _write(root, change)
        after = _checked(root, "Dit zou er dan misgaan.", before.errors)
        if same_words:
            _require_same_words(before, after)
    except BaseException:
        _write(root, Bewerking(kept, tuple(path for path in touched if path not in kept)))
        raise
    return sorted(set(touched))


def _checked(root: Path, why_not: str, known: Collection[Melding] = ()) -> Outcome:
    """Check; refuse mistakes that are not known, on whatever line they were."""
    outcome = check(root)
    before = {replace(melding, regel=0) for melding in known}
    new = [melding for melding in outcome.errors if replace(melding, regel=0) not in before]
    if new:
        report = render(new, Formaat.TEKST, len(outcome.corpus.all_documents))
        raise EditRefusedError(f"{report}\n{why_not} {_UNCHANGED}")
    return outcome


def _require_same_words(before: Outcome, after: Outcome) -> None:
    """Refuse another name for a page that the program itself looks for by its name."""
    old, new = (look(outcome.corpus, outcome.meldingen) for outcome in (before, after))
    other = [page.pagina.path for page in compare(old, new).paginas if page.woorden]
    if other:
        more = f" en {len(other) - 1} andere" if other[1:] else ""
        raise EditRefusedError(
            "Het programma kent deze pagina bij haar naam. Met een andere naam verandert de tekst "
            f"voor lezers, op {other[0]}{more}. {_UNCHANGED}"
        )


def _write(root: Path, change: Bewerking) -> None:
    for path, data in change.inhoud.items():
        replace_file(root / path, data)
    for path in change.weg:
        (root / path).unlink(missing_ok=True)
