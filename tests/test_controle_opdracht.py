"""The command ``controleer``: what it prints, in which form, and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.boom import REPO, Project, dilemma, environment, pagina, regeling, tekst

FLES = "dilemmas/fles-wijn.md"
MIS = {
    FLES: dilemma(thema="wijn"),
    "docs/index.md": pagina("Zie [x](weg.md), 100% zeker.\n"),
    "regelgeving/wetten/b-wet.md": regeling(geldig_tot="2026-01-01"),
    "docs/vragen.md": pagina(beoordelen_voor="2020-01-01"),
}


def test_clean(boom):
    result = boom().wijzer("controleer")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "8 pagina’s nagekeken: 0 fouten, 0 tips.\n"


def test_everything_at_once_and_sorted(boom):
    result = boom(MIS).wijzer("controleer")
    assert (result.returncode, result.stderr) == (1, "")
    themas = result.stdout.split("Kies uit: ")[1].split("\n")[0]
    assert (
        result.stdout
        == tekst(f"""
        dilemmas/fles-wijn.md:8: `thema` heeft een onbekende waarde: `wijn`
            Kies uit: {themas}
        docs/index.md:8: de link `weg.md` leidt naar niets
            Gebruik de macro met de id van de pagina: {{{{ verwijs("melden") }}}}
        docs/vragen.md:7: tip: de pagina moest voor 2020-01-01 beoordeeld zijn
            Lees de pagina na en zet nieuwe datums bij `beoordeeld_op` en `beoordelen_voor`.
        regelgeving/wetten/b-wet.md:20: `geldig_tot` (2026-01-01) is voorbij, maar er staat niet wat er nu geldt
            Noem de nieuwe regel bij `vervangen_door`. Komt er niets voor in de plaats? Zet dan `status: ingetrokken`.
        9 pagina’s nagekeken: 3 fouten, 1 tip.
    """)
        + "\n"
    )


def test_github(boom):
    result = boom({"docs/vragen.md": pagina("Zie [x](weg.md), [y](100%.md).\n")}).wijzer(
        "controleer", "--formaat", "github"
    )
    tip = 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}'
    assert result.returncode == 1
    assert (
        result.stdout
        == tekst(f"""
        ::error file=docs/vragen.md,line=8::de link `100%25.md` leidt naar niets%0A{tip}
        ::error file=docs/vragen.md,line=8::de link `weg.md` leidt naar niets%0A{tip}
        9 pagina’s nagekeken: 2 fouten, 0 tips.
    """)
        + "\n"
    )


def test_github_tip(boom):
    result = boom({FLES: dilemma(kernwaarden=["zorgvuldigheid"])}).wijzer(
        "controleer", "--formaat", "github"
    )
    assert result.returncode == 0
    assert result.stdout.startswith(f"::notice file={FLES},line=11::dit dilemma noemt maar één")


def test_json(boom):
    result = boom(MIS).wijzer("controleer", "--formaat", "json")
    data = json.loads(result.stdout)
    assert result.returncode == 1
    assert {key: data[key] for key in ("paginas", "fouten", "tips")} == {
        "paginas": 9,
        "fouten": 3,
        "tips": 1,
    }
    assert data["meldingen"][1] == {
        "pad": "docs/index.md",
        "regel": 8,
        "tekst": "de link `weg.md` leidt naar niets",
        "tip": 'Gebruik de macro met de id van de pagina: {{ verwijs("melden") }}',
        "ernst": "fout",
    }


def test_json_when_clean(boom):
    data = json.loads(boom().wijzer("controleer", "--formaat", "json").stdout)
    assert data == {"paginas": 8, "fouten": 0, "tips": 0, "meldingen": []}


def test_one_is_singular(boom):
    project = boom({"docs/index.md": pagina(kleur="rood")})
    assert project.wijzer("controleer").stdout.endswith("7 pagina’s nagekeken: 1 fout, 0 tips.\n")


WRONG = {
    "nothing": ([], "dit ontbreekt nog: opdracht"),
    "unknown command": (["controle"], "onbekende keuze: 'controle'"),
    "unknown form": (["controleer", "--formaat", "xml"], "--formaat: onbekende keuze: 'xml'"),
    "form without value": (["controleer", "--formaat"], "--formaat: hier hoort een waarde achter"),
    "unknown option": (["controleer", "--snel"], "dit ken ik niet: --snel"),
}


@pytest.mark.parametrize(("arguments", "found"), WRONG.values(), ids=WRONG.keys())
def test_wrong_call(boom, arguments, found):
    result = boom().wijzer(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert found in result.stderr
    assert "gebruik: python3 scripts/wijzer.py" in result.stderr
    assert "Traceback" not in result.stderr


def test_wrong_folder(tmp_path):
    result = Project(tmp_path).wijzer("controleer")
    assert result.returncode == 2
    assert result.stderr == (
        f"{tmp_path} is geen map met de Integriteitswijzer (mkdocs.yml ontbreekt).\n"
    )


def test_help_is_dutch(boom):
    result = boom().wijzer("controleer", "--help")
    assert result.returncode == 0
    for english in ("usage", "options", "show this", "positional"):
        assert english not in result.stdout
    assert "Kijk alle bronnen na en toon alles wat beter moet." in result.stdout


def test_an_old_console_gets_utf8(boom):
    """A Windows console has a code page that lacks the characters of our messages."""
    project = boom()
    command = [sys.executable, "-m", "wijzer", "--map", str(project.root), "controleer"]
    env = environment(PYTHONIOENCODING="cp850", PYTHONUTF8="0")
    result = subprocess.run(command, cwd=REPO, capture_output=True, env=env, check=False)
    assert result.stdout.decode().strip() == "8 pagina’s nagekeken: 0 fouten, 0 tips."
