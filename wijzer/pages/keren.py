"""What turns on a day: every form that a piece of a page will have, each with its days.

The page shows the form of the day on which it was built.  ``docs/assets/js/vandaag.js`` shows
the one of the day on which it is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Vorm:
    """What stands somewhere from one day until another; ``None`` where there is no such day."""

    tekst: str
    vanaf: datetime.date | None
    tot: datetime.date | None


def forms(
    momenten: Sequence[datetime.date], show: Callable[[datetime.date], str]
) -> Iterator[Vorm]:
    """Yield what stands there from each moment on; moments that change nothing are left out.

    The first moment is the day of the site; its form stands there before that day as well.
    """
    shown = [(dag, show(dag)) for dag in momenten]
    first = (None, shown[0][1])
    turns = [first, *((d, text) for (_, old), (d, text) in pairwise(shown) if text != old)]
    for (vanaf, text), (tot, _) in pairwise([*turns, (None, "")]):
        yield Vorm(text, vanaf, tot)


def turning(
    momenten: Sequence[datetime.date],
    show: Callable[[datetime.date], str],
    *,
    block: bool = False,
) -> str:
    """Return Markdown that turns in the browser; ``block`` for paragraphs instead of words."""
    found = [*forms(momenten, show)]
    if len(found) == 1:
        return found[0].tekst
    wrap = _block if block else _inline
    return ("\n\n" if block else "").join(wrap(form) for form in found if form.tekst)


def _inline(form: Vorm) -> str:
    return f"<span{_days(form)}>{form.tekst}</span>"


def _block(form: Vorm) -> str:
    search = " data-search-exclude" if form.vanaf else ""
    return f'<div{_days(form)}{search} markdown="1">\n\n{form.tekst}\n\n</div>'


def _days(form: Vorm) -> str:
    begin = f' data-vanaf="{form.vanaf.isoformat()}"' if form.vanaf else ""
    end = f' data-tot="{form.tot.isoformat()}"' if form.tot else ""
    return f"{begin}{end}{' hidden' if form.vanaf else ''}"
