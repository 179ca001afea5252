"""Build the site, the cards and the exports: set up what is missing, then run the real tool."""

import sys

import omgeving


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", "bouw", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
