"""The macros that authors may call in Markdown: the register and nothing else.

Each macro is a function that takes a ``Context`` and literal arguments and returns Markdown.
"""

from __future__ import annotations

from typing import Any

from macros.a_z import letters, zoekwoorden_a_z
from macros.gemeente import gemeente, intranet, meldpunt
from macros.instellingen import instelling, instellingen
from macros.kaarten import dilemmakaarten
from macros.kaartsets import kaartsets
from macros.lijsten import (
    begrippenlijst,
    dilemma_van_de_dag,
    dilemmas,
    lijst,
    zoekveld,
)
from macros.matrix import matrix
from macros.melden import bereik, drukwerk, meldplekken, meldweg
from macros.overzichten import regeloverzicht, vervangen_regels
from macros.plugin import forget_variables, offer
from macros.samenhang import samenhang
from macros.veranderingen import veranderingen
from macros.verwijzen import artikel, bij_wie, deur, nog_in_te_vullen, verwijs
from macros.verwijzingen import stand_van_de_verwijzingen
from macros.workshop import stappenplan, workshop
from wijzer.corpus.macro import Macro, Macros

_ALL = (
    Macro(verwijs, '{{ verwijs("relatiegeschenken") }}'),
    Macro(deur, '{{ deur("wegwijzers", "Ik twijfel") }}'),
    Macro(artikel, '{{ artikel("ambtenarenwet-2017", "8", lid="1", onderdeel="e") }}'),
    Macro(gemeente, '{{ gemeente("voluit") }}'),
    Macro(intranet, "{{ intranet() }}"),
    Macro(meldpunt, "{{ meldpunt() }}"),
    Macro(nog_in_te_vullen, '{{ nog_in_te_vullen("het drempelbedrag voor geschenken") }}'),
    Macro(bij_wie, '{{ bij_wie("leidinggevende", "vertrouwenspersonen") }}', block=True),
    Macro(bereik, '{{ bereik("vertrouwenspersonen") }}'),
    Macro(dilemmas, '{{ dilemmas(thema="geschenken") }}', block=True),
    Macro(lijst, '{{ lijst("kernwaarden") }}', block=True),
    Macro(regeloverzicht, "{{ regeloverzicht() }}", block=True),
    Macro(vervangen_regels, "{{ vervangen_regels() }}", block=True),
    Macro(dilemmakaarten, "{{ dilemmakaarten() }}", block=True),
    Macro(kaartsets, "{{ kaartsets() }}", block=True),
    Macro(workshop, "{{ workshop() }}", block=True),
    Macro(stappenplan, "{{ stappenplan() }}", block=True),
    Macro(zoekveld, "{{ zoekveld() }}", block=True),
    Macro(dilemma_van_de_dag, "{{ dilemma_van_de_dag() }}", block=True),
    Macro(samenhang, "{{ samenhang() }}", block=True),
    Macro(matrix, "{{ matrix() }}", block=True),
    Macro(begrippenlijst, "{{ begrippenlijst() }}", block=True),
    Macro(meldweg, '{{ meldweg("misstand") }}', block=True),
    Macro(meldplekken, "{{ meldplekken() }}", block=True),
    Macro(drukwerk, "{{ drukwerk() }}", block=True),
    Macro(instelling, '{{ instelling("drempelbedrag-geschenk") }}'),
    Macro(instellingen, "{{ instellingen() }}", block=True),
    Macro(letters, "{{ letters() }}", block=True),
    Macro(zoekwoorden_a_z, "{{ zoekwoorden_a_z() }}", block=True),
    Macro(stand_van_de_verwijzingen, "{{ stand_van_de_verwijzingen() }}", block=True),
    Macro(veranderingen, "{{ veranderingen() }}", block=True),
)

REGISTRY: Macros = {macro.name: macro for macro in _ALL}
"""All macros by name."""


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros-plugin, which calls this for every build."""
    offer(REGISTRY, env)


def on_pre_page_macros(env: Any) -> None:
    """Prepare the plugin for a page; it calls this just before it expands one."""
    forget_variables(env)
