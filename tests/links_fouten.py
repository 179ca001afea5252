"""Faults to plant in a built site: one of each kind, with the finding that must follow.

Shared by the tests and by ``scripts/meet_links.py``, which gives the same faults to other tools.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

_NERGENS = "dit adres bestaat niet in de site"


@dataclass(frozen=True)
class Fout:
    """A planted fault: a piece of HTML, and what the check says about it."""

    html: str
    melding: str
    spoor: str
    """What any tool must name to have found this fault."""
    bestand: str = ""
    """The file that the finding is about, when it is not the page with the faults."""


def _missing(tag: str, attribuut: str, adres: str, rest: str = "") -> Fout:
    html = f'<{tag} {attribuut}="{adres}"{rest}></{tag}>'
    return Fout(html, f'<{tag} {attribuut}="{adres}">: {_NERGENS}', adres.split("/")[-1] or adres)


def faults(ander: str) -> list[Fout]:
    """Return all faults for a page one level deep; ``ander`` is the folder of another page."""
    hoofd = ander.capitalize()
    return [
        # links
        _missing("a", "href", "../bestaat-niet-1/"),
        _missing("a", "href", "bestaat-niet-2.html"),
        Fout(
            '<a href="../../buiten-3/"></a>',
            '<a href="../../buiten-3/">: dit adres ligt buiten de site',
            "buiten-3",
        ),
        Fout('<a href=""></a>', '<a href="">: het adres is leeg', 'href=""'),
        Fout(
            '<a href="javascript:alert(5)"></a>',
            '<a href="javascript:alert(5)">: een adres mag geen code zijn',
            "alert(5)",
        ),
        Fout(
            '<a href="htps:verkeerd-6"></a>',
            '<a href="htps:verkeerd-6">: `htps:` is geen soort adres dat wij kennen',
            "verkeerd-6",
        ),
        _missing("area", "href", "../bestaat-niet-7/"),
        _missing("form", "action", "../bestaat-niet-8/"),
        _missing("iframe", "src", "../bestaat-niet-9/"),
        # anchors
        Fout(
            '<a href="#geen-anker-10"></a>',
            '<a href="#geen-anker-10">: het anker `#geen-anker-10` bestaat niet in {pagina}',
            "geen-anker-10",
        ),
        Fout(
            f'<a href="../{ander}/#geen-anker-11"></a>',
            f'<a href="../{ander}/#geen-anker-11">: het anker `#geen-anker-11` '
            f"bestaat niet in {ander}/index.html",
            "geen-anker-11",
        ),
        Fout(
            '<a href="../#geen-anker-12"></a>',
            '<a href="../#geen-anker-12">: het anker `#geen-anker-12` bestaat niet in index.html',
            "geen-anker-12",
        ),
        # images, downloads and other files
        _missing("img", "src", "../assets/weg-13.png"),
        Fout(
            '<img src="../assets/favicon.svg" srcset="../assets/weg-14.png 2x">',
            f'<img srcset="../assets/weg-14.png">: {_NERGENS}',
            "weg-14.png",
        ),
        _missing("video", "poster", "../assets/weg-15.jpg"),
        _missing("a", "href", "../assets/weg-16.pdf", " download"),
        Fout(
            '<a href="../assets/leeg-17.pdf" download></a>',
            '<a href="../assets/leeg-17.pdf">: het bestand assets/leeg-17.pdf is leeg',
            "leeg-17.pdf",
        ),
        Fout(
            '<link rel="icon" href="../assets/weg-18.svg">',
            f'<link href="../assets/weg-18.svg">: {_NERGENS}',
            "weg-18.svg",
        ),
        _missing("script", "src", "../assets/weg-19.js"),
        Fout(
            '<div style="background: url(../assets/weg-20.webp)"></div>',
            f"`../assets/weg-20.webp`: {_NERGENS}",
            "weg-20.webp",
        ),
        Fout("", f"`weg-21.woff2`: {_NERGENS}", "weg-21.woff2", "assets/fout.css"),
        Fout(
            '<svg><use href="../assets/weg-22.svg#teken"></use></svg>',
            f'<use href="../assets/weg-22.svg#teken">: {_NERGENS}',
            "weg-22.svg",
        ),
        # ids
        Fout(
            '<p id="dubbel-23"></p>\n<p id="dubbel-23"></p>',
            'id="dubbel-23" staat er vaker: ook op regel {regel-dubbel-23}',
            "dubbel-23",
        ),
        Fout(
            '<p id="dubbel-24"></p>\n<a name="dubbel-24"></a>',
            'id="dubbel-24" staat er vaker: ook op regel {regel-dubbel-24}',
            "dubbel-24",
        ),
        # absolute addresses
        Fout(
            f'<a href="/{ander}/"></a>',
            f'<a href="/{ander}/">: dit adres begint met `/`',
            f'"/{ander}/"',
        ),
        Fout(
            '<img src="/assets/favicon.svg">',
            '<img src="/assets/favicon.svg">: dit adres begint met `/`',
            '"/assets/favicon.svg"',
        ),
        # capitals
        Fout(f'<a href="../{hoofd}/"></a>', f'<a href="../{hoofd}/">: {_NERGENS}', f"/{hoofd}"),
        _missing("img", "src", "../assets/FAVICON.svg"),
        # redirects
        Fout(
            "",
            f'<meta http-equiv=refresh="../bestaat-niet-29/">: {_NERGENS}',
            "bestaat-niet-29",
            "oud-29/index.html",
        ),
        Fout(
            "",
            '<meta http-equiv=refresh="../kring-30b/">: '
            "deze doorverwijzing komt weer bij zichzelf uit",
            "kring-30a",
            "kring-30a/index.html",
        ),
        Fout(
            "",
            '<meta http-equiv=refresh="../kring-30a/">: '
            "deze doorverwijzing komt weer bij zichzelf uit",
            "kring-30b",
            "kring-30b/index.html",
        ),
        # feeds, site map, search index
        Fout("", f"`{{site}}bestaat-niet-31/`: {_NERGENS}", "bestaat-niet-31", "sitemap.xml"),
        Fout("", f"`{{site}}bestaat-niet-32/`: {_NERGENS}", "bestaat-niet-32", "feed.xml"),
        Fout("", f"`../bestaat-niet-33/`: {_NERGENS}", "bestaat-niet-33", "search/zoekindex.json"),
        Fout(
            "",
            f"`../{ander}/#geen-anker-34`: het anker `#geen-anker-34` "
            f"bestaat niet in {ander}/index.html",
            "geen-anker-34",
            "search/zoekindex.json",
        ),
    ]


def plant(site: Path, pagina: str, ander: str, address: str) -> set[tuple[str, str]]:
    """Plant every fault; return the findings that must follow as pairs of file and text."""
    page = site / pagina / "index.html"
    html = "\n".join(fout.html for fout in faults(ander) if fout.html)
    before, after = page.read_text(encoding="utf-8").split("</article>", 1)
    page.write_text(f"{before}\n{html}\n</article>{after}", encoding="utf-8")
    _plant_files(site, address)
    _plant_search(site, ander)
    lines = page.read_text(encoding="utf-8").split("\n")
    names = {"pagina": f"{pagina}/index.html", "site": address}
    for name in ("dubbel-23", "dubbel-24"):
        names[f"regel-{name}"] = str(lines.index(f'<p id="{name}"></p>') + 1)
    expected = set()
    for fout in faults(ander):
        text = fout.melding
        for name, value in names.items():
            text = text.replace(f"{{{name}}}", value)
        expected.add((fout.bestand or f"{pagina}/index.html", text))
    return expected


def _plant_files(site: Path, address: str) -> None:
    (site / "assets/leeg-17.pdf").write_bytes(b"")
    css = "@font-face { src: url('weg-21.woff2') }\n"
    (site / "assets/fout.css").write_text(css, encoding="utf-8")
    for old, new in (
        ("oud-29", "bestaat-niet-29"),
        ("kring-30a", "kring-30b"),
        ("kring-30b", "kring-30a"),
    ):
        (site / old).mkdir()
        html = f'<!doctype html><meta http-equiv="refresh" content="0; url=../{new}/">'
        (site / old / "index.html").write_text(html, encoding="utf-8")
    sitemap = site / "sitemap.xml"
    row = f"<url><loc>{address}bestaat-niet-31/</loc></url></urlset>"
    sitemap.write_text(sitemap.read_text(encoding="utf-8").replace("</urlset>", row), "utf-8")
    feed = f"<rss><channel><item><link>{address}bestaat-niet-32/</link></item></channel></rss>"
    (site / "feed.xml").write_text(feed, encoding="utf-8")


def _plant_search(site: Path, ander: str) -> None:
    file = site / "search/zoekindex.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data["docs"].append({"location": "bestaat-niet-33/", "title": "", "text": ""})
    data["docs"].append({"location": f"{ander}/#geen-anker-34", "title": "", "text": ""})
    file.write_text(json.dumps(data), encoding="utf-8")
