"""``recht``: fetch the official texts, and show what changed in them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wijzer.base.clock import today
from wijzer.base.findings import errors
from wijzer.base.git import NoHistoryError
from wijzer.base.output import Formaat, render
from wijzer.corpus.citations import citations
from wijzer.corpus.corpus import Corpus, load_corpus
from wijzer.corpus.nagelezen import Stand, dump
from wijzer.corpus.register import identifier_of, plaats_text
from wijzer.editor.wetswijziging import changes
from wijzer.editor.wetswijziging_output import PRINTERS, Vorm
from wijzer.legal.identifiers import Bwb, Cvdr
from wijzer.load.tree import NAGELEZEN
from wijzer.model.kinds import REGELING
from wijzer.model.pages import Regeling
from wijzer.model.validate import suggestion
from wijzer.pages.markdown import day
from wijzer.recht.history import texts_at
from wijzer.recht.store import replace_file, save_text

if TYPE_CHECKING:
    from wijzer.recht.fetch import Ophaler


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two commands below this one, with their options."""
    parts = parser.add_subparsers(dest="deel", required=True, metavar="deel")
    get = parts.add_parser("ophalen", help="haal officiële teksten op", description=ophalen.__doc__)
    get.add_argument("--alles", action="store_true", help="alle wetten en regels met een nummer")
    # The tests rehearse with a server on this computer; other addresses are refused.
    get.add_argument("--bron", help=argparse.SUPPRESS)
    get.add_argument("regeling", nargs="*", help="de id van een wet of regel: ambtenarenwet-2017")
    get.set_defaults(deel_run=ophalen)
    diff = parts.add_parser("verschil", help="wat er veranderd is", description=verschil.__doc__)
    diff.add_argument("--sinds", default="HEAD", metavar="VERSIE", help="een versie in Git (HEAD)")
    diff.add_argument("--formaat", choices=[*Vorm], default=Vorm.TEKST, help="hoe het eruitziet")
    diff.set_defaults(deel_run=verschil)
    read = parts.add_parser(
        "nagelezen",
        help="welke aanhalingen nog nagelezen moeten worden",
        description=nagelezen.__doc__,
    )
    read.add_argument("--aanvullen", action="store_true", help="zet de ontbrekende rijen erbij")
    read.set_defaults(deel_run=nagelezen)


def run(options: argparse.Namespace) -> int:
    """Haal de teksten van wetten op en laat zien wat er veranderd is."""
    return int(options.deel_run(options))


def ophalen(options: argparse.Namespace) -> int:
    """Haal de officiële teksten op en bewaar ze in regelgeving/teksten/."""
    corpus, _ = load_corpus(options.map)
    known = dict(_fetchable(corpus))
    wanted = list(known) if options.alles else options.regeling
    wrong = [_why_not(name, known, corpus) for name in wanted if name not in known]
    if wrong or not (wanted or options.alles):
        print("\n".join(wrong) or "Noem een wet of regel, of kies --alles.", file=sys.stderr)
        return 2
    # The HTTP client takes a tenth of a second to import; the other commands need not wait for it.
    from wijzer.recht.access import FetchError, open_source
    from wijzer.recht.fetch import Ophaler

    try:
        gezag = corpus.gemeente.lokale_regels.gezag
        ophaler = Ophaler(open_source(options.bron), options.map, today(), gezag=gezag)
    except FetchError as error:
        print(error, file=sys.stderr)
        return 2
    failed = [name for name in wanted if not _fetch(ophaler, name, known[name])]
    print(f"{len(wanted) - len(failed)} van de {len(wanted)} teksten zijn opgehaald.")
    if failed:
        print(f"Niet gelukt: {', '.join(failed)}. Wat er stond, staat er nog.")
        return 1
    print("Kijk wat er veranderd is met: python3 scripts/wijzer.py recht verschil")
    return 0


def verschil(options: argparse.Namespace) -> int:
    """Laat zien wat er in de wet verandert, en welke pagina's daarop leunen."""
    corpus, problems = load_corpus(options.map)
    if corpus.teksten.onleesbaar:
        print(render(errors(problems), Formaat.TEKST, len(corpus.all_documents)), file=sys.stderr)
        return 2
    try:
        before = texts_at(options.map, options.sinds)
    except NoHistoryError as error:
        print(error, file=sys.stderr)
        return 2
    found = list(changes(corpus, before, today()))
    print(PRINTERS[Vorm(options.formaat)](found))
    return 1 if found else 0


def nagelezen(options: argparse.Namespace) -> int:
    """Laat zien welke aanhalingen nog niet naast de woorden van nu zijn gelegd."""
    corpus, problems = load_corpus(options.map)
    if wrong := errors(problems):
        print(render(wrong, Formaat.TEKST, len(corpus.all_documents)), file=sys.stderr)
        return 2
    mentions = [one for found in citations(corpus.graph).values() for one in found]
    table = corpus.leestabel
    todo = [one for one in mentions if table.stand(one, corpus.graph) is not Stand.GELEZEN]
    for one in todo:
        print(f"{one.document.path}:{one.regel}: {plaats_text(one.plaats)}, {one.plaats.regeling}")
    print(f"{len(todo)} van de {len(mentions)} aanhalingen zijn nog niet nagelezen.")
    if options.aanvullen:
        new = [*table.missing(todo, corpus.graph)]
        replace_file(options.map / NAGELEZEN, dump((*table.rijen, *new)).encode())
        print(f"Erbij gezet in {NAGELEZEN}: {len(new)}. Vul bij elke nieuwe rij `oordeel` in.")
    return 1 if todo else 0


def _fetchable(corpus: Corpus) -> Iterator[tuple[str, Bwb | Cvdr]]:
    """Yield the rules that the official repository holds."""
    for document in corpus.graph.of_kind(REGELING):
        if isinstance(document.model, Regeling):
            number = identifier_of(document.model.bron)
            if isinstance(number, Bwb | Cvdr):
                yield document.id, number


def _why_not(name: str, known: dict[str, Bwb | Cvdr], corpus: Corpus) -> str:
    if name in corpus.graph.documents:
        return f"De tekst van `{name}` is niet op te halen: alleen die met een BWB- of CVDR-nummer."
    return f"Er is geen wet of regel `{name}`. {suggestion(name, known)}".rstrip()


def _fetch(ophaler: Ophaler, name: str, number: Bwb | Cvdr) -> bool:
    """Fetch and keep one text; say how it went."""
    found = ophaler.try_fetch(number, lambda text: _say(f"{name}: {text} …"))
    if isinstance(found, str):
        _say(f"{name}: niet gelukt. {found}")
        return False
    save_text(ophaler.map, name, found.nu, found.volgende)
    coming = f"; op {day(found.volgende.versie)} verandert hij" if found.volgende else ""
    _say(f"{name}: de tekst van {day(found.nu.versie)}{coming}.")
    return True


def _say(text: str) -> None:
    print(text, flush=True)
