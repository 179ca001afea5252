"""``wijzer server``: one source for what a browser may do, on every server and in every page."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.boom import REPO
from tests.browser import policy_of_the_readme
from tests.gemeente import frozen
from tests.server_hulp import INTRANET, PATHS, write_configurations
from wijzer.base import policy
from wijzer.pages.redirects import moved
from wijzer.server.config import ServerError, Webserver, configurations, path_of

EXPECTED = {**dict(policy.headers([INTRANET])), "Strict-Transport-Security": policy.HSTS}


@pytest.fixture(params=PATHS, ids=["root", "sub-folder"])
def pad(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def conf(tmp_path: Path, pad: str) -> Path:
    return write_configurations(tmp_path / "conf", Path("/srv/wijzer/huidig"), pad)


def iis(conf: Path) -> ElementTree.Element:
    return ElementTree.parse(conf / "web.config").getroot()


def test_iis_sends_the_headers_that_nginx_sends(conf: Path) -> None:
    added = iis(conf).findall("./system.webServer/httpProtocol/customHeaders/add")
    assert {header.get("name"): header.get("value") for header in added} == EXPECTED
    nginx = (conf / "nginx-server.conf").read_text(encoding="utf-8")
    sent = dict(re.findall(r'add_header ([\w-]+) "([^"]+)" always;', nginx))
    assert sent | {"Strict-Transport-Security": policy.HSTS} == EXPECTED


def test_iis_lets_readers_only_read_and_shows_no_list(conf: Path) -> None:
    server = iis(conf).find("system.webServer")
    assert server is not None
    verbs = server.find("security/requestFiltering/verbs")
    assert verbs is not None and verbs.get("allowUnlisted") == "false"
    assert [verb.attrib for verb in verbs] == [
        {"verb": "GET", "allowed": "true"},
        {"verb": "HEAD", "allowed": "true"},
    ]
    listing = server.find("directoryBrowse")
    assert listing is not None and listing.get("enabled") == "false"


def test_iis_knows_the_addresses_that_moved(conf: Path, pad: str) -> None:
    leads = {
        place.get("path"): place.find("system.webServer/httpRedirect")
        for place in iis(conf).findall("location")
    }
    for old, document, _ in moved(frozen()):
        redirect = leads[f"{pad}/{old}"[1:]]
        assert redirect is not None
        assert redirect.get("destination") == f"{pad}/{document.address}"
        assert redirect.get("httpResponseStatus") == "Permanent"


def test_the_readme_names_the_same_policy() -> None:
    assert policy_of_the_readme() == policy.policy()


def test_every_page_carries_the_policy_before_anything_it_loads(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    order = f'<meta http-equiv="Content-Security-Policy" content="{policy.meta_policy()}">'
    for page in pages:
        html = page.read_text(encoding="utf-8").replace("&#39;", "'").replace("&#x27;", "'")
        before, found, _ = html.partition(order)
        assert found, page
        assert not re.search(r"<(?:script|link|style|base|img)\b", before), page


def test_a_page_cannot_say_who_may_frame_it() -> None:
    assert "frame-ancestors" not in policy.meta_policy()


@pytest.mark.parametrize(
    "origin", ["https://a.example; script-src *", "https://a;x", "*", "javascript:x", "https://a/b"]
)
def test_a_frame_ancestor_cannot_begin_another_directive(origin: str) -> None:
    with pytest.raises(ValueError, match="no website"):
        policy.policy([origin])


@pytest.mark.parametrize("folder", ['/srv/"x', "/srv/$x", "/srv/{x}", "srv/x", "/srv/x;\n"])
def test_a_folder_cannot_change_the_configuration(folder: str) -> None:
    with pytest.raises(ServerError, match="kan niet in de instellingen staan"):
        Webserver(folder, "", ())


def test_a_path_that_does_not_fit_is_refused() -> None:
    assert path_of("https://www.gemeente.example/wijzer/") == "/wijzer"
    assert path_of(None) == path_of("https://www.gemeente.example/") == ""
    with pytest.raises(ServerError, match="Het pad `/a;b` in het adres"):
        Webserver("/srv/x", path_of("https://www.gemeente.example/a;b/"), ())


def test_addresses_stand_in_the_order_that_people_count_in() -> None:
    facts = Webserver("/srv/x", "", (("d/10", "a/"), ("d/9", "b/")))
    text = configurations(REPO, facts)["nginx-http.conf"]
    assert text.index("/d/9 ") < text.index("/d/10 ")
