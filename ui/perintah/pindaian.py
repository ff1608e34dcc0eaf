"""`salur pindaian`: papers whose scan is still to come, and the scan that follows."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.alasan import JENIS_PINDAIAN
from app.bahasa.waktu import tanggal_pendek
from app.pindaian import JenisPindaian, menyusul
from app.pindaian import susulkan as susulkan_pindaian
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanBoleh, baca_berkas, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()


@app.callback()
def daftar(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan surat dan dokumen yang pindaiannya belum ada."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = menyusul(kerja, wajib_kegiatan(kegiatan_id))
    if json:
        cetak_json([asdict(m) for m in semua])
        return
    for m in semua:
        hari = tanggal_pendek(m.tanggal) if m.tanggal else ""
        cetak_baris(m.jenis, m.id, JENIS_PINDAIAN[m.jenis], m.nomor, hari)


@app.command(cls=Perintah)
def susulkan(
    ctx: typer.Context,
    jenis: Annotated[JenisPindaian, typer.Argument(metavar="JENIS", help="Isi kolom pertama `salur pindaian`.")],
    nomor: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Isi kolom kedua.")],
    berkas: Annotated[Path, typer.Option("--berkas", metavar="BERKAS", help="Pindaiannya.")],
) -> None:
    """Susulkan pindaian; yang lama, bila ada, tetap tersimpan."""
    with tulis(ctx) as kerja:
        nama, isi = baca_berkas(berkas)
        susulkan_pindaian(kerja, jenis, nomor, nama=nama, isi=isi)
    typer.echo("Pindaian disusulkan.")
