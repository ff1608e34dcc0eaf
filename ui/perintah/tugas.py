"""`salur surat spt` and `salur surat jadwal`: who is sent, and where and when each desa is served."""

from dataclasses import asdict, replace
from datetime import date
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.waktu import rentang, tanggal_pendek
from app.penyaluran.titik import baca_batas
from app.spt import (
    DataSpt,
    Jadwal,
    PetugasSpt,
    atur_jadwal,
    buat_spt,
    daftar_jadwal,
    daftar_spt,
    hapus_jadwal,
    lihat_spt,
    tambah_titik,
)
from app.wilayah import rapikan_kode
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanId, TahapKe, TanggalBoleh, pilihan_tanggal
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()


@app.command("daftar-spt", cls=Perintah)
def semua_spt(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Tampilkan SPT satu kegiatan."""
    with baca(ctx) as kerja:
        semua = daftar_spt(kerja, kegiatan_id)
    if json:
        cetak_json([asdict(s) for s in semua])
        return
    for s in semua:
        nama = ", ".join(p.nama for p in s.isi.petugas)
        cetak_baris(s.id, s.nomor, tanggal_pendek(s.isi.tanggal), rentang(s.isi.mulai, s.isi.sampai), nama)


@app.command(cls=Perintah)
def spt(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    petugas: Annotated[
        list[str],
        typer.Option(metavar="NAMA;JABATAN;PANGKAT;NIP", help="Yang ditugaskan, bagian-bagiannya dipisah titik koma."),
    ],
    untuk: Annotated[list[str], typer.Option(metavar="TEKS", help="Tugasnya; boleh berulang.")],
    mulai: Annotated[date, pilihan_tanggal("--mulai", "Hari pertama tugas.")],
    sampai: Annotated[date | None, pilihan_tanggal("--sampai", "Hari terakhir; tanpa ini sehari saja.")] = None,
    tempat: Annotated[str, typer.Option(metavar="TEMPAT", help="Tempat tugas.")] = "",
    dasar: Annotated[list[str] | None, typer.Option(metavar="TEKS", help="Dasar surat; boleh berulang.")] = None,
    tembusan: Annotated[list[str] | None, typer.Option(metavar="TEKS", help="Tembusan; boleh berulang.")] = None,
    nomor: Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor SPT; tanpa ini penomoran kantor.")] = None,
    tanggal: TanggalBoleh = None,
) -> None:
    """Buat SPT dan cetak nomornya."""
    with tulis(ctx) as kerja:
        data = DataSpt(
            tanggal or kerja.hari_ini(), tuple(map(_petugas, petugas)), tuple(untuk), mulai, sampai or mulai, tempat,
            tuple(dasar or ()), tuple(tembusan or ()), nomor,
        )  # fmt: skip
        baru = lihat_spt(kerja, buat_spt(kerja, kegiatan_id, data))
    cetak_baris(baru.id, baru.nomor_agenda, baru.nomor)


def _petugas(teks: str) -> PetugasSpt:
    """Read `NAMA;JABATAN;PANGKAT;NIP`; what stands behind the name may be left out."""
    bagian = [satu.strip() for satu in teks.split(";")]
    if len(bagian) > 4:
        raise typer.BadParameter("tulis petugas sebagai nama, jabatan, pangkat, dan NIP yang dipisah titik koma.")
    return PetugasSpt(*bagian)


@app.command(cls=Perintah)
def jadwal(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    desa: Annotated[
        list[str] | None,
        typer.Option(metavar="KODE", help="Desa yang dijadwalkan; boleh berulang. Tanpa ini jadwal ditampilkan."),
    ] = None,
    tanggal: TanggalBoleh = None,
    jam: Annotated[str, typer.Option(metavar="JAM", help="Misalnya 08.30–12.00.")] = "",
    tempat: Annotated[str, typer.Option(metavar="TEMPAT", help="Tempat penyaluran.")] = "",
    metode: Annotated[str, typer.Option(metavar="TEKS", help="Caranya, misalnya kumpul di balai desa.")] = "",
    petugas: Annotated[list[str] | None, typer.Option(metavar="NAMA", help="Petugas; boleh berulang.")] = None,
    titik_baru: Annotated[
        bool, typer.Option("--titik-baru", help="Tambahkan titik lain di desa itu, bukan mengubah yang ada.")
    ] = False,
    rt: Annotated[str, typer.Option(metavar="RT", help="RT yang dilayani titik ini, misalnya 1,2.")] = "",
    nomor: Annotated[
        str, typer.Option(metavar="DARI-SAMPAI", help="Nomor tanda terima yang dilayani titik ini, misalnya 1-50.")
    ] = "",
    tahap: TahapKe = 1,
    json: Json = False,
) -> None:
    """Atur jadwal penyaluran desa yang disebut, titik demi titik, atau tampilkan jadwal satu tahap."""
    with (tulis if desa else baca)(ctx) as kerja:
        if desa:
            isi = Jadwal(
                "", tanggal or kerja.hari_ini(), jam, tempat, metode, tuple(petugas or ()), baca_batas(rt, nomor)
            )
            baru = [replace(isi, kode_desa=rapikan_kode(satu)) for satu in desa]
            if titik_baru:
                for satu in baru:
                    tambah_titik(kerja, kegiatan_id, satu, tahap=tahap)
            else:
                atur_jadwal(kerja, kegiatan_id, baru, tahap=tahap)
        semua = daftar_jadwal(kerja, kegiatan_id, tahap=tahap)
    if json:
        cetak_json([asdict(b) for b in semua])
        return
    for b in semua:
        cetak_baris(b.id, b.desa, tanggal_pendek(b.isi.tanggal), b.isi.jam, b.sebutan, b.isi.metode, b.catatan)


@app.command("hapus-jadwal", cls=Perintah)
def hapus(
    ctx: typer.Context,
    jadwal_id: Annotated[UUID, typer.Argument(metavar="JADWAL", help="Nomor baris jadwal.")],
) -> None:
    """Hapus satu baris jadwal."""
    with tulis(ctx) as kerja:
        hapus_jadwal(kerja, jadwal_id)
    typer.echo("Baris jadwal dihapus.")
