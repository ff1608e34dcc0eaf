"""Beranda: says what is late and with whom, leads to the desk, and reads again by itself."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import kegiatan as room_kegiatan
from app.cadangan import cadangkan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, semua_serah
from app.sop.kertas import sahkan_di_kertas
from app.verifikasi import putuskan
from db.istilah import HasilSalur, HasilVerifikasi, JenisBantuan
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.beranda.halaman import KEGIATAN_BARU, HalamanBeranda
from ui.beranda.langkah import TAMPAK
from ui.halaman import Konteks
from ui.jobs import Area, ChangeBus, JobRunner
from ui.komponen import Teks

JUNI = datetime(2026, 6, 1, 2, tzinfo=UTC)


def buat(uji: KantorUji, nama: str = "Bansos Uji 2026", kode: str = "rehsos", mulai: date = date(2026, 2, 2)) -> UUID:
    with uji.menulis() as kerja:
        return room_kegiatan.buat_kegiatan(
            kerja, kode_sop=kode, nama=nama, tahun=2026, nominal=1_500_000, desa=DESA, mulai_pada=mulai,
            jenis_bantuan=JenisBantuan.TUNAI if kode == "rehsos" else None,
        )  # fmt: skip


@pytest.fixture
def rehsos(uji: KantorUji) -> UUID:
    """Nine proposed, six eligible and on the decree, four served; its first step is late in June."""
    kid = buat(uji)
    with uji.menulis() as kerja:
        usulan = isi_usulan(kerja, kid, 9)
        putuskan(kerja, usulan[:6], HasilVerifikasi.LAYAK)
        susun_penetapan(kerja, kid)
        sahkan_sk(kerja, kid, nomor="100/2026", tanggal=date(2026, 3, 2), tentang="Penerima")
        for baris in list(semua_serah(kerja, kid))[:4]:
            catat_hasil(kerja, baris.alokasi_id, HasilSalur.SENDIRI)
    uji.jam.kini = JUNI
    return kid


def kata(halaman: HalamanBeranda) -> list[str]:
    return [t.text() for t in halaman.tumpukan.currentWidget().findChildren(Teks) if t.isVisible()]


def buka(kantor: Layar, qtbot: QtBot) -> HalamanBeranda:
    return kantor.tampil(HalamanBeranda(kantor.konteks), qtbot)


def test_an_empty_office_says_what_to_do_next(uji: KantorUji, qtbot: QtBot) -> None:
    kantor = layar(uji)
    halaman = buka(kantor, qtbot)
    assert "Belum ada kegiatan" in kata(halaman)
    qtbot.mouseClick(halaman.kosong.tombol, Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka == [("meja", KEGIATAN_BARU)]


def test_the_administrator_is_not_offered_a_kegiatan(uji: KantorUji, qtbot: QtBot) -> None:
    halaman = buka(layar(uji, "admin"), qtbot)
    assert not hasattr(halaman.kosong, "tombol")
    assert "operator atau pimpinan" in halaman.kosong.saran.text()


def test_a_late_step_stands_there_with_whom_and_leads_to_it(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    kantor = layar(uji)
    halaman = buka(kantor, qtbot)
    assert halaman.angka[0].accessibleName() == "1 langkah terlambat"
    (baris,) = halaman.terlambat.baris
    assert "terlambat" in baris.accessibleName()
    assert "Pada " in baris.accessibleName()
    assert "Bansos Uji 2026" in baris.accessibleName()
    qtbot.mouseClick(baris, Qt.MouseButton.LeftButton)
    qtbot.keyClick(baris, Qt.Key.Key_Return)
    assert halaman.isi is not None
    langkah = halaman.isi.terlambat[0].pelaksanaan_id
    assert kantor.jalan.dibuka == [("meja", langkah), ("meja", langkah)]


def test_a_kegiatan_shows_its_four_figures(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    kantor = layar(uji)
    halaman = buka(kantor, qtbot)
    (baris,) = halaman.kegiatan.baris
    assert "9 usulan, 6 layak, 6 ditetapkan, 4 tersalur" in baris.accessibleName()
    assert {"Rp 6.000.000 dari Rp 9.000.000", "66,7% sudah diserahkan, sisa Rp 3.000.000"} <= set(kata(halaman))
    qtbot.keyClick(baris, Qt.Key.Key_Space)
    assert kantor.jalan.dibuka[0][0] == "meja"


def test_bars_per_desa_say_their_figures(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    halaman = buka(layar(uji), qtbot)
    assert halaman.grafik.accessibleDescription().count("tersalur") == len(DESA)
    halaman.grafik.grab()


def test_this_week_and_a_kegiatan_without_aid(uji: KantorUji, qtbot: QtBot) -> None:
    buat(uji, "Pengaduan 2026", "balakas", date(2026, 3, 2))
    halaman = buka(layar(uji), qtbot)
    assert len(halaman.minggu_ini.baris) == 1
    assert "Tidak ada langkah yang terlambat." in kata(halaman)
    assert halaman.uang.isHidden()
    assert halaman.desa.isHidden()


def test_many_late_steps_are_folded_until_asked_for(uji: KantorUji, qtbot: QtBot) -> None:
    for nomor in range(TAMPAK + 2):
        buat(uji, f"Bansos {nomor} 2026")
    uji.jam.kini = JUNI
    halaman = buka(layar(uji), qtbot)
    assert len(halaman.terlambat.baris) == TAMPAK
    qtbot.mouseClick(halaman.terlambat.lagi, Qt.MouseButton.LeftButton)
    assert len(halaman.terlambat.baris) == TAMPAK + 2
    assert halaman.terlambat.lagi.isHidden()


def test_who_has_no_desk_only_looks(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    kantor = layar(uji, "admin")
    halaman = buka(kantor, qtbot)
    qtbot.mouseClick(halaman.kegiatan.baris[0], Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka == []


def test_warnings_lead_who_may_to_the_settings(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    kantor = layar(uji, "admin")
    halaman = buka(kantor, qtbot)
    tombol = halaman._peringatan.itemAt(0).widget().findChild(type(halaman.perbarui))
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka == [("pengaturan", None)]
    uji.jam.kini = datetime(2026, 3, 2, 2, tzinfo=UTC)
    cadangkan(uji.ruang, uji.pelaku["admin"], uji.folder.parent / "a.salur")
    qtbot.mouseClick(halaman.perbarui, Qt.MouseButton.LeftButton)
    assert halaman._peringatan.count() == 0


def test_it_is_read_in_the_background_and_again_after_a_change(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    """What changes while the page is being read is not missed."""
    pekerja = JobRunner()
    bus = ChangeBus()
    konteks = Konteks(uji.ruang, uji.pelaku["serba"], pekerja, bus, lambda *_: None, lambda _: None)
    halaman = HalamanBeranda(konteks)
    qtbot.addWidget(halaman)
    halaman.show()
    assert halaman.tumpukan.currentWidget() is halaman.memuat
    buat(uji, "Kegiatan kedua 2026")
    bus.umumkan(Area.KEGIATAN)
    qtbot.waitUntil(lambda: len(halaman.kegiatan.baris) == 2, timeout=10_000)
    pekerja.tutup()


def test_a_scan_still_to_come_leads_to_its_step(uji: KantorUji, rehsos: UUID, qtbot: QtBot) -> None:
    cadangkan(uji.ruang, uji.pelaku["admin"], uji.folder.parent / "a.salur")
    with uji.menulis() as kerja:
        langkah = room_kegiatan.lihat_kegiatan(kerja, rehsos).ringkasan.pelaksanaan_kini
        assert langkah is not None
        sahkan_di_kertas(kerja, langkah, nama="H. Contoh", kapasitas="Bupati Lamandau", tanggal=kerja.hari_ini())
    kantor = layar(uji)
    halaman = buka(kantor, qtbot)
    assert "1 tanda tangan di atas kertas belum ada pindaiannya: Bansos Uji 2026." in kata(halaman)
    tombol = halaman._peringatan.itemAt(halaman._peringatan.count() - 1).widget().findChild(type(halaman.perbarui))
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert kantor.jalan.dibuka == [("meja", langkah)]
