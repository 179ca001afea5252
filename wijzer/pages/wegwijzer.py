"""A guide as one complete page: every question and every outcome, each with an anchor.

Without JavaScript the answers are links to the next question or outcome on the same page.
``docs/assets/js/wegwijzer.js`` shows the same elements one at a time.
"""

from __future__ import annotations

from wijzer.base.escape import html_text
from wijzer.corpus.guide_paths import Knoop, anchor, nodes, questions_left
from wijzer.corpus.relations import Graph
from wijzer.model.document import Document
from wijzer.model.kinds import DILEMMA
from wijzer.model.pages import Dilemma
from wijzer.model.wegwijzer import Uitkomst, Vraag, Wegwijzer
from wijzer.pages.contact import contact_box
from wijzer.pages.drawing import draw
from wijzer.pages.markdown import attribute, bullets, escape, link, section
from wijzer.pages.references import reference
from wijzer.pages.settings import setting_list, settings

NO_RULE = "Dit staat niet in een regel. Bespreek het."
NOT_KEPT = (
    "Je antwoorden worden niet bewaard en niet verstuurd. "
    "Je browser kan wel onthouden dat je op deze pagina was."
)
_MOST_DILEMMAS = 2


def with_guide(document: Document, text: str, graph: Graph) -> str:
    """Return the text of the editor with the guide; on a sensitive page it stands above it.

    Who is afraid is met with a kind word; any other reader wants the first question.
    """
    parts = [guide(document, graph), text]
    if isinstance(document.model, Wegwijzer) and document.model.gevoelig:
        parts.reverse()
    return "\n\n".join(filter(None, parts))


def guide(document: Document, graph: Graph) -> str:
    """Return the guide: its questions, its outcomes and the drawn overview."""
    model = document.model
    assert isinstance(model, Wegwijzer)
    left = questions_left(model)
    questions = [_question(vraag, model, n, left) for n, vraag in enumerate(model.vragen, 1)]
    outcomes = [_outcome(document, model, item, graph) for item in model.uitkomsten]
    kind = "gevoelig" if model.gevoelig else "gewoon"
    parts = [
        *(
            [f'<p class="wegwijzer-bewaart" data-search-exclude>{NOT_KEPT}</p>']
            if model.gevoelig
            else []
        ),
        f'<div class="wegwijzer wegwijzer--{kind}" markdown="1">',
        _titled("vragen", "## De vragen", questions),
        _titled("uitkomsten", "## De uitkomsten", outcomes),
        "</div>",
        _overview(model),
    ]
    return "\n\n".join(parts)


def _titled(name: str, heading: str, parts: list[str]) -> str:
    body = "\n\n".join([heading, *parts])
    return f'<div class="wegwijzer__{name}" markdown="1">\n\n{body}\n\n</div>'


def _step(node: Knoop, left: int, content: str) -> str:
    return (
        f'<div class="wegwijzer__stap" data-stap="{anchor(node)}" data-nog="{left}" markdown="1">'
        f"\n\n{content}\n\n</div>"
    )


def _question(vraag: Vraag, model: Wegwijzer, number: int, left: dict[str, int]) -> str:
    known = nodes(model)
    answers = bullets(f"[{escape(a.tekst)}](#{anchor(known[a.naar])})" for a in vraag.antwoorden)
    lines = [f"### {escape(vraag.tekst)} {{#{anchor(vraag)}}}"]
    if vraag.uitleg:
        lines.append(escape(vraag.uitleg))
    lines.append(f'<div class="wegwijzer__antwoorden" markdown="1">\n\n{answers}\n\n</div>')
    return _step(vraag, left[vraag.id], "\n\n".join(lines))


def _outcome(document: Document, model: Wegwijzer, item: Uitkomst, graph: Graph) -> str:
    steps = "\n".join(f"{n}. {escape(step)}" for n, step in enumerate(item.stappen, 1))
    parts = [f"### {escape(item.titel)} {{#{anchor(item)}}}", steps]
    parts.append(_contact(document, item, graph))
    if item.instellingen:
        found = settings(graph)
        known = [found[name] for name in item.instellingen if name in found]
        parts.append(f"**Dit stelt de gemeente vast**\n\n{setting_list(document, known, graph)}")
    if item.regels:
        rules = bullets(reference(document, rule, graph, here=True) for rule in item.regels)
        content = f"**De regels hierachter**\n\n{rules}"
        parts.append(section("wegwijzer__regels", content, tag="div"))
    else:
        parts.append(f"**{NO_RULE}**")
    if dilemmas := _dilemmas(model, item, graph):
        links = bullets(link(document, dilemma) for dilemma in dilemmas)
        content = f"**Dilemma's die hierop lijken**\n\n{links}"
        parts.append(section("wegwijzer__dilemmas", content, tag="div"))
    return _step(item, 0, "\n\n".join(parts))


def _contact(document: Document, item: Uitkomst, graph: Graph) -> str:
    """Return the box with people, under a name of its own: a page has one for every outcome."""
    name = "Bij wie kan ik terecht?"
    box = contact_box(document, item.rollen, graph)
    own = attribute(f"{name} Bij: {item.titel}")
    return box.replace(f'aria-label="{attribute(name)}"', f'aria-label="{own}"', 1)


def _dilemmas(model: Wegwijzer, item: Uitkomst, graph: Graph) -> list[Document]:
    """Return the dilemmas of an outcome, or else the first ones about the guide's theme.

    A sensitive guide shows only what was chosen by hand: nobody in danger gets a card to discuss.
    """
    if item.dilemmas or model.gevoelig:
        return [graph.documents[name] for name in item.dilemmas if name in graph.documents]
    same = (
        document
        for document in graph.of_kind(DILEMMA)
        if isinstance(document.model, Dilemma) and document.model.thema is model.thema
    )
    return [document for document, _ in zip(same, range(_MOST_DILEMMAS), strict=False)]


def _overview(model: Wegwijzer) -> str:
    """Return the folded overview: the drawing, and the same in words."""
    label = html_text(f"Tekening van de {model.titel}")
    rows = "".join(_row(vraag, model) for vraag in model.vragen)
    return (
        '<details class="wegwijzer-overzicht" data-search-exclude>'
        "<summary>Bekijk alle vragen en uitkomsten in één overzicht</summary>"
        f'<div class="wegwijzer-overzicht__tekening" role="region" tabindex="0" '
        f'aria-label="{label}">{draw(model)}</div>'
        f'<p>Hetzelfde in woorden:</p><ol class="wegwijzer-overzicht__tekst">{rows}</ol></details>'
    )


def _row(vraag: Vraag, model: Wegwijzer) -> str:
    known = nodes(model)
    answers = "".join(
        f'<li>{html_text(a.tekst)}: <a href="#{anchor(known[a.naar])}">'
        f"{html_text(_name(known[a.naar]))}</a></li>"
        for a in vraag.antwoorden
    )
    return f"<li>{html_text(vraag.tekst)}<ul>{answers}</ul></li>"


def _name(node: Knoop) -> str:
    return node.tekst if isinstance(node, Vraag) else node.titel
