"""Columns are known by heading, by content and by memory, each with its confidence."""

import json
from collections.abc import Sequence

import pytest

from app.bahasa import pemeriksaan
from app.usulan import peta
from app.usulan.peta import cari_bidang, normal_judul, petakan, sidik_judul, ubah
from resources import berkas

# What real files wear; the comma separated spellings of each field.
TERLIHAT = {
    "nik": "NIK,Nik,nik,NOMOR NIK,No. NIK,NIK KPM,NIK Penerima,No KTP,No. KTP,NO KTP/NIK,nomor_nik,"
    "nomor_induk_kependudukan,kartu_nik,403 NIK,NIK (16 digit),N I K,NIK sesuai KTP",
    "no_kk": "NO KK,No. KK,NOKK,nokk,NO_KK,no_kk,NOMOR KK,Nomor KK,No KK,KK,NKK,No Kartu Keluarga,"
    "nomor_kartu_keluarga,NO. KK :,No. KK (2)",
    "nama": "NAMA,Nama,Nama Lengkap,Nama Penduduk,NAMA KPM,NAMA PENERIMA,NAMA PENERIMA MANFAAT,NAMA PM,Nama ART,"
    "kartu_nama,NAMA PENGURUS,NAMA\nPENERIMA,402 Nama,Nama Lengkap (sesuai KTP)",
    "nama_kepala_keluarga": "NAMA KEPALA KELUARGA,Kepala Keluarga,NAMA. KK,Nama KRT (13)",
    "jenis_kelamin": "JENIS KELAMIN,Jenis Kelamin,JK,J/K,L/P,Kelamin,sex,Jenis Kelamin (L/P)",
    "tempat_lahir": "TEMPAT LAHIR,tempatlahir,TMPT LHR,kartu_tempat_lahir",
    "tanggal_lahir": "TANGGAL LAHIR,tanggallahir,TGL LAHIR,TGL LHR,Tgl/Bln/Th,TANGAL LAHIR",
    "ttl": "TTL,Tempat dan Tanggal Lahir,Tempat/Tgl Lahir,TEMPAT, TANGGAL LAHIR".replace("T, T", "T; T"),
    "umur": "UMUR,USIA,Umur anggota rumah tangga (tahun)",
    "alamat": "ALAMAT,Alamat Lengkap,alamat_sekarang,kartu_alamat,Nama SLS",
    "dusun": "DUSUN,Dusun/Lingkungan,LINGKUNGAN",
    "rt_rw": "RT/RW,RT RW,rt_rw",
    "rt": "RT",
    "rw": "RW",
    "desa": "DESA,DESA/KELURAHAN,DESA/KELUARAHAN,Desa/Kel,KELURAHAN,DESA_KELURAHAN,GAMPONG,NAGARI,PEKON",
    "kecamatan": "KECAMATAN,Kec,Kec.,DISTRIK",
    "kabupaten": "KABUPATEN/KOTA,Kab/Kota,KABUPATEN,kab_kota,KABKOTA",
    "provinsi": "PROVINSI",
    "pekerjaan": "PEKERJAAN,JENIS PEKERJAAN,jenis_pekerjaan",
    "nama_ibu": "NAMA IBU KANDUNG,Nama Ibu,Nama  Ibu,ibu_kandung,Ibu Kandung,nama gadis ibu kandung,Nam Ibu Kandung",
    "shdk": "SHDK,HUB KELUARGA,HUB. KEL,HUB.KEL,HUBUNGAN KELUARGA,kk_level,Status Hub. dalam Keluarga",
    "id_dtks": "ID DTKS,Id_DTKS,IDDTKS,ID. DTKS,ID BDT,ID_KELUARGA",
    "padan": "KETERANGAN PADAN",
    "desil": "Desil,desil_nasional,level_desil,Peringkat Desil",
    "no_kks": "NOMOR KKS,NO KKS",
    "no_rekening": "No. Rekening,NOREK,nomor rekening bansos",
    "jenis_bantuan": "JENIS BANSOS,JENIS BANTUAN,program_bansos,Nama Program",
    "tahap": "TAHAP SALUR,TAHAP,PERIODE",
    "nominal": "NOMINAL CAIR,NOMINAL BANTUAN,NILAI,JUMLAH UANG,alokasi_jml_uang,Nominal (Rp)",
    "ragam_disabilitas": "Jenis Disabilitas,Ragam Disabilitas,Jenis cacat,cacat_id",
    "kategori": "jenis_pmks,JENIS PPKS",
    "jml_anggota": "JUMLAH ANGGOTA KELUARGA,Jumlah Anggota,Jumlah ART",
    "keterangan": "KETERANGAN,KET,Ket.",
    "nama_wali": "Nama Wali,NAMA ORANG TUA/WALI",
    "nik_wali": "NIK Wali",
    "nik_ayah": "NIK Ayah,ayah_nik",
}


@pytest.mark.parametrize(
    ("judul", "bidang"), [(j.replace(";", ","), b) for b, semua in TERLIHAT.items() for j in semua.split(",")]
)
def test_the_spellings_of_real_files_are_known(judul: str, bidang: str) -> None:
    assert cari_bidang(judul)[0] == bidang


@pytest.mark.parametrize(
    "judul", ["", "(1)", "FOTO RUMAH", "NAMA KETUA RT", "NIK PETUGAS", "TANDA TANGAN", "NAMA BANTUAN LAIN-LAIN"]
)
def test_what_is_not_known_stays_unknown(judul: str) -> None:
    assert cari_bidang(judul) == (None, 0, "")


def test_no_spelling_means_two_things_and_all_have_a_label() -> None:
    data = json.loads(berkas("kolom", "sinonim.json").read_text(encoding="utf-8"))["bidang"]
    rapat = [normal_judul(j).replace(" ", "") for semua in data.values() for j in semua]
    assert len(rapat) == len(set(rapat))
    assert [b for b in data if b not in pemeriksaan.BIDANG] == []
    assert all(normal_judul(j) == j for semua in data.values() for j in semua)


def _peta(judul: Sequence[str], *baris: Sequence[object]) -> dict[str, str | None]:
    return {k.huruf: k.bidang for k in petakan(judul, [list(b) for b in baris])}  # type: ignore[misc]


ORANG = [
    ["6209030101659012", "6209030101149012", "ANI", "L", "01-01-1965"],
    ["6209030202669013", "6209030101149012", "BUDI", "P", "02-02-1966"],
    ["6209030303679014", "6209030303149014", "CICI", "P", "03-03-1967"],
]


def test_content_decides_what_kk_means() -> None:
    assert _peta(["NIK", "KK", "NAMA"], *ORANG)["B"] == "no_kk"
    assert _peta(["NIK", "NAMA", "KK"], *[[b[0], b[2], b[2]] for b in ORANG])["C"] == "nama_kepala_keluarga"


def test_columns_without_heading_are_known_by_content() -> None:
    assert _peta(["", "", "NAMA", "", ""], *ORANG) == {
        "A": "nik", "B": "no_kk", "C": "nama", "D": "jenis_kelamin", "E": "tanggal_lahir"
    }  # fmt: skip


def test_a_heading_that_its_content_contradicts_is_doubted() -> None:
    kolom = petakan(
        ["NIK", "NAMA"], [["ANI", "6209030101659012"], ["BUDI", "6209030202669013"], ["CICI", "6209030303679014"]]
    )
    assert [(k.bidang, k.cara) for k in kolom] == [("nama", "isi"), ("nik", "isi")]
    assert all(k.keyakinan < 100 for k in kolom)


def test_two_columns_of_one_field_leave_it_to_the_better() -> None:
    assert _peta(["NAMA", "NAMA", "NIK"], ["", "ANI", "1"], ["", "BUDI", "2"]) == {"A": None, "B": "nama", "C": "nik"}
    assert _peta(["NAMA ANAK", "NAMA LENGKAP"], ["A", "B"])["B"] == "nama"


def test_the_head_of_the_family_is_meant_where_nobody_else_is_named() -> None:
    assert _peta(["NIK", "NAMA KEPALA KELUARGA"], ["6209030101659012", "ANI"])["B"] == "nama"
    assert (
        _peta(["NIK", "NAMA", "NAMA KEPALA KELUARGA"], ["6209030101659012", "ANI", "BUDI"])["C"]
        == "nama_kepala_keluarga"
    )


def test_memory_and_a_persons_word_come_first() -> None:
    kolom = petakan(["NIK", "ORANGNYA"], ORANG, {"ORANGNYA": "nama"})
    assert (kolom[1].bidang, kolom[1].cara) == ("nama", "ingatan")
    kolom = ubah(kolom, 0, "nama")
    assert [(k.bidang, k.cara) for k in kolom] == [("nama", "pilihan"), (None, "")]
    assert peta.ingatan(ubah(kolom, 1, None)) == {"NIK": "nama", "ORANGNYA": None}


@pytest.mark.parametrize(
    ("atas", "bawah", "jadi"),
    [
        ("ALAMAT", "DESA", "DESA"),
        ("WALI", "NIK", "WALI NIK"),
        ("WALI", "NAMA", "WALI NAMA"),
        ("ORANG TUA", "NAMA AYAH", "NAMA AYAH"),
        ("Tempat dan Tanggal Lahir", "Tgl/Bln/Th", "Tgl/Bln/Th"),
        ("KELAHIRAN", "TEMPAT", "KELAHIRAN TEMPAT"),
        ("NIK", "", "NIK"),
        ("", "RT", "RT"),
        ("NIK", "nik", "NIK"),
        ("PETUGAS", "NAMA", "PETUGAS NAMA"),
    ],
)
def test_two_rows_of_a_heading_are_joined(atas: str, bawah: str, jadi: str) -> None:
    assert peta.bidang_bertingkat(atas, bawah) == jadi


def test_the_fingerprint_is_that_of_the_words() -> None:
    assert sidik_judul(["No. KK", "NAMA"]) == sidik_judul(["NO KK :", "nama"]) != sidik_judul(["NAMA", "No. KK"])
