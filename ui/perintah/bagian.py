"""`salur bagian`: a part of a hand-over list out to another laptop, its results back, who was served on both."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.alasan import STATUS_BAGIAN
from app.bahasa.angka import bilangan
from app.bahasa.waktu import saat_ringkas
from app.penyaluran.bagian import Bagian, daftar_bagian, lepas_bagian
from app.penyaluran.gabung import (
    DuaKali,
    bawa_bagian,
    buka_bagian,
    daftar_dua_kali,
    tulis_hasil,
)
from app.penyaluran.gabung import (
    gabungkan as gabungkan_hasil,
)
from app.tempat import folder_data
from app.wilayah import peta_kantor
from db.istilah import Zona
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, TahapKe, kode_desa, tahap_id, wajib_kegiatan
from ui.perintah.sesi import Json, Pilihan, baca, cetak_baris, cetak_json, job, kredensial, masuk, tulis

app = kelompok()


@app.callback(invoke_without_command=True)
def bagian(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Bagian daftar penyaluran yang dikerjakan laptop lain.

    Tanpa perintah, bagian yang pernah dibawa ditampilkan.
    """
    if ctx.invoked_subcommand is not None:
        return
    with baca(ctx) as kerja:
        semua = daftar_bagian(kerja, wajib_kegiatan(kegiatan_id))
        peta, zona = peta_kantor(kerja), Zona(kerja.kantor.zona)
    if json:
        cetak_json([_isi(b) for b in semua])
        return
    for b in semua:
        apa = "; ".join(filter(None, (", ".join(peta.nama(k) for k in b.desa), _nomor(b))))
        cetak_baris(b.id, b.nama, apa, saat_ringkas(b.dibuat_pada, zona), STATUS_BAGIAN[b.status], b.catatan)


@app.command(cls=Perintah)
def bawa(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    nama: Annotated[str, typer.Option(metavar="TEKS", help="Nama laptop atau titik penyaluran.")],
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas .salur yang dibawa ke laptop lain.")],
    desa: Annotated[list[str] | None, typer.Option("--desa", metavar="KODE", help="Kode desa; boleh diulang.")] = None,
    nomor: Annotated[
        str | None, typer.Option(metavar="DARI-SAMPAI", help="Nomor tanda terima, misalnya 1-150.")
    ] = None,
    tahap: TahapKe = 1,
) -> None:
    """Tulis berkas untuk laptop lain; orangnya tidak dapat dilayani di sini sampai hasilnya digabungkan."""
    batas = _baca_nomor(nomor)
    with masuk(ctx.obj) as (ruang, pelaku):
        with ruang.membaca(pelaku) as kerja:
            pada = tahap_id(kerja, kegiatan_id, tahap)
        kode = [k for d in desa or () if (k := kode_desa(d))]
        satu = bawa_bagian(ruang, pelaku, kegiatan_id, pada, nama=nama, ke=ke, desa=kode, nomor=batas, job=job())
    typer.echo(satu.id)


def _baca_nomor(nomor: str | None) -> tuple[int, int] | None:
    """Read `1-150`.

    Raises:
        typer.BadParameter: it is no such range.
    """
    if nomor is None:
        return None
    dari, _, sampai = (bagian.strip() for bagian in nomor.partition("-"))
    if not (dari.isdecimal() and sampai.isdecimal()):
        raise typer.BadParameter("tulis nomor tanda terima sebagai dua angka, misalnya 1-150.")
    return int(dari), int(sampai)


@app.command(cls=Perintah)
def buka(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas .salur dari laptop kantor.")],
) -> None:
    """Buka bagian di laptop ini, dengan akun dan sandi kantor; folder datanya harus kosong."""
    pilihan: Pilihan = ctx.obj
    folder = folder_data(pilihan.data)
    buka_bagian(berkas, folder, kredensial(pilihan), job=job())
    typer.echo(folder)


@app.command(cls=Perintah)
def hasil(
    ctx: typer.Context,
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas .hasil untuk laptop kantor.")],
) -> None:
    """Tulis yang dicatat di laptop ini untuk digabungkan di kantor; boleh diulang kapan saja."""
    with masuk(ctx.obj) as (ruang, pelaku):
        banyak = tulis_hasil(ruang, pelaku, ke)
    cetak_baris("Ditulis", bilangan(banyak))


@app.command(cls=Perintah)
def gabungkan(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas .hasil dari laptop lain.")],
    json: Json = False,
) -> None:
    """Gabungkan hasil laptop lain; siapa yang dilayani dua kali disebut."""
    with masuk(ctx.obj) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        jadi = gabungkan_hasil(kerja, ruang.toko, berkas)
    if json:
        isi = {"bagian": jadi.bagian.id, "baru": jadi.baru, "sudah_ada": jadi.sudah_ada}
        cetak_json(isi | {"dua_kali": [asdict(d) for d in jadi.dua_kali]})
        return
    cetak_baris("Digabungkan", bilangan(jadi.baru))
    cetak_baris("Sudah ada", bilangan(jadi.sudah_ada))
    _tulis_ganda(jadi.dua_kali)


@app.command(cls=Perintah)
def ganda(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Tampilkan siapa yang dilayani di dua laptop; catatan laptop lain sudah dicabut dan tetap terlihat."""
    with baca(ctx) as kerja:
        semua = daftar_dua_kali(kerja, kegiatan_id)
    if json:
        cetak_json([asdict(d) for d in semua])
    else:
        _tulis_ganda(tuple(semua))


@app.command(cls=Perintah)
def lepas(
    ctx: typer.Context,
    bagian_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor bagian.")],
    alasan: Alasan,
) -> None:
    """Lepas bagian yang tidak jadi dipakai: orangnya dapat dilayani lagi di sini."""
    with tulis(ctx) as kerja:
        lepas_bagian(kerja, bagian_id, alasan=alasan)
    typer.echo("Bagian dilepas.")


def _tulis_ganda(semua: tuple[DuaKali, ...]) -> None:
    for d in semua:
        cetak_baris("Dua kali", f"{d.nomor:04}", d.nama, d.di_sini, d.di_sana)


def _nomor(b: Bagian) -> str:
    return f"nomor {b.nomor[0]}–{b.nomor[1]}" if b.nomor else ""


def _isi(b: Bagian) -> dict[str, Any]:
    return {
        "id": b.id, "nama": b.nama, "tahap_id": b.tahap_id, "desa": list(b.desa), "nomor": b.nomor,
        "dibuat_pada": b.dibuat_pada, "status": b.status, "catatan": b.catatan,
    }  # fmt: skip
