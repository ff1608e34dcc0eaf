"""`salur pertemuan`: meetings with recipients (sosialisasi), and who came."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_pendek
from app.kerja import Kerja
from app.penetapan import daftar_penerima, penetapan_berlaku
from app.pertemuan import betulkan_pertemuan, catat_kehadiran, catat_pertemuan, daftar_hadir, daftar_pertemuan
from app.wilayah import peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Desa, KegiatanBoleh, KegiatanId, Tanggal, TanggalBoleh, kode_desa, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
PertemuanId = Annotated[UUID, typer.Argument(metavar="PERTEMUAN", help="Nomor pertemuan.")]
Tempat = Annotated[str, typer.Option(metavar="TEMPAT", help="Tempat pertemuan.")]
Materi = Annotated[str, typer.Option(metavar="TEKS", help="Materinya.")]
Jumlah = Annotated[int | None, typer.Option(metavar="N", help="Jumlah hadir menurut daftar hadir kertas.")]


@app.callback()
def daftar(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan pertemuan dengan penerima. Perintah di bawah mencatatnya dan siapa yang hadir."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = daftar_pertemuan(kerja, wajib_kegiatan(kegiatan_id))
    if json:
        cetak_json([asdict(p) for p in semua])
        return
    for p in semua:
        cetak_baris(p.id, tanggal_pendek(p.tanggal), p.tempat, p.materi, f"{bilangan(p.jumlah_hadir)} hadir")


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    tempat: Tempat,
    tanggal: TanggalBoleh = None,
    materi: Materi = "",
    desa: Desa = None,
    jumlah_hadir: Jumlah = None,
) -> None:
    """Catat pertemuan yang sudah berlangsung dan cetak nomornya."""
    with tulis(ctx) as kerja:
        baru = catat_pertemuan(
            kerja, kegiatan_id, tanggal=tanggal or kerja.hari_ini(), tempat=tempat, materi=materi,
            kode_desa=kode_desa(desa), jumlah_hadir=jumlah_hadir,
        )  # fmt: skip
    typer.echo(baru)


@app.command(cls=Perintah)
def betulkan(
    ctx: typer.Context,
    pertemuan_id: PertemuanId,
    tanggal: Tanggal,
    tempat: Tempat,
    materi: Materi = "",
    desa: Desa = None,
    jumlah_hadir: Jumlah = None,
) -> None:
    """Betulkan isian satu pertemuan seluruhnya; nama yang hadir tetap."""
    with tulis(ctx) as kerja:
        betulkan_pertemuan(
            kerja, pertemuan_id, tanggal=tanggal, tempat=tempat, materi=materi, kode_desa=kode_desa(desa),
            jumlah_hadir=jumlah_hadir,
        )  # fmt: skip
    typer.echo("Pertemuan dibetulkan.")


@app.command(cls=Perintah)
def hadir(
    ctx: typer.Context,
    pertemuan_id: PertemuanId,
    kegiatan_id: KegiatanId,
    nomor: Annotated[
        list[int] | None, typer.Argument(metavar="NOMOR", help="Nomor urut penerima pada SK; tanpa ini semuanya.")
    ] = None,
    tidak: Annotated[bool, typer.Option("--tidak", help="Catat sebagai tidak hadir.")] = False,
    lain: Annotated[
        list[str] | None, typer.Option(metavar="NAMA", help="Tamu lain yang hadir; boleh berulang.")
    ] = None,
    json: Json = False,
) -> None:
    """Catat siapa yang hadir, lalu tampilkan daftar hadirnya."""
    with tulis(ctx) as kerja:
        catat_kehadiran(
            kerja, pertemuan_id, dict.fromkeys(_orang(kerja, kegiatan_id, nomor), not tidak), lain=lain or ()
        )
        semua, peta = daftar_hadir(kerja, pertemuan_id), peta_kantor(kerja)
    if json:
        cetak_json([asdict(h) for h in semua])
        return
    for h in semua:
        asal = peta.nama(h.kode_desa) if h.kode_desa else "bukan penerima"
        cetak_baris(h.nama, asal, "Hadir" if h.hadir else "Tidak hadir")


def _orang(kerja: Kerja, kegiatan_id: UUID, nomor: list[int] | None) -> list[UUID]:
    """Return the recipients with these numbers on the decree in force; all of them where none is named."""
    sah = penetapan_berlaku(kerja, kegiatan_id)
    ada = {p.nomor_urut: p.penerima_id for p in daftar_penerima(kerja, sah.id, batas=None)} if sah else {}
    asing = [str(n) for n in nomor or () if n not in ada]
    if asing:
        raise typer.BadParameter(f"Tidak ada nomor urut {', '.join(asing)} pada SK yang berlaku.")
    return [ada[n] for n in nomor] if nomor else list(ada.values())
