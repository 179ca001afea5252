"""The check of guides finds every fault that is planted in a random graph, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gemeente import FROZEN
from tests.wegwijzers_hulp import (
    Data,
    Graph,
    answer,
    findings,
    guides,
    model_of,
    outcome,
    question,
    source,
)
from wijzer.app.check import check
from wijzer.corpus.guide_paths import nodes, paths, questions_left


def no_way_to_a_question(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    questions, outcomes = graph
    ends = [answer(f"Keuze {n}", pick(outcomes)["id"]) for n in range(2)]
    questions.append(question("los", *ends))
    return "de vraag `los` is niet te bereiken"


def no_way_to_an_outcome(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    graph[1].append(outcome("loos"))
    return "de uitkomst `loos` is niet te bereiken"


def cycle(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    node = pick([q for q in graph[0] if q["id"].startswith("v")])
    node["antwoorden"].append(answer("Terug", "v0"))
    return "de vragen lopen in een kring: v0 → "


def dead_end(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    graph[0].append(question("dood"))
    graph[0][0]["antwoorden"].append(answer("Dood spoor", "dood"))
    return "de vraag `dood` heeft geen antwoorden"


def one_answer(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    graph[0].append(question("enkel", answer("Verder", pick(graph[1])["id"])))
    graph[0][0]["antwoorden"].append(answer("Eén weg", "enkel"))
    return "de vraag `enkel` heeft maar één antwoord"


def answer_to_nowhere(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    pick(graph[0])["antwoorden"].append(answer("Ergens", "nergens"))
    return "het antwoord `Ergens` leidt naar `nergens`, maar dat is er niet"


def missing_role(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    node = pick(graph[1])
    node["rollen"] = []
    return f"de uitkomst `{node['id']}` noemt niemand om naartoe te gaan"


def missing_step(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    node = pick(graph[1])
    node["stappen"] = []
    return f"de uitkomst `{node['id']}` heeft geen stap"


def missing_rule(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    node = pick(graph[1])
    del node["geen_regel"]
    return f"de uitkomst `{node['id']}` noemt geen regel"


def same_id(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    graph[1].append(outcome("v0"))
    return "de id `v0` staat er twee keer (ook op regel "


def no_question_mark(graph: Graph, pick: Callable[[list[Data]], Data]) -> str:
    node = graph[0][0]
    node["tekst"] = "Zeg dit"
    return f"de vraag `{node['id']}` eindigt niet op een vraagteken"


FAULTS = (  # in this order: a fault must not lean on, or undo, one planted before it
    missing_rule,
    missing_role,
    missing_step,
    no_question_mark,
    cycle,
    answer_to_nowhere,
    no_way_to_a_question,
    dead_end,
    one_answer,
    no_way_to_an_outcome,
    same_id,
)


@settings(max_examples=60, deadline=None)
@given(guides())
def test_a_sound_guide_has_no_findings(graph: Graph) -> None:
    assert findings(source(*graph)) == []


@settings(max_examples=120, deadline=None)
@given(guides(), st.sets(st.sampled_from(FAULTS), min_size=1), st.data())
def test_every_planted_fault_is_found_and_nothing_else(
    graph: Graph, faults: set[Callable[..., str]], data: st.DataObject
) -> None:
    def pick(items: list[Data]) -> Data:
        return data.draw(st.sampled_from(items))

    planted = [fault(graph, pick) for fault in FAULTS if fault in faults]
    text = source(*graph)
    found = findings(text)
    for expected in planted:
        assert any(m.tekst.startswith(expected) for m in found), (expected, found)
    for melding in found:
        assert any(melding.tekst.startswith(expected) for expected in planted), melding
        assert melding.tip
        assert 1 < melding.regel < len(text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(guides(), st.data())
def test_a_circle_that_is_reported_is_a_circle(graph: Graph, data: st.DataObject) -> None:
    cycle(graph, lambda items: data.draw(st.sampled_from(items)))
    known = {q["id"]: {a["naar"] for a in q["antwoorden"]} for q in graph[0]}
    texts = [m.tekst for m in findings(source(*graph)) if "kring" in m.tekst]
    assert texts
    for text in texts:
        trail = text.partition(": ")[2].split(" → ")
        assert trail[0] == trail[-1]
        assert all(there in known[here] for here, there in pairwise(trail))


@settings(max_examples=60, deadline=None)
@given(guides())
def test_paths_are_all_ways_and_none_is_longer_than_announced(graph: Graph) -> None:
    model = model_of(*graph)
    count = dict.fromkeys((o["id"] for o in graph[1]), 1)
    for node in reversed(graph[0]):  # answers only lead forwards
        count[node["id"]] = sum(count[a["naar"]] for a in node["antwoorden"])
    ways = [*paths(model)]
    assert len(ways) == count["v0"]
    assert len({tuple(a.tekst for _, a in way.stappen) for way in ways}) == len(ways)
    assert max(len(way.stappen) for way in ways) == questions_left(model)["v0"]
    assert {way.uitkomst.id for way in ways} == {o["id"] for o in graph[1]}
    assert list(nodes(model)) == [n["id"] for n in (*graph[0], *graph[1])]


def test_a_finding_stands_on_the_line_of_the_fault() -> None:
    text = source(
        [question("begin", answer("Ja", "eind"), answer("Nee", "eidn"))],
        [outcome("eind"), outcome("los")],
    )
    lines = text.split("\n")
    by_text = {m.tekst: m for m in findings(text)}
    nowhere = by_text["het antwoord `Nee` leidt naar `eidn`, maar dat is er niet"]
    assert '"eidn"' in lines[nowhere.regel - 1]
    assert nowhere.tip == "Bedoelde je `eind`?"
    unreachable = by_text["de uitkomst `los` is niet te bereiken"]
    assert '"los"' in lines[unreachable.regel - 1]
    assert unreachable.tip == "Laat een antwoord naar `los` leiden, of haal de uitkomst weg."


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["Ja", "Nee"], None),
        (["Ja", "Nee", "Weet ik niet"], None),
        (["Ja, van mij", "Ja, van een ander", "Nee", "Soms", "Weet ik niet"], None),
        (["Jammer", "Neem het mee"], None),
        (["Nee", "Ja"], "de antwoorden van `begin` staan niet in de vaste volgorde"),
        (
            ["Weet ik niet", "Ja", "Nee"],
            "de antwoorden van `begin` staan niet in de vaste volgorde",
        ),
        (["Ja", "Weet ik niet"], "bij `begin` staat wel `Ja` maar niet `Nee`"),
        (["Nee", "Weet ik niet"], "bij `begin` staat wel `Nee` maar niet `Ja`"),
        (["Soms", "soms"], "het antwoord `soms` staat twee keer bij `begin`"),
    ],
)
def test_answers_stand_in_a_fixed_order(answers: list[str], expected: str | None) -> None:
    made = question("begin", *(answer(text, "eind") for text in answers))
    texts = [m.tekst for m in findings(source([made], [outcome("eind")]))]
    assert texts == ([expected] if expected else [])


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(FROZEN, tmp_path_factory.mktemp("bron"), dirs_exist_ok=True))


GIFT = "docs/wegwijzers/wegwijzer-geschenk.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected", "tip"),
    [
        (
            GIFT,
            "      - drempelbedrag-geschenk",
            "      - drempelbedrag-cadeau",
            "de instelling `drempelbedrag-cadeau` bestaat niet",
            "Bedoelde je `drempelbedrag-geschenk`?",
        ),
        (
            GIFT,
            '- regeling: algemene-wet-bestuursrecht\n        artikel: "2:4"',
            "- regeling: regeling-integriteitsmeldingen",
            "`regeling-integriteitsmeldingen` geldt niet meer",
            "Nu geldt: meldprocedure-2023",
        ),
        (
            GIFT,
            "    titel: Neem geen geld of bon aan",
            f"    titel: {'Neem geen geld aan ' * 5}",
            "`uitkomsten (2e) titel` is te lang: 94 tekens",
            "Houd het bij ten hoogste 70 tekens; maak er desnoods twee van.",
        ),
        (
            GIFT,
            "      - de-pot-van-december",
            "      - leidinggevende",
            "`uitkomsten dilemmas` verwijst naar `leidinggevende`, maar dat is een rol",
            "Hier hoort de id van een dilemma.",
        ),
        (
            "docs/instellingen.md",
            "    naam: de waarde tot waar",
            "    vastgesteld_op: 2027-01-15\n    naam: de waarde tot waar",
            "de instelling `drempelbedrag-geschenk` heeft wel een datum maar geen waarde",
            "Vul `waarde` in.",
        ),
        (
            "docs/instellingen.md",
            "  - id: meldplek-geschenk",
            "  - id: drempelbedrag-geschenk",
            "de id `drempelbedrag-geschenk` staat er twee keer (ook op regel 16)",
            "Geef elke instelling een eigen id.",
        ),
    ],
)
def test_exact_messages_in_a_real_guide(
    checkout: Path, path: str, old: str, new: str, expected: str, tip: str
) -> None:
    file = checkout / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    try:
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = {(m.pad, m.tekst, m.tip) for m in check(checkout).errors}
    finally:
        file.write_text(text, encoding="utf-8")
    assert (path, expected, tip) in found


def test_the_frozen_guides_are_sound(checkout: Path) -> None:
    assert check(checkout).errors == []


def test_a_missing_key_is_named_with_its_place(checkout: Path) -> None:
    file = checkout / GIFT
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(text.replace("      - tekst: Ja\n        naar", "      - naar", 1), "utf-8")
        found = [m for m in check(checkout).errors if m.pad == GIFT]
    finally:
        file.write_text(text, encoding="utf-8")
    assert [m.tekst for m in found] == ["de sleutel `vragen (1e) antwoorden (1e) tekst` ontbreekt"]
    assert found[0].tip == "Voeg toe: tekst: Ja"


def test_an_article_that_we_do_not_quote_is_refused(checkout: Path) -> None:
    file = checkout / GIFT
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(text.replace("onderdeel: e", "onderdeel: z", 1), encoding="utf-8")
        found = [m for m in check(checkout).errors if m.pad == GIFT]
    finally:
        file.write_text(text, encoding="utf-8")
    assert len(found) == 1
    assert found[0].tekst.startswith("artikel 8, eerste lid, aanhef en onder z")
