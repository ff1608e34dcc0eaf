"""Every code of the hasil pemeriksaan: when it speaks, at which cell, how gravely; and what the user may change."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.jobs import JobCancelled, JobContext
from app.sop import muat
from app.usulan import periksa
from app.usulan.banding import nama_sepakat
from app.usulan.bentuk import TINGKAT, HasilImpor
from app.usulan.jawaban import ke_json
from app.usulan.kata_daftar import kategori_di
from app.usulan.nomor import angka_rusak
from app.wilayah import cari_desa, peta_kantor
from db.galat import KnownError
from db.istilah import Kiriman, NasibBaris, StatusUsulan, Tingkat, TujuanImpor
from db.model import Kegiatan, Rekening, Usulan
from tests.app.usulan.conftest import JUDUL, MejaImpor, orang
from tests.helpers import lembar as buat
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan
from tests.helpers.lembar import Galat, Lembar, Rumus


def test_a_faultless_row_has_nothing_to_say(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(meja_baca.berkas([orang(1), orang(2)]))
    assert [b.hasil for b in hasil.baris] == [[], []]
    baris = next(hasil.baris)
    assert (baris.nik, baris.no_kk, baris.jenis_kelamin) == ("6209030101509001", "6209030202169001", "L")
    assert (baris.lahir, baris.kode_desa) == (date(1950, 1, 1), cari_desa("Kujan", "62.09").saran[0].kode)
    assert hasil.pengirim == "Desa Kujan"
    assert hasil.ringkasan.sebagai_json() == {"baris": 2, "diterima": 2, "perlu_periksa": 0, "ditolak": 0}


@pytest.mark.parametrize(
    ("ubah", "kode", "kolom"),
    [
        ({"nama": None}, ["nama_kosong"], "B"),
        ({"nama": "123"}, ["nama_kosong"], "B"),
        ({"nik": None}, ["nik_kosong"], "C"),
        ({"nik": "0"}, ["nik_kosong"], "C"),
        ({"nik": "-"}, ["nik_kosong"], "C"),
        ({"nik": 0}, ["nik_kosong"], "C"),
        ({"nik": "620903010150901"}, ["nik_panjang"], "C"),
        ({"nik": 620903010150901}, ["nik_panjang"], "C"),
        ({"nik": "TIDAK TAHU"}, ["nik_panjang"], "C"),
        ({"nik": 6209030101509010}, ["nik_rusak_excel"], "C"),
        ({"nik": "6,20903E+15"}, ["nik_rusak_excel"], "C"),
        ({"nik": "6209030101509010.0"}, ["nik_rusak_excel"], "C"),
        ({"nik": 9201010101509011}, ["nik_rusak_excel"], "C"),  # beyond 2^53 a number keeps no digit surely
        ({"nik": 6209030101509011}, [], ""),
        ({"nik": "6209033002509011"}, ["nik_tanggal"], "C"),
        ({"nik": "6209030101500000"}, ["nik_urut"], "C"),
        ({"nik": "6299010101509011"}, ["nik_wilayah"], "C"),
        ({"nik": "6201010101509011"}, [], ""),  # another region than today's home is no matter
        ({"lahir": "02-01-1950"}, ["nik_beda_tgl_lahir"], "G"),
        ({"jk": "P"}, ["nik_beda_jk"], "E"),
        ({"nik": "6209030107509011", "lahir": "07-01-1950"}, ["tgl_tertukar"], "G"),
        ({"lahir": "31-02-1950"}, ["tgl_lahir_tak_terbaca"], "G"),
        ({"lahir": "lupa"}, ["tgl_lahir_tak_terbaca"], "G"),
        ({"lahir": None}, [], ""),
        ({"lahir": "-"}, [], ""),
        ({"kk": "620903020216901"}, ["kk_panjang"], "D"),
        ({"kk": 6209030202169010}, ["kk_rusak_excel"], "D"),
        ({"kk": None}, [], ""),
        ({"kk": "0"}, [], ""),
        ({"desa": "Kujang"}, ["desa_tak_dikenal"], "I"),
        ({"desa": "Antah Berantah"}, ["desa_tak_dikenal"], "I"),
        ({"desa": None}, [], ""),
        ({"alamat": Galat("#N/A")}, ["sel_galat"], "H"),
        ({"nik": Galat("#REF!")}, ["sel_galat"], "C"),
        ({"alamat": Rumus("B2")}, ["rumus_tanpa_nilai"], "H"),
        ({"alamat": Rumus("B2", "Jl. Uji")}, [], ""),
        ({"kerja": "PNS"}, ["pekerjaan_perlu_periksa"], "J"),
        ({"kerja": "Anggota Polri"}, ["pekerjaan_perlu_periksa"], "J"),
        ({"kerja": "Kaur Umum"}, ["pekerjaan_perlu_periksa"], "J"),
        ({"kerja": "Petani/Pekebun"}, [], ""),
        ({"nik": "6209030101159011", "lahir": "01-01-2015"}, ["wali_kosong"], "K"),
        ({"nik": "6209030101159011", "lahir": "01-01-2015", "wali": "SITI"}, [], ""),
        ({"nik": "'6209030101509011"}, ["dirapikan"], "C"),
        ({"nik": "62.0903.010150.9011"}, ["dirapikan"], "C"),
        ({"nik": "62O903O1O1509O11"}, ["dirapikan"], "C"),
        ({"kk": "6209 0302 0216 9011"}, ["dirapikan"], "D"),
        ({"nama": "ANI\u00a0  RUDIN"}, ["dirapikan"], "B"),
        ({"nama": "  ANI RUDIN "}, [], ""),
        ({"lahir": "1-1-50"}, ["dirapikan"], "G"),
        ({"lahir": date(1950, 1, 1)}, [], ""),
        ({"lahir": 18264}, [], ""),
        ({"jk": "Laki - laki"}, [], ""),
        ({"jk": 1}, [], ""),
    ],
)  # fmt: skip
def test_what_one_row_says(meja_baca: MejaImpor, ubah: dict[str, Any], kode: list[str], kolom: str) -> None:
    (baris,) = meja_baca.periksa(meja_baca.berkas([orang(11, **ubah)])).baris
    assert [h.kode for h in baris.hasil] == kode
    assert [h.kolom for h in baris.hasil] == [kolom] * len(kode)
    assert all(h.pesan and h.label and h.tingkat is TINGKAT[h.kode] for h in baris.hasil)


def test_levels_decide_what_becomes_of_a_row(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(
        meja_baca.berkas([orang(1, nik="'6209030101509001"), orang(2, kk="1"), orang(3, nama=None, kk="1")])
    )
    assert [b.nasib for b in hasil.baris] == [NasibBaris.DITERIMA, NasibBaris.PERLU_PERIKSA, NasibBaris.DITOLAK]
    r = hasil.ringkasan
    assert r.baris == r.diterima + r.perlu_periksa + r.ditolak == 3


def test_numbers_are_masked_in_what_is_said(meja_baca: MejaImpor) -> None:
    baris = [orang(11, nik=6209030101509010), orang(12, nik="62.0903.010150.9012"), orang(13, kk=6209030202169010)]
    pesan = " ".join(h.pesan for b in meja_baca.periksa(meja_baca.berkas(baris)).baris for h in b.hasil)
    assert "620903•••••• 9010" in pesan
    assert "0101" not in pesan.replace(".", "")


# --- against each other ----------------------------------------------------------------------------------------------


def test_the_same_person_twice_keeps_the_first(meja_baca: MejaImpor) -> None:
    baris = [
        orang(1),
        orang(1, no=2, lahir=None),
        orang(1, no=3, nama="NAMA LAIN"),
        orang(1, no=4, nama="A ARUDIN KKANI"),
    ]
    assert meja_baca.kode(baris) == [[], *[["ganda_dalam_berkas"]] * 3]
    (_, kedua, *_) = meja_baca.periksa(meja_baca.berkas(baris)).baris
    assert "baris 2" in kedua.hasil[0].pesan


def test_one_nik_for_two_people_is_asked_on_both(meja_baca: MejaImpor) -> None:
    baris = [orang(1), orang(1, no=2, nama="ANAKNYA SENDIRI", lahir="05-05-1990")]
    assert meja_baca.kode(baris) == [["nik_sama_orang_beda"], ["nik_beda_tgl_lahir", "nik_sama_orang_beda"]]


def test_rows_without_nik_are_never_the_same_for_that(meja_baca: MejaImpor) -> None:
    assert meja_baca.kode([orang(1, nik=None), orang(2, nik="0"), orang(4, nik="-")]) == [["nik_kosong"]] * 3
    serupa = [orang(1, nik=None), orang(2, nik="0"), orang(1, nik="-")]
    assert meja_baca.kode(serupa) == [["nik_kosong"], ["nik_kosong"], ["nik_kosong", "mirip"]]


def test_doubles_are_found_across_files(meja_baca: MejaImpor) -> None:
    satu, dua = meja_baca.berkas([orang(1)], "satu.xlsx"), meja_baca.berkas([orang(2), orang(1)], "dua.xlsx")
    hasil = meja_baca.periksa(satu, dua)
    assert [[h.kode for h in b.hasil] for b in hasil.baris] == [[], [], ["ganda_dalam_berkas"]]
    assert "satu.xlsx" in [*hasil.baris][2].hasil[0].pesan


def test_account_and_its_holder(meja: MejaImpor) -> None:
    judul = ["NAMA", "NIK", "NO REKENING", "NAMA PEMILIK REKENING", "NAMA WALI"]
    baris = [
        ["ANI RUDIN", "6209030101509001", "0012345678", "ANI", None],
        ["BUDI RUDIN", "6209030101509002", "0012345678", "SIAPA INI", None],
        ["CICI RUDIN", "6209030101509003", "0012345679", "SITI", "SITI"],
    ]
    hasil = meja.periksa(meja.berkas(baris, judul=judul))
    kode = [[h.kode for h in b.hasil] for b in hasil.baris]
    assert kode == [["rekening_ganda"], ["nama_rekening_beda", "rekening_ganda"], []]
    assert next(hasil.baris).nilai["no_rekening"] == "0012345678"
    meja.simpan(hasil)
    assert meja.hitung(Rekening) == 3
    lain = meja.periksa(meja.berkas([["DEDI RUDIN", "6209030101509004", "0012345679", None, None]], "b.xlsx", judul))
    assert [h.kode for h in next(lain.baris).hasil] == ["rekening_ganda"]


def test_people_with_one_account_name_each_other(meja_baca: MejaImpor) -> None:
    judul = [*JUDUL, "NO REKENING"]
    nomor = ["0012345678", "0012345679", "0012345678", "0012345678"]
    baris = [[*orang(n), rekening] for n, rekening in enumerate(nomor, 1)]
    hasil = meja_baca.periksa(meja_baca.berkas(baris, judul=judul))
    sebut = [[(h.kode, h.fakta["nama"], h.fakta["tempat"]) for h in b.hasil] for b in hasil.baris]
    nama = [b.nama for b in hasil.baris]
    assert sebut == [
        [("rekening_ganda", nama[2], "baris 4")],
        [],
        [("rekening_ganda", nama[0], "baris 2")],
        [("rekening_ganda", nama[0], "baris 2")],
    ]


# --- against the kegiatan --------------------------------------------------------------------------------------------


def _aturan(meja: MejaImpor, **aturan: Any) -> None:
    with meja.uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, meja.kegiatan_id).aturan = aturan


def test_one_of_a_family_where_the_rule_says_so(meja: MejaImpor) -> None:
    baris = [orang(1, kk="6209030202169009"), orang(2, kk="6209030202169009")]
    assert meja.kode(baris) == [[], []]
    _aturan(meja, satu_kk=True)
    assert meja.kode(baris) == [[], ["satu_kk"]]
    meja.impor([orang(3, kk="6209030202169009")], "dulu.xlsx")
    assert meja.kode(baris) == [["satu_kk"], ["satu_kk"]]


def test_age_on_the_stated_day_by_kategori(meja: MejaImpor) -> None:
    usia = [{"kategori": ["lansia"], "minimum": 60}, {"kategori": ["yatim"], "maksimum": 17}]
    _aturan(meja, usia=usia, tanggal_usia="2026-01-01")
    judul = [*JUDUL, "KATEGORI"]
    baris = [
        [*orang(1), "Lansia"],
        [*orang(2, nik="6209030201669002", lahir="02-01-1966"), "LANJUT USIA"],
        [*orang(3), "Anak Yatim"],
        [*orang(4), "Penyandang Disabilitas"],
        [*orang(5, lahir=None), "Anak Yatim"],
    ]
    hasil = meja.periksa(meja.berkas(baris, judul=judul))
    kode = [[h.kode for h in b.hasil] for b in hasil.baris]
    assert kode == [[], ["usia_di_luar_syarat"], ["usia_di_luar_syarat"], [], ["usia_di_luar_syarat"]]
    kedua = [*hasil.baris][1].hasil[0]
    assert kedua.pesan == "Usia 59 tahun pada 1 Januari 2026; syaratnya 60 tahun ke atas."


def test_rules_come_from_the_sop_unless_the_kegiatan_has_its_own(meja: MejaImpor) -> None:
    with meja.uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, meja.kegiatan_id).sop_isi = {"aturan": {"satu_kk": True}}
    baris = [orang(1, kk="6209030202169009"), orang(2, kk="6209030202169009")]
    assert meja.kode(baris)[1] == ["satu_kk"]
    _aturan(meja, satu_kk=False)
    assert meja.kode(baris)[1] == []


def test_another_desa_than_the_senders(meja_baca: MejaImpor) -> None:
    baris = [orang(1), orang(2), orang(3, desa="Guci")]
    assert meja_baca.kode(baris) == [[], [], []]
    assert meja_baca.kode(baris, pengirim_kode="62.09.03.2003")[:2] != [[], []]
    isi = buat.xlsx(Lembar([["DESA KUJAN KECAMATAN BULIK"], [], JUDUL, *baris]))
    hasil = meja_baca.periksa(meja_baca.mentah(isi))
    assert [[h.kode for h in b.hasil] for b in hasil.baris] == [[], [], ["desa_beda_pengirim"]]


@pytest.mark.parametrize(
    ("kop", "nama_lembar", "bagian"),
    [(["DESA KUJAN KECAMATAN BULIK"], "Sheet1", []), ([], "Kujan", []), ([], "Sheet1", ["DESA : KUJAN"]),
     (["PEMERINTAH DESA KUJAN"], "Guci", [])],
)  # fmt: skip
def test_without_a_column_the_title_the_sheet_or_the_section_names_the_desa(
    meja_baca: MejaImpor, kop: list[str], nama_lembar: str, bagian: list[str]
) -> None:
    judul = ["NAMA", "NIK"]
    isi = buat.xlsx(
        Lembar([kop, judul, bagian, ["ANI", "6209030101509001"], ["BUDI", "6209030101509002"]], nama_lembar)
    )
    kode = {b.kode_desa for b in meja_baca.periksa(meja_baca.mentah(isi)).baris}
    with meja_baca.uji.membaca() as kerja:
        assert {peta_kantor(kerja).nama(k or "") for k in kode} == {"Kujan"}


def test_merged_cells_count_for_every_row_they_cover(meja_baca: MejaImpor) -> None:
    baris = [
        ["NAMA", "NIK", "DESA"],
        ["ANI", "6209030101509001", "Kujan"],
        ["BUDI", "6209030101509002", None],
        ["CICI", "6209030101509003", None],
    ]
    hasil = meja_baca.periksa(meja_baca.mentah(buat.xlsx(Lembar(baris, gabung=["C2:C4"]))))
    assert len({b.kode_desa for b in hasil.baris}) == 1
    assert next(hasil.baris).kode_desa


# --- against the store -----------------------------------------------------------------------------------------------


def test_proposed_already_by_another_desa(meja: MejaImpor) -> None:
    meja.impor([orang(1)])
    hasil = meja.periksa(meja.berkas([orang(1, desa="Guci")]))
    assert [h.kode for h in next(hasil.baris).hasil] == ["ganda_di_kegiatan"]
    assert "Desa Kujan" in next(hasil.baris).hasil[0].pesan


def test_the_same_desa_again_unchanged_and_changed(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    hasil = meja.periksa(meja.berkas([orang(1, no=7), orang(2, alamat="Pindah RT 2", nama="CARDI KASYFUL")]))
    satu, dua = hasil.baris
    assert [(h.kode, h.tingkat) for h in satu.hasil] == [("kiriman_ulang", Tingkat.DIRAPIKAN)]
    assert [(h.kode, h.tingkat) for h in dua.hasil] == [("kiriman_ulang", Tingkat.PERLU_DIPERIKSA)]
    assert "Jl. Uji 2 → Pindah RT 2" in dua.hasil[0].pesan


def test_someone_without_nik_who_comes_again_is_known(meja: MejaImpor) -> None:
    meja.impor([orang(1, nik=None)])
    assert meja.kode([orang(1, no=9, nik=None)]) == [["nik_kosong", "kiriman_ulang"]]
    assert meja.kode([orang(1)]) == [["kiriman_ulang"]]
    assert meja.kode([orang(1, nik=None, lahir="02-02-1951")]) == [["nik_kosong", "mirip"]]


def test_a_known_person_is_one_row_of_an_import(meja: MejaImpor) -> None:
    meja.impor([orang(1, nik=None)])
    baris = [orang(1, no=7, nik=None), orang(1, no=8), orang(1, no=9, nik="6209030101509099")]
    kode = [["nik_kosong", "kiriman_ulang"], ["ganda_dalam_berkas"], ["ganda_dalam_berkas"]]
    assert meja.kode(baris) == kode


def test_a_known_nik_of_someone_else_is_asked(meja: MejaImpor) -> None:
    meja.impor([orang(1)])
    assert meja.kode([orang(1, nama="ORANG LAIN", lahir=None)]) == [["nik_sama_orang_beda"]]


@pytest.mark.parametrize(
    ("ubah", "status", "kata"),
    [
        ({}, StatusUsulan.DIUSULKAN, "Juga diusulkan di Bansos Lain tahun 2026"),
        ({}, StatusUsulan.LAYAK, "Juga dinyatakan layak"),
        ({}, StatusUsulan.TIDAK_LAYAK, ""),
        ({"tahun": 2025}, StatusUsulan.LAYAK, ""),
        ({"jenis_bantuan": None}, StatusUsulan.LAYAK, ""),
        ({"status": "batal"}, StatusUsulan.LAYAK, ""),
    ],
)
def test_other_aid_of_the_year(meja: MejaImpor, ubah: dict[str, Any], status: StatusUsulan, kata: str) -> None:
    with meja.uji.menulis() as kerja:
        lain = buat_kegiatan(kerja, nama="Bansos Lain", **ubah)
        isi = {"nama": "BASRAN KASYFUL", "nama_cari": "BASRAN KASYFUL", "nik": "6209030101509001"}
        isi_usulan(kerja, lain, 1, status=status, orang=isi)
    hasil = next(meja.periksa(meja.berkas([orang(1)])).baris).hasil
    assert [h.kode for h in hasil] == (["ganda_lintas_kegiatan"] if kata else [])
    assert kata in " ".join(h.pesan for h in hasil)


def test_a_list_that_replaces_another_names_who_vanished(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2), orang(3, desa="Guci")])
    hasil = meja.periksa(meja.berkas([orang(1)], "baru.xlsx"), kiriman=Kiriman.PENGGANTI)
    assert [h.nama for h in hasil.hilang] == ["CARDI KASYFUL"]
    assert meja.periksa(meja.berkas([orang(1)], "baru.xlsx")).hilang == []
    meja.simpan(hasil)
    assert meja.hitung(Usulan) == 3


# --- files -----------------------------------------------------------------------------------------------------------


def test_refused_files_are_told_and_the_others_go_on(meja_baca: MejaImpor) -> None:
    terkunci = meja_baca.mentah(buat.ole("EncryptedPackage"), "c.xlsx")
    berkas = [meja_baca.mentah(b"%PDF", "a.xlsx"), meja_baca.berkas([orang(1)], "b.xlsx"), terkunci]
    berkas += [meja_baca.mentah(b"NIK;NAMA\n", "d.csv"), meja_baca.mentah(b"satu;dua\ntiga;empat\n", "e.csv")]
    berkas += [meja_baca.folder / "f.xlsx", meja_baca.mentah((meja_baca.folder / "b.xlsx").read_bytes(), "g.xlsx")]
    hasil = meja_baca.periksa(*berkas)
    kode = [b.galat.kode_berkas if b.galat else None for b in hasil.berkas]
    assert kode == ["format_tak_dikenal", None, "terkunci", "kosong", "bukan_daftar", "tak_terbaca", "sudah_pernah"]
    assert hasil.ringkasan.baris == 1
    assert hasil.terbaca


def test_the_same_content_again_says_when_and_by_whom(meja: MejaImpor) -> None:
    meja.impor([orang(1)])
    (satu,) = meja.periksa(meja.berkas([orang(1)], "nama-lain.xlsx")).berkas
    assert satu.galat is not None
    jawab = ke_json(meja.periksa(meja.berkas([orang(1)], "nama-lain.xlsx")))["berkas"][0]
    assert jawab["galat"]["kode"] == "sudah_pernah"
    assert "2 Maret 2026 pukul 09.00 WIB oleh Operator Uji" in jawab["galat"]["pesan"]


def test_a_whole_folder_is_taken(meja: MejaImpor) -> None:
    meja.berkas([orang(1)], "a.xlsx")
    meja.mentah(b"x", "~$a.xlsx")
    meja.mentah(b"x", "catatan.doc")
    assert [b.nama for b in meja.periksa(meja.folder).berkas] == ["a.xlsx"]


def test_sheets_are_judged_and_hidden_ones_stay_off(meja_baca: MejaImpor) -> None:
    lembar = [Lembar([JUDUL, orang(1)], "Data"), Lembar([["catatan"]], "Kode"), Lembar([], "Kosong"),
              Lembar([JUDUL, orang(2)], "Lama", sembunyi=True)]  # fmt: skip
    hasil = meja_baca.periksa(meja_baca.mentah(buat.xlsx(*lembar)))
    assert [(s.nama, s.dipakai, s.sebab) for s in hasil.berkas[0].lembar] == [
        ("Data", True, ""), ("Kode", False, "bukan_daftar"), ("Kosong", False, "kosong"),
        ("Lama", False, "tersembunyi"),
    ]  # fmt: skip
    assert hasil.ringkasan.baris == 1
    with meja_baca.uji.membaca() as kerja:
        assert periksa.pakai_lembar(kerja, hasil, 0, "Lama", pakai=True).ringkasan.baris == 2


def test_a_closed_gathering_takes_no_more(meja: MejaImpor) -> None:
    with meja.uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, meja.kegiatan_id).ditutup_pengumpulan = True
    with pytest.raises(KnownError, match="pengumpulan_ditutup"):
        meja.periksa(meja.berkas([orang(1)]))


def test_only_who_may_import(meja_baca: MejaImpor) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"):
        meja_baca.periksa(meja_baca.berkas([orang(1)]), siapa="admin")


def test_a_kecamatans_list_comes_ready_from_the_dinas(meja: MejaImpor) -> None:
    with meja.uji.menulis() as kerja:
        kegiatan = kerja.sesi.get_one(Kegiatan, meja.kegiatan_id)
        kegiatan.kode_sop, kegiatan.sop_isi = "milik_kantor", muat.ke_json(muat.muat_bawaan("balakas"))
    hasil = meja.periksa(meja.berkas([orang(1)]))
    assert hasil.tujuan is TujuanImpor.PENERIMA
    meja.simpan(hasil)
    assert meja.hitung(Usulan, Usulan.status == StatusUsulan.LAYAK.value) == 1


def test_progress_is_told_and_cancelling_stops(meja_baca: MejaImpor) -> None:
    langkah: list[str] = []
    meja_baca.periksa(meja_baca.berkas([orang(1)]), ctx=JobContext(lambda p: langkah.append(p.langkah)))
    urut = [
        "Membaca usulan.xlsx",
        "Memeriksa usulan.xlsx",
        "Membandingkan dengan data Salur",
        "Mencari orang yang mirip",
    ]
    assert list(dict.fromkeys(langkah)) == urut
    batal = JobContext()
    batal.batalkan()
    with pytest.raises(JobCancelled):
        meja_baca.periksa(meja_baca.berkas([orang(1)]), ctx=batal)


# --- what the user changes -------------------------------------------------------------------------------------------


def _baris(hasil: HasilImpor, nomor: int) -> Any:
    return next(b for b in hasil.baris if b.nomor == nomor)


def test_a_mended_cell_is_judged_again(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(meja_baca.berkas([orang(1, nik="123"), orang(2)]))
    with meja_baca.uji.membaca() as kerja:
        periksa.ubah_sel(kerja, hasil, _baris(hasil, 2), "nik", "6209030101509002")
        assert [h.kode for h in _baris(hasil, 3).hasil] == ["ganda_dalam_berkas"]
        periksa.ubah_sel(kerja, hasil, _baris(hasil, 2), "nik", " 6209 0301 0150 9001")
        assert [h.kode for h in _baris(hasil, 2).hasil] == ["dirapikan"]
        with pytest.raises(KnownError, match="kolom_tidak_ada"):
            periksa.ubah_sel(kerja, hasil, _baris(hasil, 2), "telepon", "0812")


def test_a_damaged_nik_can_wait(meja_baca: MejaImpor) -> None:
    hasil = meja_baca.periksa(meja_baca.berkas([orang(1, nik=6209030101509010)]))
    assert hasil.ringkasan.ditolak == 1
    with meja_baca.uji.membaca() as kerja:
        periksa.terima_tanpa_nik(kerja, hasil, list(hasil.baris))
    baris = next(hasil.baris)
    assert [h.kode for h in baris.hasil] == ["nik_kosong"]
    assert (baris.nik, baris.nilai["nik_tertulis"]) == ("", "6209030101509010")


def test_a_column_is_what_the_user_says_and_is_remembered(meja: MejaImpor) -> None:
    judul = ["NIK", "NAMA PANGGILAN KAMPUNG", "NAMA"]
    baris = [["6209030101509001", "ARUDIN", "JL UJI 1"], ["6209030101509002", "BRUDIN", "JL UJI 2"]]
    hasil = meja.periksa(meja.berkas(baris, judul=judul))
    with meja.uji.membaca() as kerja:
        periksa.ubah_kolom(kerja, hasil, 0, "Sheet1", 1, "nama")
        periksa.ubah_kolom(kerja, hasil, 0, "Sheet1", 2, "alamat")
    assert [b.nama for b in hasil.baris] == ["ARUDIN", "BRUDIN"]
    meja.simpan(hasil)
    lagi = meja.periksa(meja.berkas([["6209030101509003", "CRUDIN", "JL UJI 3"]], "lagi.xlsx", judul))
    assert (next(lagi.baris).nama, next(lagi.baris).nilai["alamat"]) == ("CRUDIN", "JL UJI 3")


def test_swapped_dates_are_mended_in_one_act(meja_baca: MejaImpor) -> None:
    baris = [orang(n, nik=f"62090301075090{n:02d}", lahir="07-01-1950") for n in (1, 2)]
    hasil = meja_baca.periksa(meja_baca.berkas(baris))
    ttl = meja_baca.periksa(
        meja_baca.berkas([["ANI", "6209030107509001", "Kujan, 07-01-1950"]], "ttl.xlsx", ["NAMA", "NIK", "TTL"])
    )
    with meja_baca.uji.membaca() as kerja:
        for satu in (hasil, ttl):
            assert satu.ringkasan.perlu_periksa == satu.ringkasan.baris
            periksa.betulkan_tanggal(kerja, satu)
            assert satu.ringkasan.perlu_periksa == 0
            assert {b.lahir for b in satu.baris} == {date(1950, 7, 1)}
    assert next(ttl.baris).nilai["tempat_lahir"] == "Kujan"


# --- the contract ----------------------------------------------------------------------------------------------------


def test_the_json_is_that_of_the_contract(meja_baca: MejaImpor) -> None:
    jawab = ke_json(
        meja_baca.periksa(meja_baca.berkas([orang(1), orang(2, nik="1")]), meja_baca.mentah(b"%PDF", "x.pdf"))
    )
    assert list(jawab) == ["impor_id", "berkas", "kiriman", "perbandingan", "hilang"]
    assert jawab["perbandingan"] == {"sama": 0, "berubah": 0, "baru": 1, "hilang": 0}
    baik, buruk = jawab["berkas"]
    assert list(baik) == ["nama", "sha256", "galat", "lembar", "ringkasan", "hasil", "lembar_dilewati"]
    assert (baik["galat"], jawab["impor_id"]) == (None, None)
    (lembar,) = baik["lembar"]
    lebih = {"kolom_dari_isi": [], "baris_sembunyi": 0, "kolom_sembunyi": [], "dilewati": []}
    assert lembar == {"nama": "Sheet1", "baris_judul": 1, "kolom": lembar["kolom"], "baris": 2} | lebih
    assert baik["lembar"][0]["kolom"]["nik"] == "C"
    assert baik["ringkasan"] == {"baris": 2, "diterima": 1, "perlu_periksa": 0, "ditolak": 1}
    (satu,) = baik["hasil"]
    assert list(satu) == ["lembar", "baris", "kolom", "bidang", "kode", "tingkat", "pesan", "saran"]
    assert (satu["baris"], satu["kolom"], satu["bidang"], satu["kode"], satu["tingkat"]) == (
        3,
        "C",
        "nik",
        "nik_panjang",
        "ditolak",
    )
    assert list(buruk["galat"]) == ["kode", "pesan"]
    assert buruk["ringkasan"] == {"baris": 0, "diterima": 0, "perlu_periksa": 0, "ditolak": 0}


def test_unknown_kegiatan(meja: MejaImpor) -> None:
    meja.kegiatan_id = UUID(int=1)
    with pytest.raises(KnownError, match="kegiatan_tidak_ada"):
        meja.periksa(Path("x"))


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [("NUR HAYATI", "NURHAYATI", True), ("SITI AMINAH", "SITI AMINA", True), ("BUDI", "RUDI", False),
     ("ANI", "ANI", True), ("", "", False), ("MUHAMMAD YUSUF", "YUSUF MOH", True),
     ("SITI", "RAHMAD HIDAYAT", False), ("DRS MASNIAH S PD", "MASNIAH", True), ("HASAN BASRI", "HUSIN BASRI", False)],
)  # fmt: skip
def test_names_agree_but_not_too_easily(satu: str, dua: str, sama: bool) -> None:
    assert nama_sepakat(satu, dua) is sama


@pytest.mark.parametrize(
    ("tulisan", "kategori"),
    [("Lansia", "lansia"), ("LANJUT USIA TERLANTAR", "lansia"), ("Anak Yatim Piatu", "yatim_piatu"), ("Yatim", "yatim"),
     ("PIATU", "piatu"), ("Yatim/Piatu", ""), ("Disabilitas Fisik", "disabilitas"), ("Tuna Netra", "disabilitas"),
     ("Disabilitas dan Lansia", ""), ("", ""), ("KELUARGA MISKIN", "keluarga_miskin")],
)  # fmt: skip
def test_kategori_by_words(tulisan: str, kategori: str) -> None:
    assert kategori_di(tulisan) == kategori


@given(st.one_of(st.floats(), st.integers(), st.text(max_size=20), st.booleans()))
def test_any_cell_can_be_asked_for_lost_digits(sel: Any) -> None:
    rusak = angka_rusak(sel)
    assert rusak is None or isinstance(rusak.isi, str)


def test_a_person_says_where_the_heading_stands(meja: MejaImpor) -> None:
    """What was read with the wrong heading is read again; mendings of the old reading go."""
    aneh = [["Data", "tentang", "mereka"], ["NAMA", "NIK", "DESA"]]
    isi = [orang(1), orang(2)]
    jalur = meja.mentah(buat.xlsx(Lembar([*aneh, *([b[1], b[2], b[8]] for b in isi)])))
    hasil = meja.periksa(jalur)
    with meja.uji.membaca("operator") as kerja:
        periksa.ubah_sel(kerja, hasil, next(hasil.baris), "nik", "1")
        periksa.ubah_judul(kerja, hasil, 0, "Sheet1", 1, 1)
    (lembar,) = hasil.berkas[0].lembar
    assert lembar.daftar is not None
    assert lembar.daftar.baris_judul == (1, 1)
    assert (lembar.daftar.kolom[0].judul, hasil.ubahan) == ("Data", {})
    with meja.uji.membaca("operator") as kerja:
        periksa.ubah_judul(kerja, hasil, 0, "Sheet1", 2, 1)
        assert hasil.ringkasan.baris == 2
        with pytest.raises(KnownError, match="judul_di_luar_lembar"):
            periksa.ubah_judul(kerja, hasil, 0, "Sheet1", 99, 1)
