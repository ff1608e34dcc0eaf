"""`salur kelengkapan`: the documents that a step asks for; ticked, attached or set aside."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.kerja import Kerja
from app.sop import centang as kotak
from app.sop.halaman import lihat_langkah, pemohon_kurang
from app.sop.kelengkapan import SELURUHNYA, ButirSyarat, PemohonKurang, Sasaran
from app.sop.sebut import cari_langkah
from app.wilayah import peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, baca_berkas, kode_desa, tahap_id, wajib_kegiatan
from ui.perintah.langkah import LangkahKe, Pemohon
from ui.perintah.langkah_isi import cetak_isian, isian_json
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

HALAMAN = 500  # people read at a time

UntukDesa = Annotated[list[str] | None, typer.Option("--desa", metavar="KODE", help="Untuk desa ini; boleh berulang.")]
UntukTahap = Annotated[list[int] | None, typer.Option("--tahap", metavar="N", help="Untuk tahap ini; boleh berulang.")]
UntukOrang = Annotated[
    list[UUID] | None, typer.Option("--usulan", metavar="NOMOR", help="Untuk usulan ini; boleh berulang.")
]
Bentuk = Annotated[str, typer.Option("--pilihan", metavar="TEKS", help="Bentuk berkasnya, bila ada beberapa.")]
Kode = Annotated[str, typer.Argument(metavar="KODE", help="Kode berkas, seperti dicetak salur kelengkapan.")]

app = kelompok()


@app.callback()
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanBoleh = None,
    langkah: Annotated[str | None, typer.Option("--langkah", metavar="N", help="Langkah keberapa.")] = None,
    usulan_id: Pemohon = None,
    json: Json = False,
) -> None:
    """Tampilkan berkas yang diminta satu langkah."""
    if ctx.invoked_subcommand:
        return
    kegiatan_id = wajib_kegiatan(kegiatan_id)
    if langkah is None:
        raise typer.BadParameter("Sebutkan langkahnya dengan --langkah N.")
    with baca(ctx) as kerja:
        semua = lihat_langkah(kerja, cari_langkah(kerja, kegiatan_id, langkah, usulan_id)).kelengkapan
    if json:
        cetak_json([isian_json(i) for i in semua])
        return
    for isian in semua:
        cetak_isian(isian)


@app.command(cls=Perintah)
def kurang(ctx: typer.Context, kegiatan_id: KegiatanId, langkah: LangkahKe, json: Json = False) -> None:
    """Tampilkan orang yang berkasnya belum lengkap, beserta kode berkas yang kurang."""
    with baca(ctx) as kerja:
        semua = list(_kurang(kerja, cari_langkah(kerja, kegiatan_id, langkah)))
        peta = peta_kantor(kerja)
    if json:
        cetak_json([{"usulan": o.usulan_id, "nama": o.nama, "desa": o.kode_desa, "kurang": o.kurang} for o in semua])
        return
    for o in semua:
        cetak_baris(o.usulan_id, o.nama, peta.sebutan(o.kode_desa) if o.kode_desa else "", " ".join(o.kurang))


@app.command(cls=Perintah)
def centang(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    kode: Annotated[list[str] | None, typer.Argument(metavar="KODE", help="Kode berkasnya.")] = None,
    semua: Annotated[bool, typer.Option("--semua", help="Semua berkas langkah ini.")] = False,
    desa: UntukDesa = None,
    tahap: UntukTahap = None,
    usulan: UntukOrang = None,
    kecuali: Annotated[
        list[str] | None,
        typer.Option("--kecuali", metavar="NOMOR|KODE", help="Selain usulan atau desa ini; boleh berulang."),
    ] = None,
    pilihan: Bentuk = "",
    batal: Annotated[bool, typer.Option("--batal", help="Hapus centangnya.")] = False,
) -> None:
    """Catat bahwa berkas sudah dilihat; tanpa --desa, --tahap, atau --usulan untuk semua yang diminta."""
    if bool(kode) == semua:
        raise typer.BadParameter("Sebutkan kode berkasnya, atau --semua.")
    with _sasaran(ctx, kegiatan_id, langkah, desa, tahap, usulan) as (kerja, satu, untuk):
        banyak = kotak.centang_kelengkapan(
            kerja,
            satu,
            kode=kode or None,
            untuk=untuk or None,
            kecuali=[_kecuali(kata) for kata in kecuali or ()],
            ada=not batal,
            pilihan=pilihan,
        )
    cetak_baris("Berubah", banyak)


@app.command(cls=Perintah)
def lampirkan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    kode: Kode,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Pindaian atau fotonya.")],
    desa: UntukDesa = None,
    tahap: UntukTahap = None,
    usulan: UntukOrang = None,
    pilihan: Bentuk = "",
) -> None:
    """Lampirkan berkas, yang sekaligus mencentangnya."""
    with _sasaran(ctx, kegiatan_id, langkah, desa, tahap, usulan) as (kerja, satu, untuk):
        if len(untuk) > 1:
            raise typer.BadParameter("Satu berkas dilampirkan untuk satu desa, tahap, atau usulan saja.")
        nama, isi = baca_berkas(berkas)
        kotak.lampirkan(kerja, satu, kode, nama, isi, untuk=untuk[0] if untuk else SELURUHNYA, pilihan=pilihan)
    cetak_baris("Terlampir", kode, nama)


@app.command("tidak-berlaku", cls=Perintah)
def tidak_berlaku(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    kode: Kode,
    alasan: Alasan,
    desa: UntukDesa = None,
    tahap: UntukTahap = None,
    usulan: UntukOrang = None,
) -> None:
    """Catat bahwa satu berkas tidak diminta dari desa, tahap, atau orang ini."""
    with _sasaran(ctx, kegiatan_id, langkah, desa, tahap, usulan) as (kerja, satu, untuk):
        butir = [ButirSyarat(kode, s) for s in untuk or [SELURUHNYA]]
        banyak = kotak.kelengkapan_tidak_berlaku(kerja, satu, butir, alasan)
    cetak_baris("Berubah", banyak)


@contextmanager
def _sasaran(
    ctx: typer.Context,
    kegiatan_id: UUID,
    langkah: str,
    desa: list[str] | None,
    tahap: list[int] | None,
    usulan: list[UUID] | None,
) -> Iterator[tuple[Kerja, UUID, list[Sasaran]]]:
    """Open one transaction, find the step and for whom its papers are meant."""
    with tulis(ctx) as kerja:
        jalur = usulan[0] if usulan and len(usulan) == 1 else None
        untuk = [Sasaran(kode_desa=kode_desa(kode)) for kode in desa or ()]
        untuk += [Sasaran(tahap_id=tahap_id(kerja, kegiatan_id, n)) for n in tahap or ()]
        untuk += [Sasaran(usulan_id=satu) for satu in usulan or ()]
        yield kerja, cari_langkah(kerja, kegiatan_id, langkah, jalur), untuk


def _kecuali(kata: str) -> ButirSyarat:
    """Understand who is left out: the number of a usulan, or the code of a desa."""
    try:
        return ButirSyarat("", Sasaran(usulan_id=UUID(kata)))
    except ValueError:
        return ButirSyarat("", Sasaran(kode_desa=kode_desa(kata)))


def _kurang(kerja: Kerja, langkah: UUID) -> Iterable[PemohonKurang]:
    mulai = 0
    while halaman := pemohon_kurang(kerja, langkah, mulai=mulai, batas_baris=HALAMAN):
        yield from halaman
        mulai += len(halaman)
