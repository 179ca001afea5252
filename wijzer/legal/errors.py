"""What goes wrong when a reference is read."""

from __future__ import annotations


class MalformedReferenceError(ValueError):
    """A text is no reference; the message is for an editor, ``tip`` shows a right form."""

    def __init__(self, text: str, example: str) -> None:
        super().__init__(text)
        self.text = text
        self.example = example

    @property
    def tip(self) -> str:
        """What is expected, with an example."""
        return f"Zo ziet het eruit: {self.example}"
