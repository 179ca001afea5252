"""What HRM does in a normal year, each as a function that changes a copy of the real content."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.boom import REPO, Project, dilemma, regeling, rol
from tests.contact_hulp import persoon
from tests.gemeente import content
from wijzer.corpus.addresses import short_address
from wijzer.links.hosts import load_hosts
from wijzer.model.document import Document
from wijzer.model.kinds import (
    BASISNORM,
    DILEMMA,
    KERNWAARDE,
    REGELING,
    ROL,
    SOORTEN,
    WEGWIJZER,
    Soort,
)

ASKED_FOR = {"hrm", "meldpunt-integriteit", "vertrouwenspersonen", "leidinggevende"}
"""Roles that the code asks for by name."""
LONG = "Zo " + "heel " * 29 + "lang."


def read(project: Project, path: str) -> str:
    return (project.root / path).read_text(encoding="utf-8")


def add(project: Project, path: str, text: str) -> None:
    project.write(path, read(project, path).rstrip("\n") + f"\n\n{text}\n")


def next_number(soort: Soort) -> int:
    return max(d.model.model_dump()["nummer"] for d in content().graph.of_kind(soort)) + 1


def sources(project: Project) -> dict[str, str]:
    """Return the text of every page and data file of HRM, by its path."""
    found = [project.root / "gemeente.yml"]
    for folder in SOORTEN.bronmappen:
        found += [f for f in (project.root / folder).rglob("*") if f.suffix in {".md", ".yml"}]
    return {f.relative_to(project.root).as_posix(): f.read_text(encoding="utf-8") for f in found}


def nobody_names(project: Project, soort: Soort = DILEMMA) -> list[Document]:
    """Return the pages of a kind that no other source mentions."""
    texts = sources(project)
    return [
        d
        for d in content().graph.of_kind(soort)
        if d.path in texts
        and not any(d.id in text for path, text in texts.items() if path != d.path)
    ]


def replace_everywhere(project: Project, pattern: str, new: str) -> int:
    """Replace a pattern in every source; return how often it stood there."""
    count = 0
    for path, text in sources(project).items():
        after, found = re.subn(pattern, new, text, flags=re.MULTILINE)
        if found:
            project.write(path, after)
        count += found
    return count


def one_more_dilemma(project: Project) -> None:
    graph = content().graph
    page = dilemma(
        titel="Nog een dilemma",
        nummer=str(next_number(DILEMMA)),
        kernwaarden=[d.id for d in graph.of_kind(KERNWAARDE)[:2]],
        basisnormen=[graph.of_kind(BASISNORM)[0].id],
    )
    norm = graph.of_kind(BASISNORM)[0].id
    project.write("dilemmas/nog-een-dilemma.md", page.replace('"relatiegeschenken"', f'"{norm}"'))


def take_away(project: Project, page: Document) -> None:
    """Delete a page as BIJDRAGEN says: its addresses lead to the page of all of its kind."""
    (project.root / page.path).unlink()
    old = [page.address.rstrip("/")]
    if page.soort == DILEMMA:
        old.append(short_address(content().graph.nummer(page)).rstrip("/"))
    hub = next(d for d in content().all_documents if d.id == page.soort.hub)
    lines = "".join(f"  - {address}\n" for address in old)
    text = read(project, hub.path)
    if "\noude_paden:\n" not in text:
        text = text.replace("---\n", "---\noude_paden:\n", 1)
    project.write(hub.path, text.replace("oude_paden:\n", f"oude_paden:\n{lines}", 1))


def one_dilemma_less(project: Project) -> None:
    take_away(project, nobody_names(project)[0])


def another_name(project: Project) -> None:
    page = nobody_names(project)[-1]
    text = read(project, page.path)
    (project.root / page.path).unlink()
    old = f"oude_paden:\n  - {page.address.rstrip('/')}\n"
    project.write("dilemmas/een-nieuwe-naam.md", text.replace("---\n", f"---\n{old}", 1))


def one_more_guide(project: Project) -> None:
    text = read(project, content().graph.of_kind(WEGWIJZER)[0].path)
    renamed = re.sub(r"^titel: .*$", "titel: Nog een wegwijzer", text, count=1, flags=re.MULTILINE)
    number = next_number(WEGWIJZER)
    renamed = re.sub(r"^nummer: .*$", f"nummer: {number}", renamed, count=1, flags=re.MULTILINE)
    project.write("docs/wegwijzers/wegwijzer-nummer-elf.md", renamed)


def every_setting_filled(project: Project) -> None:
    path = "docs/instellingen.md"
    filled = "    waarde: 50 euro\n    vastgesteld_op: 2026-11-01\n"
    text = re.sub(
        r"^    (?:waarde|vastgesteld_op):.*\n", "", read(project, path), flags=re.MULTILINE
    )
    project.write(path, re.sub(r"^  - id: .*\n", rf"\g<0>{filled}", text, flags=re.MULTILINE))


def every_contact_filled(project: Project) -> None:
    roles = content().contact.personen
    assert roles
    text = "".join(f"{role}:\n{persoon(f'Team {role}')}" for role in roles)
    project.write("docs/contact.yml", text)


def a_link_to_an_allowed_website(project: Project) -> None:
    host = sorted(load_hosts(project.root).toegestaan)[0]
    add(project, "docs/melden.md", f"Kijk ook op [hun website](https://{host}/).")


def a_sentence_changed(project: Project) -> None:
    norm = content().graph.of_kind(BASISNORM)[0]
    text = read(project, norm.path)
    before, heading, after = text.partition("## Wat doe je\n\n")
    project.write(norm.path, f"{before}{heading}Deze zin is nieuw. {after}")


def a_sentence_of_31_words(project: Project) -> None:
    assert len(LONG.split()) == 31
    add(project, content().graph.of_kind(KERNWAARDE)[0].path, LONG)


def every_gap_filled(project: Project) -> None:
    gap = r"\{\{ nog_in_te_vullen\((?:\"[^\"]*\"|'[^']*')\) \}\}"
    assert replace_everywhere(project, gap, "dat staat op het intranet")


def a_guide_less(project: Project) -> None:
    take_away(project, nobody_names(project, WEGWIJZER)[0])


def a_rule_less(project: Project) -> None:
    laws = [d for d in nobody_names(project, REGELING) if "/wetten/" in d.path]
    take_away(project, laws[0])


def one_more_rule(project: Project) -> None:
    folder = content().gemeente.map
    fields = {"bron": {"document": "Een besluit van vandaag"}, "soort": "regeling"}
    page = regeling(
        titel="Een nieuwe regel",
        basisnormen=[content().graph.of_kind(BASISNORM)[0].id],
        artikelen=None,
        officiele_titel="Een besluit",
        **fields,
    )
    project.write(f"{folder}/een-nieuwe-regel.md", page)


def one_more_role(project: Project) -> None:
    project.write("docs/rollen/een-nieuwe-rol.md", rol(titel="Een nieuwe rol"))
    norm = content().graph.of_kind(BASISNORM)[0]
    text = read(project, norm.path)
    project.write(norm.path, text.replace("rollen:\n", "rollen:\n  - een-nieuwe-rol\n", 1))


def one_role_becomes_another(project: Project) -> None:
    """A role is renamed, with every relation, contact and macro that names it."""
    roles = [d for d in content().graph.of_kind(ROL) if d.id in content().contact.personen]
    another_id(project, next(d for d in roles if d.id not in ASKED_FOR), "een-andere-rol")


def one_rule_another_name(project: Project) -> None:
    rules = [d for d in content().graph.of_kind(REGELING) if "/wetten/" not in d.path]
    another_id(
        project, next(d for d in rules if (project.root / d.path).exists()), "zo-heet-hij-nu"
    )


def another_id(project: Project, page: Document, new: str) -> None:
    """Rename a page as BIJDRAGEN says: the file, what leads to it, and its old address."""
    text = read(project, page.path)
    (project.root / page.path).unlink()
    old = f"oude_paden:\n  - {page.address.rstrip('/')}\n"
    path = f"{page.path.rpartition('/')[0]}/{new}.md"
    project.write(path, re.sub(r"^---\n", f"---\n{old}", text, count=1))
    assert replace_everywhere(project, rf"(?<![\w/-]){re.escape(page.id)}(?![\w-])", new)


def owners_and_dates_changed(project: Project) -> None:
    owner = content().graph.of_kind(ROL)[0].id
    assert replace_everywhere(project, r"^eigenaar: .*$", f"eigenaar: {owner}")
    dates = "beoordeeld_op: 2026-11-20\nbeoordelen_voor: 2028-02-29"
    assert replace_everywhere(project, r"^beoordelen_voor: .*$", dates)


def every_title_changed(project: Project) -> None:
    for document in content().all_documents:
        ours = document.soort in {DILEMMA, WEGWIJZER, ROL} and document.id not in ASKED_FOR
        if ours and (project.root / document.path).exists():
            text = read(project, document.path)
            new = re.sub(r"^titel: (.*)$", r"titel: Nu \1", text, count=1, flags=re.MULTILINE)
            project.write(document.path, new)


def every_text_changed(project: Project) -> None:
    for document in content().all_documents:
        if (project.root / document.path).exists():
            add(project, document.path, "Deze zin staat er sinds vandaag.")


def a_picture_and_a_table(project: Project) -> None:
    project.write("docs/assets/stadhuis.png", (REPO / "tests/data/pixel.png").read_bytes())
    table = "| Wat | Bij wie |\n|---|---|\n| Een vraag | HRM |"
    add(project, "docs/over.md", f"![Het stadhuis](assets/stadhuis.png)\n\n{table}")


EDITS: tuple[Callable[[Project], None], ...] = (
    one_dilemma_less,
    another_name,
    one_more_dilemma,
    a_guide_less,
    one_more_guide,
    a_rule_less,
    one_more_rule,
    one_rule_another_name,
    every_contact_filled,
    one_more_role,
    one_role_becomes_another,
    every_setting_filled,
    every_gap_filled,
    a_link_to_an_allowed_website,
    a_sentence_changed,
    a_sentence_of_31_words,
    owners_and_dates_changed,
    every_title_changed,
    every_text_changed,
    a_picture_and_a_table,
)
