"""A kecamatan's results in the window: the list out, the workbook looked at, recorded, taken back."""

import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.dokumen.daftar import riwayat_dokumen
from app.kecamatan.bentuk import BELUM, BarisHasil
from app.kecamatan.terima import PeriksaHasil, Perubahan
from app.kegiatan import buat_kegiatan
from app.penyaluran import ringkasan_penyaluran, semua_serah
from app.penyaluran.realisasi import SelSalah
from db.galat import KnownError
from db.istilah import HasilSalur, JenisKantor, StatusUsulan
from db.model import Kantor
from reports.lembar_hasil import tulis
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.konteks import layar
from tests.helpers.toko import KINI, KantorUji
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.daftar import HalamanPenyaluran
from ui.penyaluran.kecamatan import DialogDaftar, DialogHasil, HalamanHasilKecamatan, JawabanDaftar

HARI = KINI.date()


def _kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
    return kegiatan


def _lembar(uji: KantorUji, kegiatan: UUID, ke: Path) -> None:
    """Write what a kecamatan would: one served, one moved away, one waiting."""
    with uji.membaca() as kerja:
        satu, dua, tiga = semua_serah(kerja, kegiatan)
    dasar = [(b.nama, b.nik or "", "Desa", b.kode, "Uang") for b in (satu, dua, tiga)]
    hasil = [
        BarisHasil(*dasar[0], "Diterima sendiri", jumlah=1_500_000, tanggal=HARI, petugas="Misnawati"),
        BarisHasil(*dasar[1], "Pindah", tanggal=HARI),
        BarisHasil(*dasar[2], BELUM),
    ]
    tulis(hasil, ke, judul="HASIL", pengirim="Kecamatan Bulik")


def _tersalur(uji: KantorUji, kegiatan: UUID) -> tuple[int, int]:
    with uji.membaca() as kerja:
        h = ringkasan_penyaluran(kerja, kegiatan).seluruh
    return h.tersalur.orang, h.gagal.orang


@pytest.fixture
def berkas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    berkas = tmp_path / "hasil.xlsx"
    for nama in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, nama, lambda *_: (str(berkas), ""))
    return berkas


def test_results_come_in_only_when_agreed_to_and_are_taken_back(
    qtbot: QtBot, uji: KantorUji, berkas: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    kegiatan = _kegiatan(uji)
    _lembar(uji, kegiatan, berkas)
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanHasilKecamatan(suasana.konteks, kegiatan), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    dilihat: list[PeriksaHasil] = []

    def jawab(_induk: Any, p: PeriksaHasil) -> bool:
        dilihat.append(p)
        return len(dilihat) > 1

    monkeypatch.setattr(DialogHasil, "ask", jawab)
    halaman.masuk.click()
    assert _tersalur(uji, kegiatan) == (0, 0)
    halaman.masuk.click()
    assert _tersalur(uji, kegiatan) == (1, 1)
    assert [(len(p.perubahan), p.belum, p.salah) for p in dilihat] == [(2, 1, ())] * 2
    assert "2 hasil dicatat" in pesan_uji.terakhir.judul
    halaman.segarkan()
    assert halaman.model.index(0, 1).data() == "Kecamatan Bulik"
    halaman.tabel.selectRow(0)
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Berkas keliru")
    halaman.batal.click()
    assert _tersalur(uji, kegiatan) == (0, 0)
    halaman.segarkan()
    halaman.tabel.selectRow(0)
    assert not halaman.batal.isEnabled()


def test_the_list_goes_out_for_one_kecamatan(
    qtbot: QtBot, uji: KantorUji, berkas: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    kegiatan = _kegiatan(uji)
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanHasilKecamatan(suasana.konteks, kegiatan), qtbot)
    ditawarkan: list[Any] = []

    def jawab(_induk: Any, tahap: Any, kecamatan: Any) -> JawabanDaftar:
        ditawarkan.extend(kecamatan)
        return JawabanDaftar(tahap[0][0], kecamatan[0][0])

    monkeypatch.setattr(DialogDaftar, "ask", jawab)
    halaman.daftar.click()
    assert ditawarkan == [("62.09.03", "Bulik")]
    assert "3 penerima" in pesan_uji.terakhir.judul
    kepala = [s.value for s in load_workbook(berkas)["Daftar penerima"][3]]
    assert kepala[-1] == "KODE TANDA TERIMA"
    with uji.membaca() as kerja:
        (dicatat,) = riwayat_dokumen(kerja, kegiatan)
    assert (dicatat.kode, dicatat.jumlah_orang) == ("daftar-kecamatan", 3)
    assert dicatat.sha256 == hashlib.sha256(berkas.read_bytes()).hexdigest()


def test_the_hand_over_page_leads_each_office_its_own_way(
    qtbot: QtBot, uji: KantorUji, berkas: Path, pesan_uji: PenyampaiUji
) -> None:
    kegiatan = _kegiatan(uji)
    suasana = layar(uji)
    di_dinas = suasana.tampil(HalamanPenyaluran(suasana.konteks, kegiatan), qtbot)
    di_dinas.kecamatan.click()
    assert isinstance(suasana.jalan.didorong[-1], HalamanHasilKecamatan)
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kantor, kerja.kantor.id).jenis = JenisKantor.KECAMATAN.value
    suasana = layar(uji)
    di_kecamatan = suasana.tampil(HalamanPenyaluran(suasana.konteks, kegiatan), qtbot)
    assert "dinas" in di_kecamatan.kecamatan.text()
    di_kecamatan.kecamatan.click()
    assert "3 baris hasil" in pesan_uji.terakhir.judul
    assert str(load_workbook(berkas)["Hasil penyaluran"]["A2"].value).endswith("3 baris")


def test_a_wrong_cell_leaves_nothing_to_agree_to(qtbot: QtBot) -> None:
    salah = SelSalah("F5", "SITI", KnownError("hasil_kec_hasil_asing", tertulis="mungkin"))
    baik = Perubahan("F6", "BUDI", 7, "", None, HasilSalur.SENDIRI, HARI)
    for periksa, tampak, isi in (
        (PeriksaHasil("Kecamatan Bulik", (baik,), 0, 0, (salah,)), False, "F5"),
        (PeriksaHasil("Kecamatan Bulik", (baik,), 0, 0, ()), True, "0007"),
    ):
        dialog = DialogHasil(None, periksa)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.setuju.isVisible() is tampak
        assert dialog.model.index(0, 0).data() == isi
        dialog.close()
