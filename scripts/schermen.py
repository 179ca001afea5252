"""Make the screenshots of the README from the built site: run bouw.py first."""

from __future__ import annotations

import sys

import hulpprogrammas
import omgeving

PROGRAM = """
import functools, http.server, os, pathlib, threading
from playwright.sync_api import sync_playwright

PAGES = {
    "start": "",
    "kernwaarde": "kernwaarden/zorgvuldigheid/",
    "basisnorm": "regelgeving/basisnormen/relatiegeschenken/",
    "dilemma": "dilemmas/drie-winters-haakwerk/",
    "matrix": "matrix/",
}
REPLACED = "regeling-integriteitsmeldingen/index.html"
for file in pathlib.Path("site/regelgeving").glob(f"*/{REPLACED}"):
    PAGES["vervangen-regel"] = f"{file.parent.relative_to('site').as_posix()}/"
SIZES = {1280: 900, 390: 844}
target = pathlib.Path(".github/schermen")
target.mkdir(parents=True, exist_ok=True)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(
    ("127.0.0.1", 0), functools.partial(Quiet, directory="site"))
threading.Thread(target=server.serve_forever, daemon=True).start()
with sync_playwright() as play:
    browser = play.chromium.launch(
        executable_path=os.environ["WIJZER_CHROMIUM"],
        args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
    for width, height in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        for name, address in PAGES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            page.screenshot(path=target / f"{name}-{width}.png")
            print(f"  {name}-{width}.png")
"""


def main() -> int:
    omgeving.prepare("test")
    env = {**omgeving.clean_env(), **hulpprogrammas.ensure()}
    return omgeving.run(["python", "-c", PROGRAM], env=env)


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
