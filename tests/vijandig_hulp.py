"""The hostile corpus: where each payload goes, and a browser that sees whether it did anything."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Dialog, Page, Request, WebSocket

from tests.alle_soorten import alle_soorten
from tests.boom import REPO, Project, pagina, plant
from wijzer.base.findings import Melding

DATA = REPO / "tests/data/vijandig"
CANARY = "## Kanarie\n\nDeze vogel zingt nog.\n"
PIXEL = (REPO / "tests/data/pixel.png").read_bytes()
_NAV = re.compile(r"^nav:\n(?:  .*\n?)+", re.MULTILINE)

PLACES: dict[str, tuple[str, str]] = {
    "titel": ("docs/vrij.md", "titel"),
    "samenvatting": ("docs/vrij.md", "samenvatting"),
    "zoekwoorden": ("docs/vrij.md", "zoekwoorden"),
    "begrip_term": ("docs/begrippen.md", "- term"),
    "begrip_uitleg": ("docs/begrippen.md", "uitleg"),
    "begrip_voluit": ("docs/begrippen.md", "voluit"),
    "begrip_bron": ("docs/begrippen.md", "bron"),
    "contact_naam": ("docs/contact.yml", "- naam"),
    "contact_kamer": ("docs/contact.yml", "kamer"),
    "contact_uren": ("docs/contact.yml", "uren"),
    "aliassen": ("regelgeving/wetten/ambtenarenwet-2017.md", "aliassen"),
    "officiele_titel": ("regelgeving/wetten/ambtenarenwet-2017.md", "officiele_titel"),
    "onderwerp": ("regelgeving/wetten/ambtenarenwet-2017.md", "onderwerp"),
    "vastgesteld_door": ("regelgeving/wetten/ambtenarenwet-2017.md", "vastgesteld_door"),
    "paragraaf": ("docs/rollen/hrm.md", "paragraaf"),
    "hulp_kop": ("docs/hulp.yml", "kop"),
    "hulp_tekst": ("docs/hulp.yml", "niets"),
    "instelling_naam": ("docs/instellingen.md", "naam"),
    "instelling_waarde": ("docs/instellingen.md", "waarde"),
    "instelling_zolang": ("docs/instellingen.md", "zolang"),
    "vraag_tekst": ("docs/wegwijzers/wegwijzer-geschenk.md", "tekst"),
    "vraag_uitleg": ("docs/wegwijzers/wegwijzer-geschenk.md", "uitleg"),
    "antwoord": ("docs/wegwijzers/wegwijzer-geschenk.md", "- tekst"),
    "uitkomst_titel": ("docs/wegwijzers/wegwijzer-pers.md", "titel"),
    "stap": ("docs/wegwijzers/wegwijzer-geschenk.md", "stappen"),
    "plek_titel": ("docs/melden/welke-weg.md", "titel"),
    "plek_wat": ("docs/melden/welke-weg.md", "wat"),
    "site_naam": ("gemeente.yml", "naam"),
    "uitgever": ("gemeente.yml", "voluit"),
}
"""Field in the corpus -> file in the sample project, and the key whose value is replaced."""
_LAST = {"uitkomst_titel", "plek_titel", "site_naam"}
"""The key stands in the file more than once; these mean the last one."""
_LISTS = {"zoekwoorden", "aliassen", "stap"}


@dataclass(frozen=True)
class Lading:
    """One payload."""

    waar: str
    lading: str


def corpus(name: str) -> list[Lading]:
    """Return the payloads in a file of the corpus."""
    rows = yaml.safe_load((DATA / f"{name}.yml").read_text("utf-8"))
    return [Lading(row["waar"], row["lading"]) for row in rows]


def good() -> list[str]:
    """Return ordinary Markdown that nobody may refuse."""
    found: list[str] = yaml.safe_load((DATA / "goed.yml").read_text("utf-8"))
    return found


def files() -> list[dict[str, Any]]:
    """Return the files that do not belong under docs/."""
    found: list[dict[str, Any]] = yaml.safe_load((DATA / "bestanden.yml").read_text("utf-8"))
    return found


def with_values(rows: list[Lading]) -> dict[str, str | bytes | None]:
    """Return the sample project with these values in their fields."""
    tree = alle_soorten()
    tree["gemeente.yml"] = _gemeente()
    for row in rows:
        path, key = PLACES[row.waar]
        text = tree[path]
        assert isinstance(text, str)
        tree[path] = _replaced(text, key, row)
    return tree


def _gemeente() -> str:
    from tests.gemeente_hulp import gemeente

    return gemeente(["zorgvuldigheid", "onafhankelijkheid"])


def _replaced(text: str, key: str, row: Lading) -> str:
    value = json.dumps(row.lading, ensure_ascii=False)
    value = f"[{value}]" if row.waar in _LISTS else value
    pattern = re.compile(rf"^(\s*(?:- )*{re.escape(key)}:)(?: .*|\n +(?:\[|- ).*)$", re.MULTILINE)
    places = [*pattern.finditer(text)]
    assert places, (key, text)
    place = places[-1] if row.waar in _LAST else places[0]
    return f"{text[: place.end(1)]} {value}{text[place.end() :]}"


def page_of(row: Lading, number: int) -> str:
    """Return a page with a payload in its text and a canary below."""
    return pagina(f"Begin.\n\n{row.lading}\n\n{CANARY}", titel=f"Proef {number}")


def engine(root: Path, tree: dict[str, str | bytes | None]) -> Project:
    """Plant a project with all that a build of the site needs."""
    config = (REPO / "mkdocs.yml").read_text(encoding="utf-8")
    always: dict[str, str | bytes | None] = {
        "mkdocs.yml": _NAV.sub("", config),
        "docs/over.md": pagina(titel="Over"),
        "docs/melden.md": pagina(titel="Melden"),
        "docs/toegankelijkheid.md": pagina(titel="Toegankelijkheid"),
        "docs/a-z.md": pagina("{{ zoekwoorden_a_z() }}\n", titel="Zoekwoorden van A tot Z"),
        "docs/assets/pixel.png": PIXEL,
    }
    project = plant(root, {**always, **tree, "mkdocs.yml": always["mkdocs.yml"]})
    for folder in ("wijzer", "macros", "thema", "docs/assets"):
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPO / folder, root / folder, ignore=leave, dirs_exist_ok=True)
    return project


_PROVOKE = """() => {
  const stop = (event) => event.preventDefault();
  for (const kind of ["click", "submit"]) window.addEventListener(kind, stop, true);
  for (const element of document.querySelectorAll("article, article *")) {
    if (element.closest("button, form, .verlaat__knop")) continue; // ours, and they lead on
    for (const kind of ["mouseover", "mouseenter", "focus", "blur", "click", "toggle", "error",
                        "load", "animationstart", "transitionend", "pointerdown", "keydown"]) {
      element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
    }
  }
}"""
_LOOK = """() => {
  const heading = [...document.querySelectorAll("article h2")]
    .find((h) => h.firstChild?.textContent === "Kanarie");
  const told = heading?.nextElementSibling;
  told?.scrollIntoView({ block: "center" });
  const box = told?.getBoundingClientRect();
  const top = box && document.elementFromPoint(box.left + 5, box.top + 5);
  const codes = [...document.querySelectorAll("[href], [src], [action]")]
    .flatMap((e) => ["href", "src", "action"].map((n) => String(e[n]?.baseVal ?? e[n] ?? "")))
    .filter((a) => /^\\s*(?:javascript|data|vbscript|blob):/i.test(a));
  return {
    canary: window.canary,
    bird: told ? told.textContent : "",
    covered: Boolean(told) && !(told === top || told.contains(top)),
    functions: ["querySelector", "getElementById", "createElement"]
      .every((name) => typeof document[name] === "function"),
    wijzer: window.Wijzer instanceof Element || window.Wijzer instanceof HTMLCollection,
    codes,
    handlers: [...document.querySelectorAll("article, article *")]
      .flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on")),
    config: document.getElementById("__config")?.localName,
    frames: document.querySelectorAll("iframe, object, embed").length,
  };
}"""


@dataclass
class Watch:
    """A browser without any policy, that keeps what a page asked of others."""

    page: Page
    outside: list[str]

    def look(self, address: str, *, canary: bool = True) -> list[str]:
        """Open a page, provoke it, and return what it did that it may not."""
        self.outside.clear()
        self.page.goto(address, wait_until="load")
        self.page.evaluate(_PROVOKE)
        seen = self.page.evaluate(_LOOK)
        wrong = [f"vraagt {url}" for url in self.outside]
        wrong += ["ging weg"] * (self.page.url.partition("#")[0].partition("?")[0] != address)
        wrong += ["draaide"] * (seen["canary"] != 0)
        wrong += [f"code in een adres: {code}" for code in seen["codes"]]
        wrong += [f"kenmerk {name}" for name in seen["handlers"]]
        wrong += ["ingebed"] * bool(seen["frames"])
        wrong += ["functies overdekt"] * (not seen["functions"] or seen["wijzer"])
        wrong += ["instellingen overdekt"] * (seen["config"] != "script")
        if canary:
            wrong += ["kanarie veranderd"] * (seen["bird"] != "Deze vogel zingt nog.")
            wrong += ["kanarie bedekt"] * seen["covered"]
        return wrong


def watch(browser: Browser, base: str) -> Iterator[Watch]:
    """Open a page in a context of its own; what it asks outside ``base`` is kept.

    Nothing outside answers: see ``_ALONE`` in :mod:`tests.browser`.
    """
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script("window.canary = 0")
    outside: list[str] = []

    def keep(asked: Request | WebSocket) -> None:
        if not asked.url.startswith(base):
            outside.append(asked.url)

    context.on("request", keep)
    page = context.new_page()
    page.on("websocket", keep)

    def dialog(shown: Dialog) -> None:
        outside.append("dialog")
        shown.dismiss()

    page.on("dialog", dialog)
    yield Watch(page, outside)
    context.close()


def well_told(melding: Melding, source: str) -> bool:
    """Tell whether a finding names a line that exists and says it in Dutch."""
    bare = re.sub(r"`.*?`|U\+[0-9A-F]+ [A-Z0-9 -]+|<.*>", "", melding.tekst, flags=re.DOTALL)
    english = re.search(r"\b(?:the|error|invalid|not|unexpected|expected|Traceback)\b", bare)
    lines = source.replace("\r", "\n").count("\n") + 1
    return 1 <= melding.regel <= lines and bool(melding.tip) and not english
