"""The ledger of imports on the command line: the list, a file as it came, people who are no longer in a list."""

from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import typer

from app.bahasa.istilah import label
from app.usulan.asli import ambil_berkas, daftar_berkas
from app.usulan.bentuk import Hilang, Perbandingan
from app.usulan.buku import daftar_impor
from app.usulan.hilang import HIDUP, hilang_impor, tarik_usulan
from app.usulan.jawaban import buku_json
from ui.perintah.sesi import Pilihan, cetak_json, masuk


def daftar(pilihan: Pilihan, kegiatan_id: UUID, *, json: bool) -> None:
    """Print the imports of a kegiatan, newest first."""
    with masuk(pilihan) as (ruang, pelaku), ruang.membaca(pelaku) as kerja:
        zona = ZoneInfo(kerja.kantor.zona)
        semua = [
            (b, daftar_berkas(kerja, b.impor_id), hilang_impor(kerja, b.impor_id))
            for b in daftar_impor(kerja, kegiatan_id)
        ]
    if json:
        cetak_json([buku_json(*satu) for satu in semua])
        return
    for b, berkas, hilang in semua:
        r = b.ringkasan
        nama = ", ".join(f"{satu.nama} ({satu.sha256[:12]})" for satu in berkas)
        angka = f"{r.baris} baris, {r.diterima} diterima, {r.perlu_periksa} perlu diperiksa, {r.ditolak} ditolak"
        pada = f"{b.pada.astimezone(zona):%Y-%m-%d %H:%M}"
        typer.echo(f"{b.impor_id}\t{pada}\t{b.oleh}\t{b.pengirim}\t{label(b.kiriman)}\t{nama}\t{angka}"
                   f"\t{label(b.status)}")  # fmt: skip
        laporkan_hilang(hilang)


def kalimat_perbandingan(p: Perbandingan) -> str:
    """Say how a sending stands beside the earlier ones."""
    return f"{p.sama} sama, {p.berubah} berubah, {p.baru} baru, {p.hilang} tidak ada lagi"


def laporkan_hilang(hilang: list[Hilang]) -> None:
    """Print who is no longer in a list, by name and where they were last seen."""
    for h in hilang:
        asal = f"{h.berkas}, baris {h.baris}" if h.baris else "dicatat di kantor"
        typer.echo(f"  Tidak ada lagi\t{h.nama}\t{asal}\t{label(h.status)}")


def simpan_asli(pilihan: Pilihan, impor_id: UUID, folder: Path) -> None:
    """Write the files of an import as they came and print where they lie."""
    with masuk(pilihan) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        for berkas in daftar_berkas(kerja, impor_id):
            typer.echo(ambil_berkas(kerja, berkas.id, folder))


def tarik_hilang(pilihan: Pilihan, impor_id: UUID, alasan: str) -> None:
    """Withdraw everyone who is no longer in the list that this import replaced, and print how many."""
    with masuk(pilihan) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
        hidup = [h.usulan_id for h in hilang_impor(kerja, impor_id) if h.status.value in HIDUP]
        banyak = tarik_usulan(kerja, hidup, alasan=alasan, impor_id=impor_id)
    typer.echo(f"{banyak} usulan ditarik.")
