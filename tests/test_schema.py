"""JSON Schemas of all sources: they accept what the check accepts, and help with what it does not."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from tests.boom import REPO
from tests.gemeente import FROZEN, frozen
from wijzer.editor.schema import print_schema, schemas

ALL = dict(schemas())
DATA = (
    *("gemeente.yml", "docs/contact.yml", "docs/hulp.yml"),
    *("docs/wet-uitleg.yml", "docs/schrijfhulp.yml"),
)
SETTINGS = json.loads((REPO / ".vscode/settings.json").read_text(encoding="utf-8"))


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a date is text, and so is `ja`."""


Core.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> object:
    return Core(text).get_single_data()


def mistakes(name: str, values: object) -> list[str]:
    found = jsonschema.Draft7Validator(ALL[name]).iter_errors(values)
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in found]


def schema_of(path: str) -> str:
    return path.rpartition("/")[2].replace(".yml", ".schema.json")


@pytest.mark.parametrize("name", ALL)
def test_it_is_a_schema_and_speaks_dutch(name):
    schema = ALL[name]
    jsonschema.Draft7Validator.check_schema(schema)
    for model in (schema, *schema.get("$defs", {}).values()):
        for key, field in model.get("properties", {}).items():
            assert field["title"] == key
            assert field.get("description") or "$ref" in field


@pytest.mark.parametrize("path", DATA)
def test_a_file_of_data_fits_its_schema(path):
    file = FROZEN / path
    if not file.is_file():
        pytest.skip("de bevroren gemeente heeft dit bestand niet")
    values = read(file.read_text(encoding="utf-8"))
    assert mistakes(schema_of(path), values) == []


def test_every_page_fits_the_schema_of_its_kind():
    for document in frozen().all_documents:
        text = (FROZEN / document.path).read_text(encoding="utf-8-sig")
        values = read(text.split("\n---", 1)[0].removeprefix("---"))
        assert mistakes(f"{document.soort.naam}.schema.json", values) == [], document.path


def test_a_mistake_is_seen():
    values = read((FROZEN / "gemeente.yml").read_text(encoding="utf-8"))
    values["kernwaarde"] = values.pop("kernwaarden")
    assert mistakes("gemeente.schema.json", values) == [
        ": Additional properties are not allowed ('kernwaarde' was unexpected)",
        ": 'kernwaarden' is a required property",
    ]
    assert mistakes("contact.schema.json", {"hrm": [{"tel": "1"}]}) == [
        "hrm.0: Additional properties are not allowed ('tel' was unexpected)"
    ]


def test_the_schemas_of_vs_code_are_those_of_the_models():
    wired = SETTINGS["yaml.schemas"]
    assert {*wired.values()} == {*DATA}
    for path, source in wired.items():
        assert (REPO / source).is_file()
        assert path.endswith(f"/{schema_of(source)}")
    for file in (REPO / ".vscode/schemas").iterdir():
        assert file.read_text(encoding="utf-8") == print_schema(ALL[file.name]), (
            "draai: python3 scripts/wijzer.py schema .vscode/schemas"
        )


def test_the_command_writes_all_of_them(boom, wijzer, tmp_path):
    target = tmp_path / "schemas"
    assert wijzer(boom(), "schema", str(target)) == (
        0,
        f"{len(ALL)} schema's staan in {target}.\n",
    )
    assert {file.name for file in target.iterdir()} == {*ALL}
