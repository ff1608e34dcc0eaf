"""`salur barang`: goods that vendors handed over, and what of them is still with the office."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_pendek
from app.barang import batalkan_barang_masuk, catat_barang_masuk, daftar_barang_masuk, stok_barang
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, Pindaian, TanggalBoleh, simpan_pindaian, wajib_kegiatan
from ui.perintah.kegiatan_atur import baca_barang
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, ingatkan, tulis

app = kelompok()


@app.callback()
def stok(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan barang yang diterima dari penyedia, yang sudah diserahkan, dan sisanya."""
    if ctx.invoked_subcommand:
        return
    kegiatan = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        semua, masuk = stok_barang(kerja, kegiatan), daftar_barang_masuk(kerja, kegiatan)
    ingatkan([s.peringatan for s in semua if s.peringatan])
    if json:
        cetak_json(
            {"stok": [asdict(s) | {"sisa": s.sisa} for s in semua], "bast": [asdict(b) for b in masuk]}
        )  # fmt: skip
        return
    for s in semua:
        cetak_baris(s.nama, s.satuan, *(bilangan(n) for n in (s.diterima, s.diserahkan, s.sisa)))
    for b in masuk:
        isi = f"{bilangan(b.barang.jumlah)} {b.barang.satuan}"
        cetak_baris(b.id, b.nomor, tanggal_pendek(b.tanggal), b.mitra, b.barang.nama, isi, b.alasan_batal)


@app.command(cls=Perintah)
def terima(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    mitra: Annotated[UUID, typer.Option(metavar="MITRA", help="Nomor penyedia.")],
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor BAST dari penyedia.")],
    barang: Annotated[
        list[str], typer.Option(metavar="NAMA=JUMLAH", help="Barang, jumlah, dan satuannya; boleh berulang.")
    ],
    tanggal: TanggalBoleh = None,
    berkas: Pindaian = None,
) -> None:
    """Catat BAST penyedia: barang yang diterima dinas; cetak nomor setiap barisnya."""
    with tulis(ctx) as kerja:
        semua = catat_barang_masuk(
            kerja, kegiatan_id, mitra, nomor=nomor, tanggal=tanggal or kerja.hari_ini(), barang=baca_barang(barang),
            lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    for satu in semua:
        typer.echo(satu)


@app.command(cls=Perintah)
def batalkan(
    ctx: typer.Context,
    baris: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor baris barang masuk.")],
    alasan: Alasan,
) -> None:
    """Batalkan satu baris barang masuk; barisnya tetap terlihat dengan alasannya."""
    with tulis(ctx) as kerja:
        batalkan_barang_masuk(kerja, baris, alasan=alasan)
    typer.echo("Dibatalkan.")
