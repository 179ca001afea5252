"""From the official repository to the text of one rule: the version of a day, and the next."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wijzer.legal.identifiers import Bwb, Cvdr
from wijzer.recht.access import Bron, FetchError
from wijzer.recht.body import Inhoud
from wijzer.recht.cvdr import LokaleRegel, read_cvdr
from wijzer.recht.manifest import NOOIT, Manifest, Versie, read_manifest
from wijzer.recht.passages import OFFICIEEL, Wettekst
from wijzer.recht.store import replace_file
from wijzer.recht.toestand import read_toestand
from wijzer.recht.wti import Wti, read_wti
from wijzer.recht.xml import BrokenXmlError

CACHE = ".cache/recht"
MAX_TERUG = 10
"""Versions of a local rule to open, newest first, in search of the one in force."""
EEN_DAG = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Opgehaald:
    """The text of a rule as it is now, and as it will be when that is known."""

    nu: Wettekst
    volgende: Wettekst | None = None


@dataclass(frozen=True)
class Ophaler:
    """Fetches texts; what came in whole is kept by its hash, so a broken run goes on."""

    bron: Bron
    map: Path
    """The project; files are kept below it in :data:`CACHE`."""
    dag: datetime.date
    zeg: Callable[[str], None] = print
    """Tells how far it is."""
    gezag: str = ""
    """The municipality whose local rules these are; another one gets a warning."""

    def try_fetch(self, nummer: Bwb | Cvdr, zeg: Callable[[str], None]) -> Opgehaald | str:
        """Return the text of a rule, or why it could not be had."""
        try:
            return replace(self, zeg=zeg).fetch(nummer)
        except FetchError as error:
            return str(error)

    def fetch(self, nummer: Bwb | Cvdr) -> Opgehaald:
        """Return the text of a rule; raise :class:`FetchError` when anything is not right."""
        bare = str(nummer).partition("/")[0]
        try:
            return self._bwb(bare) if isinstance(nummer, Bwb) else self._cvdr(bare)
        except BrokenXmlError as error:
            raise FetchError(str(error)) from None
        except RecursionError:
            raise FetchError(f"het bestand van {bare} heeft te veel lagen") from None

    def _bwb(self, nummer: str) -> Opgehaald:
        self.zeg("de lijst met versies")
        manifest = read_manifest(self.bron.get(f"bwb/{nummer}/manifest.xml"), nummer)
        versie = manifest.op(self.dag) or manifest.laatste(self.dag)
        if versie is None:
            raise FetchError(_not_yet(manifest, self.dag))
        self.zeg("titel en afkortingen")
        wti = read_wti(self.bron.get(f"bwb/{nummer}/{nummer}.WTI"), nummer, self.dag)
        after = manifest.na(self.dag)
        now = self._law(nummer, versie, wti)
        return Opgehaald(now, self._law(nummer, after, wti) if after else None)

    def _law(self, nummer: str, versie: Versie, wti: Wti) -> Wettekst:
        toestand = read_toestand(self._file(f"bwb/{nummer}", versie, must=True), nummer)
        if toestand.versie != versie.vanaf:
            raise FetchError(f"de tekst van versie {versie.label} is van {toestand.versie}")
        title = wti.citeertitel or toestand.citeertitel or toestand.opschrift
        return replace(
            self._text(nummer, versie.label, title, toestand.inhoud),
            versie=toestand.versie,
            geldig_tot=None if versie.tot_en_met == NOOIT else versie.tot_en_met + EEN_DAG,
            opschrift=toestand.opschrift,
            soort=wti.soort,
            afkortingen=wti.afkortingen,
        )

    def _cvdr(self, nummer: str) -> Opgehaald:
        self.zeg("de lijst met versies")
        manifest = read_manifest(self.bron.get(f"cvdr/{nummer}/manifest.xml"), nummer)
        coming: Wettekst | None = None
        for versie, regel in self._local_versions(nummer, manifest):
            if self.gezag.casefold() not in regel.maker.casefold():
                self.zeg(f"let op: dit is een regel van {regel.maker}, niet van {self.gezag}")
            tekst = self._local(nummer, versie, regel)
            if regel.vanaf <= self.dag:
                return Opgehaald(tekst, coming)
            coming = tekst
        raise FetchError(_not_yet(manifest, self.dag))

    def _local_versions(
        self, nummer: str, manifest: Manifest
    ) -> Iterator[tuple[Versie, LokaleRegel]]:
        for versie in manifest.versies[: -MAX_TERUG - 1 : -1]:
            yield versie, read_cvdr(self._file(f"cvdr/{nummer}", versie, must=False), nummer)

    def _local(self, nummer: str, versie: Versie, regel: LokaleRegel) -> Wettekst:
        return replace(
            self._text(nummer, versie.label, regel.titel, regel.inhoud),
            versie=regel.vanaf,
            geldig_tot=regel.tot,
            soort=f"regel van {regel.maker}",
        )

    def _text(self, nummer: str, label: str, titel: str, inhoud: Inhoud) -> Wettekst:
        return Wettekst(
            nummer=nummer,
            titel=titel,
            versie=self.dag,
            herkomst=f"{OFFICIEEL} (KOOP), {nummer}, versie {label}",
            gelezen_op=self.dag,
            volledig=True,
            passages=inhoud.passages,
            laatste_artikel=inhoud.laatste_artikel,
            zonder_tekst=inhoud.zonder_tekst,
        )

    def _file(self, folder: str, versie: Versie, *, must: bool) -> bytes:
        """Return the file of a version, from the cache or the source, size and hash checked.

        ``must``: the manifest has to give both; that of a local rule may lack them.
        """
        if must and not (versie.sha512 and versie.grootte):
            raise FetchError(f"de lijst met versies geeft geen grootte en hash van {versie.label}")
        kept = self.map / CACHE / f"{versie.sha512}.xml"
        if versie.sha512 and kept.is_file() and _hash(data := kept.read_bytes()) == versie.sha512:
            return data
        self.zeg(f"versie {versie.label}{_size(versie.grootte)}")
        data = self.bron.get(f"{folder}/{versie.pad}", grootte=versie.grootte)
        if versie.grootte and len(data) != versie.grootte:
            text = f"versie {versie.label} is {len(data)} bytes in plaats van {versie.grootte}"
            raise FetchError(text)
        if versie.sha512 and _hash(data) != versie.sha512:
            raise FetchError(f"versie {versie.label} is onderweg veranderd: de hash klopt niet")
        if versie.sha512:
            replace_file(kept, data)
        return data


def _hash(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def _size(size: int | None) -> str:
    return f" ({max(1, size // 1024)} kB)" if size else ""


def _not_yet(manifest: Manifest, dag: datetime.date) -> str:
    after = manifest.na(dag)
    since = f"; dat begint op {after.vanaf}" if after else ""
    return f"{manifest.nummer} geldt nog niet{since}"
