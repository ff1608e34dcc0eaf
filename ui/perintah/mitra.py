"""`salur mitra`: banks, the post office and vendors, and what the office agreed with them."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal_pendek
from app.mitra import JENIS_MITRA, DataMitra, catat_mitra, catat_perjanjian, daftar_mitra, daftar_perjanjian
from db.istilah import JenisPerjanjian
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanBoleh, KegiatanId, Pindaian, TanggalBoleh, simpan_pindaian
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, ingatkan, tulis

app = kelompok()
JenisMitra = StrEnum("JenisMitra", [(jenis.upper(), jenis) for jenis in JENIS_MITRA])  # type: ignore[misc]  # the domain names them


@app.callback()
def daftar(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan mitra kantor, atau perjanjian satu kegiatan."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        mitra = daftar_mitra(kerja)
        surat = daftar_perjanjian(kerja, kegiatan_id) if kegiatan_id else None
    if json:
        cetak_json([asdict(satu) for satu in (mitra if surat is None else surat)])
    elif surat is None:
        for m in mitra:
            cetak_baris(m.id, m.nama, m.jenis, m.penanggung_jawab, m.telepon)
    else:
        for p in surat:
            hari = tanggal_pendek(p.tanggal)
            cetak_baris(p.id, label(p.jenis), p.mitra.nama, hari, p.nomor, p.nomor_mitra, p.tentang)


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    nama: Annotated[str, typer.Option(metavar="NAMA", help="Nama bank, kantor pos, atau vendor.")],
    jenis: Annotated[
        JenisMitra, typer.Option(metavar="JENIS", help="Salah satu dari: bank, pos, vendor.")
    ] = JenisMitra["BANK"],
    alamat: Annotated[str, typer.Option(metavar="TEKS", help="Alamat.")] = "",
    npwp: Annotated[str, typer.Option(metavar="NOMOR", help="NPWP.")] = "",
    penanggung_jawab: Annotated[str, typer.Option(metavar="NAMA", help="Penanggung jawab.")] = "",
    jabatan: Annotated[str, typer.Option(metavar="JABATAN", help="Jabatannya.")] = "",
    telepon: Annotated[str, typer.Option(metavar="NOMOR", help="Telepon.")] = "",
    ubah: Annotated[UUID | None, typer.Option(metavar="MITRA", help="Ubah mitra ini, bukan tambah baru.")] = None,
) -> None:
    """Catat mitra dan cetak nomornya."""
    data = DataMitra(nama, jenis.value, alamat, npwp, penanggung_jawab, jabatan, telepon, ubah)
    with tulis(ctx) as kerja:
        nomor = catat_mitra(kerja, data)
    typer.echo(nomor)


@app.command(cls=Perintah)
def perjanjian(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    mitra: Annotated[UUID, typer.Option(metavar="MITRA", help="Nomor mitra.")],
    jenis: Annotated[
        JenisPerjanjian,
        typer.Option(metavar="JENIS", help="Salah satu dari: penunjukan, mou, kesepakatan, kontrak."),
    ],
    tanggal: TanggalBoleh = None,
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor surat kita.")] = "",
    nomor_mitra: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor surat mitra.")] = "",
    tentang: Annotated[str, typer.Option(metavar="TEKS", help="Tentang apa.")] = "",
    berkas: Pindaian = None,
) -> None:
    """Catat surat penunjukan, MOU, kesepakatan, atau kontrak, dan cetak nomornya."""
    with tulis(ctx) as kerja:
        hasil = catat_perjanjian(
            kerja, kegiatan_id, mitra, jenis, tanggal=tanggal or kerja.hari_ini(), nomor=nomor,
            nomor_mitra=nomor_mitra, tentang=tentang, lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
    ingatkan(hasil.peringatan)
    typer.echo(hasil.id)
