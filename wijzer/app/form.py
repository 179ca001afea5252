"""What the form asks of the project: give a source, and save what somebody filled in.

The questions are those of the proxy backend of Decap CMS (the protocol of ``decap-server``).
Saving goes through the check: a source never gets worse.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel

from wijzer.app.edit import carry_out
from wijzer.base.trouble import PlainError
from wijzer.corpus.corpus import load_corpus
from wijzer.editor.form.config import DATA, form_config
from wijzer.editor.form.entry import VERSION, from_entry, to_entry, version
from wijzer.editor.move import Bewerking

Params: TypeAlias = Mapping[str, Any]
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md")


class Formulier:
    """The sources of one checkout, for one person with a browser."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.soorten = load_corpus(root)[0].soorten
        self.saved: dict[str, str] = {}
        """Which version the form itself made of which; a browser goes on with the one it had."""
        self.lock = threading.Lock()
        self.actions: dict[str, Callable[[Params], Any]] = {
            "entriesByFolder": lambda asked: [*self._folder(str(asked["folder"]))],
            "entriesByFiles": lambda asked: [self._entry(one["path"]) for one in asked["files"]],
            "getEntry": lambda asked: self._entry(str(asked["path"])),
            "persistEntry": self._persist,
            "getMedia": lambda _: [],
            "getDeployPreview": lambda _: None,
        }

    def config(self) -> dict[str, Any]:
        """Return the form for the sources as they are now."""
        corpus, _ = load_corpus(self.root)
        self.soorten = corpus.soorten
        return form_config(corpus)

    def answer(self, action: str, asked: Params) -> Any:
        """Do what the form asks; raise :class:`PlainError` when that cannot be."""
        if action not in self.actions:
            raise PlainError("Dat kan niet met dit formulier.")
        return self.actions[action](asked)

    def _folder(self, folder: str) -> Iterator[dict[str, Any]]:
        """Yield the pages of a folder; one that cannot be read is for the check to tell."""
        kind = self.soorten.of_path(f"{folder}/nieuw.md")
        for file in sorted((self.root / folder).glob("*.md")) if kind else ():
            path = f"{folder}/{file.name}"
            if self.soorten.of_path(path) == kind:
                try:
                    yield self._entry(path)
                except PlainError:
                    continue

    def _entry(self, path: str) -> dict[str, Any]:
        self._model(path)
        file = self.root / path
        if not file.is_file():
            return {"data": None, "file": {"path": path, "id": None}}
        data = file.read_bytes()
        entry = to_entry(data, page=path not in DATA)
        return {"data": json.dumps(entry), "file": {"path": path, "id": version(data)}}

    def _model(self, path: str) -> type[BaseModel] | None:
        """Return the model of a source; refuse a path that is no source of the form."""
        if path in DATA:
            return DATA[path][1]
        soort = self.soorten.of_path(path)
        if soort is None or not _PATH.fullmatch(path):
            raise PlainError(f"{path} hoort niet bij dit formulier.")
        return soort.model

    def _persist(self, asked: Params) -> dict[str, str]:
        if asked.get("assets"):
            raise PlainError("Een afbeelding kan niet met dit formulier.")
        with self.lock:
            for one in asked["dataFiles"]:
                self._save(str(one["path"]), json.loads(one["raw"]))
        return {"message": "opgeslagen"}

    def _save(self, path: str, entry: dict[str, Any]) -> None:
        model, file = self._model(path), self.root / path
        data = file.read_bytes() if file.is_file() else b""
        if data and not self._goes_on(entry.get(VERSION), version(data)):
            raise PlainError(
                f"{path} is intussen veranderd. Bewaar wat je schreef even ergens anders, "
                "laad de bladzijde opnieuw en zet het er weer in."
            )
        new = from_entry(data, entry, model)
        if new != data:
            carry_out(self.root, lambda _: Bewerking({path: new}), old_mistakes=True)
            self.saved[version(data)] = version(new)

    def _goes_on(self, began: str | None, now: str) -> bool:
        """Tell whether the source holds what the browser had, or what we made of that."""
        seen: set[str] = set()
        while began and began not in seen and began != now:
            seen.add(began)
            began = self.saved.get(began)
        return began == now
