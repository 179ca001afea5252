"""A Ctrl-C is heard, also when it comes where Python drops what is raised."""

from __future__ import annotations

import os
import signal
import threading
import weakref

import pytest

from wijzer.base.stop import stoppable

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows kent dit signaal niet")


class Something:
    """What a weak reference can point to."""


def test_it_is_raised_at_once():
    with pytest.raises(KeyboardInterrupt), stoppable():
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_is_not_lost_in_a_callback():
    with stoppable() as stop_if_asked:
        thing = Something()
        kept = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))
        del thing  # the callback runs, and Python drops what it raises
        assert kept() is None
        with pytest.raises(KeyboardInterrupt):
            stop_if_asked()


def test_without_it_nothing_happens_and_the_old_handler_comes_back():
    before = signal.getsignal(signal.SIGINT)
    with stoppable() as stop_if_asked:
        assert signal.getsignal(signal.SIGINT) is not before
        stop_if_asked()
    assert signal.getsignal(signal.SIGINT) is before


def test_in_another_thread_it_stays_out_of_the_way():
    seen = []

    def work():
        with stoppable() as stop_if_asked:
            stop_if_asked()
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGINT)]
