"""What a pillar of the policy consists of, above its text."""

from __future__ import annotations

from collections.abc import Mapping

from wijzer.model.document import Document
from wijzer.model.pages import Pijler
from wijzer.pages.markdown import bullets, escape


def facets(document: Document) -> str:
    """Return the deelfacetten of a pillar, each with a link to its heading; else nothing."""
    model = document.model
    if not isinstance(model, Pijler):
        return ""
    anchors = {heading.text: heading.anchor for heading in document.body.headings}
    items = bullets(
        f"{_name(facet.titel, anchors)}: {escape(facet.samenvatting)}"
        for facet in model.deelfacetten
    )
    return f"Deze pijler heeft drie deelfacetten:\n\n{items}"


def _name(titel: str, anchors: Mapping[str, str]) -> str:
    return f"[{escape(titel)}](#{anchors[titel]})" if titel in anchors else escape(titel)
