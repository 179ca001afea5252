"""From commits to days: what one day did to one source, whoever did it in how many steps."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wijzer.base.clock import day_of
from wijzer.base.git_log import MOST, Bestandswijziging, Commit, Logboek
from wijzer.history.note import Noot, read_note


@dataclass(frozen=True)
class Dagwijziging:
    """A source at the end of a day beside the same source at its beginning.

    Paths and blobs are empty where the source was not there.
    """

    dag: datetime.date
    van: str
    naar: str
    oud: str
    nieuw: str
    noten: tuple[Noot, ...] = ()

    @property
    def klein(self) -> bool:
        """Whether everybody who made the change called it small."""
        return all(noot.klein for noot in self.noten)

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What was written for readers."""
        return tuple(dict.fromkeys(noot.zin for noot in self.noten if noot.zin))


@dataclass(frozen=True)
class Dagen:
    """What is known of the last year, the oldest first."""

    sinds: datetime.date
    wijzigingen: tuple[Dagwijziging, ...] = ()


@dataclass
class _Dag:
    """One day while it is being read."""

    dag: datetime.date
    open: dict[str, Dagwijziging] = field(default_factory=dict)
    """By the path that a source has so far; a source that is gone keeps its path."""
    over: list[Dagwijziging] = field(default_factory=list)
    """Sources that are gone and whose path another one has taken."""

    def add(self, change: Bestandswijziging, noten: Sequence[Noot]) -> None:
        start = Dagwijziging(self.dag, change.van, change.naar, change.oud, change.nieuw)
        known = self.open.pop(change.van or change.naar, start)
        path = change.naar or change.van
        if path in self.open:
            self.over.append(self.open.pop(path))
        self.open[path] = replace(
            known, naar=change.naar, nieuw=change.nieuw, noten=(*known.noten, *noten)
        )

    def done(self) -> Iterator[Dagwijziging]:
        for one in (*self.over, *self.open.values()):
            if (one.van, one.oud) != (one.naar, one.nieuw):
                yield one


def read_days(log: Logboek, most_days: int) -> Dagen:
    """Return what changed on each day, as it came to the main line of the project.

    The first commit that is known is the beginning: what it holds was there already.
    """
    line = list(_main_line(log))
    last = day_of(log.commits[0].moment)
    sinds = last - datetime.timedelta(days=most_days)
    if not line[0].ouders or len(log.commits) >= MOST:
        sinds = max(sinds, day_of(line[0].moment))
    found = [one for one in _by_day(line, log, last) if one.dag >= sinds]
    return Dagen(sinds, tuple(found))


def _main_line(log: Logboek) -> list[Commit]:
    """Return the first parents of the newest commit, the oldest first."""
    by_id = {commit.id: commit for commit in log.commits}
    line = [log.commits[0]]
    while line[-1].ouders and (before := by_id.get(line[-1].ouders[0])):
        line.append(before)
    return line[::-1]


def _by_day(line: list[Commit], log: Logboek, last: datetime.date) -> Iterator[Dagwijziging]:
    """Yield the changes day by day; a clock that ran wrong never makes time go back."""
    by_id = {commit.id: commit for commit in log.commits}
    seen: set[str] = set()
    today = _Dag(datetime.date.min)
    for commit in line:
        came = _came_along(commit, by_id, seen)
        dag = min(max(today.dag, day_of(commit.moment)), last)
        if dag != today.dag:
            yield from today.done()
            today = _Dag(dag)
        if commit.ouders:
            notes = _Noten(commit, came)
            for change in commit.wijzigingen:
                today.add(change, notes.of(change))
    yield from today.done()


def _came_along(commit: Commit, by_id: Mapping[str, Commit], seen: set[str]) -> list[Commit]:
    """Return the commits that a merge brought with it, or none; all of them are seen now."""
    found, waiting = [], [commit.id]
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in seen:
            seen.add(name)
            found.append(by_id[name])
            waiting.extend(by_id[name].ouders)
    return [one for one in found[1:] if len(one.ouders) < 2]


class _Noten:
    """What was written about the changes of one commit on the main line."""

    def __init__(self, commit: Commit, came: list[Commit]) -> None:
        self._own = read_note(commit.bericht)
        self._by_path: defaultdict[str, list[Noot]] = defaultdict(list)
        for one in reversed(came):
            note = read_note(one.bericht)
            for path in {path for w in one.wijzigingen for path in (w.van, w.naar) if path}:
                self._by_path[path].append(note)

    def of(self, change: Bestandswijziging) -> list[Noot]:
        """Return what whoever changed this file wrote; a merge may say it as well."""
        paths = dict.fromkeys((change.van, change.naar))
        along = [note for path in paths for note in self._by_path.get(path, ())]
        if self._own.klein or not along:
            return [self._own]
        return [self._own, *along] if self._own.zin else along
