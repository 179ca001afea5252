"""What an owner must review soon, as the text of an issue on a Git server."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from wijzer.base.escape import issue_text
from wijzer.corpus.corpus import Corpus
from wijzer.editor.herziening import Taak, owner_name, tasks, when
from wijzer.editor.wetswijziging import Wetswijziging
from wijzer.pages.markdown import day

SOON = datetime.timedelta(days=31)
"""A list is made every month: what comes before the next one is on it."""


def review_issues(
    corpus: Corpus, changes: Iterable[Wetswijziging], today: datetime.date
) -> Mapping[str, str]:
    """Return a text by owner; who has nothing to review has none."""
    due = {
        owner: [task for task in found if _is_due(task, today)]
        for owner, found in tasks(corpus, reasons(changes)).items()
    }
    return {owner: _text(corpus, owner, found, today) for owner, found in due.items() if found}


def reasons(changes: Iterable[Wetswijziging]) -> Mapping[str, str]:
    """Return by the id of a page which law changes that it leans on."""
    found: dict[str, str] = {}
    for change in changes:
        title = change.regeling.titel
        why = f"{title} is veranderd"
        if change.komt:
            why = f"{title} verandert op {day(change.nieuw.versie)}"
        for verschil in change.verschillen:
            for document in change.leans(verschil):
                found.setdefault(document.id, why)
    return found


def _is_due(task: Taak, today: datetime.date) -> bool:
    return bool(task.waarom) or (task.voor is not None and task.voor <= today + SOON)


def _text(corpus: Corpus, owner: str, found: Iterable[Taak], today: datetime.date) -> str:
    rows = [
        f"- [ ] {issue_text(when(task, today))}: {issue_text(task.document.titel)} "
        f"(`{task.document.path}`)"
        for task in found
    ]
    return "\n".join([f"## {issue_text(owner_name(corpus, owner))}", "", *rows, ""])
