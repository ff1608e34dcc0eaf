"""The ledger page: every import with what became of its rows, and every act upon it; the letter that is asked for."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlmodel import select

from app.kegiatan import buat_kegiatan
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import simpan_impor
from db.istilah import Kiriman, StatusImpor, StatusUsulan
from db.model import Dokumen, Usulan
from tests.app.usulan.conftest import JUDUL, orang
from tests.helpers import lembar as buat
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.lembar import Lembar
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji
from ui.impor.buku import HalamanBuku
from ui.impor.halaman import HalamanImpor
from ui.impor.surat import DialogSurat, PermintaanSurat
from ui.penetapan.dialog import DialogKalimat


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji, "operator")


@pytest.fixture
def kegiatan(uji: KantorUji, tmp_path: Path) -> UUID:
    """A kegiatan with two sendings: the second replaces the first; one row was rejected, one person is gone."""
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
    kirim(uji, kegiatan_id, tmp_path, "lama.xlsx", [orang(1), orang(2)])
    kirim(uji, kegiatan_id, tmp_path, "baru.xlsx", [orang(1), orang(3), orang(4, nik="123")], Kiriman.PENGGANTI)
    return kegiatan_id


def kirim(
    uji: KantorUji,
    kegiatan_id: UUID,
    folder: Path,
    nama: str,
    baris: list[list[Any]],
    kiriman: Kiriman = Kiriman.SUSULAN,
) -> None:
    (folder / nama).write_bytes(buat.xlsx(Lembar([JUDUL, *baris])))
    with uji.menulis("operator") as kerja:
        simpan_impor(kerja, periksa_berkas(kerja, [folder / nama], kegiatan_id, kiriman=kiriman))


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanBuku:
    return kantor.tampil(HalamanBuku(kantor.konteks, kegiatan), qtbot)


def rinci(halaman: HalamanBuku) -> list[tuple[str, str]]:
    return [(b.nama, b.keadaan) for b in halaman.model_rinci.semua]


def klik(qtbot: QtBot, tombol: Any) -> None:
    assert tombol.isVisible()
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def test_it_shows_each_import_and_what_became_of_its_rows(halaman: HalamanBuku) -> None:
    assert [b.berkas for b in halaman.model.semua] == [("baru.xlsx",), ("lama.xlsx",)]
    assert rinci(halaman) == [("EFENDI KASYFUL", "Belum diperbaiki"), ("CARDI KASYFUL", "Tidak ada lagi")]
    assert halaman.hitung.text() == "1 baris ditolak · 1 orang tidak ada lagi"
    halaman.tabel.pilih_baris(1)
    assert rinci(halaman) == []
    assert halaman.hitung.text() == "Semua baris masuk"
    assert not halaman.tarik.isVisible()


def test_the_vanished_are_withdrawn_with_a_reason(
    halaman: HalamanBuku, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Tidak diusulkan lagi")
    klik(qtbot, halaman.tarik)
    assert rinci(halaman)[-1] == ("CARDI KASYFUL", "Ditarik")
    assert not halaman.tarik.isEnabled()
    with uji.membaca() as kerja:
        ditarik = kerja.sesi.exec(select(Usulan).where(Usulan.status == StatusUsulan.DITARIK.value)).all()
    assert [u.alasan for u in ditarik] == ["Tidak diusulkan lagi"]
    halaman.rinci.pilih_baris(1)
    klik(qtbot, halaman.kembali)
    assert rinci(halaman)[-1] == (orang(2)[1], "Tidak ada lagi")
    assert halaman.tarik.isEnabled()


def test_an_import_is_undone_or_says_what_stands_on_it(
    halaman: HalamanBuku, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Salah berkas")
    halaman.tabel.pilih_baris(1)
    klik(qtbot, halaman.batal)
    assert (
        "dikirim lagi dalam impor sesudahnya, yaitu baru.xlsx" in f"{pesan_uji.terakhir.judul} {pesan_uji.terakhir.isi}"
    )
    halaman.tabel.pilih_baris(0)
    klik(qtbot, halaman.batal)
    assert [b.status for b in halaman.model.semua] == [StatusImpor.DIBATALKAN, StatusImpor.TERSIMPAN]
    assert not halaman.batal.isEnabled()


def test_files_and_rejected_rows_are_saved_again(
    halaman: HalamanBuku, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    klik(qtbot, halaman.unduh)
    assert (folder / "baru.xlsx").read_bytes() == (tmp_path / "baru.xlsx").read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "tolakan.xlsx"), ""))
    klik(qtbot, halaman.tolakan)
    assert (folder / "tolakan.xlsx").exists()


def test_a_letter_is_asked_for_and_remembered(
    halaman: HalamanBuku, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditanya: list[list[tuple[str, str]]] = []

    def jawab(_induk: object, desa: list[tuple[str, str]], hari: date) -> PermintaanSurat:
        ditanya.append(desa)
        return PermintaanSurat(desa[0][0], "460/12/2026", hari, date(2026, 3, 16))

    monkeypatch.setattr(DialogSurat, "ask", jawab)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "surat.pdf"), ""))
    klik(qtbot, halaman.perbaikan)
    assert [nama for _, nama in ditanya[0]] == ["Desa Kujan"]
    assert "16 Maret 2026" in teks_pdf(tmp_path / "surat.pdf")[0]
    with uji.membaca() as kerja:
        (dokumen,) = kerja.sesi.exec(select(Dokumen)).all()
    assert (dokumen.kode, dokumen.nomor) == ("surat-perbaikan", "460/12/2026")


def test_the_letter_s_deadline_cannot_lie_before_its_date(qtbot: QtBot) -> None:
    dialog = DialogSurat(None, [("62.09.03.2001", "Desa Kujan"), ("62.09.03.2002", "Desa Guci")], date(2026, 3, 2))
    qtbot.addWidget(dialog)
    assert dialog.jawaban == PermintaanSurat(None, "", date(2026, 3, 2), None)
    dialog.batas.nilai = date(2026, 3, 1)
    assert dialog.periksa()
    dialog.batas.nilai = date(2026, 3, 9)
    assert dialog.periksa() == ""


def test_without_anything_to_mend_it_says_so(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis() as kerja:
        kosong = buat_kegiatan(kerja, kode_sop="rehsos", nama="Kosong", tahun=2026, nominal=1)
    halaman = kantor.tampil(HalamanBuku(kantor.konteks, kosong), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    halaman.surat.minta()
    assert "Tidak ada baris kiriman" in f"{pesan_uji.terakhir.judul} {pesan_uji.terakhir.isi}"


def test_the_wizard_leads_to_the_ledger(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> None:
    wisaya = kantor.tampil(HalamanImpor(kantor.konteks, kegiatan), qtbot)
    klik(qtbot, wisaya.pilih.buka_buku)
    (didorong,) = kantor.jalan.didorong
    assert isinstance(didorong, HalamanBuku)
    kantor.tampil(didorong, qtbot)


def test_the_wizard_says_how_the_sending_stands(kantor: Layar, kegiatan: UUID, qtbot: QtBot, tmp_path: Path) -> None:
    wisaya = kantor.tampil(HalamanImpor(kantor.konteks, kegiatan), qtbot)
    (tmp_path / "lagi.xlsx").write_bytes(buat.xlsx(Lembar([JUDUL, orang(1), orang(3, alamat="Jl. Lain"), orang(7)])))
    wisaya.pilih.tambah([tmp_path / "lagi.xlsx"])
    for _ in range(4):
        qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)
    p = wisaya.kerja.pandangan
    assert p is not None
    assert (p.perbandingan.sama, p.perbandingan.berubah, p.perbandingan.baru) == (1, 1, 1)
    qtbot.mouseClick(wisaya.rangka.lanjut, Qt.MouseButton.LeftButton)
    klik(qtbot, wisaya.simpan.buku)
    kantor.tampil(kantor.jalan.didorong[-1], qtbot)
