"""Goods in the window: a vendor's BAST, stock here and on the hand-over page, a slip taken back."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.barang import catat_barang_masuk, stok_barang
from app.berkas_pemeriksaan import kumpulkan
from app.kegiatan import DataBarang, buat_kegiatan
from app.mitra import DataMitra, catat_mitra, catat_perjanjian, daftar_mitra
from app.penyaluran import catat_hasil, semua_serah
from db.istilah import HasilSalur, JenisPerjanjian, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.pembayaran.barang import DialogBarang, HalamanBarang, JawabanBarang
from ui.pembayaran.perjanjian import HalamanPerjanjian
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.daftar import HalamanPenyaluran

HARI = date(2026, 3, 2)
BERAS = DataBarang("Beras", "karung", 2)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="uep", nama="UEP Uji", tahun=2026, barang=(BERAS,))
        isi_usulan(kerja, kegiatan_id, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
        catat_mitra(kerja, DataMitra("CV Contoh", "vendor"))
    return kegiatan_id


def tekan(qtbot: QtBot, tombol: object) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def test_goods_come_in_are_counted_and_taken_back(
    qtbot: QtBot, kantor: Layar, uji: KantorUji, kegiatan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    perjanjian = kantor.tampil(HalamanPerjanjian(kantor.konteks, kegiatan), qtbot)
    assert perjanjian.barang.isVisible()
    tekan(qtbot, perjanjian.barang)
    halaman = kantor.jalan.didorong[-1]
    assert isinstance(halaman, HalamanBarang)
    kantor.tampil(halaman, qtbot)

    def isi(_induk: object, mitra: list[DataMitra], barang: tuple[DataBarang, ...], hari: date) -> JawabanBarang:
        dialog = DialogBarang(None, mitra, barang, hari)
        qtbot.addWidget(dialog)
        assert dialog.periksa() == "Isi jumlah barang yang diterima."
        dialog.jumlah[0].setValue(1)
        assert dialog.periksa() == "Periksa isian yang ditandai."
        qtbot.keyClicks(dialog.nomor, "BAST-1")
        assert dialog.periksa() == ""
        return dialog.jawaban

    monkeypatch.setattr(DialogBarang, "ask", isi)
    tekan(qtbot, halaman.catat)
    assert [halaman.stok.index(0, k).data() for k in range(6)] == ["Beras", "karung", "6", "1", "0", "1"]
    serah = kantor.tampil(HalamanPenyaluran(kantor.konteks, kegiatan), qtbot)
    assert serah.stok.text() == "Stok: Beras 1 karung."
    with uji.menulis() as kerja:
        catat_hasil(kerja, next(iter(semua_serah(kerja, kegiatan))).alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        assert kumpulkan(kerja, kegiatan).stok == stok_barang(kerja, kegiatan)
    serah.segarkan()
    halaman.segarkan()
    assert "diserahkan 2 karung" in serah.stok.text()
    assert halaman.ingat.isVisible()
    halaman.tabel.pilih_baris(0)
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "salah ketik")
    tekan(qtbot, halaman.cabut)
    assert halaman.masuk.index(0, 5).data() == "salah ketik"
    assert halaman.stok.index(0, 3).data() == "0"


def test_scans_of_a_bast_and_of_an_agreement_may_follow(
    qtbot: QtBot, kantor: Layar, uji: KantorUji, kegiatan: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        (mitra,) = daftar_mitra(kerja)
        assert mitra.id is not None
        catat_barang_masuk(kerja, kegiatan, mitra.id, nomor="BAST-1", tanggal=HARI, barang=[BERAS])
        catat_perjanjian(kerja, kegiatan, mitra.id, JenisPerjanjian.KONTRAK, tanggal=HARI, nomor="K-1")
    pindaian = tmp_path / "bast.pdf"
    pindaian.write_bytes(b"%PDF-1.4 bast")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pindaian), ""))
    for jenis in (HalamanBarang, HalamanPerjanjian):
        halaman = kantor.tampil(jenis(kantor.konteks, kegiatan), qtbot)
        assert not halaman.susul.isEnabled()
        halaman.tabel.selectRow(0)
        assert halaman.tabel.terpilih[0].lampiran_id is None
        tekan(qtbot, halaman.susul)
        halaman.segarkan()
        halaman.tabel.selectRow(0)
        assert halaman.tabel.terpilih[0].lampiran_id is not None


def test_without_goods_there_is_no_way_in(qtbot: QtBot, kantor: Layar, uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        uang = buat_kegiatan(kerja, kode_sop="rehsos", nama="Uang Uji", tahun=2026, nominal=1)
    assert not kantor.tampil(HalamanPerjanjian(kantor.konteks, uang), qtbot).barang.isVisible()
    assert not kantor.tampil(HalamanPenyaluran(kantor.konteks, uang), qtbot).stok.isVisible()


def test_who_may_not_only_looks(qtbot: QtBot, uji: KantorUji, kegiatan: UUID) -> None:
    admin = layar(uji, "admin")
    assert not admin.tampil(HalamanBarang(admin.konteks, kegiatan), qtbot).catat.isEnabled()
