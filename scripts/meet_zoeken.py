"""Measure search engines side by side on the same pages, and print the table.

    python3 scripts/meet_zoeken.py          # the real site, 1,000 and 5,000 pages
    python3 scripts/meet_zoeken.py 1000     # another number of pages

The measuring itself stands in tests/zoekmeting.py: it uses the questions of the tests.
"""

import sys

import hulpprogrammas
import omgeving


def main() -> int:
    omgeving.prepare("test")
    env = {**omgeving.clean_env(), **hulpprogrammas.ensure()}
    return omgeving.run(["python", "tests/zoekmeting.py", *sys.argv[1:]], env=env)


if __name__ == "__main__":
    sys.exit(omgeving.guarded(main))
