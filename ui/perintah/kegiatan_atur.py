"""`salur kegiatan atur …`: what a kegiatan says about itself, its tahap, its desa, and calling it off."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app import kegiatan_atur
from app.kegiatan import DataBarang, DataTahap, lihat_kegiatan
from app.kelayakan import baca_aturan
from app.wilayah import rapikan_kode
from db.galat import KnownError
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.isian import Alasan, pilihan_tanggal
from ui.perintah.sesi import baca, cetak_baris, cetak_json, tulis

_BARANG = re.compile(r"(?P<nama>[^=]+)=(?P<jumlah>\d+)(?:\s+(?P<satuan>\S.*))?")

Nomor = Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor kegiatan.")]
Periode = Annotated[str | None, typer.Option("--periode", metavar="TEKS", help="Periode, misalnya Triwulan I.")]
Pagu = Annotated[int | None, typer.Option("--pagu", metavar="RUPIAH", help="Pagu anggaran, rupiah tanpa titik.")]
Kuota = Annotated[int | None, typer.Option("--kuota", metavar="ORANG", help="Kuota orang.")]
Sumber = Annotated[str | None, typer.Option("--sumber-dana", metavar="TEKS", help="Sumber dana.")]
Rekening = Annotated[str | None, typer.Option("--kode-rekening", metavar="KODE", help="Kode rekening belanja.")]
Catatan = Annotated[str | None, typer.Option("--catatan", metavar="TEKS", help="Catatan kegiatan.")]
Barang = Annotated[
    list[str] | None,
    typer.Option(
        "--barang", metavar="NAMA=JUMLAH", help="Barang per orang, misalnya “Beras 5 kg=2 karung”; boleh berulang."
    ),
]

app = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False)
"""Commands of `salur kegiatan`."""


def baca_barang(semua: list[str] | None) -> list[DataBarang]:
    """Read goods lines as they were typed.

    Raises:
        typer.BadParameter: one is not `NAMA=JUMLAH SATUAN`.
    """
    hasil = []
    for satu in semua or ():
        cocok = _BARANG.fullmatch(satu.strip())
        if cocok is None:
            raise typer.BadParameter(f"tulis “{satu}” sebagai nama=jumlah satuan, misalnya Beras 5 kg=2 karung.")
        hasil.append(DataBarang(cocok["nama"].strip(), cocok["satuan"] or "buah", int(cocok["jumlah"])))
    return hasil


@app.command(cls=Perintah)
def atur(
    ctx: typer.Context,
    kegiatan_id: Nomor,
    nama: Annotated[str | None, typer.Option("--nama", metavar="NAMA", help="Nama kegiatan.")] = None,
    nominal: Annotated[
        int | None, typer.Option("--nominal", metavar="RUPIAH", help="Bantuan per orang tiap tahap.")
    ] = None,
    periode: Periode = None,
    pagu: Pagu = None,
    kuota: Kuota = None,
    sumber_dana: Sumber = None,
    kode_rekening: Rekening = None,
    barang: Barang = None,
    catatan: Catatan = None,
    desil_maks: Annotated[
        int | None, typer.Option("--desil-maks", metavar="ANGKA", help="Batas desil 1 sampai 10; 0 tanpa batas.")
    ] = None,
) -> None:
    """Ubah keterangan kegiatan; nominal, barang, dan batas desil hanya sebelum SK sah."""
    baru: dict[str, Any] = {
        "nama": nama, "nominal": nominal, "periode": periode, "pagu": pagu, "kuota": kuota, "sumber_dana": sumber_dana,
        "kode_rekening": kode_rekening, "barang": baca_barang(barang) or None, "catatan": catatan,
    }  # fmt: skip
    baru = {bidang: nilai for bidang, nilai in baru.items() if nilai is not None}
    if not baru and desil_maks is None:
        raise typer.BadParameter("Sebutkan apa yang diubah, misalnya --nama NAMA.")
    with tulis(ctx) as kerja:
        berubah = len(kegiatan_atur.ubah_kegiatan(kerja, kegiatan_id, **baru)) if baru else 0
        if desil_maks is not None:
            kegiatan_atur.batasi_desil(kerja, kegiatan_id, desil_maks or None)
            berubah += 1
    cetak_baris("Berubah", berubah)


@app.command(cls=Perintah)
def aturan(
    ctx: typer.Context,
    kegiatan_id: Nomor,
    isi: Annotated[
        Path | None, typer.Option(metavar="BERKAS", help="Berkas JSON berisi aturan yang diganti; lainnya tetap.")
    ] = None,
) -> None:
    """Cetak aturan kelayakan sebagai JSON, atau ganti sebagian darinya sebelum SK sah."""
    if isi is not None:
        with tulis(ctx) as kerja:
            kegiatan_atur.ganti_aturan(kerja, kegiatan_id, _baca_aturan(isi))
    with baca(ctx) as kerja:
        cetak_json(baca_aturan(lihat_kegiatan(kerja, kegiatan_id).aturan).sebagai_json())


def _baca_aturan(berkas: Path) -> dict[str, Any]:
    """Read a file of rules.

    Raises:
        KnownError: `aturan_rusak`.
    """
    try:
        baru = json.loads(berkas.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, ValueError):
        baru = None
    if not isinstance(baru, dict):
        raise KnownError("aturan_rusak", berkas=berkas.name)
    return baru


@app.command("tambah-tahap", cls=Perintah)
def tambah_tahap(
    ctx: typer.Context,
    kegiatan_id: Nomor,
    nama: Annotated[str, typer.Option("--nama", metavar="NAMA", help="Nama tahap.")],
    nominal: Annotated[
        int | None, typer.Option("--nominal", metavar="RUPIAH", help="Bantuan per orang dalam tahap ini.")
    ] = None,
    rencana: Annotated[date | None, pilihan_tanggal("--rencana", "Tahap ini mulai paling cepat.")] = None,
) -> None:
    """Tambah satu tahap sesudah yang terakhir dan cetak nomornya."""
    with tulis(ctx) as kerja:
        nomor = kegiatan_atur.tambah_tahap(kerja, kegiatan_id, DataTahap(nama, nominal, rencana))
    cetak_baris(nomor)


@app.command("atur-desa", cls=Perintah)
def atur_desa(
    ctx: typer.Context,
    kegiatan_id: Nomor,
    desa: Annotated[list[str], typer.Argument(metavar="KODE", help="Kode desa atau kelurahan yang ikut.")],
) -> None:
    """Sebutkan desa dan kelurahan yang ikut."""
    with tulis(ctx) as kerja:
        kegiatan_atur.atur_desa(kerja, kegiatan_id, [rapikan_kode(satu) for satu in desa])
    cetak_baris("Desa yang ikut", len(set(desa)))


@app.command(cls=Perintah)
def batalkan(ctx: typer.Context, kegiatan_id: Nomor, alasan: Alasan) -> None:
    """Batalkan kegiatan untuk seterusnya; yang sudah dicatat tetap dapat dibaca."""
    with tulis(ctx) as kerja:
        kegiatan_atur.batalkan_kegiatan(kerja, kegiatan_id, alasan=alasan)
    cetak_baris("Dibatalkan", kegiatan_id)
