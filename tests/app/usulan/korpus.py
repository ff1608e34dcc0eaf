"""Invented lists as desa send them, each with what must become of every row; the first and plainest part.

`korpus_susunan` holds strange layouts, `korpus_nilai` strange cells, `korpus_berkas` strange files.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.usulan.bentuk import HasilImpor
from tests.app.usulan.conftest import JUDUL, orang
from tests.helpers import lembar as buat
from tests.helpers.lembar import Galat, Lembar, Rumus

KOP = [["PEMERINTAH KABUPATEN LAMANDAU"], ["KECAMATAN BULIK"], ["DESA KUJAN"], [], ["DAFTAR USULAN BANTUAN SOSIAL"], []]
TTD = [
    [],
    [None, "Mengetahui,", None, None, "Kujan, 5 Januari 2026"],
    [None, "Kepala Desa Kujan"],
    [],
    [None, "H. MASRANI"],
]
NIK = [f"62090301015090{n:02d}" for n in range(60)]
D, P, T = "diterima", "perlu_periksa", "ditolak"


@dataclass(frozen=True)
class Kasus:
    """A file and its truth.

    Attributes:
        nasib: what becomes of each row with a person, by row number.
        kode: codes by row number, where there are any.
        lewat: reason by number of each row that is no person, the letterhead left out.
        cek: a last look at the values.
        tempat: cell and code of everything found, where the case is about the place: `C2 nik_panjang`.
    """

    nama: str
    isi: bytes
    nasib: dict[int, str]
    kode: dict[int, list[str]] = field(default_factory=dict)
    lewat: dict[int, str] = field(default_factory=dict)
    cek: Callable[[HasilImpor], Any] = lambda hasil: True
    berkas: str = "usulan.xlsx"
    tempat: list[str] | None = None


def nilai(bidang: str, *isi: str) -> Callable[[HasilImpor], bool]:
    return lambda hasil: [b.nilai.get(bidang, "") for b in hasil.baris] == list(isi)


def x(*baris: Any, **pilihan: Any) -> bytes:
    return buat.xlsx(Lembar(baris, **pilihan))


RAPI = [JUDUL, orang(1), orang(2)]
DASAR = [
    Kasus("rapi xlsx", x(*RAPI), {2: D, 3: D}),
    Kasus("rapi xls", buat.xls(Lembar(RAPI)), {2: D, 3: D}, berkas="usulan.xls"),
    Kasus("rapi xlsb", buat.xlsb(Lembar(RAPI)), {2: D, 3: D}, berkas="usulan.xlsb"),
    Kasus("rapi ods", buat.ods(Lembar(RAPI)), {2: D, 3: D}, berkas="usulan.ods"),
    Kasus("rapi titik koma", buat.csv_teks(RAPI), {2: D, 3: D}, berkas="usulan.csv"),
    Kasus("rapi koma", buat.csv_teks(RAPI, pemisah=","), {2: D, 3: D}, berkas="usulan.csv"),
    Kasus("rapi tab utf-16", buat.csv_teks(RAPI, pemisah="\t", sandi="utf-16"), {2: D, 3: D}, berkas="usulan.tsv"),
    Kasus("rapi pipa cp1252", buat.csv_teks(RAPI, pemisah="|", sandi="cp1252"), {2: D, 3: D}, berkas="usulan.txt"),
    Kasus("html bernama xls", buat.html(RAPI), {2: D, 3: D}, berkas="usulan.xls"),
    Kasus("dari 1904", buat.xlsx(Lembar([JUDUL, orang(1, lahir=date(1950, 1, 1))]), sejak_1904=True), {2: D}),
    Kasus(
        "kop dan tanda tangan",
        x(*KOP, JUDUL, orang(1), orang(2), *TTD),
        {8: D, 9: D},
        lewat={11: "ekor", 12: "ekor", 14: "ekor"},
    ),
    Kasus(
        "judul dua tingkat digabung",
        x(
            *KOP,
            ["NO", "NAMA", "NIK", "TTL", None, "ALAMAT"],
            [None, None, None, "TEMPAT", "TANGGAL", None],
            ["1", "2", "3", "4", "5", "6"],
            [1, "ANI RUDIN", NIK[1], "Kujan", "01-01-1950", "RT 3 RW 1"],
            gabung=["A7:A8", "B7:B8", "C7:C8", "F7:F8", "D7:E7"],
        ),
        {10: D},
        lewat={9: "nomor_kolom"},
        cek=nilai("rt", "003"),
    ),
    Kasus(
        "BIP",
        x(
            ["NO", "NIK", "NAMA", "JK", "TMPT LHR", "TGL LHR", "HUB. KEL", "NAMA IBU"],
            [1, NIK[1], "ANI RUDIN", "L", "Kujan", "01/01/1950", "KEPALA KELUARGA", "SITI"],
        ),
        {2: D},
        cek=nilai("shdk", "KEPALA KELUARGA"),
    ),
    Kasus(
        "SIAK",
        x(
            [
                "Nomor KK",
                "NIK",
                "Nama Penduduk",
                "Status",
                "Tempat Lahir",
                "Tanggal Lahir",
                "Kelamin",
                "NIK Ayah",
                "Ayah",
                "NIK Ibu",
                "Ibu",
            ],
            [NIK[9], NIK[1], "ANI RUDIN", "HIDUP", "Kujan", "1950-01-01", "LAKI-LAKI", NIK[2], "BUDI", NIK[3], "SITI"],
        ),
        {2: D},
        cek=nilai("nama", "ANI RUDIN"),
    ),
    Kasus(
        "SIKS-NG",
        x(
            [
                "ID DTKS",
                "PROVINSI",
                "KABUPATEN/KOTA",
                "KECAMATAN",
                "DESA/KELUARAHAN",
                "ALAMAT",
                "DUSUN",
                "RT",
                "RW",
                "NOKK",
                "NIK",
                "NAMA",
                "TANGGAL LAHIR",
                "TEMPAT LAHIR",
                "JENIS KELAMIN",
                "NAMA IBU KANDUNG",
            ],
            [
                "X1",
                "KALTENG",
                "LAMANDAU",
                "BULIK",
                "KUJAN",
                "JL",
                "I",
                "1",
                "2",
                NIK[9],
                NIK[1],
                "ANI RUDIN",
                "1950-01-01",
                "KUJAN",
                "L",
                "SITI",
            ],
        ),
        {2: D},
        cek=nilai("id_dtks", "X1"),
    ),
    Kasus(
        "BLT-DD",
        x(
            ["BNBA BLT-DD TAHUN 2026"],
            ["NO", "NIK", "NAMA KEPALA KELUARGA", "JENIS KELAMIN", "TANGGAL LAHIR"],
            [1, 2, 3, 4, 5],
            [1, NIK[1], "ANI RUDIN", "L", "01-01-1950"],
        ),
        {4: D},
        lewat={3: "nomor_kolom"},
        cek=nilai("nama", "ANI RUDIN"),
    ),
    Kasus("cukup NIK dan NAMA", x(["NIK", "NAMA"], [NIK[1], "ANI RUDIN"], [NIK[2], "BUDI RUDIN"]), {2: D, 3: D}),
    Kasus(
        "cukup No. KK dan NAMA",
        x(["NO KK", "NAMA"], [NIK[1], "ANI"], [NIK[2], "BUDI"]),
        {2: P, 3: P},
        {2: ["nik_kosong"], 3: ["nik_kosong"]},
    ),
    Kasus("tanpa judul", x([NIK[1], "ANI RUDIN", "L"], [NIK[2], "BUDI RUDIN", "L"]), {1: D, 2: D}),
    Kasus("judul di tengah", x(JUDUL, orang(1), JUDUL, orang(2)), {2: D, 4: D}, lewat={3: "judul_ulang"}),
    Kasus(
        "jumlah per RT",
        x(JUDUL, orang(1), [None, "Jumlah RT 1", "1"], orang(2), [None, "TOTAL", "2"]),
        {2: D, 4: D},
        lewat={3: "jumlah", 5: "jumlah"},
    ),
    Kasus(
        "bagian per desa",
        x(["NAMA", "NIK"], ["DESA KUJAN"], ["ANI RUDIN", NIK[1]], ["DESA GUCI"], ["BUDI RUDIN", NIK[2]]),
        {3: D, 5: D},
        lewat={2: "bagian", 4: "bagian"},
        cek=lambda h: len({b.kode_desa for b in h.baris}) == 2,
    ),
    Kasus(
        "bagian per kategori",
        x(["NAMA", "NIK"], ["A. LANSIA"], ["ANI RUDIN", NIK[1]], ["B. YATIM"], ["BUDI RUDIN", NIK[2]]),
        {3: D, 5: D},
        lewat={2: "bagian", 4: "bagian"},
        cek=lambda h: [b.kategori for b in h.baris] == ["lansia", "yatim"],
    ),
    Kasus(
        "nomor tanpa nama",
        x(JUDUL, orang(1), *[[n] for n in range(2, 6)]),
        {2: D},
        lewat=dict.fromkeys(range(3, 7), "tanpa_isi"),
    ),
    Kasus("baris kosong di antara", x(JUDUL, orang(1), [], [], orang(2)), {2: D, 5: D}),
    Kasus("bergeser ke kanan", x([None, None, "NIK", "NAMA"], [None, None, NIK[1], "ANI RUDIN"]), {2: D}),
    Kasus(
        "keluarga dalam blok",
        x(
            ["NO", "NAMA", "NIK"],
            ["NO. KK : 6209030202169001"],
            ["NAMA. KK : ANI"],
            [1, "ANI RUDIN", NIK[1]],
            [2, "BUDI RUDIN", NIK[2]],
        ),
        {4: D, 5: D},
        {4: ["dirapikan"], 5: ["dirapikan"]},
        {2: "bagian", 3: "bagian"},
    ),
    Kasus(
        "NIK bilangan",
        x(JUDUL, orang(1, nik=6209030101509010), orang(2, nik=6209030101509002)),
        {2: T, 3: D},
        {2: ["nik_rusak_excel"]},
    ),
    Kasus(
        "NIK E+15 di csv",
        buat.csv_teks([JUDUL, orang(1, nik="6,20903E+15")]),
        {2: T},
        {2: ["nik_rusak_excel"]},
        berkas="a.csv",
    ),
    Kasus(
        "NIK bertanda",
        x(JUDUL, orang(1, nik="'6209030101509001"), orang(2, nik="62.0903.010150.9002")),
        {2: D, 3: D},
        {2: ["dirapikan"], 3: ["dirapikan"]},
    ),
    Kasus(
        "NIK nol banyak",
        x(JUDUL, orang(1, nik=0), orang(2, nik="0"), orang(3, nik="-")),
        {2: P, 3: P, 4: P},
        {n: ["nik_kosong"] for n in (2, 3, 4)},
    ),
    Kasus(
        "anak dengan NIK wali",
        x(JUDUL, orang(1), orang(1, nama="ANAKNYA SATU", lahir=None)),
        {2: P, 3: P},
        {2: ["nik_sama_orang_beda"], 3: ["nik_sama_orang_beda"]},
    ),
    Kasus(
        "sel galat",
        x(JUDUL, orang(1, alamat=Galat("#N/A")), orang(2, kerja=Rumus("A1"))),
        {2: P, 3: P},
        {2: ["sel_galat"], 3: ["rumus_tanpa_nilai"]},
    ),
    Kasus(
        "tanggal banyak rupa",
        x(
            JUDUL,
            orang(1, lahir="1 Januari 1950"),
            orang(2, lahir="1.1.1950"),
            orang(3, lahir=date(1950, 1, 1)),
            orang(4, lahir=18264),
            orang(5, lahir="1-1-50"),
        ),
        dict.fromkeys(range(2, 7), D),
        {6: ["dirapikan"]},
        cek=lambda h: {b.lahir for b in h.baris} == {date(1950, 1, 1)},
    ),
    Kasus(
        "tempat tanggal satu sel",
        x(
            ["NAMA", "NIK", "TTL"],
            ["ANI RUDIN", NIK[1], "Kujan, 1 Januari 1950"],
            ["BUDI RUDIN", NIK[2], "Kujan/01-01-1950"],
        ),
        {2: D, 3: D},
        cek=nilai("tempat_lahir", "Kujan", "Kujan"),
    ),
    Kasus(
        "RT/RW satu sel",
        x(["NAMA", "NIK", "RT/RW"], ["ANI RUDIN", NIK[1], "003/001"], ["BUDI RUDIN", NIK[2], "RT 4 RW 2"]),
        {2: D, 3: D},
        cek=nilai("rw", "001", "002"),
    ),
    Kasus(
        "RT RW dalam alamat",
        x(["NAMA", "NIK", "ALAMAT"], ["ANI RUDIN", NIK[1], "Jl. Uji RT 004 RW -"]),
        {2: D},
        cek=nilai("rt", "004"),
    ),
    Kasus(
        "kelamin sembarang",
        x(JUDUL, *[orang(n, jk=jk) for n, jk in enumerate(("LK", "Laki2", "pria", "1", "L."), 1)]),
        dict.fromkeys(range(2, 7), D),
        cek=lambda h: {b.jenis_kelamin for b in h.baris} == {"L"},
    ),
    Kasus(
        "desa digabung ke bawah",
        x(["NAMA", "NIK", "DESA"], ["ANI RUDIN", NIK[1], "Kujan"], ["BUDI RUDIN", NIK[2]], gabung=["C2:C3"]),
        {2: D, 3: D},
        {3: ["dirapikan"]},
        cek=lambda h: len({b.kode_desa for b in h.baris}) == 1,
    ),
    Kasus(
        "lembar per desa",
        buat.xlsx(
            Lembar([["NAMA", "NIK"], ["ANI RUDIN", NIK[1]]], "Kujan"),
            Lembar([["NAMA", "NIK"], ["BUDI RUDIN", NIK[2]]], "GUCI"),
        ),
        {2: D},
        cek=lambda h: len({b.kode_desa for b in h.baris}) == 2,
    ),
    Kasus(
        "wali di keterangan",
        x(["NAMA", "NIK", "TANGGAL LAHIR", "KET"], ["ANI", "6209030101159001", "01-01-2015", "Wali: SITI"]),
        {2: D},
        cek=nilai("nama_wali", "SITI"),
    ),
    Kasus(
        "kolom wali bertingkat",
        x(
            ["NO", "NAMA", "NIK", "WALI", None],
            [None, None, None, "NAMA", "NIK"],
            [1, "ANI RUDIN", NIK[1], "SITI", NIK[5]],
        ),
        {3: D},
        cek=nilai("nik_wali", NIK[5]),
    ),
    Kasus(
        "yang tak biasa di nama",
        x(JUDUL, orang(1, nama="D'ARTA, S.Pd"), orang(2, nama="M. YUSUF"), orang(3, nama="SUPARMI\u200b")),
        {2: D, 3: D, 4: D},
        {4: ["dirapikan"]},
    ),
]
