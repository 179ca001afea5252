"""An address or a card number that was ever published is never lost or reused."""

from __future__ import annotations

from collections.abc import Callable

from tests.boom import Project, dilemma, pagina, tekst
from tests.uitgave_hulp import run, small_project
from wijzer.corpus.adressen import PATH, keep_addresses
from wijzer.corpus.corpus import load_corpus, without_drafts
from wijzer.editor.new_page import begin_page
from wijzer.model.kinds import DILEMMA

Boom = Callable[..., Project]
TREE = {
    "docs/dilemmas.md": pagina(titel="Alle dilemmas"),
    "docs/vraag.md": pagina(titel="Een vraag"),
    "dilemmas/fles-wijn.md": dilemma(titel="Een fles wijn", nummer="1"),
    "dilemmas/de-bus.md": dilemma(titel="De bus", nummer="2"),
}


def published(boom: Boom) -> Project:
    """Return a project whose addresses were all published."""
    project = boom(TREE)
    publish(project)
    return project


def publish(project: Project) -> int:
    corpus, _ = load_corpus(project.root)
    return keep_addresses(project.root, without_drafts(corpus).all_documents)


def register(project: Project) -> list[str]:
    lines = (project.root / PATH).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def line(project: Project, text: str) -> int:
    lines = (project.root / PATH).read_text(encoding="utf-8").splitlines()
    return lines.index(text) + 1


def remove(project: Project, path: str) -> str:
    text = (project.root / path).read_text(encoding="utf-8")
    (project.root / path).unlink()
    return text


def test_publishing_keeps_every_address_and_whose_card_it_is(boom: Boom) -> None:
    project = published(boom)
    assert {"d/1 dilemmas/fles-wijn", "d/2 dilemmas/de-bus", "vraag"} <= set(register(project))
    assert "" not in register(project)
    assert register(project) == sorted(register(project))
    assert project.meldingen() == ""
    before = (project.root / PATH).read_bytes()
    assert publish(project) == 0
    assert (project.root / PATH).read_bytes() == before


def test_publishing_adds_and_never_takes_away(boom: Boom) -> None:
    project = published(boom)
    remove(project, "docs/vraag.md")
    project.write("docs/antwoord.md", pagina(titel="Een antwoord", oude_paden=["oud"]))
    assert publish(project) == 2
    assert {"antwoord", "oud", "vraag"} <= set(register(project))


def test_a_draft_is_not_published(boom: Boom) -> None:
    project = boom({**TREE, "docs/later.md": pagina(titel="Later", concept="true")})
    publish(project)
    assert "later" not in register(project)


def test_a_page_that_disappears_is_an_error_with_what_to_write(boom: Boom) -> None:
    project = published(boom)
    remove(project, "docs/vraag.md")
    assert project.fouten() == tekst(f"""
        adressen.txt:{line(project, "vraag")}: het adres `vraag` stond op de site, maar leidt nergens meer heen
            Zet dit bij de pagina die ervoor in de plaats komt:
            oude_paden:
              - vraag
    """)
    project.write("docs/antwoord.md", pagina(titel="Een antwoord", oude_paden=["vraag"]))
    assert project.fouten() == ""


def test_a_page_that_was_renamed_is_named(boom: Boom) -> None:
    project = published(boom)
    project.write("docs/nieuwe-vraag.md", remove(project, "docs/vraag.md"))
    assert (
        "Zet dit bij de pagina die ervoor in de plaats komt (misschien docs/nieuwe-vraag.md):"
        in project.fouten()
    )


def test_a_dilemma_that_disappears_takes_its_card_along(boom: Boom) -> None:
    project = published(boom)
    remove(project, "dilemmas/de-bus.md")
    assert project.fouten() == tekst(f"""
        adressen.txt:{line(project, "d/2 dilemmas/de-bus")}: het adres `dilemmas/de-bus` stond op de site, maar leidt nergens meer heen
            Zet dit bij de pagina die ervoor in de plaats komt:
            oude_paden:
              - dilemmas/de-bus
              - d/2
    """)
    gone = ["dilemmas/de-bus", "d/2"]
    project.write("docs/dilemmas.md", pagina(titel="Alle dilemmas", oude_paden=gone))
    assert project.fouten() == ""


def test_a_renamed_dilemma_keeps_its_number(boom: Boom) -> None:
    project = published(boom)
    remove(project, "dilemmas/de-bus.md")
    page = dilemma(titel="De bus", nummer="2", oude_paden=["dilemmas/de-bus"])
    project.write("dilemmas/de-tram.md", page)
    assert project.fouten() == ""


def test_a_dilemma_with_another_number_keeps_its_card(boom: Boom) -> None:
    project = published(boom)
    project.write("dilemmas/de-bus.md", dilemma(titel="De bus", nummer="3"))
    assert "adres `d/2` stond op de site" in project.fouten()
    page = dilemma(titel="De bus", nummer="3", oude_paden=["d/2"])
    project.write("dilemmas/de-bus.md", page)
    assert project.fouten() == ""


def test_a_number_never_goes_to_another_dilemma(boom: Boom) -> None:
    project = published(boom)
    remove(project, "dilemmas/de-bus.md")
    project.write("docs/dilemmas.md", pagina(titel="Alle dilemmas", oude_paden=["dilemmas/de-bus"]))
    project.write("dilemmas/de-tram.md", dilemma(titel="De tram", nummer="2"))
    assert project.fouten() == tekst("""
        dilemmas/de-tram.md:7: `nummer` 2 staat op de kaart van een ander dilemma (`dilemmas/de-bus`)
            Een nummer krijgt nooit een ander dilemma. Het eerste vrije nummer is 3.
    """)


def test_a_new_dilemma_gets_a_number_that_was_never_used(boom: Boom) -> None:
    project = published(boom)
    remove(project, "dilemmas/de-bus.md")
    gone = ["dilemmas/de-bus", "d/2", "d/3"]
    project.write("docs/dilemmas.md", pagina(titel="Alle dilemmas", oude_paden=gone))
    path = begin_page(project.root, DILEMMA.naam, "de-tram")
    assert "\nnummer: 4\n" in (project.root / path).read_text(encoding="utf-8")


def test_a_published_page_does_not_become_a_draft_again(boom: Boom) -> None:
    project = published(boom)
    project.write("docs/vraag.md", pagina(titel="Een vraag", concept="true"))
    assert project.fouten() == tekst("""
        docs/vraag.md:7: deze pagina stond al op de site; met `concept: true` verdwijnt zij
            Haal `concept` weg.
    """)


def test_a_mistake_in_a_page_is_one_finding_and_not_a_lost_address_too(boom: Boom) -> None:
    project = published(boom)
    project.write("docs/vraag.md", pagina(titel=None))
    assert "adressen.txt" not in project.fouten()
    assert "docs/vraag.md" in project.fouten()


def test_what_is_no_address_is_pointed_out(boom: Boom) -> None:
    project = boom({**TREE, PATH: "vraag\n/Melden/\n"})
    assert project.fouten() == tekst("""
        adressen.txt:2: dit is geen adres: `/Melden/`
            Een regel is een adres zonder streep ervoor en erachter, zoals: melden/welke-weg
    """)


def test_the_command_keeps_them_and_asks_to_save_the_file(tmp_path) -> None:
    project = small_project(tmp_path / "project")
    code, out, err = run(project, "publiceer", str(tmp_path / "web"), "--onvolledig")
    assert code == 0, err
    count = len(register(project))
    assert count > 1
    assert f"In adressen.txt staan nu {count} nieuwe adressen. Bewaar dat bestand in Git.\n" in out
