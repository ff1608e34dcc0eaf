"""`salur kegiatan`: the list, a new one, one in detail."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.angka import rupiah
from app.bahasa.istilah import label
from app.kegiatan import RincianKegiatan, RingkasanKegiatan, buat_kegiatan, daftar_kegiatan, lihat_kegiatan
from app.sop.halaman import Titik, tahapan_kegiatan
from db.istilah import JenisBantuan
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.kegiatan_atur import (
    Barang,
    Catatan,
    Kuota,
    Pagu,
    Periode,
    Rekening,
    Sumber,
    baca_barang,
)
from ui.perintah.sesi import Json, cetak_json, masuk, tulis

app = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False, invoke_without_command=True)


@app.callback()
def daftar(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan daftar kegiatan, yang terbaru lebih dahulu."""
    if ctx.invoked_subcommand:
        return
    with masuk(ctx.obj) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        semua = daftar_kegiatan(kerja)
    if json:
        cetak_json([_ringkas(satu) for satu in semua])
        return
    for satu in semua:
        typer.echo(f"{satu.id}\t{satu.kode_sop}\t{satu.tahun}\t{satu.nama}\t{_langkah(satu)}")


@app.command(cls=Perintah)
def buat(
    ctx: typer.Context,
    sop: Annotated[str, typer.Option(metavar="KODE", help="Kode SOP, misalnya rehsos.")],
    nama: Annotated[str, typer.Option(metavar="NAMA", help="Nama kegiatan.")],
    tahun: Annotated[int, typer.Option(metavar="TAHUN", help="Tahun anggaran.")],
    nominal: Annotated[
        int | None, typer.Option(metavar="RUPIAH", help="Bantuan per orang tiap tahap, rupiah tanpa titik.")
    ] = None,
    wilayah: Annotated[
        str | None, typer.Option(metavar="KODE", help="Kode wilayah; tanpa ini seluruh wilayah kantor.")
    ] = None,
    jenis: Annotated[
        JenisBantuan | None, typer.Option(metavar="JENIS", help="Jenis bantuan: transfer, kartu, tunai, atau barang.")
    ] = None,
    periode: Periode = None,
    pagu: Pagu = None,
    kuota: Kuota = None,
    sumber_dana: Sumber = None,
    kode_rekening: Rekening = None,
    tahap: Annotated[
        list[str] | None, typer.Option(metavar="NAMA", help="Nama satu tahap; boleh berulang, tanpa ini satu tahap.")
    ] = None,
    barang: Barang = None,
    desa: Annotated[
        list[str] | None, typer.Option(metavar="KODE", help="Desa atau kelurahan yang ikut; boleh berulang.")
    ] = None,
    mulai_langkah: Annotated[
        int | None,
        typer.Option(metavar="N", help="Langkah pertama dalam Salur; yang sebelumnya selesai di atas kertas."),
    ] = None,
    catatan: Catatan = None,
) -> None:
    """Buat kegiatan baru dan cetak nomornya."""
    boleh = {
        "periode": periode, "pagu": pagu, "kuota": kuota, "sumber_dana": sumber_dana, "kode_rekening": kode_rekening,
        "tahap": tahap, "barang": baca_barang(barang), "desa": desa, "mulai_langkah": mulai_langkah, "catatan": catatan,
    }  # fmt: skip
    isian: Any = {bidang: nilai for bidang, nilai in boleh.items() if nilai is not None and nilai != []}
    with tulis(ctx) as kerja:
        baru = buat_kegiatan(
            kerja, kode_sop=sop, nama=nama, tahun=tahun, nominal=nominal, wilayah=wilayah, jenis_bantuan=jenis, **isian
        )
    typer.echo(baru)


@app.command(cls=Perintah)
def lihat(
    ctx: typer.Context,
    kegiatan_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor kegiatan.")],
    json: Json = False,
) -> None:
    """Tampilkan satu kegiatan."""
    with masuk(ctx.obj) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        rincian, tahapan = lihat_kegiatan(kerja, kegiatan_id), tahapan_kegiatan(kerja, kegiatan_id)
    if json:
        cetak_json(_rinci(rincian, tahapan))
        return
    r = rincian.ringkasan
    typer.echo(f"{r.nama}\n{r.nama_sop}, {r.tahun}, {r.wilayah}\n{_langkah(r)}")
    for titik in tahapan:
        typer.echo(f"  {titik.label}. {titik.nama}\t{label(titik.status)}")
    for tahap in rincian.tahap:
        typer.echo(f"  {tahap.nama}" + (f"\t{rupiah(tahap.nominal)} per orang" if tahap.nominal else ""))


def _langkah(r: RingkasanKegiatan) -> str:
    """Say at which step it stands."""
    if r.langkah_kini is None:
        return "semua langkah selesai"
    return f"langkah {r.langkah_kini} dari {r.jumlah_langkah}: {r.nama_langkah_kini}"


def _ringkas(r: RingkasanKegiatan) -> dict[str, Any]:
    return {
        "id": r.id,
        "kode_sop": r.kode_sop,
        "nama": r.nama,
        "tahun": r.tahun,
        "langkah_kini": r.langkah_kini,
        "nama_langkah_kini": r.nama_langkah_kini,
        "jumlah_langkah": r.jumlah_langkah,
        "wilayah": r.wilayah,
        "status": r.status,
    }


def _rinci(r: RincianKegiatan, tahapan: Sequence[Titik]) -> dict[str, Any]:
    return _ringkas(r.ringkasan) | {
        "periode": r.ringkasan.periode,
        "jenis_bantuan": r.ringkasan.jenis_bantuan,
        "nominal": r.nominal,
        "pagu": r.pagu,
        "kuota": r.kuota,
        "tahap": [{"nomor": t.nomor, "nama": t.nama, "nominal": t.nominal} for t in r.tahap],
        "desa": list(r.desa),
        "langkah": [
            {"urutan": t.urutan, "label": t.label, "nama": t.nama, "status": t.status, "putaran": t.putaran}
            for t in tahapan
        ],
    }
