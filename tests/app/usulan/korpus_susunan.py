"""The corpus, second part: layouts. Letterheads, families in blocks, merged and blank cells, several lists in one."""

from app.usulan.bentuk import HasilImpor
from tests.app.usulan.conftest import JUDUL, orang
from tests.app.usulan.korpus import KOP, NIK, TTD, D, Kasus, P, T, nilai, x
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

KK = [f"62090302021690{n:02d}" for n in range(10, 20)]
KEPALA = ["NO", "NAMA", "NIK"]


def _desa(hasil: HasilImpor) -> list[str | None]:
    return [b.kode_desa for b in hasil.baris]


KUJAN, GUCI = "62.09.03.2004", "62.09.03.2002"
DIISI = ["dirapikan"]

KELUARGA = [
    Kasus(
        "blok keluarga, label dan nilai satu sel",
        x(
            KEPALA,
            [f"NO. KK : {KK[0]}"], ["NAMA. KK : ANI RUDIN"], ["ALAMAT : Jl. Uji RT 003 RW 001"],
            [1, "ANI RUDIN", NIK[1]], [2, "BUDI RUDIN", NIK[2]],
            [f"NO. KK : {KK[1]}"], ["NAMA. KK : CICI RUDIN"],
            [1, "CICI RUDIN", NIK[3]],
        ),
        {5: D, 6: D, 9: D}, {5: DIISI, 6: DIISI, 9: DIISI},
        dict.fromkeys((2, 3, 4, 7, 8), "bagian"),
        lambda h: [(b.no_kk, b.nilai["nama_kepala_keluarga"], b.nilai.get("rt", "")) for b in h.baris]
        == [(KK[0], "ANI RUDIN", "003"), (KK[0], "ANI RUDIN", "003"), (KK[1], "CICI RUDIN", "")],
    ),
    Kasus(
        "blok keluarga, nilai di sel lain",
        x(
            KEPALA,
            ["NO. KK", ":", KK[0]], ["KEPALA KELUARGA", ":", "ANI RUDIN"], ["ALAMAT", ":", "Jl. Uji 5"],
            [1, "ANI RUDIN", NIK[1]], [2, "BUDI RUDIN", NIK[2]],
        ),
        {5: D, 6: D}, {5: DIISI, 6: DIISI}, dict.fromkeys((2, 3, 4), "bagian"),
        lambda h: nilai("no_kk", KK[0], KK[0])(h) and nilai("alamat", "Jl. Uji 5", "Jl. Uji 5")(h),
    ),
    Kasus(
        "blok keluarga, semua dalam satu baris",
        x(
            KEPALA,
            [f"No. KK : {KK[0]}   Nama Kepala Keluarga : ANI RUDIN   Alamat : Jl. Uji 5"],
            [1, "ANI RUDIN", NIK[1]],
            ["No. KK :", KK[1], "Nama Kepala Keluarga :", "BUDI RUDIN"],
            [1, "BUDI RUDIN", NIK[2]],
        ),
        {3: D, 5: D}, {3: DIISI, 5: DIISI}, {2: "bagian", 4: "bagian"},
        lambda h: nilai("no_kk", KK[0], KK[1])(h) and nilai("alamat", "Jl. Uji 5", "")(h),
    ),
    Kasus(
        "blok keluarga dengan judul sendiri-sendiri",
        x(
            [f"NO. KK : {KK[0]}"], ["NAMA KK : ANI RUDIN"], KEPALA, [1, "ANI RUDIN", NIK[1]], [],
            [f"NO. KK : {KK[1]}"], ["NAMA KK : BUDI RUDIN"], KEPALA, [1, "BUDI RUDIN", NIK[2]],
        ),
        {4: D, 9: D}, {4: DIISI, 9: DIISI}, {6: "bagian", 7: "bagian", 8: "judul_ulang"},
        nilai("no_kk", KK[0], KK[1]),
    ),
    Kasus(
        "blok keluarga, No. KK bilangan berakhir nol",
        x(KEPALA, ["NO. KK :", None, 6209030202169010], [1, "ANI RUDIN", NIK[1]]),
        {3: P}, {3: ["dirapikan", "kk_rusak_excel"]}, {2: "bagian"},
    ),
    Kasus(
        "blok keluarga di bawah bagian desa",
        x(
            KEPALA, ["DESA KUJAN"], [f"NO. KK : {KK[0]}"], [1, "ANI RUDIN", NIK[1]],
            [f"NO. KK : {KK[1]}"], [2, "BUDI RUDIN", NIK[2]],
            ["DESA GUCI"], [3, "CICI RUDIN", NIK[3]],
        ),
        {4: D, 6: D, 8: D}, {4: DIISI, 6: DIISI}, dict.fromkeys((2, 3, 5, 7), "bagian"),
        lambda h: _desa(h) == [KUJAN, KUJAN, GUCI] and nilai("no_kk", KK[0], KK[1], "")(h),
    ),
    Kasus(
        "blok keluarga, kolom No. KK ada",
        x(["NO", "NAMA", "NIK", "NO KK"], [f"NO. KK : {KK[0]}"], [1, "ANI RUDIN", NIK[1]], [2, "BUDI", NIK[2], KK[5]]),
        {3: D, 4: D}, {3: DIISI}, {2: "bagian"}, nilai("no_kk", KK[0], KK[5]),
    ),
    Kasus(
        "kepala surat dan tanda tangan bukan keluarga",
        x(["KANTOR KEPALA DESA KUJAN"], ["ALAMAT : Jl. Trans Kalimantan"], KEPALA, [1, "ANI RUDIN", NIK[1]],
          [], ["Alamat : Jl. Trans"], [None, "Kepala Desa Kujan"]),
        {4: D}, {}, {6: "ekor", 7: "ekor"}, nilai("alamat", ""),
    ),
    Kasus(
        "bagian dusun dan RT",
        x(KEPALA, ["DUSUN II RT 003 RW 001"], [1, "ANI RUDIN", NIK[1]], ["DUSUN III"], [2, "BUDI RUDIN", NIK[2]]),
        {3: D, 5: D}, {3: DIISI, 5: DIISI}, {2: "bagian", 4: "bagian"},
        lambda h: nilai("dusun", "II", "III")(h) and nilai("rt", "003", "")(h),
    ),
]  # fmt: skip

DIGABUNG = [
    Kasus(
        "desa, dusun dan No. KK digabung ke bawah",
        x(
            ["DESA", "DUSUN", "NO KK", "NAMA", "NIK"],
            ["KUJAN", "I", KK[0], "ANI RUDIN", NIK[1]],
            [None, None, None, "BUDI RUDIN", NIK[2]],
            [None, "II", KK[1], "CICI RUDIN", NIK[3]],
            gabung=["A2:A4", "B2:B3", "C2:C3"],
        ),
        {2: D, 3: D, 4: D}, {3: DIISI, 4: DIISI},
        cek=lambda h: nilai("no_kk", KK[0], KK[0], KK[1])(h) and nilai("dusun", "I", "I", "II")(h) and
        _desa(h) == [KUJAN] * 3,
    ),
    Kasus(
        "NIK yang digabung tidak diturunkan",
        x(["NAMA", "NIK", "ALAMAT"], ["ANI RUDIN", NIK[1], "x"], ["BUDI RUDIN", None, "x"], gabung=["B2:B3"]),
        {2: D, 3: P}, {3: ["nik_kosong"]},
    ),
    Kasus(
        "desa ditulis sekali tiap kelompok",
        x(
            ["DESA", "NAMA", "NIK"], ["KUJAN", "ANI RUDIN", NIK[1]], [None, "BUDI RUDIN", NIK[2]],
            ["GUCI", "CICI RUDIN", NIK[3]], [None, "DEDI RUDIN", NIK[4]], [None, "EKA RUDIN", NIK[5]],
        ),
        dict.fromkeys(range(2, 7), D), {3: DIISI, 5: DIISI, 6: DIISI},
        cek=lambda h: _desa(h) == [KUJAN, KUJAN, GUCI, GUCI, GUCI],
    ),
    Kasus(
        "No. KK ditulis sekali tiap keluarga, SHDK membuktikannya",
        x(
            ["NO KK", "NAMA", "NIK", "SHDK", "ALAMAT"],
            [KK[0], "ANI RUDIN", NIK[1], "Kepala Keluarga", "Jl. Satu"], [None, "BUDI RUDIN", NIK[2], "Istri"],
            [None, "CICI RUDIN", NIK[3], "Anak"],
            [KK[1], "DEDI RUDIN", NIK[4], "Kepala Keluarga", "Jl. Dua"], [None, "EKA RUDIN", NIK[5], "Istri"],
        ),
        dict.fromkeys(range(2, 7), D), {3: DIISI, 4: DIISI, 6: DIISI},
        cek=lambda h: nilai("no_kk", KK[0], KK[0], KK[0], KK[1], KK[1])(h) and
        nilai("alamat", *["Jl. Satu"] * 3, *["Jl. Dua"] * 2)(h),
    ),
    Kasus(
        "No. KK yang memang kosong tetap kosong",
        x(
            ["NO", "NO KK", "NAMA", "NIK"],
            [1, KK[0], "ANI RUDIN", NIK[1]], [2, None, "BUDI RUDIN", NIK[2]], [3, None, "CICI RUDIN", NIK[3]],
            [4, KK[1], "DEDI RUDIN", NIK[4]],
        ),
        dict.fromkeys(range(2, 6), D), cek=nilai("no_kk", KK[0], "", "", KK[1]),
    ),
    Kasus(
        "dusun yang berulang bukan kolom kelompok",
        x(
            ["DUSUN", "NAMA", "NIK"], ["I", "ANI RUDIN", NIK[1]], ["I", "BUDI RUDIN", NIK[2]],
            [None, "CICI RUDIN", NIK[3]], [None, "DEDI RUDIN", NIK[4]],
        ),
        dict.fromkeys(range(2, 6), D), cek=nilai("dusun", "I", "I", "", ""),
    ),
]  # fmt: skip

BANYAK_DAFTAR = [
    Kasus(
        "dua daftar bertingkat, kolomnya lain",
        x(
            ["DESA KUJAN"], ["A. LANSIA"],
            ["NO", "NAMA", "NIK", "ALAMAT"], [1, "ANI RUDIN", NIK[1], "Jl. A"], [2, "BUDI RUDIN", NIK[2], "Jl. B"],
            ["JUMLAH", 2], [], ["B. YATIM"],
            ["NO", "NIK", "NAMA", "NO KK", "NAMA WALI"], [1, NIK[3], "CICI RUDIN", KK[0], "SITI"],
            [2, NIK[4], "DEDI RUDIN", KK[1], "SITI"], [], *TTD[1:],
        ),
        {4: D, 5: D, 10: D, 11: D}, {},
        {6: "jumlah", 13: "ekor", 14: "ekor", 16: "ekor"},
        lambda h: nilai("nama", "ANI RUDIN", "BUDI RUDIN", "CICI RUDIN", "DEDI RUDIN")(h)
        and _desa(h) == [KUJAN] * 4 and nilai("no_kk", "", "", KK[0], KK[1])(h)
        and [b.kategori for b in h.baris] == ["lansia", "lansia", "yatim", "yatim"],
    ),
    Kasus(
        "dua daftar dua desa dalam satu lembar",
        x(
            ["DESA KUJAN"], ["NO", "NAMA", "NIK"], [1, "ANI RUDIN", NIK[1]], [], [None, "Kepala Desa Kujan"], [],
            [None, "MASRANI"], [], ["DESA GUCI"], ["NAMA", "NIK", "ALAMAT"], ["BUDI RUDIN", NIK[2], "Jl. B"],
        ),
        {3: D, 11: D}, {}, {5: "ekor"},
        lambda h: _desa(h) == [KUJAN, GUCI],
    ),
    Kasus(
        "dua daftar berdampingan",
        x(
            ["DESA KUJAN"], [*KEPALA, None, *KEPALA],
            [1, "ANI RUDIN", NIK[1], None, 3, "CICI RUDIN", NIK[3]],
            [2, "BUDI RUDIN", NIK[2], None, 4, "DEDI RUDIN", 6209030101509040],
            [None, None, None, None, 5, "EKA RUDIN", NIK[5]],
        ),
        {3: D, 4: T, 5: D}, {4: ["nik_rusak_excel"]},
        cek=lambda h: nilai("nama", "ANI RUDIN", "BUDI RUDIN", "CICI RUDIN", "DEDI RUDIN", "EKA RUDIN")(h)
        and [(b.nomor, x.kode, x.kolom) for b in h.baris for x in b.hasil] == [(4, "nik_rusak_excel", "G")]
        and _desa(h) == [KUJAN] * 5,
    ),
    Kasus(
        "anak dan walinya bukan dua daftar",
        x(["NO", "NAMA", "NIK", "NAMA", "NIK"], [1, "ANI RUDIN", NIK[1], "SITI", NIK[5]]),
        {2: D}, {}, cek=nilai("nama", "ANI RUDIN"),
    ),
]  # fmt: skip

KEPALA_LEMBAR = [
    Kasus(
        "kepala surat panjang",
        x(*[[f"Baris pengantar {n} tentang bantuan"] for n in range(40)], [], KEPALA, [1, "ANI RUDIN", NIK[1]]),
        {43: D},
    ),
    Kasus(
        "judul dengan ganti baris",
        x(["NO", "NAMA\nLENGKAP", "N I K\n(16 digit)", "TANGGAL\r\nLAHIR"], [1, "ANI RUDIN", NIK[1], "01-01-1950"]),
        {2: D},
    ),
    Kasus(
        "judul tiga tingkat",
        x(
            ["NO", "IDENTITAS", None, None, "ALAMAT", None],
            [None, "NAMA", "NIK", "LAHIR", None, None], [None, None, None, "TGL", "DUSUN", "RT"],
            [1, "ANI RUDIN", NIK[1], "01-01-1950", "I", 3],
            gabung=["A1:A3", "B1:D1", "E1:F2", "B2:B3", "C2:C3"],
        ),
        {4: D}, cek=lambda h: nilai("rt", "003")(h) and nilai("dusun", "I")(h),
    ),
    Kasus(
        "nomor kolom negatif",
        x(["NO", "NAMA", "NIK"], [-1, -2, -3], [1, "ANI RUDIN", NIK[1]]), {3: D}, lewat={2: "nomor_kolom"},
    ),
    Kasus("nomor kolom berkurung", x(KEPALA, ["(1)", "(2)", "(3)"], [1, "ANI RUDIN", NIK[1]]), {3: D},
          lewat={2: "nomor_kolom"}),
    Kasus("hanya NAMA", x(["NAMA"], ["ANI RUDIN"], ["BUDI RUDIN"]), {2: P, 3: P},
          {2: ["nik_kosong"], 3: ["nik_kosong"]}),
    Kasus("NO dan NAMA", x(["NO", "NAMA"], [1, "ANI RUDIN"], [2, "BUDI RUDIN"], ["JUMLAH", 2]), {2: P, 3: P},
          {2: ["nik_kosong"], 3: ["nik_kosong"]}, {4: "jumlah"}),
    Kasus("NO, NAMA, ALAMAT", x(["NO", "NAMA", "ALAMAT"], [1, "ANI RUDIN", "Kujan"]), {2: P}, {2: ["nik_kosong"]}),
    Kasus("judul asing, isi yang menunjukkan",
          x(["URUTAN", "SIAPA", "KODE"], [1, "ANI RUDIN", NIK[1]], [2, "BUDI RUDIN", NIK[2]]), {2: D, 3: D}),
    Kasus("Kel. di kepala", x(["KEL. NANGA BULIK KEC. BULIK"], KEPALA, [1, "ANI RUDIN", NIK[1]]), {3: D},
          cek=lambda h: _desa(h) == ["62.09.03.1005"]),
    Kasus("DS. di kepala", x(["DATA LANSIA DS. KUJAN"], KEPALA, [1, "ANI RUDIN", NIK[1]]), {3: D},
          cek=lambda h: _desa(h) == [KUJAN]),
    Kasus("desa berkode di kepala", x(["DESA : 6209032004 KUJAN"], KEPALA, [1, "ANI RUDIN", NIK[1]]), {3: D},
          cek=lambda h: _desa(h) == [KUJAN]),
    Kasus("label dan nama desa di dua sel", x(["DESA", ":", "KUJAN"], ["KECAMATAN", ":", "BULIK"], [], KEPALA,
          [1, "ANI RUDIN", NIK[1]]), {5: D}, cek=lambda h: _desa(h) == [KUJAN]),
    Kasus("desa berkode di kolom", x([*KEPALA, "DESA"], [1, "ANI RUDIN", NIK[1], "62.09.03.2004"],
          [2, "BUDI RUDIN", NIK[2], "6209032002"]), {2: D, 3: D}, cek=lambda h: _desa(h) == [KUJAN, GUCI]),
]  # fmt: skip


def _lembar(nama: str) -> bytes:
    return buat.xlsx(Lembar([KEPALA, [1, "ANI RUDIN", NIK[1]]], nama))


LEMBAR = [
    *(
        Kasus(f"lembar bernama {nama}", _lembar(nama), {2: D}, cek=lambda h, kode=kode: _desa(h) == [kode])
        for nama, kode in (
            ("DS. KUJAN", KUJAN), ("Desa Guci", GUCI), ("62.09.03.2004", KUJAN), ("6209032004 Kujan", KUJAN),
            ("Kel. Nanga Bulik", "62.09.03.1005"), ("2004 KUJAN", KUJAN), ("KUJAN (2)", KUJAN), ("Sheet1", None),
        )
    ),
    Kasus(
        "lembar dan baris tersembunyi",
        buat.xlsx(
            Lembar([JUDUL, orang(1), orang(2)], baris_sembunyi=[3]),
            Lembar([JUDUL, orang(3)], "Lama", sembunyi=True),
            Lembar([["REKAP"], ["DESA", "JUMLAH"], ["KUJAN", 2]], "Rekap"),
        ),
        {2: D, 3: D},
        cek=lambda h: [(s.nama, s.dipakai, s.sebab, s.baris_sembunyi) for s in h.berkas[0].lembar]
        == [("Sheet1", True, "", 1), ("Lama", False, "tersembunyi", 0), ("Rekap", False, "bukan_daftar", 0)],
    ),
    Kasus(
        "kolom tersembunyi",
        buat.xlsx(
            Lembar([[*KEPALA, "ALAMAT", None, *KEPALA, "ALAMAT"],
                    [1, "ANI RUDIN", NIK[1], "Jl. A", None, 2, "BUDI", NIK[2]]], kolom_sembunyi=[4, 5, 8, 10]),
            Lembar([*KOP, KEPALA, [1, "CICI RUDIN", NIK[3]]], "Guci", kolom_sembunyi=[3]),
        ),
        {2: D, 8: D},
        cek=lambda h: [s.kolom_sembunyi for s in h.berkas[0].lembar] == [["D"], ["H"], ["C"]],
    ),
    Kasus(
        "kop, jumlah, tanda tangan, catatan",
        x(*KOP, JUDUL, orang(1), ["JUMLAH", None, 1], ["Terbilang : satu orang"], *TTD, [], ["Catatan: data sementara"],
          ["NB. lampirkan fotokopi KTP"]),
        {8: D}, lewat={9: "jumlah", 10: "jumlah", 12: "ekor", 13: "ekor", 15: "ekor", 17: "ekor", 18: "ekor"},
    ),
]  # fmt: skip

SUSUNAN = [*KELUARGA, *DIGABUNG, *BANYAK_DAFTAR, *KEPALA_LEMBAR, *LEMBAR]
