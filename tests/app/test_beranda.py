"""Beranda and the numbers of a kegiatan: they say what the lists say."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app import kegiatan as room_kegiatan
from app.beranda import beranda, peringatan
from app.cadangan import cadangkan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, semua_serah
from app.verifikasi import putuskan
from db.istilah import HasilSalur, HasilVerifikasi, JenisBantuan
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.toko import KantorUji


@pytest.fixture
def rehsos(uji: KantorUji) -> UUID:
    """A rehsos kegiatan begun in February: nine proposed, six eligible, four served, one failed."""
    with uji.menulis() as kerja:
        kid = room_kegiatan.buat_kegiatan(
            kerja,
            kode_sop="rehsos",
            nama="Bansos Uji 2026",
            tahun=2026,
            jenis_bantuan=JenisBantuan.TUNAI,
            nominal=1_500_000,
            desa=DESA,
            mulai_pada=date(2026, 2, 2),
        )
        usulan = isi_usulan(kerja, kid, 9)
        putuskan(kerja, usulan[:6], HasilVerifikasi.LAYAK)
        putuskan(kerja, usulan[6:8], HasilVerifikasi.TIDAK_LAYAK, alasan="pindah")
        susun_penetapan(kerja, kid)
        sahkan_sk(kerja, kid, nomor="100/2026", tanggal=date(2026, 3, 2), tentang="Penerima")
        for nomor, baris in enumerate(list(semua_serah(kerja, kid))[:5]):
            hasil = HasilSalur.MENINGGAL if nomor == 4 else HasilSalur.SENDIRI
            catat_hasil(kerja, baris.alokasi_id, hasil, alasan="kabar keluarga" if nomor == 4 else "")
    return kid


def test_page_shows_what_is_late_and_what_comes(uji: KantorUji, rehsos: UUID) -> None:
    uji.jam.kini = datetime(2026, 6, 1, 2, tzinfo=UTC)
    with uji.membaca() as kerja:
        halaman = beranda(kerja)
    assert [b.kegiatan_id for b in halaman.terlambat] == [rehsos]
    assert halaman.terlambat[0].batas.sisa.kata.startswith("terlambat")
    angka = halaman.kegiatan[0].angka.seluruh
    assert (angka.usulan, angka.layak, angka.ditetapkan, angka.salur.tersalur.orang) == (9, 6, 6, 4)
    assert (halaman.rencana, halaman.tersalur) == (9_000_000, 6_000_000)
    assert sum(d.tersalur for d in halaman.per_desa) == 4
    assert all(d.nama for d in halaman.per_desa)


def test_a_step_due_this_week_is_not_late(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        room_kegiatan.buat_kegiatan(kerja, kode_sop="balakas", nama="Bansos", tahun=2026, mulai_pada=date(2026, 3, 2))
        halaman = beranda(kerja)
    assert [b.langkah for b in halaman.minggu_ini] == [1]
    assert halaman.terlambat == ()


def test_an_empty_office_has_an_empty_page(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        halaman = beranda(kerja)
    assert (halaman.kegiatan, halaman.terlambat, halaman.minggu_ini, halaman.per_desa) == ((), (), (), ())


def test_warns_of_old_backups_and_unknown_holidays(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        assert "belum pernah dicadangkan" in peringatan(kerja, kerja.sekarang())[0]
    cadangkan(uji.ruang, uji.pelaku["admin"], uji.folder.parent / "a.salur")
    with uji.membaca() as kerja:
        assert peringatan(kerja, kerja.sekarang()) == []
    uji.jam.kini = datetime(2027, 11, 1, 2, tzinfo=UTC)
    with uji.membaca() as kerja:
        lama, libur = peringatan(kerja, kerja.sekarang())
    assert "Cadangan terakhir dibuat 2 Maret 2026" in lama
    assert "2028" in libur
