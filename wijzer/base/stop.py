"""A request to stop (Ctrl-C) that cannot be lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Remember a Ctrl-C; what this yields raises :class:`KeyboardInterrupt` when there was one.

    Python drops an exception that is raised inside a callback of a library or of the garbage
    collector.  Whoever is about to do what cannot be undone asks first.  Outside the main thread
    no signal arrives, and this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return
    came = False

    def remember(_: int, __: FrameType | None) -> None:
        nonlocal came
        came = True
        raise KeyboardInterrupt

    def ask() -> None:
        if came:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield ask
    finally:
        signal.signal(signal.SIGINT, before)
