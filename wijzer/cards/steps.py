"""The seven steps of moral judgement, as a guide for a conversation.

In our own words, after the "zevenstappenplan morele oordeelsvorming" of Governance & Integrity.
"""

from __future__ import annotations

SOURCE = "Naar het zevenstappenplan morele oordeelsvorming van Governance & Integrity."

SEVEN_STEPS = (
    ("Welke keuze ligt er?", "Zeg in één zin wat je moet besluiten."),
    ("Wie zijn erbij betrokken?", "Noem hun rechten en hun belangen."),
    ("Wie neemt het besluit?", "Ben jij dat, of iemand anders?"),
    ("Wat moet je nog weten?", "Schrijf op wat je eerst moet uitzoeken."),
    ("Welke argumenten zijn er?", "Zet voor en tegen naast elkaar."),
    ("Wat is je besluit?", "Zeg ook hoe je de schade beperkt."),
    ("Hoe voelt het?", "Kun je dit uitleggen aan wie het raakt?"),
)
"""The question of each step, and what to do with it."""
