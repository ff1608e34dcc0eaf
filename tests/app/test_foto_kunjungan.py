"""Photographs of visits: several, later too, and in the report that is printed of them."""

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_monev import isi_monev
from app.foto_kunjungan import foto_kunjungan, tambah_foto
from app.monev import Kunjungan, catat_kunjungan, tarik_sampel
from app.penyaluran import catat_hasil, daftar_serah
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def gambar(warna: str) -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (40, 30), warna).save(keluar, "PNG")
    return keluar.getvalue()


@pytest.fixture
def kunjungan(uji: KantorUji) -> tuple[UUID, list[UUID]]:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 3)
        semua = daftar_serah(kerja, kegiatan)
        for b in semua:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        tarik_sampel(kerja, kegiatan, kepercayaan=90, simpangan=10, benih=7)
        return kegiatan, [
            catat_kunjungan(kerja, kegiatan, b.penerima_id, Kunjungan(HARI, "Rina", True, True, True))
            for b in semua[:2]
        ]


def test_several_photographs_follow_and_the_same_one_stays_once(
    uji: KantorUji, kunjungan: tuple[UUID, list[UUID]]
) -> None:
    kegiatan, (satu, dua) = kunjungan
    with uji.menulis("pendamping") as kerja:
        assert len(tambah_foto(kerja, satu, [("a.png", gambar("red")), ("b.png", gambar("blue"))])) == 2
        assert len(tambah_foto(kerja, satu, [("a.png", gambar("red")), ("surat.pdf", b"%PDF-1.4")])) == 3
        assert set(foto_kunjungan(kerja, kegiatan)) == {satu}
        tambah_foto(kerja, dua, [("c.png", gambar("green"))])
        with pytest.raises(KnownError, match="pindaian_tanpa_pemilik"):
            tambah_foto(kerja, id_baru(), [])
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        tambah_foto(kerja, satu, [])


def test_the_report_prints_them_by_visit_and_says_how_the_sample_was_drawn(
    uji: KantorUji, kunjungan: tuple[UUID, list[UUID]]
) -> None:
    kegiatan, (satu, dua) = kunjungan
    with uji.menulis() as kerja:
        tambah_foto(kerja, dua, [("c.png", gambar("green"))])
        tambah_foto(kerja, satu, [(f"{n}.png", gambar(f"#0000{n:02x}")) for n in range(14)] + [("s.pdf", b"%PDF-1.4")])
        isi = isi_monev(kerja, kegiatan, Permintaan())
    assert (len(isi.foto), isi.berkas) == (12, 16)  # the other visit's one is not pushed out
    nama = [f.keterangan.split(",")[0] for f in isi.foto]
    assert [nama.count(n) for n in dict.fromkeys(nama)] == [11, 1]
    assert isi.foto[0].keterangan.endswith("2 Maret 2026")
    assert "(tingkat kepercayaan 90%, simpangan 10%), dengan angka benih 7." in isi.sampel
