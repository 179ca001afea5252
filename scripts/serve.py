"""Show the site on this computer and refresh it at every change."""

import socket
import sys

import omgeving

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Tell whether no other program answers on this port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) != 0


def main() -> int:
    omgeving.prepare("site")
    arguments = sys.argv[1:]
    if not arguments:
        port = next(filter(is_free, range(8000, 8100)), 8000)
        arguments = ["--dev-addr", f"{HOST}:{port}"]
        omgeving.say(f"De site komt op http://{HOST}:{port}/. Stoppen doe je met Ctrl+C.")
    omgeving.become(["python", "-m", "mkdocs", "serve", *arguments])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
