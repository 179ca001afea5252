"""A drawing in a file of its own (SVG): shapes and text, and nothing that loads or runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

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
_URL = re.compile(r"url\s*\(\s*(?!#[\w-]+\s*\))", re.IGNORECASE)
_ENCODING = re.compile(
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
            elif (attribute == "href" and not _HERE.fullmatch(value)) or _URL.search(value):
                yield f"een tekening mag niets ophalen: `{value}`"
