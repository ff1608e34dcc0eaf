"""Goods in from vendors and out to people: stock is received minus handed over, more out than in is told."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import jejak
from app.bahasa.galat import kalimat
from app.barang import batalkan_barang_masuk, catat_barang_masuk, daftar_barang_masuk, stok_barang
from app.kegiatan import DataBarang
from app.kerja import Kerja
from app.mitra import DataMitra, catat_mitra
from app.penyaluran import catat_hasil, ringkasan_penyaluran, semua_serah
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, JenisBantuan
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
ITEM = {
    "item": [{"nama": "Beras", "satuan": "karung", "jumlah": 2}, {"nama": "Minyak", "satuan": "liter", "jumlah": 1}]
}


def _siapkan(kerja: Kerja, banyak: int = 3) -> tuple[UUID, UUID]:
    kegiatan = kegiatan_sah(kerja, banyak, jenis_bantuan=JenisBantuan.BARANG.value, nominal=None, barang=ITEM)
    return kegiatan, catat_mitra(kerja, DataMitra(f"CV Contoh {kegiatan}", "vendor"))


def _terima(kerja: Kerja, kegiatan: UUID, mitra: UUID, beras: int, nomor: str = "BAST-1") -> UUID:
    barang = [DataBarang("Beras", "karung", beras)]
    return catat_barang_masuk(kerja, kegiatan, mitra, nomor=nomor, tanggal=HARI, barang=barang)[0]


def test_received_minus_handed_over_is_left(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan, mitra = _siapkan(kerja)
        _terima(kerja, kegiatan, mitra, 5)
        catat_hasil(kerja, next(iter(semua_serah(kerja, kegiatan))).alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        beras, minyak = stok_barang(kerja, kegiatan)
        assert (beras.diterima, beras.hak, beras.diserahkan, beras.sisa, beras.peringatan) == (5, 6, 2, 3, None)
        assert (minyak.diterima, minyak.diserahkan, minyak.sisa) == (0, 1, -1)
        assert minyak.peringatan is not None
        assert "Minyak" in kalimat(minyak.peringatan)
        serah = ringkasan_penyaluran(kerja, kegiatan).per_barang
        assert stok_barang(kerja, kegiatan, serah) == (beras, minyak)


def test_a_slip_is_taken_back_with_its_reason(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan, mitra = _siapkan(kerja)
        baris = _terima(kerja, kegiatan, mitra, 50)
        with pytest.raises(KnownError, match="bast_masuk_sudah_ada"):
            _terima(kerja, kegiatan, mitra, 5)
        batalkan_barang_masuk(kerja, baris, alasan="salah ketik")
        _terima(kerja, kegiatan, mitra, 5)
        assert [(b.barang.jumlah, b.alasan_batal) for b in daftar_barang_masuk(kerja, kegiatan)] == [
            (50, "salah ketik"),
            (5, ""),
        ]
        assert stok_barang(kerja, kegiatan)[0].diterima == 5
        with pytest.raises(KnownError, match="barang_masuk_tidak_ada"):
            batalkan_barang_masuk(kerja, baris, alasan="lagi")
        aksi = {b.aksi for b in jejak.riwayat(kerja, objek_id=kegiatan, batas=10)}
    assert {"barang_masuk", "batal_barang_masuk"} <= aksi


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nomor": " "}, "isian_kosong"),
        ({"barang": []}, "isian_kosong"),
        ({"tanggal": date(2099, 1, 1)}, "tanggal_di_depan"),
        ({"barang": [DataBarang("Gula", "kg", 1)]}, "barang_tidak_dikenal"),
        ({"barang": [DataBarang("Beras", "kg", 1)]}, "barang_tidak_dikenal"),
        ({"barang": [DataBarang("Beras", "karung", 0)]}, "barang_jumlah_salah"),
        ({"barang": [DataBarang("Beras", "karung", 1)] * 2}, "bast_masuk_sudah_ada"),
    ],
)
def test_what_cannot_be_is_refused(uji: KantorUji, ubah: dict[str, object], kode: str) -> None:
    with uji.menulis() as kerja:
        kegiatan, mitra = _siapkan(kerja)
        isi = {"nomor": "1", "tanggal": HARI, "barang": [DataBarang("Beras", "karung", 1)]} | ubah
        with pytest.raises(KnownError, match=kode):
            catat_barang_masuk(kerja, kegiatan, mitra, **isi)  # type: ignore[arg-type]  # one of them is wrong
        with pytest.raises(KnownError, match="mitra_tidak_ada"):
            _terima(kerja, kegiatan, id_baru(), 1)
        assert daftar_barang_masuk(kerja, kegiatan) == []


def test_who_may_not_is_refused(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan, mitra = _siapkan(kerja)
        baris = _terima(kerja, kegiatan, mitra, 1)
    with uji.menulis("admin") as kerja:
        with pytest.raises(KnownError, match="tidak_berwenang"):
            _terima(kerja, kegiatan, mitra, 1, "2")
        with pytest.raises(KnownError, match="tidak_berwenang"):
            batalkan_barang_masuk(kerja, baris, alasan="x")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    masuk=st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=4),
    serah=st.lists(st.booleans(), min_size=3, max_size=3),
)
def test_stock_always_adds_up(uji: KantorUji, masuk: list[tuple[int, bool]], serah: list[bool]) -> None:
    with uji.menulis() as kerja:
        kegiatan, mitra = _siapkan(kerja)
        for n, (jumlah, batal) in enumerate(masuk):
            baris = _terima(kerja, kegiatan, mitra, jumlah, f"B{n}")
            if batal:
                batalkan_barang_masuk(kerja, baris, alasan="uji")
        for b, ya in zip(list(semua_serah(kerja, kegiatan)), serah, strict=True):
            if ya:
                catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        beras, _ = stok_barang(kerja, kegiatan)
    assert beras.diterima == sum(jumlah for jumlah, batal in masuk if not batal)
    assert beras.diserahkan == 2 * sum(serah)
    assert beras.sisa == beras.diterima - beras.diserahkan
    assert (beras.peringatan is None) == (beras.sisa >= 0)
