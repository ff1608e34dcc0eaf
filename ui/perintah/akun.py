"""`salur akun`: who may sign in, with which roles and for which area; setting the area."""

from dataclasses import asdict
from typing import Annotated

import typer

from app.akses import Hak, batasi_wilayah, daftar_akun, wajib
from app.bahasa.istilah import label
from app.wilayah import rapikan_kode
from db.galat import KnownError
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
SELURUH = "seluruh wilayah kantor"


@app.callback()
def daftar(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan akun dengan peran dan wilayah kerjanya. Perintah di bawah membatasi wilayah."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        wajib(kerja, Hak.ATUR_AKUN)
        semua = daftar_akun(kerja)
    if json:
        isi = ("nama_pengguna", "nama", "jabatan", "aktif", "peran", "wilayah")
        cetak_json([{k: v for k, v in asdict(a).items() if k in isi} for a in semua])
    for a in () if json else semua:
        peran = ", ".join(label(p) for p in a.peran)
        cetak_baris(a.nama_pengguna, a.nama, peran, a.sebutan_wilayah or SELURUH, "aktif" if a.aktif else "nonaktif")


@app.command(cls=Perintah)
def wilayah(
    ctx: typer.Context,
    nama: Annotated[str, typer.Argument(metavar="NAMA", help="Nama pengguna akun.")],
    kode: Annotated[list[str] | None, typer.Argument(metavar="KODE", help="Kode kecamatan, desa, kelurahan.")] = None,
) -> None:
    """Batasi wilayah yang dilihat dan diubah satu akun; tanpa KODE berlaku seluruh wilayah kantor."""
    with tulis(ctx) as kerja:
        wajib(kerja, Hak.ATUR_AKUN)
        satu = next((a for a in daftar_akun(kerja) if a.nama_pengguna == nama), None)
        if satu is None:
            raise KnownError("akun_kantor_tidak_ada", nama=nama)
        batasi_wilayah(kerja, satu.id, [rapikan_kode(k) for k in kode or ()])
        jadi = next(a for a in daftar_akun(kerja) if a.id == satu.id)
    cetak_baris(jadi.nama_pengguna, jadi.sebutan_wilayah or SELURUH)
