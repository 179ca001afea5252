"""Running MkDocs inside this process: it then dies with us, and its exceptions are ours."""

from __future__ import annotations

import datetime
import logging
import os
import re
import sys
from pathlib import Path

from wijzer.app.mkdocs_words import in_dutch
from wijzer.base.trouble import DEBUG

GATE_LATER = "wijzer_gate_later"
"""Set in ``extra`` by whoever holds the finished folder against the list of the gate itself."""
CHOSEN_DAY = "wijzer_op"
"""Holds in ``extra`` the day of which the site tells, when somebody chose one."""

_PAGE = re.compile(r"^Error (?:reading|building) page '(?P<page>[^']+)'")


class RenderError(Exception):
    """MkDocs refused the sources and has said why on stderr."""


def render_site(root: Path, target: Path, op: datetime.date | None = None) -> None:
    """Build the site below ``root`` into the folder ``target``; warnings are mistakes too.

    ``op`` is the day of which it tells; without one that is today.

    Raises :class:`RenderError` when MkDocs or our own check stops the build; any other exception
    of a build passes through, with the page where it happened as a note.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # an English banner that no editor can act on
    # Imported here: the other commands need not wait for MkDocs.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError, MkDocsException

    log = logging.getLogger("mkdocs")
    listener = _Listener()
    log.addHandler(listener)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(target))
        config.extra[GATE_LATER] = True
        config.extra[CHOSEN_DAY] = op
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except ConfigurationError as error:  # the only one that MkDocs has not logged
        print(in_dutch(error.message), file=sys.stderr)
        raise RenderError(error.message) from error
    except MkDocsException as error:
        raise RenderError(error.message) from error
    except SystemExit as error:  # so mkdocs-macros-plugin leaves when a macro fails
        raise RenderError("a macro failed") from error
    except Exception as error:
        if listener.page:
            error.add_note(f"Het ging mis bij de pagina {listener.page}.")
        raise
    finally:
        log.removeHandler(listener)


class _Listener(logging.Handler):
    """Prints warnings in Dutch; keeps the page of an error, whose exception follows anyway."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.page = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Print or remember one message of MkDocs."""
        text = record.getMessage()
        if found := _PAGE.match(text):
            self.page = found["page"]
        else:
            print(in_dutch(text), file=sys.stderr)
            if os.environ.get(DEBUG) == "1":
                print(text, file=sys.stderr)
