"""Text made safe for the format that it enters: one function for each format, used everywhere.

Nothing that an editor typed reaches a page, feed, card or log in another way.  Whatever the
function, a reader sees the text as it was typed.
"""

from __future__ import annotations

import html
import json
import re

from wijzer.base.unseen import without_unseen

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|&#]")
_BLOCK = re.compile(r"^(\d*)([-+:=!?~.)])")
"""What begins a list, a definition, a box or a line under a heading at the start of a text."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LINES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ISSUE = re.compile(r"[\\`*_{}\[\]<>()+\-.!|~&:/]")
_CALLS = re.compile(r"@|#|:(?=//)|\bwww(?=\.)|\bGH(?=-)", re.IGNORECASE)
"""What a Git server makes a mention, a reference or a link of, also behind a backslash."""
_SCRIPT = re.compile("[<>&\u2028\u2029]")


def html_text(text: str) -> str:
    """Return text for an element or a quoted attribute of HTML, SVG or other XML."""
    return html.escape(_CONTROL.sub("", text), quote=True)


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is, also at the start of a line.

    Signs become character references: Python-Markdown knows no backslash before ``<``, and a
    reference means the same whether the text around it is read as Markdown or as HTML.
    """
    return _BLOCK.sub(lambda m: m[1] + _reference(m, 2), markdown_inline(text))


def markdown_inline(text: str) -> str:
    """Return text that Markdown shows as it is with something in front, such as ``[``; one line."""
    return _MARKDOWN.sub(_reference, " ".join(_CONTROL.sub("", text).split()))


def issue_text(text: str) -> str:
    """Return text on one line that an issue or a comment shows as it is.

    It calls nobody, leads nowhere and refers to nothing: behind ``@``, ``#`` and the begin of an
    address stands a sign without width, for a Git server looks for those in what is shown.
    """
    shown = _CALLS.sub("\\g<0>\u200b", " ".join(without_unseen(text).split()))
    return _ISSUE.sub(r"\\\g<0>", shown)


def markdown_attribute(text: str) -> str:
    """Return text for a quoted attribute of an HTML element that stands in Markdown."""
    return markdown_inline(text).replace('"', "&quot;").replace("'", "&#39;")


def script_json(data: object) -> str:
    """Return data as JSON that may stand in a script, in a file or between script tags."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _SCRIPT.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def vcard_text(text: str) -> str:
    """Return a text value of a vCard (RFC 6350, 3.4)."""
    for mark in ("\\", ",", ";"):
        text = text.replace(mark, f"\\{mark}")
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n"))


def terminal_line(text: str) -> str:
    """Return text on one line of a terminal or log, where it can give no orders.

    An escape character would colour or move what is printed, and a line that begins with ``::``
    is an order to GitHub.
    """
    return _LINES.sub(lambda m: " " if m[0] in "\n\r\t" else f"\\x{ord(m[0]):02x}", text)


def workflow_text(text: str) -> str:
    """Return the message of a GitHub workflow command (docs.github.com/actions)."""
    return _percent(text, "%\r\n")


def workflow_property(text: str) -> str:
    """Return a property of a GitHub workflow command, such as ``file``."""
    return _percent(text, "%\r\n,:")


def _percent(text: str, signs: str) -> str:
    for sign in signs:  # the percent sign first: the others make new ones
        text = text.replace(sign, f"%{ord(sign):02X}")
    return _LINES.sub(lambda m: f"\\x{ord(m[0]):02x}", text)


def _reference(found: re.Match[str], group: int = 0) -> str:
    return f"&#{ord(found[group])};"
