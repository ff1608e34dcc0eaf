"""Reading a file that SIKS-NG gave: one row per person with an answer, whatever its columns are called.

The layout of these files changes without notice and no description of it was found, so columns are recognised like
those of a desa's list, and the answer by its words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.identitas import baca_nik, nama_cari
from app.jobs import JobContext
from app.usulan.baca import BerkasDitolak, Buku, LembarMentah, Sel, baca_buku, muat
from app.usulan.ingatan import Ingatan
from app.usulan.pecah import temukan_semua
from app.usulan.sel import asli, teks
from app.usulan.tanggal import baca_tanggal
from app.usulan.temukan import Daftar

PENGIRIM = "SIKS-NG"
"""As whose lists these files count when columns are remembered."""
_JUDUL_STATUS = re.compile(r"\b(STATUS|HASIL|KEPUTUSAN|VALIDASI|PADAN|DITERIMA|DITOLAK)\b")
_TOLAK = re.compile(
    r"\b(DITOLAK|TOLAK|GAGAL|REJECT\w*|INVALID|TIDAK\s+(PADAN|VALID|LAYAK|SESUAI|DITEMUKAN|AKTIF|MASUK))\b"
)
_TERIMA = re.compile(r"\b(DITERIMA|TERIMA|BERHASIL|SUKSES|SUCCESS|APPROVED?|VALID|PADAN|LAYAK|MASUK|LOLOS|OK|YA)\b")
_BIDANG_STATUS = ("padan", "status_salur")


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """One person in the file.

    Attributes:
        baris: row number as the spreadsheet program shows it.
        nik: cleaned; empty where there is none that can be read.
        diterima: True, False, or None where the words say neither.
        asli: the cells by column letter.
    """

    lembar: str
    baris: int
    nik: str
    nama: str
    lahir: date | None
    desa: str
    id_dtks: str
    diterima: bool | None
    alasan: str
    asli: Mapping[str, str]

    @property
    def kunci_nama(self) -> tuple[str, date | None]:
        """What a person is found by when the NIK does not help."""
        return nama_cari(self.nama), self.lahir


@dataclass(frozen=True, slots=True)
class BerkasJawaban:
    """A file with its people and rows that were left out (headings, totals, signatures), as text with their reason."""

    buku: Buku
    baris: tuple[BarisJawaban, ...]
    dilewati: tuple[tuple[int, str, str], ...]


def baca_jawaban(
    berkas: Path, hari_ini: date, ctx: JobContext | None = None, ingatan: Ingatan | None = None
) -> BerkasJawaban:
    """Read a file of SIKS-NG in the import child.

    Args:
        ingatan: what the office confirmed about columns before (`app.usulan.pemetaan.muat_ingatan`).

    Raises:
        BerkasDitolak: it cannot be read, or holds no list of people (`bukan_daftar`).
    """
    buku = baca_buku(muat(berkas), ctx)
    daftar = [d for lembar in buku.lembar if lembar.tampak for d in temukan_semua(lembar, ingatan)]
    baris = [b for d in daftar for b in _baris(d, hari_ini)]
    if not baris:
        raise BerkasDitolak("bukan_daftar", buku.nama)
    lewat = [(x.baris, str(x.sebab), x.isi) for d in daftar for x in d.dilewati]
    return BerkasJawaban(buku, tuple(baris), tuple(lewat))


def putusan(status: str, alasan: str) -> bool | None:
    """Understand an answer: False for a refusal, True for an acceptance, None when the words say neither.

    A reason without a status is a refusal, because only refusals carry reasons.
    """
    kata = " ".join(status.upper().split())
    if not kata:
        return False if alasan.strip() else None
    if _TOLAK.search(kata):
        return False
    return True if _TERIMA.search(kata) else None


def _baris(daftar: Daftar, hari_ini: date) -> list[BarisJawaban]:
    status = _kolom_status(daftar)
    return [_satu(daftar, nomor, status, hari_ini) for nomor in daftar.orang]


def _satu(daftar: Daftar, nomor: int, status: int | None, hari_ini: date) -> BarisJawaban:
    sel = daftar.lembar.baris[nomor]

    def isi(*bidang: str) -> str:
        ada = (teks(_ambil(sel, daftar.peta.get(b))) for b in bidang)
        return next((nilai for nilai in ada if nilai), "")

    kata, alasan = teks(_ambil(sel, status)), isi("alasan", "keterangan")
    tanggal = _ambil(sel, daftar.peta.get("tanggal_lahir"))
    lahir = baca_tanggal(tanggal, hari_ini, geser_hari=daftar.lembar.geser_hari)
    nik = baca_nik(isi("nik"))
    return BarisJawaban(
        lembar=daftar.lembar.nama,
        baris=nomor + 1,
        nik=nik.isi if "panjang" not in nik.masalah and "pangkat" not in nik.masalah else "",
        nama=isi("nama", "nama_kepala_keluarga"),
        lahir=lahir.tanggal if lahir else None,
        desa=isi("desa"),
        id_dtks=isi("id_dtks"),
        diterima=putusan(kata, alasan),
        alasan=alasan or (kata if putusan(kata, "") is False else ""),
        asli=_asli(daftar.lembar, daftar, sel),
    )


def _kolom_status(daftar: Daftar) -> int | None:
    """The column of answers: a known field, else one whose heading speaks of a status and that means nothing else."""
    for bidang in _BIDANG_STATUS:
        if bidang in daftar.peta:
            return daftar.peta[bidang]
    bebas = [k for k in daftar.kolom if k.bidang is None and _JUDUL_STATUS.search(k.judul.upper())]
    return bebas[0].nomor if bebas else None


def _ambil(sel: list[Sel], kolom: int | None) -> Sel:
    return sel[kolom] if kolom is not None and kolom < len(sel) else ""


def _asli(lembar: LembarMentah, daftar: Daftar, sel: list[Sel]) -> dict[str, str]:
    return {k.huruf: nilai for k in daftar.kolom if (nilai := asli(_ambil(sel, k.nomor)))}
