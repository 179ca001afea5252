"""Hard words, each with a plainer one from ``docs/schrijfhulp.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wijzer.base.findings import Melding
from wijzer.model.document import Document
from wijzer.model.schrijfhulp import MoeilijkWoord
from wijzer.rules.writing.texts import Zin


class Finder:
    """All hard words as one pattern, the longest first; official names stay as they are."""

    def __init__(self, woorden: Iterable[MoeilijkWoord], names: Iterable[str]) -> None:
        self._gewoon = {form: entry.gewoon for entry in woorden for form in entry.alle}
        forms = sorted(map(re.escape, self._gewoon), key=len, reverse=True)
        any_form = "|".join(forms) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{any_form})(?![\w-])", re.IGNORECASE)
        lower = (" ".join(name.lower().split()) for name in names)
        self._names = {name for name in lower if " " in name and self._pattern.search(name)}

    def tips(self, document: Document, zinnen: Iterable[Zin]) -> Iterator[Melding]:
        """Yield a tip for every hard word that the page uses itself."""
        for zin in zinnen:
            for word in self._pattern.findall(self._without_names(zin.eigen)):
                tip = f"Schrijf liever: {self._gewoon[word.lower()]}"
                yield document.tip(zin.regel, f"een moeilijk woord: “{word}”", tip)

    def _without_names(self, text: str) -> str:
        for name in self._names:
            if name in text.lower():
                text = re.sub(re.escape(name), "…", text, flags=re.IGNORECASE)
        return text
