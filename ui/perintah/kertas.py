"""`salur langkah sahkan …`: what was signed on paper, and where the file of a step lies."""

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.sop import kertas
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.isian import KegiatanId, Tanggal, baca_berkas
from ui.perintah.langkah import LangkahKe, Pemohon, langkahnya
from ui.perintah.sesi import cetak_baris, tulis

Catatan = Annotated[str, typer.Option("--catatan", metavar="TEKS", help="Catatan tambahan.")]
Letak = Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor yang dicetak kirim-berkas.")]

app = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False)
"""Commands of `salur langkah`."""


@app.command(cls=Perintah)
def sahkan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    nama: Annotated[str, typer.Option("--nama", metavar="NAMA", help="Yang menandatangani.")],
    jabatan: Annotated[str, typer.Option("--jabatan", metavar="TEKS", help="Jabatannya seperti di kertas.")],
    tanggal: Tanggal,
    peran: Annotated[str, typer.Option("--peran", metavar="KODE", help="Pelaksana SOP yang diwakilinya.")] = "",
    paraf: Annotated[bool, typer.Option("--paraf", help="Paraf, bukan tanda tangan.")] = False,
    pindaian: Annotated[
        Path | None, typer.Option("--pindaian", metavar="BERKAS", help="Pindaiannya; boleh menyusul.")
    ] = None,
    catatan: Catatan = "",
    usulan_id: Pemohon = None,
) -> None:
    """Catat tanda tangan atau paraf di atas kertas dan cetak nomornya."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        nomor = kertas.sahkan_di_kertas(
            kerja, satu, nama=nama, kapasitas=jabatan, tanggal=tanggal, peran_sop=peran, catatan=catatan,
            jenis=kertas.PARAF if paraf else kertas.TANDA_TANGAN,
            pindaian=baca_berkas(pindaian) if pindaian else None,
        )  # fmt: skip
    cetak_baris(nomor)


@app.command(cls=Perintah)
def pindaian(
    ctx: typer.Context,
    pengesahan_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor yang dicetak sahkan.")],
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Pindaiannya.")],
) -> None:
    """Susulkan pindaian sebuah tanda tangan."""
    with tulis(ctx) as kerja:
        kertas.susulkan_pindaian(kerja, pengesahan_id, *baca_berkas(berkas))
    cetak_baris("Pindaian tersimpan", berkas.name)


@app.command(cls=Perintah)
def paraf(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    peran: Annotated[str, typer.Option("--peran", metavar="KODE", help="Pelaksana SOP yang memaraf, misalnya kasi.")],
    usulan_id: Pemohon = None,
) -> None:
    """Beri paraf dari akun pemegangnya."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        nomor = kertas.paraf(kerja, satu, peran)
    cetak_baris(nomor)


@app.command("kirim-berkas", cls=Perintah)
def kirim_berkas(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    pihak: Annotated[str, typer.Option("--pihak", metavar="NAMA", help="Kepada siapa berkasnya.")],
    tanggal: Tanggal,
    catatan: Catatan = "",
    usulan_id: Pemohon = None,
) -> None:
    """Catat bahwa berkas keluar ke pihak lain dan cetak nomornya."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        nomor = kertas.kirim_berkas(kerja, satu, pihak=pihak, tanggal=tanggal, catatan=catatan)
    cetak_baris(nomor)


@app.command("berkas-diterima", cls=Perintah)
def berkas_diterima(ctx: typer.Context, posisi_id: Letak, tanggal: Tanggal) -> None:
    """Catat bahwa pihak itu menerima berkasnya."""
    with tulis(ctx) as kerja:
        kertas.berkas_diterima(kerja, posisi_id, tanggal)
    cetak_baris("Berkas diterima", posisi_id)


@app.command("berkas-kembali", cls=Perintah)
def berkas_kembali(
    ctx: typer.Context,
    posisi_id: Letak,
    tanggal: Tanggal,
    hasil: Annotated[str, typer.Option("--hasil", metavar="TEKS", help="Dengan apa berkas kembali.")] = "",
) -> None:
    """Catat bahwa berkas sudah kembali."""
    with tulis(ctx) as kerja:
        kertas.berkas_kembali(kerja, posisi_id, tanggal, hasil=hasil)
    cetak_baris("Berkas kembali", posisi_id)
