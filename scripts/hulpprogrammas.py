"""Find the programs that no Python package brings: browsers, nginx, Caddy, npm, Java."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import omgeving

LEAN = "chromium-headless-shell"
"""Chromium without windows: the same engine in half the time. Debian has it as a package."""
BROWSERS = (
    LEAN,
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
)
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_BROWSERS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Lets nginx send files that were compressed with Brotli; only Debian has it as a package."""
DICTIONARY = Path("/usr/share/hunspell/nl.dic")
"""Dutch words, for the writing help; without them one of its tests is skipped."""
FIREFOX = "firefox-esr"
"""The second browser of the tests; Ubuntu has it under another name, without ``-esr``."""
JAVA = "default-jre-headless"
SYSTEM_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def find_browser() -> str | None:
    """Return the path of a Chromium-like browser."""
    chosen = os.environ.get("WIJZER_CHROMIUM")
    if chosen:
        if not Path(chosen).is_file():
            raise omgeving.OmgevingError(f"WIJZER_CHROMIUM wijst naar niets: {chosen}")
        return chosen
    on_path = (shutil.which(name) for name in BROWSERS)
    elsewhere = (str(path) for path in (*mac_paths(), *windows_paths()) if path.is_file())
    return next(filter(None, (*on_path, *elsewhere)), None)


def mac_paths() -> list[Path]:
    roots = [Path("/Applications"), Path(os.path.expanduser("~/Applications"))]  # noqa: PTH111
    return [root / f"{name}.app/Contents/MacOS/{name}" for root in roots for name in MAC_BROWSERS]


def windows_paths() -> list[Path]:
    names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    roots = [Path(os.environ[name]) for name in names if os.environ.get(name)]
    return [root / browser for root in roots for browser in WINDOWS_BROWSERS]


def find_firefox() -> str | None:
    """Return the path of Firefox."""
    return shutil.which(FIREFOX) or shutil.which("firefox")


def install_firefox() -> None:
    """Try to get the second browser; without it the tests in it are skipped."""
    if find_firefox() or not can_install():
        return
    try:
        apt_install([FIREFOX])
    except omgeving.OmgevingError:
        omgeving.say(f"{FIREFOX} is er niet voor dit systeem.")


def find_nginx() -> str | None:
    """Return the path of nginx; Debian keeps it where an ordinary user's PATH does not look."""
    return shutil.which("nginx", path=SYSTEM_PATH)


def find_caddy() -> str | None:
    """Return the path of the web server Caddy."""
    return shutil.which("caddy", path=SYSTEM_PATH)


def find_npm() -> str | None:
    """Return the path of npm, which fetches the form and the check of HTML."""
    return shutil.which("npm")


def require_npm(needed_for: str) -> str:
    """Return the path of npm; install it when it is missing and we can."""
    if not find_npm() and can_install():
        apt_install(["npm"])
    if not (found := find_npm()):
        raise omgeving.OmgevingError(
            f"Voor {needed_for} is Node.js nodig (het deel npm), en dat is er niet.\n"
            "Installeer het op Windows via Software Center of van nodejs.org, op macOS met\n"
            "brew install node, en op Debian of Ubuntu met sudo apt install npm."
        )
    return found


def find_java() -> str | None:
    """Return the path of a Java that runs; on macOS there is one that only says how to get it."""
    found = shutil.which("java")
    if not found:
        return None
    done = subprocess.run([found, "-version"], capture_output=True, check=False)
    return None if done.returncode else found


def require_java() -> str:
    """Return the path of Java, which checks HTML; install it when it is missing and we can."""
    if not find_java() and can_install():
        apt_install([JAVA])
    if not (found := find_java()):
        raise omgeving.OmgevingError(
            "Voor de HTML-keuring is Java nodig, en dat is er niet.\n"
            "Installeer het op Windows via Software Center, op macOS met brew install openjdk,\n"
            f"en op Debian of Ubuntu met sudo apt install {JAVA}."
        )
    return found


def can_install() -> bool:
    """Tell whether this is Debian or a relative of it, and we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: list[str]) -> None:
    """Install Debian packages."""
    omgeving.say(f"Ik installeer {' en '.join(packages)} (1 tot 5 minuten) …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["install", "-y", "-qq", "--no-install-recommends"]
    for command in (["apt-get", "update", "-qq"], ["apt-get", *options, *packages]):
        result = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if result.returncode:
            raise omgeving.OmgevingError(
                f"{' '.join(command)} is niet gelukt:\n{omgeving.tail(result.stderr)}"
            )


def install_lean_browser() -> None:
    """Try to get the fastest browser; any other one will do as well."""
    if os.environ.get("WIJZER_CHROMIUM") or shutil.which(LEAN) or not can_install():
        return
    try:
        apt_install([LEAN])
    except omgeving.OmgevingError:
        omgeving.say(f"{LEAN} is er niet voor deze Debian; de tests gebruiken een andere browser.")


def ensure() -> dict[str, str]:
    """Install what is missing if we can; return the variables that tell the tests where it is."""
    install_lean_browser()
    install_firefox()
    missing = [] if find_browser() else ["chromium"]
    missing += [] if find_nginx() else ["nginx-light"]
    missing += [] if BROTLI.is_file() else ["libnginx-mod-http-brotli-static"]
    missing += [] if find_caddy() else ["caddy"]
    missing += [] if DICTIONARY.is_file() else ["hunspell-nl"]
    missing += [] if find_npm() else ["npm"]
    missing += [] if find_java() else [JAVA]
    if missing and can_install():
        apt_install(missing)
    browser, nginx, caddy = find_browser(), find_nginx(), find_caddy()
    if not browser:
        raise omgeving.OmgevingError(help_text("een browser", "chromium", "chromium"))
    if not nginx and not omgeving.ON_WINDOWS:
        raise omgeving.OmgevingError(help_text("de webserver nginx", "nginx-light", "nginx"))
    used = {"nginx": nginx, "Caddy": caddy, "npm": find_npm()}
    used |= {"Java": find_java(), "Firefox": find_firefox()}
    for name, path in used.items():
        if not path:
            omgeving.say(f"Let op: {name} is er niet. De tests ermee worden overgeslagen.")
    return {"WIJZER_CHROMIUM": browser, "WIJZER_NGINX": nginx or "", "WIJZER_CADDY": caddy or ""}


def help_text(what: str, debian: str, brew: str) -> str:
    """Say what is missing and how to get it on this system."""
    if omgeving.ON_WINDOWS:
        how = "Installeer Google Chrome of Microsoft Edge, bijvoorbeeld via Software Center."
    elif sys.platform == "darwin":
        how = f"Installeer het met: brew install {brew}"
    else:
        how = f"Installeer het op Debian of Ubuntu met: sudo apt install {debian}"
    text = f"Voor de tests is {what} nodig, en dat programma is er niet.\n{how}"
    if debian == "chromium":
        text += "\nStaat er wel een browser? Zet het pad ernaartoe in de variabele WIJZER_CHROMIUM."
    return text
