"""Every path of every guide in Chromium: by mouse, by keyboard, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser import FORMS, Form, OpenPage, in_every_form, violations
from tests.gemeente import frozen
from wijzer.corpus.guide_paths import Weg, anchor, paths, questions_left
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.wegwijzer import Uitkomst, Vraag, Wegwijzer
from wijzer.pages.wegwijzer import NO_RULE

pytestmark = pytest.mark.browser

CORPUS = frozen()
GUIDES: dict[str, Wegwijzer] = {
    document.id: document.model
    for document in CORPUS.graph.of_kind(WEGWIJZER)
    if isinstance(document.model, Wegwijzer)
}
SENSITIVE = [name for name, model in GUIDES.items() if model.gevoelig]
BY_LENGTH = sorted(GUIDES, key=lambda name: len(GUIDES[name].vragen))
SHAPES = dict.fromkeys([BY_LENGTH[0], BY_LENGTH[-1], SENSITIVE[0]])
"""The shortest guide, the longest and a sensitive one: the same script serves all others."""
NEUTRAL = "kernwaarden/"

# What a reader sees and where the focus is, in one call: a walk asks this at every step.
STATE = """() => {
  const shown = [...document.querySelectorAll(".wegwijzer__stap")].filter((e) => !e.hidden);
  const step = shown[0];
  const title = step.querySelector("h3");
  const words = (e) => e.textContent.trim().replaceAll("\\u00ad", ""); // soft hyphens
  const texts = (query) => [...step.querySelectorAll(query)].map((e) => e.textContent.trim());
  return {
    shown: shown.length,
    id: step.dataset.stap,
    title: words(title),
    focused: document.activeElement === step.querySelector("h3"),
    answers: texts(".wegwijzer__antwoord"),
    steps: texts(":scope > ol > li"),
    people: texts(".terecht li > strong"),
    rules: texts(".wegwijzer__regels li").length,
    text: words(step),
    status: document.querySelector(".wegwijzer__status").textContent,
    back: !document.querySelector(".wegwijzer__knoppen > button").hidden,
    summary: [...document.querySelectorAll(".wegwijzer__samenvatting li")].map(words),
    change: [...document.querySelectorAll(".wegwijzer__samenvatting li > button")].map(
      (e) => e.getAttribute("aria-label"),
    ),
  };
}"""


def address(base: str, name: str) -> str:
    return f"{base}wegwijzers/{name}/"


def check_question(state: dict[str, Any], vraag: Vraag, done: int, left: int) -> None:
    assert (state["shown"], state["id"]) == (1, anchor(vraag))
    assert state["title"] == vraag.tekst
    assert state["answers"] == [answer.tekst for answer in vraag.antwoorden]
    assert (vraag.uitleg or "") in state["text"]
    assert state["focused"] == (done > 0)
    assert state["back"] == (done > 0)
    most = f"hoogstens {done + left}" if left > 1 else f"{done + left}"
    assert state["status"] == f"Vraag {done + 1} van {most}"
    assert len(state["change"]) == done


def check_outcome(state: dict[str, Any], way: Weg) -> None:
    item: Uitkomst = way.uitkomst
    assert (state["shown"], state["id"], state["focused"]) == (1, anchor(item), True)
    assert state["title"] == item.titel
    assert state["steps"] == list(item.stappen)
    assert state["people"] == [CORPUS.graph.documents[role].titel for role in item.rollen]
    assert state["rules"] == len(item.regels)
    assert (NO_RULE in state["text"]) == item.geen_regel
    assert state["status"] == "Dit is de uitkomst."
    assert state["summary"] == [f"{vraag.tekst} {a.tekst} Verander" for vraag, a in way.stappen]
    assert state["change"] == [
        f"Verander je antwoord op: {vraag.tekst}" for vraag, _ in way.stappen
    ]


def by_mouse(page: Page, index: int) -> None:
    page.locator(".wegwijzer__antwoord:visible").nth(index).click()


def by_script(page: Page, index: int) -> None:
    """Click without waiting for the page to lie still: one call for a step."""
    query = f".wegwijzer__stap:not([hidden]) .wegwijzer__antwoord >> nth={index}"
    page.locator(query).dispatch_event("click")


def by_keyboard(page: Page, index: int) -> None:
    """Press Tab until the answer has the focus, and Enter; from the top of the page if need be."""
    query = "document.activeElement === document.querySelector('.wegwijzer__stap:not([hidden])')"
    query += f".querySelectorAll('.wegwijzer__antwoord')[{index}]"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(query):
            break
    page.keyboard.press("Enter")


def begin_again_by_mouse(page: Page) -> None:
    page.get_by_role("button", name="Begin opnieuw").click()


def begin_again_by_script(page: Page) -> None:
    page.get_by_role("button", name="Begin opnieuw").dispatch_event("click")


def begin_again_by_keyboard(page: Page) -> None:
    while page.evaluate("document.activeElement.textContent") != "Begin opnieuw":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def _told(request: Request, base: str) -> str:
    """Return what a request could tell; the theme may still be loading its own search files."""
    own = (f"{base}assets/", f"{base}search/")
    plain = request.method == "GET" and "?" not in request.url and request.url.startswith(own)
    return "" if plain else f"{request.method} {request.url} {request.post_data}"


TRACES = """async (sensitive) => [
  JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
  (await indexedDB.databases()).length, (await caches.keys()).length, location.href, window.name,
  ...(sensitive ? [history.length, JSON.stringify(history.state)] : []),
]"""


HANDS: dict[str, tuple[Callable[[Page, int], None], Callable[[Page], None]]] = {
    "muis": (by_mouse, begin_again_by_mouse),
    "toetsenbord": (by_keyboard, begin_again_by_keyboard),
    "script": (by_script, begin_again_by_script),
}
WALKS = [(name, hand) for name in SHAPES for hand in ("muis", "toetsenbord")]
WALKS += [(name, "script") for name in GUIDES if name not in SHAPES]


@pytest.mark.parametrize(("name", "hand"), WALKS)
def test_every_path_leads_to_its_outcome(page: Page, base: str, name: str, hand: str) -> None:
    """And a full walk leaves no trace: no storage, cookie, request or address.

    Nor anything in the history of the tab, in a sensitive guide.
    """
    model = GUIDES[name]
    left = questions_left(model)
    choose, begin_again = HANDS[hand]
    page.goto(address(base, name), wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(_told(request, base)))
    before = page.evaluate(TRACES, model.gevoelig)
    check_question(page.evaluate(STATE), model.vragen[0], 0, left[model.vragen[0].id])
    for way in paths(model):
        for done, (vraag, answer) in enumerate(way.stappen):
            if done:
                check_question(page.evaluate(STATE), vraag, done, left[vraag.id])
            choose(page, vraag.antwoorden.index(answer))
        check_outcome(page.evaluate(STATE), way)
        begin_again(page)
        start = page.evaluate(STATE)
        assert (start["id"], start["summary"], start["focused"]) == (
            anchor(model.vragen[0]),
            [],
            True,
        )
    assert page.evaluate(TRACES, model.gevoelig) == before, (
        "een volledige wandeling laat een spoor na"
    )
    assert [text for text in sent if text] == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("name", GUIDES)
def test_without_javascript_everything_is_readable(
    open_page: OpenPage, base: str, name: str
) -> None:
    page = open_page(width=390, height=844, javascript=False)
    page.goto(address(base, name))
    model = GUIDES[name]
    expect(page.locator(".wegwijzer button")).to_have_count(0)
    for vraag in model.vragen:
        step = page.locator(f"[data-stap={anchor(vraag)}]")
        expect(step).to_be_visible()
        expect(step.locator("h3")).to_contain_text(vraag.tekst)
        links = step.locator(".wegwijzer__antwoorden a")
        assert links.all_inner_texts() == [answer.tekst for answer in vraag.antwoorden]
    for item in model.uitkomsten:
        step = page.locator(f"[data-stap={anchor(item)}]")
        expect(step).to_be_visible()
        assert step.locator(":scope > ol > li").all_inner_texts() == list(item.stappen)
        assert step.locator(".terecht li > strong").count() == len(item.rollen)
    ids = set(page.locator("[id]").evaluate_all("all => all.map((e) => e.id)"))
    hrefs = page.locator(".wegwijzer__antwoorden a").evaluate_all(
        "all => all.map((e) => e.getAttribute('href'))"
    )
    assert {href.removeprefix("#") for href in hrefs} <= ids
    first = model.vragen[0].antwoorden[0]
    page.locator(".wegwijzer__antwoorden a").first.click()
    assert page.url.endswith(f"-{first.naar}")


@pytest.mark.parametrize("name", SENSITIVE)
def test_wipe_and_leave(page: Page, base: str, name: str) -> None:
    page.goto(base)
    page.goto(address(base, name))
    by_mouse(page, 1)
    before = page.evaluate("history.length")
    way_out = page.get_by_role("link", name="Verlaat deze pagina")
    expect(way_out).to_be_in_viewport()
    way_out.evaluate("(link, to) => (link.href = to)", base + NEUTRAL)
    way_out.click()
    expect(page).to_have_url(base + NEUTRAL)
    assert page.evaluate("history.length") == before
    page.go_back()
    expect(page).to_have_url(base)


@pytest.mark.parametrize("name", SENSITIVE)
def test_the_way_out_is_always_in_view_and_covers_nothing(
    open_page: OpenPage, base: str, name: str
) -> None:
    page = open_page(width=390, height=600)
    page.goto(address(base, name))
    for way in paths(GUIDES[name]):
        for vraag, answer in way.stappen:
            by_mouse(page, vraag.antwoorden.index(answer))
            expect(page.locator(".verlaat__knop")).to_be_in_viewport()
            heading = page.locator("h3:focus").bounding_box()
            bar = page.locator(".md-header").bounding_box()
            assert heading and bar
            assert heading["y"] >= bar["y"] + bar["height"]
        begin_again_by_mouse(page)


def test_a_link_to_one_outcome_opens_that_outcome(page: Page, base: str) -> None:
    item = GUIDES["wegwijzer-gegevens"].uitkomsten[0]
    page.goto(f"{address(base, 'wegwijzer-gegevens')}#{anchor(item)}")
    state = page.evaluate(STATE)
    assert (state["shown"], state["title"], state["focused"]) == (1, item.titel, True)
    expect(page.locator(".wegwijzer__samenvatting")).to_be_hidden()


def test_the_overview_leads_to_a_step_without_touching_the_address(page: Page, base: str) -> None:
    page.goto(address(base, "wegwijzer-misstand"))
    page.get_by_text("Bekijk alle vragen en uitkomsten in één overzicht").click()
    expect(page.get_by_role("img", name="Wegwijzer vermoeden van een misstand")).to_be_visible()
    page.locator(".wegwijzer-overzicht__tekst a", has_text="Bel 112").click()
    assert page.evaluate(STATE)["title"] == "Bel 112"
    assert page.url == address(base, "wegwijzer-misstand")


def test_on_paper_an_outcome_stands_with_the_answers_and_nothing_else(
    page: Page, base: str
) -> None:
    page.goto(address(base, "wegwijzer-geschenk"))
    page.emulate_media(media="print")
    expect(page.locator(".wegwijzer__stap:visible")).to_have_count(
        len(GUIDES["wegwijzer-geschenk"].vragen) + len(GUIDES["wegwijzer-geschenk"].uitkomsten)
    )
    page.emulate_media(media="screen")
    by_mouse(page, 0)
    page.emulate_media(media="print")
    expect(page.locator(".wegwijzer__stap:visible")).to_have_count(1)
    expect(page.locator(".wegwijzer__samenvatting")).to_be_visible()
    expect(page.locator(".wegwijzer button:visible")).to_have_count(0)
    expect(page.locator(".wegwijzer-overzicht")).to_be_hidden()


@pytest.mark.parametrize("name", SHAPES)
def test_axe_finds_nothing_in_any_state(page: Page, base: str, name: str) -> None:
    """Every question and outcome once; around the guide the page stays as it is.

    All are drawn in the same colours: those are looked at on the whole page, below.
    """
    form = FORMS[1]
    page.set_viewport_size({"width": form.width, "height": 844})
    page.goto(address(base, name))
    seen: set[str] = set()
    for way in paths(GUIDES[name]):
        for vraag, answer in way.stappen:
            if model_step(page) not in seen:
                seen.add(model_step(page))
                assert violations(page, ".wegwijzer", form) == []
            by_script(page, vraag.antwoorden.index(answer))
        if model_step(page) not in seen:
            seen.add(model_step(page))
            assert violations(page, ".wegwijzer", form) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        begin_again_by_script(page)
    assert len(seen) == len(GUIDES[name].vragen) + len(GUIDES[name].uitkomsten)


@in_every_form
def test_axe_finds_nothing_on_the_whole_page(open_page: OpenPage, base: str, form: Form) -> None:
    page = open_page(width=form.width, scheme=form.scheme)
    page.goto(address(base, "wegwijzer-misstand"))
    assert violations(page, form=form) == []
    by_mouse(page, 0)
    assert violations(page, form=form) == []
    by_mouse(page, 0)
    assert violations(page, form=form) == []
    page.locator(".wegwijzer-overzicht summary").click()
    assert violations(page, form=form) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= form.width
    for path in ("wegwijzers/", "instellingen/"):
        page.goto(base + path)
        assert violations(page, form=form) == []


def model_step(page: Page) -> str:
    return str(page.evaluate(STATE)["id"])


@pytest.mark.parametrize("name", SHAPES)
def test_axe_finds_nothing_in_a_guide_without_javascript(
    open_page: OpenPage, base: str, name: str
) -> None:
    """The whole page as it stands without the script; axe itself needs JavaScript to run."""
    page = open_page(width=390, height=844)
    page.route("**/wegwijzer.*.js", lambda route: route.fulfill(content_type="text/javascript"))
    page.goto(address(base, name))
    assert page.locator(".wegwijzer__stap:visible").count() > 1
    assert violations(page) == []
