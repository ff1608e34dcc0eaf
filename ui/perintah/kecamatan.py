"""`salur kecamatan`: the dinas's list out to a kecamatan, the kecamatan's results back to the dinas."""

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.waktu import saat_ringkas, tanggal_pendek
from app.kecamatan.baca import baca_lembar_hasil
from app.kecamatan.catatan import batalkan_terima
from app.kecamatan.terima import PeriksaHasil
from app.kecamatan.terima import periksa_hasil as periksa_lembar
from app.kecamatan.terima import terima_hasil as terima_lembar
from app.usulan.buku import BarisBuku, daftar_impor
from app.wilayah import rapikan_kode
from db.istilah import TujuanImpor, Zona
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, TahapBoleh, TahapKe, tahap_id, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, job, tulis

app = kelompok()

Ke = Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas .xlsx yang ditulis; yang lama diganti.")]


@app.callback(invoke_without_command=True)
def kecamatan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Daftar penerima untuk kecamatan, dan hasil penyalurannya kembali ke dinas.

    Tanpa perintah, hasil yang sudah dimasukkan ditampilkan, terbaru lebih dahulu.
    """
    if ctx.invoked_subcommand is not None:
        return
    with baca(ctx) as kerja:
        buku = daftar_impor(kerja, wajib_kegiatan(kegiatan_id))
        semua = [b for b in buku if b.tujuan is TujuanImpor.HASIL_SALUR]
        zona = Zona(kerja.kantor.zona)
    if json:
        cetak_json([_isi_buku(b) for b in semua])
        return
    for b in semua:
        cetak_baris(
            b.impor_id, saat_ringkas(b.pada, zona), b.pengirim, ", ".join(b.berkas), b.ringkasan.diterima,
            label(b.status), b.oleh,
        )  # fmt: skip


@app.command(cls=Perintah)
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ke: Ke,
    tahap: TahapKe = 1,
    kode: Annotated[
        str | None, typer.Option("--kecamatan", metavar="KODE", help="Kode kecamatan; tanpa ini semua penerima.")
    ] = None,
) -> None:
    """Tulis daftar penerima untuk kecamatan (dikerjakan dinas): mereka yang belum menerima."""
    from reports.daftar_kecamatan import cetak_daftar_kecamatan

    _akhiran(ke)
    with tulis(ctx) as kerja:
        pada = tahap_id(kerja, kegiatan_id, tahap)
        wilayah = rapikan_kode(kode) if kode else None
        cetak_daftar_kecamatan(kerja, kegiatan_id, ke, tahap_id=pada, kecamatan=wilayah, ctx=job())
    typer.echo(ke)


@app.command(cls=Perintah)
def hasil(ctx: typer.Context, kegiatan_id: KegiatanId, ke: Ke, tahap: TahapKe = 1) -> None:
    """Tulis lembar hasil penyaluran untuk dinas (dikerjakan kecamatan)."""
    from reports.lembar_hasil import cetak_hasil

    _akhiran(ke)
    with tulis(ctx) as kerja:
        cetak_hasil(kerja, kegiatan_id, ke, tahap_id=tahap_id(kerja, kegiatan_id, tahap), ctx=job())
    typer.echo(ke)


def _akhiran(ke: Path) -> None:
    if ke.suffix.lower() != ".xlsx":
        raise typer.BadParameter("Lembar ini ditulis sebagai berkas .xlsx; beri nama dengan akhiran itu.")


@app.command(cls=Perintah)
def terima(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Lembar hasil dari kecamatan.")],
    kegiatan_id: KegiatanId,
    tahap: TahapBoleh = None,
    periksa: Annotated[bool, typer.Option("--periksa", help="Hanya periksa; tidak mencatat apa pun.")] = False,
    json: Json = False,
) -> None:
    """Masukkan lembar hasil dari kecamatan: semuanya, atau tidak satu pun bila ada sel yang salah."""
    lembar = baca_lembar_hasil(berkas, job())
    if periksa:
        with baca(ctx) as kerja:
            pada = tahap_id(kerja, kegiatan_id, tahap) if tahap else None
            dilihat = periksa_lembar(kerja, kegiatan_id, lembar, tahap_id=pada)
        if json:
            cetak_json(_isi(dilihat))
        else:
            _tulis(dilihat)
        return
    with tulis(ctx) as kerja:
        pada = tahap_id(kerja, kegiatan_id, tahap) if tahap else None
        jadi = terima_lembar(kerja, kegiatan_id, lembar, tahap_id=pada)
    angka = {"dicatat": jadi.dicatat, "sama": jadi.sama, "belum": jadi.belum}
    if json:
        cetak_json({"impor_id": jadi.impor_id, **angka})
        return
    typer.echo(jadi.impor_id)
    for kata, n in angka.items():
        cetak_baris(kata.capitalize(), bilangan(n))


@app.command(cls=Perintah)
def batalkan(
    ctx: typer.Context,
    impor: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor dari `salur kecamatan --kegiatan NOMOR`.")],
    alasan: Alasan,
) -> None:
    """Batalkan satu lembar hasil yang sudah dimasukkan: semua catatannya dicabut."""
    with tulis(ctx) as kerja:
        banyak = batalkan_terima(kerja, impor, alasan=alasan)
    cetak_baris("Dicabut", bilangan(banyak))


def _tulis(p: PeriksaHasil) -> None:
    for s in p.salah:
        cetak_baris(s.sel, s.nama, kalimat(s.sebab))
    for satu in p.perubahan:
        lama = label(satu.lama) if satu.lama else "Belum"
        cetak_baris(satu.sel, satu.nama, satu.barang, lama, label(satu.baru), tanggal_pendek(satu.tanggal))
    for kata, n in (("Akan dicatat", len(p.perubahan)), ("Sama", p.sama), ("Belum dilayani", p.belum)):
        cetak_baris(kata, bilangan(n))


def _isi(p: PeriksaHasil) -> dict[str, Any]:
    return {
        "pengirim": p.pengirim,
        "perubahan": [
            {"sel": s.sel, "nama": s.nama, "nomor": s.nomor, "bantuan": s.barang, "lama": s.lama, "baru": s.baru,
             "tanggal": s.tanggal}
            for s in p.perubahan
        ],
        "sama": p.sama,
        "belum": p.belum,
        "salah": [{"sel": s.sel, "nama": s.nama, "kode": s.sebab.kode, "pesan": kalimat(s.sebab)} for s in p.salah],
    }  # fmt: skip


def _isi_buku(b: BarisBuku) -> dict[str, Any]:
    return {
        "impor_id": b.impor_id, "pada": b.pada, "oleh": b.oleh, "pengirim": b.pengirim, "berkas": list(b.berkas),
        "dicatat": b.ringkasan.diterima, "status": b.status, "alasan_batal": b.alasan_batal,
    }  # fmt: skip
