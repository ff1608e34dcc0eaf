"""The canvas that streams: what is in the file while it is drawn, what refers ahead and back, what an error leaves."""

import re
import tracemalloc
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from db.galat import BugError
from reports.huruf import BIASA
from reports.kanvas import KanvasAlir
from reports.lembar import Lembar
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf


def test_a_closed_page_is_in_the_file(tmp_path: Path) -> None:
    berkas = tmp_path / "alir.pdf"
    with Lembar(berkas, TataLetak(), judul="Alir") as lembar:
        besar = []
        for nomor in range(50):
            lembar.baris(f"halaman {nomor} " * 40)
            lembar.halaman_baru()
            besar.append(berkas.stat().st_size if nomor % 10 == 9 else 0)
    assert berkas.stat().st_size > max(besar) > 0
    teks = teks_pdf(BytesIO(berkas.read_bytes()))
    assert len(teks) == 51
    assert all(f"halaman {n} " in teks[n] and f"Halaman {n + 1} dari 51" in teks[n] for n in range(50))


def test_memory_does_not_grow_with_pages(tmp_path: Path) -> None:
    def sisa(halaman: int) -> int:
        kanvas = KanvasAlir(tmp_path / f"{halaman}.pdf", (595, 842))
        for _ in range(20):
            _halaman(kanvas)
        tracemalloc.start()
        for _ in range(halaman):
            _halaman(kanvas)
        tumbuh, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        kanvas.save()
        return tumbuh

    assert sisa(500) < 500 * 100 + 60_000


def _halaman(kanvas: KanvasAlir) -> None:
    for baris in range(20):
        kanvas.drawString(50, 800 - 30 * baris, "kata " * 12)
    kanvas.showPage()


def test_what_refers_ahead_and_back_is_found() -> None:
    keluar = BytesIO()
    with Lembar(keluar, TataLetak(), judul="Rujukan") as lembar:
        lembar.kanvas.doForm("nanti")
        for nomor in range(3):
            lembar.kanvas.bookmarkPage(f"bab{nomor}")
            lembar.kanvas.addOutlineEntry(f"Bab {nomor}", f"bab{nomor}")
            lembar.halaman_baru()
        lembar.bentuk("nanti", "kata yang baru diketahui", BIASA, 10)
    assert "kata yang baru diketahui" in teks_pdf(keluar)[0]
    with pypdfium2.PdfDocument(keluar.getvalue()) as dokumen:
        tujuan = [b.get_dest() for b in dokumen.get_toc()]
        assert [t.get_index() for t in tujuan if t is not None] == [0, 1, 2]


def test_a_form_that_never_comes_is_our_mistake() -> None:
    kanvas = KanvasAlir(BytesIO(), (100, 100))
    kanvas.doForm("tidak-ada")
    kanvas.showPage()
    with pytest.raises(BugError):
        kanvas.save()


def test_an_error_closes_the_file(tmp_path: Path) -> None:
    berkas = tmp_path / "putus.pdf"
    with pytest.raises(KeyboardInterrupt), Lembar(berkas, TataLetak(), judul="Putus") as lembar:
        lembar.baris("satu")
        lembar.halaman_baru()
        raise KeyboardInterrupt
    berkas.rename(tmp_path / "lain.pdf")  # Windows refuses this while the file is open
    assert not berkas.exists()


def test_the_table_of_places_is_exact() -> None:
    """Readers mend a wrong table in silence, so that only looking tells."""
    keluar = BytesIO()
    with Lembar(keluar, TataLetak(), judul="Letak", kaki="Letak") as lembar:
        for nomor in range(12):
            lembar.kanvas.bookmarkPage(f"h{nomor}")
            lembar.paragraf(f"Halaman <b>{nomor}</b> é ( ) \\\\ " * 20)
            lembar.halaman_baru()
    isi = keluar.getvalue()
    awal = int(re.findall(rb"startxref\n(\d+)\n%%EOF", isi)[-1])
    assert isi[awal : awal + 5] == b"xref\n"
    banyak = int(re.match(rb"xref\n0 (\d+)\n", isi[awal:])[1])  # type: ignore[index]  # matched above
    letak = [int(b[:10]) for b in isi[awal:].split(b"\n")[3 : banyak + 2]]
    assert len(letak) == banyak - 1
    assert all(isi[di:].startswith(b"%d 0 obj" % nomor) for nomor, di in enumerate(letak, 1))
    assert int(re.findall(rb"/Size (\d+)", isi)[-1]) == banyak
