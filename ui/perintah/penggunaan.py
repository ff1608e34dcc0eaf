"""`salur penggunaan`: recipients' reports on the use of the aid, who is late, and by when they are due."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.alasan import STATUS_PENGGUNAAN
from app.bahasa.angka import baca_uang, bilangan, rupiah
from app.bahasa.waktu import tanggal_pendek
from app.identitas import samarkan
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.penggunaan.batas import HARI_MAKS, atur_batas
from app.penggunaan.laporan import (
    BarisLaporan,
    DataLaporan,
    Guna,
    StatusLaporan,
    catat_laporan,
    daftar_laporan,
    lampirkan_laporan,
    ringkas,
    tarik_laporan,
)
from app.penyaluran import satu_penerima
from app.wilayah import peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Alasan,
    Desa,
    KegiatanBoleh,
    KegiatanId,
    TanggalBoleh,
    baca_berkas,
    berpasangan,
    kode_desa,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
Status = StrEnum("Status", {s.name: s.value for s in StatusLaporan})  # type: ignore[misc]  # made from the enum
Penerima = Annotated[str, typer.Argument(metavar="PENERIMA", help="Nomor tanda terima, angka NIK, atau nama.")]
Berkas = Annotated[
    list[Path] | None, typer.Option("--berkas", metavar="BERKAS", help="Pindaian, nota, atau foto; boleh diulang.")
]


@app.callback()
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanBoleh = None,
    status: Annotated[Status | None, typer.Option(help="Hanya yang keadaannya ini.")] = None,
    desa: Desa = None,
    json: Json = False,
) -> None:
    """Tampilkan laporan penggunaan bantuan: siapa sudah, belum, dan terlambat melapor."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        pilih = StatusLaporan(status.value) if status else None
        semua = daftar_laporan(kerja, wajib_kegiatan(kegiatan_id), desa=kode_desa(desa), status=pilih)
        peta = peta_kantor(kerja)
    if json:
        cetak_json([_isi(b) for b in semua])
        return
    for b in semua:
        lambat = f"{bilangan(b.hari_lambat)} hari" if b.hari_lambat else ""
        terpakai = rupiah(b.laporan.terpakai) if b.laporan else ""
        tempat = peta.nama(b.kode_desa) if b.kode_desa else ""
        cetak_baris(b.nama, tempat, STATUS_PENGGUNAAN[b.status], tanggal_pendek(b.batas), lambat, terpakai)
    r = ringkas(semua)
    cetak_baris(
        "Wajib melapor", bilangan(r.wajib), f"{bilangan(r.diterima)} sudah", f"{bilangan(r.menunggu)} belum",
        f"{bilangan(r.terlambat)} terlambat",
    )  # fmt: skip


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    penerima: Penerima,
    kegiatan_id: KegiatanId,
    guna: Annotated[list[str], typer.Option(metavar="UNTUK=RUPIAH", help="Untuk apa dan berapa; boleh diulang.")],
    tanggal: TanggalBoleh = None,
    keterangan: Annotated[str, typer.Option(metavar="TEKS", help="Catatan, bila ada.")] = "",
    berkas: Berkas = None,
) -> None:
    """Catat laporan yang diterima; laporan orang itu yang terdahulu digantikan dan tetap terlihat."""
    rinci = tuple(Guna(untuk, _rupiah(nilai)) for untuk, nilai in berpasangan(guna).items())
    with tulis(ctx) as kerja:
        isi = DataLaporan(tanggal or kerja.hari_ini(), rinci, keterangan, _berkas(berkas))
        baru = catat_laporan(kerja, kegiatan_id, _usulan(kerja, kegiatan_id, penerima), isi)
    typer.echo(baru)


def _rupiah(tertulis: str) -> int:
    nilai = baca_uang(tertulis)
    if nilai is None:
        raise typer.BadParameter(f"Tulis “{tertulis}” sebagai rupiah, misalnya 1500000.")
    return nilai


def _berkas(semua: list[Path] | None) -> list[tuple[str, bytes]]:
    return [baca_berkas(satu) for satu in semua or ()]


def _usulan(kerja: Kerja, kegiatan_id: UUID, kata: str) -> UUID:
    """Return the usulan of a recipient who is named as at the table; one who owes no report is refused later."""
    tahap = lihat_kegiatan(kerja, kegiatan_id).tahap[0]
    orang = satu_penerima(kerja, kegiatan_id, tahap.id, kata).orang_id
    return next((b.usulan_id for b in daftar_laporan(kerja, kegiatan_id) if b.orang_id == orang), orang)


@app.command(cls=Perintah)
def lampirkan(ctx: typer.Context, penerima: Penerima, kegiatan_id: KegiatanId, berkas: Berkas = None) -> None:
    """Susulkan pindaian atau foto pada laporan yang sudah dicatat."""
    if not berkas:
        raise typer.BadParameter("Sebutkan berkasnya dengan --berkas BERKAS.")
    with tulis(ctx) as kerja:
        lampirkan_laporan(kerja, kegiatan_id, _usulan(kerja, kegiatan_id, penerima), _berkas(berkas))
    cetak_baris("Dilampirkan", bilangan(len(berkas)))


@app.command(cls=Perintah)
def tarik(ctx: typer.Context, penerima: Penerima, kegiatan_id: KegiatanId, alasan: Alasan) -> None:
    """Tarik laporan yang keliru dicatat; barisnya tetap ada bersama alasannya."""
    with tulis(ctx) as kerja:
        tarik_laporan(kerja, kegiatan_id, _usulan(kerja, kegiatan_id, penerima), alasan=alasan)
    typer.echo("Catatan laporan ditarik.")


@app.command(cls=Perintah)
def batas(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    hari: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=HARI_MAKS, help="Hari sesudah bantuan diterima.")
    ] = None,
    tidak_diminta: Annotated[bool, typer.Option("--tidak-diminta", help="Kegiatan ini tidak meminta laporan.")] = False,
) -> None:
    """Atur batas waktu laporan penggunaan, atau nyatakan laporan tidak diminta."""
    if (hari is None) is not tidak_diminta:
        raise typer.BadParameter("Sebutkan salah satu: --hari N, atau --tidak-diminta.")
    with tulis(ctx) as kerja:
        atur_batas(kerja, kegiatan_id, hari)
    typer.echo("Laporan penggunaan tidak diminta." if hari is None else f"Batas waktu {hari} hari.")


def _isi(b: BarisLaporan) -> dict[str, Any]:
    masuk = b.laporan
    return {
        "usulan_id": b.usulan_id, "nama": b.nama, "nik": samarkan(b.nik) if b.nik else None, "kode_desa": b.kode_desa,
        "nilai": b.nilai, "diserahkan": b.diserahkan, "batas": b.batas, "status": b.status,
        "hari_lambat": b.hari_lambat, "selisih": b.selisih,
        "laporan": {
            "tanggal": masuk.tanggal, "guna": [{"untuk": g.untuk, "rupiah": g.rupiah} for g in masuk.guna],
            "terpakai": masuk.terpakai, "keterangan": masuk.keterangan, "lampiran": len(masuk.lampiran),
        } if masuk else None,
    }  # fmt: skip
