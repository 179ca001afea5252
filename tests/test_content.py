"""The shipped content: complete, official where it quotes, and without a single finding."""

from __future__ import annotations

import json
import re

import pytest

from tests.boom import DAG, REPO
from wijzer.app.check import check
from wijzer.corpus.register import official_title
from wijzer.model.kinds import BASISNORM, DILEMMA, KERNWAARDE, REGELING

OFFICIEEL = json.loads((REPO / "tests/data/officiele_teksten.json").read_text(encoding="utf-8"))
"""Word for word from the Beleidsplan Integriteit (april 2016), 3.1, 3.2 and 3.3."""
FIXED_IDS = {
    "kernwaarden": "zorgvuldigheid verantwoordelijkheid onafhankelijkheid professionaliteit",
    "regelgeving/basisnormen": (
        "aandacht-voor-integriteit gedragscodes werving-en-selectie kwetsbare-functies "
        "eed-of-belofte nevenwerkzaamheden financiele-belangen informatiebescherming "
        "relatiegeschenken inkoop-en-aanbesteding vertrouwenspersoon meldingsregeling "
        "onderzoeksprocedure"
    ),
    "regelgeving/wetten": (
        "ambtenarenwet-2017 gemeentewet wetboek-van-strafrecht basisnormen-openbaar-bestuur"
    ),
    "regelgeving/haarlem": (
        "ambtenarenreglement-1995 regeling-integriteitsmeldingen "
        "toelichting-integriteitsmeldingen onderzoeksprotocol "
        "klachtenregeling-ongewenste-omgangsvormen ambtseed bedrijfshulpmiddelen "
        "internet-en-email communicatiemiddelen toestemming-nevenwerkzaamheden "
        "gedragscode-collegeleden meldprocedure-2023 onderzoeksprotocol-2023 inkoopbeleid-2021"
    ),
    "docs/rollen": (
        "medewerker leidinggevende hrm virtueel-integriteitsbureau integriteitsambassadeurs "
        "vertrouwenspersonen meldpunt-integriteit burgemeester-en-college gemeentesecretaris"
    ),
    "docs/pijlers": "beschermen leren handhaven",
}
NAMED_IN_THE_PLAN = {
    "Ambtenarenwet": "ambtenarenwet-2017",
    "Gemeentewet": "gemeentewet",
    "Wetboek van Strafrecht": "wetboek-van-strafrecht",
    "Landelijke Basisnormen Integriteit Openbaar Bestuur en Politie": "basisnormen-openbaar-bestuur",
    "Ambtenarenreglement 1995 van de gemeente Haarlem": "ambtenarenreglement-1995",
    "Regeling Integriteitsmeldingen Gemeente Haarlem": "regeling-integriteitsmeldingen",
    "Toelichting Regeling Integriteitsmeldingen Gemeente Haarlem": (
        "toelichting-integriteitsmeldingen"
    ),
    "Onderzoeksprotocol Integriteitsschendingen Gemeente Haarlem": "onderzoeksprotocol",
    "Klachtenregeling Ongewenste Omgangsvormen": "klachtenregeling-ongewenste-omgangsvormen",
    "Ambtseed/Belofte Gemeente Haarlem": "ambtseed",
    "Gebruik Bedrijfshulpmiddelen": "bedrijfshulpmiddelen",
    "Gebruik van internet en e-mail": "internet-en-email",
    "Gebruik van communicatiemiddelen": "communicatiemiddelen",
    "Toestemming Nevenwerkzaamheden": "toestemming-nevenwerkzaamheden",
    "Gedragscode collegeleden": "gedragscode-collegeleden",
}
"""The rules of BP 3.3, under the name that the plan gives them."""
OTHER_NAMES_IN_THE_PLAN = {
    "Regeling Melding Integriteitsschendingen": "regeling-integriteitsmeldingen",
    "Regeling Melding Vermoeden Integriteitsschendingen": "regeling-integriteitsmeldingen",
    "Onderzoeksprotocol Integriteitsmeldingen": "onderzoeksprotocol",
}


@pytest.fixture(scope="module")
def outcome():
    return check(REPO, DAG)


@pytest.fixture(scope="module")
def graph(outcome):
    return outcome.corpus.graph


def quotations(document):
    """Return the quoted paragraphs of a page, white space made even."""
    quoted = [
        line.removeprefix(">").strip()
        for line in document.raw.body.split("\n")
        if line.startswith(">")
    ]
    return [" ".join(part.split()) for part in "\n".join(quoted).split("\n\n")]


def names(document):
    titles = (document.titel, official_title(document), *document.model.aliassen)
    return {title.casefold() for title in titles}


def test_no_findings_and_no_tips(outcome):
    assert outcome.meldingen == ()


@pytest.mark.parametrize("kernwaarde", OFFICIEEL["kernwaarden"])
def test_kernwaarde_is_quoted_word_for_word(graph, kernwaarde):
    assert quotations(graph.documents[kernwaarde])[0] == OFFICIEEL["kernwaarden"][kernwaarde]


def test_definition_is_quoted_word_for_word(graph):
    assert quotations(graph.documents["definitie"])[:2] == OFFICIEEL["definitie"]


@pytest.mark.parametrize("norm", OFFICIEEL["basisnormen"])
def test_norm_is_quoted_word_for_word(graph, norm):
    """The plan ends the wordings as items of a list, with ``;`` or a full stop."""
    found = quotations(graph.documents[norm])[0]
    assert found.rstrip(";.") == OFFICIEEL["basisnormen"][norm].rstrip(";.")


def test_norms_stand_in_the_order_of_the_plan(graph):
    assert [d.id for d in graph.of_kind(BASISNORM)] == list(OFFICIEEL["basisnormen"])
    assert [d.model.nummer for d in graph.of_kind(BASISNORM)] == list(range(1, 14))


def test_kernwaarden_stand_in_the_order_of_the_plan(graph):
    assert [d.id for d in graph.of_kind(KERNWAARDE)] == list(OFFICIEEL["kernwaarden"])


@pytest.mark.parametrize("folder", FIXED_IDS)
def test_fixed_ids_exist(graph, folder):
    found = {d.id for d in graph.documents.values() if d.path.rpartition("/")[0] == folder}
    assert set(FIXED_IDS[folder].split()) - found == set()


@pytest.mark.parametrize("name", NAMED_IN_THE_PLAN | OTHER_NAMES_IN_THE_PLAN)
def test_rule_is_found_by_the_name_in_the_plan(graph, name):
    wanted = (NAMED_IN_THE_PLAN | OTHER_NAMES_IN_THE_PLAN)[name]
    assert wanted in [d.id for d in graph.of_kind(REGELING) if name.casefold() in names(d)]


def test_the_plan_names_fifteen_rules():
    assert len(NAMED_IN_THE_PLAN) == 15


def test_replaced_rules_lead_to_one_that_applies(graph):
    replaced = [d for d in graph.of_kind(REGELING) if d.model.vervangen_door]
    ends = {end.model.status.value for d in replaced for end in graph.successors(d)}
    assert replaced
    assert ends == {"geldend"}


def test_facts_page_and_norms_hang_together(graph):
    for norm in graph.of_kind(BASISNORM):
        assert graph.related(norm, REGELING), norm.id
        assert graph.related(norm, DILEMMA), norm.id


def test_addresses_of_laws_are_made_from_identifiers_never_typed(outcome):
    """A typed address goes stale unseen; a wrong BWB number opens another law."""
    web = re.compile(r"https?://[^\s)\"']+|www\.\S+")
    typed = {
        address
        for d in outcome.corpus.all_documents
        for address in web.findall((REPO / d.path).read_text(encoding="utf-8"))
    }
    assert typed == OUTSIDE


OUTSIDE = {
    "https://autoriteitpersoonsgegevens.nl/",
    "https://www.huisvoorklokkenluiders.nl/",
    "https://www.nationaleombudsman.nl/",
    "https://www.politie.nl/",
}
"""The places outside the municipality where a report can go: no identifier makes these."""


def test_every_page_has_everyday_words(graph):
    few = [d.id for d in graph.documents.values() if len(d.model.zoekwoorden) < 5]
    assert few == []
