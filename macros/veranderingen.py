"""The macro that tells what changed."""

from __future__ import annotations

from wijzer.corpus.macro import Context
from wijzer.pages.atom import PATH
from wijzer.pages.markdown import file_link
from wijzer.pages.veranderd import all_changes


def veranderingen(context: Context) -> str:
    """Wat er op de site is veranderd, per maand, het nieuwste bovenaan."""
    text = all_changes(context.document, context.graph, context.veranderingen)
    if any(file.pad == PATH for file in context.bestanden):
        feed = file_link(context.document, PATH, "de feed van deze site")
        follow = f"Heb je een feedlezer? Volg dan {feed}. Dan hoor je vanzelf wat er nieuw is."
        return f"{text}\n\n{follow}"
    return text
