"""The import wizard, driven by clicks and keys over a real store: from dropped files to stored usulan and back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from sqlmodel import func, select

from app.kegiatan import buat_kegiatan
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import simpan_impor
from db.istilah import Kiriman, StatusImpor, Tingkat
from db.model import Orang, Usulan
from tests.app.usulan.conftest import JUDUL, orang
from tests.helpers import lembar as buat
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.lembar import Lembar
from tests.helpers.toko import KantorUji
from ui.impor.halaman import HASIL, KOLOM, PILIH, SAMA, SIMPAN, HalamanImpor
from ui.impor.hasil import KOLOM_ISI
from ui.penetapan.dialog import DialogKalimat


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji, "operator")


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)


@pytest.fixture
def wisaya(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanImpor:
    return kantor.tampil(HalamanImpor(kantor.konteks, kegiatan), qtbot, lebar=1366, tinggi=660)


def tulis(
    folder: Path, baris: Sequence[Sequence[Any]], nama: str = "usulan.xlsx", judul: Sequence[Any] = JUDUL
) -> Path:
    (folder / nama).write_bytes(buat.xlsx(Lembar([list(judul), *map(list, baris)])))
    return folder / nama


def lanjut(wisaya: HalamanImpor, qtbot: QtBot) -> None:
    qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)


def sampai_hasil(wisaya: HalamanImpor, qtbot: QtBot, *berkas: Path) -> None:
    wisaya.pilih.tambah(list(berkas))
    lanjut(wisaya, qtbot)
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == HASIL


def kode(wisaya: HalamanImpor) -> list[str]:
    return [b.kode for b in wisaya.hasil.model.semua]


def ketik(wisaya: HalamanImpor, qtbot: QtBot, nomor: int, isi: str) -> None:
    """Mend the cell of a line as a user does: F2, type, Enter."""
    tabel = wisaya.hasil.tabel
    tabel.pilih_baris(nomor)
    tabel.setCurrentIndex(tabel.currentIndex().siblingAtColumn(KOLOM_ISI))
    qtbot.keyClick(tabel, Qt.Key.Key_F2)
    kotak = tabel.findChild(QLineEdit)
    assert isinstance(kotak, QLineEdit)
    kotak.selectAll()
    qtbot.keyClicks(kotak, isi)
    with qtbot.waitSignal(wisaya.kerja.berubah):
        qtbot.keyClick(kotak, Qt.Key.Key_Return)


def banyak(uji: KantorUji, tabel: type) -> int:
    with uji.membaca() as kerja:
        return kerja.sesi.exec(select(func.count()).select_from(tabel)).one()


def test_from_files_to_usulan_and_back(
    wisaya: HalamanImpor, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wisaya.pilih.tambah([tulis(tmp_path, [orang(n) for n in range(1, 8)])])
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == KOLOM
    for halaman in (HASIL, SAMA, SIMPAN):
        lanjut(wisaya, qtbot)
        assert wisaya.rangka.kini == halaman
    assert banyak(uji, Usulan) == 0
    assert wisaya.rangka.lanjut.text() == "&Simpan 7 usulan"
    lanjut(wisaya, qtbot)
    assert banyak(uji, Usulan) == 7
    assert wisaya.simpan.hasil.text() == "7 usulan baru tersimpan."
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "salah berkas"))
    qtbot.mouseClick(wisaya.simpan.batalkan, Qt.MouseButton.LeftButton)
    assert (banyak(uji, Usulan), banyak(uji, Orang)) == (0, 0)
    assert "7 usulan ditarik kembali" in wisaya.simpan.hasil.text()
    with qtbot.waitSignal(wisaya.selesai):
        lanjut(wisaya, qtbot)


def test_files_are_dropped(wisaya: HalamanImpor, tmp_path: Path) -> None:
    berkas = tulis(tmp_path, [orang(1)])
    isi = QMimeData()
    isi.setUrls([QUrl.fromLocalFile(str(berkas))])
    salin, tombol, bebas = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    wisaya.pilih.bidang.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), salin, isi, tombol, bebas))
    wisaya.pilih.bidang.dropEvent(QDropEvent(QPointF(5, 5), salin, isi, tombol, bebas))
    assert wisaya.pilih.berkas == [berkas]


def test_nothing_chosen_is_said(wisaya: HalamanImpor, qtbot: QtBot) -> None:
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == PILIH
    assert "Pilih dahulu" in wisaya.rangka.kaki.alasan.text()


def test_a_broken_file_is_named_and_the_other_goes_on(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"PK bukan lembar sebar")
    wisaya.pilih.tambah([rusak])
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == PILIH
    assert wisaya.pilih.kartu_ditolak.isVisible()
    wisaya.pilih.tambah([tulis(tmp_path, [orang(1)])])
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == KOLOM


def test_the_same_file_again_is_said(
    wisaya: HalamanImpor, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    berkas = tulis(tmp_path, [orang(1)])
    with uji.menulis("operator") as kerja:
        simpan_impor(kerja, periksa_berkas(kerja, [berkas], kegiatan))
    wisaya.pilih.tambah([berkas])
    lanjut(wisaya, qtbot)
    kalimat = wisaya.pilih.ditolak.itemAt(1).widget().text()  # type: ignore[union-attr]
    assert "tidak disimpan dua kali" in kalimat
    assert "Operator Uji" in kalimat


def test_a_damaged_nik_is_typed_anew(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1), orang(2, nik="620903010150902")]))
    assert kode(wisaya) == ["nik_panjang"]
    assert "620903010150902" not in str(wisaya.hasil.tabel.isi_salinan())
    ketik(wisaya, qtbot, 0, "6209030101509002")
    assert kode(wisaya) == []
    assert wisaya.hasil.tumpukan.currentWidget() is wisaya.hasil.kosong
    assert [k.accessibleName() for k in wisaya.hasil.angka][1] == "2 siap disimpan"


def test_a_damaged_nik_is_left_out(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1, nik=6209030101509010)]))
    assert kode(wisaya) == ["nik_rusak_excel"]
    wisaya.hasil.tabel.pilih_baris(0)
    qtbot.mouseClick(wisaya.hasil.terima, Qt.MouseButton.LeftButton)
    assert kode(wisaya) == ["nik_kosong"]


def test_swapped_dates_are_mended_at_once(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    tertukar = [orang(n, nik=f"62090301075090{n}", lahir="07-01-1950") for n in (11, 12, 13)]
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, tertukar))
    assert wisaya.hasil.betulkan.text().endswith("(3)")
    qtbot.mouseClick(wisaya.hasil.betulkan, Qt.MouseButton.LeftButton)
    assert "tgl_tertukar" not in kode(wisaya)
    assert not wisaya.hasil.betulkan.isVisible()


def test_lines_are_filtered(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1, nik="1"), orang(2, nik=None), orang(3, kerja="PNS")]))
    qtbot.mouseClick(wisaya.hasil.saring[1], Qt.MouseButton.LeftButton)
    assert {b.tingkat for b in wisaya.hasil.tabel.tampak} == {Tingkat.DITOLAK}
    qtbot.mouseClick(wisaya.hasil.saring[2], Qt.MouseButton.LeftButton)
    assert len(wisaya.hasil.tabel.tampak) == 2


def test_a_column_is_read_as_something_else(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    judul = [*JUDUL]
    judul[7] = "RUMAH"
    wisaya.pilih.tambah([tulis(tmp_path, [orang(1)], judul=judul)])
    lanjut(wisaya, qtbot)
    pilihan = wisaya.kolom.isian[7]
    assert pilihan.nilai != "alamat"
    pilihan.nilai = "alamat"
    pilihan.activated.emit(pilihan.currentIndex())
    assert wisaya.kolom.isian[7].nilai == "alamat"
    assert wisaya.kerja.pandangan is not None
    assert wisaya.kerja.pandangan.lembar[0].kolom[7].cara == "pilihan Anda"


def test_the_heading_is_looked_for_on_another_row(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    wisaya.pilih.tambah([tulis(tmp_path, [orang(1), orang(2)])])
    lanjut(wisaya, qtbot)
    assert "baris 1" in wisaya.kolom.judul.text()
    wisaya.kolom.baris_judul.setValue(2)
    qtbot.mouseClick(wisaya.kolom.baca, Qt.MouseButton.LeftButton)
    assert "baris 2" in wisaya.kolom.judul.text()
    wisaya.kolom.baris_judul.setValue(1)
    qtbot.mouseClick(wisaya.kolom.baca, Qt.MouseButton.LeftButton)
    assert wisaya.kolom.isian[2].nilai == "nik"


def test_a_sheet_is_left_out(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> None:
    wisaya.pilih.tambah([tulis(tmp_path, [orang(1)])])
    lanjut(wisaya, qtbot)
    qtbot.mouseClick(wisaya.kolom.pakai, Qt.MouseButton.LeftButton, pos=QPoint(8, wisaya.kolom.pakai.height() // 2))
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == KOLOM
    assert "Belum ada baris orang" in wisaya.rangka.kaki.alasan.text()


def test_two_with_one_nik_are_judged(wisaya: HalamanImpor, uji: KantorUji, qtbot: QtBot, tmp_path: Path) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(11), orang(11, nama="ORANG LAIN", lahir="05-05-1990")]))
    lanjut(wisaya, qtbot)
    (kunci,) = wisaya.sama.tombol
    qtbot.mouseClick(wisaya.sama.tombol[kunci][0], Qt.MouseButton.LeftButton)
    assert "0 belum diputuskan" in wisaya.sama.kalimat.text()
    assert wisaya.sama.tombol[kunci][0].isChecked()
    lanjut(wisaya, qtbot)
    lanjut(wisaya, qtbot)
    assert banyak(uji, Orang) == 1


def test_rejected_rows_leave_as_a_workbook(
    wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1), orang(2, nik="1")]))
    ke = tmp_path / "tolakan.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(ke), ""))
    qtbot.mouseClick(wisaya.hasil.unduhan, Qt.MouseButton.LeftButton)
    assert "1 baris ditolak" in pesan_uji.terakhir.judul
    isi = [[s.value for s in b] for b in load_workbook(ke).active.iter_rows()]
    assert any(orang(2)[1] in b for b in isi)


def test_an_earlier_import_is_undone(
    wisaya: HalamanImpor, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis("operator") as kerja:
        simpan_impor(kerja, periksa_berkas(kerja, [tulis(tmp_path, [orang(1)])], kegiatan))
    wisaya.segarkan()
    wisaya.pilih.buku.pilih_baris(0)
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "salah desa"))
    qtbot.mouseClick(wisaya.pilih.batal, Qt.MouseButton.LeftButton)
    assert wisaya.pilih.model.baris(0).status is StatusImpor.DIBATALKAN
    assert banyak(uji, Usulan) == 0


def test_leaving_asks_when_something_would_be_lost(
    wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1)]))
    pesan_uji.jawab = False
    assert not wisaya.boleh_ditinggalkan()
    pesan_uji.jawab = True
    with qtbot.waitSignal(wisaya.selesai):
        qtbot.mouseClick(wisaya.rangka.batal, Qt.MouseButton.LeftButton)


def test_what_the_sending_means_is_said(wisaya: HalamanImpor) -> None:
    wisaya.pilih.kiriman.nilai = Kiriman.PENGGANTI
    assert "tidak dihapus" in wisaya.pilih.arti.text()


def test_who_vanished_is_named(
    wisaya: HalamanImpor, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    with uji.menulis("operator") as kerja:
        simpan_impor(kerja, periksa_berkas(kerja, [tulis(tmp_path, [orang(1), orang(2)])], kegiatan))
    wisaya.pilih.kiriman.nilai = Kiriman.PENGGANTI
    sampai_hasil(wisaya, qtbot, tulis(tmp_path, [orang(1)], "baru.xlsx"))
    lanjut(wisaya, qtbot)
    lanjut(wisaya, qtbot)
    assert orang(2)[1] in wisaya.simpan.hilang.text()
