"""What MkDocs says, in Dutch: the last resort, for what the check should have found before it."""

from __future__ import annotations

import re

from wijzer.base.trouble import DEBUG

_ASK = f"Zet {DEBUG}=1 voor de opdracht en stuur wat je dan ziet naar de beheerder."
_SENTENCES = (
    (
        r"Doc file '(?P<page>.+?)' contains a link '(?P<what>.*?)', but (?:there is no such anchor|"
        r"the doc '.+' does not contain an anchor)",
        "{page}: het anker van de link `{what}` bestaat niet",
    ),
    (
        r"Doc file '(?P<page>.+?)' contains an? (?:unrecognized relative |absolute )?link "
        r"'(?P<what>.*?)'[, ]",
        "{page}: de link `{what}` leidt naar niets",
    ),
    (
        r"A (?:relative path|reference) to '(?P<what>.+?)' is included in the 'nav' configuration",
        "mkdocs.yml: het menu (`nav`) noemt `{what}`, maar die pagina is er niet",
    ),
    (
        r"Error (?:reading|building) page '(?P<page>.+?)'",
        "{page}: deze pagina kan niet worden getoond",
    ),
    (
        r"_Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<page>.+?)`",
        "{page}: een macro op deze pagina kan niet worden uitgevoerd",
    ),
    (
        r"error parsing the configuration file",
        "mkdocs.yml: dit bestand is geen goede YAML",
    ),
    (
        r"Config value '?(?P<what>[^:']+)'?: ",
        "mkdocs.yml: de instelling `{what}` klopt niet",
    ),
)
_KNOWN = tuple((re.compile(pattern), sentence) for pattern, sentence in _SENTENCES)


def in_dutch(message: str) -> str:
    """Return one message of MkDocs as a sentence for the editor, never a word of English."""
    for pattern, sentence in _KNOWN:
        if found := pattern.search(message):
            return sentence.format(**found.groupdict())
    return f"MkDocs meldt iets wat de controle niet kent. {_ASK}"
