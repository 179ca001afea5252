"""The form in a real browser: open, change, save; and nobody but that browser can save."""

from __future__ import annotations

import http.client
import http.server
import json
import re
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest

from tests.boom import REPO, dilemma, koppen, plant, tekst
from wijzer.app.form_server import FormServer
from wijzer.model import kinds

sys.path.insert(0, str(REPO / "scripts"))
import formulier
import omgeving
from npm_pakket import NpmPakket

PAD = "dilemmas/fles-wijn.md"
BRON = dilemma(
    titel='"Een fles wijn"  # ook een kist',
    zoekwoorden=["wijn", "fles", "cadeau", "kerst", "kurk"],
    beoordelen_voor="2027-05-01",
)


@contextmanager
def running(root, cms):
    with FormServer(root, cms) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


@pytest.fixture
def project(tmp_path):
    made = plant(tmp_path / "project", {PAD: BRON})
    git(made, "init", "-q", "-b", "main")
    git(made, "add", ".")
    git(made, "commit", "-qm", "begin")
    return made


def git(project, *words):
    who = [
        "-c",
        "user.name=Proef",
        "-c",
        "user.email=proef@voorbeeld.nl",
        "-c",
        "core.autocrlf=false",
    ]
    command = ["git", "-C", str(project.root), *who, *words]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def changed_lines(project):
    found = git(project, "diff", "-U0").split("\n")
    return [line for line in found if re.match(r"[+-](?![+-])", line)]


@pytest.fixture
def form(cms, project, browser):
    """The form of the project in a browser; the test fails when it asks anybody else."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked, problems = [], []
    context.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    with running(project.root, cms) as server:
        page.goto(server.address)
        yield page
        context.close()
        loopback = (server.address, f"blob:{server.address}", "data:")
        assert [url for url in asked if not url.startswith(loopback)] == []
    assert [text for text in problems if text not in told_by_decap(problems)] == []


@contextmanager
def closed_port():
    """Yield the address of a registry that is not there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{probe.getsockname()[1]}/"


@contextmanager
def impostor():
    """Yield the address of a registry that gives something else for every package."""

    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"something else")

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def told_by_decap(problems):
    """Return what Decap CMS tells on the console of a source that was refused."""
    return [text for text in problems if re.search(r"^Object$|\b422\b|^API_ERROR", text)]


def open_dilemma(page):
    page.get_by_role("link", name="Dilemma's").click()
    page.get_by_role("link", name="Een fles wijn").click()


def save(page):
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.get_by_text("Nu opslaan", exact=True).click()


def add_words(page, text):
    page.get_by_role("button", name="Voeg zoekwoorden toe").click()
    page.get_by_label("Regel", exact=True).last.fill(text)


def choose(page, label, text):
    """Choose in a list by typing."""
    page.get_by_label(label, exact=False).first.press_sequentially(text)
    page.keyboard.press("Enter")


@pytest.mark.traag
@pytest.mark.browser
def test_a_dilemma_is_changed_and_the_check_is_clean(form, project):
    open_dilemma(form)
    form.get_by_label("Samenvatting").fill("Je krijgt wijn: wat doe je?")
    form.get_by_label("Beoordelen voor").fill("2027-06-01")
    choose(form, "Thema", "Relatie")
    add_words(form, "kist wijn")
    save(form)
    form.get_by_text("Item opgeslagen").wait_for()
    assert changed_lines(project) == [
        "-samenvatting: Wat hier staat in een zin.",
        '+samenvatting: "Je krijgt wijn: wat doe je?"',
        "+  - kist wijn",
        "-thema: geschenken",
        "+thema: relatie",
        "-beoordelen_voor: 2027-05-01",
        "+beoordelen_voor: 2027-06-01",
    ]
    assert project.fouten() == ""


@pytest.mark.traag
@pytest.mark.browser
def test_a_mistake_is_shown_until_it_is_mended(form, project):
    open_dilemma(form)
    summary = form.get_by_label("Samenvatting")
    summary.fill("Een zin. Nog een zin.")
    save(form)
    dialog = form.get_by_role("dialog", name="Nog niet opgeslagen")
    dialog.wait_for()
    told = "`samenvatting` bestaat uit meer dan één zin\n    Houd één zin over.\n"
    assert told in dialog.locator("pre").inner_text()
    assert changed_lines(project) == []
    form.get_by_role("button", name="Terug naar het formulier").click()
    summary.fill("Nog een zin.")
    save(form)
    form.get_by_text("Item opgeslagen").wait_for()
    assert changed_lines(project)[1] == "+samenvatting: Nog een zin."


@pytest.mark.traag
@pytest.mark.browser
def test_a_new_dilemma_is_a_page_that_the_check_accepts(form, project):
    form.get_by_role("link", name="Dilemma's").click()
    form.get_by_role("link", name="Item van type dilemma maken").click()
    form.get_by_label("Titel").fill("De taart van één klant")
    form.get_by_label("Samenvatting").fill("Een klant brengt taart.")
    add_words(form, "taart")
    for label, text in (
        ("Eigenaar", "Afdeling"),
        ("Thema", "Gesch"),
        ("Doelgroep", "Medew"),
        ("Kernwaarden", "Zorg"),
        ("Basisnormen", "Relatie"),
    ):
        choose(form, label, text)
    assert form.get_by_label("Tekst", exact=True).input_value().startswith("## Situatie\n\n…\n")
    form.get_by_label("Tekst", exact=True).fill(koppen(kinds.DILEMMA.koppen))
    save(form)
    form.get_by_text("Item opgeslagen").wait_for()
    made = (project.root / "dilemmas/de-taart-van-een-klant.md").read_text(encoding="utf-8")
    assert (
        made.partition("## ")[0]
        == tekst("""
        ---
        titel: De taart van één klant
        samenvatting: Een klant brengt taart.
        zoekwoorden:
          - taart
        eigenaar: hrm
        nummer: 2
        thema: geschenken
        doelgroep:
          - medewerker
        kernwaarden:
          - zorgvuldigheid
        basisnormen:
          - relatiegeschenken
        ---
        """)
        + "\n"
    )
    assert project.fouten() == ""


def ask(server, method="POST", path="/api/v1", **headers):
    """Ask something by hand; return the status, the headers and the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    body = json.dumps({"action": "getEntry", "params": {"path": PAD}})
    connection.request(method, path, body, {"Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


@pytest.fixture
def server(project, tmp_path):
    with running(project.root, tmp_path) as started:
        yield started


def test_only_the_page_itself_gets_an_answer(server):
    here = server.address.rstrip("/")
    assert ask(server)[0] == ask(server, Origin=here)[0] == 200
    for wrong in (
        {"Origin": "https://www.voorbeeld.nl"},
        {"Origin": "null"},
        {"Origin": here.replace("127.0.0.1", "localhost")},
        {"Host": f"voorbeeld.nl:{server.server_port}"},
        {"Content-Type": "text/plain"},
    ):
        status, _, answer = ask(server, **wrong)
        assert (status, json.loads(answer)) == (
            403,
            {"error": "Dit formulier werkt alleen in je eigen browser."},
        )
    assert ask(server, "GET", "/config.json", Host="voorbeeld.nl")[0] == 403


def test_the_page_may_go_nowhere_and_holds_no_other_file(server):
    status, headers, text = ask(server, "GET", "/")
    assert (status, "start.js" in text) == (200, True)
    assert "connect-src 'self' blob:;" in headers["Content-Security-Policy"]
    for path in ("/../mkdocs.yml", "/form.py", "/%2e%2e/form.py", f"/{PAD}"):
        assert ask(server, "GET", path)[0] == 404


def test_what_is_no_question_is_answered_in_dutch(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    connection.request("POST", "/api/v1", "{", {"Content-Type": "application/json"})
    answer = connection.getresponse()
    assert answer.status == 422
    assert json.loads(answer.read())["error"].startswith("Dit had niet mogen gebeuren")


def test_without_decap_cms_the_command_says_how_to_get_it(boom, wijzer, tmp_path):
    assert wijzer(boom(), "formulier", str(tmp_path)) == (
        1,
        f"decap-cms.js staat niet in {tmp_path}. Typ: python3 scripts/formulier.py\n",
    )


def test_the_lock_fetches_one_package_and_holds_its_hash():
    lock = json.loads((REPO / "requirements/formulier/package-lock.json").read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert {one.get("name", "decap-cms") for one in packages.values()} == {
        "decap-cms",
        "empty-npm-package",
    }
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())


NO_CONNECTION = """Het formulier is niet op te halen.
Er is geen verbinding met internet, of de verbinding viel weg. Controleer de verbinding
(en de proxy, als je die gebruikt) en probeer het opnieuw."""
OTHER = """Het formulier is niet op te halen.
Een pakket is niet hetzelfde als wat in requirements/formulier/ is vastgelegd. Daarom is
er niets geïnstalleerd. Probeer het later. Blijft het zo? Vraag een ontwikkelaar."""


@pytest.mark.traag
@pytest.mark.parametrize(("registry", "told"), [(closed_port, NO_CONNECTION), (impostor, OTHER)])
def test_what_cannot_be_fetched_is_told_in_dutch(cms, tmp_path, monkeypatch, registry, told):
    monkeypatch.setattr(NpmPakket, "house", tmp_path / "huis")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    with registry() as address:
        monkeypatch.setenv("npm_config_registry", address)
        with pytest.raises(omgeving.OmgevingError) as refused:
            formulier.FORMULIER.ensure()
    assert str(refused.value) == told
    assert not (tmp_path / "huis/klaar.txt").exists()
