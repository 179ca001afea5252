"""A guide brings every reader somewhere: to a step, a reason and a person."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from wijzer.base.findings import Melding
from wijzer.corpus.corpus import Corpus
from wijzer.corpus.geldigheid import geldigheid, successors
from wijzer.corpus.guide_paths import cycles, nodes, reachable
from wijzer.load.yaml_text import Location
from wijzer.model.document import Document, page_id
from wijzer.model.kinds import INSTELLINGEN, WEGWIJZER
from wijzer.model.pages import Regeling, Verwijzing
from wijzer.model.validate import choice, suggestion
from wijzer.model.wegwijzer import Instellingen, Uitkomst, Vraag, Wegwijzer

NOT_KNOWN = "weet ik niet"
SETTINGS_PAGES = frozenset(map(page_id, INSTELLINGEN.paginas))
_ORDER = "De volgorde is: Ja, Nee, andere antwoorden, Weet ik niet."


def check(corpus: Corpus, today: datetime.date) -> Iterator[Melding]:
    """Yield findings about all guides and about the settings that they use, as seen on a day."""
    settings = setting_ids(corpus)
    unknown = bool(corpus.unreadable & SETTINGS_PAGES)  # nothing is said of what cannot be read
    for document in corpus.all_documents:
        if isinstance(document.model, Wegwijzer):
            yield from _graph(document, document.model)
            yield from _questions(document, document.model)
            yield from _outcomes(document, document.model, corpus, today)
            if not unknown:
                yield from _known_settings(document, document.model, settings)
        elif isinstance(document.model, Instellingen):
            yield from _settings(document, document.model, corpus, today)


def setting_ids(corpus: Corpus) -> frozenset[str]:
    """Return the ids of all settings of the municipality."""
    models = [d.model for d in corpus.all_documents if d.soort == INSTELLINGEN]
    return frozenset(
        item.id for m in models if isinstance(m, Instellingen) for item in m.instellingen
    )


def _graph(document: Document, model: Wegwijzer) -> Iterator[Melding]:
    if not model.vragen:
        yield document.fout(("vragen",), "de wegwijzer heeft geen vragen", "Begin met één vraag.")
    yield from _unique_ids(document, model)
    known, places = nodes(model), _places(model)
    for at, vraag in enumerate(model.vragen):
        for index, answer in enumerate(vraag.antwoorden):
            if answer.naar not in known:
                where = ("vragen", at, "antwoorden", index, "naar")
                text = (
                    f"het antwoord `{answer.tekst}` leidt naar `{answer.naar}`, maar dat is er niet"
                )
                yield document.fout(where, text, choice(answer.naar, known))
    for node_id in known.keys() - reachable(model):
        kind = "vraag" if isinstance(known[node_id], Vraag) else "uitkomst"
        tip = f"Laat een antwoord naar `{node_id}` leiden, of haal de {kind} weg."
        yield document.fout(places[node_id], f"de {kind} `{node_id}` is niet te bereiken", tip)
    for circle in cycles(model):
        text = f"de vragen lopen in een kring: {' → '.join(circle)}"
        tip = "Laat een van deze antwoorden naar een uitkomst leiden."
        yield document.fout(places[circle[0]], text, tip)


def _located(model: Wegwijzer) -> Iterator[tuple[str, Location]]:
    """Yield every id of a question or outcome with its place in the front matter."""
    yield from ((item.id, ("vragen", n, "id")) for n, item in enumerate(model.vragen))
    yield from ((item.id, ("uitkomsten", n, "id")) for n, item in enumerate(model.uitkomsten))


def _places(model: Wegwijzer) -> dict[str, Location]:
    """Return where each id stands; the first of two equals wins."""
    found: dict[str, Location] = {}
    for node_id, where in _located(model):
        found.setdefault(node_id, where)
    return found


def _unique_ids(document: Document, model: Wegwijzer) -> Iterator[Melding]:
    first = _places(model)
    for node_id, where in _located(model):
        if first[node_id] != where:
            line = document.raw.line_of(first[node_id])
            text = f"de id `{node_id}` staat er twee keer (ook op regel {line})"
            tip = "Geef elke vraag en elke uitkomst een eigen id."
            yield document.fout(where, text, tip)


def _questions(document: Document, model: Wegwijzer) -> Iterator[Melding]:
    for index, vraag in enumerate(model.vragen):
        if not vraag.tekst.endswith("?"):
            text = f"de vraag `{vraag.id}` eindigt niet op een vraagteken"
            tip = "Schrijf een korte vraag, zoals: Weet je leidinggevende ervan?"
            yield document.fout(("vragen", index, "tekst"), text, tip)
        yield from _answers(document, vraag, ("vragen", index, "antwoorden"))


def _answers(document: Document, vraag: Vraag, where: Location) -> Iterator[Melding]:
    words = [answer.tekst.casefold() for answer in vraag.antwoorden]
    if len(words) < 2:
        count = "maar één antwoord" if words else "geen antwoorden"
        tip = "Een vraag heeft twee of meer antwoorden, zoals Ja en Nee."
        yield document.fout(where, f"de vraag `{vraag.id}` heeft {count}", tip)
    for index, word in enumerate(words):
        if word in words[:index]:
            text = (
                f"het antwoord `{vraag.antwoorden[index].tekst}` staat twee keer bij `{vraag.id}`"
            )
            yield document.fout((*where, index, "tekst"), text, "Een antwoord komt één keer voor.")
    ranks = [_rank(word) for word in words]
    if ranks != sorted(ranks):
        text = f"de antwoorden van `{vraag.id}` staan niet in de vaste volgorde"
        yield document.fout((*where, 0), text, _ORDER)
    if (0 in ranks) != (1 in ranks):
        found, missing = ("Ja", "Nee") if 0 in ranks else ("Nee", "Ja")
        text = f"bij `{vraag.id}` staat wel `{found}` maar niet `{missing}`"
        yield document.fout((*where, 0), text, f"Voeg het antwoord `{missing}` toe.")


def _rank(answer: str) -> int:
    """Return the place of an answer in the fixed order: yes, no, others, do not know."""
    first = answer.partition(" ")[0].rstrip(",.;:")
    if answer.startswith(NOT_KNOWN):
        return 3
    return {"ja": 0, "nee": 1}.get(first, 2)


def _outcomes(
    document: Document, model: Wegwijzer, corpus: Corpus, today: datetime.date
) -> Iterator[Melding]:
    for index, outcome in enumerate(model.uitkomsten):
        where = ("uitkomsten", index)
        yield from _complete(document, outcome, where)
        yield from _references(document, outcome.regels, (*where, "regels"), corpus, today)


def _known_settings(
    document: Document, model: Wegwijzer, settings: frozenset[str]
) -> Iterator[Melding]:
    for index, outcome in enumerate(model.uitkomsten):
        where = ("uitkomsten", index)
        for at, setting in enumerate(outcome.instellingen):
            if setting not in settings:
                text = f"de instelling `{setting}` bestaat niet"
                tip = suggestion(setting, settings) or "Voeg haar toe aan docs/instellingen.md."
                yield document.fout((*where, "instellingen", at), text, tip)


def _complete(document: Document, outcome: Uitkomst, where: Location) -> Iterator[Melding]:
    name = f"de uitkomst `{outcome.id}`"
    if not outcome.stappen:
        tip = "Zeg wat de lezer nu doet, zoals: Vertel het aan je leidinggevende."
        yield document.fout((*where, "stappen"), f"{name} heeft geen stap", tip)
    if not outcome.rollen:
        tip = "Noem bij wie de lezer terechtkan, zoals: leidinggevende"
        yield document.fout((*where, "rollen"), f"{name} noemt niemand om naartoe te gaan", tip)
    if not outcome.regels and not outcome.geen_regel:
        tip = "Noem een regel bij `regels`, of zet `geen_regel: true` als er geen regel is."
        yield document.fout(where, f"{name} noemt geen regel", tip)
    if outcome.regels and outcome.geen_regel:
        tip = "Haal `regels` of `geen_regel` weg."
        text = f"{name} noemt een regel en zegt ook dat er geen regel is"
        yield document.fout((*where, "geen_regel"), text, tip)


def _references(
    document: Document,
    rules: tuple[Verwijzing, ...],
    where: Location,
    corpus: Corpus,
    today: datetime.date,
) -> Iterator[Melding]:
    """Check that the rules still apply; the rules about law check their articles.

    A rule that ended on a known day is a wish only: the guide itself says what applies now.
    """
    for index, rule in enumerate(rules):
        target = corpus.graph.documents.get(rule.regeling)
        if target is None or not isinstance(target.model, Regeling):
            continue  # the relations check reports it
        when = geldigheid(target.model, corpus.graph)
        if when.op(today).voorbij:
            now = ", ".join(after.id for after in successors(target, corpus.graph, today))
            tip = f"Nu geldt: {now}" if now else "Zet er `geen_regel: true` voor in de plaats."
            text = f"`{rule.regeling}` geldt niet meer"
            found = document.fout if when.altijd else document.tip
            yield found((*where, index, "regeling"), text, tip)


def _settings(
    document: Document, model: Instellingen, corpus: Corpus, today: datetime.date
) -> Iterator[Melding]:
    used = {
        setting
        for guide in corpus.all_documents
        if guide.soort == WEGWIJZER and isinstance(guide.model, Wegwijzer)
        for outcome in guide.model.uitkomsten
        for setting in outcome.instellingen
    }
    seen: dict[str, int] = {}
    for index, item in enumerate(model.instellingen):
        where = ("instellingen", index)
        line = document.raw.line_of((*where, "id"))
        if (first := seen.setdefault(item.id, line)) != line:
            text = f"de id `{item.id}` staat er twee keer (ook op regel {first})"
            yield document.fout((*where, "id"), text, "Geef elke instelling een eigen id.")
        if item.vastgesteld_op and item.waarde is None:
            text = f"de instelling `{item.id}` heeft wel een datum maar geen waarde"
            yield document.fout((*where, "vastgesteld_op"), text, "Vul `waarde` in.")
        if item.id not in used:
            tip = f"Zet `{item.id}` bij `instellingen` van een uitkomst in docs/wegwijzers/."
            text = f"geen wegwijzer noemt de instelling `{item.id}`"
            yield document.tip((*where, "id"), text, tip)
        yield from _references(document, item.regels, (*where, "regels"), corpus, today)
