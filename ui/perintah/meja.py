"""`salur langkah` without a kegiatan: the desk of whoever is signed in, as the window opens with it."""

from typing import Any

import typer

from app.sop.meja import BarisMeja, meja
from ui.perintah.sesi import baca, cetak_baris, cetak_json


def tampilkan(ctx: typer.Context, *, json: bool) -> None:
    """Print what waits for the account's roles, then what waits for others, the most pressing first."""
    with baca(ctx) as kerja:
        isi = meja(kerja)
    if json:
        cetak_json({"perlu": [_json(b) for b in isi.perlu], "menunggu": [_json(b) for b in isi.menunggu]})
        return
    for kata, semua in (("Perlu dikerjakan", isi.perlu), ("Menunggu pihak lain", isi.menunggu)):
        for b in semua:
            sisa = b.batas.sisa.kata if b.batas.sisa else ""
            cetak_baris(kata, b.kegiatan_id, b.nama_kegiatan, f"{b.langkah}.", b.nama_langkah, sisa, _keterangan(b))


def _keterangan(b: BarisMeja) -> str:
    """Say where its file lies, why it came back, or that it may begin early."""
    if b.posisi:
        return f"berkas di {b.posisi[-1].pihak}"
    if b.dikembalikan:
        return f"dikembalikan: {b.dikembalikan}"
    return "sudah bisa dimulai" if b.lebih_awal else ""


def _json(b: BarisMeja) -> dict[str, Any]:
    return {
        "kegiatan": b.kegiatan_id, "nama_kegiatan": b.nama_kegiatan, "kode_sop": b.kode_sop, "langkah": b.langkah,
        "nama_langkah": b.nama_langkah, "id": b.pelaksanaan_id, "status": b.status, "batas": b.batas.batas,
        "terlambat": b.terlambat, "lebih_awal": b.lebih_awal, "pemohon": b.pemohon, "dikembalikan": b.dikembalikan,
        "berkas_di": [p.pihak for p in b.posisi],
    }  # fmt: skip
