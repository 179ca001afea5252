"""One element held against the list of what may stand in a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from wijzer.base.unseen import unseen
from wijzer.gate import allowed
from wijzer.gate.address import wrong_address
from wijzer.gate.classes import may_be_written

Values = tuple[tuple[str, str | None], ...]

OPAQUE = re.compile("[\U000f0000-\U000fffff]")
"""What the reader of Markdown puts in the place of a macro (``wijzer.load.markdown.marks``)."""
_HAND = "Schrijf het in gewone Markdown, of vraag de beheerder om een macro."
_CLASSES = "Laat de class weg, of kies een andere naam."
_ODD_ADDRESS = re.compile(
    r"[\x00-\x20]*[a-z][a-z0-9+.-]*[\x00-\x20]*:|[^?#]*[\\\x00-\x1f]", re.IGNORECASE
)
_SCHEME = "Gebruik alleen https:, mailto: of tel:."
_ID = "Gebruik kleine letters, cijfers en streepjes, zoals: {#mijn-kop}"
_ALT = "Beschrijf in een paar woorden wat je ziet: ![wat je ziet](adres)"
_MACRO = "Zet de macro in de gewone tekst."


@dataclass(frozen=True)
class Wrong:
    """Something in a page that may not be there."""

    element: str
    """The element as written: ``<a onclick="…">``."""
    text: str
    """What is wrong, in Dutch."""
    tip: str = ""
    written: str = ""
    """What to look for in the source."""


@dataclass(frozen=True)
class Element:
    """One element of a page."""

    name: str
    values: Values
    shapes: allowed.Shapes
    """What may stand where this element stands."""
    by_editor: bool = False
    """True when the text comes from an editor, not from a page that was built."""
    rooted: bool = False

    def __str__(self) -> str:
        shown = "".join(f' {k}="{v}"' if v else f" {k}" for k, v in self.values)
        text = f"<{self.name}{shown}>"
        return text if len(text) <= 80 else f"{text[:79]}…"


def judge(element: Element) -> tuple[Wrong, ...]:
    """Return what may not be there."""
    return tuple(_judge(element))


def _judge(element: Element) -> Iterator[Wrong]:
    known = element.shapes.attributes.get(element.name)
    if known is None:
        text = f"HTML-element `<{element.name}>` mag niet in een pagina"
        yield Wrong(str(element), text, _HAND, f"<{element.name}")
        return
    for name, value in element.values:
        if name not in known:
            text = f"HTML-kenmerk `{name}` mag niet in een pagina"
            yield Wrong(str(element), text, _HAND, name)
        else:
            yield from _value(element, name, value or "")
    values = dict(element.values)
    if element.name == "img" and not (values.get("alt") or "").strip():
        text = "deze afbeelding heeft geen beschrijving voor wie haar niet ziet"
        yield Wrong(str(element), text, _ALT, values.get("src") or "")


def _value(element: Element, name: str, value: str) -> Iterator[Wrong]:
    if element.by_editor and name not in ("href", "src", "id") and OPAQUE.search(value):
        text = f"een macro in het HTML-kenmerk `{name}` mag niet"
        yield Wrong(str(element), text, _MACRO, name)
    elif element.by_editor and name in ("href", "src") and OPAQUE.search(value):
        return  # the rule about links says so
    elif name in _VALUES and (found := _VALUES[name](element, _seen(element, value))):
        yield Wrong(str(element), *found, value)
    else:
        for sign in unseen(_seen(element, value)):
            yield Wrong(str(element), sign.text, sign.tip, value)


def _seen(element: Element, value: str) -> str:
    return OPAQUE.sub("", value) if element.by_editor else value


def _address(element: Element, value: str) -> tuple[str, str] | None:
    if element.by_editor and not _ODD_ADDRESS.match(value):
        return None  # the renderer still changes it; the rules about links look at it
    wrong = wrong_address(value, rooted=element.rooted)
    return (f"{wrong}: `{value}`", _SCHEME) if wrong else None


def _id(element: Element, value: str) -> tuple[str, str] | None:
    if element.shapes is allowed.THEME:
        fine = allowed.THEME_IDS.fullmatch(value)
    else:
        fine = allowed.ID.fullmatch(value)
    return None if fine else (f"het anker `{value}` mag niet", _ID)


def _class(element: Element, value: str) -> tuple[str, str] | None:
    if element.shapes is not allowed.CONTENT:
        return None
    wrong = [word for word in value.split() if not may_be_written(word)]
    return (f"de class `{wrong[0]}` is van de site zelf", _CLASSES) if wrong else None


def _matches(
    pattern: re.Pattern[str], what: str
) -> Callable[[Element, str], tuple[str, str] | None]:
    def check(element: Element, value: str) -> tuple[str, str] | None:
        del element
        return None if pattern.fullmatch(value) else (f"`{value}` is geen {what}", _HAND)

    return check


def _name(element: Element, value: str) -> tuple[str, str] | None:
    if element.name == "meta" and value in allowed.META_NAMES:
        return None
    return None if value in allowed.THEME_NAMES else (f"de naam `{value}` mag niet", _HAND)


_VALUES: Mapping[str, Callable[[Element, str], tuple[str, str] | None]] = {
    "href": _address,
    "src": _address,
    "id": _id,
    "class": _class,
    "name": _name,
    "style": _matches(allowed.STYLE, "stijl die mag"),
    "start": _matches(allowed.NUMBER, "getal"),
    "colspan": _matches(allowed.NUMBER, "getal"),
    "rowspan": _matches(allowed.NUMBER, "getal"),
    "lang": _matches(allowed.LANGUAGE, "taal"),
    "scope": _matches(allowed.SCOPE, "waarde voor scope"),
    "tabindex": _matches(re.compile(r"0|-1"), "waarde voor tabindex"),
    "type": _matches(re.compile(r"checkbox|text|reset|button|application/json"), "soort veld"),
    "xmlns": _matches(re.compile(r"http://www\.w3\.org/2000/svg"), "naamruimte"),
    "markdown": _matches(re.compile(r"|1|block|span"), "waarde voor markdown"),
}
