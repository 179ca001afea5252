"""A link says where it goes: the check and the gate refuse a text that names another place."""

from __future__ import annotations

import pytest

from tests.boom import DAG, pagina
from wijzer.gate.page import read_page
from wijzer.gate.says import wrong_text

LIES = {
    "[info@voorbeeld.nl](mailto:ander@elders.example)": ("info@voorbeeld.nl", "mailto:ander@elders.example"),
    "[mail a@voorbeeld.nl of b@voorbeeld.nl](mailto:a@voorbeeld.nl)": ("b@voorbeeld.nl", "mailto:a@voorbeeld.nl"),
    "[info@voorbeeld.nl](https://www.haarlem.nl/)": ("info@voorbeeld.nl", "https://www.haarlem.nl/"),
    "[bel 023 511 51 15](tel:0235119999)": ("023 511 51 15", "tel:0235119999"),
    "[bel 112](tel:09008844)": ("112", "tel:09008844"),
    "[+31 (0)23 511 51 15](over.md)": ("+31 (0)23 511 51 15", "over.md"),
    "[www.rijksoverheid.nl/x](https://www.haarlem.nl/x)": ("www.rijksoverheid.nl", "https://www.haarlem.nl/x"),
    "[rijksoverheid.nl](https://www.haarlem.nl/)": ("rijksoverheid.nl", "https://www.haarlem.nl/"),
    "[https://www.haarlem.nl](over.md)": ("https://www.haarlem.nl", "over.md"),
    '<a href="mailto:ander@elders.example">info@<b>voorbeeld.nl</b></a>': ("info@voorbeeld.nl", "mailto:ander@elders.example"),
}  # fmt: skip
TRUE = [
    "[mail ons](mailto:info@voorbeeld.nl)",
    "<info@voorbeeld.nl> [Info@Voorbeeld.nl.](mailto:info@voorbeeld.nl?subject=Vraag)",
    "[bel 023 511 51 15](tel:+31235115115), [(023) 511 51 15](tel:023-5115115), [112](tel:112)",
    "[bel 112 binnen 24 uur](tel:112)",
    "[www.haarlem.nl](https://haarlem.nl/wonen), [Haarlem.nl](https://www.haarlem.nl/)",
    "[besluit 2023-123456](over.md), [stap 1 van 2](over.md), [ABC 2023.11.24](over.md)",
    "[o'brien@haarlem.nl](mailto:o'brien@haarlem.nl)",
    "[naar de site van de gemeente (haarlem.nl) en terug](over.md)",
]


@pytest.mark.parametrize(("markdown", "found"), LIES.items(), ids=range(len(LIES)))
def test_a_text_that_names_another_place_is_refused(boom, markdown, found):
    hosts = "hosts:\n  - host: www.haarlem.nl\n    waarom: de gemeente\n"
    project = boom(
        {"docs/toegestane-hosts.yml": hosts, "docs/over.md": pagina(titel="Over"),
         "docs/vragen.md": pagina(f"Tekst.\n\n{markdown}\n", titel="Vragen")}
    )  # fmt: skip
    said, href = found
    assert [(m.pad, m.tekst, m.tip) for m in project.check(DAG).errors] == [
        (
            "docs/vragen.md",
            f"de tekst van de link noemt `{said}`, maar de link leidt naar `{href}`",
            "Laat de tekst en het adres van de link hetzelfde zeggen.",
        )
    ]


@pytest.mark.parametrize("markdown", TRUE)
def test_a_text_that_is_true_is_never_refused(boom, markdown):
    hosts = "hosts:\n  - host: www.haarlem.nl\n    waarom: x\n  - host: haarlem.nl\n    waarom: x\n"
    project = boom(
        {"docs/toegestane-hosts.yml": hosts, "docs/over.md": pagina(titel="Over"),
         "docs/vragen.md": pagina(f"{markdown}\n", titel="Vragen")}
    )  # fmt: skip
    assert project.check(DAG).errors == []


def test_the_gate_sees_it_in_a_finished_page():
    page = '<title>x</title><article><a href="tel:0235119999">023 511 51 15</a></article>'
    texts = [wrong.text for wrong in read_page(page).wrong]
    assert (
        "de tekst van de link noemt `023 511 51 15`, maar de link leidt naar `tel:0235119999`"
        in texts
    )


@pytest.mark.parametrize("href", ["\U000f0001", "https://[x", "//[x", "https://a.example]x/"])
def test_what_other_rules_refuse_is_left_to_them(href):
    assert [*wrong_text("info@voorbeeld.nl", href)] == []
