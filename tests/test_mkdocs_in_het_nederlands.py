"""What MkDocs says reaches an editor in Dutch only."""

from __future__ import annotations

import pytest

from tests.lezer_hulp import engine
from wijzer.app.mkdocs_words import in_dutch

ONBEKEND = (
    "MkDocs meldt iets wat de controle niet kent. "
    "Zet WIJZER_DEBUG=1 voor de opdracht en stuur wat je dan ziet naar de beheerder."
)
SAID = {
    "Doc file 'a/b.md' contains a link '../weg.md', but the target 'weg.md' is not found among documentation files.":
        "a/b.md: de link `../weg.md` leidt naar niets",
    "Doc file 'a.md' contains an unrecognized relative link 'weg', it was left as is. Did you mean 'weg.md'?":
        "a.md: de link `weg` leidt naar niets",
    "Doc file 'a.md' contains an absolute link '/weg/', it was left as is.":
        "a.md: de link `/weg/` leidt naar niets",
    "Doc file 'a.md' contains a link '#weg', but there is no such anchor on this page.":
        "a.md: het anker van de link `#weg` bestaat niet",
    "Doc file 'a.md' contains a link 'b.md#weg', but the doc 'b.md' does not contain an anchor '#weg'.":
        "a.md: het anker van de link `b.md#weg` bestaat niet",
    "A reference to 'weg.md' is included in the 'nav' configuration, which is not found in the documentation files.":
        "mkdocs.yml: het menu (`nav`) noemt `weg.md`, maar die pagina is er niet",
    "Error building page 'a.md': maximum recursion depth exceeded":
        "a.md: deze pagina kan niet worden getoond",
    "Config value 'theme': Unrecognised theme name": "mkdocs.yml: de instelling `theme` klopt niet",
    "Something new": ONBEKEND,
}  # fmt: skip


@pytest.mark.parametrize(("message", "sentence"), SAID.items(), ids=range(len(SAID)))
def test_sentence(message, sentence):
    assert in_dutch(f"WARNING -  {message}") == sentence


@pytest.mark.traag
def test_a_real_build(tmp_path):
    found = "mkdocs.yml: de instelling `theme` klopt niet"
    old, new = "  name: material", "  name: weg"
    project = engine(tmp_path, {})
    config = tmp_path / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert old in text
    config.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = project.wijzer("bouw")
    assert result.returncode == 1
    lines = [line for line in result.stderr.splitlines() if line]
    assert found in lines
    assert lines[-1] == "De site is niet gebouwd. Er is nog geen site."
    assert set(lines) <= {found, ONBEKEND, lines[-1]}
