"""Batas waktu: from its turn, in working time, per tahap, beside the office's own target; days outside apart."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app import kantor
from app.kantor import Libur
from app.sop import batas, halaman, jalan, kertas, meja
from app.sop.batas import Target
from app.sop.definisi import Basis, SatuanWaktu
from db.galat import KnownError
from db.istilah import JenisLibur
from db.model import PelaksanaanLangkah
from tests.app.sop import bantu
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.toko import KantorUji


def wib(bulan: int, hari: int, jam: int, menit: int = 0) -> datetime:
    return datetime(2026, bulan, hari, jam - 7, menit, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kode", "ke", "standar", "batas_sop"),
    [
        ("rehsos", 1, "14 hari kerja", wib(3, 27, 16, 30)),  # Nyepi and Idulfitri with cuti bersama in between
        ("uep", 3, "3 hari kerja", wib(3, 5, 16)),
        ("dtks", 6, "10 menit", wib(3, 2, 9, 10)),
        ("dtks", 7, "2 minggu", wib(3, 16, 16)),
        ("dtks", 9, "2 bulan", wib(5, 4, 16)),  # 2 May is a Saturday
        ("balakas", 3, "12 jam", wib(3, 3, 14, 30)),
        ("balakas", 5, "4 jam per hari penyaluran", None),
        ("uep", 1, "5 menit per berkas", None),
    ],
)
def test_the_sop_s_time_counts_from_its_turn(
    uji: KantorUji, kode: str, ke: int, standar: str, batas_sop: datetime | None
) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, kode, mulai_langkah=ke)
        page = bantu.kini(kerja, kegiatan_id)
        assert page.batas.standar == standar
        assert page.batas.batas_sop == batas_sop
        assert kerja.sesi.get_one(PelaksanaanLangkah, page.pelaksanaan_id).batas_pada == batas_sop


@pytest.mark.parametrize(
    ("kini", "kata", "terlambat"),
    [
        (wib(3, 2, 9), "3 hari kerja lagi", False),
        (wib(3, 3, 9), "2 hari kerja lagi", False),
        (wib(3, 5, 15, 59), "hari ini", False),
        (wib(3, 5, 17), "terlambat kurang dari 1 hari kerja", True),
        (wib(3, 6, 9), "terlambat 1 hari kerja", True),
        (wib(3, 10, 9), "terlambat 3 hari kerja", True),
    ],
)
def test_what_is_left_is_told_in_words(uji: KantorUji, kini: datetime, kata: str, terlambat: bool) -> None:
    with uji.menulis() as kerja:
        bantu.mulai_kegiatan(kerja, "uep", mulai_langkah=3)
    uji.jam.kini = kini
    with uji.membaca() as kerja:
        (baris,) = meja.meja(kerja).perlu
        assert baris.batas.sisa
        assert (baris.batas.sisa.kata, baris.terlambat) == (kata, terlambat)


def test_time_runs_from_the_turn_not_from_early_work(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.usulkan(kerja, kegiatan_id)
        ke2 = bantu.langkah(kerja, kegiatan_id, 2)
        jalan.mulai(kerja, ke2)
    uji.jam.kini = wib(3, 9, 9)
    with uji.menulis() as kerja:
        jalan.selesaikan(kerja, bantu.langkah(kerja, kegiatan_id, 1))
        page = halaman.lihat_langkah(kerja, ke2)
        assert page.mulai_pada == wib(3, 2, 9)
        assert page.batas.sisa
        assert page.batas.sisa.kata == "14 hari kerja lagi"


def test_the_office_sets_its_own_target_beside_the_sop(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep", mulai_langkah=3)
        for nilai, kode in ((Target(0, SatuanWaktu.HARI), "target_salah"),):
            with pytest.raises(KnownError, match=kode):
                batas.atur_target(kerja, kegiatan_id, 3, nilai)
        with pytest.raises(KnownError, match="langkah_tak_dikenal"):
            batas.atur_target(kerja, kegiatan_id, 7, None)
        batas.atur_target(kerja, kegiatan_id, 3, Target(2, SatuanWaktu.MINGGU, Basis.KALENDER))
        page = bantu.kini(kerja, kegiatan_id)
        assert (page.batas.standar, page.batas.target) == ("3 hari kerja", "2 minggu")
        assert (page.batas.batas_sop, page.batas.batas_kantor) == (wib(3, 5, 16), wib(3, 16, 16))
        assert page.batas.batas == wib(3, 16, 16)
        assert kerja.sesi.get_one(PelaksanaanLangkah, page.pelaksanaan_id).batas_pada == wib(3, 16, 16)
        batas.atur_target(kerja, kegiatan_id, 3, None)
        assert bantu.kini(kerja, kegiatan_id).batas.target == ""


def test_a_target_gives_a_batas_where_the_sop_counts_something_smaller(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep")
        batas.atur_target(kerja, kegiatan_id, 1, Target(10, SatuanWaktu.HARI))
        page = bantu.kini(kerja, kegiatan_id)
        assert page.batas.batas_sop is None
        assert page.batas.sisa
        assert page.batas.sisa.kata == "10 hari kerja lagi"


def test_a_tahap_has_its_own_time(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=6, tahap=["Tahap 1", "Tahap 2"])
        isi_usulan(kerja, kegiatan_id, 2)
        bantu.layakkan(kerja, kegiatan_id)
        bantu.tetapkan(kerja, kegiatan_id)
        page = bantu.kini(kerja, kegiatan_id)
        assert (page.batas.standar, page.batas.tahap) == ("7 hari kerja per tahap", "Tahap 1")
        bantu.cairkan(kerja, kegiatan_id)
        bantu.lengkapi(kerja, kegiatan_id)
        jalan.selesaikan(kerja, page.pelaksanaan_id)
        assert bantu.kini(kerja, kegiatan_id).batas.tahap == "Tahap 1"


def test_a_later_tahap_counts_from_its_planned_day(uji: KantorUji) -> None:
    from app.kegiatan import DataTahap

    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(
            kerja, "rehsos", mulai_langkah=6, tahap=[DataTahap("Semester 1", rencana=date(2026, 6, 1))]
        )
        page = bantu.kini(kerja, kegiatan_id)
        assert page.batas.batas_sop == datetime(2026, 6, 10, 9, tzinfo=UTC)
        assert page.batas.tahap == ""


def test_days_with_outside_parties_are_counted_apart(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=3)
        ke3 = bantu.langkah(kerja, kegiatan_id, 3)
        hukum = kertas.kirim_berkas(kerja, ke3, pihak="Bagian Hukum", tanggal=date(2026, 3, 2))
        kertas.kirim_berkas(kerja, ke3, pihak="Sekretariat Daerah", tanggal=date(2026, 3, 2))
    uji.jam.kini = wib(3, 11, 9)
    with uji.menulis() as kerja:
        kertas.berkas_kembali(kerja, hukum, date(2026, 3, 4))
        sekda = kertas.posisi_kegiatan(kerja, kegiatan_id)[0]
        kertas.berkas_kembali(kerja, sekda.id, date(2026, 3, 6))
        page = halaman.lihat_langkah(kerja, ke3)
        assert (page.batas.hari_luar, page.batas.hari_kantor) == (4, 3)  # 3–6 March outside, once; 9–11 in the office
        assert page.batas.sisa
        assert page.batas.sisa.kata == "terlambat 2 hari kerja"


def test_a_holiday_entered_later_moves_the_batas(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep", mulai_langkah=3)
    with uji.menulis("admin") as kerja:
        kantor.atur_libur(kerja, Libur(date(2026, 3, 4), "Pilkada", JenisLibur.LOKAL))
        batas.perbarui_semua(kerja)
        baris = kerja.sesi.get_one(PelaksanaanLangkah, bantu.langkah(kerja, kegiatan_id, 3))
        assert baris.batas_pada == wib(3, 6, 16, 30)


def test_an_uncertain_year_is_said(uji: KantorUji) -> None:
    uji.jam.kini = datetime(2028, 3, 1, 2, tzinfo=UTC)
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        assert "Cuti bersama tahun 2028 belum tercatat" in bantu.kini(kerja, kegiatan_id).batas.peringatan


def test_a_closed_step_has_no_time_left(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 2)
        page = halaman.lihat_langkah(kerja, bantu.langkah(kerja, kegiatan_id, 1))
        assert (page.batas.sisa, page.batas.standar) == (None, "14 hari kerja")
        uji.jam.kini += timedelta(1)
        assert bantu.kini(kerja, kegiatan_id).batas.sisa is not None
