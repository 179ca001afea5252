"""What the municipality sets itself: once set, its provisional text is gone everywhere."""

from __future__ import annotations

from tests.alle_soorten import alle_soorten
from tests.boom import pagina, tekst
from wijzer.app.site import load_site

PAGE = "docs/instellingen.md"
OVER = "docs/over-bedragen.md"
ZOLANG = "De wet noemt geen bedrag."
USES = pagina('De grens: {{ instelling("grens") }}\n', titel="Over bedragen")


def texts(boom, page: str) -> str:
    """Return all pages as readers see them."""
    project = boom({**alle_soorten(), PAGE: page, OVER: USES})
    assert project.fouten() == ""
    return "\n".join(page.inhoud for page in load_site(project.root).pages)


def test_the_provisional_text_goes_when_the_value_comes(boom) -> None:
    filled = alle_soorten()[PAGE]
    assert isinstance(filled, str)
    empty = filled.replace("    waarde: 50 euro\n    vastgesteld_op: 2026-01-01\n", "")
    assert empty != filled
    assert texts(boom, empty).count(ZOLANG) > 1
    after = texts(boom, filled)
    assert ZOLANG not in after
    assert after.count("**50 euro**") > 1


def test_a_gap_that_is_a_setting_is_written_as_one(boom) -> None:
    page = pagina('Dit is {{ nog_in_te_vullen("de grens") }}.\n', titel="Over bedragen")
    assert boom({**alle_soorten(), OVER: page}).fouten() == tekst("""
        docs/over-bedragen.md:8: `de grens` staat al in docs/instellingen.md; daar vult de gemeente het in
            Schrijf: {{ instelling("grens") }}
    """)


def test_one_wrong_date_is_one_finding(boom) -> None:
    filled = alle_soorten()[PAGE]
    assert isinstance(filled, str)
    wrong = filled.replace("vastgesteld_op: 2026-01-01", "vastgesteld_op: 32 mei")
    project = boom({**alle_soorten(), PAGE: wrong, OVER: USES})
    (melding,) = project.check().errors
    assert (melding.pad, melding.tekst) == (
        PAGE,
        "`instellingen (2e) vastgesteld_op` is geen datum: `32 mei`",
    )
