"""The corpus, fifth part: lists as they come from the field, each with several habits of the people who type them."""

from datetime import date

from app.usulan.bentuk import HasilImpor
from tests.app.usulan.korpus import NIK, D, Kasus, P, T, nilai, x
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

KK = [f"62090302021690{n:02d}" for n in range(10, 30)]
NAMA = ["ANI RUDIN", "BASRI HAMID", "CARLI MAWAR", "DARMA JAYA", "EFENDI LUTFI", "FATIMAH NUR"]
KUJAN, GUCI, SUMBER_MULYA = "62.09.03.2004", "62.09.03.2002", "62.09.03.2032"
RAPI, NIK_RAPI = ["dirapikan"], "620903•••••• "


def perempuan(nomor: int) -> str:
    return f"62090341015090{nomor:02d}"


def _desa(hasil: HasilImpor) -> list[str | None]:
    return [b.kode_desa for b in hasil.baris]


def _bidang(hasil: HasilImpor) -> dict[str, str]:
    (lembar,) = hasil.berkas[0].lembar
    return {k.huruf: k.bidang for k in lembar.daftar.kolom if k.bidang and not k.maya} if lembar.daftar else {}


JUDUL_LAPANGAN = [
    Kasus(
        "judul tiga tingkat, semua digabung, dengan nomor kolom",
        x(
            ["PEMERINTAH DESA KUJAN"], ["DAFTAR CALON PENERIMA BANTUAN LANSIA TAHUN 2026"], [],
            ["NO URT", "IDENTITAS PENERIMA", None, None, None, None, "ALAMAT", None, None, "KET"],
            [None, "NAMA", "NO. KTP", "NO. KK", "KELAHIRAN", None, "DUSUN", "RT", "RW", None],
            [None, None, None, None, "TMP", "TGL/BLN/TH"],
            list(range(1, 11)),
            [1, NAMA[0], NIK[1], KK[0], "Kujan", "01/01/1950", "I", 1, 2, None],
            [2, NAMA[1], NIK[2], KK[1], "Guci", "01/01/1950", "II", 1, 2, "janda"],
            gabung=["A4:A6", "B4:F4", "G4:I4", "J4:J6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:G6", "H5:H6",
              "I5:I6"],
        ),
        {8: D, 9: D}, {}, {7: "nomor_kolom"},
        lambda h: nilai("tempat_lahir", "Kujan", "Guci")(h) and nilai("rw", "002", "002")(h)
        and nilai("keterangan", "", "janda")(h) and _desa(h) == [KUJAN] * 2,
    ),
    Kasus(
        "tempat dan tanggal lahir di bawah satu judul",
        x(
            ["NO", "NAMA LENGKAP", "NIK", "L/P", "TEMPAT, TANGGAL LAHIR", None, "ALAMAT"],
            [None, None, None, None, "TEMPAT", "TGL"], list(range(1, 8)),
            [1, NAMA[0], NIK[1], "L", "Kujan", "01/01/1950", "x"], [2, NAMA[1], NIK[2], "L", "Guci", "1.1.1950", "x"],
            gabung=["E1:F1"],
        ),
        {4: D, 5: D}, {}, {3: "nomor_kolom"},
        lambda h: {b.lahir for b in h.baris} == {date(1950, 1, 1)} and nilai("tempat_lahir", "Kujan", "Guci")(h)
        and h.berkas[0].lembar[0].dilewati[0].isi == "1 2 3 4 5 6 7",
    ),
    Kasus(
        "tempat lahir di bawah TTL, tanggalnya di kolom tanpa judul",
        x(["NO", "NAMA", "NIK", "TTL", None, "ALAMAT"],
          *[[n, NAMA[n], NIK[n], "Nanga Bulik", "01/01/1950", "x"] for n in range(1, 5)]),
        dict.fromkeys(range(2, 6), D),
        cek=lambda h: {b.lahir for b in h.baris} == {date(1950, 1, 1)} and _bidang(h)["D"] == "tempat_lahir",
    ),
    Kasus(
        "judul dalam singkatan, nama bergelar",
        x(
            ["No. Urt", "NM LENGKAP", "N.I.K", "NO. K.K", "J/K", "TMP LHR", "TGL LHR", "ALMT", "DS", "KEC.", "PEK.",
             "NO. REK", "NO HP/WA", "KET."],
            [1, "Hj. SITI AMINAH, S.Pd.I", perempuan(1), KK[0],
              "P", "Kujan", "01-01-50", "Jl. A RT.01/RW.02", "Kujan",
             "Bulik", "IRT", "0012345", "0812-3456-7890", "-"],
            [2, "H. M. YUSUF (ALM)", NIK[2], KK[1], "L", "Kujan", "01-01-50", "Jl. A", "Guci", "Bulik", "Petani"],
        ),
        {2: D, 3: D}, {2: RAPI, 3: RAPI},
        cek=lambda h: nilai("nama", "Hj. SITI AMINAH, S.Pd.I", "H. M. YUSUF (ALM)")(h) and _desa(h) == [KUJAN, GUCI]
        and nilai("pekerjaan", "IRT", "Petani")(h) and nilai("alamat", "Jl. A RT.01/RW.02", "Jl. A")(h)
        and set("BCDEFGHIJKLMN") == _bidang(h).keys() - {"A"},
    ),
    Kasus(
        "judul di baris 30, di bawah surat pengantar",
        x(*[[f"Dengan hormat, bersama ini kami sampaikan butir {n}"] if n % 3 else [] for n in range(29)],
          ["NO", "NAMA", "NIK", "DESA"], [1, NAMA[0], NIK[1], "Kujan"], [2, NAMA[1], NIK[2], "Kujan"]),
        {31: D, 32: D}, cek=lambda h: _desa(h) == [KUJAN] * 2,
    ),
    Kasus(
        "kolom kosong di antara semua kolom",
        x(["NO", None, "NAMA", None, "NIK", None, None, "ALAMAT"],
          [1, None, NAMA[0], None, NIK[1], None, None, "RT 1 RW 2"],
          [2, None, NAMA[1], None, NIK[2], None, None, "RT 3"]),
        {2: D, 3: D}, cek=nilai("rt", "001", "003"),
    ),
    Kasus(
        "html bertingkat tiga dengan spasi tak putus",
        (b"<table><tr><th colspan=5>DESA KUJAN</th></tr><tr><th rowspan=3>NO<th colspan=2>IDENTITAS<th colspan=2>LAHIR"
         b"</tr><tr><th rowspan=2>NAMA<th rowspan=2>NIK<th colspan=2>TTL</tr><tr><th>TEMPAT<th>TANGGAL</tr><tr><td>1"
         b"<td>ANI&nbsp;RUDIN<td>6209030101509001&nbsp;<td>Kujan<td>01/01/1950</table>"),
        {5: D}, berkas="usulan.xls",
        cek=lambda h: nilai("tempat_lahir", "Kujan")(h) and next(h.baris).lahir == date(1950, 1, 1),
    ),
    Kasus(
        "kepala keluarga saja, dengan NIK-nya",
        x(["No", "Nama KK", "No KK", "NIK KK", "Jml Jiwa"], *[[n, NAMA[n], KK[n], NIK[n], 3] for n in range(1, 4)]),
        dict.fromkeys(range(2, 5), D), cek=lambda h: [b.nik for b in h.baris] == NIK[1:4],
    ),
    Kasus(
        "NIK dan NAMA tertukar judulnya",
        x(["NO", "NIK", "NAMA", "ALAMAT"], *[[n, NAMA[n], NIK[n], "RT 1"] for n in range(1, 5)]),
        dict.fromkeys(range(2, 6), D), cek=lambda h: nilai("nama", *NAMA[1:5])(h) and _bidang(h)["C"] == "nik",
    ),
    Kasus(
        "NIK dan No. KK tertukar judulnya, tanggal lahir membuktikan",
        x(["NO", "NAMA", "NIK", "NO KK", "TGL LAHIR"],
          *[[n + 1, NAMA[n], KK[n // 2], NIK[n], "01-01-1950"] for n in range(1, 6)]),
        dict.fromkeys(range(2, 7), D),
        cek=lambda h: [b.nik for b in h.baris] == NIK[1:6] and _bidang(h)["C"] == "no_kk",
    ),
    Kasus(
        "NIK dan No. KK tidak ditukar bila tanggalnya saja yang salah",
        x(["NO", "NAMA", "NIK", "NO KK", "TGL LAHIR"],
          *[[n + 1, NAMA[n], NIK[n], KK[n], "02-02-1951"] for n in range(1, 5)]),
        dict.fromkeys(range(2, 6), P), {n: ["nik_beda_tgl_lahir"] for n in range(2, 6)},
        cek=lambda h: [b.nik for b in h.baris] == NIK[1:5],
    ),
]  # fmt: skip

SEL_LAPANGAN = [
    Kasus(
        "sda, idem, dan tanda petik",
        x(
            ["NO", "NAMA", "NIK", "NO KK", "DESA", "DUSUN", "RT", "RW", "ALAMAT", "PEKERJAAN"],
            [1, NAMA[0], NIK[1], KK[0], "Kujan", "I", "001", "002", "Jl. Melati", "Petani"],
            [2, NAMA[1], NIK[2], *["sda"] * 5, "s.d.a", "sda"],
            [3, NAMA[2], NIK[3], *['"'] * 7],
            [4, NAMA[3], NIK[4], *["Idem"] * 7],
            [5, NAMA[4], NIK[5], KK[1], "Guci", "II", "003", "002", '- " -', "''"],
            [6, NAMA[5], '"', None, "Guci", "II", "003", "002", "x", "-"],
        ),
        {2: D, 3: D, 4: D, 5: D, 6: D, 7: T},
        {3: RAPI, 4: RAPI, 5: RAPI, 6: RAPI, 7: ["nik_panjang"]},
        tempat=["D3 dirapikan", "D4 dirapikan", "D5 dirapikan", "I6 dirapikan", "C7 nik_panjang"],
        cek=lambda h: nilai("alamat", *["Jl. Melati"] * 5, "x")(h) and nilai("no_kk", *[KK[0]] * 4, KK[1], "")(h)
        and _desa(h) == [KUJAN] * 4 + [GUCI] * 2 and nilai("rt", *["001"] * 4, *["003"] * 2)(h)
        and [*h.baris][2].hasil[0].pesan.startswith("Diisi menurut baris 2: No. KK 620903"),
    ),
    Kasus(
        "sda di baris pertama dan nama dusun Sama tetap apa adanya",
        x(["NO", "NAMA", "NIK", "ALAMAT"], [1, NAMA[0], NIK[1], "sda"], [2, NAMA[1], NIK[2], "Sama Jaya"]),
        {2: D, 3: D}, cek=nilai("alamat", "sda", "Sama Jaya"),
    ),
    Kasus(
        "NIK di antara kata-kata, dan pangkat",
        x(
            ["NO", "NAMA", "NIK"], [1, NAMA[0], "6.20903E+15"], [2, NAMA[1], "`6209030101509002"],
            [3, NAMA[2], "'6209030101509003'"], [4, NAMA[3], "NIK. 6209030101509004"],
            [5, NAMA[4], "6209030101509005 (baru)"], [6, NAMA[5], "6209030101509006 ganti 6209030101509007"],
        ),
        {2: T, 3: D, 4: D, 5: D, 6: D, 7: T},
        {2: ["nik_rusak_excel"], 3: RAPI, 4: RAPI, 5: RAPI, 6: RAPI, 7: ["nik_panjang"]},
        cek=lambda h: [b.nik for b in h.baris] == ["", *NIK[2:6], ""],
    ),
    Kasus(
        "NIK sebagai rumus petik dalam csv",
        b'NO,NAMA,NIK,NO KK\r\n1,ANI RUDIN,"=""6209030101509001""","=""6209030202169010"""\r\n'
        b'2,BASRI,"=""6209030101509002""",\r\n',
        {2: D, 3: D}, {2: RAPI * 2, 3: RAPI}, berkas="a.csv", cek=nilai("no_kk", KK[0], ""),
    ),
    Kasus(
        "NIK dan No. KK dalam satu sel",
        x(["NO", "NAMA", "NIK / NO. KK", "ALAMAT"], [1, NAMA[0], f"{NIK[1]}/{KK[0]}", "x"],
          [2, NAMA[1], f"NIK {NIK[2]}\nKK {KK[1]}", "x"], [3, NAMA[2], f"{NIK[3]} / -", "x"],
          [4, NAMA[3], f"620903/{KK[3]}", "x"]),
        {2: D, 3: D, 4: D, 5: T}, {5: ["nik_panjang"]},
        cek=lambda h: [(b.nik, b.no_kk) for b in h.baris]
        == [(NIK[1], KK[0]), (NIK[2], KK[1]), (NIK[3], ""), ("", KK[3])],
    ),
    Kasus(
        "nama dan NIK dalam satu sel",
        x(["No", "Nama/NIK", "Tempat/Tgl. Lahir", "Alamat"],
          [1, f"{NAMA[0]}\nNIK. {NIK[1]}", "Kujan, 1 Januari 1950", "x"],
          [2, f"H. M. YUSUF, S.Pd - {NIK[2]}", "Kujan, 1 Januari 1950", "x"],
          [3, NAMA[2], "Kujan, 1 Januari 1950", "x"]),
        {2: D, 3: D, 4: P}, {4: ["nik_kosong"]},
        cek=lambda h: nilai("nama", NAMA[0], "H. M. YUSUF, S.Pd", NAMA[2])(h)
        and [b.nik for b in h.baris][:2] == NIK[1:3],
    ),
    Kasus(
        "NIK satu digit satu kotak",
        x(["NO", "NAMA", "NIK", *[None] * 15, "ALAMAT"], [1, NAMA[0], *NIK[1], "x"],
          [2, NAMA[1], *map(int, NIK[2]), "x"], [3, NAMA[2], *NIK[3][:15], None, "x"], gabung=["C1:R1"]),
        {2: D, 3: D, 4: T}, {2: RAPI, 3: RAPI, 4: ["nik_panjang"]},
        cek=lambda h: [b.nik for b in h.baris][:2] == NIK[1:3],
    ),
    Kasus(
        "RT/RW yang menjadi tanggal oleh Excel",
        x(["NO", "NAMA", "NIK", "RT/RW"], [1, NAMA[0], NIK[1], date(2026, 2, 1)],
          [2, NAMA[1], NIK[2], date(2026, 12, 3)], [3, NAMA[2], NIK[3], "003/004"],
          [4, NAMA[3], NIK[4], date(2015, 12, 1)], [5, NAMA[4], NIK[5], "02-Mei"]),
        dict.fromkeys(range(2, 7), D), {2: RAPI, 3: RAPI, 5: RAPI, 6: RAPI},
        cek=lambda h: nilai("rt", "001", "003", "003", "012", "002")(h)
          and nilai("rw", "002", "012", "004", "015", "005")(h),
    ),
    Kasus(
        "RT/RW yang menjadi tanggal, bulan di depan",
        x(["NO", "NAMA", "NIK", "RT/RW"], [1, NAMA[0], NIK[1], date(2026, 1, 2)], [2, NAMA[1], NIK[2], "013/002"]),
        {2: D, 3: D}, {2: RAPI}, cek=lambda h: nilai("rt", "001", "013")(h) and nilai("rw", "002", "002")(h),
    ),
    Kasus(
        "tanggal, bulan, dan tahun lahir di tiga kolom",
        x(["NO", "NAMA", "NIK", "TANGGAL LAHIR", None, None, "ALAMAT"], [None, None, None, "TGL", "BLN", "THN"],
          [1, NAMA[0], NIK[1], 1, 1, 1950, "x"], [2, NAMA[1], NIK[2], "01", "Januari", "1950", "x"],
          [3, NAMA[2], NIK[3], 1, None, 1950, "x"], gabung=["D1:F1"]),
        {3: D, 4: D, 5: P}, {3: RAPI, 4: RAPI, 5: ["tgl_lahir_tak_terbaca"]}, {2: "bagian"},
        lambda h: [b.lahir for b in h.baris] == [date(1950, 1, 1)] * 2 + [None],
    ),
    Kasus(
        "umur dengan kira-kira dan tahun lahir",
        x(["NO", "NAMA", "UMUR", "JK", "NIK"], [1, NAMA[0], "75 th", "L", NIK[1]], [2, NAMA[1], "± 80", "L", NIK[2]],
          [3, NAMA[2], 1950, "L", NIK[3]]),
        dict.fromkeys(range(2, 5), D), cek=lambda h: [b.umur for b in h.baris] == [75, 80, 76],
    ),
]  # fmt: skip

LEMBAR_LAPANGAN = [
    Kasus(
        "dua daftar berdampingan dengan judul lain",
        x(
            ["DESA KUJAN"], ["LANSIA", None, None, None, None, "ANAK YATIM"],
            ["NO", "NAMA", "NIK", "ALAMAT", None, "NO", "NAMA ANAK", "NIK", "NAMA WALI"],
            [1, NAMA[0], NIK[1], "RT 1", None, 1, NAMA[2], "6209030101159003", "SITI"],
            [2, NAMA[1], NIK[2], "RT 2", None, 2, NAMA[3], "6209030101159004", "AMINAH"],
            [None, None, None, None, None, 3, NAMA[4], "6209030101159005", "RAHMAH"],
        ),
        {4: D, 5: D, 6: D}, {},
        cek=lambda h: nilai("nama", *NAMA[:5])(h) and nilai("nama_wali", "", "", "SITI", "AMINAH", "RAHMAH")(h)
        and _desa(h) == [KUJAN] * 5 and [b.kategori for b in h.baris] == ["lansia"] * 2 + ["yatim"] * 3,
    ),
    Kasus(
        "catatan di antara baris",
        x(["NO", "NAMA", "NIK", "ALAMAT"], [1, NAMA[0], NIK[1], "RT 1"], [None, "*) pindah ke RT 5 sejak Maret"],
          [2, NAMA[1], NIK[2], "RT 1"], ["Catatan: menunggu KK baru dari Dukcapil"], [3, NAMA[2], NIK[3], "RT 2"],
          [None, "(anak dari No. 3 di atas)"], [4, NAMA[3], NIK[4], "RT 2"]),
        {2: D, 4: D, 6: D, 8: D}, {}, {3: "bagian", 5: "bagian", 7: "bagian"},
    ),
    Kasus(
        "tiga lembar desa dan satu rekap",
        buat.xlsx(
            Lembar([["REKAPITULASI USULAN PER DESA"], [], ["NO", "NAMA DESA", "LANSIA", "DISABILITAS", "JUMLAH"],
                    [1, "KUJAN", 2, 0, 2], [2, "GUCI", 1, 0, 1], [None, "JUMLAH", 3, 0, 3]], "REKAP"),
            Lembar([["NO", "NAMA", "NIK"], [1, NAMA[0], NIK[1]]], "Kujan"),
            Lembar([["NO", "NAMA", "NIK"], [], [1, NAMA[1], NIK[2]]], "GUCI"),
            Lembar([["NO", "NAMA", "NIK"], [], [], [1, NAMA[2], NIK[3]]], "Ds. Sumber Mulya"),
        ),
        {2: D, 3: D, 4: D},
        cek=lambda h: _desa(h) == [KUJAN, GUCI, SUMBER_MULYA]
        and [s.sebab for s in h.berkas[0].lembar] == ["bukan_daftar", "", "", ""],
    ),
    Kasus(
        "pindahan halaman",
        x(["NO", "NAMA", "NIK"], [1, NAMA[0], NIK[1]], ["Jumlah dipindahkan", None, 1], ["Halaman 2"],
          ["NO", "NAMA", "NIK"], ["Jumlah pindahan", None, 1], [2, NAMA[1], NIK[2]], ["JUMLAH SELURUHNYA", None, 2]),
        {2: D, 7: D}, {}, {3: "jumlah", 4: "bagian", 5: "judul_ulang", 6: "jumlah", 8: "jumlah"},
    ),
    Kasus(
        "desa digabung ke bawah dengan jumlah di antaranya",
        x(["NO", "DESA", "NAMA", "NIK"], [1, "KUJAN", NAMA[0], NIK[1]], [2, None, NAMA[1], NIK[2]],
          [None, "Jumlah Kujan", 2], [1, "GUCI", NAMA[2], NIK[3]], [2, None, NAMA[3], NIK[4]],
            [None, "Jumlah Guci", 2],
          gabung=["B2:B3", "B5:B6"]),
        {2: D, 3: D, 5: D, 6: D}, {3: RAPI, 6: RAPI}, {4: "jumlah", 7: "jumlah"},
        lambda h: _desa(h) == [KUJAN, KUJAN, GUCI, GUCI],
    ),
    Kasus(
        "anak dan walinya, NIK wali berulang",
        x(["NO", "NAMA ANAK", "NIK ANAK", "TGL LAHIR", "NAMA ORANG TUA/WALI", "NIK ORANG TUA/WALI",
           "HUBUNGAN DENGAN ANAK", "NO HP WALI"],
          *[[n, NAMA[n], f"620903010115900{n}", "01-01-2015", "SITI", NIK[9], "Ibu", "0812345678"] for n in (1, 2)]),
        {2: D, 3: D}, cek=lambda h: nilai("nik_wali", NIK[9], NIK[9])(h) and nilai("hubungan_wali", "Ibu", "Ibu")(h),
    ),
]  # fmt: skip


def _bergambar() -> bytes:
    """A list with a picture over its cells, a table with filter buttons, and rows that the filter hides."""
    isi = [["NO", "NAMA", "NIK"], [1, NAMA[0], NIK[1]], [2, NAMA[1], NIK[2]], [3, NAMA[2], NIK[3]]]
    bagian = buat.bagian_xlsx(Lembar(isi, baris_sembunyi=[3, 4]))
    lembar = str(bagian["xl/worksheets/sheet1.xml"])
    ekor = (
        '</sheetData><autoFilter ref="A1:C4"><filterColumn colId="0"><filters><filter val="1"/></filters>'
        '</filterColumn></autoFilter><drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts>'
    )
    ruang = "http://schemas.openxmlformats.org"
    tautan = f"{ruang}/officeDocument/2006/relationships"
    bagian["xl/worksheets/sheet1.xml"] = lembar.replace("</sheetData>", ekor).replace(
        "<worksheet ", f'<worksheet xmlns:r="{tautan}" ', 1
    )
    bagian["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{ruang}/package/2006/relationships"><Relationship Id="rId1" Type="{tautan}/drawing" '
        f'Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="{tautan}/table" '
        'Target="../tables/table1.xml"/></Relationships>'
    )
    bagian["xl/drawings/drawing1.xml"] = f'<xdr:wsDr xmlns:xdr="{ruang}/drawingml/2006/spreadsheetDrawing"/>'
    bagian["xl/tables/table1.xml"] = (
        f'<table xmlns="{ruang}/spreadsheetml/2006/main" id="1" name="Tabel1" displayName="Tabel1" ref="A1:C4">'
        '<autoFilter ref="A1:C4"/><tableColumns count="3"><tableColumn id="1" name="NO"/>'
        '<tableColumn id="2" name="NAMA"/><tableColumn id="3" name="NIK"/></tableColumns></table>'
    )
    bagian["xl/media/image1.png"] = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    return buat.zip_berkas(bagian)


BERGAMBAR = [
    Kasus("gambar, tabel bersaring, baris tersaring", _bergambar(), {2: D, 3: D, 4: D},
          cek=lambda h: h.berkas[0].lembar[0].baris_sembunyi == 2),
]  # fmt: skip

LAPANGAN = [*JUDUL_LAPANGAN, *SEL_LAPANGAN, *LEMBAR_LAPANGAN, *BERGAMBAR]
