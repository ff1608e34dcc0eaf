"""The corpus, fourth part: files. Formats, encodings, delimiters, and cells that only some formats can hold."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from tests.app.usulan.conftest import JUDUL, orang
from tests.app.usulan.korpus import NIK, D, Kasus, P, T, nilai
from tests.helpers import lembar as buat
from tests.helpers.lembar import Galat, Lembar, Rumus
from tests.helpers.lembar_xml import xml

Baris = Sequence[Sequence[Any]]


def _csv(baris: Baris, pemisah: str, sandi: str) -> bytes:
    return buat.csv_teks(baris, pemisah=pemisah, sandi=sandi)


BUKU: dict[str, Callable[[Lembar], bytes]] = {
    "xlsx": buat.xlsx, "xlsm": buat.xlsx, "xlsb": buat.xlsb, "xls": buat.xls, "ods": buat.ods,
    "xml": xml,
}  # fmt: skip
DUA = [JUDUL, orang(1), orang(2, nama="JOSÉ AYU")]

FORMAT = [
    *(
        Kasus(f"kop dan rusak Excel di {ekor}", tulis(Lembar([["DESA GUCI"], JUDUL, orang(1, desa=None),
              orang(2, nik=6209030101509010, desa=None)])), {3: D, 4: T}, {4: ["nik_rusak_excel"]},
              berkas=f"usulan.{ekor}", tempat=["C4 nik_rusak_excel"],
              cek=lambda h: {b.kode_desa for b in h.baris} == {"62.09.03.2002"})
        for ekor, tulis in BUKU.items()
    ),
    *(
        Kasus(f"galat dan rumus di {ekor}", tulis(Lembar([JUDUL, orang(1, nik=Galat("#N/A")),
              orang(2, alamat=Rumus("A1")), orang(3)], baris_sembunyi=[4])),
              {2: P, 3: P, 4: D}, {2: ["sel_galat"], 3: ["rumus_tanpa_nilai"]},
              berkas=f"usulan.{ekor}", tempat=["C2 sel_galat", "H3 rumus_tanpa_nilai"],
              cek=lambda h: h.berkas[0].lembar[0].baris_sembunyi == 1)
        for ekor, tulis in BUKU.items()
    ),
    *(
        Kasus(f"sel tanggal di {ekor}", tulis(Lembar([JUDUL, orang(1, lahir=date(1950, 1, 1))])), {2: D},
              berkas=f"usulan.{ekor}", cek=lambda h: next(h.baris).lahir == date(1950, 1, 1))
        for ekor, tulis in BUKU.items() if ekor != "xlsb"
    ),
]  # fmt: skip

TEKS = [
    *(
        Kasus(f"csv {nama_pemisah} {sandi}", _csv(DUA, pemisah, sandi), {2: D, 3: D}, berkas="usulan.csv",
              cek=lambda h: [b.nama for b in h.baris][1] == "JOSÉ AYU")
        for nama_pemisah, pemisah in (("koma", ","), ("titik koma", ";"), ("tab", "\t"), ("pipa", "|"))
        for sandi in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
    ),
    Kasus(
        "csv berkutip dan berganti baris",
        b'NO;NAMA;NIK;ALAMAT\r\n1;"RUDIN, ANI";"6209030101509001";"Jl. Uji\r\nRT 3; RW 1"\r\n'
        b'2;"BUDI ""DUDI"" RUDIN";6209030101509002;x\r\n',
        {2: D, 3: D}, berkas="a.csv",
        cek=lambda h: nilai("nama", "RUDIN, ANI", 'BUDI "DUDI" RUDIN')(h) and nilai("rt", "003", "")(h),
    ),
    Kasus(
        "csv dengan kop tanpa pemisah",
        b"DESA KUJAN\nDAFTAR USULAN\n\nNO,NAMA,NIK\n1,ANI RUDIN,6209030101509001\n2,BUDI RUDIN,6209030101509002\n",
        {5: D, 6: D}, berkas="a.csv", cek=lambda h: {b.kode_desa for b in h.baris} == {"62.09.03.2004"},
    ),
    Kasus("csv dari Excel dengan sep=", b"sep=|\r\nNIK|NAMA\r\n6209030101509001|ANI RUDIN\r\n", {2: D}, berkas="a.csv"),
    Kasus("csv dengan galat", _csv([JUDUL, orang(1, alamat="#REF!")], ";", "utf-8"), {2: P}, {2: ["sel_galat"]},
          berkas="a.csv", tempat=["H2 sel_galat"]),
    Kasus("csv dengan nol di depan", _csv([["NIK", "NAMA", "NO REKENING"], [NIK[1], "ANI", "0012345"]], ",", "utf-8"),
          {2: D}, berkas="a.csv", cek=nilai("no_rekening", "0012345")),
    Kasus("csv dari float", _csv([["NIK", "NAMA"], ["6209030101509001.0", "ANI"], ["6209030101509010,0", "BUDI"]], ";",
          "utf-8"), {2: D, 3: T}, {3: ["nik_rusak_excel"]}, berkas="a.csv"),
    Kasus(
        "csv dari Excel yang sudah membulatkan NIK",
        _csv([["NIK", "NAMA"], *[[f"62090301015090{n}0", f"{h * 3} RUDIN"] for n, h in enumerate("ABCDE")]], ";",
             "utf-8"),
        dict.fromkeys(range(2, 7), T), {n: ["nik_rusak_excel"] for n in range(2, 7)}, berkas="a.csv",
        tempat=[f"A{n} nik_rusak_excel" for n in range(2, 7)],
    ),
    Kasus(
        "csv dengan beberapa NIK berakhir nol",
        _csv([["NIK", "NAMA"], *[[f"62090301015090{n}{n % 2}", f"{h * 3} RUDIN"] for n, h in enumerate("ABCDE")]], ";",
             "utf-8"), dict.fromkeys(range(2, 7), D), berkas="a.csv",
    ),
    Kasus("csv satu kolom", b"NAMA\nANI RUDIN\nBUDI RUDIN\n", {2: P, 3: P},
          {2: ["nik_kosong"], 3: ["nik_kosong"]}, berkas="a.csv"),
    Kasus("csv kiriman Mac", b"NIK;NAMA\r6209030101509001;ANI\r6209030101509002;BUDI\r", {2: D, 3: D}, berkas="a.csv"),
    Kasus(
        "html dengan sel gabungan",
        b"<html><meta charset=utf-8><table><tr><td colspan=3>DESA KUJAN<tr><th>NO<th>NAMA<br>LENGKAP<th>NIK"
        b"<tr><td>1<td>ANI &amp; RUDIN<td style='mso-number-format:\"\\@\"'>6209030101509001</table></html>",
        {3: D}, berkas="laporan.xls", cek=lambda h: nilai("nama", "ANI & RUDIN")(h)
        and next(h.baris).kode_desa == "62.09.03.2004",
    ),
    Kasus("xml Excel 2003 bernama xls", xml(Lembar([["DESA GUCI"], [], JUDUL, orang(1, desa=None),
          orang(2, desa=None, nik=6209030101509010)])), {4: D, 5: T}, {5: ["nik_rusak_excel"]}, berkas="usulan.xls",
          tempat=["C5 nik_rusak_excel"], cek=lambda h: {b.kode_desa for b in h.baris} == {"62.09.03.2002"}),
    Kasus("xlsx bernama xls", buat.xlsx(Lembar([JUDUL, orang(1)])), {2: D}, berkas="usulan.xls"),
    Kasus("xls bernama xlsx", buat.xls(Lembar([JUDUL, orang(1)])), {2: D}, berkas="usulan.xlsx"),
]  # fmt: skip

BERKAS = [*FORMAT, *TEKS]
