"""Sosialisasi: who came, by name or by count."""

from datetime import date
from uuid import UUID

import pytest

from app.penetapan import daftar_penerima, penetapan_berlaku
from app.pertemuan import catat_kehadiran, catat_pertemuan, daftar_hadir, daftar_pertemuan
from db.dasar import id_baru
from db.galat import KnownError
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 4)


def test_names_on_the_list(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        sah = penetapan_berlaku(kerja, kegiatan)
        assert sah
        orang = [p.penerima_id for p in daftar_penerima(kerja, sah.id)]
        rapat = catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula", materi="Penggunaan bantuan")
        satu = catat_kehadiran(kerja, rapat, dict.fromkeys(orang, True), lain=["Kades", " ", "Kades"])
        assert (satu.diundang, satu.hadir, satu.lain, satu.jumlah_hadir) == (4, 4, 1, 5)
        dua = catat_kehadiran(kerja, rapat, {orang[0]: False}, lain=["Kades"])
        assert (dua.diundang, dua.hadir, dua.lain) == (4, 3, 1)
        hadir = daftar_hadir(kerja, rapat)
        assert daftar_pertemuan(kerja, kegiatan) == [dua]
    assert hadir[0].hadir is False
    assert [h.penerima_id for h in hadir] == [*orang, None]
    assert hadir[-1].nama == "Kades"


def test_only_a_count_on_paper(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula", jumlah_hadir=37)
        (rapat,) = daftar_pertemuan(kerja, kegiatan)
    assert (rapat.jumlah_hadir, rapat.diundang) == (37, 0)


def test_what_a_meeting_needs(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        for isi, kode in (
            ({"tempat": ""}, "isian_kosong"),
            ({"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
            ({"jumlah_hadir": -1}, "jumlah_hadir_salah"),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_pertemuan(kerja, kegiatan, **({"tanggal": HARI, "tempat": "Aula"} | isi))  # type: ignore[arg-type]
        rapat = catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula")
        with pytest.raises(KnownError, match="penerima_tidak_ada"):
            catat_kehadiran(kerja, rapat, {id_baru(): True})
        with pytest.raises(KnownError, match="pertemuan_tidak_ada"):
            daftar_hadir(kerja, id_baru())
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula")
