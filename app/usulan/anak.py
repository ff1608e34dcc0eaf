"""The import child: reads one hostile file in a process of its own and sends its cells home.

A spreadsheet can abort or fill the process that reads it, so the program is started again for the reading alone, under
a memory cap and a time limit, and the parent only ever sees bounded frames. It loads the standard library and calamine,
for a large xlsx numpy too (`xlsx_cepat`), writes no file, and is told nothing but the bytes on its standard input.

Frames on standard output: four bytes of length, then JSON. `{"jenis": "buku"}` first, for every sheet one
`{"jenis": "lembar"}` and its rows in blocks, at the end `{"jenis": "akhir"}`, or `{"jenis": "galat"}`
at any time. A block of rows is a bare list of them, or, where they are equally long, `{"jenis": "kolom"}` with their
columns: a list of cells, or one text of all of them with `SELA` between where they are texts (a quarter of the work).
A large xlsx sends its values before its sheets, as `{"jenis": "nilai"}`, a list of cells or one such text, and then
blocks of places in that table, which are not JSON (`bingkai.kemas_blok`).
A cell is text, a number, true or false; a date or time is a list that holds its ISO form. Row and column numbers count
from 0.
"""

import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import IO, Any
from zipfile import ZipFile

from app.usulan import ods, rekaman
from app.usulan.bingkai import LEBAR_BIASA, MAKS_BINGKAI, SELA
from app.usulan.penjaga import MAKS_SEL, Catatan, Tolak, besar_xlsx, buka_zip, catatan_xlsx, kenali

ARGUMEN = "--baca-berkas"
"""The hidden first argument that makes the program this child."""
BARIS_PER_BINGKAI = 2_000
MAKS_MEMORI = 1536 * 1024 * 1024
MAKS_GABUNGAN = 50_000
MULAI_CEPAT = 4 * 1024 * 1024
"""Bytes of an xlsx's sheets, unpacked, from which reading them quickly spares more than loading numpy costs."""
_BUKAN_BUKU = ("WordDocument", "PowerPoint Document", "__properties_version1.0", "Contents")

_sandi = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,
    separators=(",", ":"),
    default=lambda nilai: [nilai.isoformat() if hasattr(nilai, "isoformat") else str(nilai)],
)


class Pengirim:
    """Writes frames."""

    def __init__(self, keluar: IO[bytes]) -> None:
        self._keluar = keluar

    def kirim(self, isi: Any) -> None:
        """Send one frame; a block that is too large goes in halves.

        Raises:
            Tolak: `terlalu_besar` when a single row does not fit a frame.
        """
        data = _sandi.encode(isi).encode("utf-8", "replace")
        if len(data) <= MAKS_BINGKAI:
            self.kirim_bait(data)
            return
        if not isinstance(isi, list) or len(isi) < 2:
            raise Tolak("terlalu_besar")
        tengah = len(isi) // 2
        self.kirim(isi[:tengah])
        self.kirim(isi[tengah:])

    def kirim_bait(self, data: bytes) -> None:
        """Send a frame that is no JSON."""
        self._keluar.write(len(data).to_bytes(4, "big") + data)

    def kirim_baris(self, semua: Iterable[list[Any]]) -> None:
        """Send rows in blocks, so that numbers stay right with the blank ones too."""
        sisa = iter(semua)
        while blok := list(islice(sisa, BARIS_PER_BINGKAI)):
            lebar = len(blok[0])
            if 0 < lebar <= LEBAR_BIASA and all(len(baris) == lebar for baris in blok):
                self._kirim_kolom(blok)
            else:
                self.kirim([baris if any(baris) else [] for baris in blok])

    def _kirim_kolom(self, blok: list[list[Any]]) -> None:
        """Send rows of one length as columns; too much for one frame goes row by row."""
        isi = {"jenis": "kolom", "baris": len(blok), "kolom": [_kolom(satu) for satu in zip(*blok, strict=True)]}
        data = _sandi.encode(isi).encode("utf-8", "replace")
        if len(data) > MAKS_BINGKAI:
            self.kirim([baris if any(baris) else [] for baris in blok])
            return
        self.kirim_bait(data)

    def tutup(self, isi: dict[str, Any]) -> None:
        """Send the last frame."""
        self.kirim(isi)
        self._keluar.flush()


def _kolom(sel: Sequence[Any]) -> "str | list[Any]":
    """Join a column of texts; another goes cell by cell, its dates written here, where that is quicker than by JSON."""
    try:
        teks = SELA.join(sel)
    except TypeError:
        return [s if type(s) is str else [s.isoformat()] if hasattr(s, "isoformat") else s for s in sel]
    return list(sel) if teks.count(SELA) >= len(sel) else teks


def kirim_berkas(isi: bytes, nama: str, kirim: Pengirim) -> None:
    """Recognise the file and send its sheets.

    Raises:
        Tolak: the file is refused.
    """
    jenis = kenali(isi, nama)
    if jenis == "teks":
        _kirim_teks(isi, nama, kirim)
    else:
        _kirim_buku(isi, jenis, kirim)


def _kirim_teks(isi: bytes, nama: str, kirim: Pengirim) -> None:
    from app.usulan import tabel_teks

    teks = tabel_teks.jadi_teks(isi)
    bentuk = tabel_teks.bentuk(teks)
    kirim.kirim({"jenis": "buku", "format": bentuk})
    if bentuk == "csv":
        galat = tabel_teks.galat_teks(tabel_teks.baca_csv(teks)) if tabel_teks.ada_galat(teks) else []
        kirim.kirim(_kepala(nama.rpartition(".")[0] or nama, galat=galat))
        kirim.kirim_baris(tabel_teks.baca_csv(teks))
        return
    if bentuk == "xml":
        _kirim_xml(teks, kirim)
        return
    for tabel in tabel_teks.baca_html(teks):
        galat = tabel_teks.galat_teks(tabel.baris) if tabel_teks.ada_galat(teks) else []
        kirim.kirim(_kepala(tabel.nama, gabungan=tabel.gabungan[:MAKS_GABUNGAN], galat=galat))
        kirim.kirim_baris(tabel.baris)


def _kirim_xml(teks: str, kirim: Pengirim) -> None:
    from app.usulan import xml2003

    for lembar in xml2003.baca_xml(teks):
        gabungan = lembar.gabungan[:MAKS_GABUNGAN]
        kirim.kirim(_kepala(lembar.nama, tampak=lembar.tampak, gabungan=gabungan, **_dari_catatan(lembar.catatan)))
        kirim.kirim_baris(lembar.baris)


def _dari_catatan(catatan: Catatan) -> dict[str, Any]:
    """Return what the parent is told beside the cells."""
    return {
        "galat": catatan.galat,
        "rumus_kosong": catatan.rumus_kosong,
        "tersembunyi": catatan.tersembunyi,
        "kolom_sembunyi": catatan.kolom_sembunyi[:MAKS_GABUNGAN],
        "geser_hari": catatan.geser_hari,
    }


def _kepala(nama: str, **lain: Any) -> dict[str, Any]:
    return {"jenis": "lembar", "nama": nama, "tampak": True, "kolom_awal": 0, "gabungan": [], **lain}


def _kirim_buku(isi: bytes, jenis: str, kirim: Pengirim) -> None:
    """Send a workbook that calamine reads: xlsx, xlsb, ods (zip) or xls (ole)."""
    bentuk = "xls"
    if jenis == "zip":
        arsip, bentuk = buka_zip(isi)
        if bentuk == "xlsx" and besar_xlsx(arsip) >= MULAI_CEPAT and _kirim_cepat(arsip, kirim):
            return
        catatan = _catatan_zip(arsip, bentuk)
        arsip.close()
    else:
        catatan = rekaman.catatan_xls(isi)
    with _buka(isi, bentuk) as buku:
        kirim.kirim({"jenis": "buku", "format": bentuk})
        for nomor, tentang in enumerate(buku.sheets_metadata):
            if str(tentang.typ).endswith("WorkSheet"):
                _kirim_lembar(buku, nomor, tentang, catatan.get(tentang.name, Catatan()), kirim)


def _kirim_cepat(arsip: ZipFile, kirim: Pengirim) -> bool:
    """Send a large xlsx without making an object of every cell; False when it is not written as that needs."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy multiplies no matrices here; its threads would take memory
    from app.usulan import xlsx_cepat

    buku = xlsx_cepat.baca(arsip)
    if buku is None:
        return False
    kirim.kirim({"jenis": "buku", "format": "xlsx"})
    buku.kirim_nilai(kirim)
    for lembar in buku.lembar:
        kirim.kirim(_kepala_lembar(lembar.tentang, lembar.luas.kiri, lembar.gabungan, lembar.catatan))
        buku.kirim_sel(lembar, kirim)
    return True


def _catatan_zip(arsip: ZipFile, bentuk: str) -> dict[str, Catatan]:
    """Note, by sheet, what the reader would hide."""
    if bentuk == "xlsb":
        return rekaman.catatan_xlsb(arsip)
    if bentuk == "ods":
        return ods.catatan_ods(arsip)
    return catatan_xlsx(arsip)


def _buka(isi: bytes, bentuk: str) -> Any:
    import python_calamine as calamine

    try:
        return calamine.CalamineWorkbook.from_filelike(BytesIO(isi))
    except calamine.PasswordError as sebab:
        raise Tolak("terkunci") from sebab
    except calamine.CalamineError as sebab:
        raise Tolak(_sebab_tak_terbuka(isi, bentuk)) from sebab


def _sebab_tak_terbuka(isi: bytes, bentuk: str) -> str:
    """Name the refusal of a file that the reader does not open; the streams of an OLE file tell what it is."""
    if bentuk == "xls" and (_ada_aliran(isi, "EncryptedPackage") or _bersandi(isi)):
        return "terkunci"
    if bentuk == "xls" and any(_ada_aliran(isi, nama) for nama in _BUKAN_BUKU):
        return "format_tak_dikenal"
    return "rusak"


def _bersandi(isi: bytes) -> bool:
    """Tell whether an old xls says in its first records that it is encrypted (BIFF record FILEPASS)."""
    for awal in range(512, min(len(isi), 1 << 20), 512):
        if isi[awal : awal + 4] in (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00"):
            tempat = awal
            for _ in range(20):
                jenis, panjang = isi[tempat : tempat + 2], int.from_bytes(isi[tempat + 2 : tempat + 4], "little")
                if jenis == b"\x2f\x00":
                    return True
                tempat += 4 + panjang
    return False


def _ada_aliran(isi: bytes, nama: str) -> bool:
    return (nama + "\0").encode("utf-16-le") in isi


def _kirim_lembar(buku: Any, nomor: int, tentang: Any, catatan: Catatan, kirim: Pengirim) -> None:
    import python_calamine as calamine

    try:
        lembar = buku.get_sheet_by_index(nomor)
    except calamine.CalamineError as sebab:
        raise Tolak("rusak", tentang.name) from sebab
    awal = lembar.start or (0, 0)
    kirim.kirim(_kepala_lembar(tentang, awal[1], lembar.merged_cell_ranges or [], catatan))
    if lembar.total_height * lembar.width > MAKS_SEL:
        raise Tolak("terlalu_besar", "sel_jauh")
    baris = lembar.iter_rows()
    kirim.kirim_baris(_pangkas(baris) if lembar.width > LEBAR_BIASA else baris)


def _kepala_lembar(tentang: Any, kolom_awal: int, gabungan: list[Any], catatan: Catatan) -> dict[str, Any]:
    return _kepala(
        tentang.name,
        tampak=str(tentang.visible).endswith(".Visible"),
        kolom_awal=kolom_awal,
        gabungan=[(*dari, *sampai) for dari, sampai in gabungan[:MAKS_GABUNGAN]],
        **_dari_catatan(catatan),
    )


def _pangkas(semua: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """Drop the blank cells at the end of the rows of a very wide sheet."""
    for baris in semua:
        panjang = len(baris)
        while panjang and baris[panjang - 1] == "":
            panjang -= 1
        yield baris[:panjang]


def _batasi(memori: int, detik: int) -> None:
    """Cap memory and processor time, forbid writing files and core dumps. Windows: the parent's Job Object does it."""
    if sys.platform == "win32":
        import ctypes

        # No error window when the reader aborts: SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX.
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)
        return
    import resource

    _mati_bersama_induk()
    batas = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, detik + 5),
        (resource.RLIMIT_AS, memori),
    )
    for jenis, nilai in batas:
        _turunkan(resource, jenis, nilai)


def _mati_bersama_induk() -> None:
    """Have Linux end this process when the program that started it dies, be it killed.

    Elsewhere: Windows' Job Object does it, and on macOS the child ends at its next frame, which nobody takes.
    """
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() == 1:
            os._exit(1)  # it died before we asked


def _turunkan(resource: Any, jenis: int, nilai: int) -> None:
    """Lower one limit, never above what the system already forbids; macOS knows no RLIMIT_AS and refuses it."""
    keras = resource.getrlimit(jenis)[1]
    batas = nilai if keras == resource.RLIM_INFINITY else min(nilai, keras)
    try:
        resource.setrlimit(jenis, (batas, keras))
    except (ValueError, OSError):
        if sys.platform == "linux":
            raise


def _saluran() -> tuple[IO[bytes], IO[bytes]]:
    """Return standard input and output as bytes. A windowed program has no sys.stdin, but its handles are there."""
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        pegangan = ctypes.windll.kernel32.GetStdHandle
        pegangan.restype = ctypes.c_void_p
        masuk = msvcrt.open_osfhandle(pegangan(-10), os.O_BINARY)
        keluar = msvcrt.open_osfhandle(pegangan(-11), os.O_BINARY)
        return os.fdopen(masuk, "rb"), os.fdopen(keluar, "wb")
    return os.fdopen(0, "rb"), os.fdopen(1, "wb")


def jalankan() -> int:
    """Be the child: read the request and the file from standard input, answer on standard output, return 0.

    The request is one line of JSON (`nama`, `memori` in bytes, `detik`), then the bytes of the file until the end.
    """
    masuk, keluar = _saluran()
    permintaan = json.loads(masuk.readline())
    isi = masuk.read()
    _batasi(permintaan["memori"], permintaan["detik"])
    gc.disable()  # rows make no cycles, and this process ends with its file
    kirim = Pengirim(keluar)
    try:
        kirim_berkas(isi, permintaan["nama"], kirim)
        kirim.tutup({"jenis": "akhir"})
    except Tolak as tolak:
        kirim.tutup({"jenis": "galat", "kode": tolak.kode, "rinci": tolak.rinci})
    except (MemoryError, RecursionError):
        kirim.tutup({"jenis": "galat", "kode": "terlalu_besar", "rinci": ""})
    except BrokenPipeError:
        os._exit(1)  # the parent is gone or has cancelled
    except BaseException as sebab:
        # A panic of the reader is no Exception. Whatever it was, the file is refused, and the program lives.
        kirim.tutup({"jenis": "galat", "kode": "rusak", "rinci": type(sebab).__name__})
    return 0


if __name__ == "__main__":
    # The parent waits for the last frame; tearing down a reader that panicked may abort, so leave at once.
    kode = jalankan()
    os._exit(kode)
