"""The SBOM and the licences of what the site is made with."""

from __future__ import annotations

import json
import re
import sys

from tests.boom import REPO, environment

sys.path.insert(0, str(REPO / "scripts"))

import subprocess
from pathlib import Path

import stuklijst


def test_every_locked_package_is_in_the_list_with_its_licence(tmp_path: Path):
    target = tmp_path / stuklijst.SBOM
    command = [sys.executable, *stuklijst.COMMAND[1:], f"--output-file={target}"]
    done = subprocess.run(command, cwd=REPO, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    sbom = json.loads(target.read_text(encoding="utf-8"))
    assert sbom["bomFormat"] == "CycloneDX"
    table = stuklijst.licence_list(sbom)
    rows = dict(re.findall(r"^\| (\S+) \| \S+ \| (.+) \|$", table, re.MULTILINE))
    found = {name.lower().replace("_", "-"): licence for name, licence in rows.items()}
    assert {"mkdocs", "mkdocs-material", "typst", "brotli"} <= found.keys()
    assert found["mkdocs"].startswith("BSD")
    assert found["mkdocs-material"] == "MIT"


def test_a_licence_is_named_as_its_makers_do():
    both = {"licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "License :: X"}}]}
    assert stuklijst.licences(both) == "MIT, X"
    assert stuklijst.licences({"licenses": [{"expression": "MIT OR Apache-2.0"}]}) == (
        "MIT OR Apache-2.0"
    )
    assert stuklijst.licences({}) == "onbekend"
