"""`salur pakta`: pakta integritas of recipients and officials, recorded as signed on paper."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_pendek
from app.pakta import catat_pakta, catat_pakta_petugas, daftar_pakta, lampirkan_pakta, tarik_pakta
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Alasan,
    Desa,
    KegiatanBoleh,
    KegiatanId,
    TanggalBoleh,
    baca_berkas,
    kode_desa,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
Kunci = Annotated[str, typer.Argument(metavar="SIAPA", help="Isi kolom pertama `salur pakta`.")]
BerkasBoleh = Annotated[Path | None, typer.Option("--berkas", metavar="BERKAS", help="Pindaiannya; boleh menyusul.")]


@app.callback()
def daftar(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan pakta integritas: siapa sudah menandatangani, dan yang pindaiannya belum ada."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = daftar_pakta(kerja, wajib_kegiatan(kegiatan_id))
    if json:
        cetak_json([asdict(b) for b in semua])
        return
    for b in semua:
        kapan = tanggal_pendek(b.tanggal) if b.tanggal else "belum"
        pindaian = "" if b.lampiran or b.tanggal is None else "pindaian belum ada"
        cetak_baris(b.tentang, b.nama, b.selaku, kapan, pindaian)
    cetak_baris("Jumlah", bilangan(len(semua)), f"{bilangan(sum(b.tanggal is not None for b in semua))} sudah")


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    siapa: Annotated[
        list[str] | None, typer.Argument(metavar="SIAPA…", help="Isi kolom pertama `salur pakta`.")
    ] = None,
    semua: Annotated[bool, typer.Option("--semua", help="Semua penerima yang belum.")] = False,
    desa: Desa = None,
    tanggal: TanggalBoleh = None,
    berkas: BerkasBoleh = None,
) -> None:
    """Catat yang sudah menandatangani di atas kertas; satu pindaian boleh memuat semuanya."""
    if bool(siapa) is semua:
        raise typer.BadParameter("Sebutkan siapa yang menandatangani, atau --semua.")
    with tulis(ctx) as kerja:
        pilih = list(siapa or ())
        if semua:
            kode = kode_desa(desa)
            belum = (b for b in daftar_pakta(kerja, kegiatan_id) if b.orang_id and b.tanggal is None)
            pilih = [b.tentang for b in belum if kode in (None, b.kode_desa)]
        lampiran = [baca_berkas(berkas)] if berkas else []
        banyak = catat_pakta(kerja, kegiatan_id, pilih, tanggal=tanggal or kerja.hari_ini(), berkas=lampiran)
    cetak_baris("Dicatat", bilangan(banyak))


@app.command(cls=Perintah)
def petugas(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    nama: Annotated[str, typer.Option(metavar="NAMA", help="Nama petugas.")],
    jabatan: Annotated[str, typer.Option(metavar="TEKS", help="Jabatan atau tugasnya.")],
    tanggal: TanggalBoleh = None,
    berkas: BerkasBoleh = None,
) -> None:
    """Catat pakta petugas yang belum ada dalam daftar: pendamping, anggota tim verifikasi."""
    with tulis(ctx) as kerja:
        lampiran = [baca_berkas(berkas)] if berkas else []
        baru = catat_pakta_petugas(
            kerja, kegiatan_id, nama=nama, jabatan=jabatan, tanggal=tanggal or kerja.hari_ini(), berkas=lampiran
        )
    typer.echo(baru)


@app.command(cls=Perintah)
def lampirkan(
    ctx: typer.Context,
    siapa: Kunci,
    kegiatan_id: KegiatanId,
    berkas: Annotated[Path, typer.Option("--berkas", metavar="BERKAS", help="Pindaiannya.")],
) -> None:
    """Susulkan pindaian pada pakta yang sudah dicatat."""
    with tulis(ctx) as kerja:
        lampirkan_pakta(kerja, kegiatan_id, siapa, [baca_berkas(berkas)])
    typer.echo("Pindaian disusulkan.")


@app.command(cls=Perintah)
def tarik(ctx: typer.Context, siapa: Kunci, kegiatan_id: KegiatanId, alasan: Alasan) -> None:
    """Tarik pakta yang keliru dicatat; barisnya tetap ada bersama alasannya."""
    with tulis(ctx) as kerja:
        tarik_pakta(kerja, kegiatan_id, siapa, alasan=alasan)
    typer.echo("Catatan pakta ditarik.")
