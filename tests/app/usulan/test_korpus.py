"""A corpus of lists as desa send them, each with what must become of every row: read, found, judged, nothing lost."""

from datetime import date

import pytest

from app.usulan.baca import BerkasDitolak
from app.usulan.daftar import baca_daftar
from tests.app.usulan.conftest import MejaImpor, orang
from tests.app.usulan.korpus import DASAR, NIK, Kasus
from tests.app.usulan.korpus_berkas import BERKAS
from tests.app.usulan.korpus_lapangan import LAPANGAN
from tests.app.usulan.korpus_nilai import NILAI
from tests.app.usulan.korpus_susunan import SUSUNAN

KORPUS = [*DASAR, *SUSUNAN, *NILAI, *BERKAS, *LAPANGAN]


@pytest.mark.parametrize("kasus", KORPUS, ids=lambda k: k.nama)
def test_every_row_of_every_file(meja_baca: MejaImpor, kasus: Kasus) -> None:
    hasil = meja_baca.periksa(meja_baca.mentah(kasus.isi, kasus.berkas))
    berkas = hasil.berkas[0]
    assert berkas.galat is None
    for satu in hasil.baris:  # the people are invented in a row and resemble each other; that is judged elsewhere
        satu.hasil = [h for h in satu.hasil if h.kode != "mirip"]
    assert {b.nomor: b.nasib.value for b in hasil.baris} == kasus.nasib
    assert {b.nomor: [h.kode for h in b.hasil] for b in hasil.baris if b.hasil} == kasus.kode
    lewat = {d.baris: d.sebab.value for s in berkas.lembar for d in s.dilewati if d.sebab.value != "kop"}
    assert lewat == kasus.lewat
    tempat = [f"{h.kolom}{b.nomor} {h.kode}" for b in hasil.baris for h in b.hasil]
    assert kasus.tempat is None or tempat == kasus.tempat
    assert kasus.cek(hasil)
    r = berkas.ringkasan
    assert r.baris == r.diterima + r.perlu_periksa + r.ditolak == sum(len(s.baris) for s in berkas.lembar)


def test_no_content_of_a_sheet_is_lost(meja_baca: MejaImpor) -> None:
    for kasus in KORPUS:
        for satu in meja_baca.periksa(meja_baca.mentah(kasus.isi, kasus.berkas)).berkas[0].lembar:
            if satu.daftar is None or not satu.dipakai:
                continue
            awal, akhir = satu.daftar.baris_judul
            berisi = {n for n, b in enumerate(satu.daftar.lembar.baris, 1) if b} - set(range(awal, akhir + 1))
            assert berisi == {b.nomor for b in satu.baris} | {d.baris for d in satu.dilewati}, kasus.nama


def test_other_rooms_read_a_list_the_same_way(meja_baca: MejaImpor) -> None:
    jalur = meja_baca.berkas([orang(1), orang(2, nik=6209030101509010)])
    satu, dua = baca_daftar(jalur, hari_ini=date(2026, 3, 2))
    assert (satu.nik, satu.lahir, satu.hasil) == (NIK[1], date(1950, 1, 1), [])
    assert (dua.nik, dua.ditolak) == ("", True)
    with pytest.raises(BerkasDitolak, match="bukan_daftar"):
        baca_daftar(meja_baca.mentah(b"satu;dua\n", "a.csv"), hari_ini=date(2026, 3, 2))
