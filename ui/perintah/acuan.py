"""`salur acuan`: the reference lists (DTSEN/DTKS, dead, moved), a new one, one taken back."""

from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.acuan.baca import periksa_acuan
from app.acuan.bentuk import BarisDaftarAcuan, PratinjauAcuan
from app.acuan.jawaban import daftar_json, kalimat_lewat, pratinjau_json
from app.acuan.lihat import daftar_acuan
from app.acuan.simpan import simpan_acuan, tarik_acuan
from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.pemeriksaan import LEMBAR_DILEWATI
from db.istilah import JenisAcuan, StatusImpor
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.isian import pilihan_tanggal
from ui.perintah.sesi import Json, Pilihan, cetak_json, job, kabar, masuk

app = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False, invoke_without_command=True)


@app.callback()
def daftar(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan daftar acuan (DTSEN, DTKS, orang meninggal, orang pindah), yang terbaru lebih dahulu."""
    if ctx.invoked_subcommand:
        return
    with masuk(ctx.obj) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        semua = daftar_acuan(kerja)
    if json:
        cetak_json(daftar_json(semua))
        return
    for b in semua:
        k = b.kepala
        typer.echo(f"{k.id}\t{k.jenis.value}\t{k.tanggal}\t{k.sumber}\t{b.ringkasan.diambil} baris\t{_keadaan(b)}")


def _keadaan(b: BarisDaftarAcuan) -> str:
    if b.status is StatusImpor.DIBATALKAN:
        return "ditarik"
    return "berlaku" if b.berlaku else "terdahulu"


@app.command(cls=Perintah)
def impor(
    ctx: typer.Context,
    berkas: Annotated[list[Path], typer.Argument(metavar="BERKAS", help="Berkas atau folder; menjadi satu daftar.")],
    jenis: Annotated[
        JenisAcuan, typer.Option(metavar="JENIS", help="Jenis daftar: dtsen, dtks, meninggal, atau pindah.")
    ],
    tanggal: Annotated[date, pilihan_tanggal("--tanggal", "Keadaan daftar per tanggal ini.")],
    sumber: Annotated[str, typer.Option(metavar="TEKS", help="Asal daftar, misalnya Kemensos atau Disdukcapil.")],
    ganti: Annotated[
        UUID | None, typer.Option(metavar="NOMOR", help="Tarik daftar dengan nomor ini sekaligus.")
    ] = None,
    periksa: Annotated[bool, typer.Option("--periksa", help="Periksa saja, jangan simpan.")] = False,
    json: Json = False,
) -> None:
    """Impor satu daftar acuan: xlsx, xls, xlsb, ods, csv, apa adanya."""
    konteks = job()
    pilihan: Pilihan = ctx.obj
    acuan_id: UUID | None = None
    with masuk(pilihan) as (ruang, pelaku):
        with ruang.membaca(pelaku) as kerja:
            hasil = periksa_acuan(kerja, berkas, jenis=jenis, sumber=sumber, tanggal=tanggal, ctx=konteks)
        if not periksa and hasil.baris:
            with ruang.menulis(pelaku) as kerja:
                acuan_id = simpan_acuan(kerja, hasil, ganti=ganti, ctx=konteks)
    konteks.lapor(1, 1)
    if json:
        cetak_json(pratinjau_json(hasil, acuan_id))
    elif not all(satu.galat for satu in hasil.berkas):
        _laporkan(hasil, acuan_id)
    for satu in hasil.berkas:
        if satu.galat:
            kabar(kalimat(satu.galat))
    if all(satu.galat for satu in hasil.berkas):
        raise typer.Exit(1)


def _laporkan(hasil: PratinjauAcuan, acuan_id: UUID | None) -> None:
    r = hasil.ringkasan
    typer.echo(
        f"{label(hasil.jenis)}: {bilangan(r.baris)} baris, {bilangan(r.diambil)} diambil, {bilangan(r.dilewati)} "
        f"dilewati; {bilangan(r.keluarga)} No. KK, {bilangan(r.bernik)} NIK, {bilangan(r.berdesil)} berdesil"
    )
    for berkas in hasil.berkas:
        for lembar in berkas.lembar:
            if not lembar["dipakai"]:
                sebab = LEMBAR_DILEWATI[lembar["sebab"]].split(";")[0]
                typer.echo(f"  {berkas.nama}, {lembar['nama']}\tDilewati\t{sebab}.")
    for d in hasil.dilewati:
        typer.echo(f"  {d.berkas}, {d.lembar}, baris {d.baris}\t{kalimat_lewat(d)}")
    if acuan_id:
        typer.echo(f"Tersimpan sebagai daftar acuan {acuan_id}.")


@app.command(cls=Perintah)
def tarik(
    ctx: typer.Context,
    daftar_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor daftar acuan.")],
    alasan: Annotated[str, typer.Option(metavar="TEKS", help="Alasan penarikan.")],
) -> None:
    """Tarik satu daftar acuan; yang sebelumnya berlaku lagi."""
    with masuk(ctx.obj) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        banyak = tarik_acuan(kerja, daftar_id, alasan=alasan)
    typer.echo(f"Daftar acuan ditarik; {bilangan(banyak)} baris tidak dipakai lagi.")
