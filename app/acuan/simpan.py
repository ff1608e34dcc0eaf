"""Keeping a reference list in one transaction, and taking one back; the newest of a kind is in force."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.acuan.baca import tolak_yang_sudah
from app.acuan.bentuk import BarisTerbaca, PratinjauAcuan
from app.akses import Hak, wajib
from app.jobs import JobContext
from app.kerja import Kerja
from app.pijakan import isi_wajib
from app.usulan.buku import tandai_batal
from app.wilayah_akun import wajib_seluruh
from db.galat import BugError, KnownError
from db.istilah import StatusImpor, TujuanImpor
from db.model import BarisAcuan, BerkasImpor, DaftarAcuan, Impor

_LAPOR = 5_000


def simpan_acuan(
    kerja: Kerja, pratinjau: PratinjauAcuan, *, ganti: UUID | None = None, ctx: JobContext | None = None
) -> UUID:
    """Keep a list as it was previewed and return its id; `ganti` is withdrawn in the same act.

    Raises:
        KnownError: `tidak_berwenang`; `acuan_kosong` when no line was taken; `berkas_sudah_pernah`; of `ganti` as
            `tarik_acuan`.
        JobCancelled: the user asked to stop; the caller's transaction keeps nothing.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    ringkasan = pratinjau.ringkasan
    if not ringkasan.diambil:
        raise KnownError("acuan_kosong")
    dipakai = [b for b in pratinjau.berkas if b.galat is None]
    if ganti is not None:
        tarik_acuan(kerja, ganti, alasan=f"Diganti daftar dari {pratinjau.sumber}")
    for berkas in dipakai:
        tolak_yang_sudah(kerja, pratinjau, berkas)
    impor = _impor(kerja, pratinjau, ringkasan.sebagai_json())
    daftar = DaftarAcuan(
        jenis=pratinjau.jenis.value, nama=pratinjau.sumber, tanggal=pratinjau.tanggal, impor_id=impor.id
    )
    kerja.sesi.add(daftar)
    kerja.sesi.flush()
    kerja.sisip_banyak(BarisAcuan, _isi(daftar.id, pratinjau.baris, ctx))
    _hitung_ulang(kerja, daftar.id, ringkasan.diambil)
    _simpan_berkas(kerja, pratinjau, impor.id)
    jejak.catat(kerja, "simpan_acuan", objek="acuan", objek_id=daftar.id, jenis=pratinjau.jenis.value,
                sumber=pratinjau.sumber, tanggal=pratinjau.tanggal, baris=ringkasan.diambil)  # fmt: skip
    return daftar.id


def _impor(kerja: Kerja, pratinjau: PratinjauAcuan, ringkasan: dict[str, Any]) -> Impor:
    impor = Impor(
        tujuan=TujuanImpor.ACUAN.value,
        pengirim=pratinjau.sumber,
        ringkasan=ringkasan | {"desa": pratinjau.desa},
        akun_id=kerja.akun_id,
        pada=kerja.sekarang(),
    )
    kerja.sesi.add(impor)
    kerja.sesi.flush()
    return impor


def _isi(daftar_id: UUID, baris: list[BarisTerbaca], ctx: JobContext | None) -> Iterator[dict[str, Any]]:
    for nomor, b in enumerate(baris, 1):
        if ctx and nomor % _LAPOR == 1:
            ctx.lapor(nomor, len(baris), "Menyimpan daftar acuan")
        yield {
            "daftar_id": daftar_id,
            "nomor": nomor,
            "nik": b.nik,
            "no_kk": b.no_kk,
            "nama": b.nama,
            "desil": b.desil,
            "data": b.data(),
        }


def _simpan_berkas(kerja: Kerja, pratinjau: PratinjauAcuan, impor_id: UUID) -> None:
    """Keep the files as they came, with what was left out of each."""
    for berkas in pratinjau.berkas:
        if berkas.galat is None:
            lewat = [d for d in (*pratinjau.dilewati, *pratinjau.bukan_orang) if d.berkas == berkas.nama]
            kerja.sesi.add(
                BerkasImpor(
                    impor_id=impor_id,
                    nama=berkas.nama,
                    sha256=berkas.sha256,
                    ukuran=len(berkas.isi),
                    format=berkas.format,
                    lembar=berkas.lembar,
                    pemetaan={s["nama"]: {h: b for b, h in s["kolom"].items()} for s in berkas.lembar},
                    dilewati=[
                        {"lembar": d.lembar, "baris": d.baris, "sebab": d.sebab, "isi": d.isi[:200]} for d in lewat
                    ],
                    lampiran_id=kerja.simpan_lampiran(berkas.isi, berkas.nama),
                )
            )
    kerja.sesi.flush()


def _hitung_ulang(kerja: Kerja, daftar_id: UUID, banyak: int) -> None:
    ada = kerja.sesi.exec(select(func.count()).select_from(BarisAcuan).where(BarisAcuan.daftar_id == daftar_id)).one()
    if ada != banyak:
        raise BugError(f"stored {ada} lines of a reference list, expected {banyak}")


def tarik_acuan(kerja: Kerja, daftar_id: UUID, *, alasan: str) -> int:
    """Withdraw a list; the one before it is in force again. Its file and its line in the ledger stay.

    Returns how many lines were taken out.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `acuan_tidak_ada`, `acuan_sudah_ditarik`.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    isi_wajib({"alasan": alasan})
    daftar = kerja.sesi.get(DaftarAcuan, daftar_id)
    impor = kerja.sesi.get(Impor, daftar.impor_id) if daftar and daftar.impor_id else None
    if daftar is None or impor is None:
        raise KnownError("acuan_tidak_ada")
    if impor.status == StatusImpor.DIBATALKAN.value:
        raise KnownError("acuan_sudah_ditarik")
    keluar = kerja.sesi.execute(sa.delete(BarisAcuan).where(col(BarisAcuan.daftar_id) == daftar_id))
    tandai_batal(kerja, impor, alasan)
    kerja.sesi.flush()
    jejak.catat(kerja, "tarik_acuan", objek="acuan", objek_id=daftar_id, jenis=daftar.jenis, alasan=alasan.strip())
    return int(keluar.rowcount)  # type: ignore[attr-defined]  # a delete gives a cursor result
