"""Makes the sample files under `resources/contoh/` that a newcomer imports by hand, clean and messy ones.

    python packaging/bangun_berkas_contoh.py

Every person is invented (`app.contoh.orang`). The messy file holds what desa really send: a letterhead, merged headings
over two rows, a row of column numbers, subtotals, signatures, NIK that a spreadsheet damaged, swapped dates, the same
person twice. The same run always gives the same files.
"""

import csv
import io
import re
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

AKAR = Path(__file__).parents[1]
sys.path.insert(0, str(AKAR))

from app.contoh.berkas import BERKAS, warga  # noqa: E402 - the repository itself, found above
from app.contoh.orang import OrangContoh, Pengarang  # noqa: E402
from app.wilayah import NASIONAL  # noqa: E402
from db.istilah import JenisKelamin, Kategori  # noqa: E402

TUJUAN = AKAR / "resources" / "contoh"
KOTOR = "usulan-desa-batu-hambawang.xlsx"
SEBUTAN = {Kategori.LANSIA: "Lansia", Kategori.DISABILITAS: "Penyandang Disabilitas", Kategori.YATIM: "Anak Yatim",
           Kategori.PIATU: "Anak Piatu", Kategori.YATIM_PIATU: "Anak Yatim Piatu"}  # fmt: skip
JUDUL = ("No", "Nama Lengkap", "NIK", "No. KK", "L/P", "Tempat Lahir", "Tanggal Lahir", "Alamat", "RT", "RW",
         "Desa/Kelurahan", "Kecamatan", "Kategori", "Nama Wali", "NIK Wali", "No. HP", "Keterangan")  # fmt: skip
Lembar = list[list[Any]]


def baris(nomor: int, o: OrangContoh) -> list[Any]:
    """Write a person as one row under `JUDUL`."""
    return [
        nomor, o.nama, o.nik, o.no_kk, o.jenis_kelamin.value, o.tempat_lahir, o.tanggal_lahir, o.alamat, o.rt, o.rw,
        NASIONAL.nama(o.kode_desa), NASIONAL.nama(o.kode_desa[:8]), SEBUTAN.get(o.kategori, "Keluarga Miskin"),
        o.wali_nama, o.wali_nik, o.telepon, o.ragam_disabilitas,
    ]  # fmt: skip


def rapi(orang: Sequence[OrangContoh]) -> Lembar:
    """Lay people out as a tidy list."""
    return [list(JUDUL), *(baris(n, o) for n, o in enumerate(orang, 1))]


# --- the messy file --------------------------------------------------------------------------------------------------


def tulis_kotor(tujuan: Path, orang: list[OrangContoh]) -> None:
    """Write the file of Desa Batu Hambawang, with everything that goes wrong."""
    buku = Workbook()
    lembar: Worksheet = buku.active  # type: ignore[assignment]  # a new workbook has one
    lembar.title = "USULAN 2026"
    _kop(lembar)
    awal = _judul_dua_baris(lembar, 8)
    data = _rusak(orang)
    separuh = len(data) // 2
    for n, isi in enumerate(data, 1):
        letak = awal + n - 1 + (n > separuh)
        _isi_baris(lembar, letak, n, isi)
        if n == separuh:
            lembar.cell(letak + 1, 2, "Jumlah RT 001 s.d. 004")
            lembar.cell(letak + 1, 12, separuh)
    akhir = awal + len(data) + 1
    lembar.cell(akhir, 2, "JUMLAH SELURUHNYA").font = Font(bold=True)
    lembar.cell(akhir, 12, len(data))
    for n, teks in enumerate(
        ("Batu Hambawang, 12 Pebruari 2026", "KEPALA DESA BATU HAMBAWANG", "", "", "H. MASRANI"), 2
    ):
        lembar.cell(akhir + n, 9, teks)
    catatan = buku.create_sheet("Catatan")
    catatan["A1"] = "Lembar ini bukan daftar; hanya catatan operator desa."
    _simpan(buku, tujuan)


def _kop(lembar: Worksheet) -> None:
    kop = ("PEMERINTAH KABUPATEN LAMANDAU", "KECAMATAN SEMATU JAYA", "DESA BATU HAMBAWANG",
           "DAFTAR USULAN PENERIMA BANTUAN SOSIAL", "PENYANDANG DISABILITAS, LANJUT USIA DAN ANAK YATIM/PIATU",
           "TAHUN ANGGARAN 2026")  # fmt: skip
    for n, teks in enumerate(kop, 1):
        lembar.merge_cells(start_row=n, start_column=1, end_row=n, end_column=13)
        lembar.cell(n, 1, teks).font = Font(bold=n < 4)
        lembar.cell(n, 1).alignment = Alignment(horizontal="center")


def _judul_dua_baris(lembar: Worksheet, atas: int) -> int:
    """Write headings over two rows and the row of numbers; gives the first row of data."""
    tunggal = {1: "NO.", 2: "NAMA\nPENERIMA", 3: "NO KTP/NIK", 4: "NO. KK", 5: "JK", 9: "DUSUN", 10: "DESA",
               11: "JENIS\nUSULAN", 12: "JML", 13: "KET."}  # fmt: skip
    for kolom, teks in tunggal.items():
        lembar.merge_cells(start_row=atas, start_column=kolom, end_row=atas + 1, end_column=kolom)
        lembar.cell(atas, kolom, teks)
    lembar.merge_cells(start_row=atas, start_column=6, end_row=atas, end_column=7)
    lembar.cell(atas, 6, "KELAHIRAN")
    lembar.cell(atas + 1, 6, "TEMPAT")
    lembar.cell(atas + 1, 7, "TANGGAL")
    lembar.cell(atas, 8, "ALAMAT")
    lembar.cell(atas + 1, 8, "RT/RW")
    for kolom in range(1, 14):
        lembar.cell(atas + 2, kolom, kolom)
    return atas + 3


def _isi_baris(lembar: Worksheet, letak: int, nomor: int, isi: dict[str, Any]) -> None:
    kunci = ("nama", "nik", "no_kk", "jk", "tempat", "lahir", "rt_rw", "dusun", "desa", "kategori", "jumlah", "ket")
    lembar.cell(letak, 1, nomor)
    for kolom, nama in enumerate(kunci, 2):
        sel = lembar.cell(letak, kolom, isi[nama])
        if nama == "nik" and isinstance(isi[nama], int):
            sel.number_format = "0"


def _rusak(orang: list[OrangContoh]) -> list[dict[str, Any]]:
    """Spoil a tidy list in the ways that are usual; the first rows stay sound."""
    data = [_sel(o) for o in orang]
    data[6]["nik"] = int(orang[6].nik[:15] + "0")  # a number: the spreadsheet rounded its last digit away
    data[7]["nik"] = "6,20906E+15"
    data[8]["nik"] = f"'{orang[8].nik}"
    data[9]["nik"] = orang[9].nik[:-1]
    data[10]["nik"] = " ".join((orang[10].nik[:6], orang[10].nik[6:12], orang[10].nik[12:])) + "\u00a0"
    data[11]["nik"] = orang[11].nik.replace("0", "O", 1)
    data[12]["nik"] = "-"
    tertukar = next(
        n for n in range(22, len(orang)) if orang[n].tanggal_lahir.month != orang[n].tanggal_lahir.day <= 12
    )
    data[tertukar]["lahir"] = _tukar(orang[tertukar].tanggal_lahir)
    data[14]["lahir"] = f"{orang[14].tanggal_lahir.day} Nopember {orang[14].tanggal_lahir.year}"
    data[15]["lahir"] = "31-02-1958"
    data[16]["jk"] = "P" if orang[16].jenis_kelamin is JenisKelamin.LAKI_LAKI else "L"
    data[17]["desa"] = "Batu Ambawang"
    data[18]["desa"] = "Purworejo"
    data[19]["nama"] = ""
    data[20]["ket"] = "#N/A"
    data[21] |= {"no_kk": int(orang[21].no_kk[:15] + "0")}
    data.append(dict(data[2]))  # the same person again
    data.append(data[3] | {"nama": orang[3].nama.upper().replace("A", "A ", 1)})  # again, name with a slip
    data.append(_sel(replace(orang[4], nama="Anak Contoh Lain", tanggal_lahir=date(2015, 3, 4))))  # under another's NIK
    return data


def _sel(o: OrangContoh) -> dict[str, Any]:
    return {
        "nama": o.nama, "nik": o.nik, "no_kk": o.no_kk, "jk": o.jenis_kelamin.value, "tempat": o.tempat_lahir,
        "lahir": f"{o.tanggal_lahir:%d/%m/%Y}", "rt_rw": f"{o.rt}/{o.rw}", "dusun": "",
        "desa": NASIONAL.nama(o.kode_desa), "kategori": SEBUTAN[o.kategori], "jumlah": 1,
        "ket": f"Wali: {o.wali_nama}" if o.wali_nama else "",
    }  # fmt: skip


def _tukar(lahir: date) -> datetime:
    """Swap day and month as a spreadsheet with American settings does."""
    return datetime(lahir.year, lahir.day, lahir.month)  # noqa: DTZ001 - a cell has no zone


# --- formats ---------------------------------------------------------------------------------------------------------


def tulis_xlsx(tujuan: Path, isi: Lembar, lembar: str = "Usulan") -> None:
    """Write a tidy workbook, identifiers as text."""
    buku = Workbook()
    kertas: Worksheet = buku.active  # type: ignore[assignment]  # a new workbook has one
    kertas.title = lembar
    for satu in isi:
        kertas.append(satu)
    for sel in kertas[1]:
        sel.font = Font(bold=True)
    for kolom in kertas.iter_cols(min_row=2):
        for sel in kolom:
            sel.number_format = "dd/mm/yyyy" if isinstance(sel.value, date) else "@"
    kertas.freeze_panes = "A2"
    _simpan(buku, tujuan)


def _simpan(buku: Workbook, tujuan: Path) -> None:
    """Save without today's date in it, so that the same people give the same bytes."""
    mentah = io.BytesIO()
    buku.save(mentah)
    with zipfile.ZipFile(mentah) as lama, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            teks = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-05T00:00:00Z", lama.read(nama))
            baru.writestr(zipfile.ZipInfo(nama, (2026, 1, 5, 0, 0, 0)), teks, zipfile.ZIP_DEFLATED)


def tulis_xls(tujuan: Path, isi: Lembar) -> None:
    """Write the old binary format; half of the NIK as numbers, as old templates hold them."""
    buku = xlwt.Workbook(encoding="utf-8")
    lembar = buku.add_sheet("Sheet1")
    tanggal = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    angka = xlwt.easyxf(num_format_str="0")
    for n, satu in enumerate(isi):
        for k, nilai in enumerate(satu):
            if isinstance(nilai, date):
                lembar.write(n, k, nilai, tanggal)
            elif n and k == 2 and n % 8 == 0:
                lembar.write(n, k, float(nilai[:15] + "0"), angka)
            else:
                lembar.write(n, k, nilai)
    buku.save(str(tujuan))


def tulis_csv(tujuan: Path, isi: Lembar) -> None:
    """Write text with semicolons and a byte-order mark, as a spreadsheet with Indonesian settings saves it."""
    with tujuan.open("w", encoding="utf-8-sig", newline="") as berkas:
        penulis = csv.writer(berkas, delimiter=";", lineterminator="\r\n")
        penulis.writerows([f"{n:%d-%m-%Y}" if isinstance(n, date) else n for n in satu] for satu in isi)


def tulis_ods(tujuan: Path, isi: Lembar) -> None:
    """Write an OpenDocument spreadsheet."""
    badan = "".join(f"<table:table-row>{''.join(map(_sel_ods, satu))}</table:table-row>" for satu in isi)
    ruang = "".join(
        f' xmlns:{nama}="urn:oasis:names:tc:opendocument:xmlns:{nama}:1.0"' for nama in ("office", "table", "text")
    )
    isi_xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{ruang} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Usulan">{badan}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    jenis = "application/vnd.oasis.opendocument.spreadsheet"
    daftar = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{jenis}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(tujuan, "w") as arsip:
        for nama, teks, cara in (
            ("mimetype", jenis, zipfile.ZIP_STORED),
            ("content.xml", isi_xml, zipfile.ZIP_DEFLATED),
            ("META-INF/manifest.xml", daftar, zipfile.ZIP_DEFLATED),
        ):
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 5, 0, 0, 0)), teks, cara)


def _sel_ods(nilai: Any) -> str:
    if isinstance(nilai, date):
        atribut = f'office:value-type="date" office:date-value="{nilai.isoformat()}"'
        return f"<table:table-cell {atribut}><text:p>{nilai:%d/%m/%Y}</text:p></table:table-cell>"
    if isinstance(nilai, int):
        atribut = f'office:value-type="float" office:value="{nilai}"'
        return f"<table:table-cell {atribut}><text:p>{nilai}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(nilai)}</text:p></table:table-cell>'


def main() -> None:
    """Write all sample files."""
    TUJUAN.mkdir(parents=True, exist_ok=True)
    penulis = {".xlsx": tulis_xlsx, ".ods": tulis_ods, ".csv": tulis_csv, ".xls": tulis_xls}
    for nama in BERKAS:
        if nama == KOTOR:
            tulis_kotor(TUJUAN / nama, warga(nama))
        else:
            penulis[Path(nama).suffix](TUJUAN / nama, rapi(warga(nama)))
    awayan = Pengarang(6).warga(NASIONAL.anak("63.11.03"), 60, [Kategori.KELUARGA_MISKIN])
    tulis_xlsx(TUJUAN / "penerima-kecamatan-awayan.xlsx", rapi(awayan), "Penerima")


if __name__ == "__main__":
    main()
