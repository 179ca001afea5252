"""The check of the header (front matter): where it begins and ends, and its YAML."""

from __future__ import annotations

import sys

import pytest

from tests.boom import REPO, dilemma, pagina, regeling, rol, tekst

PAD = "dilemmas/fles-wijn.md"
BEGIN = """
    Begin het bestand met een kop tussen twee regels `---`, zoals:
    ---
    titel: "…"
    ---"""
TUSSEN_QUOTES = """
    Zet de hele tekst tussen dubbele aanhalingstekens, zoals: titel: "Geschenken: wat mag?\""""
GEEN_YAML = "de kop is geen geldige YAML: "


def met_titel(yaml):
    return dilemma(titel=yaml)


CASES = {
    "no front matter": ("## Situatie\n", "1: er is geen kop (front matter)" + BEGIN),
    "no front matter, a line first": ("\n" + dilemma(), "1: er is geen kop (front matter)" + BEGIN),
    "unclosed": (
        "---\ntitel: Fles wijn\n\n## Situatie\n",
        "1: de kop wordt niet afgesloten\n"
        "    Zet onder de laatste sleutel een regel met alleen `---`.",
    ),
    "empty file": ("", "1: het bestand is leeg" + BEGIN),
    "blank file": (" \n\n", "1: het bestand is leeg" + BEGIN),
    "empty header": ("---\n---\n## Situatie\n", "1: de kop is leeg" + BEGIN),
    "only comments": ("---\n# niets\n---\n", "1: de kop is leeg" + BEGIN),
    "colon": (
        met_titel("Geschenken: wat mag"),
        f"2: {GEEN_YAML}een dubbele punt met een spatie erachter (`: `) midden in een tekst"
        + TUSSEN_QUOTES,
    ),
    "hash cuts off": (
        met_titel("Dilemma #1 en verder"),
        "2: achter ` #` leest YAML niet verder; `#1 en verder` valt weg" + TUSSEN_QUOTES,
    ),
    "hash cuts off all": (
        met_titel("#1 van de lijst"),
        "2: achter ` #` leest YAML niet verder; `#1 van de lijst` valt weg" + TUSSEN_QUOTES,
    ),
    "tab": (
        met_titel("een\ttab"),
        "2: er staat een tab in de kop; YAML kan niet met tabs omgaan\n"
        "    Gebruik spaties: twee voor elke stap naar rechts.",
    ),
    "duplicate key": (
        dilemma().replace("eigenaar: hrm", "eigenaar: hrm\ntitel: Nog een"),
        "7: de sleutel `titel` staat er twee keer (ook op regel 2)\n"
        "    Haal een van de twee weg; er kan er maar één gelden.",
    ),
    "alias": (
        met_titel("*fles"),
        "2: een verwijzing in YAML (`*fles`) mag hier niet\n"
        "    Zet de hele tekst tussen dubbele aanhalingstekens, "
        'zoals: "Geschenken: wat mag?"',
    ),
    "bold": (
        met_titel("**Fles** wijn"),
        f"2: {GEEN_YAML}een tekst die begint met een teken dat YAML voor zichzelf houdt "
        "(`*` of `&`)" + TUSSEN_QUOTES,
    ),
    "anchor": (
        met_titel("&fles wijn"),
        "2: een anker in YAML (`&fles`) mag hier niet\n    Schrijf de waarde gewoon uit.",
    ),
    "tag": (
        met_titel("!!str wijn"),
        "2: een type-aanduiding in YAML (`tag:yaml.org,2002:str`) mag hier niet\n"
        "    Schrijf alleen de waarde.",
    ),
    "quote not closed": (
        met_titel('"Fles wijn'),
        f"2: {GEEN_YAML}een aanhalingsteken dat wel opent maar niet sluit\n"
        '    Sluit de tekst af met hetzelfde aanhalingsteken, zoals: titel: "Geschenken"',
    ),
    "text behind a quote": (
        met_titel('"Fles" wijn'),
        f"2: {GEEN_YAML}een regel die niet goed inspringt, of tekst achter een aanhalingsteken\n"
        "    Laat sleutels van één niveau precies onder elkaar beginnen.",
    ),
    "bracket not closed": (
        met_titel("[fles"),
        f"2: {GEEN_YAML}een haak (`[` of `{{`) die wel opent maar niet sluit" + TUSSEN_QUOTES,
    ),
    "at sign": (
        met_titel("@haarlem"),
        f"2: {GEEN_YAML}een tekst die begint met een teken dat YAML voor zichzelf houdt "
        "(zoals @, % of `)" + TUSSEN_QUOTES,
    ),
    "greater than": (
        met_titel("> 50 euro"),
        f"2: {GEEN_YAML}een tekst die begint met een teken dat YAML voor zichzelf houdt "
        "(`>` of `|`)" + TUSSEN_QUOTES,
    ),
    "dash behind a key": (
        met_titel("- wijn"),
        f"2: {GEEN_YAML}een streepje (`- `) achter een sleutel\n"
        "    Zet elk punt van een lijst op een eigen regel, of zet de tekst tussen "
        "aanhalingstekens.",
    ),
    "invisible": (
        met_titel("fles\x07wijn"),
        "2: een onzichtbaar teken: U+0007 BELL\n"
        "    Haal het weg, of typ de regel opnieuw in plaats van hem te plakken.",
    ),
    "invisible line break": (
        met_titel("fles\u2028wijn"),
        "2: een onzichtbaar teken: U+2028 LINE SEPARATOR\n"
        "    Haal het weg, of typ de regel opnieuw in plaats van hem te plakken.",
    ),
    "no colon": (
        dilemma().replace("titel: Een titel", "titel Een titel"),
        "2: de kop is geen lijst van `sleutel: waarde`\n"
        "    Schrijf op elke regel een sleutel, een dubbele punt, een spatie en een waarde.",
    ),
    "a list": (
        "---\n- titel\n---\n",
        "2: de kop is geen lijst van `sleutel: waarde`\n"
        "    Schrijf op elke regel een sleutel, een dubbele punt, een spatie en een waarde.",
    ),
    "indented key": (
        dilemma().replace("eigenaar: hrm", " eigenaar: hrm"),
        f"6: {GEEN_YAML}een regel die niet goed inspringt, of tekst achter een aanhalingsteken\n"
        "    Laat sleutels van één niveau precies onder elkaar beginnen.",
    ),
    "too deep": (
        met_titel("[" * 3000),
        "2: de kop heeft te veel lagen in elkaar\n"
        "    Gebruik geen `[` of `{` aan het begin van een waarde, of zet er aanhalingstekens om.",
    ),
}


@pytest.mark.parametrize(("page", "expected"), CASES.values(), ids=CASES.keys())
def test_finding(boom, page, expected):
    assert boom({PAD: page}).meldingen() == f"{PAD}:{expected}"


def test_duplicate_key_deeper(boom):
    page = regeling(bron={"bwb": "BWBR0001947\n  bwb: BWBR0005416"})
    assert boom({"regelgeving/wetten/gemeentewet.md": page}).meldingen() == tekst("""
        regelgeving/wetten/gemeentewet.md:11: de sleutel `bwb` staat er twee keer (ook op regel 10)
            Haal een van de twee weg; er kan er maar één gelden.
    """)


def test_not_utf8(boom):
    page = dilemma(titel="Fles wijn").replace("Dit is de tekst.", "Eén fles.")
    line = page[: page.index("Eén")].count("\n") + 1
    assert boom({PAD: page.encode("cp1252")}).meldingen() == tekst(f"""
        {PAD}:{line}: het bestand is geen UTF-8-tekst
            Sla het bestand op met de codering UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8).
    """)


def test_byte_order_mark_and_windows_lines_are_accepted(boom):
    page = b"\xef\xbb\xbf" + dilemma(titel="Fles wijn").replace("\n", "\r\n").encode()
    project = boom({PAD: page})
    assert project.meldingen() == ""
    assert project.check().corpus.graph.documents["fles-wijn"].titel == "Fles wijn"


def test_lines_are_counted_in_windows_files(boom):
    page = dilemma(thema="wijn").replace("\n", "\r\n").encode()
    assert boom({PAD: page}).meldingen().startswith(f"{PAD}:8: `thema` heeft een onbekende waarde")


@pytest.mark.parametrize(("size", "found"), [(256 * 1024, False), (256 * 1024 + 1, True)])
def test_size(boom, size, found):
    page = dilemma().encode()
    comment = b"#" * (size - len(page) - 1) + b"\n"  # in the front matter: a body may be less long
    outcome = boom({PAD: page.replace(b"---\n", b"---\n" + comment, 1)}).meldingen()
    expected = tekst(f"""
        {PAD}:1: het bestand is te groot: 256 kB
            Een pagina is ten hoogste 256 kB. Splits de pagina op.
    """)
    assert outcome == (expected if found else "")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link_out_of_the_project(boom, tmp_path):
    (tmp_path / "elders.md").write_text(dilemma(nummer="2"), encoding="utf-8")
    project = boom()
    (project.root / "dilemmas/elders.md").symlink_to(tmp_path / "elders.md")
    assert project.meldingen() == tekst("""
        dilemmas/elders.md:1: dit is een koppeling naar een andere plek (symbolic link)
            Zet het bestand zelf in deze map.
    """)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_folder_link_out_of_the_project(boom, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "geheim.md").write_text(dilemma(nummer="2"), encoding="utf-8")
    project = boom()
    (project.root / "docs/elders").symlink_to(tmp_path / "elders", target_is_directory=True)
    assert project.meldingen() == tekst("""
        docs/elders:1: dit is een koppeling naar een andere plek (symbolic link)
            Zet het bestand zelf in deze map.
    """)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link_to_nothing_and_to_itself(boom):
    project = boom()
    (project.root / "dilemmas/dood.md").symlink_to("weg.md")
    (project.root / "dilemmas/kring.md").symlink_to("kring.md")
    assert project.meldingen() == tekst("""
        dilemmas/dood.md:1: dit is een koppeling naar een andere plek (symbolic link)
            Zet het bestand zelf in deze map.
        dilemmas/kring.md:1: dit is een koppeling naar een andere plek (symbolic link)
            Zet het bestand zelf in deze map.
    """)


PIXEL = (REPO / "tests/data/pixel.png").read_bytes()
NAMES = ["Fles Wijn.md", "fles_wijn.md", "flés.md", "-fles.md", "fles--wijn.md", "fles.MD"]


@pytest.mark.parametrize("name", NAMES)
def test_file_name(boom, name):
    assert boom({f"dilemmas/{name}": dilemma(nummer="2")}).meldingen() == tekst(f"""
        dilemmas/{name}:1: `{name}` is geen goede bestandsnaam
            Gebruik kleine letters, cijfers en streepjes, zoals: eed-of-belofte.md
    """)


def test_file_of_another_kind(boom):
    project = boom({"dilemmas/foto.jpg": b"x", "docs/assets/foto.png": PIXEL})
    assert project.meldingen() == tekst("""
        dilemmas/foto.jpg:1: dit bestand hoort niet in deze map
            Hier horen alleen Markdown-bestanden (.md). Afbeeldingen horen in docs/assets/.
    """)


@pytest.mark.parametrize("path", ["regelgeving/wet.md", "dilemmas/oud/wijn.md"])
def test_folder_without_pages(boom, path):
    assert boom({path: dilemma(nummer="2")}).meldingen() == tekst(f"""
        {path}:1: in deze map horen geen pagina's
            Zet het bestand rechtstreeks in een van de mappen die in BIJDRAGEN.md staan.
    """)


def test_missing_docs(boom):
    assert boom({"mkdocs.yml": "site_name: Proef"}, kaal=True).meldingen() == tekst("""
        docs:1: de map `docs` ontbreekt
            Zet de map terug uit Git.
    """)


def test_missing_folder_of_a_kind_holds_nothing(boom):
    project = boom({"docs/index.md": pagina(), "docs/rollen/hrm.md": rol(titel="HRM")}, kaal=True)
    assert project.meldingen() == ""
    assert len(project.check().corpus.all_documents) == 2


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "fles-wijn.md~", ".fles-wijn.md.swp"])
def test_litter_of_editors_is_ignored(boom, name):
    assert boom({f"dilemmas/{name}": b"\x00"}).meldingen() == ""


def test_text_is_the_tree(boom):
    project = boom("""
        docs/
            assets/
                lijst.yml
                    groet: Beste lezer
            vragen.md
                ---
                titel: Vragen
                samenvatting: Waar je met vragen heen gaat.
                zoekwoorden: [vraag, antwoord, hulp, raad, advies]
                eigenaar: hrm
                ---
                ## Wie weet het

                Vraag het aan HRM.
    """)
    assert project.meldingen() == ""
    assert (project.root / "docs/assets/lijst.yml").read_text() == "groet: Beste lezer\n"
    assert [h.text for h in project.check().corpus.graph.documents["vragen"].body.headings] == [
        "Wie weet het"
    ]
