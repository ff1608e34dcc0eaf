"""Layouts of columns: kept, found again, refused with a reason; rows with what stands at the person."""

import pytest

from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import KolomProfil
from app.dokumen.kumpul_daftar import isi_bnba
from app.profil_kolom import (
    BIDANG,
    daftar_profil,
    hapus_profil,
    profil_dari,
    simpan_profil,
)
from app.profil_kolom.bawaan import BAWAAN
from db.galat import KnownError
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, kegiatan_sah
from tests.helpers.toko import KantorUji

NAMA = KolomProfil("nama", "NAMA LENGKAP")


@pytest.mark.parametrize(("kode", "nama", "kolom", "_polos"), BAWAAN, ids=[b[0] for b in BAWAAN])
def test_what_ships_is_sound(
    uji: KantorUji, kode: str, nama: str, kolom: tuple[KolomProfil, ...], _polos: bool
) -> None:
    assert all(k.bidang in BIDANG for k in kolom)
    assert len({k.judul.casefold() for k in kolom}) == len(kolom)
    with uji.menulis() as kerja:
        assert profil_dari(kerja, kode) == profil_dari(kerja, nama.upper())
        disimpan = simpan_profil(kerja, f"Salinan {nama}", kolom)
    assert disimpan.kolom == kolom


def test_an_own_layout_is_kept_replaced_and_taken_away(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        simpan_profil(kerja, " Daftar  kecil ", [NAMA])
        simpan_profil(kerja, "daftar kecil", [KolomProfil("tetap", " CARA ", " TUNAI "), NAMA], polos=True)
        ada = profil_dari(kerja, "DAFTAR-KECIL")
        assert (ada.nama, ada.polos, ada.bawaan) == ("Daftar kecil", True, False)
        assert ada.kolom == (KolomProfil("tetap", "CARA", "TUNAI"), NAMA)
        hapus_profil(kerja, "Daftar kecil")
        with pytest.raises(KnownError) as salah:
            profil_dari(kerja, "Daftar kecil")
    assert salah.value.kode == "profil_tidak_ada"


def test_an_own_layout_takes_the_place_of_a_shipped_one_until_it_goes(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        banyak = len(daftar_profil(kerja))
        simpan_profil(kerja, "usulan siks-ng", [NAMA])
        assert profil_dari(kerja, "siks-ng").kolom == (NAMA,)
        assert len(daftar_profil(kerja)) == banyak
        hapus_profil(kerja, "siks-ng")
        assert len(profil_dari(kerja, "siks-ng").kolom) > 10
        with pytest.raises(KnownError) as salah:
            hapus_profil(kerja, "siks-ng")
    assert salah.value.kode == "profil_bawaan"


@pytest.mark.parametrize(
    ("nama", "kolom", "kode"),
    [
        (" ", [NAMA], "isian_kosong"),
        ("Uji", [], "profil_tanpa_kolom"),
        ("Uji", [NAMA] * 61, "profil_terlalu_lebar"),
        ("Uji", [KolomProfil("sandi", "SANDI")], "kolom_tidak_dikenal"),
        ("Uji", [KolomProfil("nama", " ")], "judul_kolom_kosong"),
        ("Uji", [NAMA, KolomProfil("nik", "Nama lengkap")], "judul_kolom_kembar"),
    ],
)
def test_what_cannot_be_a_layout_is_refused(uji: KantorUji, nama: str, kolom: list[KolomProfil], kode: str) -> None:
    with uji.menulis() as kerja, pytest.raises(KnownError) as salah:
        simpan_profil(kerja, nama, kolom)
    assert salah.value.kode == kode


@pytest.mark.parametrize("sah", [True, False])
def test_rows_bring_what_stands_at_the_person(uji: KantorUji, sah: bool) -> None:
    with uji.menulis() as kerja:
        if sah:
            kegiatan = kegiatan_sah(kerja, 3)
        else:
            kegiatan = buat_kegiatan(kerja)
            isi_usulan(kerja, kegiatan, 3, orang={"nama_ibu": "MARYAM", "desil": 2})
        baris = list(isi_bnba(kerja, kegiatan, Permintaan(profil="siks-ng")).baris)
        umum = list(isi_bnba(kerja, kegiatan, Permintaan(profil="siks-ng", publik=True)).baris)
    ibu = "" if sah else "MARYAM"
    assert [(b.lain or {}).get("nama_ibu") for b in baris] == [ibu] * 3
    assert [b.lain for b in umum] == [None] * 3
