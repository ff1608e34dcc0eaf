"""`salur cetak` and `salur ekspor`: papers and workbooks through the same function as the window.

The libraries that draw are imported when something is drawn, so that the other commands start at once.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from db.istilah import SifatSurat
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.isian import pilihan_tanggal
from ui.perintah.sesi import Pilihan, job, masuk

Ke = Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas yang ditulis; yang lama diganti.")]
KegiatanId = Annotated[UUID, typer.Option("--kegiatan", metavar="NOMOR", help="Nomor kegiatan.")]
Desa = Annotated[str | None, typer.Option(metavar="KODE", help="Kode satu desa atau kelurahan saja.")]


class BukuRegister(StrEnum):
    """The books of an office."""

    MASUK = "masuk"
    KELUAR = "keluar"
    PELAYANAN = "pelayanan"


class PerLembar(StrEnum):
    """How many receipts a sheet may hold."""

    SATU = "1"
    DUA = "2"
    EMPAT = "4"


ekspor = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False, no_args_is_help=False)


@ekspor.callback()
def _ekspor() -> None:
    """Tulis daftar sebagai buku kerja."""


@ekspor.command(cls=Perintah)
def bnba(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ke: Ke,
    desa: Desa = None,
    profil: Annotated[str | None, typer.Option(metavar="NAMA", help="Susunan kolom; lihat ekspor susunan.")] = None,
) -> None:
    """Tulis BNBA satu kegiatan."""
    _buat(ctx.obj, "bnba", kegiatan_id, ke, desa, profil=profil)


@ekspor.command(cls=Perintah)
def register(
    ctx: typer.Context,
    ke: Ke,
    buku: Annotated[BukuRegister, typer.Option(help="Buku yang ditulis.")],
    dari: Annotated[date, pilihan_tanggal("--dari", "Hari pertama.")],
    sampai: Annotated[date, pilihan_tanggal("--sampai", "Hari terakhir.")],
) -> None:
    """Tulis satu buku register menurut tanggal."""
    from reports.buku_register import simpan_register

    _periksa_akhiran("register", "xlsx", ke)
    with masuk(ctx.obj) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        simpan_register(kerja, buku.value, dari, sampai, ke)
    typer.echo(ke)


@ekspor.command(cls=Perintah)
def susunan(ctx: typer.Context) -> None:
    """Tampilkan susunan kolom yang dapat dipilih untuk BNBA."""
    from app.profil_kolom import daftar_profil

    with masuk(ctx.obj) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        semua = daftar_profil(kerja)
    for satu in semua:
        typer.echo(f"{satu.kode}\t{satu.nama}")


@ekspor.command(cls=Perintah)
def pemeriksaan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ke: Annotated[Path, typer.Option(metavar="FOLDER", help="Folder yang dibuat; belum boleh ada.")],
) -> None:
    """Tulis berkas pemeriksaan untuk Inspektorat atau BPK: satu folder dengan indeks."""
    from reports.cetak_pemeriksaan import INDEKS, simpan_berkas_pemeriksaan

    with masuk(ctx.obj) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        simpan_berkas_pemeriksaan(kerja, kegiatan_id, ke, ctx=job())
    typer.echo(ke / INDEKS)


def cetak(
    ctx: typer.Context,
    dokumen: Annotated[str | None, typer.Argument(metavar="DOKUMEN", help="Kode dokumen.")] = None,
    kegiatan_id: Annotated[UUID | None, typer.Option("--kegiatan", metavar="NOMOR", help="Nomor kegiatan.")] = None,
    ke: Annotated[Path | None, typer.Option(metavar="BERKAS", help="Berkas yang ditulis; yang lama diganti.")] = None,
    desa: Desa = None,
    per_lembar: Annotated[
        PerLembar | None, typer.Option(help="Banyaknya tanda terima pada satu lembar; yang terakhir dipakai.")
    ] = None,
    batas: Annotated[date | None, pilihan_tanggal("--batas", "Batas waktu dalam surat perbaikan, bila ada.")] = None,
    orang: Annotated[
        str | None, typer.Option(metavar="TEKS", help="Satu orang saja: nama, NIK, atau nomor tanda terima.")
    ] = None,
    sifat: Annotated[
        SifatSurat | None,
        typer.Option(metavar="SIFAT", help="Sifat surat: biasa, segera, sangat_segera, penting, rahasia."),
    ] = None,
    ringan: Annotated[
        bool | None, typer.Option("--ringan/--biasa", help="Untuk printer pita, tanpa gambar dan abu-abu, atau tidak.")
    ] = None,
) -> None:
    """Cetak satu dokumen kegiatan; tanpa DOKUMEN tampilkan yang dapat dicetak."""
    if dokumen is None:
        _daftar(ctx.obj, kegiatan_id)
        return
    if kegiatan_id is None or ke is None:
        raise typer.BadParameter("Sebutkan kegiatan dengan --kegiatan NOMOR dan berkasnya dengan --ke BERKAS.")
    lembar = int(per_lembar.value) if per_lembar else None
    pilihan = {"per_lembar": lembar, "batas": batas, "sifat": sifat, "ringan": ringan}
    _buat(ctx.obj, dokumen, kegiatan_id, ke, desa, orang=orang, **pilihan)


def _daftar(pilihan: Pilihan, kegiatan_id: UUID | None) -> None:
    """Print code and title of every document, or of those that a kegiatan can give now."""
    from reports.cetak import daftar_dokumen
    from reports.daftar_cetak import DAFTAR

    if kegiatan_id is None:
        semua = [(n.kode, n.judul) for n in DAFTAR.values()]
    else:
        with masuk(pilihan) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
            semua = [(d.kode, d.judul) for d in daftar_dokumen(kerja, kegiatan_id) if d.siap]
    for kode, judul in semua:
        typer.echo(f"{kode}\t{judul}")


def _periksa_akhiran(kode: str, format_: str, ke: Path) -> None:
    if ke.suffix.lower() != f".{format_}":
        raise typer.BadParameter(f"Dokumen {kode} ditulis sebagai berkas .{format_}; beri nama dengan akhiran itu.")


def _buat(
    pilihan: Pilihan,
    kode: str,
    kegiatan_id: UUID,
    ke: Path,
    desa: str | None,
    *,
    orang: str | None = None,
    **lain: Any,
) -> None:
    """Make one document and print where it lies; `lain` goes to `reports.cetak.cetak` as it is."""
    from app.dokumen.isi import Permintaan
    from app.dokumen.orang_cetak import satu_orang_cetak
    from app.wilayah import rapikan_kode
    from reports import cetak as percetakan
    from reports.daftar_cetak import DAFTAR

    format_ = DAFTAR[kode].format if kode in DAFTAR else ""
    if format_:
        _periksa_akhiran(kode, format_, ke)
    with masuk(pilihan) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        di = rapikan_kode(desa) if desa else None
        siapa = satu_orang_cetak(kerja, kegiatan_id, kode, Permintaan(desa=di), orang) if orang else None
        hasil = percetakan.cetak(
            kerja, kode, kegiatan_id, ke, desa=di, orang=siapa, ctx=job(),
            **lain,
        )  # fmt: skip
    typer.echo(hasil.berkas)
