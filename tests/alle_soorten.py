"""A small project with at least one page of every kind, and every relation written down once.

Tests that walk all kinds, relations or fields grow on it.  A kind, relation or field that is new
belongs here too; those tests say so.
"""

from __future__ import annotations

from tests.boom import REPO, basisnorm, bron, dilemma, minimal, pagina, pijler, regeling, rol
from wijzer.model.pages import Bron, BronSoort

PIXEL = (REPO / "tests/data/pixel.png").read_bytes()
_WET = ['regeling: ambtenarenwet-2017\nartikel: "8"\nlid: "1"\nonderdeel: e']
_VERBANDEN: dict[str, str | list[str]] = {
    "kernwaarden": ["zorgvuldigheid"],
    "basisnormen": ["relatiegeschenken"],
    "regelingen": ["ambtenarenwet-2017"],
    "rollen": ["hrm"],
}


def alle_soorten() -> dict[str, str | bytes | None]:
    """Return the files; the check finds no mistake in them."""
    return {
        **minimal(),
        **_data(),
        **_lists(),
        **_roles_and_norms(),
        **_rules(),
        **_single_pages(),
    } | {
        "dilemmas/fles-wijn.md": dilemma(titel="Een fles wijn", **_VERBANDEN),
        "docs/vrij.md": pagina(
            "De AVG geldt.\n", titel="Vrije pagina", oude_paden=["oud/adres"], **_VERBANDEN
        ),
        "docs/wegwijzers/wegwijzer-geschenk.md": wegwijzer("Geschenk", 1),
        "docs/wegwijzers/wegwijzer-pers.md": wegwijzer(
            "Pers", 2, gevoelig="true", dilemmas="\ndilemmas: [fles-wijn]"
        ),
    }


def _data() -> dict[str, str | bytes]:
    return {
        "docs/contact.yml": (
            "hrm:\n  - naam: Team HRM\n    telefoon: 023 000 00 01\n    mail: hrm@voorbeeld.nl\n"
            "    kamer: kamer 1\n    uren: maandag\n    foto: assets/fotos/hrm.png\n"
            "    geldig_tot: 2999-01-01\n"
        ),
        "docs/assets/fotos/hrm.png": PIXEL,
        "docs/hulp.yml": (
            'gevaar:\n  telefoon: "112"\n  tekst: Gevaar? Bel 112.\n  kort: Bel 112.\n'
            'nummers:\n  - naam: Huis\n    telefoon: "0800-0113"\n    waarvoor: Praten.\n'
            "zoeken:\n  alarmwoorden: [gepest]\n  alarmzinnen: [ik ben bang]\n  kop: Erg?\n"
            "  tekst: Praat.\n  eerst: [hrm]\n  niets: Niets.\n  anders: Anders?\n  mens: Vraag.\n"
            "  vraag: [hrm]\n"
            "drukwerk:\n  kop: Zit je ergens mee?\n  inleiding: Je hoeft niets te bewijzen.\n"
            "  rollen:\n    - rol: hrm\n      kop: HRM\n      waarom: Om te praten.\n"
            "  pagina: melden\n  site: Lees meer.\n  site_kort: Lees.\n  meer_namen: Meer namen.\n"
        ),
    }


def _lists() -> dict[str, str]:
    hubs = "kernwaarden basisnormen regelgeving dilemmas rollen pijlers wegwijzers".split()
    pages = {
        f"docs/{hub}.md": pagina(f'{{{{ lijst("{hub}") }}}}\n', titel=f"Lijst {hub}")
        for hub in hubs
    }
    return pages | {
        "docs/index.md": pagina(titel="Begin", **_VERBANDEN),
        "docs/melden.md": pagina(titel="Melden"),
        "docs/stand.md": pagina("{{ stand_van_de_verwijzingen() }}\n", titel="Stand"),
        "docs/kaarten.md": pagina("{{ dilemmakaarten() }}\n", titel="Kaarten"),
    }


def _roles_and_norms() -> dict[str, str]:
    return {
        "docs/rollen/hrm.md": rol(titel="Afdeling HRM", paragraaf='"5.3"'),
        "docs/rollen/leidinggevende.md": rol(titel="Leidinggevende", eigen_contact="false"),
        "docs/pijlers/leren.md": pijler(titel="Leren", nummer="2"),
        "regelgeving/basisnormen/relatiegeschenken.md": basisnorm(
            titel="Relatiegeschenken", wettelijke_basis=_WET, rollen=["hrm"]
        ),
        "regelgeving/basisnormen/kaal.md": basisnorm(titel="Zonder wet", nummer="10"),
    }


def _rules() -> dict[str, str]:
    """Return a law with everything filled in, a rule and its successor, and one rule per source."""
    own: dict[str, str | list[str]] = {
        "geldig_vanaf": "2020-01-01",
        "vastgesteld_door": "de wetgever",
        "aliassen": ["Ambtenarenwet"],
        "kernwaarden": ["zorgvuldigheid"],
        "rollen": ["hrm"],
        "artikelen": [
            'nummer: "8"\nlid: "1"\nonderdeel: e\nonderwerp: geen geschenken\nbasisnormen: [kaal]'
        ],
    }
    local: dict[str, str | list[str] | dict[str, str] | None] = {
        "soort": "regeling",
        "bron": {"onbekend": "Niet gevonden."},
        "artikelen": None,
    }
    sources = {soort: str(Bron.model_fields[soort].examples[0]) for soort in BronSoort}  # type: ignore[index]
    pages = {
        f"regelgeving/wetten/bron-{soort}.md": regeling(
            titel=f"Bron {soort}",
            bron={soort: waarde.replace("BWBR0001947", "BWBR0005416")},
            artikelen=None,
        )
        for soort, waarde in sources.items()
    }
    return pages | {
        "regelgeving/wetten/ambtenarenwet-2017.md": regeling(titel="Ambtenarenwet", **own),
        "regelgeving/haarlem/oud.md": regeling(
            titel="Oud",
            vervangen_door=["nieuw"],
            geldig_vanaf="2016-01-01",
            geldig_tot="2020-01-01",
            **local,
        ),
        "regelgeving/haarlem/nieuw.md": regeling(titel="Nieuw", **local),
    }


def wegwijzer(titel: str, nummer: int, *, gevoelig: str = "false", dilemmas: str = "") -> str:
    """Return a guide of two questions and two outcomes; ``dilemmas`` is a line of the first."""
    fields = {
        "titel": titel,
        "samenvatting": "Vragen over wat je doet.",
        "zoekwoorden": "eigen",
        "eigenaar": "hrm",
        "nummer": str(nummer),
        "thema": "geschenken",
        "gevoelig": gevoelig,
        **_VERBANDEN,
        "regelingen": ["nieuw"],
        "vragen": [
            "id: eerst\ntekst: Loopt er iets?\nuitleg: Denk aan een vergunning.\nantwoorden:\n"
            "  - tekst: Ja\n    naar: daarna\n  - tekst: Nee\n    naar: goed",
            "id: daarna\ntekst: Weet iemand het?\nantwoorden:\n"
            "  - tekst: Ja\n    naar: goed\n  - tekst: Nee\n    naar: mis",
        ],
        "uitkomsten": [
            "id: goed\ntitel: Dit kan\nstappen: [Vertel het.]\nregels:\n"
            '  - regeling: ambtenarenwet-2017\n    artikel: "8"\n    lid: "1"\n    onderdeel: e\n'
            f"instellingen: [grens]\nrollen: [hrm]{dilemmas}",
            "id: mis\ntitel: Bespreek het\nstappen: [Bespreek het.]\ngeen_regel: true\nrollen: [hrm]",
        ],
    }
    fields.pop("rollen")
    return bron("Beantwoord de vragen.\n", fields)


def _single_pages() -> dict[str, str]:
    readers = ("medewerker", "inhuur", "leidinggevende", "bestuurder", "inwoner")
    ways = "".join(
        f"\n  - voor: {reader}\n    doe: Praat.\n    plekken: [meldpunt, huis]"
        for reader in readers
    )
    place = "waarvoor: Alles.\nwat: Luistert.\nwie: Niemand.\nwanneer: Snel."
    setting = (
        "id: grens\nnaam: de grens\nwaarde: 50 euro\nvastgesteld_op: 2026-01-01\n"
        "zolang: De wet noemt geen bedrag.\nregels:\n"
        '  - regeling: ambtenarenwet-2017\n    artikel: "8"\n    lid: "1"\n    onderdeel: e'
    )
    still_open = "id: plek\nnaam: de plek\nzolang: Vraag het aan je leidinggevende."
    return {
        "docs/melden/welke-weg.md": pagina(
            '{{ meldweg("misstand") }}\n\n{{ meldplekken() }}\n',
            titel="Welke weg",
            **_VERBANDEN,
            plekken=[
                f"id: meldpunt\ntitel: Meldpunt\nrol: hrm\n{place}",
                f"id: huis\ntitel: Huis\nwebsite: https://www.haarlem.nl/\n{place}",
            ],
            onderwerpen=[f"id: misstand\ntitel: Misstand\nwegen:{ways}"],
        ),
        "docs/instellingen.md": pagina(
            "{{ instellingen() }}\n", titel="Instellingen", instellingen=[still_open, setting]
        ),
        "docs/begrippen.md": pagina(
            "{{ begrippenlijst() }}\n",
            titel="Begrippen",
            **_VERBANDEN,
            begrippen=[
                "term: AVG\nuitleg: Regels over gegevens.\nafkorting: true\nvoluit: Verordening\n"
                "bron: Beleidsplan"
            ],
        ),
        "docs/workshop.md": pagina(
            "{{ workshop() }}\n\n{{ stappenplan() }}\n",
            titel="Workshop",
            **_VERBANDEN,
            stappenplan={
                "titel": "Stappen",
                "inleiding": "Zo bespreek je een dilemma.",
                "stappen": "\n    - vraag: Welke keuze?\n      hulp: Zeg het.",
                "bron": "Naar een boek.",
            },
        ),
    }
