"""`salur naskah`: the words of documents, to read as a plain text and to keep as the office's own."""

from pathlib import Path
from typing import Annotated

import typer

from app.dokumen.naskah import urai_bagian
from app.templat import daftar_templat, riwayat_templat, simpan_templat, templat
from db.galat import KnownError
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
Kode = Annotated[str, typer.Argument(metavar="KODE", help="Kode naskah, misalnya sk.")]


@app.callback()
def daftar(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan naskah yang kata-katanya dapat diubah."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = daftar_templat(kerja)
    if json:
        cetak_json([{"kode": t.kode, "judul": t.judul, "revisi": t.revisi, "kantor": t.milik_kantor} for t in semua])
    for t in () if json else semua:
        cetak_baris(t.kode, t.judul, "kantor" if t.milik_kantor else "bawaan")


@app.command(cls=Perintah)
def lihat(
    ctx: typer.Context,
    kode: Kode,
    revisi: Annotated[int | None, typer.Option(metavar="N", help="Revisi lama; tanpa ini yang berlaku.")] = None,
) -> None:
    """Tampilkan kata-kata satu naskah, bagian demi bagian."""
    with baca(ctx) as kerja:
        kata = templat(kerja, kode, revisi).kata
    typer.echo("\n\n".join("\n\n".join([f"[{bagian}]", *alinea]) for bagian, alinea in kata.items()))


@app.command(cls=Perintah)
def revisi(ctx: typer.Context, kode: Kode) -> None:
    """Tampilkan revisi satu naskah, yang terbaru dahulu."""
    with baca(ctx) as kerja:
        semua = riwayat_templat(kerja, kode)
    for t in semua:
        cetak_baris(str(t.revisi), "kantor" if t.milik_kantor else "bawaan")


@app.command(cls=Perintah)
def simpan(
    ctx: typer.Context,
    kode: Kode,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Teks dengan bagian seperti keluaran lihat.")],
) -> None:
    """Simpan kata-kata kantor sebagai revisi baru."""
    try:
        teks = berkas.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as sebab:
        raise KnownError("berkas_tak_terbaca", nama=berkas.name) from sebab
    with tulis(ctx) as kerja:
        nomor = simpan_templat(kerja, kode, urai_bagian(teks))
    cetak_baris("Revisi", str(nomor))
