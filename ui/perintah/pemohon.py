"""`salur pemohon`: applicants who go their way one by one, until a triwulan gathers them (DTKS)."""

from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.istilah import label
from app.sop import pemohon
from app.wilayah import peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

Usulan = Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor usulan pemohon.")]

app = kelompok()


@app.callback()
def daftar(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan pemohon satu kegiatan dan di langkah mana masing-masing berada."""
    if ctx.invoked_subcommand:
        return
    kegiatan_id = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        semua, peta = pemohon.daftar_pemohon(kerja, kegiatan_id), peta_kantor(kerja)
    if json:
        cetak_json(
            [
                {
                    "id": p.usulan_id, "nama": p.nama, "kode_desa": p.kode_desa, "nomor_register": p.nomor_register,
                    "status": p.status, "langkah": p.langkah, "sejak": p.sejak,
                }
                for p in semua
            ]
        )  # fmt: skip
        return
    for p in semua:
        langkah = f"langkah {p.langkah}" if p.langkah else "tidak ada langkah yang berjalan"
        desa = peta.sebutan(p.kode_desa) if p.kode_desa else ""
        cetak_baris(p.usulan_id, p.nomor_register, p.nama, desa, label(p.status), langkah)


@app.command(cls=Perintah)
def daftarkan(ctx: typer.Context, usulan_id: Usulan) -> None:
    """Buka jalan seorang pemohon melalui langkah per orang."""
    with tulis(ctx) as kerja:
        pemohon.daftarkan(kerja, usulan_id)
    cetak_baris("Terdaftar", usulan_id)


@app.command(cls=Perintah)
def lepaskan(ctx: typer.Context, usulan_id: Usulan, alasan: Alasan) -> None:
    """Lepaskan seorang pemohon; usulannya ditarik dan riwayatnya tetap ada."""
    with tulis(ctx) as kerja:
        pemohon.lepaskan(kerja, usulan_id, alasan=alasan)
    cetak_baris("Dilepas", usulan_id)


@app.command("usulkan-lagi", cls=Perintah)
def usulkan_lagi(
    ctx: typer.Context,
    usulan_id: Usulan,
    ke: Annotated[UUID, typer.Option("--ke", metavar="NOMOR", help="Kegiatan yang baru.")],
) -> None:
    """Usulkan seseorang lagi dalam kegiatan lain dan cetak nomor usulan barunya."""
    with tulis(ctx) as kerja:
        baru = pemohon.usulkan_lagi(kerja, usulan_id, ke)
    cetak_baris(baru)
