"""Walk with the Tab key through a page, in any browser: what has the focus is in sight.

The browser is asked after every key.  A stop is good when it has a name, is not covered, stands
inside the window, shows that it has the focus and comes after the last one in the page.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from playwright.sync_api import Browser

from tests.browser import watched

PROBE = """(async () => {
    const stops = (window.stops ||= []);
    const asleep = () => stops.length && document.hasFocus() && document.activeElement === stops.at(-1);
    for (let frames = 0; asleep() && frames < 60; frames++) {
        await new Promise((shown) => requestAnimationFrame(shown)); // the key is still on its way
    }
    const stop = document.activeElement;
    if (!stop || stop === document.body || stop === document.documentElement) return null;
    if (stops.includes(stop)) return null;
    const named = (stop.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean);
    const texts = [...(stop.labels || []), ...named.map((id) => document.getElementById(id))];
    const said = texts.map((text) => text.textContent).join(" ");
    const name = (stop.ariaLabel || said || stop.innerText || stop.title || "").trim();
    const last = stops.at(-1);
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    const early = last?.isConnected && !(last.compareDocumentPosition(stop) & follows);
    stops.push(stop);
    const reached = ({ left, right, top, bottom }) => {
        const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
        const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        const found = document.elementFromPoint(x, y);
        return found && (stop.contains(found) || found.contains(stop));
    };
    const place = () => {
        const boxes = [...stop.getClientRects()].filter(({ width, height }) => width && height);
        if (!boxes.length) return ["heeft geen vlak"];
        const { top } = boxes[0];
        return [
            boxes.some((b) => b.left < -1 || b.right > innerWidth + 1) && "staat naast het venster",
            (top < -1 || top > innerHeight - 1) && "staat buiten het venster",
            !boxes.some(reached) && "ligt onder iets anders",
        ];
    };
    const look = () => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
        const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
        return [!(ring || boxShadow !== "none") && "de focus is niet te zien", ...place()];
    };
    const wrong = () => look().filter(Boolean);
    let faults = wrong();
    for (let frames = 0; faults.length && frames < 30; frames++) {
        await new Promise((shown) => requestAnimationFrame(shown)); // what moves along is on its way
        faults = wrong();
    }
    if (!name) faults.push("heeft geen naam");
    if (early) faults.push("staat voor de vorige");
    const part = ["dialog", ".podium", "article", ".md-sidebar--primary", ".md-search", ".md-footer"]
        .find((query) => stop.closest(query)) || "";
    return { name, faults, part };
})()"""
PATIENCE = 10
"""Seconds that a browser may take on a busy machine."""
LETTERS = "(parseFloat(getComputedStyle(document.documentElement).fontSize) * 2) + 'px'"
TWICE = f"(() => {{ document.documentElement.style.fontSize = {LETTERS}; return true; }})()"
"""Zoom only the text: twice the size of the letters on the same screen."""


class Window(Protocol):
    """A window of a browser with a keyboard."""

    def open(self, address: str) -> None:
        """Go to an address and wait for the page with its scripts."""

    def press(self, key: str) -> None:
        """Press and release a key: Tab, Enter, Escape, ArrowDown or a letter."""

    def come_back(self) -> None:
        """Bring the focus from the buttons of the browser itself back to the page."""

    def ask(self, script: str) -> Any:
        """Return what an expression in JavaScript gives, as plain data."""


@dataclass(frozen=True)
class InChromium:
    """A page of Playwright as a window."""

    page: Any

    def open(self, address: str) -> None:
        """Go there."""
        self.page.goto(address)

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def come_back(self) -> None:
        """Do nothing: without windows there are no other buttons."""

    def ask(self, script: str) -> Any:
        """Ask the page."""
        return self.page.evaluate(script)


@dataclass(frozen=True)
class Stop:
    """What has the focus: its name, what is wrong with it and in which part of the page it is."""

    name: str
    faults: tuple[str, ...]
    part: str


def stop_of(window: Window) -> Stop | None:
    """Return what has the focus now; nothing when the walk has been there."""
    found = window.ask(PROBE)
    return Stop(found["name"], tuple(found["faults"]), found["part"]) if found else None


@dataclass(frozen=True)
class Screen:
    """A browser and the size of its window; ``letters`` is what only the text is zoomed by."""

    browser: str
    width: int
    height: int
    letters: int = 1

    def __str__(self) -> str:
        text = "-grote-letters" if self.letters > 1 else ""
        return f"{self.browser}-{self.width}{text}"


@contextmanager
def chromium_window(browser: Browser, screen: Screen) -> Iterator[Window]:
    """Open a window; the test fails when the site fails in it."""
    with watched(browser, screen.width, screen.height) as page:
        yield InChromium(page)


def wait_for(window: Window, script: str) -> None:
    """Wait until an expression in JavaScript is true."""
    end = time.monotonic() + PATIENCE
    while not window.ask(script):
        assert time.monotonic() < end, f"dit werd nooit waar: {script}"
        time.sleep(0.02)


def walk(window: Window, most: int = 250) -> list[Stop]:
    """Press Tab to the end of the page, or once around a dialog; every stop must be good.

    Afterwards the first stop has the focus.
    """
    window.ask("(() => { window.stops = []; return true; })()")
    stops: list[Stop] = []
    for _ in range(most):
        window.press("Tab")
        stop = stop_of(window)
        if stop is None:
            bad = [f"{one.name!r}: {', '.join(one.faults)}" for one in stops if one.faults]
            assert not bad, "\n".join(bad)
            assert stops, "de Tab-toets komt nergens"
            window.come_back()
            window.ask("window.stops[0].focus()")
            return stops
        stops.append(stop)
    raise AssertionError(f"na {most} keer Tab is het einde niet bereikt: {stops[-3:]}")


def tab_to(window: Window, name: str, most: int = 250) -> Stop:
    """Press Tab until what bears this name has the focus; every stop on the way must be good."""
    window.ask("(() => { window.stops = []; return true; })()")
    for _ in range(most):
        window.press("Tab")
        stop = stop_of(window)
        assert stop, f"de Tab-toets komt niet bij {name!r}"
        assert not stop.faults, stop
        if stop.name.startswith(name):
            return stop
    raise AssertionError(f"de Tab-toets komt niet bij {name!r}")


def type_text(window: Window, text: str) -> None:
    """Press the key of each letter."""
    for letter in text:
        window.press(letter)
