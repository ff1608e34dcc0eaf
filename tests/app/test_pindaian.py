"""Scans that follow: of a decree, an agreement, a vendor's BAST, SP2D, STS, a letter, a visit; nothing is lost."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from app.barang import catat_barang_masuk, daftar_barang_masuk
from app.kegiatan import DataBarang
from app.mitra import DataMitra, catat_mitra, catat_perjanjian, daftar_perjanjian
from app.monev import Kunjungan, catat_kunjungan, daftar_kunjungan
from app.pencairan import catat_pencairan, catat_setoran, daftar_pencairan, daftar_setoran
from app.penetapan import daftar_penerima, penetapan_berlaku
from app.penyaluran import catat_hasil, semua_serah
from app.pijakan import daftar_tahap
from app.pindaian import JenisPindaian, menyusul, susulkan
from app.register import DataSurat, catat_surat_masuk
from db.galat import KnownError
from db.istilah import HasilSalur, JenisPerjanjian
from db.model import Kegiatan, TautanLampiran
from tests.helpers.kegiatan import NOMINAL, kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
PDF = b"%PDF-1.4 pindaian"


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """A kegiatan of which everything was recorded without a scan."""
    pasangan = (("Beras", "karung"), ("Minyak", "liter"))
    barang = {"item": [{"nama": nama, "satuan": satuan, "jumlah": 1} for nama, satuan in pasangan]}
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 3, barang=barang)
        (tahap,) = daftar_tahap(kerja, kegiatan)
        mitra = catat_mitra(kerja, DataMitra("CV Contoh", "vendor"))
        catat_perjanjian(kerja, kegiatan, mitra, JenisPerjanjian.KONTRAK, tanggal=HARI, nomor="K-1")
        dua = [DataBarang("Beras", "karung", 3), DataBarang("Minyak", "liter", 3)]
        catat_barang_masuk(kerja, kegiatan, mitra, nomor="BAST-1", tanggal=HARI, barang=dua)
        catat_pencairan(kerja, kegiatan, tahap.id, nomor_sp2d="S-1", tanggal=HARI, nilai=3 * NOMINAL)
        catat_setoran(kerja, kegiatan, tahap.id, nomor="STS-1", tanggal=HARI, nilai=1, alasan="Sisa")
        catat_surat_masuk(kerja, DataSurat("Usulan", HARI, HARI, "001", dari="Desa Guci", kegiatan_id=kegiatan))
        catat_hasil(kerja, next(iter(semua_serah(kerja, kegiatan))).alokasi_id, HasilSalur.SENDIRI)
        sah = penetapan_berlaku(kerja, kegiatan)
        assert sah is not None
        satu = daftar_penerima(kerja, sah.id)[0]
        catat_kunjungan(kerja, kegiatan, satu.penerima_id, Kunjungan(HARI, "Rina", ditemui=True))
    return kegiatan


def test_every_paper_without_a_scan_is_listed_and_takes_one(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        semua = menyusul(kerja, kegiatan)
        assert [m.jenis for m in semua] == list(JenisPindaian)
        assert {m.nomor for m in semua} >= {"K-1", "BAST-1", "S-1", "STS-1", "001", "Rina"}
        for m in semua:
            susulkan(kerja, m.jenis, m.id, nama=f"{m.jenis}.pdf", isi=PDF + m.jenis.encode())
        assert menyusul(kerja, kegiatan) == []
        lampiran = [b.lampiran_id for b in daftar_barang_masuk(kerja, kegiatan)]
        assert len(lampiran) == 2
        assert len(set(lampiran)) == 1
        for daftar in (daftar_perjanjian, daftar_pencairan, daftar_setoran):
            assert all(b.lampiran_id for b in daftar(kerja, kegiatan))
        assert daftar_kunjungan(kerja, kegiatan)[0].isi.lampiran_id is not None


def test_a_second_scan_keeps_the_first(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        satu = daftar_perjanjian(kerja, kegiatan)[0]
        lama = susulkan(kerja, JenisPindaian.PERJANJIAN, satu.id, nama="a.pdf", isi=PDF)
        baru = susulkan(kerja, JenisPindaian.PERJANJIAN, satu.id, nama="b.pdf", isi=PDF + b" kedua")
        assert daftar_perjanjian(kerja, kegiatan)[0].lampiran_id == baru
        (tautan,) = kerja.sesi.exec(select(TautanLampiran)).all()
    assert (tautan.lampiran_id, tautan.objek_id) == (lama, satu.id)


def test_a_closed_kegiatan_takes_scans_and_strangers_do_not(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, kegiatan).status = "selesai"
        satu = daftar_perjanjian(kerja, kegiatan)[0]
        susulkan(kerja, JenisPindaian.PERJANJIAN, satu.id, nama="a.pdf", isi=PDF)
        for jenis in JenisPindaian:
            with pytest.raises(KnownError, match="pindaian_tanpa_pemilik"):
                susulkan(kerja, jenis, uuid4(), nama="a.pdf", isi=PDF)
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        susulkan(kerja, JenisPindaian.PERJANJIAN, satu.id, nama="a.pdf", isi=PDF)
