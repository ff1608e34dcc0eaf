"""Printing: which printer, which pages, how far it shifts; light papers in black alone; all papers of one desa."""

# ruff: noqa: F811  # fixtures of another module are asked for by name

import io
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.dokumen.daftar import riwayat_dokumen
from app.dokumen.orang_cetak import OrangCetak
from app.jobs import tanpa_lapor
from reports.tata_letak import MM, TataLetak
from tests.helpers.kegiatan import DESA
from tests.helpers.toko import KantorUji
from tests.ui.dokumen.test_halaman_dokumen import Buka, buka, kantor, kegiatan, tekan  # noqa: F401  # fixtures
from ui.dokumen import setelan_printer
from ui.dokumen.dialog_cetak import DialogCetak, JawabanCetak, PermintaanCetak, baca_halaman
from ui.dokumen.dialog_desa import Cara, DialogDesa, DokumenDesa, JawabanDesa
from ui.dokumen.halaman_pdf import BerkasPdf, cetak_ke, pilih_kertas
from ui.dokumen.pencetak import Pencetak, PilihPencetak
from ui.dokumen.pilih_orang import DialogOrang
from ui.dokumen.setelan_printer import SetelanPrinter, nama_kertas

F4 = TataLetak().ukuran_titik
FOLIO = (215.9 * MM, 330.2 * MM)
A4 = (595.3, 841.9)


def _pdf(halaman: int = 1) -> bytes:
    """Pages with a black corner 20 mm from the left and the top edge, 10 mm wide."""
    wadah = io.BytesIO()
    kanvas = Canvas(wadah, pagesize=F4)
    for _ in range(halaman):
        kanvas.setFillGray(0.4)
        kanvas.rect(20 * MM, F4[1] - 30 * MM, 10 * MM, 10 * MM, stroke=0, fill=1)
        kanvas.showPage()
    kanvas.save()
    return wadah.getvalue()


def _printer(ke: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(ke))
    printer.setResolution(100)
    return printer


def _sudut(ke: Path) -> tuple[float, float, int]:
    """Return where the dark corner begins on the first printed page, in mm, and how dark it is."""
    hasil = BerkasPdf(ke.read_bytes())
    gambar = hasil.gambar(0, 4 * 25.4 / 72)  # four pixels to the mm
    hasil.tutup()
    gelap = [
        (x, y) for y in range(0, gambar.height(), 1) for x in range(0, gambar.width(), 1)
        if gambar.pixelColor(x, y).lightness() < 160
    ]  # fmt: skip
    x, y = min(g[0] for g in gelap), min(g[1] for g in gelap)
    return x / 4, y / 4, gambar.pixelColor(x + 16, y + 16).lightness()


# --- paper and shifts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("geser", [(0.0, 0.0), (3.0, -5.0)])
def test_a_page_lies_in_true_size_and_shifted_as_asked(tmp_path: Path, geser: tuple[float, float]) -> None:
    cetak_ke(_printer(tmp_path / "a.pdf"), _pdf(), tanpa_lapor(), geser=lambda _: geser)
    x, y, _ = _sudut(tmp_path / "a.pdf")
    assert (x, y) == pytest.approx((20 + geser[0], 20 + geser[1]), abs=0.6)


def test_light_pages_are_black_and_white_alone(tmp_path: Path) -> None:
    for ringan, gelap in ((False, False), (True, True)):
        cetak_ke(_printer(tmp_path / "a.pdf"), _pdf(), tanpa_lapor(), ringan=ringan)
        assert (_sudut(tmp_path / "a.pdf")[2] == 0) is gelap


def test_only_the_pages_that_were_asked_for(tmp_path: Path) -> None:
    assert cetak_ke(_printer(tmp_path / "a.pdf"), _pdf(5), tanpa_lapor(), halaman=(2, 4, 9)) == 2
    hasil = BerkasPdf((tmp_path / "a.pdf").read_bytes())
    assert len(hasil) == 2
    hasil.tutup()


def _kertas(lebar: float, tinggi: float, nama: str) -> QPageSize:
    return QPageSize(QSizeF(lebar, tinggi), QPageSize.Unit.Millimeter, nama, QPageSize.SizeMatchPolicy.ExactMatch)


def test_the_paper_is_the_printers_own_where_it_has_one() -> None:
    punya = [QPageSize(QPageSize.PageSizeId.A4), _kertas(210, 330, "F4 sempit"), _kertas(216, 330, "Folio kantor")]
    assert pilih_kertas(F4, punya).name() == "Folio kantor"
    assert pilih_kertas((F4[1], F4[0]), punya).name() == "Folio kantor"
    assert pilih_kertas(A4, punya).id() is QPageSize.PageSizeId.A4
    sendiri = pilih_kertas((300.0, 400.0), punya).size(QPageSize.Unit.Point)
    assert (sendiri.width(), sendiri.height()) == pytest.approx((300, 400), abs=1)


def test_papers_are_called_as_offices_call_them() -> None:
    assert [nama_kertas(u) for u in (A4, F4, FOLIO, (A4[1], A4[0]))] == ["A4", "F4", "F4", "A4"]
    assert nama_kertas((100 * MM, 150 * MM)) == "100 × 150 mm"


def test_shifts_belong_to_printer_paper_and_direction() -> None:
    setelan = SetelanPrinter().dengan_geser("Epson", F4, (1.5, -2.0))
    assert setelan_printer.simpan(setelan)
    lagi = setelan_printer.baca()
    assert lagi == setelan
    assert lagi.untuk("Epson", FOLIO) == (1.5, -2.0)
    for printer, ukuran in (("Canon", F4), ("Epson", A4), ("Epson", (F4[1], F4[0]))):
        assert lagi.untuk(printer, ukuran) == (0.0, 0.0)
    assert lagi.dengan_geser("Epson", F4, (0.0, 0.0)).geser == {}


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"geser": {"a": [1]}}', '{"geser": {"a": "x"}}', '{"geser": 4}'])
def test_odd_settings_are_forgotten(isi: str) -> None:
    setelan_printer.folder().mkdir(parents=True, exist_ok=True)
    (setelan_printer.folder() / setelan_printer.NAMA_BERKAS).write_text(isi, encoding="utf-8")
    assert setelan_printer.baca() == SetelanPrinter()


# --- the dialog ------------------------------------------------------------------------------------------------------


def _dialog(
    qtbot: QtBot, setelan: SetelanPrinter | None = None, uji: list[Any] | None = None, **minta: Any
) -> DialogCetak:
    isi = {"judul": "BAST", "printer": ("Canon", "Epson"), "lazim": "Canon", "ukuran": F4, "ringan": False, "jumlah": 4}
    dialog = DialogCetak(
        None, PermintaanCetak(**(isi | minta)), setelan or SetelanPrinter(),
        lambda *apa: uji.append(apa) if uji is not None else None,
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_dialog_takes_up_what_this_laptop_knows(qtbot: QtBot) -> None:
    setelan = SetelanPrinter(printer="Epson").dengan_geser("Epson", F4, (1.5, -2.0))
    dialog = _dialog(qtbot, setelan)
    assert (dialog.printer.nilai, dialog.kanan.value(), dialog.bawah.value()) == ("Epson", 1.5, -2.0)
    assert dialog.kertas.text() == "Kertas F4, tegak, 4 halaman"
    dialog.printer.nilai = "Canon"
    assert (dialog.kanan.value(), dialog.bawah.value()) == (0, 0)


def test_the_answer_remembers_printer_shift_and_lightness(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.printer.nilai = "Epson"
    dialog.kanan.setValue(2.5)
    dialog.ringan.kotak.setChecked(True)
    dialog.salinan.setValue(3)
    dialog.halaman.setText("4, 1-2")
    dialog.coba()
    jawab: JawabanCetak = dialog.jawaban
    assert (jawab.printer, jawab.salinan, jawab.halaman, jawab.ringan) == ("Epson", 3, (1, 2, 4), True)
    assert jawab.setelan == SetelanPrinter("Epson", True, {"Epson|F4|tegak": (2.5, 0.0)})


def test_a_file_that_is_printed_as_it_is_offers_no_lightness(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, SetelanPrinter(ringan=True), ringan=None)
    assert not dialog.ringan.isVisible()
    assert (dialog.jawaban.ringan, dialog.jawaban.setelan.ringan) == (None, True)


@pytest.mark.parametrize("teks", ["0", "3-1", "lima", "5", "1-9"])
def test_pages_that_are_not_there_are_not_printed(qtbot: QtBot, teks: str) -> None:
    dialog = _dialog(qtbot)
    dialog.halaman.setText(teks)
    dialog.coba()
    assert dialog.salah.text() == "Periksa nomor halaman."
    assert not dialog.result()


@given(st.sets(st.integers(1, 60), min_size=1))
def test_pages_read_back_as_they_were_written(halaman: set[int]) -> None:
    assert baca_halaman(", ".join(map(str, halaman)), 60) == tuple(sorted(halaman))
    awal, akhir = min(halaman), max(halaman)
    assert baca_halaman(f"{awal} - {akhir};{awal}", 0) == tuple(range(awal, akhir + 1))


def test_the_test_page_is_printed_with_the_shift_that_stands_there(qtbot: QtBot) -> None:
    dicetak: list[tuple[str, tuple[float, float], bytes]] = []
    dialog = _dialog(qtbot, uji=dicetak)
    dialog.bawah.setValue(1.0)
    qtbot.mouseClick(dialog.uji, Qt.MouseButton.LeftButton)
    ((printer, geser, isi),) = dicetak
    assert (printer, geser, isi[:4]) == ("Canon", (0.0, 1.0), b"%PDF")


# --- the page --------------------------------------------------------------------------------------------------------


def _jawab_printer(monkeypatch: pytest.MonkeyPatch, ke: Path, **isi: Any) -> list[dict[str, Any]]:
    diminta: list[dict[str, Any]] = []

    def ask(*apa: Any, **pilihan: Any) -> Pencetak:
        diminta.append({"judul": apa[2], "ukuran": apa[4], **pilihan})
        return Pencetak(_printer(ke), **isi)

    monkeypatch.setattr(PilihPencetak, "ask", classmethod(ask))
    return diminta


def test_lightness_is_seen_before_and_remembered_with_the_print(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("tanda-terima")
    diminta = _jawab_printer(monkeypatch, tmp_path / "a.pdf", ringan=True)
    halaman.isian.ringan.setChecked(True)
    assert setelan_printer.baca().ringan
    assert halaman.isian.permintaan.ringan
    qtbot.waitUntil(lambda: not halaman._tunda.isActive())
    tekan(qtbot, halaman.cetak)
    assert diminta[0]["ringan"] is True
    assert diminta[0]["ukuran"] == pytest.approx(F4)
    assert diminta[0]["jumlah"] == halaman.ruang.pdf.jumlah
    with uji.membaca() as kerja:
        assert [r.kode for r in riwayat_dokumen(kerja, kegiatan)] == ["tanda-terima"]


def test_one_person_is_chosen_and_let_go(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("bast-orang")
    semua = halaman.ruang.pdf.jumlah
    dilihat: list[OrangCetak] = []

    def pilih(_induk: object, _judul: str, cari: Any) -> OrangCetak:
        dilihat.extend(cari(""))
        return dilihat[4]

    monkeypatch.setattr(DialogOrang, "ask", pilih)
    qtbot.mouseClick(halaman.isian.orang.pilih, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: halaman.ruang.pdf.jumlah == 1)
    assert (semua, len(dilihat)) == (9, 9)
    assert halaman.isian.orang.pilih.text() == dilihat[4].nama
    saran: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (saran.append(Path(a[2]).name), (a[2], ""))[1])
    halaman.tindakan.ingat(folder=str(tmp_path))
    tekan(qtbot, halaman.simpan)
    assert saran[0].startswith("BAST-perorangan_" + "-".join(dilihat[4].nama.split()))
    qtbot.mouseClick(halaman.isian.orang.semua, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: halaman.ruang.pdf.jumlah == semua)


def test_the_search_finds_by_name(qtbot: QtBot) -> None:
    orang = [OrangCetak(UUID(int=n), f"ORANG {n}", "", "Desa Guci") for n in range(3)]
    dialog = DialogOrang(None, "BAST", lambda kata: [o for o in orang if kata in o.nama])
    qtbot.addWidget(dialog)
    dialog.kata.setText("ORANG 2")
    qtbot.keyClick(dialog.kata, Qt.Key.Key_Return)
    assert dialog.jawaban == orang[2]
    dialog.kata.setText("TIDAK ADA")
    qtbot.keyClick(dialog.kata, Qt.Key.Key_Return)
    dialog.coba()
    assert dialog.salah.text() == "Pilih satu orang lebih dulu."


def test_all_papers_of_one_desa_are_saved_in_the_order_of_the_work(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("tanda-terima")
    jawab = JawabanDesa(DESA[1], None, ("bnba", "tanda-terima", "bast"), Cara.SIMPAN)
    ditawarkan: list[Any] = []
    monkeypatch.setattr(DialogDesa, "ask", lambda *a, **_: (ditawarkan.extend(a[1]), jawab)[1])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    tekan(qtbot, halaman.semua_desa)
    nama = sorted(p.name for p in tmp_path.iterdir() if p.suffix)
    assert len(nama) == 3
    assert nama[1].startswith("BNBA_")
    assert all("2026-03-02" in n for n in nama)
    kode = [d.kode for d in ditawarkan]
    assert kode.index("bnba") < kode.index("lampiran-sk") < kode.index("tanda-terima") < kode.index("bast")
    with uji.membaca() as kerja:
        assert {r.kode_desa for r in riwayat_dokumen(kerja, kegiatan)} == {DESA[1]}
    assert halaman.tindakan.ingatan.desa == jawab.kode


def test_all_papers_of_one_desa_go_to_the_printer(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("tanda-terima")
    jawab = JawabanDesa(DESA[0], None, ("tanda-terima", "daftar-hadir"), Cara.CETAK)
    monkeypatch.setattr(DialogDesa, "ask", lambda *_, **_k: jawab)
    diminta = _jawab_printer(monkeypatch, tmp_path / "a.pdf")
    tekan(qtbot, halaman.semua_desa)
    assert diminta[0]["judul"].startswith("2 dokumen Desa ")
    assert halaman.kaki.alasan.text().startswith("Dikirim ke printer: ")
    with uji.membaca() as kerja:
        assert {r.kode for r in riwayat_dokumen(kerja, kegiatan)} == {"tanda-terima", "daftar-hadir"}


def test_the_dialog_of_a_desa_offers_what_that_desa_has(qtbot: QtBot) -> None:
    isi = (
        DokumenDesa("bast", "BAST", "pdf", ("1", "2")), DokumenDesa("bnba", "BNBA", "xlsx", ("1",)),
        DokumenDesa("kupon", "Kupon", "pdf", ("1",)),
    )  # fmt: skip
    dialog = DialogDesa(None, isi, [("1", "Desa A"), ("2", "Desa B")], [], kini="1", terakhir=("bast", "bnba"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert [k for k, c in dialog.centang.items() if c.isChecked()] == ["bast", "bnba"]
    assert dialog.jawaban == JawabanDesa("1", None, ("bast",), Cara.CETAK)
    qtbot.mouseClick(dialog.simpan, Qt.MouseButton.LeftButton)
    assert dialog.jawaban == JawabanDesa("1", None, ("bast", "bnba"), Cara.SIMPAN)


def test_the_dialog_of_a_desa_wants_a_paper(qtbot: QtBot) -> None:
    dialog = DialogDesa(
        None, [DokumenDesa("bast", "BAST", "pdf", ("1",))], [("1", "Desa A")], [], kini="1", terakhir=()
    )
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.bersih, Qt.MouseButton.LeftButton)
    dialog.coba()
    assert dialog.salah.text() == "Centang sedikitnya satu dokumen."
