"""Contact data: what the check says, what pages show, what may be published, what is saved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest

from macros import REGISTRY
from tests.boom import DAG, Project, pagina, rol, tekst
from tests.contact_hulp import ROLLEN, persoon, project, vol
from tests.gemeente import frozen
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.editor.report import report
from wijzer.model.contact import Contactpersoon
from wijzer.model.kinds import BASISNORM, DILEMMA, REGELING
from wijzer.pages.compose import compose
from wijzer.pages.vcard import tel_uri, vcard, vcards

Boom = Callable[..., Project]
YML = "docs/contact.yml"
GAP = '<em class="invullen">Het telefoonnummer en e-mailadres staan nog niet op deze site.</em>'


def page(project: Project, path: str) -> str:
    """Return a composed page."""
    corpus, _ = load_corpus(project.root, REGISTRY)
    return next(found.inhoud for found in compose(corpus) if found.bronpad == path)


FINDINGS = {
    "unknown role": (
        "hmr:\n  - naam: Team HRM\n",
        "docs/contact.yml:1: `hmr` is geen rol\n    Bedoelde je `hrm`?",
    ),
    "a role unlike any": (
        "portier:\n  - naam: Team\n",
        "docs/contact.yml:1: `portier` is geen rol\n    De rollen staan in docs/rollen/: hrm.",
    ),
    "no list": (
        "hrm:\n  naam: Team HRM\n",
        """
        docs/contact.yml:1: bij `hrm` hoort een lijst van mensen of teams, elk met een streepje
            Bijvoorbeeld:
            hrm:
              - naam: Team HRM
                telefoon: 023 000 00 00
        """,
    ),
    "unknown key": (
        "hrm:\n  - naam: Team HRM\n    telefon: 023 000 00 00\n",
        "docs/contact.yml:3: bij `hrm`: de sleutel `telefon` is onbekend\n"
        "    Bedoelde je `telefoon`?",
    ),
    "half a telephone number": (
        "hrm:\n  - naam: Team HRM\n    telefoon: 000 00 00\n",
        "docs/contact.yml:3: bij `hrm`: `telefoon` is geen telefoonnummer: `000 00 00`\n"
        "    Schrijf het hele nummer, met netnummer, zoals: 023 000 00 00",
    ),
    "no mail address": (
        "hrm:\n  - naam: Team HRM\n    mail: hrm bij haarlem\n",
        "docs/contact.yml:3: bij `hrm`: `mail` is geen e-mailadres: `hrm bij haarlem`\n"
        "    Zo ziet het eruit: naam@voorbeeld.nl",
    ),
    "two mail addresses": (
        "hrm:\n  - mail: a@voorbeeld.nl, b@voorbeeld.nl\n",
        "docs/contact.yml:2: bij `hrm`: `mail` is geen e-mailadres: "
        "`a@voorbeeld.nl, b@voorbeeld.nl`\n    Zo ziet het eruit: naam@voorbeeld.nl",
    ),
    "a day that does not exist": (
        "hrm:\n  - naam: Team\n    geldig_tot: 2027-02-30\n",
        "docs/contact.yml:3: bij `hrm`: `geldig_tot` is een datum die niet bestaat: `2027-02-30`\n"
        "    Kijk op de kalender; een datum is jaar-maand-dag, zoals: 2027-05-01",
    ),
    "a photo elsewhere": (
        "hrm:\n  - foto: https://voorbeeld.nl/foto.jpg\n",
        "docs/contact.yml:2: bij `hrm`: `foto` is geen foto van deze site: "
        "`https://voorbeeld.nl/foto.jpg`\n"
        "    Zet de foto in docs/assets/fotos/ en schrijf: foto: assets/fotos/naam.jpg",
    ),
    "a photo that is not there": (
        "hrm:\n  - naam: Team\n    foto: assets/fotos/team.jpg\n",
        "docs/contact.yml:3: bij `hrm`: de foto `assets/fotos/team.jpg` bestaat niet\n"
        "    Zet de foto in docs/assets/fotos/team.jpg, of maak `foto` leeg.",
    ),
    "no way in at all": (
        "hrm:\n  - naam: Team\n    telefoon: n.v.t.\n    mail: nvt\n",
        "docs/contact.yml:2: bij `hrm`: `telefoon` en `mail` zijn allebei `n.v.t.`\n"
        "    Vul een telefoonnummer of een e-mailadres in.",
    ),
    "past its date": (
        "hrm:\n  - naam: Team\n    geldig_tot: 2026-11-22\n",
        "docs/contact.yml:3: tip: de gegevens bij `hrm` golden tot 2026-11-22\n"
        "    Kijk of ze nog kloppen en zet een nieuwe datum bij `geldig_tot`.",
    ),
    "a role written twice": (
        "hrm:\n  - naam: Team\nhrm:\n  - naam: Team\n",
        "docs/contact.yml:3: de sleutel `hrm` staat er twee keer (ook op regel 1)\n"
        "    Haal een van de twee weg; er kan er maar één gelden.",
    ),
    "a list where a text belongs": (
        "hrm:\n  - naam: Team\n    kamer:\n      - 1\n      - 2\n",
        "docs/contact.yml:3: bij `hrm`: `kamer` moet één tekst zijn; er staat een lijst\n"
        '    Schrijf de tekst achter de dubbele punt, tussen " " als er `: ` in staat.',
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_finding(boom: Boom, name: str) -> None:
    text, expected = FINDINGS[name]
    assert boom({YML: text}).meldingen(DAG) == tekst(expected)


def test_a_role_that_everybody_has_takes_no_data(boom: Boom) -> None:
    planted = boom(
        {
            "docs/rollen/leidinggevende.md": rol(titel="Leidinggevende", eigen_contact="false"),
            YML: "leidinggevende:\n  - naam: Team\n",
        }
    )
    assert planted.meldingen() == tekst("""
        docs/contact.yml:1: `leidinggevende` heeft geen eigen contactgegevens (`eigen_contact: false`)
            Haal `leidinggevende` weg uit dit bestand, of verander docs/rollen/leidinggevende.md.
        """)


@pytest.mark.parametrize(
    "content",
    [None, "", "# alleen uitleg\n", "hrm:\n", "hrm:\n  - naam:\n    telefoon:\n    foto:\n"],
)
def test_nothing_known_yet_is_no_mistake(boom: Boom, content: str | None) -> None:
    assert boom({YML: content}).meldingen() == ""


def test_yaml_that_is_broken_gets_a_finding_about_the_file(boom: Boom) -> None:
    text = boom({YML: "hrm:\n  - naam: Team: HRM\n"}).meldingen()
    assert text.startswith("docs/contact.yml:2: het bestand is geen geldige YAML: een dubbele punt")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"hrm:\n  - naam: \xe9\n"])
def test_another_encoding_is_no_traceback(boom: Boom, data: bytes) -> None:
    expected = "docs/contact.yml:1: het bestand is geen UTF-8-tekst"
    assert boom({YML: data}).meldingen().startswith(expected)


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("023 000 00 01", "tel:+31230000001"),
        ("(023) 000-0001", "tel:+31230000001"),
        ("06-10 00 00 02", "tel:+31610000002"),
        ("+31 (0)23 000 00 01", "tel:+31230000001"),
        ("0031 23 000 00 01", "tel:+31230000001"),
        ("+32 2 000 00 00", "tel:+3220000000"),
        ("14 023", "tel:14023"),
        ("112", "tel:112"),
        ("0800 0000", "tel:08000000"),
    ],
)
def test_telephone_numbers(boom: Boom, number: str, uri: str) -> None:
    assert boom({YML: f"hrm:\n  - telefoon: {number}\n"}).meldingen() == ""
    assert tel_uri(number) == uri


# -- publishing and the report ---------------------------------------------------------------------


def test_publishing_asks_for_every_field(boom: Boom) -> None:
    planted = boom(
        {YML: "hrm:\n  - naam: Team HRM\n    telefoon: 023 000 00 00\n    kamer: n.v.t.\n"}
    )
    done = planted.wijzer("controleer", "--publiceren")
    assert done.returncode == 1
    assert (
        done.stdout
        == tekst("""
        docs/contact.yml:2: `geldig_tot` van `hrm` (Team HRM) is nog leeg
            Vul de waarde in.
        docs/contact.yml:2: `mail` van `hrm` (Team HRM) is nog leeg
            Vul de waarde in. Hoort er niets? Schrijf `n.v.t.`
        docs/contact.yml:2: `uren` van `hrm` (Team HRM) is nog leeg
            Vul de waarde in. Hoort er niets? Schrijf `n.v.t.`
        8 pagina’s nagekeken: 3 fouten, 0 tips.
        """)
        + "\n"
    )
    assert planted.wijzer("controleer").returncode == 0


def test_publishing_a_role_without_any_data(boom: Boom) -> None:
    done = boom().wijzer("controleer", "--publiceren")
    assert done.returncode == 1
    assert "docs/contact.yml:1: `naam` van `hrm` is nog leeg" in done.stdout


def test_publishing_with_everything_filled(boom: Boom) -> None:
    done = boom({YML: f"hrm:\n{persoon()}"}).wijzer("controleer", "--publiceren")
    assert (done.returncode, done.stdout) == (0, "8 pagina’s nagekeken: 0 fouten, 0 tips.\n")


def test_a_build_that_may_not_be_published_leaves_the_old_site(boom: Boom) -> None:
    planted = boom({"site/index.html": "de oude site"})
    done = planted.wijzer("bouw", "--publiceren")
    assert done.returncode == 1
    assert done.stderr.endswith("De site is niet gebouwd: vul eerst aan wat hierboven staat.\n")
    assert (planted.root / "site/index.html").read_text(encoding="utf-8") == "de oude site"


def test_the_report_counts_what_is_empty_and_what_is_old(boom: Boom) -> None:
    planted = boom({YML: f"hrm:\n{persoon(mail='', geldig_tot='2026-11-01')}"})
    corpus, _ = load_corpus(planted.root)
    text = report(corpus, DAG)
    assert (
        tekst("""
        Contactgegevens die nog leeg zijn (1)
          docs/contact.yml:4: hrm (Anna de Vries): mail

        Contactgegevens die over tijd zijn (1)
          docs/contact.yml:8: hrm, geldig tot 1 november 2026
        """)
        in text
    )


# -- what pages show -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    two = persoon(naam="Anna de Vries") + persoon(naam="Bo; Jansen, <b>", mail="bo@voorbeeld.nl")
    root = project(tmp_path_factory.mktemp("vol") / "p", vol(vertrouwenspersonen=two))
    return load_corpus(root, REGISTRY)[0]


@pytest.fixture(scope="module")
def texts(filled: Corpus) -> dict[str, str]:
    return {page.bronpad: page.text for page in compose(filled)}


@pytest.fixture(scope="module")
def empty_texts() -> dict[str, str]:
    return {page.bronpad: page.text for page in compose(frozen())}


def test_every_basisnorm_dilemma_and_rule_has_a_box_with_the_data(
    filled: Corpus, texts: dict[str, str], empty_texts: dict[str, str]
) -> None:
    documents = [d for s in (BASISNORM, DILEMMA, REGELING) for d in filled.graph.of_kind(s)]
    assert len(documents) >= 90
    for document in documents:
        box = texts[document.path].partition('class="terecht"')[2].partition("</section>")[0]
        assert "**Bij wie kan ik terecht?**" in box, document.path
        assert "](" in box, document.path
        assert (GAP in empty_texts[document.path]) == ('href="tel:' in box), document.path
        assert GAP not in texts[document.path]


def test_a_box_shows_name_number_mail_hours_and_a_card(texts: dict[str, str]) -> None:
    text = texts["regelgeving/basisnormen/vertrouwenspersoon.md"]
    assert (
        '    - Anna de Vries · <a href="tel:+31230000001">Bel 023 000 00 01</a> · '
        '<a href="mailto:anna&#95;de&#95;vries@voorbeeld.nl">Mail anna&#95;de&#95;vries@voorbeeld.nl</a> · '
        "kamer 2.14 · maandag"
    ) in text
    assert (
        "[Zet Vertrouwenspersonen in je contacten (vCard)](../../contact/vertrouwenspersonen.vcf)"
    ) in text
    assert "Bo; Jansen, &#60;b&#62;" in text


def test_what_is_not_known_or_not_applicable_is_not_shown(boom: Boom) -> None:
    entry = persoon(kamer="n.v.t.", mail="", uren="")
    planted = boom({YML: f"hrm:\n{entry}", "docs/x.md": pagina('{{ bij_wie("hrm") }}\n')})
    corpus, _ = load_corpus(planted.root, REGISTRY)
    text = next(p.text for p in compose(corpus) if p.bronpad == "docs/x.md")
    assert (
        '\n    - Anna de Vries · <a href="tel:+31230000001">Bel 023 000 00 01</a>\n    - [Zet '
    ) in text
    assert "n.v.t." not in text
    assert 'class="invullen"' not in text


def test_while_a_role_has_no_way_in_the_next_best_one_is_named(boom: Boom) -> None:
    planted = boom(
        {
            YML: f"meldpunt-integriteit:\n{persoon(mail='n.v.t.')}hrm:\n  - naam: Team HRM\n",
            "docs/rollen/meldpunt-integriteit.md": rol(titel="Meldpunt"),
        }
    )
    text = page(planted, "docs/rollen/hrm.md")
    block = text.partition('class="bereik"')[2].partition("</section>")[0]
    assert block.endswith(
        f"Naam\n:   Team HRM\n\n</div>\n\nGa zolang naar **[Meldpunt](meldpunt-integriteit.md)**: "
        f'<a href="tel:+31230000001">Bel 023 000 00 01</a> {GAP}\n\n'
    )


@pytest.mark.parametrize(
    ("contact", "way"),
    [
        (persoon(), '<a href="tel:+31230000001">Bel 023 000 00 01</a> '
         '<a href="mailto:anna&#95;de&#95;vries@voorbeeld.nl">Mail anna&#95;de&#95;vries@voorbeeld.nl</a>.'),
        ("  - naam: Team\n", f"Zoek op Insite naar “Afdeling HRM”. {GAP}."),
    ],
    ids=["numbers", "none yet"],
)  # fmt: skip
def test_a_sentence_tells_how_to_reach_a_role(boom: Boom, contact: str, way: str) -> None:
    tree = {YML: f"hrm:\n{contact}", "docs/x.md": pagina('Begin hier: {{ bereik("hrm") }}.\n')}
    assert f"Begin hier: {way}\n" in page(boom(tree), "docs/x.md")


def test_a_manager_is_somebody_you_know(boom: Boom) -> None:
    tree = {
        "docs/rollen/leidinggevende.md": rol(titel="Leidinggevende", eigen_contact="false"),
        "docs/x.md": pagina('{{ bereik("leidinggevende") }}\n'),
    }
    text = page(boom(tree), "docs/x.md")
    assert "\nPraat met je **[leidinggevende](rollen/leidinggevende.md)**.\n" in text


def test_only_a_role_can_be_reached(boom: Boom) -> None:
    tree = {"docs/x.md": pagina('{{ bereik("x") }}\n')}
    assert boom(tree).meldingen() == (
        "docs/x.md:8: `x` is geen rol\n    Neem een bestandsnaam uit docs/rollen/."
    )


def test_while_nobody_can_be_reached_the_intranet_is_named(boom: Boom) -> None:
    text = page(boom({"docs/x.md": pagina('{{ bij_wie("hrm") }}\n')}), "docs/x.md")
    assert f"\n    - Zoek op Insite naar “Afdeling HRM”. {GAP}\n" in text


def test_a_page_below_another_names_its_first_role_on_top(boom: Boom) -> None:
    path = "docs/melden/wat.md"
    below = {
        YML: f"hrm:\n{persoon()}",
        "docs/melden.md": pagina("Begin.\n", titel="Melden"),
        path: pagina("Begin.\n", titel="Wat", rollen=["hrm"]),
    }
    line = (
        '<div class="praat" data-search-exclude markdown="1">\n\n'
        "Praat met: **[Afdeling HRM](../rollen/hrm.md)** "
        '<a href="tel:+31230000001">Bel 023 000 00 01</a> '
        '<a href="mailto:anna&#95;de&#95;vries@voorbeeld.nl">Mail anna&#95;de&#95;vries@voorbeeld.nl</a>'
        "\n\n</div>\n\nBegin."
    )
    planted = boom({**below, "docs/over.md": pagina("Begin.\n", titel="Over", rollen=["hrm"])})
    assert line in page(planted, path)
    assert 'class="praat"' not in page(planted, "docs/over.md")


def test_the_page_of_a_role_tells_how_to_reach_it(
    texts: dict[str, str], empty_texts: dict[str, str]
) -> None:
    path = "docs/rollen/meldpunt-integriteit.md"
    block = texts[path].partition('class="bereik"')[2].partition("</section>")[0]
    for term in ("Naam", "Telefoon", "Mail", "Kamer", "Uren", "Geldig tot"):
        assert f"\n{term}\n:   " in block
    assert "1 januari 2999" in block
    assert f"\n\nZoek op Insite naar “Meldpunt Integriteit”. {GAP}\n\n" in empty_texts[path]


def test_a_manager_has_no_data_and_no_gap(empty_texts: dict[str, str]) -> None:
    for name in ("leidinggevende", "medewerker"):
        assert 'class="bereik"' not in empty_texts[f"docs/rollen/{name}.md"]


# -- contact cards ---------------------------------------------------------------------------------


def read_vcards(data: bytes) -> list[dict[str, str]]:
    """Read vCard 4.0 as RFC 6350 says: unfold, split at the first colon, unescape."""
    text = data.decode("utf-8")
    assert "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode("utf-8")) <= 75
    cards: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VCARD":
            cards.append({})
        elif line:
            cards[-1][name] = re.sub(r"\\([\\,;])", r"\1", value).replace("\\n", "\n")
    return cards


def test_there_is_a_card_for_every_role_that_can_be_reached(filled: Corpus) -> None:
    assert {file.pad for file in vcards(filled)} == {f"contact/{rol}.vcf" for rol in ROLLEN}
    assert list(vcards(frozen())) == []


def test_a_card_says_what_the_file_says(filled: Corpus) -> None:
    file = next(f for f in vcards(filled) if f.pad == "contact/vertrouwenspersonen.vcf")
    first, second = read_vcards(file.inhoud)
    assert first["VERSION"] == "4.0"
    assert first["FN"] == "Anna de Vries"
    assert first["ORG"] == "Gemeente Haarlem"
    assert first["ROLE"] == "Vertrouwenspersonen"
    assert first["TEL;VALUE=uri;TYPE=work,voice"] == "tel:+31230000001"
    assert first["EMAIL;TYPE=work"] == "anna_de_vries@voorbeeld.nl"
    assert first["NOTE"] == "kamer 2.14. maandag. Geldig tot 2999-01-01"
    assert second["FN"] == "Bo; Jansen, <b>"
    assert first["UID"] != second["UID"]
    assert next(iter(first)) == "VERSION"
    assert list(first)[-1] == "END"


def test_a_long_name_folds_between_characters(boom: Boom) -> None:
    name = "Team " + "é" * 120
    planted = boom({YML: f"hrm:\n{persoon(naam=name)}"})
    role = load_corpus(planted.root)[0].graph.documents["hrm"]
    (card,) = read_vcards(vcard(role, "Gemeente Voorbeeld").encode("utf-8"))
    assert card["FN"] == name


def test_past_means_the_day_after(boom: Boom) -> None:
    planted = boom({YML: f"hrm:\n{persoon(geldig_tot='2026-11-23')}"})
    assert planted.meldingen(DAG) == ""
    assert planted.meldingen(DAG + datetime.timedelta(days=1)) != ""


@pytest.mark.parametrize(
    ("fields", "reached"),
    [
        ({"naam": "Team", "telefoon": "023-0000000"}, True),
        ({"naam": "Team", "mail": "team@voorbeeld.nl"}, True),
        ({"naam": "Team"}, False),
        ({"telefoon": "023-0000000", "mail": "team@voorbeeld.nl"}, False),
    ],
)
def test_somebody_can_be_reached_by_name_and_one_way(fields: dict[str, str], reached: bool) -> None:
    assert Contactpersoon.model_validate(fields).bereikbaar is reached
