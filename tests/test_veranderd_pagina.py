"""What changed, as a reader sees it: under a page, on the page with everything, and as a feed."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from tests.boom import dilemma, pagina, plant, tekst
from tests.bouw_hulp import small_project
from tests.geschiedenis_hulp import MAIL, SCHRIJVER, begin, commit, edited, git
from wijzer.app.site import load_site
from wijzer.corpus.veranderingen import ONBEKEND, Verandering, Veranderingen
from wijzer.gate.page import read_page
from wijzer.pages.veranderd import MOST, all_changes, changes_of
from wijzer.release.manifest import NAME

NORM = "regelgeving/basisnormen/relatiegeschenken.md"
PAGINA = "docs/wat-is-er-veranderd.md"
DAG = datetime.date(2026, 11, 3)
ADRES = "https://wijzer.voorbeeld.nl/w/"
TREE = {
    PAGINA: pagina("Welkom terug.\n\n{{ veranderingen() }}\n", titel="Wat is er veranderd"),
    "docs/weg.md": pagina("Wat hier stond, staat elders.\n", titel="A & B <c>"),
    "docs/over.md": pagina(titel="Over"),
}


def story(project):
    """Three changes: a page that is gone, an edit told in somebody's own words, and a new card."""
    begin(project, "2026-09-01")
    over = edited(project, "docs/over.md", "eigenaar: hrm", "eigenaar: hrm\noude_paden: [weg]")
    commit(project, "2026-10-05", "Weg", {**over, "docs/weg.md": None})
    note = "Grens\n\nVoor-lezers: Vraag het *eerst* aan <b>je</b> leidinggevende"
    commit(project, "2026-11-02", note, edited(project, NORM, "Dit is", "Hier is"))
    commit(
        project,
        "2026-11-03",
        "De kaart",
        {"dilemmas/taart.md": dilemma(titel="De taart", nummer="49")},
    )
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with an address, a history, and everything that a build needs."""
    project = small_project(tmp_path_factory.mktemp("veranderd") / "project")
    for path, text in TREE.items():
        project.write(path, text)
    gemeente = (project.root / "gemeente.yml").read_text("utf-8")
    project.write("gemeente.yml", gemeente.replace("adres:", f"adres: {ADRES}"))
    return story(project)


@pytest.fixture(scope="module")
def loaded(project):
    """The site as the core hands it to a renderer."""
    site = load_site(project.root)
    assert site.errors == []
    return site


def regels(text: str) -> str:
    """Return an expected text; ``↵`` is the sign of Markdown for a new line, which nobody sees."""
    return tekst(text).replace("↵", "  ")


def content(site, path: str) -> str:
    return next(page.inhoud for page in site.pages if page.bronpad == path and page.meta)


ALLES = regels("""
    Welkom terug.

    <div class="veranderd" data-search-exclude markdown="1">

    Hier staat wat er sinds 1 september 2026 is veranderd. Het nieuwste staat bovenaan. Kleine dingen, zoals een tikfout, staan er meestal niet bij.

    ## November 2026

    - **3 november 2026**: [De taart](dilemmas/taart.md)↵
      Nieuw dilemma (kaart 49).
    - **2 november 2026**: [Relatiegeschenken](regelgeving/basisnormen/relatiegeschenken.md)↵
      Vraag het &#42;eerst&#42; aan &#60;b&#62;je&#60;/b&#62; leidinggevende.

    ## Oktober 2026

    - **5 oktober 2026**: A &#38; B &#60;c&#62;↵
      Vervallen. Lees nu [Over](over.md).

    </div>

    Heb je een feedlezer? Volg dan [de feed van deze site](veranderd.xml). Dan hoor je vanzelf wat er nieuw is.
""")


def test_the_page_with_everything(loaded):
    assert ALLES in content(loaded, PAGINA)


ONDERAAN = regels("""
    <section class="veranderd" aria-label="Wat is er op deze pagina veranderd" data-search-exclude markdown="1">

    <details markdown="1">
    <summary>Wat is er op deze pagina veranderd?</summary>

    - **3 november 2026**↵
      Nieuw dilemma (kaart 49).

    Hier staat wat er sinds 1 september 2026 is veranderd.

    </details>

    </section>
""")


def test_under_a_page_and_only_there(loaded):
    assert content(loaded, "dilemmas/taart.md").endswith(f"{ONDERAAN}\n")
    with_fold = [
        page.bronpad for page in loaded.pages if '<section class="veranderd"' in page.inhoud
    ]
    assert sorted(with_fold) == ["dilemmas/taart.md", NORM]


def test_the_home_page_has_no_fold(project, loaded):
    (home,) = (d for d in loaded.corpus.all_documents if d.path == "docs/index.md")
    one = Verandering(DAG, home.path, "Begin", ("Nieuw",), home.path)
    corpus = loaded.corpus.with_files((), Veranderingen(DAG, alle=(one,)))
    assert changes_of(home, corpus.veranderingen) != ""
    assert 'class="veranderd"' not in content(replace(loaded, corpus=corpus), home.path)


def test_what_a_reader_is_told_of_what_we_cannot_see(loaded):
    graph = loaded.corpus.graph
    page = graph.documents["over"]
    one = Verandering(DAG, page.path, "Over", ("Gewijzigd: de tekst",), page.path)
    shallow = Veranderingen(DAG, ondiep=True, alle=(one,))
    limit = "We kunnen alleen zien wat er sinds 3 november 2026 is veranderd."
    assert f"\n\n{limit}\n\n</details>" in changes_of(page, shallow)
    assert f"{limit} Het nieuwste staat bovenaan." in all_changes(page, graph, shallow)
    assert changes_of(page, ONBEKEND) == ""
    assert all_changes(page, graph, ONBEKEND) == (
        "Wat er is veranderd, kunnen we hier niet zien. Deze site is gemaakt zonder de "
        "geschiedenis van de teksten."
    )
    assert "Hier staat wat er sinds 3 november 2026 is veranderd. Tot nu toe is dat niets." in (
        all_changes(page, graph, Veranderingen(DAG))
    )


def test_a_long_list_ends_and_says_so(loaded):
    graph = loaded.corpus.graph
    page = graph.documents["over"]
    one = Verandering(DAG, page.path, "Over", ("Nieuw",), page.path)
    full, more = (
        all_changes(page, graph, Veranderingen(DAG, alle=(one,) * n)) for n in (MOST, MOST + 1)
    )
    assert full.count("\n- ") == more.count("\n- ") == MOST
    assert "nieuwste veranderingen" not in full
    assert "Dit zijn de 200 nieuwste veranderingen.\n\n## November 2026" in more


# -- the feed -------------------------------------------------------------------------------------

ATOM = "{http://www.w3.org/2005/Atom}"


def as_data(element) -> dict[str, str]:
    """Return an entry or the head of a feed: the text of each element, the target of each link."""
    rows = {}
    for child in element:
        name = child.tag.removeprefix(ATOM)
        if name == "link":
            rows[child.get("rel")] = child.get("href")
        elif name != "entry":
            rows[name] = "".join(child.itertext())
    return rows


def test_the_feed(loaded):
    (file,) = (file for file in loaded.bestanden if file.pad == "veranderd.xml")
    root = ET.fromstring(file.inhoud)
    head, *entries = (as_data(element) for element in (root, *root.iter(f"{ATOM}entry")))
    assert (root.tag, root.attrib) == (
        f"{ATOM}feed",
        {"{http://www.w3.org/XML/1998/namespace}lang": "nl"},
    )
    names = [row.pop("id") for row in (head, *entries)]
    assert len({*names}) == 4
    assert all(name.startswith("urn:uuid:") for name in names)
    assert head == {
        "title": "Wat is er veranderd: Integriteitswijzer",
        "updated": "2026-11-03T00:00:00Z",
        "author": "Gemeente Haarlem",
        "self": f"{ADRES}veranderd.xml",
        "alternate": f"{ADRES}wat-is-er-veranderd/",
    }
    assert entries == [
        {
            "title": "De taart",
            "updated": "2026-11-03T00:00:00Z",
            "alternate": f"{ADRES}dilemmas/taart/",
            "summary": "Nieuw dilemma (kaart 49).",
        },
        {
            "title": "Relatiegeschenken",
            "updated": "2026-11-02T00:00:00Z",
            "alternate": f"{ADRES}regelgeving/basisnormen/relatiegeschenken/",
            "summary": "Vraag het *eerst* aan <b>je</b> leidinggevende.",
        },
        {
            "title": "A & B <c>",
            "updated": "2026-10-05T00:00:00Z",
            "alternate": f"{ADRES}over/",
            "summary": "Vervallen.",
        },
    ]


def test_no_feed_without_an_address_or_a_history(tmp_path, monkeypatch):
    monkeypatch.delenv("WIJZER_ADRES", raising=False)
    project = plant(tmp_path / "project", TREE)
    assert load_site(project.root).feed == ""
    monkeypatch.setenv("WIJZER_ADRES", ADRES)
    assert load_site(project.root).feed == ""
    story(project)
    assert load_site(project.root).feed == "veranderd.xml"
    monkeypatch.setenv("WIJZER_ADRES", "http://localhost:8000/")
    site = load_site(project.root)
    assert site.feed == ""
    assert "feedlezer" not in content(site, PAGINA)


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ('type="application/atom+xml" title="Wat is er veranderd" href="../veranderd.xml"', True),
        ('type="application/atom+xml" title="Wat is er veranderd" href="veranderd.xml"', False),
        (
            'type="application/atom+xml" title="Wat is er veranderd" href="https://a.nl/veranderd.xml"',
            False,
        ),
        ('type="application/rss+xml" title="Wat is er veranderd" href="../veranderd.xml"', False),
        ('type="application/atom+xml" title="Nieuws" href="../veranderd.xml"', False),
        ('type="application/atom+xml" href="../veranderd.xml"', False),
    ],
)
def test_the_gate_knows_this_one_feed(link, good):
    html = f'<!doctype html><html lang="nl"><head><link rel="alternate" {link}></head><body></body></html>'
    refused = [
        wrong for wrong in read_page(html, "over/index.html").wrong if "alternate" in wrong.text
    ]
    assert bool(refused) != good


# -- a real build ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(project):
    done = project.wijzer("bouw")
    assert done.returncode == 0, done.stdout + done.stderr
    return project.root / "site"


def page(file) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def test_every_page_of_the_site_names_the_feed(built, loaded):
    (file,) = (file for file in loaded.bestanden if file.pad == "veranderd.xml")
    assert (built / "veranderd.xml").read_bytes() == file.inhoud
    where = {}
    for name in ("index.html", "dilemmas/taart/index.html", "404.html"):
        (link,) = page(built / name).head.select('link[type="application/atom+xml"]')
        where[name] = link["href"]
    assert where == {
        "index.html": "veranderd.xml",
        "dilemmas/taart/index.html": "../../veranderd.xml",
        "404.html": "/w/veranderd.xml",
    }


def test_the_built_page_shows_it(built):
    part = page(built / "wat-is-er-veranderd" / "index.html").select_one("div.veranderd")
    rows = [" ".join(item.get_text(" ").split()) for item in part.select("li")]
    assert rows == [
        "3 november 2026 : De taart Nieuw dilemma (kaart 49).",
        "2 november 2026 : Relatiegeschenken Vraag het *eerst* aan <b>je</b> leidinggevende.",
        "5 oktober 2026 : A & B <c> Vervallen. Lees nu Over .",
    ]
    links = [link["href"] for link in part.select("li a")]
    assert links == [
        "../dilemmas/taart/",
        "../regelgeving/basisnormen/relatiegeschenken/",
        "../over/",
    ]


def test_nobody_and_no_commit_is_named_on_the_site(project, built):
    names = git(project.root, "log", "--format=%H%n%h").split()
    secret = [SCHRIJVER, MAIL, "De kaart", "Voor-lezers", *names]
    pages = (f for f in built.rglob("*") if f.suffix in {".html", ".xml", ".json"})
    shown = "".join(f.read_text("utf-8") for f in pages if f.name != NAME)  # it is for the keeper
    assert [word for word in secret if word in shown] == []


def test_the_plain_tree_shows_the_same(project, built, loaded, tmp_path):
    assert project.wijzer("schrijf", str(tmp_path / "plat")).returncode == 0
    docs = tmp_path / "plat" / "docs"
    assert (docs / "veranderd.xml").read_bytes() == (built / "veranderd.xml").read_bytes()
    assert ALLES in (docs / "wat-is-er-veranderd.md").read_text("utf-8")
    assert ONDERAAN in (docs / "dilemmas" / "taart.md").read_text("utf-8")
    assert "  feed: veranderd.xml\n" in (tmp_path / "plat" / "mkdocs.yml").read_text("utf-8")
