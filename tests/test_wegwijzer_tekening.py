"""The drawing of a guide: complete, well-formed, from left to right, nothing on top of another."""

from __future__ import annotations

import re
import textwrap
import xml.etree.ElementTree as ET
from typing import Any

from hypothesis import given, settings

from tests.gemeente import frozen
from tests.wegwijzers_hulp import guides, model_of
from wijzer.corpus.guide_paths import leads_to
from wijzer.model.kinds import WEGWIJZER
from wijzer.model.wegwijzer import Wegwijzer
from wijzer.pages.drawing import column_of, draw

NS = {"s": "http://www.w3.org/2000/svg"}


def rectangles(svg: ET.Element) -> list[tuple[float, float, float, float]]:
    names = ("x", "y", "width", "height")
    return [tuple(float(r.attrib[n]) for n in names) for r in svg.iterfind(".//s:rect", NS)]  # type: ignore[misc]


def overlap(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return not (
        one[0] + one[2] <= two[0]
        or two[0] + two[2] <= one[0]
        or one[1] + one[3] <= two[1]
        or two[1] + two[3] <= one[1]
    )


def check_drawing(model: Wegwijzer) -> None:
    svg = ET.fromstring(draw(model))
    boxes = rectangles(svg)
    assert len(boxes) == len(model.vragen) + len(model.uitkomsten)
    pairs = [(a, b) for index, a in enumerate(boxes) for b in boxes[index + 1 :]]
    assert not any(overlap(a, b) for a, b in pairs)
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
    heads = svg.findall(".//s:path[@class='punt']", NS)
    assert len(heads) == sum(len(vraag.antwoorden) for vraag in model.vragen)
    edges = {(x, y + h / 2) for x, y, w, h in boxes}
    for head in heads:
        found = re.match(r"M[\d.]+ [\d.-]+L([\d.]+) ([\d.-]+)", head.attrib["d"])
        assert found
        tip = (float(found[1]), float(found[2]))
        assert any(abs(tip[0] - x) < 1 and abs(tip[1] - y) <= 1 for x, y in edges)


@settings(max_examples=60, deadline=None)
@given(guides())
def test_a_drawing_of_any_guide_is_complete_and_clear(graph: Any) -> None:
    model = model_of(*graph)
    check_drawing(model)
    columns = column_of(model)
    for here, targets in leads_to(model).items():
        assert all(columns[here] < columns[there] for there in targets)


def test_the_drawing_holds_every_text_and_has_a_name() -> None:
    corpus = frozen()
    for document in corpus.graph.of_kind(WEGWIJZER):
        model = document.model
        assert isinstance(model, Wegwijzer)
        check_drawing(model)
        svg = ET.fromstring(draw(model))
        assert svg.attrib["role"] == "img"
        named = [svg.find(f".//*[@id='{name}']") for name in svg.attrib["aria-labelledby"].split()]
        assert [element is not None and bool(element.text) for element in named] == [True, True]
        drawn = " ".join(" ".join(t.itertext()) for t in svg.iterfind(".//s:text", NS))
        texts = [vraag.tekst for vraag in model.vragen]
        texts += [answer.tekst for vraag in model.vragen for answer in vraag.antwoorden]
        texts += [item.titel for item in model.uitkomsten]
        for text in texts:
            assert " ".join(textwrap.wrap(text, 24)) in drawn
