"""Who comes onto the list after the decree: by an SK Perubahan, or by the office where the decree says so."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from app.berkas_pemeriksaan.pengecualian import JenisPengecualian, daftar_pengecualian
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.penetapan import sahkan_sk, susun_penetapan, susun_perubahan
from app.penetapan.delegasi import lihat_delegasi
from app.penyaluran import semua_serah
from db.galat import KnownError
from db.istilah import StatusUsulan
from tests.helpers.kegiatan import NOMINAL, isi_usulan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
DIKTUM = "KELIMA: penggantian penerima ditetapkan Kepala Dinas Sosial"


@pytest.fixture
def kerja(uji: KantorUji) -> Iterator[Kerja]:
    with uji.menulis() as kerja:
        yield kerja


def mulai(kerja: Kerja, delegasi: str = "") -> tuple[UUID, UUID]:
    """A decreed kegiatan, and a usulan susulan that was found layak after it."""
    kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Uji", tahun=2026, nominal=NOMINAL)
    isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.LAYAK)
    susun_penetapan(kerja, kegiatan)
    sahkan_sk(kerja, kegiatan, nomor="188.45/1/2026", tanggal=HARI, delegasi=delegasi)
    (susulan,) = isi_usulan(kerja, kegiatan, 1, mulai=9, status=StatusUsulan.LAYAK)
    return kegiatan, susulan


def banyak(kerja: Kerja, kegiatan: UUID) -> int:
    return sum(1 for _ in semua_serah(kerja, kegiatan))


def test_a_susulan_gets_nothing_before_the_change_is_recorded(kerja: Kerja) -> None:
    kegiatan, susulan = mulai(kerja)
    assert banyak(kerja, kegiatan) == 2
    susun_perubahan(kerja, kegiatan, tambah=[susulan])
    assert banyak(kerja, kegiatan) == 2  # a draft waits: still calon
    for nomor, tentang in (("BA/3/2026", ""), ("400/3/2026", "Berita Acara Penggantian Penerima")):
        with pytest.raises(KnownError, match="berita_acara_bukan_sk"):
            sahkan_sk(kerja, kegiatan, nomor=nomor, tanggal=HARI, tentang=tentang)
    with pytest.raises(KnownError, match="delegasi_tidak_ada"):
        sahkan_sk(kerja, kegiatan, nomor="400/3/2026", tanggal=HARI, menurut_delegasi=True)
    assert banyak(kerja, kegiatan) == 2
    sahkan_sk(kerja, kegiatan, nomor="188.45/9/2026", tanggal=HARI)
    assert banyak(kerja, kegiatan) == 3


def test_the_office_changes_the_list_where_the_decree_lets_it(kerja: Kerja) -> None:
    kegiatan, susulan = mulai(kerja, DIKTUM)
    ada = lihat_delegasi(kerja, kegiatan)
    assert ada is not None
    assert (ada.nomor_sk, ada.diktum) == ("188.45/1/2026", DIKTUM)
    susun_perubahan(kerja, kegiatan, tambah=[susulan])
    sahkan_sk(kerja, kegiatan, nomor="BA/3/2026", tanggal=HARI, menurut_delegasi=True)
    assert banyak(kerja, kegiatan) == 3
    (satu,) = [p for p in daftar_pengecualian(kerja, kegiatan, ()) if p.jenis is JenisPengecualian.PENGGANTI]
    assert satu.alasan == f"Menurut delegasi SK 188.45/1/2026: {DIKTUM}"


def test_the_first_decree_stands_on_no_delegation(kerja: Kerja) -> None:
    kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Uji", tahun=2026, nominal=NOMINAL)
    isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK)
    susun_penetapan(kerja, kegiatan)
    with pytest.raises(KnownError, match="delegasi_tidak_ada"):
        sahkan_sk(kerja, kegiatan, nomor="1", tanggal=HARI, menurut_delegasi=True)
    assert lihat_delegasi(kerja, kegiatan) is None
