"""One visit to an address outside: what the visitor does, and what a sensible person says of it."""

from __future__ import annotations

import socket
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.links_server import closed_port, serving, tls
from wijzer.corpus.linkstand import Bezoekoordeel, Oordeel
from wijzer.links.client import Bezoeker
from wijzer.links.net import is_public
from wijzer.links.request import Bezoekregels
from wijzer.links.verdict import judge
from wijzer.links.visit import Bezoek, Pagina

SNEL = Bezoekregels(timeout=5, heel=6, tussen=0, ook=("127.0.0.0/9",))
"""127.128.0.0 and up stays closed, to see that it does."""
WET = "Ambtenarenwet 2017"
ORDE, VERPLAATST, GEBROKEN = Oordeel.IN_ORDE, Oordeel.VERPLAATST, Oordeel.GEBROKEN
TITEL, NIET, ANKER = (
    Oordeel.VERKEERDE_TITEL,
    Oordeel.NIET_GECONTROLEERD,
    Oordeel.ANKER_ONTBREEKT,
)
DIEREN = (
    "de pagina heet “wetten.nl - Regeling - Wet op de dierproeven”, "
    "verwacht was “Ambtenarenwet 2017”"
)
HEEN = "het adres leidt naar de voorpagina; de pagina zelf is er niet meer"
INLOG = "het adres leidt naar een inlogpagina"
INTERN = "het adres leidt naar een netwerk dat niet openbaar is"

# path: a title that is right ("" for any), verdict, explanation
CASES: dict[str, tuple[str, Oordeel, str]] = {
    "goed": (WET, ORDE, ""),
    "goed?a=1&b=2": (WET, ORDE, ""),
    "latin": ("COOPERATIE & Privé", ORDE, ""),
    "meta": ("COOPERATIE & Privé", ORDE, ""),
    "pdf": ("", ORDE, ""),
    "fout": (WET, TITEL, DIEREN),
    "302/fout": (WET, TITEL, DIEREN),
    "zonder": (WET, TITEL, "de pagina heeft geen titel, verwacht was “Ambtenarenwet 2017”"),
    # answers that are no page
    "404": ("", GEBROKEN, "de pagina bestaat niet (404)"),
    "jci1.3:c:BWBR0001947&artikel=8": ("", GEBROKEN, "de pagina bestaat niet (404)"),
    "410": ("", GEBROKEN, "de pagina is weggehaald (410)"),
    "400": ("", GEBROKEN, "de website geeft een fout (400)"),
    "500": ("", GEBROKEN, "de website heeft een storing (500)"),
    "503": ("", GEBROKEN, "de website heeft een storing (503)"),
    "onderhoud": ("", NIET, "de website is even dicht (503)"),
    "401": ("", NIET, "aanmelden nodig (401)"),
    "403": ("", NIET, "geen toegang (403)"),
    "418": ("", NIET, "de website wil geen programma's op bezoek (418)"),
    "druk": ("", NIET, "te druk (429)"),
    "451": ("", NIET, "niet te zien om een juridische reden (451)"),
    "traag": ("", NIET, "te laat antwoord"),
    "druppelkop": (WET, GEBROKEN, "het antwoord kwam niet heel binnen"),
    "druppel": (WET, GEBROKEN, "het antwoord kwam niet heel binnen"),
    "afgekapt": (WET, GEBROKEN, "het antwoord kwam niet heel binnen"),
    "brokken": (WET, ORDE, ""),
    "halfbrok": (WET, GEBROKEN, "het antwoord kwam niet heel binnen"),
    "stuk": (WET, GEBROKEN, "het antwoord kwam niet heel binnen"),
    "breekt": ("", GEBROKEN, "de verbinding werd verbroken"),
    # redirects
    "301/goed": (WET, VERPLAATST, "het nieuwe adres is {host}/goed"),
    "308/goed": (WET, VERPLAATST, "het nieuwe adres is {host}/goed"),
    "301/302/goed": (WET, VERPLAATST, "het nieuwe adres is {host}/302/goed"),
    "302/goed": (WET, ORDE, ""),
    "303/goed": (WET, ORDE, ""),
    "307/goed": (WET, ORDE, ""),
    "302/301/goed": (WET, ORDE, ""),
    "301/404": ("", GEBROKEN, "de pagina bestaat niet (404)"),
    "300": ("", GEBROKEN, "de website geeft een fout (300)"),
    "koekje": (WET, ORDE, ""),
    "kring": ("", GEBROKEN, "het adres verwijst eindeloos door"),
    "diep": ("", GEBROKEN, "het adres verwijst eindeloos door"),
    "mail": ("", GEBROKEN, "het adres leidt naar iets dat geen webadres is"),
    # a page that sends the reader on by itself
    "ververs": (WET, ORDE, ""),
    "kop": (WET, ORDE, ""),
    "verversfout": (WET, TITEL, DIEREN),
    "ververskring": ("", GEBROKEN, "het adres verwijst eindeloos door"),
    "verversvaak": (WET, ORDE, ""),
    "ververslaat": (WET, ORDE, ""),
    "zonderjs": (WET, ORDE, ""),
    # a page that is there for any address
    "301/": ("", GEBROKEN, HEEN),
    "302/nl/": ("", GEBROKEN, "de pagina bestaat niet (404)"),
    "302/index.html": (WET, GEBROKEN, "de pagina bestaat niet (404)"),
    "302/?taal=nl": ("", ORDE, ""),
    "portaal": (WET, NIET, INLOG),
    "portaal301": ("", NIET, INLOG),
    "302/formulier": ("", NIET, INLOG),
    "formulier": ("", NIET, INLOG),
    "inloggen": ("", ORDE, ""),
    "": ("", ORDE, ""),
    # a page that says it is not there
    "zacht404": ("", GEBROKEN, "de pagina zegt zelf “Pagina niet gevonden”"),
    "zacht404kop": ("", GEBROKEN, "de pagina zegt zelf “Oeps! Deze pagina bestaat niet meer.”"),
    "zacht404en": ("", GEBROKEN, "de pagina zegt zelf “404 Not Found”"),
    "artikel404": ("", ORDE, ""),
    "gids404": ("", ORDE, ""),
    # nothing to see
    "wit": ("", GEBROKEN, "de pagina is leeg"),
    "niets": ("", GEBROKEN, "de pagina is leeg"),
    "204": ("", GEBROKEN, "de pagina is leeg"),
    "script": ("", ORDE, ""),
    # the place on the page
    "ankers#Hoofdstuk2_Artikel8": (WET, ORDE, ""),
    "ankers#oud": (WET, ORDE, ""),
    "ankers#%C3%A9": (WET, ORDE, ""),
    "ankers#top": (WET, ORDE, ""),
    "ankers#:~:text=wet": (WET, ORDE, ""),
    "ankers#/pad": (WET, ORDE, ""),
    "ankers#Artikel9": (
        WET,
        ANKER,
        "op de pagina staat geen `#Artikel9`; de lezer komt bovenaan uit",
    ),
    "302/ankers%23oud": (WET, ORDE, ""),
    "302/ankers%23weg": (WET, ANKER, "op de pagina staat geen `#weg`; de lezer komt bovenaan uit"),
    "302/ankers#weg": (WET, ANKER, "op de pagina staat geen `#weg`; de lezer komt bovenaan uit"),
    "301/ankers#oud": (WET, VERPLAATST, "het nieuwe adres is {host}/ankers#oud"),
    "pdf#page=3": ("", ORDE, ""),
    # size
    "groot": (WET, ORDE, ""),
    "groot#weg": (WET, ORDE, ""),
    "bom": (WET, ORDE, ""),
    "nest": (WET, ORDE, ""),
    # what may not be printed as it is
    "boos": (
        WET,
        TITEL,
        "de pagina heet “x'y'[31m" + "z" * 192 + "…”, verwacht was “Ambtenarenwet 2017”",
    ),
}


def verdict(bezoek: Bezoek, titel: str, url: str) -> Bezoekoordeel:
    return judge(bezoek, [titel] if titel else [], bezoek.anchor(url))


def test_every_case_gets_the_verdict_of_a_sensible_person() -> None:
    with serving() as server:
        found = {}
        hosts = {
            case: f"http://127.0.0.{n}:{server.server_port}" for n, case in enumerate(CASES, 2)
        }
        urls = {case: f"{hosts[case]}/{case}" for case in CASES}
        visits = Bezoeker(SNEL).visit_all(url.partition("#")[0] for url in urls.values())
        for case, url in urls.items():
            found[case] = verdict(visits[url.partition("#")[0]], CASES[case][0], url)
        large = server.sent
    expected = {
        case: (oordeel, why.format(host=hosts[case]) if "{host}" in why else why)
        for case, (_, oordeel, why) in CASES.items()
    }
    assert {case: (v.oordeel, v.toelichting) for case, v in found.items()} == expected
    assert found["301/goed"].nieuw_adres == f"{hosts['301/goed']}/goed"
    assert set(server.paths("jci")) == {"/jci1.3:c:BWBR0001947&artikel=8"}
    assert set(server.paths("goed?")) == {"/goed?a=1&b=2"}
    assert len(server.paths("diep")) == 11
    assert large < 2 * 32, "the large page was not read to its end"


@pytest.mark.parametrize(
    ("titel", "gone"),
    [
        ("404", True),
        ("Fout 404", True),
        ("404 - Pagina niet gevonden", True),
        ("404: Not Found", True),
        ("Helaas, deze pagina kan niet worden gevonden.", True),
        ("Pagina kan niet gevonden worden", True),
        ("We kunnen de pagina niet vinden", True),
        ("De pagina die u zoekt bestaat niet (meer)", True),
        ("The page you requested cannot be found", True),
        ("The requested page cannot be found", True),
        ("Niet gevonden | Gemeente", True),
        ("Deze regeling is niet meer beschikbaar - Overheid.nl", True),
        ("Oeps", False),
        ("", False),
        ("Artikel 404", False),
        ("404 vragen over integriteit", False),
        ("Gevonden voorwerpen", False),
        ("Weg", False),
        ("Wat te doen als iets niet te vinden is", False),
    ],
)
def test_which_titles_say_that_the_page_is_gone(titel: str, gone: bool) -> None:
    bezoek = Bezoek("https://a.example/b", None, 200, (), Pagina(titel=titel))
    assert (judge(bezoek, []).oordeel is GEBROKEN) is gone


def test_the_home_page_of_another_website_is_for_a_person_to_judge() -> None:
    with serving() as server:
        there = f"http://127.0.0.3:{server.server_port}/"
        url = f"http://127.0.0.2:{server.server_port}/301/{quote(there, safe='/')}"
        bezoek = Bezoeker(SNEL).visit(url)
    assert bezoek.einde == there
    assert judge(bezoek, []) == Bezoekoordeel(
        NIET, "het adres leidt naar de voorpagina van 127.0.0.3"
    )


ROBOTS = {
    "127.0.0.2": (200, "User-agent: *\nDisallow: /\n", NIET, "robots.txt verbiedt de controle"),
    "127.0.0.3": (
        200,
        "User-agent: *\nDisallow: /*goed$\n",
        NIET,
        "robots.txt verbiedt de controle",
    ),
    "127.0.0.4": (
        500,
        "",
        NIET,
        "robots.txt geeft een fout; dan mag de controle niet kijken",
    ),
    "127.0.0.5": (429, "", NIET, "robots.txt geeft een fout; dan mag de controle niet kijken"),
    "127.0.0.6": (403, "", ORDE, ""),
    "127.0.0.7": (200, "User-agent: *\nDisallow: /\nAllow: /goed\n", ORDE, ""),
    "127.0.0.8": (
        200,
        "User-agent: Integriteitswijzer\nDisallow: /\nUser-agent: *\nDisallow:\n",
        NIET,
        "robots.txt verbiedt de controle",
    ),
    "127.0.0.11": (
        200,
        "# uitleg\n" * 500 + "User-agent: *\nDisallow: /\n",
        NIET,
        "robots.txt verbiedt de controle",
    ),
    "127.0.0.9": (200, "\x00\xff<html>", ORDE, ""),
}


def test_robots_txt_is_asked_first_and_kept_to() -> None:
    with serving() as server:
        server.robots = {host: row[:2] for host, row in ROBOTS.items()}
        urls = {host: f"http://{host}:{server.server_port}/goed" for host in ROBOTS}
        visits = Bezoeker(SNEL).visit_all(urls.values())
        found = {host: verdict(visits[url], WET, url) for host, url in urls.items()}
        outside = f"http://127.0.0.10:{server.server_port}/302/{quote(urls['127.0.0.2'], safe='/')}"
        onward = Bezoeker(SNEL).visit(outside)
    assert {host: (v.oordeel, v.toelichting) for host, v in found.items()} == {
        host: row[2:] for host, row in ROBOTS.items()
    }
    assert judge(onward, []).toelichting == "robots.txt verbiedt de controle"
    allowed = {host for host, row in ROBOTS.items() if row[2] is ORDE}
    assert server.hosts() == allowed | {"127.0.0.10"}
    first = {}
    for _, host, path in server.seen:
        first.setdefault(host, path)
    assert set(first.values()) == {"/robots.txt"}


NOT_PUBLIC = [
    "http://127.200.0.1:{port}/goed",
    "http://localhost:{port}/goed",
    "http://localhost.:{port}/goed",
    "http://wijzer.localhost:{port}/goed",
    "http://2143813633:{port}/goed",  # 127.200.0.1 as one number
    "http://0x7fc80001:{port}/goed",
    "http://0177.0310.0.1:{port}/goed",
    "http://127.200.1:{port}/goed",
    "http://0.0.0.0:{port}/goed",
    "http://[::1]:{port}/goed",
    "http://[::ffff:127.200.0.1]:{port}/goed",
    "http://[64:ff9b::7fc8:1]:{port}/goed",
    "http://[2002:7fc8:1::]:{port}/goed",
    "http://[fe80::1]:{port}/goed",
    "http://[fd00::1]:{port}/goed",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_nothing_is_asked_of_a_network_that_is_not_public(address: str) -> None:
    """As a redirect, in a page that sends the reader on, and as the address itself."""
    regels = replace(SNEL, ook=("127.0.0.2/32",))
    with serving() as server:
        target = address.format(port=server.server_port)
        start = f"http://127.0.0.2:{server.server_port}"
        ways = [f"{start}/302/{quote(target, safe='/')}", f"{start}/door?{quote(target)}", target]
        visits = [Bezoeker(regels).visit(url) for url in ways]
    for url, bezoek in zip(ways, visits, strict=True):
        assert (url, judge(bezoek, [])) == (url, Bezoekoordeel(NIET, INTERN))
    assert server.hosts() == {"127.0.0.2"}
    assert not server.paths("goed")


def test_a_name_is_judged_by_where_it_leads() -> None:
    """The name of this computer is a real name in a real look-up, and leads to loopback."""
    name = socket.gethostname()
    with serving() as server:
        url = f"http://{name}:{server.server_port}/goed"
        closed = Bezoeker(replace(SNEL, ook=())).visit(url)
        opened = Bezoeker(replace(SNEL, ook=OWN)).visit(url)
    assert judge(closed, []) == Bezoekoordeel(NIET, INTERN)
    assert judge(opened, [WET]) == Bezoekoordeel(ORDE)
    assert len(server.paths("goed")) == 1


OWN = ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fe80::/10")


def test_ipv6_is_visited_when_it_may_be() -> None:
    with serving(host="::1") as server:
        url = f"http://[::1]:{server.server_port}/goed"
        closed = Bezoeker(SNEL).visit(url)
        opened = Bezoeker(replace(SNEL, ook=("::1/128",))).visit(url)
    assert judge(closed, []) == Bezoekoordeel(NIET, INTERN)
    assert judge(opened, [WET]) == Bezoekoordeel(ORDE)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700:4700::1111", True),
        ("::ffff:1.1.1.1", True),
        ("64:ff9b::101:101", True),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::", False),
        ("192.0.2.1", False),
        ("240.0.0.1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_proxy_is_used_and_gets_no_address_of_our_own_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
        monkeypatch.setenv("no_proxy", "")
        bezoeker = Bezoeker(replace(SNEL, ook=()))
        public = bezoeker.visit("http://voorbeeld.example/goed")
        inner = [bezoeker.visit(url.format(port=80)) for url in NOT_PUBLIC]
    assert [path for _, _, path in proxy.seen] == [
        "http://voorbeeld.example/robots.txt",
        "http://voorbeeld.example/goed",
    ]
    assert judge(public, [WET]) == Bezoekoordeel(ORDE)
    assert {judge(bezoek, []) for bezoek in inner} == {Bezoekoordeel(NIET, INTERN)}


def test_connections_that_are_not_made() -> None:
    closed = Bezoeker(SNEL).visit(f"http://127.0.0.2:{closed_port()}/")
    nameless = Bezoeker(SNEL).visit("http://bestaat-niet.invalid/")
    wrong = [Bezoeker(SNEL).visit(url) for url in ("http://a..example/", "http://[x/", "//a/")]
    assert judge(closed, []) == Bezoekoordeel(GEBROKEN, "de verbinding werd geweigerd")
    assert closed.no_network
    assert nameless.no_network
    assert {judge(bezoek, []).oordeel for bezoek in wrong} == {GEBROKEN}


def test_a_certificate_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    context, pem = tls(tmp_path)
    with serving(context) as server:
        url = f"https://127.0.0.99:{server.server_port}/goed"
        other = f"https://127.0.0.98:{server.server_port}/goed"
        unknown = Bezoeker(SNEL).visit(url)
        known = Bezoeker(replace(SNEL, certificaten=pem))
        fine, wrong_name = known.visit(url), known.visit(other)
    refused = Bezoekoordeel(GEBROKEN, "de beveiligde verbinding klopt niet")
    assert judge(unknown, []) == judge(wrong_name, []) == refused
    assert judge(fine, [WET]) == Bezoekoordeel(ORDE)


def test_the_visitor_says_who_it_is_and_gives_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = tmp_path / "netrc"
    secrets.write_text("machine 127.0.0.2 login ik password geheim\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(secrets))
    with serving() as server:
        url = f"http://ik:geheim@127.0.0.2:{server.server_port}/goed"
        Bezoeker(replace(SNEL, namens="https://wijzer.example/")).visit(url)
    assert len(server.headers) == 2
    for headers in server.headers:
        assert headers["User-Agent"] == (
            "Integriteitswijzer/1.0 (linkcontrole; https://wijzer.example/)"
        )
        assert headers["Accept-Language"] == "nl, en;q=0.5"
        assert not headers.keys() & {"Authorization", "Cookie", "Referer"}


def test_one_host_gets_one_request_at_a_time_with_a_pause() -> None:
    with serving() as server:
        server.robots["127.0.0.3"] = (200, "User-agent: *\nCrawl-delay: 0.6\n")
        start = f"http://127.0.0.{{}}:{server.server_port}"
        urls = [f"{start.format(2)}/{name}" for name in ("goed", "fout", "302/latin")]
        urls += [f"{start.format(3)}/{name}" for name in ("goed", "fout")]
        away = quote(f"{start.format(2)}/meta", safe="/")
        urls.append(f"{start.format(4)}/302/{away}")
        Bezoeker(replace(SNEL, tussen=0.3)).visit_all(urls)
    for host, pause, count in (("127.0.0.2", 0.3, 6), ("127.0.0.3", 0.6, 2)):
        moments = [when for when, name, path in server.seen if name.startswith(f"{host}:")]
        assert len(moments) == (count if host == "127.0.0.2" else 3)
        assert all(after - before > pause for before, after in pairwise(moments[-count:]))


def test_a_host_that_keeps_silent_or_is_busy_is_left_alone() -> None:
    with serving() as server:
        start = f"http://127.0.0.{{}}:{server.server_port}"
        broken = [f"{start.format(2)}/breekt?{n}" for n in range(5)]
        busy = [f"{start.format(3)}/{name}" for name in ("goed", "druk", "fout")]
        shut = [f"{start.format(4)}/{name}" for name in ("onderhoud", "fout")]
        visits = Bezoeker(SNEL).visit_all([*broken, *busy, *shut])
    assert list(visits) == [*broken[:3], *busy[:2], *shut[:1]]
