"""What you do and whom you call come first; who keeps the page stands folded at the foot."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.boom import Project, basisnorm, dilemma, koppen, regeling, rol
from tests.gemeente import frozen
from wijzer.corpus.corpus import load_corpus
from wijzer.load.markdown.body import Body
from wijzer.load.markdown.renderer import render
from wijzer.model.kinds import BASISNORM, DILEMMA, REGELING
from wijzer.pages.compose import compose

Boom = Callable[..., Project]
IDS = re.compile(r' id="([^"]+)"')
NORM = "regelgeving/basisnormen/relatiegeschenken.md"
RULE = "regelgeving/haarlem/oud.md"


def page(project: Project, path: str) -> str:
    """Return a composed page; the sources must be clean."""
    assert project.meldingen() == ""
    corpus, _ = load_corpus(project.root, REGISTRY)
    return next(found.inhoud for found in compose(corpus) if found.meta and found.bronpad == path)


def order(text: str, *marks: str) -> list[str]:
    """Return the marks in the order in which a page shows them; each must be there once."""
    assert {mark: text.count(mark) for mark in marks} == dict.fromkeys(marks, 1)
    return sorted(marks, key=text.index)


def test_a_norm_tells_what_you_do_and_whom_you_call_before_what_it_means(boom: Boom) -> None:
    text = page(boom({NORM: basisnorm(titel="Geschenken", rollen=["hrm"])}), NORM)
    marks = (
        "# Geschenken\n",
        '<p class="samenvatting">',
        "## Wat doe je\n",
        'class="terecht"',
        "## Waar gaat het om\n",
        "## Waar toets je aan\n",
        "## Wat betekent dit voor jou\n",
        "## Wat doet de gemeente\n",
        "## Hangt samen met\n",
        '<details class="feiten" data-search-exclude markdown="1">\n\n'
        '<summary class="vouwkop">Over deze pagina</summary>',
        "Bijgehouden door\n:   ",
    )
    assert order(text, *marks) == [*marks]
    assert text.endswith("\n\n</details>\n")


def test_a_rule_says_on_top_that_it_applies_no_more(boom: Boom) -> None:
    old = regeling(titel="Oud", status="ingetrokken", soort="regeling")
    boss = {"docs/rollen/leidinggevende.md": rol(titel="Leidinggevende")}
    text = page(boom({RULE: old, **boss}), RULE)
    marks = (
        '<div class="kenmerk" data-search-exclude markdown="1">\n\n'
        'Regeling · <span class="status status--ingetrokken">Ingetrokken, geldt niet meer</span>'
        "\n\n</div>",
        '!!! danger "Deze regel geldt niet meer"',
        '<p class="samenvatting">',
        "## Wat betekent dit voor jou\n",
        'class="terecht"',
        "## Wat regelt dit\n",
        '<details class="feiten"',
        "Bron\n:   ",
    )
    assert order(text, *marks) == [*marks]


def test_a_role_tells_when_to_come_before_what_it_does(boom: Boom) -> None:
    body = "Begin.\n\n## Wat doet deze rol\n\nDit.\n\n## Wanneer ga je hierheen\n\nNu.\n"
    path = "docs/rollen/hrm.md"
    text = page(boom({path: rol(body, titel="Afdeling HRM")}), path)
    marks = ('class="bereik"', "Begin.", "## Wanneer ga je hierheen\n", "## Wat doet deze rol\n")
    assert order(text, *marks) == [*marks]


def test_the_notes_of_the_facilitator_unfold_under_their_heading(boom: Boom) -> None:
    path = "dilemmas/fles-wijn.md"
    body = koppen(DILEMMA.koppen, **{"Voor de begeleider": "- Een.\n- Twee.\n- Drie."})
    text = page(boom({path: dilemma(body, titel="Een fles wijn")}), path)
    assert (
        '## Voor de begeleider\n\n<details class="vouw" markdown="1">\n'
        '<summary class="vouwkop">Klap dit open</summary>\n\n- Een.\n- Twee.\n- Drie.\n\n</details>'
    ) in text
    marks = ("Dilemma 1\n", "## Situatie\n", "## De vraag\n", 'class="feiten"')
    assert order(text, *marks) == [*marks]


def test_a_macro_and_a_link_move_along(boom: Boom) -> None:
    do = '1. Lees {{ verwijs(\n   "hrm",\n   "HRM") }} en [dit](../../docs/rollen/hrm.md).'
    body = koppen(BASISNORM.koppen, **{"Wat doe je": do})
    text = page(boom({NORM: basisnorm(body, titel="Geschenken")}), NORM)
    assert (
        "## Wat doe je\n\n1. Lees [HRM](../../rollen/hrm.md) en [dit](../../rollen/hrm.md).\n"
    ) in text


@pytest.mark.parametrize("heading", ["### Let op", "### Let op ###"])
def test_headings_with_the_same_words_keep_their_own_anchor(boom: Boom, heading: str) -> None:
    both = {"Waar gaat het om": f"{heading}\n\nEen.", "Wat doe je": f"{heading}\n\nTwee."}
    body = koppen(BASISNORM.koppen, **both)
    text = page(boom({NORM: basisnorm(body, titel="Geschenken")}), NORM)
    assert "### Let op {: #let-op_1 }\n\nTwee." in text
    anchors = [h.anchor for h in Body(text, 1).headings if h.text.startswith("Let op")]
    assert anchors == ["let-op_1", "let-op"]


def test_every_anchor_of_every_page_is_still_there() -> None:
    corpus = frozen()
    texts = {found.bronpad: found.inhoud for found in compose(corpus) if found.meta}
    moved = 0
    for document in corpus.all_documents:
        text = texts[document.path]
        lost = document.body.anchors.difference(IDS.findall(render(text, lambda root: None)[0]))
        assert lost == set(), document.path
        moved += document.soort in (BASISNORM, REGELING)
    assert moved > 20
