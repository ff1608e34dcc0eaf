"""`salur pengaduan`: complaints about a recipient or a hand-over, and their answers."""

from dataclasses import asdict
from datetime import date
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.waktu import tanggal_pendek
from app.pengaduan import (
    BarisPengaduan,
    DataPengaduan,
    catat_pengaduan,
    daftar_pengaduan,
    jawab_pengaduan,
    ringkas_pengaduan,
)
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanBoleh, KegiatanId, TanggalBoleh, pilihan_tanggal
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()


@app.callback()
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanBoleh = None,
    tahun: Annotated[int | None, typer.Option(metavar="TAHUN", help="Hanya tahun ini.")] = None,
    json: Json = False,
) -> None:
    """Tampilkan pengaduan, yang terbaru lebih dahulu. Perintah di bawah mencatat dan menjawabnya."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = daftar_pengaduan(kerja, kegiatan_id=kegiatan_id, tahun=tahun)
    if json:
        cetak_json([asdict(b) for b in semua])
        return
    for b in semua:
        siapa = b.pelapor or "tanpa nama"
        cetak_baris(b.id, tanggal_pendek(b.tanggal), siapa, b.tentang, b.isi, _keadaan(b), b.jawaban)
    r = ringkas_pengaduan(semua)
    cetak_baris("Masuk", r.masuk, f"{r.dijawab} dijawab", f"{r.terbuka} belum", f"{r.lewat} lewat batas waktu")


def _keadaan(b: BarisPengaduan) -> str:
    terlambat = ", terlambat" if b.terlambat else ""
    if b.dijawab_pada is not None:
        return f"dijawab {tanggal_pendek(b.dijawab_pada)}{terlambat}"
    return f"belum dijawab{terlambat}" + (f", batas {tanggal_pendek(b.batas)}" if b.batas else "")


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    isi: Annotated[str, typer.Option(metavar="TEKS", help="Apa yang diadukan.")],
    tanggal: TanggalBoleh = None,
    pelapor: Annotated[str, typer.Option(metavar="NAMA", help="Pelapor; boleh tanpa nama.")] = "",
    tentang: Annotated[str, typer.Option(metavar="PENERIMA", help="Penerima yang diadukan, bila ada.")] = "",
    batas: Annotated[date | None, pilihan_tanggal("--batas", "Dijawab paling lambat; tanpa ini 14 hari kerja.")] = None,
) -> None:
    """Catat pengaduan dan cetak nomornya."""
    with tulis(ctx) as kerja:
        data = DataPengaduan(tanggal or kerja.hari_ini(), isi, pelapor, tentang, batas)
        baru = catat_pengaduan(kerja, kegiatan_id, data)
    typer.echo(baru)


@app.command(cls=Perintah)
def jawab(
    ctx: typer.Context,
    pengaduan_id: Annotated[UUID, typer.Argument(metavar="PENGADUAN", help="Nomor pengaduan.")],
    jawaban: Annotated[str, typer.Option(metavar="TEKS", help="Jawabannya.")],
    tanggal: TanggalBoleh = None,
) -> None:
    """Catat jawaban; jawaban kedua berdiri di bawah yang pertama."""
    with tulis(ctx) as kerja:
        jawab_pengaduan(kerja, pengaduan_id, jawaban, tanggal=tanggal)
    typer.echo("Jawaban dicatat.")
