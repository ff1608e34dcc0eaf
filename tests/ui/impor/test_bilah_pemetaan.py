"""Named mappings in the wizard: kept, chosen, renamed, shared and forgotten by clicks."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.usulan.pemetaan import JENIS, VERSI, daftar_pemetaan, impor_pemetaan
from tests.app.usulan.conftest import orang
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from tests.ui.impor.test_halaman_impor import KOLOM, kantor, kegiatan, lanjut, tulis, wisaya
from ui.impor.halaman import HalamanImpor
from ui.penetapan.dialog import DialogKalimat

__all__ = ["kantor", "kegiatan", "wisaya"]


@pytest.fixture
def terbuka(wisaya: HalamanImpor, qtbot: QtBot, tmp_path: Path) -> HalamanImpor:
    wisaya.pilih.tambah([tulis(tmp_path, [orang(1)])])
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == KOLOM
    return wisaya


def _nama(uji: KantorUji) -> list[str]:
    with uji.membaca("operator") as kerja:
        return [s.nama for s in daftar_pemetaan(kerja)]


def _jawab(monkeypatch: pytest.MonkeyPatch, nama: str | None) -> None:
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: nama))


def test_columns_are_kept_under_a_name_and_used_again(
    terbuka: HalamanImpor, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    bilah = terbuka.kolom.bilah
    assert not bilah.pakai.isEnabled()
    terbuka.kolom.kolom_diubah.emit(0, "Sheet1", 9, "keterangan")
    _jawab(monkeypatch, "Daftar Kujan")
    qtbot.mouseClick(bilah.simpan, Qt.MouseButton.LeftButton)
    assert _nama(uji) == ["Daftar Kujan"]
    assert bilah.pilihan.currentText() == "Daftar Kujan"
    terbuka.kolom.kolom_diubah.emit(0, "Sheet1", 9, "pekerjaan")
    assert terbuka.kolom.isian[9].nilai == "pekerjaan"
    with qtbot.waitSignal(terbuka.kerja.berubah):
        qtbot.mouseClick(bilah.pakai, Qt.MouseButton.LeftButton)
    assert terbuka.kolom.isian[9].nilai == "keterangan"
    assert bilah.pilihan.currentText() == "Daftar Kujan"
    pesan_uji.jawab = False
    qtbot.mouseClick(bilah.simpan, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "Ganti pemetaan Daftar Kujan?"


def test_a_mapping_is_renamed_shared_and_forgotten(
    terbuka: HalamanImpor, uji: KantorUji, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    bilah = terbuka.kolom.bilah
    _jawab(monkeypatch, "Satu/Dua")
    bilah.simpan.click()
    berkas = tmp_path / "peta.json"
    usul: list[str] = []

    def simpan(*apa: str) -> tuple[str, str]:
        usul.append(Path(apa[2]).name)
        return str(berkas), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", simpan)
    bilah.ekspor.trigger()
    assert usul == ["Satu-Dua.pemetaan.json"]
    assert json.loads(berkas.read_text("utf-8"))["nama"] == "Satu/Dua"
    _jawab(monkeypatch, "Baru")
    bilah.ganti.trigger()
    assert _nama(uji) == ["Baru"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    bilah.impor.trigger()
    assert _nama(uji) == ["Baru", "Satu/Dua"]
    assert bilah.pilihan.currentText() == "Satu/Dua"
    bilah.hapus.trigger()
    assert _nama(uji) == ["Baru"]
    assert not bilah.hapus.isEnabled()
    berkas.write_text("{}", encoding="utf-8")
    bilah.impor.trigger()
    assert "bukan pemetaan kolom" in pesan_uji.terakhir.isi


def test_a_mapping_is_chosen_before_a_file_that_nobody_would_understand(
    wisaya: HalamanImpor, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, tmp_path: Path
) -> None:
    asing = tulis(tmp_path, [["ANI RUDIN", None], ["BUDI RUDIN", None]], judul=["SIAPA", "PENGENAL"])
    wisaya.pilih.tambah([asing])
    lanjut(wisaya, qtbot)
    assert wisaya.pilih.kartu_ditolak.isVisible()
    assert not wisaya.pilih.i_pemetaan.isVisible()
    isi = {"jenis": JENIS, "versi": VERSI, "nama": "Asing", "kolom": {"SIAPA": "nama", "PENGENAL": "nik"}}
    with uji.menulis("operator") as kerja:
        impor_pemetaan(kerja, json.dumps(isi).encode(), "asing.json")
    wisaya.pilih.muat(kegiatan)
    assert wisaya.pilih.i_pemetaan.isVisible()
    wisaya.pilih.pemetaan.setCurrentIndex(1)
    lanjut(wisaya, qtbot)
    assert wisaya.rangka.kini == KOLOM
    assert [k.bidang for k in wisaya.kerja.pandangan.lembar[0].kolom] == ["nama", "nik"]  # type: ignore[union-attr]  # read


def test_nothing_happens_without_a_name(terbuka: HalamanImpor, uji: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    _jawab(monkeypatch, None)
    terbuka.kolom.bilah.simpan.click()
    terbuka.kolom.bilah.ganti.trigger()
    assert _nama(uji) == []


def test_columns_of_family_lines_are_shown_without_a_letter(
    uji: KantorUji, kegiatan: UUID, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    kantor = layar(uji, "operator")
    wisaya = kantor.tampil(HalamanImpor(kantor.konteks, kegiatan), qtbot, lebar=1366, tinggi=660)
    baris = [["NO. KK : 6209030202169001"], [1, "ANI RUDIN", "6209030101509001"]]
    wisaya.pilih.tambah([tulis(tmp_path, baris, judul=["NO", "NAMA", "NIK"])])
    lanjut(wisaya, qtbot)
    maya = wisaya.kerja.pandangan.lembar[0].kolom[-1]  # type: ignore[union-attr]  # it was read just now
    assert (maya.huruf, maya.judul, maya.bidang, maya.cara) == ("", "No. KK", "no_kk", "dari baris keluarga")
    assert "9001" in maya.contoh
