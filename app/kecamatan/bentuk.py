"""What the results workbook of a kecamatan looks like: its mark, its columns, one row of it.

The mark says which form of the workbook this is and how many rows it had, so that a cut-off copy is noticed.
"""

import re
from dataclasses import dataclass
from datetime import date

from app.penyaluran.realisasi import KODE

FORMAT = 1
_TANDA = re.compile(r"SALUR-HASIL-(?P<format>\d+): (?P<pengirim>.*), (?P<banyak>\d+) baris", re.IGNORECASE)
NAMA, NIK, DESA = "NAMA", "NIK", "DESA/KELURAHAN"
BARANG, JUMLAH, HASIL, ALASAN = "BANTUAN", "JUMLAH DISERAHKAN", "HASIL PENYALURAN", "ALASAN"
TANGGAL, TEMPAT = "TANGGAL", "TEMPAT"
PENERIMA, HUBUNGAN, NIK_WAKIL, KUASA = "DITERIMA OLEH", "HUBUNGAN", "NIK YANG MENERIMA", "SURAT KUASA"
SAKSI, PETUGAS, BUKTI = "SAKSI CAP JEMPOL", "PETUGAS", "BUKTI"
KOLOM = (
    "NO", NAMA, NIK, DESA, BARANG, HASIL, ALASAN, JUMLAH, TANGGAL, TEMPAT, PENERIMA, HUBUNGAN, NIK_WAKIL, KUASA, SAKSI,
    PETUGAS, BUKTI, KODE,
)  # fmt: skip
WAJIB = frozenset({KODE, HASIL})
UANG = "Uang"
BELUM = "Belum"


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """What a kecamatan says of one person and one thing that was owed; empty where nothing is recorded.

    Attributes:
        kode: the dinas's receipt code as its list carried it; empty where the list had none.
        barang: name of the goods line, `Uang`, or empty where only the whole is known.
        jumlah: pieces handed over, or rupiah.
        penerima: who took it, where that was somebody else.
        bukti: what proves it: the kecamatan's receipt, photographs.
    """

    nama: str
    nik: str
    desa: str
    kode: str
    barang: str
    hasil: str
    alasan: str = ""
    jumlah: int | None = None
    tanggal: date | None = None
    tempat: str = ""
    penerima: str = ""
    hubungan: str = ""
    nik_wakil: str = ""
    surat_kuasa: str = ""
    saksi: str = ""
    petugas: str = ""
    bukti: str = ""


@dataclass(frozen=True, slots=True)
class Tanda:
    """The mark of a workbook: its form, the office that wrote it, how many rows it had."""

    format: int
    pengirim: str
    banyak: int


def tulis_tanda(pengirim: str, banyak: int) -> str:
    """Return the mark of a workbook with this many rows."""
    return f"SALUR-HASIL-{FORMAT}: {pengirim}, {banyak} baris"


def baca_tanda(isi: str) -> Tanda | None:
    """Return what a cell says as a mark; None when it is none."""
    cocok = _TANDA.fullmatch(isi)
    return Tanda(int(cocok["format"]), cocok["pengirim"], int(cocok["banyak"])) if cocok else None
