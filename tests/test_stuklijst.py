"""The SBOM and the licences of what the site is made with."""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
import sys
import venv
from pathlib import Path

from tests import proces
from tests.boom import REPO, environment

sys.path.insert(0, str(REPO / "scripts"))

import stuklijst

PACKAGES = ("mkdocs", "mkdocs-material", "typst", "brotli")


def environment_with(target: Path, *packages: str) -> Path:
    """Make an environment that has what these packages tell of themselves; return its Python."""
    venv.create(target, with_pip=False)
    (site_packages,) = target.rglob("site-packages")
    for name in packages:
        package = importlib.metadata.distribution(name)
        (record,) = (file for file in package.files or () if file.name == "RECORD")
        shutil.copytree(str(package.locate_file(record.parent)), site_packages / record.parent)
    return next(path for path in target.glob("*/python*") if path.stem == "python")


def test_every_package_is_in_the_list_with_its_licence(tmp_path: Path):
    target = tmp_path / stuklijst.SBOM
    python = environment_with(tmp_path / "omgeving", *PACKAGES)
    module, *options = stuklijst.COMMAND[2:]
    arguments = (*options, f"--output-file={target}", str(python))
    done = proces.run(module, *arguments, cwd=REPO, env=environment())
    assert done.returncode == 0, done.stderr
    sbom = json.loads(target.read_text(encoding="utf-8"))
    assert sbom["bomFormat"] == "CycloneDX"
    table = stuklijst.licence_list(sbom)
    rows = dict(re.findall(r"^\| (\S+) \| \S+ \| (.+) \|$", table, re.MULTILINE))
    found = {name.lower().replace("_", "-"): licence for name, licence in rows.items()}
    assert found.keys() == {"pakket", *PACKAGES}
    assert found["mkdocs"].startswith("BSD")
    assert found["mkdocs-material"] == "MIT"


def test_a_licence_is_named_as_its_makers_do():
    both = {"licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "License :: X"}}]}
    assert stuklijst.licences(both) == "MIT, X"
    assert stuklijst.licences({"licenses": [{"expression": "MIT OR Apache-2.0"}]}) == (
        "MIT OR Apache-2.0"
    )
    assert stuklijst.licences({}) == "onbekend"
