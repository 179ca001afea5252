"""Run the command line: ``python -m wijzer``."""

from __future__ import annotations

import sys

from wijzer.cli import main

sys.exit(main())
