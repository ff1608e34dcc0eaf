"""Reads a file through the import child and gives its cells as they are, sheet by sheet.

The child may die, hang or lie; this side bounds what it accepts, kills it in time, and turns whatever happens into one
refusal that has a sentence. Cells keep their kind: text stays text, a number stays a number and is never taken for an
identifier in silence.
"""

import hashlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from app.jobs import JobContext
from app.usulan.anak import ARGUMEN, MAKS_MEMORI
from app.usulan.bingkai import MAKS_BINGKAI, SELA, Tabel
from app.usulan.penjaga import HARI_1904, KOLOM_MAKS, Tolak
from db.galat import KnownError
from db.lampiran import UKURAN_MAKS

Sel = str | float | int | bool | list[str]
"""A cell: text, number, true or false; a list with one ISO text is a date or time; `""` is blank."""

_AKAR = Path(__file__).resolve().parents[2]
_JEDA = 0.1
_MATI_MEMORI = {"SIGABRT", "SIGKILL", "SIGXCPU"}
_ABORT_WINDOWS = {3, 0xC0000409, 0xC0000017, 0xC00000FD}


@dataclass(frozen=True, slots=True)
class Batas:
    """What a file may cost.

    Attributes:
        berkas: bytes of the file; no more than an attachment may have, for the file is kept.
        detik: seconds for reading.
        memori: bytes for the child.
        jawaban: bytes that the child may send in all.
    """

    berkas: int = UKURAN_MAKS
    detik: int = 120
    memori: int = MAKS_MEMORI
    jawaban: int = 300 * 1024 * 1024


KODE_BERKAS = (
    *("terkunci", "rusak", "kosong", "bukan_daftar", "terlalu_besar", "format_tak_dikenal", "sudah_pernah"),
    "tak_terbaca",  # the system does not give the file; nothing is wrong with it
)
"""Every `galat.kode`."""


class BerkasDitolak(KnownError):  # noqa: N818 - a refusal
    """A whole file is refused. `kode_berkas` is one of `KODE_BERKAS`; its sentence is that of `berkas_<kode>`."""

    def __init__(self, kode_berkas: str, nama: str, **fakta: Any) -> None:
        super().__init__(f"berkas_{kode_berkas}", nama=nama, **fakta)
        self.kode_berkas = kode_berkas


@dataclass(slots=True)
class LembarMentah:
    """The cells of one sheet; rows and columns count from 0, column 0 is A.

    Attributes:
        tampak: False for a hidden sheet.
        kolom_awal: blank columns before the first cell; `baris` holds them.
        gabungan: merged ranges (first row, first column, last row, last column).
        galat: error cells and their text. rumus_kosong: formulas without a value.
        tersembunyi: number of hidden rows. kolom_sembunyi: hidden columns with something in them.
        geser_hari: days to add to a bare serial number so that it counts from 1900; 0 in most workbooks.
        asal: the sheet's name, where this is one of several lists in it; empty otherwise.
        baris: cells; blank rows are empty lists.
    """

    nama: str
    tampak: bool = True
    kolom_awal: int = 0
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    galat: dict[tuple[int, int], str] = field(default_factory=dict)
    rumus_kosong: set[tuple[int, int]] = field(default_factory=set)
    tersembunyi: int = 0
    kolom_sembunyi: list[int] = field(default_factory=list)
    geser_hari: int = 0
    asal: str = ""
    baris: list[list[Sel]] = field(default_factory=list)


@dataclass(slots=True)
class Buku:
    """A file that was read. `isi` are its bytes as they came, `format` xlsx, xlsb, xls, ods, csv, html or xml."""

    nama: str
    sha256: str
    isi: bytes
    format: str = ""
    lembar: list[LembarMentah] = field(default_factory=list)


def muat(berkas: Path, batas: Batas = Batas()) -> Buku:
    """Take a file's bytes and their SHA-256, without understanding them yet.

    Raises:
        BerkasDitolak: `terlalu_besar`, `kosong`, or `tak_terbaca` when the system will not give it.
    """
    try:
        ukuran = berkas.stat().st_size
        if ukuran > batas.berkas:
            raise BerkasDitolak("terlalu_besar", berkas.name)
        isi = berkas.read_bytes()
    except OSError as sebab:
        raise BerkasDitolak("tak_terbaca", berkas.name) from sebab
    if not isi:
        raise BerkasDitolak("kosong", berkas.name)
    return Buku(berkas.name, hashlib.sha256(isi).hexdigest(), isi)


def baca_buku(buku: Buku, ctx: JobContext | None = None, batas: Batas = Batas()) -> Buku:
    """Fill `buku` with its sheets, read by a child process.

    Raises:
        BerkasDitolak: the file cannot be read; nothing but the child was harmed.
        JobCancelled: the user asked to stop; the child is gone.
    """
    try:
        for bingkai in _bingkai(buku, ctx, batas):
            _terima(buku, bingkai)
            if ctx and (isinstance(bingkai, list) or bingkai["jenis"] == "kolom"):
                ctx.lapor(sum(len(lembar.baris) for lembar in buku.lembar))
    except Tolak as tolak:
        raise BerkasDitolak(tolak.kode, buku.nama) from tolak
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as sebab:
        raise BerkasDitolak("rusak", buku.nama) from sebab
    for lembar in buku.lembar:
        for b, k in lembar.galat:  # some readers give the words of the error, others nothing: it is no data
            if b < len(lembar.baris) and k < len(lembar.baris[b]):
                lembar.baris[b][k] = ""
        while lembar.baris and not lembar.baris[-1]:
            lembar.baris.pop()
        if lembar.kolom_sembunyi:
            lembar.kolom_sembunyi = _berisi(lembar)
    return buku


def _berisi(lembar: LembarMentah) -> list[int]:
    """Return those of the hidden columns that hold something, be it an error, in their order."""
    cari = set(lembar.kolom_sembunyi)
    ada = cari & {k for _, k in (*lembar.galat, *lembar.rumus_kosong)}
    for baris in lembar.baris:
        for kolom in cari:
            if kolom < len(baris) and baris[kolom] != "":
                ada.add(kolom)
        cari -= ada
        if not cari:
            break
    return sorted(ada)


def _terima(buku: Buku, bingkai: Any) -> None:
    """Take one frame: rows of the last sheet, or an announcement."""
    if isinstance(bingkai, list):
        _terima_baris(buku.lembar[-1], bingkai)
        return
    match bingkai["jenis"]:
        case "kolom":
            _terima_baris(buku.lembar[-1], _baris(bingkai["kolom"], int(bingkai["baris"])))
        case "buku":
            buku.format = str(bingkai["format"])
        case "lembar":
            buku.lembar.append(_lembar(bingkai))
        case "galat":
            raise Tolak(str(bingkai["kode"]), str(bingkai["rinci"]))


def _terima_baris(lembar: LembarMentah, semua: list[list[Sel]]) -> None:
    kiri: list[Sel] = [""] * lembar.kolom_awal
    lembar.baris.extend([[*kiri, *baris] if baris else baris for baris in semua] if kiri else semua)


def _baris(kolom: list[Any], banyak: int) -> list[list[Sel]]:
    """Turn columns back into rows; a blank row is an empty list.

    Raises:
        ValueError: the columns are not equally long.
    """
    sel = [_sekali(satu.split(SELA)) if isinstance(satu, str) else satu for satu in kolom]
    if not sel or any(len(satu) != banyak for satu in sel):
        raise ValueError("columns of different length")
    return [list(baris) if any(baris) else [] for baris in zip(*sel, strict=True)]


def _sekali(sel: list[str]) -> list[str]:
    """Keep a text that comes again and again in a column, as a desa or a religion does, in memory once."""
    berbeda = set(sel)
    return [*map({satu: satu for satu in berbeda}.__getitem__, sel)] if len(berbeda) * 4 < len(sel) else sel


def _lembar(kepala: dict[str, Any]) -> LembarMentah:
    return LembarMentah(
        nama=str(kepala["nama"]),
        tampak=bool(kepala["tampak"]),
        kolom_awal=min(int(kepala["kolom_awal"]), KOLOM_MAKS),
        gabungan=[(int(a), int(b), int(c), int(d)) for a, b, c, d in kepala["gabungan"]],
        galat={(int(b), int(k)): str(teks) for b, k, teks in kepala.get("galat", ())},
        rumus_kosong={(int(b), int(k)) for b, k in kepala.get("rumus_kosong", ())},
        tersembunyi=int(kepala.get("tersembunyi", 0)),
        kolom_sembunyi=sorted({k for a, b in kepala.get("kolom_sembunyi", ()) for k in _rentang(int(a), int(b))}),
        geser_hari=min(max(int(kepala.get("geser_hari", 0)), 0), HARI_1904),
    )


def _rentang(dari: int, sampai: int) -> range:
    return range(max(dari, 0), min(sampai, KOLOM_MAKS - 1) + 1)


def _bingkai(buku: Buku, ctx: JobContext | None, batas: Batas) -> Iterator[Any]:
    """Yield the frames of the child until its last one.

    Raises:
        Tolak: the child died, took too long or sent too much.
    """
    tenggat, tabel = monotonic() + batas.detik, Tabel()
    with _anak(buku, batas) as (proses, antrean):
        jumlah = 0
        while True:
            if ctx:
                ctx.periksa()
            if monotonic() > tenggat:
                raise Tolak("terlalu_besar", "waktu")
            try:
                data = antrean.get(timeout=_JEDA)
            except queue.Empty:
                continue
            if data is None:
                raise Tolak(_sebab_mati(_kode_akhir(proses)))
            jumlah += len(data)
            if jumlah > batas.jawaban:
                raise Tolak("terlalu_besar")
            bingkai = tabel.buka(data)
            yield bingkai
            if isinstance(bingkai, dict) and bingkai.get("jenis") in ("akhir", "galat"):
                return


def _kode_akhir(proses: subprocess.Popen[bytes]) -> int:
    """Return the exit code of a child whose answer ended; one that talks nonsense and stays is put down (code 1)."""
    try:
        return proses.wait(timeout=5 * _JEDA)
    except subprocess.TimeoutExpired:
        proses.kill()
        proses.wait()
        return 1


def _sebab_mati(kode: int) -> str:
    """Name the refusal for the way in which the child ended: out of memory or time, or broken by the file."""
    if kode < 0:
        return "terlalu_besar" if signal.Signals(-kode).name in _MATI_MEMORI else "rusak"
    return "terlalu_besar" if sys.platform == "win32" and kode in _ABORT_WINDOWS else "rusak"


@contextmanager
def _anak(buku: Buku, batas: Batas) -> Iterator[tuple[subprocess.Popen[bytes], "queue.Queue[bytes | None]"]]:
    """Run the child for as long as the block lasts; it never outlives it."""
    proses = subprocess.Popen(
        _perintah(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_lingkungan(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    antrean: queue.Queue[bytes | None] = queue.Queue(maxsize=16)
    selesai = threading.Event()
    kepala = json.dumps({"nama": buku.nama, "memori": batas.memori, "detik": batas.detik}).encode() + b"\n"
    pekerjaan = (
        threading.Thread(target=_tulis, args=(proses, kepala, buku.isi), daemon=True),
        threading.Thread(target=_simak, args=(proses, antrean, selesai), daemon=True),
    )
    try:
        with _kurungan(proses, batas.memori):
            for satu in pekerjaan:
                satu.start()
            yield proses, antrean
    finally:
        selesai.set()
        proses.kill()
        proses.wait()
        for satu in pekerjaan:
            if satu.ident is not None:
                satu.join()
        for pipa in (proses.stdin, proses.stdout):
            if pipa:
                with suppress(OSError):
                    pipa.close()


def _perintah() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMEN]
    return [sys.executable, "-P", "-B", "-m", "app.usulan.anak"]


def _lingkungan() -> dict[str, str]:
    """Return the environment without what would change the child's Python, and with where the program lies."""
    bersih = {nama: nilai for nama, nilai in os.environ.items() if not nama.startswith("PYTHON")}
    return bersih if getattr(sys, "frozen", False) else {**bersih, "PYTHONPATH": str(_AKAR)}


def _tulis(proses: subprocess.Popen[bytes], kepala: bytes, isi: bytes) -> None:
    """Give the child its request and the file; a child that died says so on the other pipe."""
    assert proses.stdin
    with suppress(OSError, ValueError):
        proses.stdin.write(kepala)
        proses.stdin.write(isi)
        proses.stdin.close()


def _simak(proses: subprocess.Popen[bytes], antrean: "queue.Queue[bytes | None]", selesai: threading.Event) -> None:
    """Put every frame into the queue, then None; give up once nobody takes them any more."""
    assert proses.stdout
    data: bytes | None = b""
    while data is not None and not selesai.is_set():
        data = _satu_bingkai(proses.stdout)
        while not selesai.is_set():
            with suppress(queue.Full):
                antrean.put(data, timeout=_JEDA)
                break


def _satu_bingkai(pipa: Any) -> bytes | None:
    """Read one frame; None when the pipe ends, breaks or announces a frame that is too large."""
    with suppress(OSError, ValueError):
        panjang = pipa.read(4)
        ukuran = int.from_bytes(panjang, "big")
        if len(panjang) == 4 and 0 < ukuran <= MAKS_BINGKAI:
            data: bytes = pipa.read(ukuran)
            return data if len(data) == ukuran else None
    return None


@contextmanager
def _kurungan(proses: subprocess.Popen[bytes], memori: int) -> Iterator[None]:
    """Keep the child in a Windows Job Object with a memory cap that dies with us; elsewhere the child caps itself."""
    if sys.platform == "win32":
        from app.usulan.kurungan import kurung, lepas

        pegangan = kurung(proses, memori)
        try:
            yield
        finally:
            lepas(pegangan)
    else:
        yield
