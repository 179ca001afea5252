"""A drawing in a file of its own (SVG): shapes and text, and nothing that loads or runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wijzer.base.unseen import unseen

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse g line linearGradient mask path polygon polyline "
    "radialGradient rect stop svg text title tspan use".split()
)
_ATTRIBUTES = frozenset(
    "aria-hidden aria-label aria-labelledby class clip-path clip-rule color cx cy d dx dy fill "
    "dominant-baseline fill-opacity fill-rule font-family font-size font-style font-weight fx fy "
    "gradientTransform gradientUnits height href id letter-spacing mask offset opacity points "
    "preserveAspectRatio r role rx ry stop-color stop-opacity stroke stroke-dasharray "
    "stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor "
    "transform version viewBox width x x1 x2 y y1 y2".split()
)
_HERE = re.compile(r"#[\w-]+")
_FUNCTION = re.compile(r"([\w-]*)\s*\(\s*([^\s()]*)")
_FUNCTIONS = frozenset("hsl hsla matrix rgb rgba rotate scale skewx skewy translate".split())
"""What computes and fetches nothing.  CSS can fetch with more than ``url()``: ``image-set()``."""
_SPOKEN = frozenset({"aria-label", "class", "id"})
_MOST_SHOWN = 20_000
"""Elements, counted once for every ``use`` that repeats them: more keep a browser busy for long."""
_ENCODING = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb"\s*(?:<\?xml version=[\"']1\.[01][\"']( encoding=[\"']utf-8[\"'])?[^<>]*\?>)?\s*<",
    re.IGNORECASE,
)


def wrong_svg(data: bytes) -> Iterator[str]:
    """Yield in Dutch what may not be in a drawing; nothing when it is fine."""
    try:
        data.decode("utf-8")
        if not _ENCODING.match(data) or b"<?xml-stylesheet" in data:
            yield "deze tekening begint niet zoals een SVG hoort te beginnen"
            return
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, UnicodeDecodeError, ValueError):
        yield "deze tekening is geen goede SVG"
        return
    if root.tag != f"{_NAMESPACE}svg":
        yield "deze tekening is geen goede SVG"
    for element in root.iter():
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name not in _ELEMENTS:
            yield f"het element `<{name}>` mag niet in een tekening"
        for attribute, value in element.attrib.items():
            if attribute.removeprefix(_XML) != attribute and attribute[len(_XML) :] in (
                "space",
                "lang",
            ):
                continue
            if attribute not in _ATTRIBUTES:
                yield f"het kenmerk `{attribute}` mag niet in een tekening"
            elif not _HERE.fullmatch(value) if attribute == "href" else _fetches(attribute, value):
                yield f"een tekening mag niets ophalen: `{value}`"
    yield from _repeated(root)
    labels = (element.get("aria-label", "") for element in root.iter())
    for sign in unseen("".join([*root.itertext(), *labels])):
        yield sign.text


def _fetches(attribute: str, value: str) -> bool:
    """Tell whether a value has a function that may fetch, or hides its name from us."""
    if attribute in _SPOKEN:
        return False
    calls = [(name.lower(), inside) for name, inside in _FUNCTION.findall(value)]
    known = all(
        _HERE.fullmatch(inside.strip("\"'")) if name == "url" else name in _FUNCTIONS
        for name, inside in calls
    )
    return not known or "\\" in value or "/*" in value


def _repeated(root: Element) -> Iterator[str]:
    """Look at what ``use`` repeats: a few, each with ten others in it, are a thousand million."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    shown = 0
    for use in root.iter(f"{_NAMESPACE}use"):
        target = named.get((use.get("href") or "").removeprefix("#"))
        if target is None:
            continue
        if next(target.iter(f"{_NAMESPACE}use"), None) is not None:
            yield "een `use` in een tekening herhaalt iets waar zelf een `use` in staat"
            return
        shown += sum(1 for _ in target.iter())
        if shown > _MOST_SHOWN:
            yield "deze tekening herhaalt te veel met `use`"
            return
