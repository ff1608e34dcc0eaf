"""The corpus, third part: cells. Every code that reading can give, at the very cell, and every dress of a value."""

from datetime import date
from typing import Any

from tests.app.usulan.conftest import JUDUL, orang
from tests.app.usulan.korpus import NIK, D, Kasus, P, T, nilai, x
from tests.helpers import lembar as buat
from tests.helpers.lembar import Galat, Lembar, Rumus

LANSIA = date(1950, 1, 1)


def satu(judul: str, kode: str, sel: str, nasib: str, /, **ubah: Any) -> Kasus:
    """One person with one thing wrong: the code and its cell."""
    return Kasus(judul, x(JUDUL, orang(1, **ubah)), {2: nasib}, {2: [kode]}, tempat=[f"{sel}2 {kode}"])


KODE = [
    satu("nama kosong", "nama_kosong", "B", T, nama=None),
    satu("nama tanpa huruf", "nama_kosong", "B", T, nama="-"),
    satu("NIK kosong", "nik_kosong", "C", P, nik=None),
    satu("NIK strip", "nik_kosong", "C", P, nik="-"),
    satu("NIK enam belas nol", "nik_kosong", "C", P, nik="0" * 16),
    satu("NIK tidak ada", "nik_kosong", "C", P, nik="tidak ada"),
    satu("NIK 15 digit", "nik_panjang", "C", T, nik="620903010150901"),
    satu("NIK 17 digit", "nik_panjang", "C", T, nik="62090301015090121"),
    satu("NIK berhuruf", "nik_panjang", "C", T, nik="62090301015090XX"),
    satu("NIK bilangan berakhir nol", "nik_rusak_excel", "C", T, nik=6209030101509010),
    satu("NIK pangkat", "nik_rusak_excel", "C", T, nik="6,20903E+15"),
    satu("NIK pangkat bertitik", "nik_rusak_excel", "C", T, nik="6.20903010150901E+15"),
    satu("NIK tujuh belas digit bilangan", "nik_rusak_excel", "C", T, nik=62090301015090120),
    satu("tanggal di NIK", "nik_tanggal", "C", P, nik="6209033202509001", lahir=None),
    satu("bulan di NIK", "nik_tanggal", "C", P, nik="6209030113509001", lahir=None),
    satu("hari 00 di NIK", "nik_tanggal", "C", P, nik="6209030001509001", lahir=None),
    satu("30 Februari di NIK", "nik_tanggal", "C", P, nik="6209033002509001", lahir=None),
    satu("hari 80 di NIK", "nik_tanggal", "C", P, nik="6209038101509001", lahir=None, jk=None),
    satu("urut 0000", "nik_urut", "C", P, nik="6209030101500000"),
    satu("wilayah tidak pernah ada", "nik_wilayah", "C", P, nik="9999010101509001"),
    satu("NIK beda tanggal", "nik_beda_tgl_lahir", "G", P, lahir="02-03-1950"),
    satu("NIK beda kelamin", "nik_beda_jk", "E", P, jk="P"),
    satu("tanggal tertukar", "tgl_tertukar", "G", P, nik="6209030107509001", lahir="07-01-1950"),
    satu("tanggal tertukar di sel tanggal", "tgl_tertukar", "G", P, nik="6209030107509001", lahir=date(1950, 1, 7)),
    satu("tanggal mustahil", "tgl_lahir_tak_terbaca", "G", P, lahir="31-02-1950"),
    satu("tanggal kata", "tgl_lahir_tak_terbaca", "G", P, lahir="sekitar 1950"),
    satu("tanggal esok", "tgl_lahir_tak_terbaca", "G", P, lahir="01-01-2099"),
    satu("No. KK 15 digit", "kk_panjang", "D", P, kk="620903020216901"),
    satu("No. KK bilangan berakhir nol", "kk_rusak_excel", "D", P, kk=6209030202169010),
    satu("desa tidak dikenal", "desa_tak_dikenal", "I", P, desa="Antah Berantah"),
    satu("desa salah ketik", "desa_tak_dikenal", "I", P, desa="Kujam"),
    satu("anak tanpa wali", "wali_kosong", "K", P, nik="6209030101159001", lahir="01-01-2015"),
    satu("pegawai negeri", "pekerjaan_perlu_periksa", "J", P, kerja="PNS"),
    satu("perangkat desa", "pekerjaan_perlu_periksa", "J", P, kerja="Perangkat Desa"),
    satu("galat di NIK", "sel_galat", "C", P, nik=Galat("#N/A")),
    satu("galat di alamat", "sel_galat", "H", P, alamat=Galat("#REF!")),
    satu("rumus di tanggal lahir", "rumus_tanpa_nilai", "G", P, lahir=Rumus("A1")),
    satu("NIK berpetik", "dirapikan", "C", D, nik="'6209030101509001"),
    satu("NIK bertitik", "dirapikan", "C", D, nik="62.09.03.010150.9001"),
    satu("NIK berspasi", "dirapikan", "C", D, nik="6209 0301 0150 9001"),
    satu("NIK berspasi tak putus", "dirapikan", "C", D, nik="\xa06209030101509001\u200b"),
    satu("NIK berhuruf O", "dirapikan", "C", D, nik="62O9O3O1O15O9OO1"),
    satu("NIK bertanda kutip", "dirapikan", "C", D, nik='"6209030101509001"'),
    satu("No. KK bertitik", "dirapikan", "D", D, kk="62.09.03.020216.9001"),
    satu("nama berspasi ganda", "dirapikan", "B", D, nama="ANI   RUDIN"),
]  # fmt: skip

BERDUA = [
    Kasus(
        "orang yang sama dua kali", x(JUDUL, orang(1), orang(2), orang(1)), {2: D, 3: D, 4: T},
        {4: ["ganda_dalam_berkas"]}, tempat=["C4 ganda_dalam_berkas"],
    ),
    Kasus(
        "rekening dipakai bersama",
        x([*JUDUL, "NO REKENING", "NAMA REKENING"], [*orang(1), "0012345678", "SALAH NAMA"],
          [*orang(2), "0012345678", "ORANG LAIN SEKALI"]),
        {2: P, 3: P}, {n: ["nama_rekening_beda", "rekening_ganda"] for n in (2, 3)},
    ),
    Kasus(
        "nol di depan rekening tetap", x([*JUDUL, "NO REKENING"], [*orang(1), "0012345678"]), {2: D},
        cek=nilai("no_rekening", "0012345678"),
    ),
    Kasus(
        "desa lain dari kepala lembar",
        x(["DESA KUJAN"], JUDUL, orang(1), orang(2), orang(3, desa="Guci")), {3: D, 4: D, 5: P},
        {5: ["desa_beda_pengirim"]}, tempat=["I5 desa_beda_pengirim"],
    ),
    Kasus(
        "kode wilayah lama dan induk tidak diperingatkan",
        x(JUDUL, orang(1, nik="6201010101509001"), orang(2, nik="6308010101509001")), {2: D, 3: D},
    ),
]  # fmt: skip


def _tanggal(*isi: Any) -> bytes:
    return x(JUDUL, *[orang(n, lahir=satu, nik=f"62090305116590{n:02d}") for n, satu in enumerate(isi, 1)])


RUPA_TANGGAL: tuple[Any, ...] = (
    "5 Nopember 1965", "05 November 1965", "5 Nop 1965", "5 NOV 1965", "05-11-1965", "05/11/1965", "5.11.1965",
    "1965-11-05", "5 - 11 - 1965", "05 11 1965", "5-Nop-1965", "Minggu, 5 Nopember 1965", "05111965", 24051, "24051",
    date(1965, 11, 5), "5/11/1965 00:00:00",
)  # fmt: skip
DUA_DIGIT: tuple[Any, ...] = ("05-11-65", "5/11/65", "5 Nop 65", "5.11.'65")


NILAI_RUPA = [
    Kasus(
        "tanggal dalam segala rupa", _tanggal(*RUPA_TANGGAL), dict.fromkeys(range(2, 2 + len(RUPA_TANGGAL)), D),
        cek=lambda h: {b.lahir for b in h.baris} == {date(1965, 11, 5)},
    ),
    Kasus(
        "tahun dua digit", _tanggal(*DUA_DIGIT), dict.fromkeys(range(2, 2 + len(DUA_DIGIT)), D),
        {n: ["dirapikan"] for n in range(2, 2 + len(DUA_DIGIT))},
        cek=lambda h: {b.lahir for b in h.baris} == {date(1965, 11, 5)},
    ),
    Kasus(
        "abad menurut NIK dan umur",
        x(["NAMA", "NIK", "TGL LAHIR", "UMUR", "NAMA WALI"], ["ANI RUDIN", "6209030101209001", "01-01-20", 106, None],
          ["BUDI RUDIN", "6209030101209002", "01-01-20", 6, "SITI"]),
        {2: D, 3: D}, {2: ["dirapikan"], 3: ["dirapikan"]},
        cek=lambda h: [b.lahir.year for b in h.baris] == [1920, 2020],
    ),
    Kasus(
        "tempat dan tanggal dalam segala rupa",
        x(["NAMA", "NIK", "TTL"], *[
            [f"{h * 3} RUDIN", f"62090305116590{n:02d}", isi] for n, (h, isi) in enumerate(zip("ABCDEFGH", (
                "Kujan, 5 Nopember 1965", "Kujan/05-11-1965", "KUJAN 05/11/1965", "Kujan,5-11-1965",
                "Nanga Bulik, 05.11.1965", "Kujan; 5 Nop 1965", "Kujan - 05-11-1965", "05-11-1965"), strict=True), 1)]),
        dict.fromkeys(range(2, 10), D),
        cek=lambda h: {b.lahir for b in h.baris} == {date(1965, 11, 5)}
        and nilai("tempat_lahir", "Kujan", "Kujan", "KUJAN", "Kujan", "Nanga Bulik", "Kujan", "Kujan", "")(h),
    ),
    Kasus(
        "kelamin laki-laki",
        x(JUDUL, *[orang(n, jk=jk) for n, jk in enumerate(
            ("L", "l", "LK", "lk.", "Laki2", "laki-laki", "LAKI - LAKI", "Laki laki", "pria", "1", 1, "1. Laki-laki",
             "(L)", "Lk/", "cowok"), 1)]),
        dict.fromkeys(range(2, 17), D), cek=lambda h: {b.jenis_kelamin for b in h.baris} == {"L"},
    ),
    Kasus(
        "kelamin perempuan",
        x(JUDUL, *[orang(n, jk=jk, nik=f"62090341015090{n:02d}") for n, jk in enumerate(
            ("P", "p", "PR", "pr.", "Perempuan", "PEREMPUAN", "wanita", "W", "2", 2, "2. Perempuan", "Prp", "Pr",
             "perem", "cewek"), 1)]),
        dict.fromkeys(range(2, 17), D), cek=lambda h: {b.jenis_kelamin for b in h.baris} == {"P"},
    ),
    Kasus(
        "kelamin berkode terbalik di judul",
        x(["NAMA", "NIK", "JK (1=P, 2=L)"], ["ANI RUDIN", NIK[1], 2], ["BUDI RUDIN", "6209034101509002", "1"]),
        {2: D, 3: D}, cek=lambda h: [b.jenis_kelamin for b in h.baris] == ["L", "P"],
    ),
    Kasus(
        "kelamin dua kolom centang",
        x(["NO", "NAMA", "NIK", "JENIS KELAMIN", None], [None, None, None, "L", "P"],
          [1, "ANI RUDIN", NIK[1], "v", None], [2, "BUDI RUDIN", "6209034101509002", None, "√"]),
        {3: D, 4: D}, cek=lambda h: [b.jenis_kelamin for b in h.baris] == ["L", "P"],
    ),
    Kasus(
        "RT dan RW dalam segala rupa",
        x(["NAMA", "NIK", "RT/RW"], *[[f"{h * 3} RUDIN", NIK[n], isi] for n, (h, isi) in enumerate(zip("ABCDEF", (
            "003/001", "3/1", "RT 3 RW 1", "RT.003/RW.001", "03-01", "RT/RW 3/1"), strict=True), 1)]),
        dict.fromkeys(range(2, 8), D),
        cek=lambda h: nilai("rt", *["003"] * 6)(h) and nilai("rw", *["001"] * 6)(h),
    ),
    Kasus(
        "dari 1904 dengan serial tanpa bentuk tanggal",
        buat.xlsx(Lembar([JUDUL, orang(1, lahir=LANSIA), orang(2, lahir="01-01-1950"), orang(3, lahir=16802),
                          orang(4, lahir="16802")]), sejak_1904=True), dict.fromkeys(range(2, 6), D),
        cek=lambda h: {b.lahir for b in h.baris} == {LANSIA},
    ),
]  # fmt: skip

NILAI = [*KODE, *BERDUA, *NILAI_RUPA]
