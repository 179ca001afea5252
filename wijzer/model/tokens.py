"""The colours of a municipality under the names that NL Design System gives them.

Names: https://nldesignsystem.nl/handboek/design-tokens/ (the common tokens ``basis-*``, and the
tokens of the components ``utrecht-*``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wijzer.model.gemeente import Kleuren

PAGE = "basis-color-default-bg-document"
TEXT = "basis-color-default-color-document"
MUTED = "basis-color-default-color-default"

_OF_FIELD: Mapping[str, tuple[str, ...]] = {
    "hoofdkleur": (
        "utrecht-button-primary-action-background-color",
        "utrecht-page-footer-background-color",
    ),
    "hoofdkleur_tekst": (
        "utrecht-button-primary-action-color",
        "utrecht-page-footer-color",
    ),
    "link": (
        "utrecht-link-color",
        "utrecht-button-secondary-action-color",
        "basis-color-accent-1-color-default",
        "utrecht-page-header-color",
    ),
    "link_actief": ("utrecht-link-hover-color",),
    "focus": ("basis-focus-outline-color",),
    "vlak": ("basis-color-default-bg-subtle",),
    "rand": ("basis-color-default-border-default",),
    "waarschuwing": ("basis-color-warning-color-default",),
    "goed": ("basis-color-positive-color-default",),
}
LIGHT = {PAGE: "#ffffff", TEXT: "#1b1f27", MUTED: "#4a4f57"}
DARK = {PAGE: "#1a1d24", TEXT: "#e8eaef", MUTED: "#c3c8d2"}
"""What no municipality chooses: the page itself and the text on it."""


def colour_tokens(kleuren: Kleuren, page: Mapping[str, str]) -> dict[str, str]:
    """Return the value of every colour token on a page such as :data:`LIGHT`."""
    values = kleuren.model_dump()
    named = {name: values[field] for field, names in _OF_FIELD.items() for name in names}
    return {**page, "utrecht-page-header-background-color": page[PAGE], **named}


def pairs() -> Iterator[tuple[str, str, bool]]:
    """Yield a token, the token behind it, and whether the first is text.

    Text stands out enough at 4.5 (WCAG 2.2, 1.4.3), a line at 3 (1.4.11).
    """
    yield (
        "utrecht-button-primary-action-color",
        "utrecht-button-primary-action-background-color",
        True,
    )
    yield "utrecht-page-footer-color", "utrecht-page-footer-background-color", True
    yield "utrecht-page-header-color", "utrecht-page-header-background-color", True
    for behind in (PAGE, "basis-color-default-bg-subtle"):
        for name in (
            TEXT,
            MUTED,
            "utrecht-link-color",
            "utrecht-link-hover-color",
            "basis-color-warning-color-default",
            "basis-color-positive-color-default",
            "basis-color-accent-1-color-default",
        ):
            yield name, behind, True
        yield "basis-focus-outline-color", behind, False
    yield "basis-color-default-border-default", PAGE, False
