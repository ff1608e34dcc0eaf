"""The batch of a results workbook: kept with its file and rows, found again when the file returns, taken back whole."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app import jejak
from app.akses import Hak, wajib
from app.kecamatan.baca import LembarHasil
from app.kerja import Kerja
from app.lembar_kembali import BarisLembar
from app.penyaluran.catat import batalkan_banyak
from app.pijakan import baca_kolom, isi_wajib, kegiatan_berjalan
from app.siks.simpan import sudah_pernah
from app.usulan.buku import tandai_batal
from app.wilayah_akun import wajib_seluruh
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import NasibBaris, StatusImpor, TujuanImpor
from db.model import BarisUsulan, BerkasImpor, Impor


def sudah_masuk(kerja: Kerja, kegiatan_id: UUID, lembar: LembarHasil) -> None:
    """Refuse a workbook that was taken in before and still counts.

    Raises:
        KnownError: `berkas_sudah_pernah`.
    """
    if sudah_pernah(kerja, kegiatan_id, TujuanImpor.HASIL_SALUR, lembar.buku.sha256):
        keterangan = "dimasukkan sebagai hasil kecamatan"
        raise KnownError("berkas_sudah_pernah", nama=lembar.buku.nama, keterangan=keterangan)


class Simpanan:
    """Collects what each row of a batch became and writes it at the end."""

    def __init__(self, kerja: Kerja, impor_id: UUID, berkas_id: UUID) -> None:
        self._kerja, self._impor_id, self._berkas_id = kerja, impor_id, berkas_id
        self._jadi: dict[int, list[str]] = {}

    def tambah(self, asal: BarisLembar, penyaluran_ids: Sequence[UUID]) -> None:
        """Note which outcomes a row became."""
        self._jadi[asal.nomor] = [str(i) for i in penyaluran_ids]

    def tulis(self, lembar: LembarHasil) -> None:
        """Keep every row as it came."""
        self._kerja.sisip_banyak(BarisUsulan, (self._baris(lembar.lembar, b) for b in lembar.baris))

    def _baris(self, lembar: str, b: BarisLembar) -> dict[str, Any]:
        return {
            "id": id_baru(), "impor_id": self._impor_id, "berkas_id": self._berkas_id, "lembar": lembar,
            "baris": b.nomor, "asli": {alamat.rstrip("0123456789"): isi for alamat, isi in b.sel.values() if isi},
            "bersih": {"penyaluran": self._jadi.get(b.nomor, [])}, "nasib": NasibBaris.DITERIMA.value,
            "usulan_id": None,
        }  # fmt: skip


def simpan_batch(kerja: Kerja, kegiatan_id: UUID, lembar: LembarHasil, dicatat: int) -> tuple[UUID, UUID, Simpanan]:
    """Begin a batch; return its id, the id of the kept workbook, and what its rows are given to."""
    ringkasan = {"baris": len(lembar.baris), "diterima": dicatat, "perlu_periksa": 0, "ditolak": 0}
    impor = Impor(
        kegiatan_id=kegiatan_id, tujuan=TujuanImpor.HASIL_SALUR.value, pengirim=lembar.tanda.pengirim,
        ringkasan=ringkasan, akun_id=kerja.akun_id, pada=kerja.sekarang(),
    )  # fmt: skip
    kerja.sesi.add(impor)
    kerja.sesi.flush()
    buku = lembar.buku
    lampiran_id = kerja.simpan_lampiran(buku.isi, buku.nama)
    berkas = BerkasImpor(
        impor_id=impor.id, nama=buku.nama, sha256=buku.sha256, ukuran=len(buku.isi), format=buku.format,
        lembar=[{"nama": s.nama, "baris": len(s.baris)} for s in buku.lembar], lampiran_id=lampiran_id,
    )  # fmt: skip
    kerja.sesi.add(berkas)
    kerja.sesi.flush()
    return impor.id, lampiran_id, Simpanan(kerja, impor.id, berkas.id)


def batalkan_terima(kerja: Kerja, impor_id: UUID, *, alasan: str) -> int:
    """Take a batch back: every outcome of it that still counts; return how many. The rows stay with their reason.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `impor_tidak_ada`, `impor_sudah_batal`, `kegiatan_ditutup`,
            `batalkan_terbaru_dulu` when something was recorded on top, `dibawa_laptop_lain`.
    """
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    isi_wajib({"alasan": alasan})
    impor = kerja.sesi.get(Impor, impor_id)
    if impor is None or impor.kegiatan_id is None or impor.tujuan != TujuanImpor.HASIL_SALUR:
        raise KnownError("impor_tidak_ada")
    if impor.status == StatusImpor.DIBATALKAN:
        raise KnownError("impor_sudah_batal")
    kegiatan_berjalan(kerja, impor.kegiatan_id)
    banyak = batalkan_banyak(kerja, impor.kegiatan_id, _penyaluran(kerja, impor_id), alasan=alasan)
    tandai_batal(kerja, impor, alasan)
    jejak.catat(
        kerja, "batalkan_hasil_kecamatan", objek="impor", objek_id=impor_id, kegiatan_id=impor.kegiatan_id,
        alasan=alasan, dicabut=banyak,
    )  # fmt: skip
    return banyak


def _penyaluran(kerja: Kerja, impor_id: UUID) -> set[UUID]:
    kueri = sa.select(col(BarisUsulan.bersih)).where(col(BarisUsulan.impor_id) == impor_id)
    return {UUID(i) for (bersih,) in baca_kolom(kerja, kueri) for i in bersih["penyaluran"]}
