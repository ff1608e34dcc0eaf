"""`salur penyaluran lembar` and `salur penyaluran realisasi`: the sheet for the bank or the post, out and back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.bahasa.angka import bilangan, rupiah
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.penyaluran.realisasi import Realisasi, baca_realisasi, masukkan_realisasi, periksa_realisasi
from ui.perintah.bahasa import Perintah
from ui.perintah.isian import Desa, KegiatanId, TahapBoleh, TanggalBoleh, kode_desa, tahap_id
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, job, tulis

Ke = Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas yang ditulis; yang lama diganti.")]


def pasang(app: typer.Typer) -> None:
    """Add the two commands to `salur penyaluran`."""
    app.command(cls=Perintah)(lembar)
    app.command(cls=Perintah)(realisasi)


def lembar(ctx: typer.Context, kegiatan_id: KegiatanId, ke: Ke, tahap: TahapBoleh = None, desa: Desa = None) -> None:
    """Tulis lembar realisasi untuk bank atau pos: mereka yang belum menerima."""
    from reports.lembar_realisasi import cetak_realisasi

    if ke.suffix.lower() != ".xlsx":
        raise typer.BadParameter("Lembar realisasi ditulis sebagai berkas .xlsx; beri nama dengan akhiran itu.")
    with tulis(ctx) as kerja:
        pada = tahap_id(kerja, kegiatan_id, tahap) if tahap else None
        cetak_realisasi(kerja, kegiatan_id, ke, tahap_id=pada, desa=kode_desa(desa), ctx=job())
    typer.echo(ke)


def realisasi(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Lembar realisasi yang sudah diisi.")],
    kegiatan_id: KegiatanId,
    tanggal: TanggalBoleh = None,
    periksa: Annotated[bool, typer.Option("--periksa", help="Hanya periksa; tidak mencatat apa pun.")] = False,
    json: Json = False,
) -> None:
    """Masukkan lembar realisasi yang sudah diisi: semuanya, atau tidak satu pun bila ada sel yang salah."""
    baris = baca_realisasi(berkas, job())
    catat = periksa_realisasi if periksa else masukkan_realisasi
    with baca(ctx) if periksa else tulis(ctx) as kerja:
        isi = catat(kerja, kegiatan_id, baris, tanggal=tanggal)
    if json:
        cetak_json(_isi(isi))
    else:
        _tulis(isi)


def _tulis(r: Realisasi) -> None:
    for s in r.salah:
        cetak_baris(s.sel, s.nama, kalimat(s.sebab))
    cetak_baris("Dibayar", f"{bilangan(r.dibayar)} orang", rupiah(r.rupiah))
    for hasil, n in r.gagal.items():
        cetak_baris("Gagal", f"{bilangan(n)} orang", label(hasil))
    cetak_baris("Belum diisi", f"{bilangan(r.kosong)} orang")


def _isi(r: Realisasi) -> dict[str, Any]:
    return {
        "dibayar": r.dibayar,
        "rupiah": r.rupiah,
        "gagal": {str(hasil): n for hasil, n in r.gagal.items()},
        "kosong": r.kosong,
        "salah": [{"sel": s.sel, "nama": s.nama, "kode": s.sebab.kode, "pesan": kalimat(s.sebab)} for s in r.salah],
    }
