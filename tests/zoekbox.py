"""The search box of the built site, as a person uses it."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Page


def ask(page: Page, question: str) -> None:
    """Put a question in the search box and wait until the answer to it is shown."""
    field = page.locator("[data-md-component=search-query]")
    field.fill("")
    field.press("Backspace")
    page.locator(".md-search-result__list:empty").wait_for(state="attached")
    field.fill(question)
    field.press("End")  # the theme asks when a key goes up
    page.locator(".md-search-result__item, .zoekhulp:visible").first.wait_for()


def found(page: Page, top: str) -> list[str]:
    """Return the addresses of the pages in the list, relative to the top of the site."""
    links = page.locator(".md-search-result__item > a:first-child, .md-search-result__item > a")
    hrefs = [link.get_attribute("href") or "" for link in links.all()]
    pages = [urljoin(top, href).split("?")[0].split("#")[0] for href in hrefs]
    relative = [href.removeprefix(top).removesuffix("index.html") for href in pages]
    return list(dict.fromkeys(relative))
