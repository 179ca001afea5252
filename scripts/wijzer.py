"""Give the Integriteitswijzer a command: set up what is missing, then run it."""

import sys

import omgeving


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
