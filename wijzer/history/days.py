"""From commits to days: what one day did to one source, whoever did it in how many steps."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
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
    begin: bool
    """The history that we have begins there; otherwise we look no further back."""
    wijzigingen: tuple[Dagwijziging, ...] = ()


@dataclass
class _Dag:
    """One day while it is being read."""

    dag: datetime.date
    open: dict[str, Dagwijziging] = field(default_factory=dict)
    """By the path that a source has so far; a source that is gone keeps its path."""

    def add(self, commit: Commit, notes: _Noten) -> None:
        """Add what a commit did to what the day did before."""
        for one in commit.wijzigingen:
            start = Dagwijziging(self.dag, one.van, one.naar, one.oud, one.nieuw)
            known = self.open.pop(one.van or one.naar, start)
            noten = (*known.noten, *notes.of(one))
            after = replace(known, naar=one.naar, nieuw=one.nieuw, noten=noten)
            self.open[one.naar or one.van] = after

    def done(self) -> Iterator[Dagwijziging]:
        """Yield what is not as it was."""
        for one in self.open.values():
            if (one.van, one.oud) != (one.naar, one.nieuw):
                yield one


def read_days(log: Logboek, most_days: int) -> Dagen:
    """Return what changed on each day, as it came to the main line of the project.

    The first commit that is known is the beginning: what it holds was there already.
    """
    line = list(_main_line(log))
    last, first = day_of(log.commits[0].moment), day_of(line[0].moment)
    year = last - datetime.timedelta(days=most_days)
    begin = first > year and (not line[0].ouders or len(log.commits) >= MOST)
    sinds = first if begin else year
    found = [one for one in _by_day(line, log, last) if one.dag >= sinds]
    return Dagen(sinds, begin, tuple(found))


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
            today.add(commit, _Noten(commit, came))
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
