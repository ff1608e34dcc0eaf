"""`salur pencairan`: money that left the treasury (SP2D), what went back (STS), and where the rest lies."""

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import typer

from app import pencairan
from app.bahasa.angka import rupiah
from app.bahasa.waktu import tanggal_pendek
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.pencairan import JENIS_SP2D, Posisi
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Alasan,
    KegiatanBoleh,
    KegiatanId,
    Pindaian,
    TahapKe,
    TanggalBoleh,
    pilihan_tanggal,
    simpan_pindaian,
    tahap_id,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
JenisSp2d = StrEnum("JenisSp2d", [(jenis, jenis) for jenis in JENIS_SP2D])  # type: ignore[misc]  # the domain names them
Nilai = Annotated[int, typer.Option(metavar="RUPIAH", help="Nilainya, rupiah tanpa titik.")]
NilaiBaru = Annotated[int | None, typer.Option(metavar="RUPIAH", help="Nilai yang benar, rupiah tanpa titik.")]
NomorBaru = Annotated[str | None, typer.Option("--nomor", metavar="NOMOR", help="Nomor yang benar.")]
TahapBaru = Annotated[int | None, typer.Option("--tahap", metavar="N", help="Tahap yang benar, bersama --kegiatan.")]
TanggalBaru = Annotated[date | None, pilihan_tanggal("--tanggal", "Tanggal yang benar.")]


@app.callback()
def posisi(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan di mana uangnya, per tahap. Perintah di bawah mencatat SP2D dan STS."""
    if ctx.invoked_subcommand:
        return
    nomor = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        uang = pencairan.posisi_uang(kerja, nomor)
        tahap = {satu.id: satu for satu in lihat_kegiatan(kerja, nomor).tahap}
        sp2d, sts = pencairan.daftar_pencairan(kerja, nomor), pencairan.daftar_setoran(kerja, nomor)
    if json:
        per_tahap = [{"tahap": tahap[i].nomor} | _isi(p) for i, p in uang.per_tahap.items()]
        isi = {"seluruh": _isi(uang.seluruh), "per_tahap": per_tahap}
        cetak_json(isi | {"sp2d": [asdict(s) for s in sp2d], "sts": [asdict(s) for s in sts]})
        return
    for nama, satu in [("Seluruhnya", uang.seluruh), *((tahap[i].nama, p) for i, p in uang.per_tahap.items())]:
        cetak_baris(nama, *(f"{apa} {rupiah(n)}" for apa, n in _sebut(satu)))
    if uang.seluruh.masih < 0:
        typer.echo("Yang tersalur dan disetor melebihi SP2D yang tercatat; periksa SP2D dan STS.", err=True)
    for s in sp2d:
        cetak_baris(s.id, "SP2D", s.nomor_sp2d, tanggal_pendek(s.tanggal), rupiah(s.nilai), s.alasan_selisih)
    for t in sts:
        cetak_baris(t.id, "STS", t.nomor, tanggal_pendek(t.tanggal), rupiah(t.nilai), t.alasan)


def _sebut(p: Posisi) -> tuple[tuple[str, int], ...]:
    return (
        ("jatah", p.alokasi),
        ("SP2D", p.sp2d),
        ("tersalur", p.tersalur),
        ("disetor", p.disetor),
        ("masih di bank/bendahara", p.masih),
    )


def _isi(p: Posisi) -> dict[str, Any]:
    return asdict(p) | {"masih": p.masih, "selisih": p.selisih}


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor SP2D.")],
    nilai: Nilai,
    tanggal: TanggalBoleh = None,
    tahap: TahapKe = 1,
    jenis: Annotated[JenisSp2d, typer.Option(metavar="JENIS", help="LS atau TU.")] = JenisSp2d["LS"],
    spm: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor SPM.")] = "",
    alasan_selisih: Annotated[str, typer.Option(metavar="TEKS", help="Mengapa berbeda dari jatah penerima.")] = "",
    berkas: Pindaian = None,
) -> None:
    """Catat SP2D satu tahap dan cetak nomor catatannya."""
    with tulis(ctx) as kerja:
        hasil = pencairan.catat_pencairan(
            kerja, kegiatan_id, tahap_id(kerja, kegiatan_id, tahap), nomor_sp2d=nomor,
            tanggal=tanggal or kerja.hari_ini(), nilai=nilai, jenis=jenis.value, nomor_spm=spm,
            alasan_selisih=alasan_selisih, lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    typer.echo(hasil.id)


@app.command(cls=Perintah)
def setoran(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor STS.")],
    nilai: Nilai,
    alasan: Alasan,
    tanggal: TanggalBoleh = None,
    tahap: TahapKe = 1,
    berkas: Pindaian = None,
) -> None:
    """Catat uang yang disetor kembali ke kas daerah (STS) dan cetak nomor catatannya."""
    with tulis(ctx) as kerja:
        baru = pencairan.catat_setoran(
            kerja, kegiatan_id, tahap_id(kerja, kegiatan_id, tahap), nomor=nomor, tanggal=tanggal or kerja.hari_ini(),
            nilai=nilai, alasan=alasan, lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    typer.echo(baru)


@app.command(cls=Perintah)
def perbaiki(
    ctx: typer.Context,
    pencairan_id: Annotated[UUID, typer.Argument(metavar="CATATAN", help="Nomor catatan SP2D.")],
    alasan: Alasan,
    nomor: NomorBaru = None,
    tahap: TahapBaru = None,
    kegiatan_id: KegiatanBoleh = None,
    spm: Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor SPM yang benar.")] = None,
    tanggal: TanggalBaru = None,
    nilai: NilaiBaru = None,
    alasan_selisih: Annotated[str | None, typer.Option(metavar="TEKS", help="Alasan selisih yang benar.")] = None,
    berkas: Pindaian = None,
) -> None:
    """Perbaiki SP2D yang salah dicatat; yang tidak disebut tetap, jejak menyimpan keduanya."""
    with tulis(ctx) as kerja:
        pencairan.perbaiki_pencairan(
            kerja, pencairan_id, alasan=alasan, tahap_id=_tahap_baru(kerja, kegiatan_id, tahap), nomor_sp2d=nomor,
            nomor_spm=spm, tanggal=tanggal, nilai=nilai, alasan_selisih=alasan_selisih,
            lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    typer.echo("SP2D diperbaiki.")


@app.command("perbaiki-setoran", cls=Perintah)
def perbaiki_setoran(
    ctx: typer.Context,
    setoran_id: Annotated[UUID, typer.Argument(metavar="CATATAN", help="Nomor catatan STS.")],
    alasan: Alasan,
    nomor: NomorBaru = None,
    tahap: TahapBaru = None,
    kegiatan_id: KegiatanBoleh = None,
    tanggal: TanggalBaru = None,
    nilai: NilaiBaru = None,
    berkas: Pindaian = None,
) -> None:
    """Perbaiki STS yang salah dicatat; yang tidak disebut tetap, jejak menyimpan keduanya."""
    with tulis(ctx) as kerja:
        pencairan.perbaiki_setoran(
            kerja, setoran_id, alasan=alasan, tahap_id=_tahap_baru(kerja, kegiatan_id, tahap), nomor=nomor,
            tanggal=tanggal, nilai=nilai, lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    typer.echo("STS diperbaiki.")


def _tahap_baru(kerja: Kerja, kegiatan_id: UUID | None, tahap: int | None) -> UUID | None:
    """Return the tahap that a mended line is moved to; None leaves it where it is."""
    return tahap_id(kerja, wajib_kegiatan(kegiatan_id), tahap) if tahap else None
