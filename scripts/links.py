"""Verify the links of the built site: set up what is missing, then run the real tool."""

import sys

import omgeving


def main() -> int:
    omgeving.prepare("site")
    omgeving.become(["python", "-m", "wijzer", "links", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
