"""Looks into binary workbooks (xls, xlsb) for what the reader turns into blanks: error cells, uncalculated formulas.

Record numbers and layouts are those of Microsoft's open specifications [MS-XLS], [MS-XLSB] and [MS-CFB]. Only
positions are noted; the values are the reader's business, and so is refusing a damaged file: what cannot be followed
here is simply not noted. Runs in the import child: standard library only.
"""

import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.usulan.penjaga import HARI_1904, KOLOM_MAKS, Catatan, butir_zip, isi_butir, sifat_tag, tag_tautan

GALAT = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
CATATAN_MAKS = 200_000
"""Cells that are noted in one file."""
_RUSAK = (struct.error, IndexError, ValueError, UnicodeDecodeError)

# --- xls: a compound file with a stream of BIFF records ---------------------------------------------------------------

_BOF, _EOF, _LEMBAR, _RUMUS, _GALAT, _BARIS = 0x0809, 0x000A, 0x0085, 0x0006, 0x0205, 0x0208
_KOLOM, _HARI = 0x007D, 0x0022
_HITUNG_NANTI = 0x0002
_TERSEMBUNYI = 0x0020


def catatan_xls(isi: bytes) -> dict[str, Catatan]:
    """Return the notes of an xls by the name of its sheets."""
    try:
        aliran = _aliran_buku(isi)
        return _catatan_biff(aliran) if aliran else {}
    except _RUSAK:
        return {}


def _aliran_buku(isi: bytes) -> bytes:
    """Return the stream `Workbook` (or `Book`, before 1997) of a compound file; empty when there is none."""
    sektor, mini = 1 << (isi[30] & 15), 1 << (isi[32] & 15)
    if sektor not in (512, 4096) or mini != 64:
        return b""
    batas_mini, awal_mini = struct.unpack_from("<II", isi, 56)
    fat = _fat(isi, sektor)
    direktori = _rantai(isi, fat, struct.unpack_from("<I", isi, 48)[0], sektor, 512)
    akar = b""
    for tempat in range(0, len(direktori) - 127, 128):
        butir = direktori[tempat : tempat + 128]
        panjang, jenis = struct.unpack_from("<HB", butir, 64)
        mulai, ukuran = struct.unpack_from("<II", butir, 116)
        if jenis == 5:
            akar = _rantai(isi, fat, mulai, sektor, 512)
        if jenis == 2 and butir[: max(panjang - 2, 0)].decode("utf-16-le", "replace").lower() in ("workbook", "book"):
            if ukuran >= batas_mini:
                return _rantai(isi, fat, mulai, sektor, 512)[:ukuran]
            mini_fat = _angka(_rantai(isi, fat, awal_mini, sektor, 512))
            return _rantai(akar, mini_fat, mulai, mini, 0)[:ukuran]
    return b""


def _fat(isi: bytes, sektor: int) -> tuple[int, ...]:
    """Return the allocation table, by the list in the header and its continuation."""
    nomor = [n for n in struct.unpack_from("<109I", isi, 76) if n < 0xFFFFFFFA]
    lanjut = struct.unpack_from("<I", isi, 68)[0]
    for _ in range(len(isi) // sektor):
        if lanjut >= 0xFFFFFFFA:
            break
        blok = _angka(_sektor(isi, lanjut, sektor, 512))
        nomor += [n for n in blok[:-1] if n < 0xFFFFFFFA]
        lanjut = blok[-1]
    return _angka(b"".join(_sektor(isi, n, sektor, 512) for n in nomor))


def _sektor(isi: bytes, nomor: int, besar: int, awal: int) -> bytes:
    # The header fills one whole sector, also where sectors are larger than its 512 bytes.
    tempat = nomor * besar + (max(awal, besar) if awal else 0)
    return isi[tempat : tempat + besar]


def _angka(isi: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(isi) // 4}I", isi[: len(isi) // 4 * 4])


def _rantai(isi: bytes, fat: tuple[int, ...], mulai: int, besar: int, awal: int) -> bytes:
    """Join the sectors of a stream; a chain that runs in circles ends with the file."""
    bagian = []
    for _ in range(len(isi) // besar + 1):
        if mulai >= 0xFFFFFFFA:
            break
        bagian.append(_sektor(isi, mulai, besar, awal))
        mulai = fat[mulai]
    return b"".join(bagian)


def _rekaman_biff(aliran: bytes, mulai: int) -> Iterator[tuple[int, int, int]]:
    """Yield number, place and length of the records from a place on."""
    while mulai + 4 <= len(aliran):
        jenis, panjang = struct.unpack_from("<HH", aliran, mulai)
        yield jenis, mulai + 4, panjang
        mulai += 4 + panjang


@dataclass(slots=True)
class _Rumus:
    """What the formulas of a workbook came to: places of those that hold an empty text, whether any holds more."""

    ragu: list[tuple[Catatan, tuple[int, int]]] = field(default_factory=list)
    ada_hasil: bool = False


def _catatan_biff(aliran: bytes) -> dict[str, Catatan]:
    hasil, rumus = {}, _Rumus()
    lama = struct.unpack_from("<H", aliran, 4)[0] < 0x0600
    geser = 0
    for jenis, tempat, panjang in _rekaman_biff(aliran, 0):
        if jenis == _LEMBAR:
            awal = struct.unpack_from("<I", aliran, tempat)[0]
            hasil[_nama_lembar(aliran[tempat + 6 : tempat + panjang], lama)] = _lembar_biff(aliran, awal, rumus)
        elif jenis == _HARI and struct.unpack_from("<H", aliran, tempat)[0] == 1:
            geser = HARI_1904
        elif jenis == _EOF:
            break
    for catatan in hasil.values():
        catatan.geser_hari = geser
    if not rumus.ada_hasil:  # an empty text may be a result, but not that of every formula: none was calculated
        for catatan, sel in rumus.ragu:
            catatan.rumus_kosong.append(sel)
    return hasil


def _nama_lembar(isi: bytes, lama: bool) -> str:
    if lama:
        return isi[1 : 1 + isi[0]].decode("cp1252", "replace")
    lebar = 2 if isi[1] & 1 else 1
    return isi[2 : 2 + isi[0] * lebar].decode("utf-16-le" if lebar == 2 else "latin-1")


def _lembar_biff(aliran: bytes, mulai: int, rumus: _Rumus) -> Catatan:
    catatan, dalam = Catatan(), 0
    for jenis, tempat, panjang in _rekaman_biff(aliran, mulai):
        if jenis == _BOF:
            dalam += 1  # a chart inside the sheet has records of its own
        elif jenis == _EOF:
            dalam -= 1
            if dalam <= 0:
                break
        elif jenis == _RUMUS and dalam == 1 and panjang >= 16:
            _rumus_biff(struct.unpack_from("<HHH8sH", aliran, tempat), catatan, rumus)
        elif jenis == _GALAT and dalam == 1 and panjang >= 8:
            baris, kolom, _, kode, galat = struct.unpack_from("<HHHBB", aliran, tempat)
            if galat:
                catatan.galat.append((baris, kolom, GALAT.get(kode, "#")))
        elif jenis == _BARIS and dalam == 1 and panjang >= 14:
            catatan.tersembunyi += bool(struct.unpack_from("<H", aliran, tempat + 12)[0] & _TERSEMBUNYI)
        elif jenis == _KOLOM and dalam == 1 and panjang >= 10:
            dari, sampai, lebar, _, sifat = struct.unpack_from("<5H", aliran, tempat)
            _catat_kolom(catatan, dari, sampai, tertutup=not lebar or bool(sifat & 1))
        if len(catatan.galat) + len(rumus.ragu) >= CATATAN_MAKS:
            break
    return catatan


def _catat_kolom(catatan: Catatan, dari: int, sampai: int, *, tertutup: bool) -> None:
    if tertutup and dari <= sampai < KOLOM_MAKS:
        catatan.kolom_sembunyi.append((dari, sampai))


def _rumus_biff(isi: tuple[int, int, int, bytes, int], catatan: Catatan, rumus: _Rumus) -> None:
    baris, kolom, _, nilai, sifat = isi
    khusus = nilai[6:] == b"\xff\xff"
    if khusus and nilai[0] == 2:
        catatan.galat.append((baris, kolom, GALAT.get(nilai[2], "#")))
    elif khusus and nilai[0] == 3:
        rumus.ragu.append((catatan, (baris, kolom)))
    elif sifat & _HITUNG_NANTI and not any(nilai):
        catatan.rumus_kosong.append((baris, kolom))  # a zero, to be calculated when the file is opened
    else:
        rumus.ada_hasil = True


# --- xlsb: a zip of BIFF12 records ------------------------------------------------------------------------------------

_B_BARIS, _B_GALAT, _B_RUMUS_TEKS, _B_RUMUS_GALAT, _B_LEMBAR, _B_KOLOM, _B_SIFAT = 0, 3, 8, 11, 156, 60, 153
_B_TERSEMBUNYI, _B_HITUNG = 0x10, 0x0002
_DI_BUKU = frozenset({_B_LEMBAR, _B_SIFAT})
_DI_LEMBAR = frozenset({_B_BARIS, _B_GALAT, _B_RUMUS_TEKS, _B_RUMUS_GALAT, _B_KOLOM})


def catatan_xlsb(arsip: zipfile.ZipFile) -> dict[str, Catatan]:
    """Return the notes of an xlsb by the name of its sheets.

    Raises:
        Tolak: `rusak` when an entry cannot be unpacked.
    """
    butir = butir_zip(arsip)
    buku = next((n for n in butir if n.rpartition("/")[2] == "workbook.bin"), "")
    akar = f"{buku.rpartition('/')[0]}/".lstrip("/")
    sasaran = {s.get("Id", ""): s.get("Target", "") for s in map(sifat_tag, tag_tautan(
        isi_butir(arsip, butir.get(f"{akar}_rels/workbook.bin.rels", ""))))}  # fmt: skip
    hasil, geser = {}, 0
    try:
        for jenis, isi in _rekaman_biff12(isi_butir(arsip, butir[buku]), _DI_BUKU):
            if jenis == _B_SIFAT:  # it stands before the sheets
                geser = HARI_1904 * (isi[0] & 1)
                continue
            tautan, lanjut = _teks_lebar(isi, 8)
            tujuan = sasaran.get(tautan, "")
            jalur = tujuan.lstrip("/") if tujuan.startswith("/") else akar + tujuan
            if jalur.lower() in butir:
                nama = _teks_lebar(isi, lanjut)[0]
                hasil[nama] = _lembar_biff12(isi_butir(arsip, butir[jalur.lower()], 1 << 29))
                hasil[nama].geser_hari = geser
    except _RUSAK:
        return hasil
    return hasil


def _teks_lebar(isi: bytes, tempat: int) -> tuple[str, int]:
    """Return a counted text and the place behind it."""
    panjang = struct.unpack_from("<I", isi, tempat)[0]
    if panjang == 0xFFFFFFFF:
        return "", tempat + 4
    akhir = tempat + 4 + 2 * panjang
    return isi[tempat + 4 : akhir].decode("utf-16-le"), akhir


def _rekaman_biff12(isi: bytes, mau: frozenset[int]) -> Iterator[tuple[int, bytes]]:
    """Yield the records of these numbers; the others, most of a sheet, are stepped over."""
    tempat, akhir = 0, len(isi)
    while tempat < akhir:
        jenis = isi[tempat]
        tempat += 1
        if jenis & 0x80:
            jenis = (jenis & 0x7F) | (isi[tempat] & 0x7F) << 7
            tempat += 1
        panjang = isi[tempat]
        tempat += 1
        if panjang & 0x80:
            panjang &= 0x7F
            for geser in (7, 14, 21):
                satu = isi[tempat]
                tempat += 1
                panjang |= (satu & 0x7F) << geser
                if not satu & 0x80:
                    break
        if jenis in mau:
            yield jenis, isi[tempat : tempat + panjang]
        tempat += panjang


def _lembar_biff12(isi: bytes) -> Catatan:
    catatan, baris = Catatan(), 0
    for jenis, data in _rekaman_biff12(isi, _DI_LEMBAR):
        if jenis == _B_BARIS:
            baris = struct.unpack_from("<I", data)[0]
            catatan.tersembunyi += len(data) > 11 and bool(data[11] & _B_TERSEMBUNYI)
        elif jenis == _B_KOLOM:
            dari, sampai, lebar, _, sifat = struct.unpack_from("<4IH", data)
            _catat_kolom(catatan, dari, sampai, tertutup=not lebar or bool(sifat & 1))
        elif jenis in (_B_GALAT, _B_RUMUS_GALAT):
            catatan.galat.append((baris, struct.unpack_from("<I", data)[0], GALAT.get(data[8], "#")))
        elif jenis == _B_RUMUS_TEKS:
            teks, lanjut = _teks_lebar(data, 8)
            if not teks and struct.unpack_from("<H", data, lanjut)[0] & _B_HITUNG:
                catatan.rumus_kosong.append((baris, struct.unpack_from("<I", data)[0]))
        if len(catatan.galat) + len(catatan.rumus_kosong) >= CATATAN_MAKS:
            break
    return catatan
