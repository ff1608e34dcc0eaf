from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.kalender import Sisa
from app.sop.batas import BatasWaktu
from app.sop.definisi import Per
from app.sop.halaman import Titik
from app.sop.kelengkapan import SELURUHNYA, Catatan, Isian
from app.sop.kertas import Posisi
from app.sop.meja import BarisMeja, BarisSelesai
from db.istilah import SifatKelengkapan, StatusKelengkapan, StatusLangkah, SumberSop, Zona
from ui.komponen import CabangStepper, KeadaanTitik
from ui.meja import tulisan
from ui.tema import Nada


def _baris(**lain: object) -> BarisMeja:
    isi = {
        "pelaksanaan_id": uuid4(), "kegiatan_id": uuid4(), "nama_kegiatan": "Bansos", "periode": "",
        "kode_sop": "rehsos",
        "langkah": 3, "label": "3", "nama_langkah": "SK Bupati", "jumlah_langkah": 9, "putaran": 1,
        "status": StatusLangkah.BERJALAN, "batas": BatasWaktu("5 hari kerja"),
    }  # fmt: skip
    return BarisMeja(**(isi | lain))


@pytest.mark.parametrize(
    ("sisa", "nada"),
    [
        (None, Nada.NETRAL),
        (Sisa(9, 999, False, "9 hari kerja lagi"), Nada.BAIK),
        (Sisa(2, 99, False, "2 hari kerja lagi"), Nada.PERHATIAN),
        (Sisa(0, 9, False, "hari ini"), Nada.PERHATIAN),
        (Sisa(-3, -99, True, "terlambat 3 hari kerja"), Nada.BAHAYA),
    ],
)
def test_time_left_sets_the_tone(sisa: Sisa | None, nada: Nada) -> None:
    assert tulisan.nada_sisa(sisa) is nada


def test_a_card_says_where_the_file_lies() -> None:
    posisi = Posisi(uuid4(), uuid4(), "Bagian Hukum", date(2026, 3, 2), None, None, "", "")
    kartu = tulisan.kartu_meja(_baris(posisi=(posisi,)))
    assert kartu.keterangan == "Langkah 3 · SK Bupati · di Bagian Hukum sejak 2 Mar 2026"
    assert kartu.porsi == pytest.approx(2 / 9)


def test_a_card_says_what_is_special() -> None:
    assert tulisan.kartu_meja(_baris(dikembalikan="x")).keterangan.endswith("dikembalikan")
    assert tulisan.kartu_meja(_baris(pemohon=4)).keterangan.endswith("4 pemohon")
    assert tulisan.kartu_meja(_baris(lebih_awal=True)).chip == "sudah bisa dimulai"
    assert tulisan.kartu_meja(_baris(periode="Triwulan I")).judul == "Bansos · Triwulan I"
    assert tulisan.nama_lengkap("DTKS Triwulan I", "Triwulan I") == "DTKS Triwulan I"


@pytest.mark.parametrize(("status", "kata"), [(StatusLangkah.SELESAI, "selesai"), (StatusLangkah.DILEWATI, "dilewati")])
def test_a_closed_step_says_how_it_was_closed(status: StatusLangkah, kata: str) -> None:
    b = BarisSelesai(uuid4(), uuid4(), "Bansos", 1, "1", "Usulan", 1, status, date(2026, 3, 2), "Rina", "8 usulan", "")
    kartu = tulisan.kartu_selesai(b)
    assert (kartu.chip, kartu.keterangan) == (kata, "Langkah 1 · Usulan · 2 Mar 2026 · Rina")


def _titik(urutan: int, status: StatusLangkah, **lain: object) -> Titik:
    isi = {
        "urutan": urutan, "label": str(urutan), "nama": f"Langkah {urutan}", "status": status, "putaran": 1,
        "pelaksanaan_id": uuid4(), "kini": False, "kembali": False, "cabang": None, "keputusan": None,
        "tanggal_selesai": None, "oleh": "", "hasil": "", "alasan": "",
    }  # fmt: skip
    return Titik(**(isi | lain))


def test_the_stepper_shows_each_state_and_the_branch() -> None:
    titik = [
        _titik(1, StatusLangkah.SELESAI, tanggal_selesai=date(2026, 3, 2), oleh="Rina", hasil="8 usulan"),
        _titik(2, StatusLangkah.BERJALAN, kini=True),
        _titik(3, StatusLangkah.BERJALAN, kembali=True, putaran=2),
        _titik(4, StatusLangkah.MENUNGGU, cabang=(5, 6)),
        _titik(5, StatusLangkah.TIDAK_BERLAKU, alasan="tidak perlu"),
        _titik(6, StatusLangkah.DILEWATI),
    ]
    hasil = tulisan.titik_stepper(titik)
    assert [t.keadaan for t in hasil] == [
        KeadaanTitik.SELESAI, KeadaanTitik.DI_SINI, KeadaanTitik.DIKEMBALIKAN, KeadaanTitik.DEPAN,
        KeadaanTitik.TIDAK_BERLAKU, KeadaanTitik.DILEWATI,
    ]  # fmt: skip
    assert "Selesai 2 Maret 2026 oleh Rina" in hasil[0].keterangan
    assert "Putaran ke-2" in hasil[2].keterangan
    assert tulisan.cabang_stepper(titik) == [CabangStepper(3, 5, "tidak")]


def _isian(diminta: int, ada: int, lepas: int = 0, *, wajib: bool = True, otomatis: bool = False) -> Isian:
    sifat = SifatKelengkapan.WAJIB if wajib else SifatKelengkapan.DIANJURKAN
    return Isian("ktp", "KTP", SumberSop.SOP, sifat, Per.DESA, (), otomatis, diminta, ada, lepas)


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        (_isian(1, 1), "Ada"),
        (_isian(1, 0), "Belum ada"),
        (_isian(5, 3), "Sebagian"),
        (_isian(5, 0, wajib=False), "Belum ada"),
        (_isian(5, 3, 2), "Lengkap"),
        (_isian(2, 0, 2), "Tidak berlaku"),
        (_isian(0, 0), "Belum ada desa"),
        (_isian(5, 0, otomatis=True), "Ada"),
    ],
)
def test_a_document_says_its_state_as_a_word(isian: Isian, kata: str) -> None:
    assert tulisan.chip_isian(isian)[0] == kata


def test_what_is_known_of_a_box_is_said_in_one_line() -> None:
    pada = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    ada = Catatan(SELURUHNYA, "", StatusKelengkapan.ADA, True, "Kartu", None, "", "", "Rina", pada)
    assert tulisan.kata_catatan(ada, Zona.WIB) == "Kartu · Berkas fisik diterima · Rina, 2 Mar 2026 09.00"
    lepas = Catatan(SELURUHNYA, status=StatusKelengkapan.TIDAK_BERLAKU, alasan="bayi")
    assert tulisan.kata_catatan(lepas, Zona.WIB) == "Alasan: bayi"
    assert tulisan.chip_catatan(lepas, wajib=True) == ("Tidak berlaku", Nada.NETRAL)
    assert tulisan.chip_catatan(Catatan(SELURUHNYA), wajib=True) == ("Belum ada", Nada.BAHAYA)
