"""`salur wilayah`: where the office's region tree differs from the one that ships, and taking in a newer table."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.bahasa.angka import bilangan
from app.wilayah_impor import BERKAS_MAKS, banding_wilayah, daftar_ubahan, impor_wilayah, sumber_bawaan
from db.galat import KnownError
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()


@app.callback()
def daftar(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan wilayah yang ditambah, diganti namanya, atau dicabut kantor."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = daftar_ubahan(kerja)
    if json:
        cetak_json([asdict(satu) for satu in semua])
    for satu in () if json else semua:
        cetak_baris(satu.kode, satu.jenis, satu.nama, "berlaku" if satu.berlaku else "dicabut", satu.sumber)


@app.command("impor", cls=Perintah)
def ambil(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="CSV berisi kode dan nama, atau zip berisi CSV.")],
    sumber: Annotated[str, typer.Option(metavar="TEKS", help="Keputusan atau tabel asalnya, beserta lisensinya.")] = "",
    cabut: Annotated[bool, typer.Option("--cabut", help="Cabut juga wilayah yang tidak ada lagi di tabel.")] = False,
    periksa: Annotated[bool, typer.Option("--periksa", help="Periksa saja, jangan simpan.")] = False,
) -> None:
    """Impor tabel wilayah yang lebih baru; yang disimpan hanya bedanya."""
    isi = _baca(berkas)
    if periksa:
        with baca(ctx) as kerja:
            beda = banding_wilayah(kerja, isi, berkas.name)
    else:
        with tulis(ctx) as kerja:
            beda = impor_wilayah(kerja, isi, berkas.name, sumber=sumber, cabut=cabut)
    cetak_baris("Baru", bilangan(len(beda.baru)))
    cetak_baris("Berganti nama", bilangan(len(beda.berganti)))
    cetak_baris("Dicabut" if cabut else "Tidak ada lagi", bilangan(len(beda.hilang)))
    cetak_baris("Tetap", bilangan(beda.sama))


@app.command(cls=Perintah)
def lisensi() -> None:
    """Tampilkan asal dan lisensi tabel wilayah bawaan."""
    typer.echo(sumber_bawaan())


def _baca(berkas: Path) -> bytes:
    try:
        with berkas.open("rb") as isi:
            return isi.read(BERKAS_MAKS + 1)
    except OSError as sebab:
        raise KnownError("berkas_tak_terbaca", nama=berkas.name) from sebab
