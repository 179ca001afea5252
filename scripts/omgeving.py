"""Make the project's own virtual environment (.venv) from a lock, and run commands in it.

Standard library only, and no syntax that an old Python cannot read: this file has to run before
anything is installed, and has to explain it when Python itself is too old.
Run directly, it passes its arguments to the Python of the environment.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Callable, NoReturn, Sequence  # noqa: UP035  (readable for Python 3.8)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "klaar.txt"
MINIMUM = (3, 11)
ON_WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if ON_WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if ON_WINDOWS else "python")

# Settings that would pull Python or pip out of .venv.
PULLING_SETTINGS = (
    "PYTHONHOME",
    "PYTHONPATH",
    "__PYVENV_LAUNCHER__",
    "PIP_PRE",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
)

# What pip says -> what we say. The first hit counts.
NO_CONNECTION = (
    "Failed to establish",
    "name resolution",
    "getaddrinfo",
    "ProxyError",
    "timed out",
    "Connection reset",
    "Connection refused",
    "IncompleteRead",
)
PIP_FAILURES = (
    (
        ("DO NOT MATCH THE HASHES",),
        "Een pakket is niet hetzelfde als wat in requirements/ is vastgelegd. Daarom is er niets\n"
        "geïnstalleerd. Probeer het later nog eens. Blijft het zo? Vraag een ontwikkelaar.",
    ),
    (
        ("No space left on device",),
        "De schijf is vol. Maak ruimte vrij (ongeveer 1 GB) en probeer het opnieuw.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        "De beveiligde verbinding is geweigerd. Op een werkplek van de gemeente is vaak een eigen\n"
        "certificaat nodig. Vraag ICT om het, en zet het pad ernaartoe in de variabele PIP_CERT.",
    ),
    (
        NO_CONNECTION,
        "Er is geen verbinding met internet, of de verbinding viel weg. Controleer de verbinding\n"
        "(en de proxy, als je die gebruikt) en probeer het opnieuw.",
    ),
)


class OmgevingError(Exception):
    """A problem that the user can solve; the text says how, in Dutch."""


def say(text: str) -> None:
    print(text, flush=True)


def guarded(main: Callable[[], int]) -> int:
    """Run main; show problems as a Dutch text instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        return main()
    except OmgevingError as error:
        print(f"\nFOUT: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt. Je kunt de opdracht gewoon opnieuw geven.", file=sys.stderr)
        return 130


def prepare(lock: str) -> None:
    """Make sure that .venv holds exactly what requirements/LOCK.txt asks for."""
    check_python()
    if is_ready(lock):
        return
    make_venv()
    install(lock)
    covered = ("site", "test") if lock == "test" else (lock,)
    lines = [python_line(), *(lock_line(name) for name in covered)]
    half = STAMP.with_suffix(".half")
    half.write_text("\n".join(lines) + "\n", encoding="utf-8")
    half.replace(STAMP)  # last of all: an interrupted run leaves no stamp, so it starts anew
    say("Alles staat klaar.\n")


def check_python() -> None:
    """Refuse a Python that is too old or cannot make environments."""
    if sys.version_info < MINIMUM:
        raise OmgevingError(
            f"Je Python is te oud: {sys.version.split()[0]}. Nodig is Python 3.11 of nieuwer.\n"
            "Installeer een nieuwe Python (op Windows: Software Center of python.org; op macOS:\n"
            "python.org of Homebrew; op Debian of Ubuntu: sudo apt install python3.11)."
        )
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise OmgevingError(
            "Python mist het onderdeel om een eigen omgeving te maken (venv).\n"
            f"Installeer het op Debian of Ubuntu met: sudo apt install python{version}-venv"
        )


def is_ready(lock: str) -> bool:
    """Tell whether an earlier run finished with this very lock and this Python."""
    if not PYTHON.exists() or not STAMP.is_file():
        return False
    lines = STAMP.read_text(encoding="utf-8").splitlines()
    return python_line() in lines and lock_line(lock) in lines


def python_line() -> str:
    return f"python {sys.version_info.major}.{sys.version_info.minor}"


def lock_path(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def lock_line(name: str) -> str:
    # Line ends differ between systems; they must not cause a new installation.
    try:
        text = lock_path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise OmgevingError(
            f"Ik kan requirements/{name}.txt niet lezen. Haal het project opnieuw op."
        ) from error
    return f"{name} {hashlib.sha256(text.encode()).hexdigest()}"


def make_venv() -> None:
    """Make an empty .venv, replacing what an older or interrupted run left."""
    say("Ik maak een eigen omgeving voor dit project in de map .venv (ongeveer 10 seconden) …")
    try:
        STAMP.unlink(missing_ok=True)
        command = [sys.executable, "-I", "-m", "venv", "--clear", str(VENV)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise OmgevingError(f"De map .venv kan niet worden gemaakt: {error.strerror}.") from error
    if result.returncode:
        raise OmgevingError(
            "De map .venv kan niet worden gemaakt. Sluit programma's die hem gebruiken, gooi de\n"
            "map weg en probeer het opnieuw. Dit was het probleem:\n"
            f"{tail(result.stdout + result.stderr)}"
        )


def install(lock: str) -> None:
    """Install the locked packages, checking every hash, and show how far it is."""
    total = lock_path(lock).read_text(encoding="utf-8").count("==")
    say(f"Ik haal {total} pakketten op en installeer ze. Dat duurt 1 tot 5 minuten, één keer …")
    command = [str(PYTHON), "-I", "-m", "pip", "--no-input", "--disable-pip-version-check"]
    command += ["--retries=2", "install", "--require-hashes", "--only-binary=:all:"]
    command += ["--progress-bar=off", "--no-warn-script-location", "-r", str(lock_path(lock))]
    log = []  # type: list[str]
    with subprocess.Popen(
        command,
        env=clean_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout is not None
        seen = 0
        for line in pip.stdout:
            log.append(line)
            if line.startswith("Collecting "):
                seen += 1
                if seen % 10 == 0:
                    say(f"  {seen} van de {total} pakketten …")
            elif line.startswith("Installing collected"):
                say("  alles is binnen; nu installeren (minder dan een minuut) …")
    if pip.returncode:
        raise OmgevingError(explain("".join(log)))


def explain(log: str) -> str:
    """Turn pip's output into one Dutch text."""
    for signs, text in PIP_FAILURES:
        if any(sign in log for sign in signs):
            return f"Het installeren is niet gelukt.\n{text}"
    return f"Het installeren is niet gelukt. Dit was het probleem:\n{tail(log)}"


def tail(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-8:])


def clean_env() -> dict[str, str]:
    """Return the environment without settings that would pull us out of .venv."""
    env = {key: value for key, value in os.environ.items() if key not in PULLING_SETTINGS}
    env["VIRTUAL_ENV"] = str(VENV)
    env["PATH"] = str(BIN) + os.pathsep + env.get("PATH", os.defpath)
    env["PYTHONUTF8"] = "1"
    env["NO_MKDOCS_2_WARNING"] = "1"  # an English banner that no editor can act on
    return env


def run(command: Sequence[str], env: dict[str, str] | None = None, cwd: Path = ROOT) -> int:
    """Run a command of the environment (the first word may be a program of .venv)."""
    completed = subprocess.run(
        [in_venv(command[0]), *command[1:]], cwd=cwd, env=env or clean_env(), check=False
    )
    return completed.returncode


def become(command: Sequence[str]) -> NoReturn:
    """Go on as this command: its signals and its exit code are then ours."""
    sys.stdout.flush()
    if ON_WINDOWS:  # exec on Windows returns to the prompt before the command ends
        sys.exit(run(command))
    os.chdir(ROOT)
    program = in_venv(command[0])
    os.execve(program, [program, *command[1:]], clean_env())


def in_venv(program: str) -> str:
    return str(BIN / (program + ".exe" if ON_WINDOWS else program))


def main() -> int:
    prepare("site")
    become(["python", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(guarded(main))
