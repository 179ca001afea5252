"""What the check lets through under ``docs/``, the build publishes: and nothing else."""

from __future__ import annotations

import io
import os
import re
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.alle_soorten import alle_soorten
from tests.boom import DAG, pagina
from tests.gemeente_hulp import gemeente
from tests.vijandig_hulp import PIXEL, engine
from wijzer.gate.address import wrong_address
from wijzer.gate.image import bare, wrong_image
from wijzer.gate.pdf import wrong_pdf
from wijzer.load.markdown.limits import too_much
from wijzer.model.contact import is_mail


def _chunk(kind: bytes, data: bytes) -> bytes:
    length, checksum = len(data).to_bytes(4, "big"), zlib.crc32(kind + data).to_bytes(4, "big")
    return length + kind + data + checksum


@pytest.mark.parametrize(
    "chunk",
    [
        _chunk(b"eXIf", b"XXXXXXXXX"),
        _chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n  4\nzzzz")),
    ],
)
def test_a_picture_that_cannot_be_made_bare_is_refused(chunk: bytes):
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    data = out.getvalue()
    assert [*wrong_image(data, ".png")] == []
    assert [*wrong_image(data[:33] + chunk + data[33:], ".png")]


def test_a_photo_of_a_telephone_with_a_second_one_behind_it_is_fine():
    out = io.BytesIO()
    extra = [Image.new("RGB", (4, 4))]
    Image.new("RGB", (9, 9), "red").save(out, "MPO", save_all=True, append_images=extra)
    assert [*wrong_image(out.getvalue(), ".jpg")] == []
    published = Image.open(io.BytesIO(bare(out.getvalue(), ".jpg")))
    assert (published.format, published.size) == ("JPEG", (9, 9))


def _stacked(objects: bytes, dictionary: bytes = b"") -> bytes:
    head = b"%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode" + dictionary
    return head + b">>stream\n" + zlib.compress(objects) + b"\nendstream endobj\n%%EOF"


def test_objects_in_a_stream_are_read_however_they_are_hidden():
    script = b"1 0 <</S/JavaScript/JS(app.alert(1))>>"
    assert [*wrong_pdf(_stacked(b"1 0 <</Type/Page>>"))] == []
    for pdf in (
        _stacked(script),
        _stacked(script, b"/Pad(" + b"A" * 2000 + b")"),
        _stacked(b" " * 51_000_000 + script),
        _stacked(b"1 0 <<>>", b"/DecodeParms<</Predictor 12>>"),
        _stacked(script).replace(b"/Type/ObjStm", b""),
    ):
        assert [*wrong_pdf(pdf)]


URI = b"<</S/URI/URI(https://elders.example/)>>"
BY_ITSELF = {
    b"/OpenAction " + URI: True,
    b"/OpenAction 7 0 R>> endobj 7 0 obj " + URI: True,
    b"/Open#41ction " + URI: True,
    b"/AA<</O " + URI + b">>": True,
    b"/OpenAction [3 0 R /Fit]" * 20: False,
    b"/OpenAction 7 0 R " * 20: True,
    b"/OpenAction[3 0 R /XYZ null null 0]": False,
    b"/OpenAction<</Type/Action/S/GoTo/D[3 0 R/Fit]>>": False,
    b"/OpenAction 7 0 R>> endobj 7 0 obj [3 0 R /Fit] endobj <<": False,
    b"/Annots[<</Subtype/Link/A " + URI + b">>]/AAPL:Keywords[()]": False,
}


@pytest.mark.parametrize(("dictionary", "wrong"), BY_ITSELF.items())
def test_a_pdf_does_nothing_by_itself_but_show_a_page(dictionary: bytes, wrong: bool):
    pdf = b"%PDF-1.4\n1 0 obj <</Type/Catalog" + dictionary + b">> endobj\n%%EOF"
    text = "deze PDF doet uit zichzelf iets als iemand haar opent"
    assert [*wrong_pdf(pdf)] == [text] * wrong


def test_a_pdf_with_many_beginnings_of_streams_is_read_at_once():
    start = time.perf_counter()
    assert [*wrong_pdf(b"%PDF-1.4\n" + b"stream\n" * 1_000_000 + b"%%EOF")] == []
    assert time.perf_counter() - start < 5


def test_a_table_that_the_renderer_fills_up_is_too_large():
    row = "|".join
    table = f"{row('a' * 1000)}\n{row('-' * 1000)}\n" + "|\n" * 190
    (problem,) = too_much(table, 7)
    assert (problem.line, problem.text) == (7, "de tabellen op deze pagina zijn te groot")
    assert too_much("| a | b |\n|---|---|\n" + "| c | d |\n" * 190, 1) == ()


MAILS = "hrm@voorbeeld.nl jan.o'brien@voorbeeld.nl a+b@voorbeeld.nl r&d@voorbeeld.nl A@B.NL".split()
NO_MAILS = "josé@b.nl a%0d@b.nl a?cc=x@b.nl a#b@b.nl a..b@b.nl a@-b.nl a@b.n a@b,c.nl".split()


def test_what_is_a_mail_address_may_stand_in_a_page():
    assert [mail for mail in MAILS if not is_mail(mail)] == []
    assert [mail for mail in MAILS if wrong_address(f"mailto:{mail}")] == []
    assert [mail for mail in (*NO_MAILS, f"{'a' * 65}@b.nl") if is_mail(mail)] == []


@pytest.mark.traag
@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_nothing_of_a_system_or_from_elsewhere_is_published(tmp_path: Path):
    (tmp_path / "geheim.png").write_bytes(PIXEL)
    two = gemeente(["zorgvuldigheid", "onafhankelijkheid"])
    tree = {
        **alle_soorten(),
        "gemeente.yml": re.sub(r"(?m)^  repo:.*$", "  repo: https://github.com/a/b", two),
        "docs/Desktop.ini": "[x]\n",
        "docs/assets/.map/kapot.png": "dit is geen afbeelding",
        "docs/bron.md": pagina(titel="Bron"),
    }
    project = engine(tmp_path / "project", tree)
    docs = project.root / "docs"
    (docs / "assets/.geheim.png").symlink_to(tmp_path / "geheim.png")
    (docs / ".wachtwoorden").symlink_to("/etc/hostname")
    assert project.check(DAG).errors == []
    result = project.wijzer("bouw")
    assert result.returncode == 0, result.stdout + result.stderr
    assert not _odd(project.root / "site")
    written = project.wijzer("schrijf", str(tmp_path / "boom"))
    assert written.returncode == 0, written.stderr
    assert not _odd(tmp_path / "boom")
    page = (project.root / "site/bron/index.html").read_text("utf-8")
    assert 'href="https://github.com/a/b/"' in page
    assert 'data-md-component="source"' not in page  # the theme would ask GitHub


def _odd(folder: Path) -> list[Path]:
    wrong = ("Desktop.ini", "kapot.png", ".geheim.png", ".wachtwoorden")
    return [path for path in folder.rglob("*") if path.name in wrong]
