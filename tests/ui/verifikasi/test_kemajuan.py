"""Progress per desa and verifier in the window, and two results that differ, opened to be decided anew."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.verifikasi import BarisHasil, impor_hasil_verifikasi, putuskan
from db.istilah import HasilVerifikasi
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.verifikasi.halaman import HalamanVerifikasi
from ui.verifikasi.kemajuan import HalamanKemajuan


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        semua = isi_usulan(kerja, kegiatan_id, 3)
        putuskan(kerja, semua[:2], HasilVerifikasi.LAYAK, petugas="Rina")
        putuskan(kerja, semua[:1], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="pindah", petugas="Budi", cara="lapangan")
    return kegiatan_id


def test_progress_leads_to_the_usulan_about_which_results_differ(qtbot: QtBot, uji: KantorUji, kegiatan: UUID) -> None:
    kantor = layar(uji)
    verifikasi = kantor.tampil(HalamanVerifikasi(kantor.konteks, kegiatan), qtbot)
    qtbot.mouseClick(verifikasi.maju, Qt.MouseButton.LeftButton)
    halaman = kantor.jalan.didorong[-1]
    assert isinstance(halaman, HalamanKemajuan)
    kantor.tampil(halaman, qtbot)
    assert sorted(str(halaman.desa.index(n, 6).data()) for n in range(3)) == ["0%", "100%", "100%"]
    assert [halaman.petugas.index(n, 0).data() for n in range(2)] == ["Budi", "Rina"]
    assert halaman.lembar.tabText(2) == "&Hasil berbeda (1)"
    putusan = str(halaman.berbeda.index(0, 3).data())
    assert "Pindah alamat" in putusan
    assert "Budi, 2 Maret 2026, di lapangan" in putusan
    assert "Rina" in putusan
    halaman.tabel.pilih_baris(0)
    with qtbot.waitSignal(halaman.selesai):
        halaman.tabel.dibuka.emit(halaman.tabel.terpilih[0])
    assert verifikasi.lapis.currentWidget() is verifikasi.satu


def test_without_usulan_it_says_so(qtbot: QtBot, uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kosong = buat_kegiatan(kerja, kode_sop="rehsos", nama="Kosong", tahun=2026, nominal=1)
    kantor = layar(uji)
    halaman = kantor.tampil(HalamanKemajuan(kantor.konteks, kosong, lambda _: None), qtbot)
    assert [t.currentIndex() for t in halaman._tumpukan] == [1, 1, 1]


def test_a_result_that_was_not_taken_over_is_named_first(qtbot: QtBot, uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1)
        (usulan,) = isi_usulan(kerja, kegiatan, 1)
        putuskan(kerja, [usulan], HasilVerifikasi.LAYAK, petugas="Rina")
        impor_hasil_verifikasi(kerja, kegiatan, [BarisHasil(2, str(usulan), "TL", "Pindah alamat", petugas="Budi")])
    kantor = layar(uji)
    halaman = kantor.tampil(HalamanKemajuan(kantor.konteks, kegiatan, lambda _: None), qtbot)
    kata = str(halaman.berbeda.index(0, 3).data())
    assert kata.startswith("Tidak layak (Pindah alamat): Budi, 2 Maret 2026, dari lembar isian, belum diambil; Layak")
