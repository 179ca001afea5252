"""The check of links that stay inside the site."""

from __future__ import annotations

import pytest

from tests.boom import GEWENST, dilemma, koppen, pagina, tekst
from wijzer.load.markdown.body import Body
from wijzer.model.kinds import DILEMMA

VRAGEN = "docs/vragen.md"
MACRO = 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
AFBEELDING = "Zet de afbeelding in docs/assets/ en schrijf: ![wat je ziet](assets/foto.png)"

WRONG = {
    "page": ("[x](kernwaarde.md)", "de link `kernwaarde.md` leidt naar niets", MACRO),
    "page, nearly right": (
        "[x](rollen/hmr.md)",
        "de link `rollen/hmr.md` leidt naar niets",
        "Bedoelde je `hrm`?",
    ),
    "anchor": (
        "[x](#wie-weet-et)",
        "het anker `#wie-weet-et` bestaat niet in docs/vragen.md",
        "Bedoelde je `wie-weet-het`?",
    ),
    "anchor elsewhere": (
        "[x](../kernwaarden/zorgvuldigheid.md#zzz)",
        "het anker `#zzz` bestaat niet in kernwaarden/zorgvuldigheid.md",
        "Neem de tekst van de kop over.",
    ),
    "root": ("[x](/melden/)", "een link die met `/` begint: `/melden/`", MACRO),
    "out of docs": ("[x](../mkdocs.yml)", "de link `../mkdocs.yml` leidt naar niets", MACRO),
    "image": ("![x](assets/weg.png)", "de afbeelding `assets/weg.png` bestaat niet", AFBEELDING),
    "reference": ("[x][y]\n\n[y]: weg.md", "de link `weg.md` leidt naar niets", MACRO),
    "in a quotation": ("> [x](weg.md)", "de link `weg.md` leidt naar niets", MACRO),
    "text over two lines": ("[x\ny](weg.md)", "de link `weg.md` leidt naar niets", MACRO),
    "no web address": (
        "[x](http://[haarlem)",
        "`http://[haarlem` is geen goed webadres",
        "Kopieer het adres uit de browser.",
    ),
}
MAIL_TIP = "Zo ziet het eruit: mailto:naam@voorbeeld.nl"
PHONE_TIP = "Schrijf het hele nummer, met netnummer, zoals: tel:023-0000000 of tel:+31230000000"
NOBODY = {
    "[x](mailto:)": "dit is geen goed e-mailadres: `mailto:`",
    "[x](mailto:?subject=hoi)": "dit is geen goed e-mailadres: `mailto:?subject=hoi`",
    "[x](mailto:naam)": "dit is geen goed e-mailadres: `mailto:naam`",
    "[x](mailto:naam@haarlem)": "dit is geen goed e-mailadres: `mailto:naam@haarlem`",
    "[x](mailto:a@haarlem.nl,b)": "dit is geen goed e-mailadres: `mailto:a@haarlem.nl,b`",
    '<a href="mailto:naam">x</a>': "dit is geen goed e-mailadres: `mailto:naam`",
    "[x](tel:)": "dit is geen goed telefoonnummer: `tel:`",
    "[x](tel:023)": "dit is geen goed telefoonnummer: `tel:023`",
    "[x](tel:balie)": "dit is geen goed telefoonnummer: `tel:balie`",
    "[x](tel:+31)": "dit is geen goed telefoonnummer: `tel:+31`",
    "[x](tel:+310230000000)": "dit is geen goed telefoonnummer: `tel:+310230000000`",
    "[x](TEL:12)": "dit is geen goed telefoonnummer: `TEL:12`",
}
RIGHT = {
    "telephone": "[x](tel:+31230000000) [x](tel:023-0000000) [x](tel:14023) [x](tel:112)",
    "telephone abroad": "[x](tel:+442079460000)",
    "mail with a subject": "[x](mailto:a@haarlem.nl?subject=Vraag%20over%20x)",
    "as the folders lie": "[x](../kernwaarden/zorgvuldigheid.md)",
    "as the site lies": "[x](kernwaarden/zorgvuldigheid.md)",
    "anchor": "[x](#wie-weet-het)",
    "anchor elsewhere": "[x](../kernwaarden/zorgvuldigheid.md#zo-herken-je-het)",
    "anchor with an id of the editor": "[x](#hier)\n\n## Kop {#hier}\n\nTekst.",
    "anchor of an element": '[x](#daar)\n\n<span id="daar">Hier</span>',
    "file": "[x](assets/brief.pdf)",
    "web": "[x](https://www.haarlem.nl/) <https://www.haarlem.nl> https://www.haarlem.nl",
    "mail": "[x](mailto:naam@example.nl) <naam@example.nl>",
    "title": '[x](rollen/hrm.md "De afdeling")',
    "escaped": "[x](rollen%2Fhrm.md)",
    "in code": "`[x](weg.md)`",
    "in a block of code": "```\n[x](weg.md)\n```",
}


def tree(body):
    text = f"## Wie weet het\n\n{body}\n"
    return {VRAGEN: pagina(text), "docs/assets/brief.pdf": b"%PDF-1.4\n%%EOF\n"}


@pytest.mark.parametrize(("body", "found", "tip"), WRONG.values(), ids=WRONG.keys())
def test_wrong(boom, body, found, tip):
    melding, shown = boom(tree(body)).meldingen().split("\n")
    path, line, text = melding.split(":", 2)
    assert (path, text.strip(), shown.strip()) == (VRAGEN, found, tip)
    assert int(line) in (10, 11, 12)


@pytest.mark.parametrize(("body", "found"), NOBODY.items(), ids=NOBODY.keys())
def test_nobody_at_the_other_end(boom, body, found):
    tip = MAIL_TIP if "mail" in body else PHONE_TIP
    assert boom(tree(body)).meldingen() == f"{VRAGEN}:10: {found}\n    {tip}"


@pytest.mark.parametrize("body", RIGHT.values(), ids=RIGHT.keys())
def test_right(boom, body):
    assert boom(tree(body)).meldingen() == ""


def test_line_of_a_link(boom):
    body = "Tekst.\n\n- een\n- twee [x](weg.md)\n"
    assert boom(tree(body)).meldingen().startswith(f"{VRAGEN}:13: ")


def test_link_to_a_draft(boom):
    concept = {"docs/plan.md": pagina(concept="true")}
    project = boom({**tree("[x](plan.md)"), **concept})
    assert project.meldingen() == tekst("""
        docs/vragen.md:10: de link `plan.md` leidt naar een pagina die nog concept is
            Publiceer die pagina, of haal de link weg.
    """)


def test_draft_may_link_to_a_draft(boom):
    pages = {"docs/plan.md": pagina(concept="true")}
    pages["docs/plan-twee.md"] = pagina("[x](plan.md)\n", concept="true")
    assert boom(pages).meldingen() == ""


def test_link_between_folders(boom):
    body = koppen(DILEMMA.koppen, Situatie=f"{GEWENST['Situatie']} Zie [x](../docs/rollen/hrm.md).")
    assert boom({"dilemmas/fles-wijn.md": dilemma(body)}).meldingen() == ""


LINKS = {
    "[a](b.md)": ["b.md"],
    "[a](<b.md>)": ["b.md"],
    "[a](b.md 'titel')": ["b.md"],
    "[a [b] c](d.md)": ["d.md"],
    "[![a](b.png)](c.md)": ["c.md", "b.png"],
    "![a](b.png) [c](d.md)": ["b.png", "d.md"],
    "[a]: b.md": ["b.md"],
    "> [a]: b.md": ["b.md"],
    "[a]:\n  b.md": ["b.md"],
    "[^1]: een voetnoot": [],
    "<https://a.nl/b>": ["https://a.nl/b"],
    "Zie https://a.nl/b.": ["https://a.nl/b"],
    "[https://a.nl](https://a.nl)": ["https://a.nl"],
    "[a]: https://a.nl/b": ["https://a.nl/b"],
    "[a] (b)": [],
    "a](b)": [],
}


@pytest.mark.parametrize(("text", "hrefs"), LINKS.items(), ids=LINKS.keys())
def test_finding_links(text, hrefs):
    assert [link.href for link in Body(text, 1).links] == hrefs
